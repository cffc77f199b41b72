"""Tables of a Markdown text: columns as wide as what stands in them asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.book import DENSE, TABLE
from ita_desktop.documents.freetext_inline import bare_text
from ita_desktop.documents.typeset import PLAIN, Cell, Column, Table
from ita_desktop.documents.typeset.style import MM
from ita_desktop.documents.typeset.words import INSIDE_COMPOUND

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from ita_desktop.documents.freetext_inline import Inline
    from ita_desktop.documents.ruler import Ruler
    from ita_desktop.documents.typeset import Style
    from ita_desktop.documents.typeset.blocks import CellAlign

NARROWEST_MM, LONGEST_WORD_MM, WIDEST_MM = 8.0, 70.0, 240.0
"""A column is never narrower; what is asked for a word, and for a text on one line, is no more than these."""
ROOM_MM = 160.0
"""The text's width on the paper."""
BESIDE_MM = 3.0
"""White beside the text of a cell."""
MANY_COLUMNS = 6
"""More columns than this are set in smaller letters."""
TINY = PLAIN.but(size=10.0)
"""For figures that would be cut in larger letters."""
ALIGNS: dict[str, CellAlign] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}


def table(node: SyntaxTreeNode, inline: Inline, ruler: Ruler) -> Table:
    """Make the block of a table: in the largest letters in which no word and no figure is cut."""
    rows = [row for part in node.children for row in part.children]
    texts = [[bare_text(row.children[place]) for row in rows] for place in range(len(rows[0].children))]
    sizes = (DENSE, TINY) if len(texts) > MANY_COLUMNS else (TABLE, DENSE, TINY)
    style = next((size for size in sizes if sum(_least(texts, size, ruler)) <= ROOM_MM), TINY)
    weights = _weights(texts, style, ruler)
    columns = [
        Column(weight=weight, align=ALIGNS.get(str(cell.attrs.get("style", "")), "left"))
        for weight, cell in zip(weights, rows[0].children, strict=True)
    ]
    cells = [[Cell(inline.text(cell)) for cell in row.children] for row in rows]
    return Table(columns, cells, style=style)


def _weights(texts: list[list[str]], style: Style, ruler: Ruler) -> list[float]:
    """Return the columns' widths in millimetres: what their words need, and a share of the rest."""
    least = _least(texts, style, ruler)
    widest = [
        max(low, *(min(ruler.width(text, style) + BESIDE_MM, WIDEST_MM) for text in column))
        for low, column in zip(least, texts, strict=True)
    ]
    spare, wish = ROOM_MM - sum(least), sum(widest) - sum(least)
    share = min(max(spare, 0.0) / wish, 1.0) if wish else 1.0
    return [low + (high - low) * share for low, high in zip(least, widest, strict=True)]


def _least(texts: list[list[str]], style: Style, ruler: Ruler) -> list[float]:
    """Return the width of each column's longest word; the first row is bold."""
    bold = style.but(bold=True)
    return [
        max(
            NARROWEST_MM,
            *(
                min(_longest_word(text, style if row else bold, ruler) + BESIDE_MM, LONGEST_WORD_MM)
                for row, text in enumerate(column)
            ),
        )
        for column in texts
    ]


def _longest_word(text: str, style: Style, ruler: Ruler) -> float:
    """Return the width of the widest part of a text that no line should break."""
    items = ruler.setter.items(text, style)
    longest = run = 0.0
    for width, after in zip(items.widths, items.after, strict=True):
        run += width
        longest = max(longest, run)
        if after < INSIDE_COMPOUND:
            run = 0.0
    return longest / MM
