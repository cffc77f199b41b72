"""Published figures from a workbook: compared with what is kept, then written as one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.exchange.kinds import ImportKind
from ita_desktop.models import published_store
from ita_desktop.services.import_preview import Effect, ImportPreview, ImportRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from ita_desktop.exchange.published_book import PublishedBook, PublishedFigure
    from ita_desktop.models.database import Transaction


def plan_published(
    transaction: Transaction, book: PublishedBook
) -> tuple[ImportPreview, Callable[[Transaction], None]]:
    """Return what the figures would do, and what writes those that differ. What is not said stays."""
    years = {each.year for each in book.figures}
    known = {year: published_store.figures(transaction, year) for year in years}
    rows = tuple(_row(each, known[each.year]) for each in book.figures)
    new = [each for each in book.figures if known[each.year].get(each.key) != each.value]

    def write(transaction: Transaction) -> None:
        """Write the figures that are new or other than before."""
        for each in new:
            published_store.put(transaction, each.year, each.key, each.value)

    return ImportPreview(ImportKind.PUBLISHED, rows, book.ignored), write


def _row(figure: PublishedFigure, known: Mapping[str, Decimal]) -> ImportRow:
    """Say what one figure does: whose it is, of which year, what it was and will be."""
    before = known.get(figure.key)
    label = f"{figure.year} {figure.key}"
    if before == figure.value:
        return ImportRow(figure.sheet, figure.cell, label, Effect.UNCHANGED)
    if before is None:
        return ImportRow(figure.sheet, figure.cell, label, Effect.ADDED, (f"{figure.value}",))
    return ImportRow(figure.sheet, figure.cell, label, Effect.CHANGED, (f"{before} → {figure.value}",))
