"""Confidence intervals hold what they promise: checked against known cases and by drawing samples."""

from __future__ import annotations

import random
from math import sqrt
from statistics import stdev

import pytest

from ita_desktop.domain.answers import tally_lines
from ita_desktop.domain.intervals import Basis, Interval, combined, non_response, part_intervals
from ita_desktop.domain.scoring import score_survey_part
from tests.helpers.offices import instrument_of

IIT = instrument_of(2568).surveys[0]
PROFILE = "1" * len(IIT.profile)
FIRST = len(IIT.profile)


def form(chance: random.Random) -> str:
    """A form of somebody who is content or not: answers of one person hang together."""
    content = chance.random()
    marks = []
    for question in IIT.questions:
        best = max(range(len(question.choices)), key=lambda n: question.choices[n].score or 0)
        other = chance.randrange(len(question.choices))
        marks.append(
            "-" if chance.random() < 0.05 else str((best if chance.random() < content else other) + 1)
        )
    return PROFILE + "".join(marks)


def test_the_score_in_the_middle_is_the_score_itself() -> None:
    """The interval's own estimate is the part's score, blanks and all."""
    chance = random.Random(3)  # noqa: S311 - repeatable chance, no secret
    lines = [form(chance) for _ in range(80)]
    score = score_survey_part(IIT, IIT.parts[0], tally_lines("IIT", IIT, lines))
    assert part_intervals(IIT, lines)["IIT"].score == pytest.approx(float(score.value or 0))


def test_one_item_has_the_textbook_interval() -> None:
    """Without blanks an item's standard error is s over the root of n, and less by the finite population."""
    chance = random.Random(4)  # noqa: S311 - repeatable chance, no secret
    scores = [float(choice.score or 0) for choice in IIT.questions[0].choices]
    picks = [chance.randrange(6) for _ in range(50)]
    lines = [PROFILE + str(pick + 1) + "1" * (len(IIT.questions) - 1) for pick in picks]
    plain = stdev([scores[pick] for pick in picks]) / sqrt(50)
    code = IIT.items[0].code
    assert part_intervals(IIT, lines)[code].error == pytest.approx(plain)
    assert part_intervals(IIT, lines, 200)[code].error == pytest.approx(plain * sqrt(0.75))
    assert part_intervals(IIT, lines, 50)[code].basis is Basis.EVERYBODY


def test_nineteen_of_twenty_intervals_hold_the_truth() -> None:
    """Of 300 samples drawn from 400 people, about 95 % of the intervals contain the people's own score."""
    chance = random.Random(5)  # noqa: S311 - repeatable chance, no secret
    people = [form(chance) for _ in range(400)]
    truth = part_intervals(IIT, people, 400)["IIT"].score
    assert truth is not None
    held = 0
    for _ in range(300):
        found = part_intervals(IIT, chance.sample(people, 60), 400)["IIT"]
        held += (found.low or 0) <= truth <= (found.high or 0)
    assert 0.91 <= held / 300 <= 0.985


def test_few_forms_say_so() -> None:
    """No form, one form, forms all alike, more forms than people: each is told apart."""
    best = PROFILE + "1" * len(IIT.questions)
    assert part_intervals(IIT, [])["IIT"] == Interval(Basis.NO_DATA)
    assert part_intervals(IIT, [PROFILE + "-" * len(IIT.questions)] * 3)["IIT"].basis is Basis.NO_DATA
    assert part_intervals(IIT, [best])["IIT"].basis is Basis.ONE_FORM
    alike = part_intervals(IIT, [best] * 30)["IIT"]
    assert alike.basis is Basis.ALIKE
    assert alike.low is not None
    assert alike.score is not None
    assert alike.low == pytest.approx(alike.score * 0.9)
    other = PROFILE + "2" * len(IIT.questions)
    assert part_intervals(IIT, [best, best, other], 2)["IIT"].basis is Basis.MORE_THAN_HEADS


def test_errors_of_parts_add_up_as_squares() -> None:
    """Two parts of equal weight: half the root of the sum of squares; a checklist adds none."""
    one, other = Interval(Basis.SAMPLED, 80, 76, 84, 2), Interval(Basis.SAMPLED, 90, 87, 93, 1.5)
    both = combined([(one, 1), (other, 1)])
    assert both.error == pytest.approx(1.25)
    assert both.low == pytest.approx(82.5)
    assert both.high == pytest.approx(87.5)
    exact = combined([(one, 30), (Interval(Basis.EVERYBODY, 95, 95, 95), 70)])
    assert exact.error == pytest.approx(0.6)
    assert combined([(one, 1), (Interval(Basis.NO_DATA), 1)]).basis is Basis.NO_DATA


def test_non_response_needs_to_know_who_was_asked() -> None:
    """Of 200 asked 150 came: a quarter is missing; without the head count nothing is said."""
    assert non_response(200, 150) == 25
    assert non_response(None, 150) is None
    assert non_response(0, 0) is None
