"""The charts of the window: the drawings of the papers, fitted into the room that there is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ita_desktop.domain.charts.bars import BarChart
from ita_desktop.domain.charts.groups import GroupChart
from ita_desktop.domain.charts.shapes import ChartWords, Kit
from ita_desktop.domain.charts.years import YearsChart, merged_bands
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.chart_paint import ScreenRuler, paint, pixels_per_mm
from ita_desktop.ui.widgets.chart_widget import ChartWidget

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from ita_desktop.domain.charts.bars import Bar
    from ita_desktop.domain.charts.groups import Group
    from ita_desktop.domain.charts.shapes import Chart
    from ita_desktop.domain.charts.years import YearBar

EDGE_MM = 1.5
"""Room around a chart, for the edge that shows where the cursor is."""

Maker: TypeAlias = Callable[[Kit, float], "Chart"]
"""Makes a chart that fits into so many millimetres of height, if it can."""


def chart_kit() -> Kit:
    """What the window's charts are made with, in the language that is spoken now."""
    words = ChartWords(
        tr("ยังไม่มีข้อมูล"),
        tr("เป้าหมาย {score}"),
        tr("{level} ({score} ขึ้นไป)"),
        tr("{score} คะแนน"),
        tr("{count} คน"),
    )
    return Kit(ScreenRuler(), words)


class DrawnChart(ChartWidget):
    """Shows one chart. `fixed`: it is as high as its drawing, else it takes the room that it gets."""

    def __init__(self, name: str, least: QSize, *, fixed: bool = False) -> None:
        super().__init__()
        self._least, self._fixed = least, fixed
        self._make: Maker | None = None
        high = QSizePolicy.Policy.Fixed if fixed else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, high)
        self.setAccessibleName(name)

    def show_chart(self, make: Maker | None, lines: Sequence[str]) -> None:
        """Show another chart, or none; `lines` are the same for a screen reader."""
        self._make = make
        self.setAccessibleDescription("\n".join(lines))
        self.updateGeometry()
        self.update()

    def _chart(self, height: float) -> Chart | None:
        """The chart for a height in pixels."""
        room = height / pixels_per_mm() - 2 * EDGE_MM
        return self._make(chart_kit(), room) if self._make is not None else None

    def sizeHint(self) -> QSize:
        """What it would like, or takes."""
        chart = self._chart(0) if self._fixed else None
        if chart is None:
            return QSize(
                theme.scaled(self._least.width()), 0 if self._fixed else self.minimumSizeHint().height()
            )
        high = round((chart.height_mm + 2 * EDGE_MM) * pixels_per_mm())
        return QSize(theme.scaled(self._least.width()), high)

    def minimumSizeHint(self) -> QSize:
        """Below this, letters run into each other."""
        wide = theme.scaled(self._least.width())
        return QSize(wide, self.sizeHint().height() if self._fixed else theme.scaled(self._least.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart within its edge."""
        chart = self._chart(self.height())
        if chart is None:
            return
        painter = QPainter(self)
        edge = EDGE_MM * pixels_per_mm()
        painter.translate(edge, edge)
        paint(painter, chart.shapes(self.width() / pixels_per_mm() - 2 * EDGE_MM))


def bar_maker(bars: Sequence[Bar], target: Decimal | None) -> Maker:
    """Make bars as thick as the room allows."""

    def make(kit: Kit, room: float) -> BarChart:
        """Share the room out among the bars."""
        bare = BarChart(kit, tuple(bars), target, row_mm=0.0).height_mm
        return BarChart(kit, tuple(bars), target, min(max((room - bare) / max(len(bars), 1), 5.2), 10.5))

    return make


def year_maker(years: Sequence[YearBar], bands: Sequence[tuple[str, Decimal]]) -> Maker:
    """Make years as high as the room allows."""

    def make(kit: Kit, room: float) -> YearsChart:
        """Give the plot what the words leave."""
        merged = merged_bands(bands)
        bare = YearsChart(kit, tuple(years), merged, plot_mm=0.0).height_mm
        return YearsChart(kit, tuple(years), merged, max(room - bare, 18.0))

    return make


def group_maker(years: Sequence[int], groups: Sequence[Group], target: Decimal) -> Maker:
    """Make groups as high as the room allows."""

    def make(kit: Kit, room: float) -> GroupChart:
        """Give the plot what the words leave."""
        bare = GroupChart(kit, tuple(years), tuple(groups), target, plot_mm=0.0).height_mm
        return GroupChart(kit, tuple(years), tuple(groups), target, max(room - bare, 24.0))

    return make
