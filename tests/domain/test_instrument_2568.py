"""The 2568 instrument holds what the published report shows, in the same numbers and directions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.answers import PartTally, Tally
from ita_desktop.domain.grading import grade, grade_sheet
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.scoring import ScoreSheet, score_instrument, sheet_of
from tests.instruments.edit import text_of

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Item, Tool

YEAR = parse(text_of(2568))
IIT, EIT, OIT = YEAR.tools

SIX_LEVELS = (0, 20, 40, 60, 80, 100)


def scores(item: Item) -> tuple[Fraction | None, ...]:
    """Return the scores of an item's choices from the left."""
    return tuple(choice.score for choice in item.questions[0].choices)


def codes(tool: Tool) -> list[str]:
    """Return the codes of a tool's items."""
    return [item.code for item in tool.items]


def test_there_are_15_9_and_28_items_in_5_3_and_2_indicators() -> None:
    """The shape of the year, numbered through from indicator 1 to 10."""
    assert codes(IIT) == [f"i{n}" for n in range(1, 16)]
    assert codes(EIT) == [f"e{n}" for n in range(1, 10)]
    assert codes(OIT) == [f"o{n}" for n in range(1, 29)]
    assert [len(tool.indicators) for tool in YEAR.tools] == [5, 3, 2]
    assert [indicator.code for indicator in YEAR.indicators] == [str(n) for n in range(1, 11)]
    assert all(len(indicator.items) == 3 for tool in (IIT, EIT) for indicator in tool.indicators)


def test_the_oit_items_stand_in_their_seven_groups() -> None:
    """4, 7, 2, 3 and 4 items publish; 4 and 4 prevent."""
    groups = {sub.code: len(sub.items) for indicator in OIT.indicators for sub in indicator.sub_indicators}
    assert groups == {"9.1": 4, "9.2": 7, "9.3": 2, "9.4": 3, "9.5": 4, "10.1": 4, "10.2": 4}


def test_polarity_is_that_of_the_published_figures() -> None:
    """Reversed are i2, i5-i8 and i11; i10 has the labels of i2 and is not reversed."""
    by_scores: dict[tuple[Fraction | None, ...], list[str]] = {}
    for item in (*IIT.items, *EIT.items):
        by_scores.setdefault(scores(item), []).append(item.code)
    assert by_scores.pop(tuple(map(Fraction, reversed(SIX_LEVELS)))) == ["i2", "i5", "i6", "i7", "i8", "i11"]
    assert by_scores.pop((Fraction(100), Fraction(0))) == ["i3", "i9", "e3"]
    assert len(by_scores.pop(tuple(map(Fraction, SIX_LEVELS)))) == 15
    assert by_scores == {}
    i2, i10 = YEAR.item("i2").questions[0], YEAR.item("i10").questions[0]
    assert [choice.label for choice in i2.choices] == [choice.label for choice in i10.choices]


def test_the_weights_are_30_30_40_and_the_eit_has_two_equal_parts() -> None:
    """The total needs the mean of both EIT parts, as the published 99.70 shows."""
    assert {tool.code: tool.weight for tool in YEAR.tools} == {"IIT": 30, "EIT": 30, "OIT": 40}
    assert {part.code: part.weight for part in EIT.parts} == {"EIT1": 50, "EIT2": 50}
    assert [part.code for part in IIT.parts] == ["IIT"]


def test_respondents_are_asked_what_the_published_tables_show() -> None:
    """Five questions each, with as many groups as the tables have rows."""
    assert {q.code: len(q.choices) for q in IIT.profile} == {
        "age": 6,
        "sex": 3,
        "education": 6,
        "level": 4,
        "tenure": 4,
    }
    assert {q.code: len(q.choices) for q in EIT.profile} == {
        "age": 6,
        "sex": 3,
        "education": 6,
        "status": 4,
        "matter": 4,
    }


def test_weak_items_lead_where_the_assessor_sent_them() -> None:
    """I2 and e2 to e-service and the two handbooks, i9 to the bribery risk assessment."""
    links = {item.code: item.leads_to for tool in YEAR.surveys for item in tool.items if item.leads_to}
    assert links == {"i2": ("o10", "o8", "o9"), "i9": ("o23",), "e2": ("o10", "o8", "o9")}
    assert YEAR.item("o10").text == "E-Service"


def test_components_are_given_only_where_they_are_known() -> None:
    """O1 to o3 could be read; nothing is made up for the others."""
    assert [item.code for item in OIT.items if item.components] == ["o1", "o2", "o3"]


def test_the_footnote_marks_stay_as_printed() -> None:
    """The asterisks are part of the official wording."""
    marked = [item.code for tool in YEAR.tools for item in tool.items if "*" in item.text]
    assert marked == ["i7", "i8", "o14"]


def rangsit(o2: int) -> ScoreSheet:
    """Score the published counts of 2568: 188 answered the IIT, 560 the EIT part 1; part 2 is all best."""

    def tally(tool: Tool, part: str, respondents: int, counts: dict[str, dict[int, int]]) -> PartTally:
        questions = {}
        for question in tool.questions:
            values = [choice.score for choice in question.choices]
            best = [0] * len(values)
            best[values.index(Fraction(100))] = respondents
            for place, count in counts.get(question.code, {}).items():
                best[values.index(Fraction(100))] -= count
                best[place] += count
            questions[question.code] = Tally(tuple(best))
        return PartTally(part, respondents, questions)

    disagree = {f"e{n}": {0: 1} for n in (1, 4, 5, 6, 7, 8, 9)}
    tallies = {
        "IIT": tally(IIT, "IIT", 188, {"i2": {5: 1}, "i9": {1: 1}}),
        "EIT1": tally(EIT, "EIT1", 560, {**disagree, "e2": {0: 1, 4: 1}, "e3": {1: 1}}),
        "EIT2": tally(EIT, "EIT2", 40, {}),
    }
    results: dict[str, Fraction | None] = {code: Fraction(o2 if code == "o2" else 100) for code in codes(OIT)}
    return sheet_of(score_instrument(YEAR, tallies, results))


