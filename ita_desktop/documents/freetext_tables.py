"""Tables of a Markdown text: columns as wide as what stands in them asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.book import DENSE, TABLE
from ita_desktop.documents.freetext_inline import bare_text
from ita_desktop.documents.typeset import Cell, Column, Table

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from ita_desktop.documents.freetext_inline import Inline
    from ita_desktop.documents.ruler import Ruler
    from ita_desktop.documents.typeset.blocks import CellAlign

NARROWEST_MM, WIDEST_MM = 8.0, 70.0
MANY_COLUMNS = 6
"""More columns than this are set in smaller letters."""
ALIGNS: dict[str, CellAlign] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}


def table(node: SyntaxTreeNode, inline: Inline, ruler: Ruler) -> Table:
    """Make the block of a table."""
    rows = [row for part in node.children for row in part.children]
    style = DENSE if len(rows[0].children) > MANY_COLUMNS else TABLE
    columns = [
        Column(
            weight=min(max(_widest(rows, place, ruler), NARROWEST_MM), WIDEST_MM),
            align=ALIGNS.get(str(cell.attrs.get("style", "")), "left"),
        )
        for place, cell in enumerate(rows[0].children)
    ]
    cells = [[Cell(inline.text(cell)) for cell in row.children] for row in rows]
    return Table(columns, cells, style=style)


def _widest(rows: list[SyntaxTreeNode], place: int, ruler: Ruler) -> float:
    """Return the width of the longest text of a column on one line."""
    return max(ruler.width(bare_text(row.children[place]), TABLE) for row in rows)
