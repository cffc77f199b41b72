"""Strict order: a stack's numbers have no gap. Free order: any number that nobody has."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.batches import Batch
from ita_desktop.domain.keying_order import KeyingOrder, OutOfSequence
from ita_desktop.domain.problems import FieldProblem, SerialTaken
from ita_desktop.domain.verification import SampleRule, Task

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace


def choose(office: Workspace, order: KeyingOrder) -> None:
    """Choose the order, and leave the rest."""
    office.keying_settings.put(replace(office.keying_settings.settings(), order=order))


def key(office: Workspace, serial: int, batch: int) -> None:
    """Key one form of a stack under a number."""
    hand = office.entry.begin("IIT", batch)
    office.entry.finish(replace(hand.draft, serial=serial, batch=batch, line="1" * len(hand.form)))


def stack(office: Workspace) -> int:
    """Open a stack."""
    return office.entry.open_batch(Batch("IIT", 0)).key


def test_a_new_office_keys_in_free_order(office: Workspace) -> None:
    """Nobody is held to an order that nobody chose."""
    assert office.keying_settings.settings().order is KeyingOrder.FREE
    first = stack(office)
    for serial in (9, 3, 40):
        key(office, serial, first)
    assert office.entry.begin("IIT").draft.serial == 41


def test_strict_order_leaves_no_number_of_a_stack_out(office: Workspace) -> None:
    """The first form may have any number, the next one has the next; what is refused says which."""
    choose(office, KeyingOrder.STRICT)
    first = stack(office)
    key(office, 31, first)
    with pytest.raises(OutOfSequence) as refused:
        key(office, 33, first)
    assert (refused.value.serial, refused.value.expected) == (33, 32)
    with pytest.raises(SerialTaken):
        office.entry.check_serial("IIT", first, 31)
    key(office, 32, first)
    assert office.entry.begin("IIT", first).draft.serial == 33


def test_each_stack_goes_on_where_it_was_left(office: Workspace) -> None:
    """A number that another stack has is passed over, and a form that was removed is asked for again."""
    choose(office, KeyingOrder.STRICT)
    first, second = stack(office), stack(office)
    for serial in (1, 2):
        key(office, serial, first)
    for serial in (3, 4):
        key(office, serial, second)
    assert office.entry.begin("IIT", first).draft.serial == 5
    assert office.entry.begin("IIT", second).draft.serial == 5
    key(office, 5, first)
    office.entry.remove("IIT", 2)
    assert office.entry.begin("IIT", first).draft.serial == 2


def test_going_back_to_free_order_takes_any_number(office: Workspace) -> None:
    """A missing sheet must not stop a stack for ever."""
    choose(office, KeyingOrder.STRICT)
    first = stack(office)
    key(office, 1, first)
    choose(office, KeyingOrder.FREE)
    key(office, 7, first)
    choose(office, KeyingOrder.STRICT)
    assert office.entry.begin("IIT", first).draft.serial == 2


def test_one_undo_takes_all_settings_back(office: Workspace) -> None:
    """Order, figures that were there, and the rule of samples are one command."""
    first = stack(office)
    key(office, 1, first)
    office.keying_figures.take_clerk("ก.")
    before = office.keying_settings.settings()
    chosen = replace(before, order=KeyingOrder.STRICT, figures=False, rule=SampleRule(20, 5, Fraction(1)))
    office.keying_settings.put(chosen)
    assert office.keying_settings.settings() == chosen
    assert office.verification.rule() == chosen.rule
    assert not office.keying_figures.on()
    office.undo()
    assert office.keying_settings.settings() == before


def test_a_senseless_rule_changes_nothing(office: Workspace) -> None:
    """A sample of no form is none."""
    before = office.keying_settings.settings()
    wrong = replace(before, order=KeyingOrder.STRICT, rule=replace(before.rule, minimum=0))
    with pytest.raises(FieldProblem):
        office.keying_settings.put(wrong)
    assert office.keying_settings.settings() == before


def test_the_second_keying_knows_the_order(office: Workspace) -> None:
    """The form that is keyed again says whether questions may be passed over."""
    choose(office, KeyingOrder.STRICT)
    first = stack(office)
    office.keying_figures.take_clerk("ก.")
    key(office, 1, first)
    office.verification.draw(first)
    office.keying_figures.take_clerk("ข.")
    hand = office.verification.begin(first)
    assert hand is not None
    assert hand.order is KeyingOrder.STRICT
    assert [each.task for each in office.verification.batch(first).clerks] == [Task.KEY, Task.VERIFY]
