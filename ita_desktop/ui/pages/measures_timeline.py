"""The plan over time: a line for each measure and step over the months; Enter opens the measure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.plan.timeline import Bar, BarState, timeline
from ita_desktop.support import clock
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import brief_day, prose
from ita_desktop.ui.widgets.buttons import Segments
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.gantt import BarCells, BarSample, Months, MonthStrip
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.fields import field_name
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.domain.plan.followed import Followed
    from ita_desktop.ui.pages.measures import MeasuresPage


INDENT = "\u00a0" * 6


class TimelineView(QWidget):
    """A table whose last column is drawn; arrows move, Enter goes to the measure in the plan."""

    def __init__(self, page: MeasuresPage) -> None:
        super().__init__()
        self._page = page
        self._rows: tuple[Followed, ...] = ()
        self._months = Months(FiscalYear(2500), date.min)
        self.years = Segments(["", ""], ["Alt+Left", "Alt+Right"])
        self.years.chosen.connect(lambda _: self._show())
        self.table: Table[Bar] = Table(
            RowModel(_columns()), tr("ปีนี้ยังไม่มีมาตรการที่มีกำหนดเวลา · ใส่วันที่ในแผน"), row_height=30
        )
        bars = BarCells(self.table.rows.row_at, lambda: self._months, self.table)
        self.table.setItemDelegateForColumn(len(self.table.rows.columns) - 1, bars)
        self.strip = MonthStrip(self.table, lambda: self._months)
        self.table.row_opened.connect(self._open)
        card = Card(margin=12)
        card.body.addLayout(self._above())
        card.body.addWidget(self.strip)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(self._legend())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _above(self) -> QHBoxLayout:
        """The two years that a plan may run in."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.years)
        row.addStretch(1)
        return row

    @staticmethod
    def _legend() -> QHBoxLayout:
        """What the fills mean."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for state in BarState:
            row.addWidget(BarSample(state))
            row.addWidget(Text(label(state), "small"))
            row.addSpacing(8)
        row.addStretch(1)
        return row

    def show_followed(self, rows: tuple[Followed, ...]) -> None:
        """Show the measures; the year is that of most of them until somebody chooses."""
        first = not self._rows
        self._rows = rows
        base = self._page.result.year if self._page.result is not None else 0
        years = [base, base + 1]
        for number, year in enumerate(years):
            self.years.set_text(number, prose(tr("ปีงบประมาณ {year}").format(year=year)))
        if first and rows:
            found = [row.year.number for row in rows]
            self.years.choose(int(found.count(years[1]) > found.count(years[0])))
        self._show()

    def _show(self) -> None:
        """Show the lines of the chosen year."""
        base = self._page.result.year if self._page.result is not None else 0
        year = FiscalYear(base + self.years.current)
        today = clock.now().date()
        self._months = Months(year, today)
        chosen = self.table.chosen
        bars = timeline(self._rows, year, today)
        mark = (chosen.measure, chosen.step) if chosen is not None else None
        self.table.show_rows(bars, lambda bar: (bar.measure, bar.step) == mark)
        self.strip.update()

    def _open(self, bar: Bar) -> None:
        """Go to the measure in the plan."""
        self._page.open_view(1)
        self._page.query(lambda: None, lambda _: self._page.table.choose(lambda row: row.key == bar.measure))
        self._page.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _columns() -> list[Column[Bar]]:
    """Words, owner, and the bar in words for who cannot see it."""
    return [
        Column(tr("มาตรการและขั้นตอน"), lambda bar: f"{INDENT if bar.step else ''}{bar.text}", 400),
        Column(field_name("owner"), lambda bar: bar.owner, 150),
        Column(tr("ระยะเวลา"), _spoken, 0),
    ]


def _spoken(bar: Bar) -> str:
    """Say from when to when, and how it stands."""
    if bar.start is None or bar.end is None:
        return tr("ไม่ได้กำหนดวัน")
    return f"{brief_day(bar.start)} – {brief_day(bar.end)} · {label(bar.state)}"
