"""Promises of the flags: listed until somebody has looked, and nothing is ever removed for being odd."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.oddities import OddKind
from ita_desktop.domain.problems import FieldProblem

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace

PART = "IIT"


def key(office: Workspace, choice: int) -> str:
    """Key a form with one place all the way, as far as it is offered."""
    form = office.entry.begin(PART)
    line = "".join(str(min(choice, len(each.choices))) for each in form.form)
    office.entry.finish(replace(form.draft, line=line))
    return line


def test_odd_forms_are_listed_and_stay_in_the_answers(office: Workspace) -> None:
    """Two alike straight lines: each flagged, and both together; all still counted."""
    key(office, 6)
    key(office, 6)
    found = [(each.oddity.kind, each.oddity.serials) for each in office.oddities.odd(PART)]
    assert found == [
        (OddKind.STRAIGHT_LINE, (1,)),
        (OddKind.STRAIGHT_LINE, (2,)),
        (OddKind.DOUBLE, (1, 2)),
    ]
    assert office.results.result().tallies[PART].respondents == 2
    assert office.oddities.odd("EIT1") == ()


def test_what_was_looked_at_does_not_come_again_until_undone(office: Workspace) -> None:
    """With its reason, which is needed; the list of all keeps it."""
    key(office, 6)
    (odd,) = office.oddities.odd(PART)
    with pytest.raises(FieldProblem):
        office.oddities.look(PART, odd.oddity, "  ")
    office.oddities.look(PART, odd.oddity, "ตรงตามกระดาษ")
    assert office.oddities.odd(PART) == ()
    assert [each.reason for each in office.oddities.every(PART)] == ["ตรงตามกระดาษ"]
    assert office.settings.history(1)[0].subject == "IIT 1: ตรงตามกระดาษ"
    office.undo()
    assert office.oddities.odd(PART) == (odd,)


def test_a_new_twin_makes_a_double_worth_another_look(office: Workspace) -> None:
    """What was seen of two forms says nothing of a third."""
    for _ in range(2):
        key(office, 6)
    double = office.oddities.odd(PART)[-1]
    office.oddities.look(PART, double.oddity, "คนละคน")
    key(office, 6)
    assert office.oddities.odd(PART)[-1].oddity.serials == (1, 2, 3)


def test_a_number_that_comes_again_is_looked_at_again(office: Workspace) -> None:
    """A look at a removed paper says nothing of the next paper of that number."""
    key(office, 6)
    office.oddities.look(PART, office.oddities.odd(PART)[0].oddity, "ดูแล้ว")
    office.entry.remove(PART, 1)
    key(office, 6)
    assert [each.oddity.serials for each in office.oddities.odd(PART)] == [(1,)]
