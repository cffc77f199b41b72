"""Tables of plain text whose columns stand straight in Thai: marks above and below take no room."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP = "  "
LONGEST_CELL = 60
"""Columns after which a cell is cut: a terminal is not a page; --json has it all."""


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    """Return the columns of one character: none for a mark, two for a wide one."""
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def cut(text: str, columns: int = LONGEST_CELL) -> str:
    """Return the text on one line, at most so wide, with … where something is left out."""
    line = " ".join(text.split())
    if width(line) <= columns:
        return line
    kept, used = [], 1
    for char in line:
        used += _columns(char)
        if used > columns:
            break
        kept.append(char)
    return "".join(kept) + "…"


def text_table(
    head: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()
) -> str:
    """Set rows under a head; the columns of `right` are set flush right, as figures are."""
    cells = [list(map(cut, row)) for row in (head, *rows)]
    widths = [max(width(row[i]) for row in cells) for i in range(len(head))]
    lines = [_line(row, widths, right) for row in cells]
    rule = GAP.join("-" * columns for columns in widths)
    return "\n".join([lines[0], rule, *lines[1:]])


def _line(row: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> str:
    """Set one row."""
    cells = []
    for index, text in enumerate(row):
        pad = " " * (widths[index] - width(text))
        cells.append(pad + text if index in right else text + pad)
    return GAP.join(cells).rstrip()
