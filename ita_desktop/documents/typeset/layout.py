"""Turn blocks into pieces, in order, one block behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blocks import (
    Block,
    Contents,
    Drawing,
    Heading,
    KeepTogether,
    ListItem,
    Marked,
    PageBreak,
    Paragraph,
    Picture,
    Placed,
    Spacer,
    Table,
    Turn,
)
from .contentslayout import contents_pieces
from .figures import drawing_pieces, picture_pieces, placed_piece
from .marks import marked
from .pieces import Piece, keep_all, nothing
from .style import MM
from .tablelayout import table_pieces
from .textlayout import heading_pieces, list_item_pieces, text_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .setting import Setting
    from .tags import Element


def all_pieces(setting: Setting, blocks: Iterable[Block]) -> Iterator[Piece]:
    """Yield the pieces of all blocks; each block waits for the next, which may hold its last lines back."""
    waiting: list[Piece] = []
    for block in blocks:
        made = _pieces(setting, block, setting.registry.root)
        if isinstance(block, KeepTogether) and block.previous_lines:
            _hold(waiting, block.previous_lines)
        yield from waiting
        waiting = made
    yield from waiting


def _pieces(setting: Setting, block: Block, parent: Element) -> list[Piece]:  # noqa: C901, PLR0911, PLR0912 - a line per kind
    """Pieces of one block."""
    if not isinstance(block, (ListItem, Marked)):
        setting.open_list = None
    match block:
        case Paragraph():
            return text_pieces(setting, block.text, block.style, parent.add("P"))
        case Heading():
            return heading_pieces(setting, block, parent)
        case ListItem():
            return list_item_pieces(setting, block, parent)
        case Table():
            return _table(setting, block, parent)
        case Picture():
            return picture_pieces(setting, block, parent)
        case Drawing():
            return drawing_pieces(setting, block, parent)
        case Placed():
            return [placed_piece(setting, block, parent)]
        case Spacer():
            return [Piece(0.0, nothing, before=block.mm * MM, what="space")]
        case PageBreak():
            return [Piece(0.0, nothing, new_page=True)]
        case KeepTogether():
            return keep_all([piece for inner in block.blocks for piece in _pieces(setting, inner, parent)])
        case Contents():
            return contents_pieces(setting, block, parent)
        case Marked():
            return marked(_pieces(setting, block.block, parent), block.mark, setting.width)
        case Turn():
            return [Piece(0.0, nothing, new_page=True)]


def _table(setting: Setting, table: Table, parent: Element) -> list[Piece]:
    element = parent.add("Table")
    caption: list[Piece] = []
    if table.caption is not None:
        style = table.style.but(align="left", space_before_pt=table.space_before_pt, keep_with_next=True)
        caption = text_pieces(setting, table.caption, style, element.add("Caption"))
    rows = table_pieces(table, setting, element)
    if rows and not caption:
        rows[0].before = table.space_before_pt
    return [*caption, *rows, Piece(0.0, nothing, before=table.space_after_pt, what="space")]


def _hold(pieces: list[Piece], count: int) -> None:
    """Join the last lines to what follows; a rest too short to stand alone comes with them."""
    lines = [index for index, piece in enumerate(pieces) if piece.is_line]
    if not lines:
        return
    start = lines[-count] if len(lines) > count + 1 else lines[0]
    for piece in pieces[start:]:
        piece.keep_next = True
