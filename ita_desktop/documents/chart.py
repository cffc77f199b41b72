"""Charts on paper: the shapes of `domain.charts` drawn as lines and letters, sharp at any size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ita_desktop.documents.chart_pen import draw
from ita_desktop.documents.figures import written
from ita_desktop.documents.typeset import PLAIN, Drawing
from ita_desktop.domain.charts.bars import BarChart
from ita_desktop.domain.charts.groups import GroupChart
from ita_desktop.domain.charts.shapes import Kit
from ita_desktop.domain.charts.spread import Piece, SpreadChart, SpreadRow
from ita_desktop.domain.charts.years import YearsChart, merged_bands

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from ita_desktop.documents.ruler import Ruler
    from ita_desktop.domain.charts import shapes
    from ita_desktop.domain.charts.bars import Bar
    from ita_desktop.domain.charts.groups import Group
    from ita_desktop.domain.charts.years import YearBar
    from ita_desktop.domain.papers import Digits
    from ita_desktop.domain.report import QuestionResult


@dataclass(frozen=True, slots=True)
class PaperRuler:
    """Measures with the fonts of one paper."""

    ruler: Ruler

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width in millimetres of a text on one line."""
        return self.ruler.width(text, PLAIN.but(size=size, bold=bold))

    def text_lines(self, text: str, size: float, width: float) -> tuple[str, ...]:
        """Break a text into lines of at most `width` millimetres."""
        return self.ruler.lines(text, PLAIN.but(size=size), width)


@dataclass(frozen=True, slots=True)
class Chart:
    """Draws the charts of one paper with its fonts and figures."""

    ruler: Ruler
    digits: Digits

    def indicator_bars(self, bars: Sequence[Bar], target: Decimal, alt: str, caption: str) -> Drawing:
        """Draw bars lying, the target as a broken line; bars below it are hatched."""
        return _drawing(BarChart(self._kit(), tuple(bars), target), alt, caption)

    def year_bars(
        self, years: Sequence[YearBar], bands: Sequence[tuple[str, Decimal]], alt: str, caption: str
    ) -> Drawing:
        """Draw years side by side on the levels of the rule in force."""
        return _drawing(YearsChart(self._kit(), tuple(years), merged_bands(bands)), alt, caption)

    def tool_bars(
        self, years: Sequence[int], groups: Sequence[Group], target: Decimal, alt: str, caption: str
    ) -> Drawing:
        """Draw tools and parts in groups, year by year."""
        return _drawing(GroupChart(self._kit(), tuple(years), tuple(groups), target), alt, caption)

    def spread(self, questions: Sequence[QuestionResult], alt: str) -> Drawing:
        """Draw the spread of the questions' answers with a legend of the choices' scores."""
        rows = tuple(SpreadRow(each.code, _pieces(each)) for each in questions)
        return _drawing(SpreadChart(self._kit(), rows), alt)

    def _kit(self) -> Kit:
        """What the charts of this paper are made with."""
        return Kit(PaperRuler(self.ruler), figure=partial(written, digits=self.digits))


def _pieces(question: QuestionResult) -> tuple[Piece, ...]:
    """Take a question's choices as pieces of its bar."""
    return tuple(Piece(choice.score, choice.count, choice.percent) for choice in question.choices)


def _drawing(chart: shapes.Chart, alt: str, caption: str | None = None) -> Drawing:
    """Make the block of a chart."""
    return Drawing(chart.height_mm, lambda pen: draw(pen, chart.shapes(pen.width_mm)), alt, caption)
