"""Tables of the window out: as a paper, as a workbook. Needs no office file, for it writes what was shown."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from ita_desktop.services.outputs import write_output

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.listing import Listing

FAMILY = "sarabun"
WIDEST = 60


def write_listing_pdf(listing: Listing, path: Path, now: datetime) -> Path:
    """Set what is seen as PDF; the problems of `write_output` and of a character that cannot be printed."""
    from ita_desktop.documents.listing import render_listing

    created = datetime.combine(now.date(), time(), now.tzinfo)
    return write_output(path, render_listing(listing, created, FAMILY))


def write_listing_workbook(listing: Listing, path: Path) -> Path:
    """Write what is seen as a workbook; the problems of `write_output`."""
    from ita_desktop.exchange.workbook_write import Column, SheetPlan, workbook_bytes

    columns = tuple(
        Column(title, min(WIDEST, max((len(row[place]) for row in listing.rows), default=0) + 6))
        for place, title in enumerate(listing.head)
    )
    rows = [
        [_number(cell) if place in listing.numbers else cell for place, cell in enumerate(row)]
        for row in listing.rows
    ]
    return write_output(path, workbook_bytes([SheetPlan(listing.title, columns, rows)]))


def _number(cell: str) -> str | int:
    """Return a whole number as one, so that a spreadsheet can add it; anything else stays as it is read."""
    return int(cell) if cell.isascii() and cell.isdecimal() else cell
