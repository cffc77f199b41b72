"""The 2564 instrument is another shape: sub-questions, four levels, letters, and an EIT that is not known."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.grading import grade, total_from_tools
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.numbers import rounded
from tests.instruments.edit import changed, text_from, text_of, tree_of

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Question

YEAR = parse(text_of(2564))
IIT, EIT, OIT = YEAR.tools

NORMAL = (0, 33, 67, 100)
REVERSED = (100, 67, 33, 0)


def scores(question: Question) -> tuple[Fraction | None, ...]:
    """Return the scores of a question's choices from the left."""
    return tuple(choice.score for choice in question.choices)


def with_scores(*wanted: int) -> list[str]:
    """Return the codes of the questions that have these scores."""
    return [question.code for question in IIT.questions if scores(question) == wanted]


def test_thirty_items_ask_51_questions_six_items_to_an_indicator() -> None:
    """An item with sub-questions has a code for each of them."""
    assert [item.code for item in IIT.items] == [f"I{n}" for n in range(1, 31)]
    assert [len(indicator.items) for indicator in IIT.indicators] == [6] * 5
    assert len(IIT.questions) == 51
    assert {item.code: len(item.questions) for item in IIT.items if len(item.questions) > 1} == {
        **dict.fromkeys(("I1", "I8", "I11", "I26"), 2),
        **dict.fromkeys(("I3", "I4", "I5", "I6", "I12", "I18", "I28"), 3),
        "I30": 4,
    }


def test_polarity_is_that_of_the_form_of_the_year() -> None:
    """I11 is mixed: its second sub-question is reversed."""
    assert with_scores(*REVERSED) == [
        "I9", "I10", "I11.2", "I16", "I17", "I18.1", "I18.2", "I18.3", "I19", "I22",
    ]  # fmt: skip
    assert with_scores(0, 100) == [f"I{n}.{k}" for n in (4, 5, 6) for k in (1, 2, 3)]
    assert with_scores(100, 0) == ["I26.1", "I26.2"]
    assert len(with_scores(*NORMAL)) == 51 - 10 - 9 - 2
    assert [choice.label for choice in YEAR.item("I26").questions[0].choices] == ["มี", "ไม่มี"]
    assert [choice.label for choice in YEAR.item("I4").questions[0].choices] == ["มี", "ไม่มี"]


def test_forty_three_oit_items_stand_in_seven_groups() -> None:
    """9.1 to 9.5 hold 33 of them, 10.1 and 10.2 hold ten."""
    assert [item.code for item in OIT.items] == [f"O{n}" for n in range(1, 44)]
    groups = [len(sub.items) for indicator in OIT.indicators for sub in indicator.sub_indicators]
    assert groups == [9, 8, 7, 4, 5, 8, 2]
    assert YEAR.item("O17").text == "E-Service"
    assert YEAR.item("O35").text == "การมีส่วนร่วมของผู้บริหาร"


def test_the_eit_of_that_year_is_said_to_be_unknown() -> None:
    """Its indicators have titles and no items, and the file says so in a sentence; nothing is made up."""
    assert [(indicator.code, indicator.items) for indicator in EIT.indicators] == [
        ("6", ()),
        ("7", ()),
        ("8", ()),
    ]
    assert "ยังไม่ทราบข้อคำถาม EIT ของปี 2564" in EIT.incomplete
    assert [part.code for part in EIT.parts] == ["EIT"]
    assert not IIT.incomplete
    assert not OIT.incomplete


def test_an_office_that_has_the_old_form_can_complete_the_eit() -> None:
    """Items put into the file are read like any others; the remark may go once every indicator has some."""
    tree = tree_of(2564)
    for place, indicator in enumerate(tree["tools"][1]["indicators"]):
        indicator["items"] = [{"code": f"E{place + 1}", "text": "ข้อที่สำนักงานเพิ่มเอง", "scale": "level"}]
    tree = changed(tree, "tools[1].incomplete", "")
    completed = parse(text_from(tree))
    assert [item.code for item in completed.tools[1].items] == ["E1", "E2", "E3"]


@pytest.mark.parametrize(
    ("iit", "eit", "oit", "total"),
    [("80.79", "84.47", "97.50", "88.58"), ("83.41", "92.21", "100", "92.69")],
)
def test_published_totals_come_out_of_the_weights(iit: str, eit: str, oit: str, total: str) -> None:
    """The results of 2563 and 2564 of one agency: 30/30/40, level A both times."""
    values = {"IIT": Fraction(iit), "EIT": Fraction(eit), "OIT": Fraction(oit)}
    weighed = total_from_tools(YEAR, values)
    assert weighed is not None
    assert str(rounded(weighed)) == total
    band = grade(YEAR.grade_rule, {**values, "total": weighed}.get)
    assert band is not None
    assert band.label == "A"
    assert band.passes


@pytest.mark.parametrize(
    ("total", "label"),
    [
        ("95", "AA"),
        ("94.99", "A"),
        ("85", "A"),
        ("84.99", "B"),
        ("65", "C"),
        ("55", "D"),
        ("50", "E"),
        ("49.99", "F"),
    ],
)
def test_letters_change_at_their_bounds(total: str, label: str) -> None:
    """The letters ask for the total alone."""
    band = grade(YEAR.grade_rule, {"total": Fraction(total), "IIT": Fraction(0)}.get)
    assert band is not None
    assert band.label == label


def test_the_results_an_oit_item_can_have_are_0_and_100_and_unconfirmed() -> None:
    """There was no half result that year, as far as anyone remembers."""
    assert [step.score for step in OIT.steps] == [0, 100]
    assert any("0 หรือ 100" in sentence for sentence in YEAR.unconfirmed)


def test_the_calendar_is_that_of_2563_moved_a_year() -> None:
    """April to August; only the closing day of the EIT is known of the year itself."""
    months = [(activity.start[5:7], activity.end[5:7]) for activity in YEAR.calendar]
    assert months == [
        ("04", "04"), ("04", "04"), ("05", "06"), ("05", "05"), ("05", "05"),
        ("06", "06"), ("07", "07"), ("07", "07"), ("08", "08"), ("08", "08"),
    ]  # fmt: skip
    assert YEAR.calendar[3].end == "2021-05-31"
