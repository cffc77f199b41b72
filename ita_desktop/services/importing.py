"""Filled workbooks in: looked at first, then taken in whole or not at all, as one step that can be undone.

What a workbook does not say is never emptied, and answers come in as a batch of their own: nothing joins a
questionnaire to a line of a roster, whatever stood side by side in somebody's Excel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ita_desktop.domain.answer_layout import LayoutWish
from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.domain.history import Action
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.progress import unwatched
from ita_desktop.exchange import workbook_read
from ita_desktop.exchange.answer_sheets import find_layouts
from ita_desktop.exchange.kinds import ImportKind
from ita_desktop.exchange.published_book import read_published
from ita_desktop.exchange.templates import template
from ita_desktop.models import checklist_store, settings_store
from ita_desktop.services import answer_import, roster_import
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.import_preview import Effect, ImportPreview, ImportRow
from ita_desktop.services.plan.workbook import plan_measures
from ita_desktop.services.published_import import plan_published
from ita_desktop.services.roster_plan import differing
from ita_desktop.services.roster_roles import may_edit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ita_desktop.domain.answer_layout import SheetLayout
    from ita_desktop.domain.progress import Watch
    from ita_desktop.exchange.workbook_read import CheckBook
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session

__all__ = ["Effect", "ImportKind", "ImportPreview", "ImportRow", "ImportingService", "write_template"]

HEADERS = "roster-headers"
"""Setting: for each kind of roster, headers that somebody mapped by hand, to their fields."""

NO_WISH = LayoutWish()
"""Nothing is said of how answers are laid out."""

TOPICS = {
    ImportKind.ROSTER_INTERNAL: Topic.ROSTER,
    ImportKind.ROSTER_EXTERNAL: Topic.ROSTER,
    ImportKind.ANSWERS: Topic.ANSWERS,
    ImportKind.OIT: Topic.CHECKLIST,
    ImportKind.MEASURES: Topic.MEASURES,
    ImportKind.PUBLISHED: Topic.PUBLISHED,
}


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done: the preview, and how to write it."""

    preview: ImportPreview
    write: Callable[[Transaction, Watch], None]


Planner: TypeAlias = "Callable[[Transaction, Watch], _Plan]"
"""Compares a workbook that was read with the file."""


