"""Whatever a command did to the file, undo takes it back exactly, and redo does it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import NothingToUndo
from ita_desktop.models import database, settings_store
from ita_desktop.models.tables import UNDOABLE
from ita_desktop.models.undo import UndoLog

if TYPE_CHECKING:
    from pathlib import Path


def dump(opened: database.Database) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables that undo covers."""
    with opened.reading() as transaction:
        return {
            table.name: sorted((tuple(row) for row in transaction.execute(select(table))), key=repr)
            for table in UNDOABLE
        }


class Office:
    """A file with an undo log and one way to change it, as `Session` does."""

    def __init__(self, path: Path) -> None:
        """Make the file."""
        self.file = database.create(path)
        with self.file.transaction() as transaction:
            settings_store.put_round(transaction, 2568, "{}")
            self.log = UndoLog(transaction)

    def do(self, *statements: tuple[str, tuple[object, ...]]) -> None:
        """Run statements as one command."""
        with self.file.transaction() as transaction:
            first = self.log.mark(transaction)
            for statement, values in statements:
                transaction.exec_driver_sql(statement, values)
            last = self.log.mark(transaction)
        self.log.record(first, last, Action.CHANGED_SETTING, "")

    def undo(self) -> None:
        """Take back the last command."""
        with self.file.transaction() as transaction:
            step = self.log.undo(transaction)
        self.log.settle_undo(step)

    def redo(self) -> None:
        """Do it again."""
        with self.file.transaction() as transaction:
            step = self.log.redo(transaction)
        self.log.settle_redo(step)


PUT = "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
BATCH = "INSERT INTO batch VALUES (?, 2568, 'IIT', ?, '', NULL, '', 0)"
FORM = "INSERT INTO questionnaire VALUES (2568, 'IIT', ?, ?, ?, ?)"


def test_nothing_to_undo_is_told(tmp_path: Path) -> None:
    """An empty log has nothing to take back."""
    office = Office(tmp_path / "a.ita")
    with pytest.raises(NothingToUndo):
        office.undo()
    with pytest.raises(NothingToUndo):
        office.redo()
    office.file.close()


def test_text_that_looks_like_sql_or_parameters_survives_undo(tmp_path: Path) -> None:
    """Quotes, question marks, colons, percent signs and Thai come back as they were."""
    office = Office(tmp_path / "a.ita")
    nasty = 'O\'Brien ? :name %s %(a)s "x"; DROP TABLE setting; -- น้ำ\n\x00จบ'
    office.do((PUT, ("a", nasty)))
    before = dump(office.file)
    office.do(("DELETE FROM setting", ()))
    office.undo()
    assert dump(office.file) == before
    office.file.close()


def test_a_parent_and_its_child_come_back_together(tmp_path: Path) -> None:
    """A batch removed with its forms is restored in whatever order the rows were noted."""
    office = Office(tmp_path / "a.ita")
    office.do((BATCH, (1, 1)), (FORM, (1, 1, "123", "")))
    before = dump(office.file)
    office.do(("DELETE FROM questionnaire", ()), ("DELETE FROM batch", ()))
    office.undo()
    assert dump(office.file) == before
    office.undo()
    office.redo()
    assert dump(office.file) == before
    office.file.close()


class UndoMachine(RuleBasedStateMachine):
    """Random commands, undos and redos against a plain list of states."""

    def __init__(self) -> None:
        """Start with an empty file in memory's temporary folder."""
        super().__init__()
        import tempfile
        from pathlib import Path

        self.folder = tempfile.TemporaryDirectory()
        self.office = Office(Path(self.folder.name) / "a.ita")
        self.states = [dump(self.office.file)]
        self.place = 0

    def _did(self) -> None:
        """Note the state after a command, if it changed anything."""
        state = dump(self.office.file)
        if state != self.states[self.place]:
            self.states = [*self.states[: self.place + 1], state]
            self.place += 1

    @rule(key=st.sampled_from("abc"), value=st.text(st.characters(codec="utf-8"), max_size=8))
    def put(self, key: str, value: str) -> None:
        """Set a setting (setting it to what it is changes nothing)."""
        if ("setting", (key, value)) not in [("setting", row) for row in self.states[self.place]["setting"]]:
            self.office.do((PUT, (key, value)))
            self._did()

    @rule(number=st.integers(1, 5))
    def stack(self, number: int) -> None:
        """Make a batch with two forms, unless it is there."""
        if not any(row[0] == number for row in self.states[self.place]["batch"]):
            self.office.do(
                (BATCH, (number, number)),
                (FORM, (number * 10, number, "1", "")),
                (FORM, (number * 10 + 1, number, "2", "")),
            )
            self._did()

    @rule()
    def clear(self) -> None:
        """Remove everything keyed."""
        self.office.do(("DELETE FROM questionnaire", ()), ("DELETE FROM batch", ()))
        self._did()

    @precondition(lambda self: self.place > 0)
    @rule()
    def undo(self) -> None:
        """Go one state back."""
        self.office.undo()
        self.place -= 1

    @precondition(lambda self: self.place < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        """Go one state forward."""
        self.office.redo()
        self.place += 1

    @invariant()
    def the_file_is_in_the_state_of_its_place(self) -> None:
        """The file and the list of states agree."""
        assert dump(self.office.file) == self.states[self.place]

    def teardown(self) -> None:
        """Close and clean."""
        self.office.file.close()
        self.folder.cleanup()


TestUndoMachine = UndoMachine.TestCase
TestUndoMachine.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
