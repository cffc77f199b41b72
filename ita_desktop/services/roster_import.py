"""A roster workbook beside the file: what each row would do, and how to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.progress import Stage, watched
from ita_desktop.models import roster_store
from ita_desktop.services.import_preview import Effect, ImportPreview, ImportRow
from ita_desktop.services.roster_plan import RosterPlan

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.progress import Watch
    from ita_desktop.domain.roster import ExternalPerson, InternalPerson
    from ita_desktop.exchange.kinds import ImportKind
    from ita_desktop.exchange.workbook_read import RosterBook
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.roster_plan import AnyPerson, Taken
    from ita_desktop.services.session import Session

    Planned = tuple[ImportPreview, Callable[[Transaction, Watch], None]]


def plan_internal(
    session: Session,
    transaction: Transaction,
    kind: ImportKind,
    book: RosterBook[InternalPerson],
    watch: Watch,
) -> Planned:
    """Compare the internal roster; Stopped, if `watch` says so."""
    known = roster_store.internal_people(transaction, session.year)
    return _planned(session, kind, book, RosterPlan(known, session.fiscal_year), watch)


def plan_external(
    session: Session,
    transaction: Transaction,
    kind: ImportKind,
    book: RosterBook[ExternalPerson],
    watch: Watch,
) -> Planned:
    """Compare the external roster; Stopped, if `watch` says so."""
    known = roster_store.external_people(transaction, session.year)
    return _planned(session, kind, book, RosterPlan(known, session.fiscal_year), watch)


def _planned(
    session: Session, kind: ImportKind, book: RosterBook[AnyPerson], plan: RosterPlan[AnyPerson], watch: Watch
) -> Planned:
    """Sort every row in; return the preview, and what adds and changes people."""
    rows = tuple(
        _row(row.sheet, row.cell, row.person.name, plan.take(row.person, f"{row.sheet} {row.cell}"))
        for row in watched(book.rows, watch, Stage.COMPARING)
    )
    year = session.year

    def write(transaction: Transaction, watch: Watch) -> None:
        roster_store.add(transaction, year, watched(plan.added, watch, Stage.KEEPING))
        for person in watched(plan.changed, watch, Stage.KEEPING):
            roster_store.change(transaction, year, person)

    preview = ImportPreview(kind, rows, book.ignored, book.guessed, book.mended, book.mended_count)
    return preview, write


def _row(sheet: str, cell: str, label: str, taken: Taken) -> ImportRow:
    """Return the row of the preview for a person who was sorted in."""
    effect, fields, doubts = taken
    return ImportRow(sheet, cell, label, Effect(effect), fields, doubts=doubts)
