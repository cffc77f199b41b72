"""The same person twice: proposed with the reason, merged or kept apart only when somebody says so."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import islice
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.permissions import Readable
from ita_desktop.domain.problems import MissingRecord
from ita_desktop.domain.roster import Approval, InternalPerson, RosterKind
from ita_desktop.domain.roster_likeness import like_pairs
from ita_desktop.domain.roster_problems import RosterLocked
from ita_desktop.models import roster_counts, roster_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.roster import PEOPLE, Person
from ita_desktop.services.roster_roles import may_edit

if TYPE_CHECKING:
    from ita_desktop.domain.roster_likeness import LikePair
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session

BOTH = 2
MOST_PAIRS = 1_000
"""More than anybody decides in a sitting; the rest comes up when these are done."""


class RosterTwins:
    """Propose pairs, and do with them what somebody decides."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def pairs(self, kind: RosterKind) -> tuple[LikePair, ...]:
        """Return the pairs of lines that may be one person, without those said to be two."""
        year, name = self._session.year, roster_store.table_of(PEOPLE[kind]).name
        with self._session.reading(Readable.PEOPLE) as transaction:
            apart = roster_counts.apart(transaction, name)
            people: tuple[Person, ...]
            if PEOPLE[kind] is InternalPerson:
                people = roster_store.internal_people(transaction, year)
            else:
                people = roster_store.external_people(transaction, year)
        found = (pair for pair in like_pairs(people) if (pair.first.key, pair.second.key) not in apart)
        return tuple(islice(found, MOST_PAIRS))

    def merge(self, kind: RosterKind, keep: int, drop: int) -> Changes:
        """Make two lines one: `keep` stays, what is empty in it comes from `drop`, which goes.

        Raises:
            MissingRecord: one of them is gone. RosterLocked: one is approved. RoleNeeded.
        """
        may_edit(self._session)
        subject = f"{kind.value} #{keep} ← #{drop}"
        with self._session.change(Action.MERGED_PEOPLE, subject, Topic.ROSTER) as change:
            kept, dropped = self._two(change.transaction, kind, keep, drop)
            empty = {
                field.name: getattr(dropped, field.name)
                for field in fields(kept)
                if not getattr(kept, field.name)
            }
            whole = replace(kept, **{**empty, "approval": Approval.DRAFT, "key": keep})
            roster_store.change(change.transaction, self._session.year, whole)
            roster_store.remove(change.transaction, self._session.year, PEOPLE[kind], drop)
        return change.changes

    def keep_apart(self, kind: RosterKind, first: int, second: int) -> Changes:
        """Say that two lines are two people; they are not proposed again. MissingRecord, RoleNeeded."""
        may_edit(self._session)
        with self._session.change(
            Action.KEPT_APART, f"{kind.value} #{first} #{second}", Topic.ROSTER
        ) as change:
            people = roster_store.people_of(
                change.transaction, self._session.year, PEOPLE[kind], [first, second]
            )
            if len(people) < BOTH:
                raise MissingRecord("person", f"{first} {second}")
            table = roster_store.table_of(PEOPLE[kind]).name
            roster_counts.keep_apart(change.transaction, table, first, second)
        return change.changes

    def _two(self, transaction: Transaction, kind: RosterKind, keep: int, drop: int) -> tuple[Person, Person]:
        """Return both lines; neither may be gone or locked."""
        people = roster_store.people_of(transaction, self._session.year, PEOPLE[kind], [keep, drop])
        if len(people) < BOTH or keep == drop:
            raise MissingRecord("person", f"{keep} {drop}")
        for person in people:
            if person.approval is Approval.APPROVED:
                raise RosterLocked(str(person.key))
        return people[0], people[1]
