"""Turn blocks into pieces: each kind of block has one function here, tables have a module of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from .blocks import (
    Block,
    Contents,
    Drawing,
    Heading,
    KeepTogether,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Placed,
    Spacer,
    Table,
)
from .inline import Typesetter
from .paragraph import SetText, set_text
from .pen import Pen
from .pictures import prepare
from .pieces import Piece, PieceList, nothing
from .registry import OutlineEntry, Registry
from .sheet import Sheet
from .style import BODY, MM, Run, Style, Text, heading_style
from .tablelayout import table_pieces
from .tags import Element

_LIST_INDENT_MM: Final = 25.0
_LIST_STEP_MM: Final = 7.5
_WIDOW: Final = 2
"""Lines of a paragraph that stay together at the top and at the bottom of a page."""


@dataclass(slots=True)
class Layout:
    """Makes pieces for one document: its typesetter, its registry, the text width in points."""

    setter: Typesetter
    registry: Registry
    width: float
    height: float
    _list: Element | None = None
    _headings: int = 0

    def pieces(self, blocks: Iterable[Block]) -> Iterator[Piece]:
        """Yield the pieces of all blocks in order, one block behind, so that a signature can hold lines back."""
        waiting: list[Piece] = []
        for block in blocks:
            if not isinstance(block, ListItem):
                self._list = None
            made = self.block(block, self.registry.root)
            if isinstance(block, KeepTogether) and block.previous_lines:
                _hold(waiting, block.previous_lines)
            yield from waiting
            waiting = made
        yield from waiting

    def block(self, block: Block, parent: Element) -> list[Piece]:  # noqa: C901, PLR0911 - one line for each kind
        """Pieces of one block."""
        match block:
            case Paragraph():
                return self._text(block.text, block.style, parent.add("P"))
            case Heading():
                return self._heading(block, parent)
            case ListItem():
                return self._list_item(block, parent)
            case Table():
                return self._table(block, parent)
            case Picture():
                return self._picture(block, parent)
            case Drawing():
                return self._drawing(block, parent)
            case Placed():
                return [self._placed(block, parent)]
            case Spacer():
                return [Piece(0.0, nothing, before=block.mm * MM, what="space")]
            case PageBreak():
                return [Piece(0.0, nothing, new_page=True)]
            case KeepTogether():
                return self._together(block, parent)
            case Contents():
                return []

    def _text(self, text: Text, style: Style, element: Element) -> list[Piece]:
        """Pieces of a paragraph: its lines, with widows and orphans held off."""
        left, right = style.left_indent_mm * MM, style.right_indent_mm * MM
        block = set_text(self.setter, text, style, max(self.width - left - right, 1.0))
        return _line_pieces(block, style, element, left)

    def _heading(self, heading: Heading, parent: Element) -> list[Piece]:
        style = heading.style or heading_style(heading.level)
        text = _numbered(heading)
        element = parent.add(f"H{min(max(heading.level, 1), 6)}")
        pieces = self._text(text, style.but(keep_with_next=True), element)
        self._headings += 1
        entry = partial(_outline, plain(text), heading.level, f"h{self._headings}")
        pieces[0].draw = partial(_with_outline, pieces[0].draw, entry)
        PieceList(pieces).keep_all()
        return pieces

    def _list_item(self, item: ListItem, parent: Element) -> list[Piece]:
        if self._list is None:
            self._list = parent.add("L")
        element = self._list.add("LI")
        label_element, body = element.add("Lbl"), element.add("LBody")
        left = (_LIST_INDENT_MM + _LIST_STEP_MM * item.level if item.indent_mm is None else item.indent_mm) * MM
        label = self.setter.items(item.label, item.style)
        room = max(item.label_mm * MM, sum(label.widths) + 1.5 * MM) if item.label else 0.0
        hang = left + item.label_mm * MM if item.hanging else 0.0
        style = item.style
        block = set_text(self.setter, item.text, style, self.width - hang, left + room - hang)
        pieces = _line_pieces(block, style, body, hang)
        marker = set_text(self.setter, item.label, style.but(align="left"), self.width, 0.0).lines[0]
        first = pieces[0].draw

        def draw(sheet: Sheet, x: float, y: float) -> None:
            with sheet.tagged(label_element):
                sheet.line(marker, x + left, y + block.baseline)
            first(sheet, x, y)

        if item.label:
            pieces[0].draw = draw
        return pieces

    def _table(self, table: Table, parent: Element) -> list[Piece]:
        caption: list[Piece] = []
        element = parent.add("Table")
        if table.caption is not None:
            style = table.style.but(align="left", space_before_pt=table.space_before_pt, keep_with_next=True)
            caption = self._text(table.caption, style, element.add("Caption"))
        rows = table_pieces(table, self.setter, self.width, self.height, element)
        if rows and not caption:
            rows[0].before = table.space_before_pt
        return [*caption, *rows, Piece(0.0, nothing, before=table.space_after_pt, what="space")]

    def _picture(self, picture: Picture, parent: Element) -> list[Piece]:
        width = min(picture.width_mm * MM, self.width)
        prepared = prepare(picture.source, width / MM)
        height = width * prepared.height / prepared.width
        if height > self.height:
            width, height = width * self.height / height, self.height
        figure = parent.add("Figure")
        figure.alt = picture.alt

        def draw(sheet: Sheet, x: float, y: float) -> None:
            with sheet.tagged(figure):
                name = sheet.registry.picture(prepared)
                sheet.image(name, x + (self.width - width) / 2, y, width, height)

        piece = Piece(height, draw, before=6.0, what="picture")
        return self._captioned(piece, picture.caption, picture.caption_style, parent)

    def _drawing(self, drawing: Drawing, parent: Element) -> list[Piece]:
        figure = parent.add("Figure")
        figure.alt = drawing.alt

        def draw(sheet: Sheet, x: float, y: float) -> None:
            with sheet.tagged(figure):
                drawing.draw(Pen(sheet, self.setter, x, y, self.width / MM))

        piece = Piece(drawing.height_mm * MM, draw, before=6.0, what="drawing")
        return self._captioned(piece, drawing.caption, drawing.caption_style, parent)

    def _captioned(self, piece: Piece, caption: Text | None, style: Style, parent: Element) -> list[Piece]:
        if caption is None:
            return [piece]
        pieces = [piece, *self._text(caption, style, parent.add("Caption"))]
        PieceList(pieces).keep_all()
        return pieces

    def _placed(self, placed: Placed, parent: Element) -> Piece:
        element = parent.add("P")

        def draw(sheet: Sheet, x: float, y: float) -> None:
            with sheet.tagged(element):
                placed.draw(Pen(sheet, self.setter, x, y, self.width / MM), self.width / MM)

        return Piece(placed.height_mm * MM, draw, keep_next=placed.keep_with_next, what="placed")

    def _together(self, group: KeepTogether, parent: Element) -> list[Piece]:
        pieces = [piece for block in group.blocks for piece in self.block(block, parent)]
        PieceList(pieces).keep_all()
        return pieces


def _numbered(heading: Heading) -> Text:
    if not heading.number:
        return heading.text
    number = Run(f"{heading.number}\u00a0\u00a0")
    return [number, heading.text] if isinstance(heading.text, str) else [number, *heading.text]


def plain(text: Text) -> str:
    """Letters of a text without its looks; footnote marks are left out."""
    if isinstance(text, str):
        return text
    return "".join(part if isinstance(part, str) else part.text for part in text if isinstance(part, str | Run))


def _line_pieces(block: SetText, style: Style, element: Element, left: float) -> list[Piece]:
    count = len(block.lines)
    pieces = []
    for index, line in enumerate(block.lines):

        def draw(sheet: Sheet, x: float, y: float, line: object = line) -> None:
            with sheet.tagged(element):
                sheet.line(line, x + left, y + block.baseline)  # type: ignore[arg-type]

        held = index < _WIDOW - 1 or index == count - _WIDOW
        pieces.append(
            Piece(
                block.leading,
                draw,
                before=style.space_before_pt if index == 0 else 0.0,
                keep_next=(held and index < count - 1) or style.keep_with_next,
                notes=line.notes(),
                words=line.text()[:40],
                is_line=True,
            )
        )
    if style.space_after_pt:
        pieces.append(
            Piece(0.0, nothing, before=style.space_after_pt, keep_next=style.keep_with_next, what="space")
        )
        pieces[-2].keep_next = pieces[-2].keep_next or style.keep_with_next
    return pieces


def _hold(pieces: list[Piece], count: int) -> None:
    """Join the last lines to what follows, and what little would be left before them to these lines."""
    lines = [index for index, piece in enumerate(pieces) if piece.is_line]
    if not lines:
        return
    start = lines[-count] if len(lines) > count + 1 else lines[0]
    for piece in pieces[start:]:
        piece.keep_next = True


def _outline(title: str, level: int, key: str, sheet: Sheet, y: float) -> None:
    sheet.registry.outline.append(OutlineEntry(title, level, sheet.index, y, key))


def _with_outline(draw: object, entry: object, sheet: Sheet, x: float, y: float) -> None:
    entry(sheet, y)  # type: ignore[operator]
    draw(sheet, x, y)  # type: ignore[operator]


BODY_STYLE = BODY
