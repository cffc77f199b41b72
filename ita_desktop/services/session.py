"""The open file as the services see it: one way to read, one way to change.

Every change goes through `Session.change`: one transaction, one line of history, one step of undo. What a
role may do and read is asked here and nowhere else (domain/permissions.py has the table), so that no window
and no command can forget to ask.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.domain.accounts.problems import SignInNeeded
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.history import Action, Role
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.permissions import MAY_DRAFT, MAY_READ, who_may
from ita_desktop.domain.problems import NothingToUndo, RoleNeeded
from ita_desktop.models import account_store, history_store, settings_store
from ita_desktop.models.undo import UndoLog
from ita_desktop.services.changes import EVERYTHING, Changes, Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from datetime import datetime

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.permissions import Readable
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
        self.person = ""
        """The name of the account that is signed in; empty in a file without accounts."""
        self.locked = True
        """Nobody is signed in, or the screen is locked: nothing is read and nothing is done."""
        self.file_key: bytes | None = database.key
        """The file's own key, once somebody has signed in; what it is for, models.file_key says."""
        self.before_import: Callable[[], None] | None = None
        """What the keeper of safety copies does before other people's files are taken in."""
        self._version = 0
        self._instruments: dict[str, Instrument] = {}
        with database.transaction() as transaction:
            self.undo_log = UndoLog(transaction)
            self.year = settings_store.active_year(transaction)
            self.locked = account_store.protected(transaction)

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

    def reading(self, what: Readable | None = None) -> AbstractContextManager[Transaction]:
        """Read in one consistent state; `what` names what is not for every role. RoleNeeded, SignInNeeded."""
        self._admit(MAY_READ[what] if what is not None else None)
        return self.database.reading()

    def _admit(self, roles: frozenset[Role] | None) -> None:
        """Let those pass who are signed in and have one of the roles (None: any)."""
        if self.locked:
            raise SignInNeeded
        if roles is not None and self.role not in roles:
            raise RoleNeeded(self.role.value, tuple(role.value for role in Role if role in roles))

    @contextmanager
    def drafting(self) -> Iterator[Transaction]:
        """Keep what is half done (a form being keyed): on the disk, but not in the history or the undo.

        RoleNeeded, SignInNeeded.
        """
        self._admit(MAY_DRAFT)
        with self.database.transaction() as transaction:
            yield transaction

    @contextmanager
    def change(self, action: Action, subject: str, *topics: Topic) -> Iterator[Change]:
        """Do a command whole or not at all; it is on the disk when the block has ended.

        RoleNeeded, SignInNeeded: before anything is done.
        """
        self._admit(who_may(action))
        if action is Action.IMPORTED and self.before_import is not None:
            self.before_import()
        at = self.now()
        with self.database.transaction() as transaction:
            first = self.undo_log.mark(transaction)
            change = Change(transaction, Changes(frozenset(topics), at), subject)
            yield change
            history_store.write(transaction, at, self.role, action, change.subject, self.person)
            last = self.undo_log.mark(transaction)
        self._version += 1
        self.undo_log.record(first, last, action, change.subject)

    def undo(self) -> Changes:
        """Take the last command back; NothingToUndo if there is none, RoleNeeded if it was another role's."""
        self._admit_replay(self.undo_log.next_undo)
        step = self._replay(self.undo_log.undo)
        self.undo_log.settle_undo(step)
        return Changes(EVERYTHING, self.now())

    def redo(self) -> Changes:
        """Do again what was taken back; NothingToUndo if there is nothing, RoleNeeded as for `undo`."""
        self._admit_replay(self.undo_log.next_redo)
        step = self._replay(self.undo_log.redo)
        self.undo_log.settle_redo(step)
        return Changes(EVERYTHING, self.now())

    def _admit_replay(self, step: Step | None) -> None:
        """Let those pass who may undo, and may do what is to be undone."""
        self._admit(who_may(Action.UNDONE))
        if step is None:
            raise NothingToUndo
        self._admit(who_may(step.action))

    def _replay(self, play: Callable[[Transaction], Step]) -> Step:
        """Play a step in one transaction and write it into the history."""
        with self.database.transaction() as transaction:
            step = play(transaction)
            subject = f"{step.action.value} {step.subject}".strip()
            history_store.write(transaction, self.now(), self.role, Action.UNDONE, subject, self.person)
            year = settings_store.active_year(transaction)
        self.year = year  # what was undone may have been the start of a year
        self._version += 1
        return step