@pytest.mark.parametrize(
    ("o2", "indicator_9", "oit", "total"), [(75, "98.75", "99.38", "99.70"), (50, "97.50", "98.75", "99.45")]
)
def test_the_published_result_comes_out_of_the_published_counts(
    o2: int, indicator_9: str, oit: str, total: str
) -> None:
    """IIT 99.93, EIT 99.82 and 100, and the rest as o2 is 75 or, as printed, 50."""
    sheet = rangsit(o2)
    wanted = {
        "IIT": "99.93",
        "EIT1": "99.82",
        "EIT2": "100.00",
        "EIT": "99.91",
        "9": indicator_9,
        "OIT": oit,
        "total": total,
        "i2": "99.47",
        "i9": "99.47",
    }
    shown = {key: str(rounded(value)) for key in wanted if (value := sheet.value(key)) is not None}
    assert shown == wanted
    band = grade_sheet(YEAR.grade_rule, sheet)
    assert band is not None
    assert band.label == "ผ่านดีเยี่ยม"


@pytest.mark.parametrize(
    ("total", "weakest", "label"),
    [
        ("95", "95", "ผ่านดีเยี่ยม"),
        ("99", "94.99", "ผ่านดี"),
        ("94.99", "94", "ผ่านดี"),
        ("85", "84.99", "ผ่าน"),
        ("84.99", "84", "ต้องปรับปรุง"),
        ("70", "10", "ต้องปรับปรุง"),
        ("69.99", "69", "ต้องปรับปรุงโดยด่วน"),
    ],
)
@pytest.mark.parametrize("part", ["IIT", "EIT1", "EIT2", "OIT"])
def test_the_level_needs_each_of_four_scores(total: str, weakest: str, label: str, part: str) -> None:
    """The EIT parts count separately: four scores, not three."""
    values = {"total": Fraction(total), **dict.fromkeys(("IIT", "EIT1", "EIT2", "OIT"), Fraction(100))}
    values[part] = Fraction(weakest)
    band = grade(YEAR.grade_rule, values.get)
    assert band is not None
    assert band.label == label


def test_the_letters_are_kept_for_comparison() -> None:
    """The former rule stands second: AA from 95, A from 85, and so on to F."""
    letters = YEAR.grade_rules[1]
    bounds = [(band.label, int(band.total_at_least)) for band in letters.bands]
    assert bounds == [("AA", 95), ("A", 85), ("B", 75), ("C", 65), ("D", 55), ("E", 50), ("F", 0)]
    assert all(band.passes == (band.total_at_least >= YEAR.target) for band in letters.bands)


@pytest.mark.parametrize("year", [2564, 2568])
def test_each_past_year_is_judged_by_one_rule_of_its_time(year: int) -> None:
    """Letters to 2565, words since: no year has two rules in one file, and none is without."""
    rules = parse(text_of(year)).grade_rules
    for judged in range(2560, 2570):
        [rule] = [rule for rule in rules if rule.judges(judged)]
        assert (rule.bands[0].label == "AA") == (judged <= 2565)
    assert rules[0].judges(year)


def test_what_no_source_confirms_is_listed_as_unconfirmed() -> None:
    """A clerk can read which settings to check: steps, averaging, sample rule, calendar, middle scores."""
    assert [step.score for step in OIT.steps] == [0, 50, 100]
    assert OIT.by_sub_indicator
    assert {str(rule.share_percent) for rule in YEAR.sample_rules} == {"10"}
    assert {(rule.minimum, rule.maximum) for rule in YEAR.sample_rules} == {(30, 400)}
    for word in ("0, 50 หรือ 100", "ตัวชี้วัดย่อยก่อน", "ร้อยละ 10", "ปฏิทินปี 2568", "20, 40 และ 60", "“ผ่านดี”"):
        assert any(word in sentence for sentence in YEAR.unconfirmed), word


def test_the_ten_activities_lie_in_the_calendar_year_and_in_order() -> None:
    """They are suggestions moved from 2563, so at least they must be days of 2568."""
    assert len(YEAR.calendar) == 10
    assert all(activity.start[:4] == activity.end[:4] == "2025" for activity in YEAR.calendar)
    starts = [activity.start for activity in YEAR.calendar]
    assert starts[:2] == ["2025-04-01"] * 2
    assert starts[-1] == "2025-08-01"
    assert YEAR.calendar[0].title == "ลงทะเบียนเข้าใช้งานระบบ"


def test_items_of_2564_lead_to_their_successors() -> None:
    """Both ends of each link exist; E-Service goes on, the executives' participation has no successor."""
    older = {item.code for item in parse(text_of(2564)).tools[2].items}
    links = dict(YEAR.successors)
    assert set(links) <= older
    assert links["O17"] == "o10"
    assert links["O43"] == "o28"
    assert "O35" not in links
