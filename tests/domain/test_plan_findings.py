"""What the rules propose: each for a reason that is told, and nothing where there is no data."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.plan.findings import Heading, Rule
from ita_desktop.domain.plan.library import (
    LibraryFault,
    LibraryUnusable,
    Suggestion,
    fitting,
    parse_library,
)
from ita_desktop.domain.plan.rules import default_rules, linked_pairs, propose
from ita_desktop.domain.scoring import score_instrument, sheet_of
from ita_desktop.support.paths import resource
from tests.helpers.offices import instrument_of, rangsit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.plan.findings import Finding, Rules

INSTRUMENT = instrument_of(2568)
RULES = default_rules(INSTRUMENT)
INVENTED = parse(Path("tests/instruments/invented-2570.json").read_text("utf-8"))
LIBRARY = resource("measures", "library.json").read_text("utf-8")


def found(
    scores: Mapping[str, str], before: Mapping[str, str] | None = None, rules: Rules = RULES
) -> dict[str, Finding]:
    """Propose of a few scores; all others have no data."""
    values = {key: Fraction(text) for key, text in scores.items()}
    then = {key: Decimal(text) for key, text in (before or {}).items()}
    return {each.score_key: each for each in propose(INSTRUMENT, values.get, then, rules)}


def why(finding: Finding) -> set[Rule]:
    """The rules that spoke for a finding."""
    return {reason.rule for reason in finding.reasons}


def test_without_results_nothing_is_found() -> None:
    """No data is not 0: it is no weak point."""
    assert found({}) == {}


def test_below_the_target_is_urgent_and_below_the_best_level_is_to_be_developed() -> None:
    """At the limits themselves nothing is said."""
    assert RULES.urgent_below == 85
    assert RULES.develop_below == 95
    rows = found({"1": "84.99", "2": "85", "3": "94.99", "4": "95"})
    assert {key: each.heading for key, each in rows.items()} == {
        "1": Heading.URGENT,
        "2": Heading.DEVELOP,
        "3": Heading.DEVELOP,
    }


def test_a_rule_looks_at_what_stands_on_the_page() -> None:
    """84.996 is shown as 85.00, and 85.00 is not below 85."""
    assert found({"1": "84.996"}, rules=replace(RULES, develop_below=Decimal(85))) == {}


def test_a_checklist_item_with_nothing_published_is_urgent_for_that_reason() -> None:
    """At 0 the reason is told; part of it is incomplete; the full score is no finding."""
    rows = found({"o1": "0", "o2": "50", "o3": "100"})
    assert Rule.NOTHING_PUBLISHED in why(rows["o1"])
    assert Rule.INCOMPLETE in why(rows["o2"])
    assert "o3" not in rows


def test_what_fell_since_last_year_is_found_even_at_a_high_score() -> None:
    """By the figure of the rule or more; a rise is no finding."""
    rows = found({"1": "97", "2": "97", "3": "97"}, {"1": "98", "2": "97.99", "3": "90"})
    assert set(rows) == {"1"}
    (reason,) = rows["1"].reasons
    assert (reason.rule, reason.score, reason.against) == (Rule.FELL, Decimal(97), Decimal(98))


def test_inside_and_outside_view_apart_are_told_at_the_lower_of_the_two() -> None:
    """i2 and e2 ask the same: both lead to the same checklist items."""
    assert linked_pairs(INSTRUMENT) == (("i2", "e2"),)
    rows = found({"i2": "99", "e2": "90"}, rules=replace(RULES, develop_below=RULES.urgent_below))
    assert set(rows) == {"e2"}
    (reason,) = rows["e2"].reasons
    assert (reason.rule, reason.other, reason.against) == (Rule.APART, "i2", Decimal(99))


def test_a_published_year_near_the_top_still_shows_its_lowest_items() -> None:
    """2568 of seed figures: the assessor named i2, i9 and e2; the rules find them, and o2."""
    tallies, results = rangsit(INSTRUMENT, 75)
    sheet = sheet_of(score_instrument(INSTRUMENT, tallies, results))
    rows = {each.score_key: each for each in propose(INSTRUMENT, sheet.value, {}, RULES)}
    assert {"i2", "i9", "e2"} <= set(rows)
    assert all(rows[key].heading is Heading.DEVELOP for key in ("i2", "i9", "e2"))
    assert rows["o2"].heading is Heading.URGENT


def test_the_rules_of_an_instrument_of_another_shape_are_its_own() -> None:
    """Four levels and a target of 75: no figure of another year is used."""
    rules = default_rules(INVENTED)
    assert (rules.urgent_below, rules.develop_below, rules.pairs) == (Decimal(75), Decimal(90), ())
    rows = {each.score_key: each for each in propose(INVENTED, {"5": Fraction(74)}.get, {}, rules)}
    assert rows["5"].heading is Heading.URGENT


def test_our_library_has_measures_for_every_indicator_with_steps_and_a_target() -> None:
    """Whatever the indicator is called by, ระบบ or not; what names the item comes first."""
    library = parse_library(LIBRARY)
    for indicator in INSTRUMENT.indicators:
        offered = fitting(library.suggestions, indicator.title)
        assert len(offered) >= 3, indicator.title
        assert all(each.steps and each.success and each.target for each in offered)
    assert "i10" in fitting(library.suggestions, "การใช้ทรัพย์สินของราชการ", "i10")[0].items
    assert fitting(library.suggestions, "การปรับปรุงการทำงาน")


def test_items_of_our_library_are_items_of_the_instrument() -> None:
    """A code that there is not would never be offered."""
    codes = {item.code for tool in INSTRUMENT.tools for item in tool.items}
    named = {code for each in parse_library(LIBRARY).suggestions for code in each.items}
    assert named <= codes


def test_the_offices_own_measure_comes_before_others() -> None:
    """What was done here is better known than what somebody wrote."""
    own = Suggestion("ของเรา", "การใช้อำนาจ", from_year=2567)
    other = Suggestion("ของเขา", "การใช้อำนาจ")
    assert fitting((other, own), "การใช้อำนาจ") == (own, other)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"format": "x"}, LibraryFault.NOT_OURS),
        ({"format_version": 2}, LibraryFault.TOO_NEW),
        ({"source": " "}, LibraryFault.NO_SOURCE),
        ({"version": 0}, LibraryFault.NO_VERSION),
        ({"version": True}, LibraryFault.NO_VERSION),
        ({"measures": []}, LibraryFault.NO_MEASURES),
        ({"measures": [{"indicator": "x"}]}, LibraryFault.NO_TITLE),
        ({"measures": [{"title": "x"}]}, LibraryFault.NO_INDICATOR),
        ({"measures": [{"title": "x" * 5001, "indicator": "x"}]}, LibraryFault.TOO_LONG),
    ],
)
def test_a_library_that_lacks_something_is_refused_with_what(
    change: dict[str, object], fault: LibraryFault
) -> None:
    """A stranger's file; nothing of it is taken."""
    with pytest.raises(LibraryUnusable) as caught:
        parse_library(json.dumps({**json.loads(LIBRARY), **change}))
    assert caught.value.fault is fault
    with pytest.raises(LibraryUnusable):
        parse_library("ไม่ใช่ JSON")
