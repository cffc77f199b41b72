"""Rosters: who may answer. Never who answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.domain.roster import (
    Eligibility,
    ExternalPerson,
    InternalPerson,
    eligibility,
    eligible_from,
)
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import roster_store
from ita_desktop.services.changes import Changes, Topic

if TYPE_CHECKING:
    from ita_desktop.services.session import Session

Person = InternalPerson | ExternalPerson


@dataclass(frozen=True, slots=True)
class InternalRow:
    """A line of the internal roster: the person, whether they may answer, and from when if not yet."""

    person: InternalPerson
    eligibility: Eligibility
    eligible_from: date | None


@dataclass(frozen=True, slots=True)
class RosterSummary:
    """Head counts of both rosters."""

    internal: int
    eligible: int
    external: int


class RosterService:
    """Read and change the rosters of the year."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def cut_off(self) -> date:
        """Return the day by which service must be full: the instrument's, else the fiscal year's first."""
        text = self._session.instrument.roster.cut_off
        return date.fromisoformat(text) if text else self._session.fiscal_year.first_day

    def internal(self, words: str = "") -> tuple[InternalRow, ...]:
        """Return the internal roster, narrowed by words."""
        cut_off, years = self.cut_off(), self._session.instrument.roster.minimum_service_years
        with self._session.reading() as transaction:
            people = roster_store.internal_people(transaction, self._session.year, words)
        return tuple(
            InternalRow(
                person,
                eligibility(person, cut_off, years),
                eligible_from(person.start_date, years) if person.start_date else None,
            )
            for person in people
        )

    def external(self, words: str = "") -> tuple[ExternalPerson, ...]:
        """Return the external roster, narrowed by words."""
        with self._session.reading() as transaction:
            return roster_store.external_people(transaction, self._session.year, words)

    def summary(self) -> RosterSummary:
        """Count both rosters."""
        rows = self.internal()
        eligible = sum(row.eligibility is Eligibility.YES for row in rows)
        with self._session.reading() as transaction:
            external = roster_store.count(transaction, self._session.year, ExternalPerson)
        return RosterSummary(len(rows), eligible, external)

    def add(self, person: Person) -> Changes:
        """Add a person; FieldProblem if the name is empty."""
        clean = self._checked(person)
        with self._session.change(Action.ADDED_PERSON, "", Topic.ROSTER) as change:
            key = roster_store.add(change.transaction, self._session.year, [clean])
            change.made(key)
            change.subject = f"#{key}"
        return change.changes

    def change(self, person: Person) -> Changes:
        """Replace a person by key; MissingRecord if it is gone."""
        clean = self._checked(person)
        with self._session.change(Action.CHANGED_PERSON, f"#{person.key}", Topic.ROSTER) as change:
            if not roster_store.change(change.transaction, self._session.year, clean):
                raise MissingRecord("person", str(person.key))
        return change.changes

    def remove(self, person: Person) -> Changes:
        """Remove a person; MissingRecord if it is gone."""
        with self._session.change(Action.REMOVED_PERSON, f"#{person.key}", Topic.ROSTER) as change:
            if not roster_store.remove(change.transaction, self._session.year, type(person), person.key):
                raise MissingRecord("person", str(person.key))
        return change.changes

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
