"""Years side by side: a chart, a table down to the indicators, and a form for the years before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.scoring import Level
from ita_desktop.services.years import compared_years, year_figures
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.pages.results_charts import score_figure, year_bars
from ita_desktop.ui.pages.results_past import PastForm
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.charts import DrawnChart, year_maker
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.years import shape_lines, year_cell_words

if TYPE_CHECKING:
    from ita_desktop.domain.side_by_side import YearsRow
    from ita_desktop.services.results import YearResult

CHART_LEAST, TABLE_LEAST = QSize(380, 225), 120
YEAR_WIDTH, CHANGE_WIDTH = 78, 92
INDENT = {Level.PART: "   ", Level.INDICATOR: "   "}


class YearsView(QWidget):
    """Chart and table at the left, the form at the right. It is made anew when the instrument changes."""

    def __init__(self, result: YearResult) -> None:
        super().__init__()
        tools = tuple(tool.code for tool in result.instrument.tools)
        self.chart = DrawnChart(tr("กราฟคะแนนรวมรายปี"), CHART_LEAST)
        self.table: Table[YearsRow] | None = None
        self.form = PastForm(("total", *tools), result.year)
        self._years: tuple[int, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        card = Card(tr("คะแนนรวมรายปี และระดับตามเกณฑ์ของปีที่ประเมิน"))
        card.body.addWidget(self.chart, 1)
        self._table_place = QVBoxLayout()
        card.body.addLayout(self._table_place, 1)
        self.shapes = Text("", "small", wrap=True)
        card.body.addWidget(self.shapes)
        row.addWidget(card, 1)
        row.addWidget(self.form)
        self.show_result(result)

    def show_result(self, result: YearResult) -> None:
        """Show another result."""
        bars = year_bars(result)
        bands = [(band.label, rounded(band.total_at_least)) for band in result.instrument.grade_rule.bands]
        lines = [f"{bar.year} {score_figure(bar.score)} {bar.level}" for bar in bars]
        self.chart.show_chart(year_maker(bars, bands), lines)
        words = [*shape_lines(result.past)]
        if result.published:
            words.append(tr("ปีนี้ใช้คะแนนที่ประกาศ ส่วนที่ยังไม่มีคะแนนประกาศใช้ที่คำนวณได้"))
        self.shapes.setText(prose("\n".join(words)))
        self.shapes.setVisible(bool(words))
        self.form.take_known({year.year: year.figures for year in year_figures(result) if not year.working})
        self._show_table(result)

    def _show_table(self, result: YearResult) -> None:
        """Show the years' figures; another year more is another column."""
        years = tuple(year.year for year in year_figures(result))
        if self.table is None or years != self._years:
            if self.table is not None:
                self._table_place.removeWidget(self.table)
                self.table.deleteLater()
            self._years = years
            self.table = Table(RowModel(_columns(years)), tr("ยังไม่มีข้อมูล"))
            self.table.setAccessibleName(tr("คะแนนเทียบรายปี"))
            self.table.setMinimumHeight(theme.scaled(TABLE_LEAST))
            self._table_place.addWidget(self.table)
        self.table.show_rows(compared_years(result))


def _columns(years: tuple[int, ...]) -> list[Column[YearsRow]]:
    """What is scored, a column for each year, and the change into the last one."""

    def figure(place: int) -> Column[YearsRow]:
        """Make the column of a year."""
        title = prose(str(years[place]))
        return Column(title, lambda row: year_cell_words(row.cells[place]), YEAR_WIDTH, number=True)

    name: Column[YearsRow] = Column(tr("คะแนนของ"), _name)
    change: Column[YearsRow] = Column(tr("เปลี่ยนจากปีก่อน"), _change, CHANGE_WIDTH + 40, number=True)
    return [name, *(figure(place) for place in range(len(years))), change]


def _name(row: YearsRow) -> str:
    """Name a score, indented below what it belongs to."""
    if row.key.level is Level.TOTAL:
        return tr("คะแนนรวม")
    title = row.key.title.removeprefix(row.key.key).strip()
    return f"{INDENT.get(row.key.level, '')}{row.key.key} {title}"


def _change(row: YearsRow) -> str:
    """The change into the last year; since which year, where that is not the one before."""
    last = row.cells[-1]
    if last.change is None:
        return "–"
    return f"{last.change:+.2f} ({last.since})"
