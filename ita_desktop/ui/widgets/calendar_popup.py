"""A month to choose a day from, with Thai months and the Buddhist year, which Qt's own does not know."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain import thai_date
from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.support import clock
from ita_desktop.support.language import current_language, tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose, prose_day
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

DAYS, WEEKS, CELL = 7, 6, 34
WEEKDAYS = {"th": ("จ", "อ", "พ", "พฤ", "ศ", "ส", "อา"), "en": ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")}
FIRST, LAST = date(1900, 1, 1), date(2156, 12, 31)
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}


def month_words(day: date) -> str:
    """Write `มีนาคม ๒๕๖๘`, in English `March 2568`."""
    names = thai_date.MONTHS if current_language() == "th" else thai_date.ENGLISH_MONTHS
    return prose(f"{names[day.month - 1].capitalize()} {day.year + BUDDHIST_OFFSET}")


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


class MonthGrid(QWidget):
    """Six weeks around a day. Arrows go by days and weeks, Page Up and Down by months; Enter chooses."""

    chosen = Signal(object)
    moved = Signal(object)

    def __init__(self, day: date) -> None:
        super().__init__()
        self.day = day
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(QSize(DAYS, WEEKS + 1) * theme.scaled(CELL))
        self.go(day)

    def go(self, day: date) -> None:
        """Put the cursor on a day, within the years that an office may mean."""
        self.day = max(FIRST, min(day, LAST))
        self.setAccessibleName(tr("ปฏิทิน {day}").format(day=prose_day(self.day)))
        self.moved.emit(self.day)
        self.update()

    def first_shown(self) -> date:
        """The Monday with which the grid begins."""
        first = self.day.replace(day=1)
        return first - timedelta(days=first.weekday())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or choose."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self.go(self.day + timedelta(days=STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go(months_later(self.day, 1 if key is Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        side = theme.scaled(CELL)
        column, row = int(event.position().x()) // side, int(event.position().y()) // side - 1
        if row >= 0:
            self.go(self.first_shown() + timedelta(days=row * DAYS + column))
            self.chosen.emit(self.day)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names of the days, then the days; today has a ring, the chosen one a ground and a ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL, QFont.Weight.DemiBold))
        painter.setPen(theme.color(theme.MUTED))
        for column, name in enumerate(WEEKDAYS[current_language()]):
            painter.drawText(self._box(column, 0), Qt.AlignmentFlag.AlignCenter, name)
        first, today = self.first_shown(), clock.today()
        for place in range(DAYS * WEEKS):
            self._draw_day(painter, first + timedelta(days=place), place, today)

    def _draw_day(self, painter: QPainter, day: date, place: int, today: date) -> None:
        """Draw one day."""
        box = self._box(place % DAYS, place // DAYS + 1)
        pill = box.adjusted(2, 2, -2, -2)
        here = day == self.day
        painter.setBrush(theme.color(theme.ACCENT if here else theme.SURFACE))
        painter.setPen(theme.color(theme.ACCENT) if here or day == today else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(pill, 6, 6)
        within = theme.INK if day.month == self.day.month else theme.MUTED
        painter.setFont(theme.font(weight=QFont.Weight.DemiBold if here else QFont.Weight.Normal))
        painter.setPen(theme.color(theme.SURFACE if here else within))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, prose(str(day.day)))

    @staticmethod
    def _box(column: int, row: int) -> QRectF:
        """The square of a place."""
        side = theme.scaled(CELL)
        return QRectF(column * side, row * side, side, side)


class CalendarPopup(QFrame):
    """The month below a field; goes away with the choice, with Esc, or when one clicks elsewhere."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, day: date | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "card")
        self.grid = MonthGrid(day or clock.today())
        self.grid.chosen.connect(self._choose)
        self.title = Text(month_words(self.grid.day), "strong")
        self.grid.moved.connect(lambda at: self.title.setText(month_words(at)))
        head = QHBoxLayout()
        head.addWidget(self._button("‹", tr("เดือนก่อน"), -1))
        head.addStretch(1)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self._button("›", tr("เดือนถัดไป"), 1))
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.grid)
        column.addWidget(ActionButton(tr("วันนี้"), lambda: self._choose(clock.today()), look="plain"))
        self.grid.setFocus()

    def _button(self, text: str, name: str, months: int) -> ActionButton:
        """An arrow beside the month's name."""
        button = ActionButton(text, lambda: self.grid.go(months_later(self.grid.day, months)), look="plain")
        button.setAccessibleName(name)
        return button

    def _choose(self, day: date) -> None:
        """Hand the day over and go."""
        self.chosen.emit(day)
        self.close()
