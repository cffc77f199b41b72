"""Promises of the tables around keying: undo takes their rows along, and figures add up."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.history import Action
from ita_desktop.domain.keying_figures import Spell
from ita_desktop.domain.second_keying import Compared, Disputed
from ita_desktop.domain.verification import Plan, SampleRule, Task
from ita_desktop.models import keying_store, questionnaire_store, settings_store, verification_store
from ita_desktop.models.database import create
from ita_desktop.models.keying_store import BatchClerk, ClerkSpell
from ita_desktop.models.tables import UNDOABLE, keying_spell
from ita_desktop.models.undo import UndoLog
from ita_desktop.models.verification_store import SecondForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ita_desktop.models.database import Transaction

YEAR = 2568


class Office:
    """A file with one batch of three forms, an undo log, and the two ways to write."""

    def __init__(self, path: Path) -> None:
        """Make the file."""
        self.file = create(path)
        with self.file.transaction() as transaction:
            settings_store.put_round(transaction, YEAR, "{}")
            self.log = UndoLog(transaction)
            self.batch = questionnaire_store.add_batch(transaction, YEAR, Batch("IIT", 0))
            forms = [Questionnaire(self.batch, serial, "123") for serial in (1, 2, 3)]
            questionnaire_store.add(transaction, YEAR, "IIT", forms)

    def do(self, work: Callable[[Transaction], object]) -> None:
        """Do something as an undoable command."""
        with self.file.transaction() as transaction:
            first = self.log.mark(transaction)
            work(transaction)
            last = self.log.mark(transaction)
        self.log.record(first, last, Action.CHANGED_SETTING, "")

    def undo(self) -> None:
        """Take the last command back."""
        with self.file.transaction() as transaction:
            step = self.log.undo(transaction)
        self.log.settle_undo(step)

    def redo(self) -> None:
        """Do it again."""
        with self.file.transaction() as transaction:
            step = self.log.redo(transaction)
        self.log.settle_redo(step)

    def dump(self) -> dict[str, list[tuple[object, ...]]]:
        """Return all rows that undo covers."""
        with self.file.reading() as transaction:
            return {
                table.name: sorted((tuple(row) for row in transaction.execute(select(table))), key=repr)
                for table in UNDOABLE
            }


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with three forms."""
    made = Office(tmp_path / "a.ita")
    yield made
    made.file.close()


def key_again(transaction: Transaction, serial: int = 2) -> None:
    """Finish a second keying that differs at one question."""
    form = SecondForm("IIT", serial, "143", "=!=", 1, "123", finished=True)
    verification_store.put(transaction, YEAR, form)
    verification_store.raise_disputes(transaction, YEAR, "IIT", serial, [1])


def test_a_plan_comes_back_as_it_was_kept(office: Office) -> None:
    """The limit too, exactly."""
    plan = Plan(office.batch, 568, SampleRule(15, 20, Fraction(1, 3)), "ส่งงานวันนี้")
    with office.file.transaction() as transaction:
        verification_store.put_plan(transaction, plan)
        assert verification_store.plans(transaction) == {office.batch: plan}


def test_a_second_keying_comes_back_with_its_disputes(office: Office) -> None:
    """What was tried and what was decided, by question."""
    with office.file.transaction() as transaction:
        key_again(transaction)
        verification_store.put_reading(transaction, YEAR, "IIT", 2, Disputed(1, "5", "4"))
        expected = Compared(2, "123", "143", 1, (Disputed(1, "5", "4"),))
        assert verification_store.compared(transaction, office.batch) == {2: expected}


def test_an_unfinished_second_keying_is_in_hand_and_not_compared(office: Office) -> None:
    """It is found again after a power cut."""
    form = SecondForm("IIT", 3, "1", "=")
    with office.file.transaction() as transaction:
        verification_store.put(transaction, YEAR, form)
        assert verification_store.in_hand(transaction, office.batch) == form
        assert verification_store.compared(transaction, office.batch) == {}


def test_removing_a_form_takes_its_second_keying_along_and_undo_brings_all_back(office: Office) -> None:
    """The form, the second keying, the dispute: in whatever order SQLite removed them."""
    office.do(key_again)
    before = office.dump()
    office.do(lambda transaction: questionnaire_store.remove(transaction, YEAR, "IIT", 2))
    after = office.dump()
    assert after["second_form"] == after["dispute"] == []
    office.undo()
    assert office.dump() == before
    office.redo()
    assert office.dump() == after
    office.undo()
    assert office.dump() == before


def test_undo_works_back_through_a_second_keying_begun_outside_of_commands(office: Office) -> None:
    """Presses are no commands: undoing the form that they are about takes them along and redo brings them."""
    office.do(lambda t: questionnaire_store.add(t, YEAR, "IIT", [Questionnaire(office.batch, 4, "123")]))
    with office.file.transaction() as transaction:
        verification_store.put(transaction, YEAR, SecondForm("IIT", 4, "1", "="))
    before = office.dump()
    office.undo()
    assert office.dump()["second_form"] == []
    office.redo()
    assert office.dump() == before
    assert office.file.integrity_faults() == ()


def test_figures_of_one_clerk_grow_in_one_row(office: Office) -> None:
    """A row a sitting would tell, where a sitting has one form, how long that form took."""
    with office.file.transaction() as transaction:
        for _ in range(3):
            keying_store.add_spell(transaction, office.batch, Task.KEY, "ก.", Spell(1, 20, 9_000, 1, 40_000))
        assert len(transaction.execute(select(keying_spell)).all()) == 1
        assert keying_store.spells(transaction, YEAR) == (
            ClerkSpell(office.batch, Task.KEY, "ก.", Spell(3, 60, 27_000, 3, 120_000)),
        )


def test_figures_that_were_removed_come_back_beside_newer_ones(office: Office) -> None:
    """Undo brings rows back whose numbers must not have been given again; both are counted, once."""
    spell = Spell(1, 20, 9_000)

    def add(transaction: Transaction) -> None:
        keying_store.add_spell(transaction, office.batch, Task.KEY, "ก.", spell)

    with office.file.transaction() as transaction:
        add(transaction)
    office.do(keying_store.forget_spells)
    with office.file.transaction() as transaction:
        add(transaction)
    office.undo()
    with office.file.transaction() as transaction:
        add(transaction)
        (found,) = keying_store.spells(transaction, YEAR)
    assert found.spell == Spell(3, 60, 27_000)


def test_what_was_said_of_a_clerk_stays_said(office: Office) -> None:
    """Once recorded that the same person verified, a later note does not wipe it out."""
    with office.file.transaction() as transaction:
        for said_so in (False, True, False):
            keying_store.note_clerk(transaction, office.batch, BatchClerk(Task.VERIFY, "ก.", said_so))
        assert keying_store.clerks(transaction, office.batch) == (
            BatchClerk(Task.VERIFY, "ก.", said_so=True),
        )


def test_looks_at_a_removed_form_are_forgotten_and_no_others(office: Office) -> None:
    """Number 2 is not number 12, and a double of 2 and 12 is about both."""
    with office.file.transaction() as transaction:
        for name in ("straight-line 2", "straight-line 12", "double 2 12", "contradiction 3 i2 i4"):
            keying_store.put_look(transaction, YEAR, "IIT", name, "ดูแล้ว")
        keying_store.forget_looks(transaction, YEAR, "IIT", 2)
        assert set(keying_store.looks(transaction, YEAR, "IIT")) == {
            "straight-line 12",
            "contradiction 3 i2 i4",
        }
