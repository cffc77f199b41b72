"""Filled workbooks in: looked at first, then taken in whole or not at all, as one step that can be undone.

What a workbook does not say is never emptied, and answers come in as a batch of their own: nothing joins a
questionnaire to a line of a roster, whatever stood side by side in somebody's Excel.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.domain.history import Action
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.problems import CellFault, CellProblem, WorkbookRefused
from ita_desktop.domain.roster import Approval, ExternalPerson, InternalPerson
from ita_desktop.exchange import workbook_read
from ita_desktop.exchange.kinds import ImportKind
from ita_desktop.exchange.templates import template
from ita_desktop.models import checklist_store, questionnaire_store, roster_store
from ita_desktop.services.changes import Changes, Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from pathlib import Path

    from ita_desktop.exchange.workbook_read import CheckBook, PartForms, RosterBook
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session

__all__ = ["Effect", "ImportKind", "ImportPreview", "ImportRow", "ImportingService", "write_template"]

AnyPerson = TypeVar("AnyPerson", InternalPerson, ExternalPerson)

TOPICS = {
    ImportKind.ROSTER_INTERNAL: Topic.ROSTER,
    ImportKind.ROSTER_EXTERNAL: Topic.ROSTER,
    ImportKind.ANSWERS: Topic.ANSWERS,
    ImportKind.OIT: Topic.CHECKLIST,
}


class Effect(Enum):
    """What a row of a workbook does to the file."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row of the preview: where it stands, whom or what it is about, what it does, which fields change.

    Of answers there is one row for each part, with the count of its questionnaires.
    """

    sheet: str
    cell: str
    label: str
    effect: Effect
    fields: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a workbook would do, or has done. `ignored`: headers of columns that were not read."""

    kind: ImportKind
    rows: tuple[ImportRow, ...]
    ignored: tuple[str, ...] = ()

    def count(self, effect: Effect) -> int:
        """Return how many records have this effect."""
        return sum(row.count for row in self.rows if row.effect is effect)

    @property
    def added(self) -> int:
        """How many records are new."""
        return self.count(Effect.ADDED)

    @property
    def changed(self) -> int:
        """How many records get other values."""
        return self.count(Effect.CHANGED)

    @property
    def unchanged(self) -> int:
        """How many records are in the file as they are."""
        return self.count(Effect.UNCHANGED)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done: the preview, and how to write it."""

    preview: ImportPreview
    write: Callable[[Transaction], None]


class ImportingService:
    """Look into workbooks, and take them in."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def preview(self, kind: ImportKind, path: Path) -> ImportPreview:
        """Return what a workbook would do; nothing is written.

        Raises:
            WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
        """
        plan = self._planner(kind, path)
        with self._session.reading() as transaction:
            return plan(transaction).preview

    def apply(self, kind: ImportKind, path: Path) -> tuple[Changes, ImportPreview]:
        """Take a workbook in whole, or, where anything is wrong with it, not at all.

        Raises:
            WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
        """
        planner = self._planner(kind, path)
        with self._session.change(Action.IMPORTED, kind.value, TOPICS[kind]) as change:
            plan = planner(change.transaction)
            plan.write(change.transaction)
            change.subject = f"{kind.value} {plan.preview.added + plan.preview.changed}"
        return change.changes, plan.preview

    def _planner(self, kind: ImportKind, path: Path) -> Callable[[Transaction], _Plan]:
        """Read the workbook, before any transaction begins; return what compares it with the file."""
        instrument, today = self._session.instrument, self._session.now().date()
        if kind is ImportKind.ROSTER_INTERNAL:
            internal = workbook_read.read_internal_roster(path, instrument.roster, today)
            return lambda transaction: self._plan_internal(transaction, internal)
        if kind is ImportKind.ROSTER_EXTERNAL:
            external = workbook_read.read_external_roster(path, instrument.roster, today)
            return lambda transaction: self._plan_external(transaction, external)
        if kind is ImportKind.ANSWERS:
            parts = workbook_read.read_answers(path, instrument)
            return lambda transaction: self._plan_answers(transaction, path, parts)
        checks = workbook_read.read_oit(path, instrument)
        return lambda transaction: self._plan_checklist(transaction, checks)

    def _plan_internal(self, transaction: Transaction, book: RosterBook[InternalPerson]) -> _Plan:
        """Compare the internal roster: name and division are the same person."""
        known = roster_store.internal_people(transaction, self._session.year)
        merge = _Merge(known, lambda person: (person.name.casefold(), person.division.casefold()))
        return self._plan_roster(ImportKind.ROSTER_INTERNAL, merge, book)

    def _plan_external(self, transaction: Transaction, book: RosterBook[ExternalPerson]) -> _Plan:
        """Compare the external roster: one who came twice about two things may stand there twice."""
        known = roster_store.external_people(transaction, self._session.year)
        merge = _Merge(
            known, lambda person: (person.name.casefold(), person.kind, person.matter, person.contact_date)
        )
        return self._plan_roster(ImportKind.ROSTER_EXTERNAL, merge, book)

    def _plan_roster(self, kind: ImportKind, merge: _Merge[AnyPerson], book: RosterBook[AnyPerson]) -> _Plan:
        """Go through the rows of a roster."""
        rows = []
        for row in book.rows:
            effect, fields = merge.take(row.person)
            rows.append(ImportRow(row.sheet, row.cell, row.person.name, effect, fields))

        def write(transaction: Transaction) -> None:
            roster_store.add(transaction, self._session.year, merge.added)
            for person in merge.changed:
                roster_store.change(transaction, self._session.year, person)

        return _Plan(ImportPreview(kind, tuple(rows), book.ignored), write)

    def _plan_answers(self, transaction: Transaction, path: Path, parts: tuple[PartForms, ...]) -> _Plan:
        """Refuse numbers that are in the file already; the rest becomes a closed batch for each part."""
        year, problems = self._session.year, []
        for part in parts:
            taken = questionnaire_store.serials(transaction, year, part.part)
            problems += [
                CellProblem(part.sheet, form.cell, CellFault.SERIAL_TAKEN, str(form.serial))
                for form in part.forms
                if form.serial in taken
            ]
        if problems:
            raise WorkbookRefused(path, tuple(problems))
        filled = [part for part in parts if part.forms]
        rows = tuple(
            ImportRow(part.sheet, "", part.part, Effect.ADDED, count=len(part.forms)) for part in filled
        )

        def write(transaction: Transaction) -> None:
            for part in filled:
                count = len(part.forms)
                batch = Batch(part.part, 0, declared=count, collected_by=path.name, closed=True)
                key = questionnaire_store.add_batch(transaction, year, batch)
                forms = (Questionnaire(key, form.serial, form.line) for form in part.forms)
                questionnaire_store.add(transaction, year, part.part, forms)

        return _Plan(ImportPreview(ImportKind.ANSWERS, rows), write)

    def _plan_checklist(self, transaction: Transaction, book: CheckBook) -> _Plan:
        """Put what the workbook says over what is recorded, item by item."""
        known = checklist_store.entries(transaction, self._session.year)
        rows, entries = [], []
        for patch in book.patches:
            before = known.get(patch.code, CheckEntry(patch.code))
            after = patch.merged(before)
            fields = _differing(before, after)
            if fields:
                entries.append(after)
            effect = Effect.CHANGED if fields else Effect.UNCHANGED
            rows.append(ImportRow(patch.sheet, patch.cell, patch.code, effect, fields))

        def write(transaction: Transaction) -> None:
            for entry in entries:
                checklist_store.put(transaction, self._session.year, entry)

        return _Plan(ImportPreview(ImportKind.OIT, tuple(rows), book.ignored), write)


