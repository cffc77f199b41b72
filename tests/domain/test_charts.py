"""Charts as shapes: lengths follow scores, nothing leaves its room, no name lies on another."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from ita_desktop.domain.charts.bars import Bar, BarChart
from ita_desktop.domain.charts.choices import ChoiceChart, shares
from ita_desktop.domain.charts.groups import FILLS, MOST_YEARS, Group, GroupChart
from ita_desktop.domain.charts.shapes import Block, Chart, Fill, Kit, Letters
from ita_desktop.domain.charts.spread import Piece, SpreadChart, SpreadRow
from ita_desktop.domain.charts.years import YearBar, YearsChart, merged_bands
from ita_desktop.domain.numbers import rounded
from tests.helpers.offices import instrument_of


class Monospace:
    """A ruler for which every letter is two millimetres wide."""

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Two millimetres a letter, whatever its size."""
        assert size > 0
        return 2.0 * len(text) * (1.1 if bold else 1.0)

    def text_lines(self, text: str, size: float, width: float) -> tuple[str, ...]:
        """Break anywhere."""
        assert size > 0
        fit = max(int(width // 2), 1)
        return tuple(text[start : start + fit] for start in range(0, len(text), fit))


KIT = Kit(Monospace())
TARGET = Decimal(85)
BANDS = {
    rule.title: merged_bands([(band.label, rounded(band.total_at_least)) for band in rule.bands])
    for rule in instrument_of(2568).grade_rules
}
CHARTS: dict[str, Chart] = {
    "bars": BarChart(KIT, (Bar("หนึ่ง", Decimal(100)), Bar("สอง " * 30, Decimal(0)), Bar("สาม", None)), TARGET),
    "years": YearsChart(
        KIT, (YearBar(2567, None, ""), YearBar(2568, Decimal(100), "ผ่านดีเยี่ยม")), next(iter(BANDS.values()))
    ),
    "groups": GroupChart(KIT, (2567, 2568), (Group("IIT", (None, Decimal(100))),), TARGET),
    "spread": SpreadChart(
        KIT,
        (
            SpreadRow(
                "i1", (Piece(Decimal(0), 1, Decimal("0.50")), Piece(Decimal(100), 199, Decimal("99.50")))
            ),
            SpreadRow("i2", ()),
        ),
    ),
    "choices": ChoiceChart(KIT, shares(["ไม่มี", "มี"], [199, 1])),
}


@pytest.mark.parametrize("width", [60.0, 110.0, 250.0])
@pytest.mark.parametrize("name", CHARTS)
def test_bars_stay_within_their_room(name: str, width: float) -> None:
    """Whatever the width, no bar leaves the chart at any side, and none is turned inside out."""
    chart = CHARTS[name]
    blocks = [shape for shape in chart.shapes(width) if isinstance(shape, Block)]
    assert blocks
    for block in blocks:
        assert min(block.w, block.h) >= 0
        assert -0.01 <= block.x <= block.x + block.w <= width + 0.01
        assert -0.01 <= block.y <= block.y + block.h <= chart.height_mm + 0.01


@pytest.mark.parametrize("plot", [18.0, 40.0, 66.0])
@pytest.mark.parametrize("rule", BANDS)
def test_names_of_levels_never_lie_on_each_other(rule: str, plot: float) -> None:
    """Letters of both rules, also where bands are narrow: names move down and stay in their order."""
    bands = BANDS[rule]
    chart = YearsChart(KIT, (YearBar(2568, Decimal(90), ""),), bands, plot_mm=plot)
    right = max(
        shape.x for shape in chart.shapes(160.0) if isinstance(shape, Letters) and shape.align == "left"
    )
    names = [shape for shape in chart.shapes(160.0) if isinstance(shape, Letters) and shape.x == right]
    assert len(names) >= len(bands)
    for upper, lower in pairwise(names):
        assert lower.baseline - upper.baseline >= 3.8


def test_lengths_follow_scores_and_the_target_parts_the_fills() -> None:
    """50 is half of 100; what reaches the target is plain, what does not is hatched; no data is no bar."""
    bars = (Bar("ก", Decimal(100)), Bar("ข", Decimal(50)), Bar("ค", Decimal(85)), Bar("ง", None))
    full, half, at = (
        shape for shape in BarChart(KIT, bars, TARGET).shapes(150.0) if isinstance(shape, Block)
    )
    assert half.w / full.w == pytest.approx(0.5)
    assert (full.fill, half.fill, at.fill) == (Fill.LIGHT, Fill.HATCHED, Fill.LIGHT)


@pytest.mark.parametrize("years", range(1, MOST_YEARS + 1))
def test_each_year_of_a_group_has_a_fill_of_its_own(years: int) -> None:
    """The last is the dark one, however many there are, and the legend names all."""
    assert len(set(FILLS[years])) == years
    assert FILLS[years][-1] is Fill.DARK
    numbers = tuple(range(2560, 2560 + years))
    chart = GroupChart(KIT, numbers, (Group("IIT", (Decimal(90),) * years),))
    words = {shape.text for shape in chart.shapes(200.0) if isinstance(shape, Letters)}
    assert {str(number) for number in numbers} <= words


def test_shares_of_a_question_sum_to_a_hundred() -> None:
    """Three thirds are 33.34, 33.33 and 33.33."""
    assert sum(share.percent for share in shares(["ก", "ข", "ค"], [1, 1, 1])) == Decimal("100.00")
