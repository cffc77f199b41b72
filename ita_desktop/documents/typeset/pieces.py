"""What the page maker handles: pieces of known height that cannot be divided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .sheet import Sheet

if TYPE_CHECKING:
    from .notes import NoteLine

Draw: TypeAlias = Callable[[Sheet, float, float], None]
"""Draw on a sheet with the top left corner at (x, y) in points."""


@dataclass(slots=True, eq=False)
class RepeatedHead:
    """Rows drawn again on each page that a table continues on."""

    height: float
    draw: Draw


@dataclass(slots=True, eq=False)
class Piece:
    """A line, a table row, a picture … `before` is white space (points) that vanishes at a page's top."""

    height: float
    draw: Draw
    before: float = 0.0
    keep_next: bool = False
    notes: Sequence[NoteLine] = ()
    head: RepeatedHead | None = None
    words: str = ""
    """Its first words, for the continuation word of the page before."""
    is_line: bool = False
    new_page: bool = False
    what: str = "block"
    offset: int = 0
    """Letters of its block before this piece."""


def nothing(_sheet: Sheet, _x: float, _y: float) -> None:
    """Draw nothing (page breaks, white space)."""


def keep_all(pieces: list[Piece], *, with_next: bool = False) -> list[Piece]:
    """Join pieces into one group that no page break enters if a page can hold it."""
    for piece in pieces if with_next else pieces[:-1]:
        piece.keep_next = True
    return pieces
