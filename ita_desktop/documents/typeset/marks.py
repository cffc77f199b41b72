"""Where marked blocks come to stand: what leads from a click on the page back to the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .registry import MarkedPlace

if TYPE_CHECKING:
    from .pieces import Draw, Piece
    from .sheet import Sheet


def marked(pieces: list[Piece], mark: int, width: float) -> list[Piece]:
    """Let pieces tell where they are drawn; `width` is that of the text, in points."""
    for piece in pieces:
        if piece.height:
            piece.draw = partial(_tell, piece.draw, mark, piece.offset, (width, piece.height))
    return pieces


def _tell(
    draw: Draw, mark: int, offset: int, size: tuple[float, float], sheet: Sheet, x: float, y: float
) -> None:
    """Note the place of a piece, then draw it; cells within it tell theirs after it."""
    note_place(sheet, mark, offset, (x, y, x + size[0], y + size[1]))
    draw(sheet, x, y)


def note_place(sheet: Sheet, mark: int, offset: int, box: tuple[float, float, float, float]) -> None:
    """Note that letters from `offset` on of a marked block stand in a box of the page."""
    sheet.registry.places.append(MarkedPlace(sheet.index, mark, offset, *box))