class _Merge(Generic[AnyPerson]):
    """Sorts the people of a workbook into new ones, changed ones, and those that are there as they are."""

    def __init__(self, known: Iterable[AnyPerson], identity: Callable[[AnyPerson], Hashable]) -> None:
        """Take the roster as it is; people of the same `identity` are the same."""
        self._identity: Callable[[AnyPerson], Hashable] = identity
        self._known: dict[Hashable, AnyPerson] = {identity(person): person for person in known}
        self._changed: dict[int, AnyPerson] = {}
        self._added: dict[Hashable, AnyPerson] = {}

    @property
    def added(self) -> list[AnyPerson]:
        """The new people."""
        return list(self._added.values())

    @property
    def changed(self) -> list[AnyPerson]:
        """The people who are there with other values."""
        return list(self._changed.values())

    def take(self, person: AnyPerson) -> tuple[Effect, tuple[str, ...]]:
        """Sort one person in; return what that does, and to which fields."""
        identity = self._identity(person)
        before = self._added.get(identity, self._known.get(identity))
        if before is None:
            self._added[identity] = person
            return Effect.ADDED, ()
        after = _over(before, person)
        fields = _differing(before, after)
        if not fields:
            return Effect.UNCHANGED, ()
        if identity in self._added:
            self._added[identity] = after
        else:  # what was approved is not what it is now
            self._known[identity] = self._changed[after.key] = replace(after, approval=Approval.DRAFT)
        return Effect.CHANGED, fields


def _over(before: AnyPerson, person: AnyPerson) -> AnyPerson:
    """Return `before` with what `person` says put over it; what it does not say stays."""
    said = {
        field.name: value
        for field in fields_of(person)
        if field.name not in {"key", "approval"} and (value := getattr(person, field.name))
    }
    return replace(before, **said)


def _differing(
    before: InternalPerson | ExternalPerson | CheckEntry, after: InternalPerson | ExternalPerson | CheckEntry
) -> tuple[str, ...]:
    """Return the names of the fields in which two records of a kind differ."""
    names = (field.name for field in fields_of(before))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def write_template(kind: ImportKind, instrument_text: str, path: Path) -> Path:
    """Write an empty workbook to fill, for the instrument of that text.

    Raises:
        InstrumentInvalid: the text is no instrument.
        DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed: the workbook could not be written.
    """
    return template(kind, parse(instrument_text), path)