class ImportingService:
    """Look into workbooks, and take them in."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._looked_at: tuple[object, Planner] | None = None
        self._planned: tuple[Planner, int, _Plan] | None = None

    def headers(self, kind: ImportKind) -> Mapping[str, str]:
        """Return the headers that were mapped by hand for a kind of roster."""
        with self._session.reading() as transaction:
            return dict(settings_store.get(transaction, HEADERS, {}).get(kind.value, {}))

    def layouts(self, path: Path, wish: LayoutWish = NO_WISH) -> tuple[SheetLayout, ...]:
        """Return how the sheets of a workbook of answers are laid out, as far as that can be told.

        Raises:
            WorkbookRefused: it is no workbook; and the problems of a file that cannot be read.
        """
        return find_layouts(path, self._session.instrument, wish, self._layouts())

    def _layouts(self) -> dict[str, LayoutWish]:
        """Return the layouts that the file remembers."""
        with self._session.reading() as transaction:
            return answer_import.remembered_layouts(transaction)

    def preview(
        self,
        kind: ImportKind,
        path: Path,
        headers: Mapping[str, str] | None = None,
        wish: LayoutWish = NO_WISH,
        watch: Watch = unwatched,
    ) -> ImportPreview:
        """Return what a workbook would do; nothing is written.

        Args:
            kind: what it brings.
            path: a workbook or a CSV file.
            headers: headers of a roster mapped by hand to fields (`-`: not to be read).
            wish: what is said of the layout of answers.
            watch: is told of the rows; where it raises Stopped, nothing was done.

        Raises:
            WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
        """
        planner = self._planner(kind, path, headers or {}, wish, watch)
        with self._session.reading() as transaction:
            plan = planner(transaction, watch)
        self._planned = (planner, self._session.version, plan)
        return plan.preview

    def apply(
        self,
        kind: ImportKind,
        path: Path,
        headers: Mapping[str, str] | None = None,
        wish: LayoutWish = NO_WISH,
        watch: Watch = unwatched,
    ) -> tuple[Changes, ImportPreview]:
        """Take a workbook in whole, or, where anything is wrong with it, not at all.

        Headers mapped by hand are remembered with it, and how answers were laid out. Stopped until the last
        row is kept, if `watch` raises it: the file is then as it was.

        Raises:
            WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
            RoleNeeded: the rosters are not for the role that is worn to change.
        """
        if TOPICS[kind] is Topic.ROSTER:
            may_edit(self._session)
        planner, planned = self._planner(kind, path, headers or {}, wish, watch), self._planned
        self._looked_at = self._planned = None
        same = planned is not None and planned[:2] == (planner, self._session.version)
        with self._session.change(Action.IMPORTED, kind.value, TOPICS[kind]) as change:
            plan = planned[2] if planned is not None and same else planner(change.transaction, watch)
            plan.write(change.transaction, watch)
            if headers:
                self._remember(change.transaction, kind, headers)
            change.subject = f"{kind.value} {plan.preview.added + plan.preview.changed}"
        return change.changes, plan.preview

    def write_template(self, kind: ImportKind, path: Path) -> Path:
        """Write the empty workbook of a kind for the open year; the same problems as `write_template`."""
        return template(kind, self._session.instrument, path)

    def _remember(self, transaction: Transaction, kind: ImportKind, headers: Mapping[str, str]) -> None:
        """Keep what headers were mapped to."""
        known = dict(settings_store.get(transaction, HEADERS, {}))
        known[kind.value] = {**known.get(kind.value, {}), **headers}
        settings_store.put(transaction, HEADERS, known)

    def _planner(
        self, kind: ImportKind, path: Path, headers: Mapping[str, str], wish: LayoutWish, watch: Watch
    ) -> Planner:
        """Return what compares a workbook with the file; what was just looked at is not read again."""
        state = _state(path)
        said = (tuple(sorted(headers.items())), repr(wish))
        asked = (kind, path, state, said, self._session.year)
        if self._looked_at is None or state is None or self._looked_at[0] != asked:
            self._looked_at = (asked, self._read(kind, path, headers, wish, watch))
        return self._looked_at[1]

    def _read(
        self, kind: ImportKind, path: Path, headers: Mapping[str, str], wish: LayoutWish, watch: Watch
    ) -> Planner:
        """Read the workbook, before any transaction begins; return what compares it with the file."""
        instrument, session = self._session.instrument, self._session
        if TOPICS[kind] is Topic.ROSTER:
            return self._read_roster(kind, path, {**self.headers(kind), **headers}, watch)
        if kind is ImportKind.ANSWERS:
            answers = answer_import.read(path, instrument, wish, self._layouts(), watch)
            return lambda transaction, _: _Plan(
                *answer_import.plan_answers(transaction, session.year, path, answers)
            )
        if kind is ImportKind.PUBLISHED:
            published = read_published(path, instrument)
            return lambda transaction, _: _at_once(*plan_published(transaction, published))
        if kind is ImportKind.MEASURES:
            measures = workbook_read.read_measures(path, instrument)
            return lambda transaction, _: _at_once(*plan_measures(transaction, instrument, path, measures))
        checks = workbook_read.read_oit(path, instrument)
        return lambda transaction, _: self._plan_checklist(transaction, checks)

    def _read_roster(self, kind: ImportKind, path: Path, learned: Mapping[str, str], watch: Watch) -> Planner:
        """Read a roster."""
        session, rule, today = self._session, self._session.instrument.roster, self._session.now().date()
        if kind is ImportKind.ROSTER_INTERNAL:
            internal = workbook_read.read_internal_roster(path, rule, today, learned, watch)
            return lambda transaction, watch: _Plan(
                *roster_import.plan_internal(session, transaction, kind, internal, watch)
            )
        external = workbook_read.read_external_roster(path, rule, today, learned, watch)
        return lambda transaction, watch: _Plan(
            *roster_import.plan_external(session, transaction, kind, external, watch)
        )

    def _plan_checklist(self, transaction: Transaction, book: CheckBook) -> _Plan:
        """Put what the workbook says over what is recorded, item by item."""
        known = checklist_store.entries(transaction, self._session.year)
        rows, entries = [], []
        for patch in book.patches:
            before = known.get(patch.code, CheckEntry(patch.code))
            after = patch.merged(before)
            fields = differing(before, after)
            if fields:
                entries.append(after)
            effect = Effect.CHANGED if fields else Effect.UNCHANGED
            rows.append(ImportRow(patch.sheet, patch.cell, patch.code, effect, fields))

        def write(transaction: Transaction, _watch: Watch) -> None:
            for entry in entries:
                checklist_store.put(transaction, self._session.year, entry)

        return _Plan(ImportPreview(ImportKind.OIT, tuple(rows), book.ignored), write)


def _at_once(preview: ImportPreview, write: Callable[[Transaction], None]) -> _Plan:
    """Return a plan that is done too quickly to be watched."""
    return _Plan(preview, lambda transaction, _watch: write(transaction))


def _state(path: Path) -> tuple[int, int] | None:
    """Return what tells whether a file was changed; None if it cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def write_template(kind: ImportKind, instrument_text: str, path: Path) -> Path:
    """Write an empty workbook to fill, for the instrument of that text.

    Raises:
        InstrumentInvalid: the text is no instrument.
        DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed: the workbook could not be written.
    """
    return template(kind, parse(instrument_text), path)
