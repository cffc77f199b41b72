"""Promises of the flags: what contradicts itself is flagged, what is honest is left alone."""

from __future__ import annotations

import random

import pytest

from ita_desktop.domain.oddities import Oddity, OddKind, odd_forms
from tests.helpers.offices import best_choice, instrument_of

IIT = instrument_of(2568).tool_of_part("IIT")
EIT = instrument_of(2568).tool_of_part("EIT1")
ASKED = len(IIT.profile)


def form_of(profile: str = "", **answers: str) -> str:
    """Return an IIT line: all at the best choice but for `answers`, the profile as given or first choices."""
    best = {question.code: str(best_choice(question)) for question in IIT.questions}
    profile = profile or "1" * ASKED
    return profile + "".join({**best, **answers}[question.code] for question in IIT.questions)


def straight(choice: str) -> str:
    """Return an IIT line with one place from the left wherever it is offered, else the first."""
    return "".join(choice if int(choice) <= len(each.choices) else "1" for each in IIT.form)


def kinds(found: tuple[Oddity, ...]) -> list[OddKind]:
    """Return the kinds of what was found."""
    return [each.kind for each in found]


@pytest.mark.parametrize("choice", ["1", "3", "6"])
def test_one_place_all_the_way_is_flagged_since_scales_turn(choice: str) -> None:
    """The left end is best on some scales and worst on others: nobody means all of it."""
    assert odd_forms(IIT, {7: straight(choice)}) == (Oddity(OddKind.STRAIGHT_LINE, (7,)),)


def test_all_at_the_best_choice_is_not_a_straight_line() -> None:
    """The best choice stands left here and right there: the same opinion, not the same place."""
    assert odd_forms(IIT, {7: form_of()}) == ()


def test_a_part_without_turned_scales_has_no_straight_lines() -> None:
    """Where every scale runs one way, one place all the way is an opinion."""
    line = "1" * len(EIT.profile) + "".join("6" if len(q.choices) == 6 else "1" for q in EIT.questions)
    assert odd_forms(EIT, {1: line}) == ()


def test_a_straight_line_with_gaps_is_still_one() -> None:
    """Blank answers do not hide it; too few answers are none."""
    line = straight("6")
    gaps = line[: ASKED + 3] + "-*?" + line[ASKED + 6 :]
    nearly_empty = line[: ASKED + 2] + "-" * (len(line) - ASKED - 2)
    assert kinds(odd_forms(IIT, {1: gaps, 2: nearly_empty})) == [OddKind.STRAIGHT_LINE, OddKind.CONTRADICTION]


def test_opposite_answers_within_an_indicator_are_flagged_with_their_questions() -> None:
    """i4 rises, i5 falls: both at the right end say best and worst of the same thing."""
    found = odd_forms(IIT, {3: form_of(i4="6", i5="6")})
    assert found == (Oddity(OddKind.CONTRADICTION, (3,), ("i4", "i5")),)


@pytest.mark.parametrize(("i4", "i5"), [("3", "3"), ("4", "4"), ("6", "1"), ("-", "-"), ("?", "6")])
def test_the_middle_and_what_agrees_and_what_is_no_answer_are_no_contradiction(i4: str, i5: str) -> None:
    """Next to the middle a turned scale says nearly the same; a blank says nothing."""
    assert odd_forms(IIT, {3: form_of(i4=i4, i5=i5, i6="1")}) == ()


def test_two_forms_alike_among_different_ones_are_flagged_together() -> None:
    """A form keyed twice, or filled in twice."""
    chance = random.Random(5)  # noqa: S311 - repeatable, not secret
    lines = {
        serial: "".join(str(chance.randint(1, len(each.choices))) for each in IIT.form)
        for serial in range(1, 41)
    }
    lines[40] = lines[12]
    doubles = [each for each in odd_forms(IIT, lines) if each.kind is OddKind.DOUBLE]
    assert doubles == [Oddity(OddKind.DOUBLE, (12, 40))]


def test_two_forms_alike_in_a_part_of_two_are_flagged() -> None:
    """A small part's own doubles do not explain themselves."""
    line = form_of(i1="3", i4="4", i5="2")
    assert kinds(odd_forms(IIT, {1: line, 2: line})) == [OddKind.DOUBLE]


def test_forms_alike_because_nearly_all_are_content_are_not_flagged() -> None:
    """180 of 188 all at the best choice, as in a published result: alike honestly."""
    lines = {serial: form_of() for serial in range(1, 181)}
    lines |= {180 + place: form_of(**{f"i{place}": "2"}) for place in range(1, 9)}
    assert odd_forms(IIT, lines) == ()


def test_empty_forms_are_no_doubles() -> None:
    """Two people who answered nothing."""
    assert odd_forms(IIT, {1: "-" * len(IIT.form), 2: "-" * len(IIT.form)}) == ()


def test_each_oddity_has_a_name_of_its_own() -> None:
    """A look at one does not hide another: another twin, another question, another form."""
    names = [
        Oddity(OddKind.DOUBLE, (1, 2)).key,
        Oddity(OddKind.DOUBLE, (1, 2, 3)).key,
        Oddity(OddKind.STRAIGHT_LINE, (1,)).key,
        Oddity(OddKind.CONTRADICTION, (1,), ("i4", "i5")).key,
        Oddity(OddKind.CONTRADICTION, (1,), ("i4", "i6")).key,
    ]
    assert len(set(names)) == len(names)


def test_no_form_is_no_oddity() -> None:
    """An empty part."""
    assert odd_forms(IIT, {}) == ()
