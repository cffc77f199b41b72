"""Indicators as bars beside the target, and the tools year by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.domain.numbers import rounded
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.results_charts import group_words, indicator_bars, score_figure, tool_groups
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.charts import DrawnChart, bar_maker, group_maker
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from ita_desktop.services.results import YearResult


class BarsView(QWidget):
    """Two charts side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.chart = DrawnChart(tr("กราฟคะแนนตามตัวชี้วัด"), QSize(420, 300))
        self.tools = DrawnChart(tr("กราฟคะแนนตามเครื่องมือ"), QSize(300, 240))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        left = Card(tr("คะแนนตามตัวชี้วัด"))
        left.head.addWidget(Text(tr("แท่งเรียบ: ถึงเป้าหมาย · แท่งลาย: ต่ำกว่าเป้าหมาย"), "small"))
        left.body.addWidget(self.chart, 1)
        right = Card(tr("คะแนนตามเครื่องมือ"))
        right.body.addWidget(self.tools, 1)
        row.addWidget(left, 5)
        row.addWidget(right, 4)

    def show_result(self, result: YearResult) -> None:
        """Show another result."""
        target, bars = rounded(result.instrument.target), indicator_bars(result)
        lines = [f"{bar.label} {score_figure(bar.score)}" for bar in bars]
        self.chart.show_chart(bar_maker(bars, target), lines)
        years, groups = tool_groups(result)
        self.tools.show_chart(group_maker(years, groups, target), list(group_words(years, groups)))
