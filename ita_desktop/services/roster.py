"""Rosters: who may answer. Never who answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from ita_desktop.domain.history import Action
from ita_desktop.domain.permissions import Readable
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.domain.roster import (
    Approval,
    Eligibility,
    ExternalPerson,
    InternalPerson,
    RosterKind,
    eligibility,
    eligible_from,
    latest_start,
)
from ita_desktop.domain.roster_problems import RosterLocked
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import roster_counts, roster_search, roster_store
from ita_desktop.models.roster_search import Order
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.roster_roles import may_edit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_desktop.models.database import Transaction
    from ita_desktop.services.roster_approval import RosterApproval
    from ita_desktop.services.roster_draw import RosterDraws
    from ita_desktop.services.roster_handout import Handouts
    from ita_desktop.services.roster_papers import RosterPapers
    from ita_desktop.services.roster_privacy import RosterPrivacy
    from ita_desktop.services.roster_twins import RosterTwins
    from ita_desktop.services.session import Session

__all__ = ["PEOPLE", "InternalRow", "Judge", "Order", "Person", "RosterService", "RosterSummary", "kind_of"]

Person: TypeAlias = InternalPerson | ExternalPerson

PEOPLE: dict[RosterKind, type[Person]] = {
    RosterKind.INTERNAL: InternalPerson,
    RosterKind.EXTERNAL: ExternalPerson,
}
"""Which people a roster is of."""


def kind_of(person: Person) -> RosterKind:
    """Return the roster that a person belongs on."""
    return RosterKind.INTERNAL if isinstance(person, InternalPerson) else RosterKind.EXTERNAL


@dataclass(frozen=True, slots=True)
class InternalRow:
    """A line of the internal roster: the person, whether they may answer, and from when if not yet."""

    person: InternalPerson
    eligibility: Eligibility
    eligible_from: date | None


@dataclass(frozen=True, slots=True)
class RosterSummary:
    """Head counts of both rosters, people whose data was erased on request among them."""

    internal: int
    eligible: int
    external: int


class RosterService:
    """Read and change the rosters of the year; what else is done with rosters hangs on it by name."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    @cached_property
    def approval(self) -> RosterApproval:
        """Submitting, approving, returning."""
        from ita_desktop.services.roster_approval import RosterApproval

        return RosterApproval(self._session)

    @cached_property
    def draws(self) -> RosterDraws:
        """How many must be asked, and who is drawn."""
        from ita_desktop.services.roster_draw import RosterDraws

        return RosterDraws(self._session)

    @cached_property
    def handouts(self) -> Handouts:
        """Forms given out and come back, per division."""
        from ita_desktop.services.roster_handout import Handouts

        return Handouts(self._session)

    @cached_property
    def twins(self) -> RosterTwins:
        """The same person twice."""
        from ita_desktop.services.roster_twins import RosterTwins

        return RosterTwins(self._session)

    @cached_property
    def privacy(self) -> RosterPrivacy:
        """What people may ask of their own data."""
        from ita_desktop.services.roster_privacy import RosterPrivacy

        return RosterPrivacy(self._session)

    @cached_property
    def papers(self) -> RosterPapers:
        """Lists, letters and the record of a draw."""
        from ita_desktop.services.roster_papers import RosterPapers

        return RosterPapers(self._session)

    def cut_off(self) -> date:
        """Return the day by which service must be full: the instrument's, else the fiscal year's first."""
        text = self._session.instrument.roster.cut_off
        return date.fromisoformat(text) if text else self._session.fiscal_year.first_day

    def last_start(self) -> date:
        """Return the last start date that makes eligible in this round."""
        return latest_start(self.cut_off(), self._session.instrument.roster.minimum_service_years)

    def internal(self, words: str = "") -> tuple[InternalRow, ...]:
        """Return the internal roster, narrowed by words."""
        with self._session.reading(Readable.PEOPLE) as transaction:
            people = roster_store.internal_people(transaction, self._session.year, words)
        return tuple(map(self.judge(), people))

    def external(self, words: str = "") -> tuple[ExternalPerson, ...]:
        """Return the external roster, narrowed by words."""
        with self._session.reading(Readable.PEOPLE) as transaction:
            return roster_store.external_people(transaction, self._session.year, words)

    def keys(
        self,
        kind: RosterKind,
        words: str = "",
        order: Order = Order.NAME,
        *,
        descending: bool = False,
        approval: Approval | None = None,
    ) -> tuple[int, ...]:
        """Return the keys of a roster's lines in order: what a view of a hundred thousand lines holds."""
        table = roster_store.table_of(PEOPLE[kind])
        only = [] if approval is None else [table.c.approval == approval.value]
        with self._session.reading(Readable.PEOPLE) as transaction:
            return roster_search.keys_in_order(
                transaction, self._session.year, PEOPLE[kind], words, order, descending=descending, only=only
            )

    def internal_of(self, keys: Sequence[int]) -> tuple[InternalRow, ...]:
        """Return the internal lines of these keys, in their order: what is in sight."""
        people = self._people(InternalPerson, keys)
        return tuple(map(self.judge(), (each for each in people if isinstance(each, InternalPerson))))

    def external_of(self, keys: Sequence[int]) -> tuple[ExternalPerson, ...]:
        """Return the external lines of these keys, in their order."""
        people = self._people(ExternalPerson, keys)
        return tuple(each for each in people if isinstance(each, ExternalPerson))

    def _people(self, kind: type[Person], keys: Sequence[int]) -> tuple[Person, ...]:
        """Read people by their keys."""
        with self._session.reading(Readable.PEOPLE) as transaction:
            return roster_store.people_of(transaction, self._session.year, kind, keys)

    def judge(self) -> Judge:
        """Return what tells of one person after another whether they may answer."""
        return Judge(self.cut_off(), self._session.instrument.roster.minimum_service_years)

    def save_workbook(self, kind: RosterKind, path: Path) -> None:
        """Write a roster as a workbook that can come in again; text is never a formula in it.

        DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed.
        """
        from ita_desktop.exchange.roster_out import write_external, write_internal

        if kind is RosterKind.INTERNAL:
            write_internal(path, [row.person for row in self.internal()])
        else:
            write_external(path, self.external())

    def summary(self) -> RosterSummary:
        """Count both rosters, without reading them."""
        year, last_start = self._session.year, self.last_start()
        with self._session.reading() as transaction:
            inside = roster_search.head_counts(transaction, year, last_start)
            external = roster_store.count(transaction, year, ExternalPerson)
            erased = roster_counts.erased(transaction, year)
        gone = [each for each in erased if each.roster is RosterKind.INTERNAL]
        return RosterSummary(
            sum(row["people"] for row in inside) + sum(each.people for each in gone),
            sum(row["eligible"] for row in inside) + sum(each.people for each in gone if each.eligible),
            external + sum(each.people for each in erased if each.roster is RosterKind.EXTERNAL),
        )

    def add(self, person: Person) -> Changes:
        """Add a person; FieldProblem if the name is empty, RoleNeeded."""
        may_edit(self._session)
        clean = replace(self._checked(person), approval=Approval.DRAFT, asked=False, reason="")
        with self._session.change(Action.ADDED_PERSON, "", Topic.ROSTER) as change:
            key = roster_store.add(change.transaction, self._session.year, [clean])
            change.made(key)
            change.subject = f"#{key}"
        return change.changes

    def change(self, person: Person, *, reopen: bool = False) -> Changes:
        """Replace a person by key; where the line stands with the executive is kept by the file alone.

        Args:
            person: who, with the key of the line.
            reopen: change an approved line too; it must then be approved again.

        Raises:
            MissingRecord: it is gone. RosterLocked: it is approved. FieldProblem, RoleNeeded.
        """
        may_edit(self._session)
        clean = self._checked(person)
        action = Action.REOPENED_ROSTER if reopen else Action.CHANGED_PERSON
        with self._session.change(action, f"#{person.key}", Topic.ROSTER) as change:
            before = self._unlocked(change.transaction, person, reopen=reopen)
            after = replace(clean, approval=Approval.DRAFT, asked=before.asked, reason=before.reason)
            roster_store.change(change.transaction, self._session.year, after)
            if reopen:
                change.subject = f"{kind_of(person).value} #{person.key}"
        return change.changes

    def remove(self, person: Person, *, reopen: bool = False) -> Changes:
        """Remove a person; MissingRecord, RosterLocked if approved and not `reopen`, RoleNeeded."""
        may_edit(self._session)
        with self._session.change(Action.REMOVED_PERSON, f"#{person.key}", Topic.ROSTER) as change:
            self._unlocked(change.transaction, person, reopen=reopen)
            roster_store.remove(change.transaction, self._session.year, type(person), person.key)
        return change.changes

    def _unlocked(self, transaction: Transaction, person: Person, *, reopen: bool) -> Person:
        """Return the line as it is kept; RosterLocked if it is approved and is not to be opened."""
        found = roster_store.people_of(transaction, self._session.year, type(person), [person.key])
        if not found:
            raise MissingRecord("person", str(person.key))
        if found[0].approval is Approval.APPROVED and not reopen:
            raise RosterLocked(str(person.key))
        return found[0]

    def _checked(self, person: Person) -> Person:
        """Return the person with mended text; FieldProblem for a missing name or a date that cannot be."""
        name = normalized(person.name)
        if not name:
            raise FieldProblem("name", FieldFault.EMPTY)
        if isinstance(person, InternalPerson):
            day, field = person.start_date, "start_date"
        else:
            day, field = person.contact_date, "contact_date"
        if day is not None and not date(1950, 1, 1) <= day <= self._session.now().date():
            raise FieldProblem(field, FieldFault.OUT_OF_RANGE, day.isoformat())
        return replace(person, name=name, phone=normalized(person.phone))


@dataclass(frozen=True, slots=True)
class Judge:
    """Tells of people whether they may answer."""

    cut_off: date
    years: int

    def __call__(self, person: InternalPerson) -> InternalRow:
        """Judge one."""
        start = person.start_date
        return InternalRow(
            person,
            eligibility(person, self.cut_off, self.years),
            eligible_from(start, self.years) if start else None,
        )
