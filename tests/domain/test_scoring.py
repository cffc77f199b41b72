"""The score agrees with the published ones, is exact, and never takes silence for zero."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.answers import Card, PartTally, Tally, tally_cards, tally_lines
from ita_desktop.domain.comparison import Explanation, differences, explain
from ita_desktop.domain.grading import grade, grade_sheet, total_from_tools
from ita_desktop.domain.instrument import Choice, Item, Question, ToolKind
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.scoring import (
    ScoreSheet,
    provisional_total,
    score_instrument,
    score_item,
    score_question,
    sheet_of,
)
from tests.helpers.offices import best_tally, instrument_of, rangsit

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Instrument

PUBLISHED = {
    "9": Decimal("98.75"),
    "10": Decimal("100.00"),
    "OIT": Decimal("99.38"),
    "EIT1": Decimal("99.82"),
    "IIT": Decimal("99.93"),
    "total": Decimal("99.70"),
}


@pytest.fixture(scope="module")
def year_2568() -> Instrument:
    """The instrument of 2568."""
    return instrument_of(2568)


def shown(sheet: ScoreSheet, key: str) -> Decimal | None:
    """Return a score as it is printed."""
    value = sheet.value(key)
    return rounded(value) if value is not None else None


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("i1", "100.00"), ("i2", "99.47"), ("i9", "99.47"), ("IIT", "99.93"), ("EIT1", "99.82"),
        ("EIT2", "100.00"), ("EIT", "99.91"), ("6", "99.90"), ("7", "99.91"), ("8", "99.91"),
        ("9", "98.75"), ("10", "100.00"), ("OIT", "99.38"), ("total", "99.70"),
    ],
)  # fmt: skip
def test_the_published_2568_result_of_a_city_is_reproduced(
    year_2568: Instrument, key: str, expected: str
) -> None:
    """With o2 at 75 every published aggregate comes out."""
    sheet = sheet_of(score_instrument(year_2568, *rangsit(year_2568, 75)))
    assert shown(sheet, key) == Decimal(expected)
    assert grade_sheet(year_2568.grade_rule, sheet).label == "ผ่านดีเยี่ยม"  # type: ignore[union-attr]


def test_the_printed_o2_of_50_does_not_add_up_and_75_explains_it(year_2568: Instrument) -> None:
    """With o2 as printed the chain differs from the published one, and one item value explains it."""
    tallies, results = rangsit(year_2568, 50)
    sheet = sheet_of(score_instrument(year_2568, tallies, results))
    assert [shown(sheet, key) for key in ("9", "OIT", "total")] == [
        Decimal("97.50"), Decimal("98.75"), Decimal("99.45"),
    ]  # fmt: skip
    assert {d.key: d.size for d in differences(sheet, PUBLISHED)} == {
        "9": Decimal("1.25"),
        "OIT": Decimal("0.63"),
        "total": Decimal("0.25"),
    }
    (explanation,) = explain(year_2568, tallies, results, PUBLISHED)
    assert explanation == Explanation("o2", Fraction(50), Fraction(75))


def test_figures_that_agree_need_no_explanation(year_2568: Instrument) -> None:
    """Where nothing differs, nothing is explained."""
    tallies, results = rangsit(year_2568, 75)
    assert explain(year_2568, tallies, results, PUBLISHED) == ()


def test_figures_that_no_single_item_explains_are_left_unexplained(year_2568: Instrument) -> None:
    """A published figure far from any one item's reach gets no invented reason."""
    tallies, results = rangsit(year_2568, 75)
    assert explain(year_2568, tallies, results, {**PUBLISHED, "IIT": Decimal("50.00")}) == ()


@pytest.mark.parametrize(
    ("year", "scores", "total"),
    [
        (2563, ("80.79", "84.47", "97.50"), "88.58"),
        (2564, ("83.41", "92.21", "100.00"), "92.69"),
    ],
)
def test_past_totals_come_from_tool_scores(year: int, scores: tuple[str, ...], total: str) -> None:
    """The weights 30/30/40 give two years' published totals, and their letter."""
    instrument = instrument_of(2564)
    values = dict(zip(("IIT", "EIT", "OIT"), map(Fraction, scores), strict=True))
    computed = total_from_tools(instrument, values)
    assert computed is not None
    assert rounded(computed) == Decimal(total)
    rule = instrument.grade_rule_of(year) or instrument.grade_rule
    assert grade(rule, {**values, "total": computed}.get).label == "A"  # type: ignore[union-attr]


def test_a_total_without_one_of_the_tools_is_none_and_says_what_is_missing(year_2568: Instrument) -> None:
    """Half a sum is not a score; the provisional mean is kept apart."""
    tallies, _ = rangsit(year_2568, 75)
    total = score_instrument(year_2568, tallies, {})
    assert total.value is None
    assert "o1" in total.missing
    assert provisional_total(total) is not None
    assert grade_sheet(year_2568.grade_rule, sheet_of(total)) is None


