"""The year's calendar as bars over months, with today as a line."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.services.overview import Phase
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import brief_day, prose, short_month
from ita_desktop.ui.widgets.icons import Icon, draw_icon
from ita_desktop.ui.widgets.paragraph import Paragraph
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.services.overview import CalendarRow

ROW, LEAST_ROW, HEAD, FOOT, LABELS, BAR = 38, 22, 26, 20, 290, 12
SIGNS = {Phase.PAST: Icon.TICK, Phase.NOW: Icon.DOT, Phase.AHEAD: Icon.RING}
FILLS = {Phase.PAST: theme.ACCENT_MIDDLE, Phase.NOW: theme.ACCENT, Phase.AHEAD: theme.LINE}


def months_of(first: date, last: date) -> Iterator[date]:
    """The first days of all months from that of `first` to that of `last`."""
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = (day + timedelta(days=31)).replace(day=1)


def row_words(row: CalendarRow) -> str:
    """A row for the ear and for the tooltip: what, from when to when, where it stands."""
    owner = f" {row.owner}" if row.owner else ""
    return f"{row.activity.title}: {brief_day(row.start)} – {brief_day(row.end)} ({label(row.phase)}){owner}"


class Calendar(QWidget):
    """Bars, one for each activity; the phase is told by the sign before the name as well as by the fill."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[CalendarRow, ...] = ()
        self._today = date.min
        self._months: list[date] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: tuple[CalendarRow, ...], today: date) -> None:
        """Show another calendar."""
        self._rows, self._today = rows, today
        days = [day for row in rows for day in (row.start, row.end)]
        self._months = list(months_of(min(days), max(days))) if days else []
        self.setAccessibleDescription("\n".join(map(row_words, rows)))
        self.setToolTip("\n".join(map(row_words, rows)))
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Rows as close as can still be read."""
        return QSize(theme.scaled(480), theme.scaled(HEAD + FOOT + LEAST_ROW * len(self._rows)))

    def _row_height(self) -> float:
        """Rows share the room, but do not drift apart."""
        room = (self.height() - theme.scaled(HEAD + FOOT)) / max(len(self._rows), 1)
        return min(room, theme.scaled(ROW))

    def _x(self, day: date) -> float:
        """Where a day begins, from the left."""
        left, right = theme.scaled(LABELS), self.width() - 4
        first = self._months[0]
        end = (self._months[-1] + timedelta(days=31)).replace(day=1)
        return left + (day - first).days / (end - first).days * (right - left)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw months, rows, and today on top."""
        if not self._months:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_months(painter)
        height = self._row_height()
        for number, row in enumerate(self._rows):
            self._draw_row(painter, row, theme.scaled(HEAD) + number * height, height)
        self._draw_today(painter, theme.scaled(HEAD) + len(self._rows) * height)

    def _draw_months(self, painter: QPainter) -> None:
        """Write the months above, in the middle of each."""
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.color(theme.MUTED))
        for month in self._months:
            left, right = self._x(month), self._x((month + timedelta(days=31)).replace(day=1))
            box = QRectF(left, 0, right - left, theme.scaled(HEAD))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, short_month(month.month))
        bottom = theme.scaled(HEAD) - 0.5
        painter.setPen(QPen(theme.color(theme.LINE), 1))
        painter.drawLine(0, int(bottom), self.width(), int(bottom))

    def _draw_row(self, painter: QPainter, row: CalendarRow, top: float, height: float) -> None:
        """Sign, name and bar of one activity, with a hairline below."""
        middle, side = top + height / 2, theme.scaled(11)
        sign_color = theme.INK if row.phase is Phase.NOW else theme.MUTED
        box = QRectF(3, middle - side / 2, side, side)
        draw_icon(painter, SIGNS[row.phase], box, theme.color(sign_color))
        self._draw_name(painter, row, middle, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(FILLS[row.phase]))
        left, right = self._x(row.start), self._x(row.end + timedelta(days=1))
        bar = theme.scaled(BAR)
        painter.drawRoundedRect(QRectF(left + 1, middle - bar / 2, right - left - 2, bar), bar / 2, bar / 2)
        painter.setPen(QPen(theme.color(theme.HAIRLINE), 1))
        painter.drawLine(0, int(top + height) - 1, self.width(), int(top + height) - 1)
        if row.phase is Phase.NOW:
            self._draw_end(painter, row, right, middle)

    def _draw_name(self, painter: QPainter, row: CalendarRow, middle: float, height: float) -> None:
        """The name; one too long for the line is set smaller, on two, or cut where the row is too low."""
        left = theme.scaled(24)
        room = theme.scaled(LABELS) - left - 14
        weight = QFont.Weight.DemiBold if row.phase is Phase.NOW else QFont.Weight.Normal
        name = Paragraph(row.activity.title, theme.font(weight=weight), room)
        if name.lines > 1:
            small = theme.font(theme.SMALL, weight)
            name = Paragraph(row.activity.title, small, room)
            if name.height > height + theme.scaled(8):
                cut = QFontMetrics(small).elidedText(row.activity.title, Qt.TextElideMode.ElideRight, room)
                name = Paragraph(cut, small, room + 2)
        painter.setPen(theme.color(theme.INK))
        name.draw(painter, left, middle - name.height / 2)

    def _draw_end(self, painter: QPainter, row: CalendarRow, left: float, middle: float) -> None:
        """Until when, beside the bar of what goes on now."""
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.color(theme.MUTED))
        words = tr("ถึง {day}").format(day=brief_day(row.end))
        box = QRectF(left + 8, middle - 14, self.width() - left, 28)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, prose(words))

    def _draw_today(self, painter: QPainter, bottom: float) -> None:
        """A line through the present day, if it lies within the calendar."""
        x = self._x(self._today)
        if not theme.scaled(LABELS) <= x <= self.width():
            return
        painter.setPen(QPen(theme.color(theme.BAD), 1.4, Qt.PenStyle.DashLine))
        top = theme.scaled(HEAD) - 4
        painter.drawLine(int(x), top, int(x), int(bottom))
        painter.setFont(theme.font(theme.SMALL, QFont.Weight.DemiBold))
        painter.setPen(theme.color(theme.BAD))
        box = QRectF(x - 60, bottom, 120, theme.scaled(FOOT))
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, tr("วันนี้"))
