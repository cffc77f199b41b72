"""A plan's workbook against the file: which measures it adds, which it changes, what of it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.problems import CellFault, CellProblem, FieldFault, FieldProblem, WorkbookRefused
from ita_desktop.domain.thai_text import search_key
from ita_desktop.exchange.kinds import ImportKind
from ita_desktop.models import measure_store
from ita_desktop.services.import_preview import Effect, ImportPreview, ImportRow
from ita_desktop.services.plan.checking import checked_measure
from ita_desktop.services.roster_plan import differing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.exchange.measure_book import MeasureBook, MeasureRow
    from ita_desktop.models.database import Transaction

CELL_FAULTS = {
    FieldFault.OUTSIDE_YEAR: CellFault.DATE_OUT_OF_RANGE,
    FieldFault.BEFORE_START: CellFault.DATE_OUT_OF_RANGE,
    FieldFault.TWO_YEARS: CellFault.DATE_OUT_OF_RANGE,
    FieldFault.EMPTY: CellFault.MISSING_VALUE,
}


def plan_measures(
    transaction: Transaction, instrument: Instrument, path: Path, book: MeasureBook
) -> tuple[ImportPreview, Callable[[Transaction], None]]:
    """Compare a workbook with the measures of the year: what it would do, and how to write it.

    WorkbookRefused with every row that cannot be kept: dates outside the plan's years, reversed dates.
    """
    year, problems = instrument.fiscal_year, []
    known = measure_store.measures(transaction, year)
    by_name = {(each.indicator, search_key(each.title)): each for each in known}
    rows, added, changed = [], [], []
    for row in book.rows:
        before = by_name.get((row.measure.indicator, search_key(row.measure.title)))
        after = row.merged(before) if before is not None else row.measure
        try:
            clean = checked_measure(after, instrument, FiscalYear(year))
        except FieldProblem as problem:
            problems.append(_told(row, problem))
            continue
        fields = differing(before, clean) if before is not None else ()
        effect = Effect.ADDED if before is None else Effect.CHANGED if fields else Effect.UNCHANGED
        rows.append(ImportRow(row.sheet, row.cell, clean.title, effect, fields))
        if before is None:
            added.append(clean)
        elif fields:
            changed.append(clean)
    if problems:
        raise WorkbookRefused(path, tuple(problems))

    def write(writing: Transaction) -> None:
        """Keep what the workbook brought."""
        for measure in added:
            measure_store.add(writing, year, measure)
        for measure in changed:
            measure_store.change(writing, year, measure)

    return ImportPreview(ImportKind.MEASURES, tuple(rows), book.ignored), write


def _told(row: MeasureRow, problem: FieldProblem) -> CellProblem:
    """Tell a field's problem at the row."""
    fault = CELL_FAULTS.get(problem.fault, CellFault.UNKNOWN_VALUE)
    return CellProblem(row.sheet, row.cell, fault, problem.value, problem.expected)
