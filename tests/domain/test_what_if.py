"""Supposing another result scores the year anew, and the way to a level is the shortest there is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.what_if import Supposed, Year, levers, outcome, tally_of_shares
from ita_desktop.domain.what_if_way import floors, shortest_way, unmet
from tests.helpers.offices import best_tally, instrument_of, rangsit

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Instrument


@pytest.fixture(scope="module")
def year_2568() -> Year:
    """A city's year 2568 with o2 as printed."""
    instrument = instrument_of(2568)
    return Year(instrument, *rangsit(instrument, 50))


def printed(value: Fraction | None) -> str:
    """A score as it is printed."""
    return str(rounded(value)) if value is not None else "-"


def test_supposing_an_item_moves_the_whole_chain(year_2568: Year) -> None:
    """With o2 supposed at 75, the published chain comes out; the year itself stays as it is."""
    made = outcome(year_2568, Supposed().with_result("o2", Fraction(75)))
    assert [printed(made.sheet.value(key)) for key in ("9", "OIT", "total")] == ["98.75", "99.38", "99.70"]
    assert made.level is not None
    assert made.level.label == "ผ่านดีเยี่ยม"
    assert printed(year_2568.sheet().value("total")) == "99.45"


def test_supposing_answer_shares_moves_their_part_alone(year_2568: Year) -> None:
    """e4 of part 1 at half and half between worst and best pulls EIT1 down; EIT2 stays."""
    half = tally_of_shares([Fraction(50), *[Fraction(0)] * 4, Fraction(50)])
    made = outcome(year_2568, Supposed().with_answers("EIT1", "e4", half))
    assert printed(made.sheet.value("EIT2")) == "100.00"
    assert made.sheet.value("EIT1") == year_2568.sheet().value("EIT1") - (Fraction(559, 560) * 100 - 50) / 9  # type: ignore[operator]


def test_shares_that_are_no_whole_are_refused() -> None:
    """Ninety-nine per cent is not a distribution, nor is less than nothing."""
    for shares in ((Fraction(50), Fraction(49)), (Fraction(150), Fraction(-50)), (Fraction(1, 3),) * 3):
        with pytest.raises(ValueError, match="Fraction"):
            tally_of_shares(shares)


def test_levers_are_ranked_by_what_they_add(year_2568: Year) -> None:
    """o2 stands first: it would add half a point; nothing that is at its best is listed."""
    found = levers(year_2568)
    assert found[0].item.code == "o2"
    assert printed(found[0].gain("total")) == "0.50"
    gains = [each.gain("total") for each in found]
    assert gains == sorted(gains, reverse=True)
    assert all(each.present < each.best for each in found if each.present is not None)


def low_year(instrument: Instrument, low: int, part_two: int) -> Year:
    """A year in which the first `low` checklist items got nothing and part 2 of EIT stands at `part_two`."""
    tools = {tool.code: tool for tool in instrument.tools}
    shares = tally_of_shares([Fraction(100 - part_two), *[Fraction(0)] * 4, Fraction(part_two)])
    second = best_tally(tools["EIT"], "EIT2", 50)
    six = {q.code: shares for q in tools["EIT"].questions if len(q.choices) == 6}
    tallies = {
        "IIT": best_tally(tools["IIT"], "IIT", 40),
        "EIT1": best_tally(tools["EIT"], "EIT1", 60),
        "EIT2": replace(second, questions={**second.questions, **six}),
    }
    items = tools["OIT"].items
    results = {item.code: Fraction(0 if n < low else 100) for n, item in enumerate(items)}
    return Year(instrument, tallies, results)


def test_the_way_looks_at_each_part_by_itself() -> None:
    """A total far above 95 is not enough: part 2 alone below 95 asks for items of part 2, and only those."""
    year = low_year(instrument_of(2568), 0, 90)
    assert year.sheet().value("total") > 98  # type: ignore[operator]
    way = shortest_way(year, year.instrument.grade_rule.bands[0])
    assert {step.lever.part.code for step in way.steps} == {"EIT2"}
    assert outcome(year, way.supposed).level == year.instrument.grade_rule.bands[0]
    assert all(0 < step.people <= step.lever.below_best for step in way.steps)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from([0, 50, 100]), min_size=28, max_size=28))
def test_no_shorter_way_exists(results: list[int]) -> None:
    """The way reaches its level; no one or two of the twelve strongest items do, where it takes more."""
    instrument = instrument_of(2568)
    year = low_year(instrument, 0, 100)
    items = instrument.checklists[0].items
    year = replace(year, results={i.code: Fraction(v) for i, v in zip(items, results, strict=True)})
    band = instrument.grade_rule.bands[1]
    way = shortest_way(year, band)
    assert unmet(outcome(year, way.supposed).sheet, floors(instrument.grade_rule, band)) == ()
    known = levers(year)
    for size in range(min(len(way.steps), 3)):
        for chosen in combinations(known[:12], size):
            made = Supposed()
            for lever in chosen:
                made = lever.moved(year, made, Fraction(1))
            assert unmet(outcome(year, made).sheet, floors(instrument.grade_rule, band))


def test_a_reached_level_needs_no_way(year_2568: Year) -> None:
    """Where the level is reached, no step is asked for."""
    way = shortest_way(year_2568, year_2568.instrument.grade_rule.bands[0])
    assert way.reached
    assert way.steps == ()


def test_an_instrument_without_data_has_no_way(year_2568: Year) -> None:
    """Without answers there is no total: what lacks is named, no way is made up."""
    way = shortest_way(replace(year_2568, tallies={}), year_2568.instrument.grade_rule.bands[0])
    assert way.lacking == ("IIT", "EIT")
    assert way.steps == ()
