"""Any table of the window as a paper: what is seen, with its title, on as wide a sheet as it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.setting import to_pdf
from ita_desktop.documents.typeset import PLAIN, Column, DocumentInfo, PageSetup, Paragraph, Table

if TYPE_CHECKING:
    from datetime import datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.listing import Listing

TITLE = PLAIN.but(size=18.0, bold=True, align="center", keep_with_next=True, space_after_pt=6.0)
DENSE = PLAIN.but(size=13.0)
SHEET = PageSetup(left_mm=20.0, right_mm=15.0, top_mm=24.0, bottom_mm=15.0, page_number="arabic")
MOST_UPRIGHT = 5
"""Columns that an upright sheet takes; more lie across."""
LEAST_SHARE = 4
"""Letters for which even the narrowest column has room."""


def render_listing(listing: Listing, created: datetime, family: str) -> bytes:
    """Set a table; columns share the width by their longest words."""
    shares = [_share(listing, place) for place in range(len(listing.head))]
    columns = tuple(
        Column(weight=share, align="right" if place in listing.numbers else "left")
        for place, share in enumerate(shares)
    )
    rows = [tuple(row) for row in (listing.head, *listing.rows)]
    page = SHEET.landscape() if len(columns) > MOST_UPRIGHT else SHEET
    blocks: list[Block] = [Paragraph(listing.title, TITLE), Table(columns, rows, style=DENSE)]
    return to_pdf(blocks, DocumentInfo(listing.title, created), family=family, page=page)


def _share(listing: Listing, place: int) -> float:
    """How much of the width a column wants: the length that most of its cells stay below."""
    lengths = sorted(len(row[place]) for row in (listing.head, *listing.rows))
    return float(max(LEAST_SHARE, lengths[len(lengths) * 9 // 10]) ** 0.7)
