"""Bars over the months of a fiscal year in the last column of a table: fills that differ without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET, FiscalYear
from ita_desktop.domain.plan.months import months_of
from ita_desktop.domain.plan.timeline import Bar, BarState, place, span
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose, short_month

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QTableView

THICK, THIN, STROKE = 14, 9, 6
JANUARY = 1


class Months:
    """The fiscal year that is drawn, and today."""

    def __init__(self, year: FiscalYear, today: date) -> None:
        self.year, self.today = year, today

    def x(self, box: QRect | QRectF, share: float) -> float:
        """Where a share of the year lies in a box."""
        return box.left() + share * box.width()

    def at(self, box: QRect | QRectF, day: date) -> float:
        """Where a day begins."""
        return self.x(box, place(day, self.year.first_day, self.year.last_day))


class MonthStrip(QWidget):
    """The months above the bars of a table, with the Buddhist year under October and January.

    A strip of its own: a header that is put in the place of a table's takes the table's own errands with it.
    """

    def __init__(self, table: QTableView, months: Callable[[], Months]) -> None:
        super().__init__()
        self._table, self._months = table, months
        self.setFixedHeight(theme.scaled(46))
        table.horizontalHeader().sectionResized.connect(lambda *_: self.update())
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.update())

    def _box(self) -> QRect:
        """Where the bars stand."""
        last = self._table.model().columnCount() - 1
        left = self._table.frameWidth() + self._table.columnViewportPosition(last)
        return QRect(left, 0, self._table.columnWidth(last), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the months."""
        painter, box, months = QPainter(self), self._box(), self._months()
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.color(theme.MUTED))
        half = box.height() // 2
        for number, month in enumerate(months_of(months.year)):
            left, right = months.at(box, month.first), months.x(box, (number + 1) / 12)
            cell = QRectF(left, box.top(), right - left, half)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, short_month(month.month))
            if number == 0 or month.month == JANUARY:
                year = prose(str(month.year + BUDDHIST_OFFSET))
                painter.drawText(cell.translated(0, half - 2), Qt.AlignmentFlag.AlignCenter, year)
        painter.end()


class BarCells(QStyledItemDelegate):
    """Draws a bar in a cell; `bar_of` finds it by the row."""

    def __init__(
        self, bar_of: Callable[[int], Bar | None], months: Callable[[], Months], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bar_of, self._months = bar_of, months

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the months' edges, the bar, today."""
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        months = self._months()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, theme.color(theme.ACCENT_SOFT if chosen else theme.SURFACE))
        painter.setPen(theme.color(theme.HAIRLINE))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(theme.color(theme.LINE))
        for month in months_of(months.year):
            x = round(months.at(box, month.first))
            painter.drawLine(x, box.top(), x, box.bottom())
        bar = self._bar_of(index.row())
        found = span(bar, months.year.first_day, months.year.last_day) if bar is not None else None
        if bar is not None and found is not None:
            left, right = months.x(box, found[0]), months.x(box, found[1])
            tall = theme.scaled(THIN if bar.step else THICK)
            top = box.top() + (box.height() - tall) / 2
            draw_bar(painter, QRectF(left, top, max(right - left, 3.0), tall), bar.state)
        if months.today in months.year:
            painter.setPen(QPen(theme.color(theme.BAD), 1.4, Qt.PenStyle.DashLine))
            x = round(months.at(box, months.today))
            painter.drawLine(x, box.top(), x, box.bottom())
        painter.restore()


def draw_bar(painter: QPainter, box: QRectF, state: BarState) -> None:
    """Draw one bar: full, half-tone, empty, empty with strokes across or a line through, by its state."""
    fills = {BarState.FINISHED: theme.ACCENT_DEEP, BarState.RUNNING: theme.ACCENT_MIDDLE}
    edge = theme.BAD if state is BarState.LATE else theme.ACCENT_DEEP
    painter.save()
    painter.setPen(QPen(theme.color(edge), 1.3))
    painter.setBrush(theme.color(fills.get(state, theme.SURFACE)))
    painter.drawRect(box)
    painter.setClipRect(box)
    if state is BarState.LATE:
        x = box.left() - box.height()
        while x < box.right():
            painter.drawLine(int(x), int(box.bottom()), int(x + box.height()), int(box.top()))
            x += theme.scaled(STROKE)
    elif state is BarState.DROPPED:
        painter.drawLine(int(box.left()), int(box.center().y()), int(box.right()), int(box.center().y()))
    painter.restore()


class BarSample(QWidget):
    """A bar of a state beside its word, for the legend."""

    def __init__(self, state: BarState) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(theme.scaled(30), theme.scaled(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        tall = theme.scaled(THICK) - 2
        top = (self.height() - tall) / 2
        draw_bar(painter, QRectF(1, top, self.width() - 3, tall), self._state)
        painter.end()
