"""What people may ask of their own data (PDPA): a copy, or its erasure; and until when it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.permissions import Readable
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.domain.roster import Eligibility, InternalPerson, RosterKind
from ita_desktop.models import roster_counts, roster_store, settings_store
from ita_desktop.models.roster_counts import ErasedPeople
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.roster import PEOPLE, Judge, Person, RosterService
from ita_desktop.services.roster_roles import may_edit, may_submit

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session

RETENTION = "roster-retention"
KEPT_AFTER_YEAR = timedelta(days=365)
"""Proposed: a year after the fiscal year's end the result is published and the next one is done."""

REMIND_BEFORE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Retention:
    """Until when personal data is kept; `chosen` by the office or proposed; `due`: time to be reminded."""

    until: date
    chosen: bool
    people: int
    due: bool
    over: bool


class RosterPrivacy:
    """Give a person's data out, erase it, and mind its date."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def person(self, kind: RosterKind, key: int) -> Person:
        """Return all that the file holds of a person. MissingRecord."""
        with self._session.reading(Readable.PEOPLE) as transaction:
            return self._found(transaction, kind, key)

    def write_json(self, kind: RosterKind, key: int, path: Path) -> None:
        """Write a person's data as JSON, for them to take away; the history notes that it was given.

        MissingRecord, RoleNeeded, DiskFull, ReadOnly, FileInUse, FileMissing.
        """
        from ita_desktop.exchange.person_record import write_person

        may_edit(self._session)
        person = self.person(kind, key)
        write_person(path, person, self._session.year, self._session.now())
        self._note_given(kind, key)

    def pdf(self, kind: RosterKind, key: int) -> bytes:
        """Return a person's data as a paper; the history notes it. MissingRecord, RoleNeeded."""
        from ita_desktop.services.roster_papers import RosterPapers

        may_edit(self._session)
        data = RosterPapers(self._session).person(self.person(kind, key))
        self._note_given(kind, key)
        return data

    def _note_given(self, kind: RosterKind, key: int) -> None:
        """Write into the history that a person's data was given out."""
        with self._session.change(Action.GAVE_OUT_PERSON, f"{kind.value} #{key}", Topic.ROSTER):
            pass

    def erase(self, kind: RosterKind, key: int) -> Changes:
        """Erase a person, approved or not; the counts stay. MissingRecord, RoleNeeded.

        What is erased is overwritten in the file (SQLite's secure delete). Until the file is closed it can be
        taken back; from then on it is gone, but for backups made before.
        """
        may_edit(self._session)
        judge = self._judge()
        with self._session.change(Action.ERASED_PERSON, f"{kind.value} #{key}", Topic.ROSTER) as change:
            change.transaction.exec_driver_sql("PRAGMA secure_delete = ON")
            self._erase(change.transaction, kind, self._found(change.transaction, kind, key), judge)
        return change.changes

    def erase_all(self, kind: RosterKind) -> Changes:
        """Erase a whole roster when its time is over, leaving the counts. RoleNeeded."""
        may_submit(self._session)
        year, judge = self._session.year, self._judge()
        with self._session.change(Action.ERASED_PERSON, kind.value, Topic.ROSTER) as change:
            transaction = change.transaction
            transaction.exec_driver_sql("PRAGMA secure_delete = ON")
            people: tuple[Person, ...]
            if kind is RosterKind.INTERNAL:
                people = roster_store.internal_people(transaction, year)
            else:
                people = roster_store.external_people(transaction, year)
            for person in people:
                self._erase(transaction, kind, person, judge)
            change.subject = f"{kind.value} {len(people)}"
        return change.changes

    def _judge(self) -> Judge:
        """Return what tells who may answer; asked before a command begins, for it reads the instrument."""
        return RosterService(self._session).judge()

    def _erase(self, transaction: Transaction, kind: RosterKind, person: Person, judge: Judge) -> None:
        """Count a person and remove the line."""
        year = self._session.year
        if isinstance(person, InternalPerson):
            eligible = judge(person).eligibility is Eligibility.YES
            one = ErasedPeople(kind, person.division, person.level, eligible, person.asked)
        else:
            one = ErasedPeople(kind, person.kind, person.matter, eligible=True, asked=person.asked)
        roster_counts.count_erased(transaction, year, one)
        roster_store.remove(transaction, year, PEOPLE[kind], person.key)

    def retention(self) -> Retention:
        """Return until when the rosters of the year are kept, and whether it is time to be reminded."""
        year, today = self._session.year, self._session.now().date()
        with self._session.reading() as transaction:
            chosen = settings_store.get(transaction, RETENTION, {}).get(str(year))
            people = sum(roster_store.count(transaction, year, kind) for kind in PEOPLE.values())
        proposed = self._session.fiscal_year.last_day + KEPT_AFTER_YEAR
        until = date.fromisoformat(chosen) if chosen else proposed
        near = people > 0 and today >= until - REMIND_BEFORE
        return Retention(until, bool(chosen), people, near, people > 0 and today >= until)

    def put_retention(self, until: date) -> Changes:
        """Choose until when the rosters of the year are kept. FieldProblem for an impossible day."""
        may_submit(self._session)
        if until < self._session.fiscal_year.first_day:
            raise FieldProblem("retention", FieldFault.OUT_OF_RANGE, until.isoformat())
        with self._session.change(Action.CHANGED_SETTING, RETENTION, Topic.ROSTER) as change:
            known = dict(settings_store.get(change.transaction, RETENTION, {}))
            known[str(self._session.year)] = until.isoformat()
            settings_store.put(change.transaction, RETENTION, known)
        return change.changes

    def _found(self, transaction: Transaction, kind: RosterKind, key: int) -> Person:
        """Return a person; MissingRecord."""
        people = roster_store.people_of(transaction, self._session.year, PEOPLE[kind], [key])
        if not people:
            raise MissingRecord("person", str(key))
        return people[0]
