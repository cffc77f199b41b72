"""Short ways to write rich text in the kinds' first texts: `{score}` in a sentence is a live value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_desktop.domain.paperwork.richtext import (
    Align,
    Cell,
    Column,
    Heading,
    ListItem,
    Marker,
    Paragraph,
    Run,
    Table,
    Value,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ita_desktop.domain.paperwork.richtext import Inline, Text

BLANK: Final = "................"
"""What a person has to fill in, as on a printed form."""
_VALUE: Final = re.compile(r"\{([\w.-]+)\}")


def rich(words: str) -> Text:
    """Turn `{name}` into live values, the rest into plain letters."""
    parts: list[Inline] = []
    end = 0
    for match in _VALUE.finditer(words):
        parts += [*text(words[end : match.start()]), Value(match.group(1))]
        end = match.end()
    return (*parts, *text(words[end:]))


def paragraph(words: str) -> Paragraph:
    """Write a paragraph of the body."""
    return Paragraph(rich(words))


def heading(words: str, level: int = 1, *, numbered: bool = True) -> Heading:
    """Write a heading."""
    return Heading(rich(words), level, numbered)


def items(marker: Marker, texts: Iterable[str], level: int = 0) -> tuple[ListItem, ...]:
    """Write the items of a list."""
    return tuple(ListItem(rich(each), marker, level) for each in texts)


def cell(words: str, columns: int = 1, align: Align | None = None, *, bold: bool = False) -> Cell:
    """Write a cell; each line is a paragraph."""
    lines = [
        Paragraph(_bold(rich(line)) if bold else rich(line), indented=False) for line in words.split("\n")
    ]
    return Cell(tuple(lines), columns, 1, align)


def _bold(given: Text) -> Text:
    """Return a text in bold."""
    return tuple(Run(part.text, bold=True) if isinstance(part, Run) else part for part in given)


def table(
    shares: Sequence[float],
    rows: Iterable[Sequence[str | Cell]],
    caption: str = "",
    aligns: Sequence[Align] = (),
) -> Table:
    """Write a table; its first row is its head."""
    sides = [*aligns, *[Align.LEFT] * (len(shares) - len(aligns))]
    columns = tuple(Column(float(share), side) for share, side in zip(shares, sides, strict=True))
    made = tuple(tuple(each if isinstance(each, Cell) else cell(each) for each in row) for row in rows)
    return Table(columns, made, caption=rich(caption))
