"""Answers keyed elsewhere: read by the layout of their sheets, each sheet a closed batch of its own.

Forms without a number get the next ones in the order of their answers, never of their rows: a list exported
from somewhere else stands in the order in which people came.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.answer_layout import Figures, LayoutWish
from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.problems import CellFault, CellProblem, WorkbookRefused
from ita_desktop.domain.progress import Stage, unwatched, watched
from ita_desktop.exchange.answer_sheets import MappedAnswers, is_template, read_mapped
from ita_desktop.exchange.answers_book import answers_of
from ita_desktop.exchange.kinds import ImportKind
from ita_desktop.exchange.sheets import read_sheets
from ita_desktop.models import questionnaire_store, settings_store
from ita_desktop.services.import_preview import Effect, ImportPreview, ImportRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ita_desktop.domain.answer_layout import SheetLayout
    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.progress import Watch
    from ita_desktop.exchange.answers_book import KeyedForm, PartForms
    from ita_desktop.models.database import Transaction

LAYOUTS = "answer-layouts"
"""Setting: how sheets were laid out, by the key of their headers."""


def read(
    path: Path,
    instrument: Instrument,
    wish: LayoutWish,
    remembered: Mapping[str, LayoutWish],
    watch: Watch = unwatched,
) -> MappedAnswers:
    """Read a workbook of answers: the program's own template by its strict rules, any other by its layout.

    Raises:
        WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
    """
    sheets = read_sheets(path, watch)
    if is_template(sheets, instrument) and not wish.said:
        return MappedAnswers(answers_of(path, sheets, instrument), (), ())
    return read_mapped(path, sheets, instrument, wish, remembered, watch)


def remembered_layouts(transaction: Transaction) -> dict[str, LayoutWish]:
    """Return the layouts of sheets that came in before, by the key of their headers."""
    kept = settings_store.get(transaction, LAYOUTS, {})
    return {
        key: LayoutWish(dict(each["fields"]), {"": each["part"]}, Figures(each["figures"]))
        for key, each in kept.items()
    }


def plan_answers(
    transaction: Transaction, year: int, path: Path, book: MappedAnswers
) -> tuple[ImportPreview, Callable[[Transaction, Watch], None]]:
    """Return what a workbook of answers would do, and how to do it.

    Raises:
        WorkbookRefused: a number is in the file already.
    """
    problems = _taken(transaction, year, book.parts)
    if problems:
        raise WorkbookRefused(path, problems)
    filled = _numbered(transaction, year, [part for part in book.parts if part.forms])

    def write(transaction: Transaction, watch: Watch) -> None:
        for part in filled:
            count = len(part.forms)
            batch = Batch(part.part, 0, declared=count, collected_by=path.name, closed=True)
            key = questionnaire_store.add_batch(transaction, year, batch)
            forms = (Questionnaire(key, form.serial, form.line) for form in part.forms)
            questionnaire_store.add(transaction, year, part.part, watched(forms, watch, Stage.KEEPING))
        if book.layouts:
            _remember(transaction, book.layouts)

    return _preview(book, filled), write


def _taken(transaction: Transaction, year: int, parts: tuple[PartForms, ...]) -> tuple[CellProblem, ...]:
    """Return the cells whose number is in the file already."""
    problems: list[CellProblem] = []
    for part in parts:
        taken = questionnaire_store.serials(transaction, year, part.part)
        problems += [
            CellProblem(part.sheet, form.cell, CellFault.SERIAL_TAKEN, str(form.serial))
            for form in part.forms
            if form.serial in taken
        ]
    return tuple(problems)


def _numbered(transaction: Transaction, year: int, parts: list[PartForms]) -> list[PartForms]:
    """Give forms without a number the next ones, in the order of their answers."""
    last: dict[str, int] = {}
    for part in parts:
        highest = questionnaire_store.next_serial(transaction, year, part.part) - 1
        given = max((form.serial for form in part.forms), default=0)
        last[part.part] = max(highest, given, last.get(part.part, 0))
    found = []
    for part in parts:
        forms: list[KeyedForm] = [form for form in part.forms if form.serial]
        for form in sorted((form for form in part.forms if not form.serial), key=lambda each: each.line):
            last[part.part] += 1
            forms.append(replace(form, serial=last[part.part]))
        found.append(replace(part, forms=tuple(forms)))
    return found


def _remember(transaction: Transaction, layouts: tuple[SheetLayout, ...]) -> None:
    """Keep how sheets were laid out, for the next one with these headers."""
    known = dict(settings_store.get(transaction, LAYOUTS, {}))
    for layout in layouts:
        fields = {each.header: each.field for each in layout.columns if each.field}
        known[layout.key] = {"part": layout.part, "figures": layout.figures.value, "fields": fields}
    settings_store.put(transaction, LAYOUTS, known)


def _preview(book: MappedAnswers, filled: list[PartForms]) -> ImportPreview:
    """Return the counts by sheet, then every cell that wants a look."""
    counts = [ImportRow(part.sheet, "", part.part, Effect.ADDED, count=len(part.forms)) for part in filled]
    looks = [
        ImportRow(each.sheet, each.cell, each.code, Effect.ADDED, count=0, doubts=(each.doubt,))
        for each in book.doubts
    ]
    columns = [each for layout in book.layouts for each in layout.columns]
    return ImportPreview(
        ImportKind.ANSWERS,
        (*counts, *looks),
        tuple(dict.fromkeys(each.header for each in columns if not each.field)),
        {each.header: each.field for each in columns if each.guessed and each.field},
        layouts=book.layouts,
    )
