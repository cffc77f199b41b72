"""Published figures are held against each other and against the counts, and read out of copied tables."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from ita_desktop.domain.comparison import explain
from ita_desktop.domain.contradictions import contradictions
from ita_desktop.domain.explaining_pairs import explain_by_pairs
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.published_text import read_figures
from ita_desktop.domain.scoring import score_instrument, sheet_of
from tests.helpers.offices import instrument_of, rangsit


def figures(**values: str) -> dict[str, Decimal]:
    """Published figures; `n9` names indicator 9."""
    return {key.removeprefix("n"): Decimal(value) for key, value in values.items()}


def test_the_published_2568_aggregates_agree_with_each_other() -> None:
    """Total, tools, EIT's parts and indicators of the city's report do not contradict one another."""
    published = figures(
        total="99.70", IIT="99.93", EIT1="99.82", EIT2="100", OIT="99.38", n9="98.75", n10="100"
    )
    assert contradictions(instrument_of(2568), published) == ()


def test_the_printed_item_table_contradicts_its_own_indicator() -> None:
    """With o2 printed as 50 and all else 100, sub-indicators make 97.50: the printed 98.75 is told apart."""
    instrument = instrument_of(2568)
    items = {item.code: Decimal(100) for item in instrument.checklists[0].items} | {"o2": Decimal(50)}
    (found,) = contradictions(instrument, {**items, "9": Decimal("98.75")})
    assert (found.key, found.low, found.high) == ("9", Decimal("97.50"), Decimal("97.51"))


def test_a_total_that_its_tools_cannot_make_is_told() -> None:
    """The plain mean in place of the weighted one is the commonest slip of old reports."""
    (found,) = contradictions(
        instrument_of(2564), figures(total="91.87", IIT="83.41", EIT="92.21", OIT="100")
    )
    assert found.parts == ("IIT", "EIT", "OIT")
    assert found.low <= Decimal("92.69") <= found.high


def test_two_results_explain_what_no_single_one_does() -> None:
    """Figures made with o2 and o23 at 50 are explained by that pair, and by no single item."""
    instrument = instrument_of(2568)
    tallies, results = rangsit(instrument, 100)
    truth = sheet_of(
        score_instrument(instrument, tallies, {**results, "o2": Fraction(50), "o23": Fraction(50)})
    )
    keys = ("9.1", "10.1", "9", "10", "OIT", "total")
    published = {key: rounded(value) for key in keys if (value := truth.value(key)) is not None}
    assert explain(instrument, tallies, results, published) == ()
    pairs = explain_by_pairs(instrument, tallies, results, published)
    assert {"o2", "o23"} in [{each.item for each in pair} for pair in pairs]
    for pair in pairs:
        made = {**results, **{each.item: each.value for each in pair}}
        sheet = sheet_of(score_instrument(instrument, tallies, made))
        assert all(rounded(sheet.value(key) or Fraction(0)) == published[key] for key in published)


def test_what_no_pair_explains_stays_unexplained() -> None:
    """A survey's figure that is off cannot be mended by checklist items."""
    instrument = instrument_of(2568)
    assert explain_by_pairs(instrument, *rangsit(instrument, 100), figures(IIT="50")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "IIT\t99.93\nตัวชี้วัด\nคะแนนรวม\t99.70",
        "IIT การรับรู้ภายใน ๙๙.๙๓\nคะแนนรวม ๙๙.๗๐\nตัวชี้วัด",
        "ข้อ\tคะแนน\tประกาศ\nคะแนนรวม\t99.45\t99.70\nIIT x\t99.00\t99.93\nEIT y\t98.00\t\nตัวชี้วัด\t\t5",
    ],
)
def test_copied_tables_are_read(text: str) -> None:
    """Tabs or spaces, Thai digits, a column of its own: the figures are found, and other lines given back."""
    read = read_figures(text, ("total", "IIT", "EIT"))
    assert read.figures == {"IIT": Decimal("99.93"), "total": Decimal("99.70")}
    assert len(read.refused) == 1


def test_a_figure_over_100_or_twice_is_refused() -> None:
    """Neither an impossible figure nor a second one for the same score is kept."""
    read = read_figures("IIT 101\nEIT 90\nEIT 91", ("total", "IIT", "EIT"))
    assert read.figures == {"EIT": Decimal("90.00")}
    assert read.refused == ("IIT 101", "EIT 91")
