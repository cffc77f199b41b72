"""The open file as the services see it: one way to read, one way to change.

Every change goes through `Session.change`: one transaction, one line of history, one step of undo.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.history import Action, Role
from ita_desktop.domain.instrument_file import parse
from ita_desktop.models import history_store, settings_store
from ita_desktop.models.undo import UndoLog
from ita_desktop.services.changes import EVERYTHING, Changes, Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from datetime import datetime

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.models.database import Database, Transaction
    from ita_desktop.models.undo import Step


@dataclass(slots=True)
class Change:
    """A change under way: write through `transaction`, set `key` or `subject` if they come to be known."""

    transaction: Transaction
    changes: Changes
    subject: str

    def made(self, key: int) -> None:
        """Note the key of the record that was made."""
        self.changes = replace(self.changes, key=key)


class Session:
    """One open file, the year that is worked on, and who works. Used from one thread at a time."""

    def __init__(self, database: Database, now: Callable[[], datetime], role: Role = Role.ADMIN) -> None:
        """Wrap an open database; `now` is the clock."""
        self.database = database
        self.now = now
        self.role = role
        self._version = 0
        self._instruments: dict[str, Instrument] = {}
        with database.transaction() as transaction:
            self.undo_log = UndoLog(transaction)
            self.year = settings_store.active_year(transaction)

    @property
    def version(self) -> int:
        """A number that grows with every change: what was computed under an older one is stale."""
        return self._version

    @property
    def fiscal_year(self) -> FiscalYear:
        """The year that is worked on."""
        return FiscalYear(self.year)

    @property
    def instrument(self) -> Instrument:
        """The file's own copy of the year's instrument, read once for each wording of it."""
        with self.reading() as transaction:
            text = settings_store.instrument_text(transaction, self.year)
        if text not in self._instruments:
            self._instruments = {text: parse(text)}
        return self._instruments[text]

    def reading(self) -> AbstractContextManager[Transaction]:
        """Read in one consistent state."""
        return self.database.reading()

    @contextmanager
    def drafting(self) -> Iterator[Transaction]:
        """Keep what is half done (a form being keyed): on the disk, but not in the history or the undo."""
        with self.database.transaction() as transaction:
            yield transaction

    @contextmanager
    def change(self, action: Action, subject: str, *topics: Topic) -> Iterator[Change]:
        """Do a command whole or not at all; it is on the disk when the block has ended."""
        at = self.now()
        with self.database.transaction() as transaction:
            first = self.undo_log.mark(transaction)
            change = Change(transaction, Changes(frozenset(topics), at), subject)
            yield change
            history_store.write(transaction, at, self.role, action, change.subject)
            last = self.undo_log.mark(transaction)
        self._version += 1
        self.undo_log.record(first, last, action, change.subject)

    def undo(self) -> Changes:
        """Take the last command back; NothingToUndo if there is none."""
        step = self._replay(self.undo_log.undo)
        self.undo_log.settle_undo(step)
        return Changes(EVERYTHING, self.now())

    def redo(self) -> Changes:
        """Do again what was taken back; NothingToUndo if there is nothing."""
        step = self._replay(self.undo_log.redo)
        self.undo_log.settle_redo(step)
        return Changes(EVERYTHING, self.now())

    def _replay(self, play: Callable[[Transaction], Step]) -> Step:
        """Play a step in one transaction and write it into the history."""
        with self.database.transaction() as transaction:
            step = play(transaction)
            subject = f"{step.action.value} {step.subject}".strip()
            history_store.write(transaction, self.now(), self.role, Action.UNDONE, subject)
            year = settings_store.active_year(transaction)
        self.year = year  # what was undone may have been the start of a year
        self._version += 1
        return step