def test_a_part_without_respondents_is_missing_not_zero(year_2568: Instrument) -> None:
    """Without EIT part 2 the EIT is part 1, and the total says that EIT2 is missing."""
    tallies, results = rangsit(year_2568, 75)
    del tallies["EIT2"]
    total = score_instrument(year_2568, tallies, results)
    sheet = sheet_of(total)
    assert sheet.value("EIT") == sheet.value("EIT1")
    assert sheet.value("EIT2") is None
    assert total.missing == ("EIT2",)


def test_blank_and_unreadable_answers_are_counted_apart_and_never_scored() -> None:
    """Only those who chose a choice are in the mean."""
    question = Question("q", "?", (Choice("ก", Fraction(0)), Choice("ข", Fraction(100))))
    score = score_question(question, Tally((1, 1), blank=7, unreadable=2, double=3))
    assert score.value == 50
    assert score_question(question, Tally((0, 0), blank=7)).value is None


def test_an_item_with_sub_questions_is_their_mean() -> None:
    """Each sub-question weighs the same, however many answered it."""
    choices = (Choice("ก", Fraction(0)), Choice("ข", Fraction(100)))
    item = Item("I1", "?", (Question("I1.1", "?", choices), Question("I1.2", "?", choices)))
    assert score_item(item, {"I1.1": Tally((0, 9)), "I1.2": Tally((1, 0))}).value == 50
    only_one = score_item(item, {"I1.1": Tally((0, 9))})
    assert (only_one.value, only_one.missing) == (Fraction(100), ("I1.2",))


def test_a_plain_mean_of_items_is_the_other_setting(year_2568: Instrument) -> None:
    """Without the sub-indicator step every item of an indicator weighs the same."""
    tallies, results = rangsit(year_2568, 0)
    flat = replace(
        year_2568,
        tools=tuple(
            replace(tool, by_sub_indicator=False) if tool.kind is ToolKind.CHECKLIST else tool
            for tool in year_2568.tools
        ),
    )
    results["o12"] = Fraction(0)
    stepped, plain = (sheet_of(score_instrument(each, tallies, results)) for each in (year_2568, flat))
    assert plain.value("9") == Fraction(18 * 100, 20)
    assert stepped.value("9") == Fraction(75 + 100 + 50 + 100 + 100, 5)


def test_what_stands_in_two_parts_is_their_mean_and_their_counts_add_up(year_2568: Instrument) -> None:
    """e2 over both parts: counts of both, score the mean of the parts."""
    sheet = sheet_of(score_instrument(year_2568, *rangsit(year_2568, 75)))
    both = sheet.by_key["e2"]
    assert both.tally is not None
    assert both.tally.counts == (1, 0, 0, 0, 1, 758)
    assert rounded(both.value or Fraction(0)) == Decimal("99.89")


@given(st.lists(st.integers(0, 50), min_size=6, max_size=6), st.permutations(range(6)))
def test_the_order_of_questionnaires_does_not_matter(counts: list[int], order: list[int]) -> None:
    """Counting is counting: any order of the forms gives the same tally as the counts themselves."""
    instrument = instrument_of(2568)
    tool = instrument.tools[0]
    width = len(tool.form)
    lines = [str(choice + 1).ljust(width, "-") for choice in order for _ in range(counts[choice])]
    tally = tally_lines("IIT", tool, lines)
    first = tool.form[0]
    assert tally.questions[first.code].counts == tuple(counts[: len(first.choices)])
    assert tally.respondents == sum(counts)


@given(st.integers(1, 400), st.integers(0, 400))
def test_every_score_lies_between_its_children(respondents: int, worst: int) -> None:
    """A mean is never outside what it is the mean of, on any floor of the tree."""
    instrument = instrument_of(2568)
    tool = instrument.tools[0]
    tally = best_tally(tool, "IIT", respondents)
    first = tool.questions[0]
    counts = list(tally.questions[first.code].counts)
    counts[0] += worst
    tally = PartTally("IIT", respondents, {**tally.questions, first.code: Tally(tuple(counts))})
    for score in score_instrument(instrument, {"IIT": tally}, {}).walk():
        values = [child.value for child in score.children if child.value is not None]
        if values and score.value is not None:
            assert min(values) <= score.value <= max(values)


def test_cards_count_as_lines_do(year_2568: Instrument) -> None:
    """Joined in pieces of any size, the same forms give the same counts; a short line is refused."""
    tool = year_2568.surveys[0]
    whole = "1" * len(tool.form)
    lines = [whole, "-" + whole[1:], "?" + whole[1:], "2" + whole[1:], "*" + whole[1:]]
    expected = tally_lines("IIT", tool, lines)
    for size in (1, 2, 5):
        pieces = [lines[n : n + size] for n in range(0, len(lines), size)]
        cards = [Card("\n".join(piece), len(piece)) for piece in pieces]
        assert tally_cards("IIT", tool, cards) == expected
    assert expected.questions[tool.form[0].code].blank == 1
    with pytest.raises(ValueError, match="IIT"):
        tally_lines("IIT", tool, [whole[:-1], whole + "1"])
