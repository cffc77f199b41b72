"""Qt's text read back as a document. Each block is read once and kept until it changes.

A long paper is read after each pause in typing: reading all of it anew would make the pauses longer as it
grows. So what was made of a block stays with the block (`QTextBlockUserData`), and `forget` drops it where
Qt tells a change.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockUserData, QTextTable

from ita_desktop.domain.paperwork import keys
from ita_desktop.domain.paperwork.richtext import (
    Align,
    Cell,
    Column,
    Document,
    Heading,
    ListItem,
    Marker,
    Paragraph,
    Picture,
    Run,
    Section,
    Table,
    joined,
)
from ita_desktop.ui.widgets.rich_editor.held import Turn, box_of, note_of, value_of
from ita_desktop.ui.widgets.rich_editor.looks import look_of
from ita_desktop.ui.widgets.rich_editor.marks import LINE_END, Kind, Mark, ObjectKind, key_of, kind_of
from ita_desktop.ui.widgets.rich_editor.qt_text import fragments
from ita_desktop.ui.widgets.rich_editor.soft_breaks import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextFrame, QTextTableCell

    from ita_desktop.domain.paperwork.richtext import Block, CellBlock, Inline, Text
    from ita_desktop.ui.widgets.rich_editor.held import Box

DEEPEST = 5


class _Kept(QTextBlockUserData):
    """What a block was read as."""

    def __init__(self, parts: tuple[Block | Turn, ...]) -> None:
        super().__init__()
        self.parts = parts


def forget(document: QTextDocument, position: int, length: int) -> None:
    """Drop what was read of the blocks that a change touched."""
    block = document.findBlock(position)
    end = position + length
    while block.isValid() and block.position() <= end:
        if block.userData() is not None:
            block.setUserData(None)  # type: ignore[arg-type]  # Qt takes none; its types do not say so
        block = block.next()


def read(document: QTextDocument) -> Document:
    """Read the whole text: every block with a key of its own, texts in their one form."""
    assembly = _Assembly()
    for part in _parts(document.rootFrame()):
        assembly.take(part)
    made = assembly.document()
    found = [block.key for block in keys.all_blocks(made)]
    return made if 0 not in found and len(set(found)) == len(found) else keys.tidy(made)


def _parts(frame: QTextFrame | QTextTableCell) -> Iterator[QTextBlock | QTextTable]:
    """The blocks and tables of a frame, in order."""
    place = frame.begin()
    while not place.atEnd():
        table = place.currentFrame()
        if isinstance(table, QTextTable):
            yield table
        elif place.currentBlock().isValid():
            yield place.currentBlock()
        place += 1


@dataclass(slots=True)
class _Assembly:
    """Puts blocks into sections, captions to their tables and pictures."""

    sections: list[Section] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    landscape: bool = False
    above: Paragraph | None = None
    """The caption of the table that should follow."""
    picture_above: bool = False

    def take(self, part: QTextBlock | QTextTable) -> None:
        """Take the next block or table."""
        if isinstance(part, QTextTable):
            caption = self.above.text if self.above else ()
            self.above = None
            self.blocks.append(replace(read_table(part), caption=caption))
            self.picture_above = False
            return
        kind = kind_of(part)
        self._end_caption()
        for each in read_block(part):
            self._take(each, kind)

    def _take(self, each: Block | Turn, kind: Kind) -> None:
        """Take what a block of Qt's holds."""
        if isinstance(each, Turn):
            self._turn(each)
        elif kind is Kind.TABLE_CAPTION and isinstance(each, Paragraph):
            self.above = each
        elif kind is Kind.PICTURE_CAPTION and isinstance(each, Paragraph):
            self._below_picture(each)
        else:
            self.blocks.append(each)
        self.picture_above = isinstance(each, Picture)

    def _below_picture(self, caption: Paragraph) -> None:
        """Give a picture its caption; one that lost its picture is a paragraph."""
        last = self.blocks[-1] if self.blocks else None
        if self.picture_above and isinstance(last, Picture):
            self.blocks[-1] = replace(last, caption=caption.text)
        elif caption.text:
            self.blocks.append(caption)

    def _end_caption(self) -> None:
        """A caption that no table follows is a paragraph, if anything stands in it."""
        if self.above is not None and self.above.text:
            self.blocks.append(self.above)
        self.above = None

    def _turn(self, turn: Turn) -> None:
        """Begin a section."""
        if not turn.opening:
            self.sections.append(Section(tuple(self.blocks), self.landscape))
            self.blocks = []
        self.landscape = turn.landscape

    def document(self) -> Document:
        """The whole."""
        self._end_caption()
        return Document((*self.sections, Section(tuple(self.blocks), self.landscape)))


def read_block(block: QTextBlock) -> tuple[Block | Turn, ...]:
    """What a block of Qt's holds: mostly one block; none for a filler; more where a box was typed beside."""
    kept = block.userData()
    if isinstance(kept, _Kept):
        return kept.parts
    parts = tuple(_read(block))
    block.setUserData(_Kept(parts))
    return parts


def _read(block: QTextBlock) -> Iterator[Block | Turn]:
    """Read a block: its text, and the boxes that stand in it."""
    kind, key = kind_of(block), key_of(block)
    inlines: list[Inline] = []
    boxes = 0
    for fragment in fragments(block):
        form = fragment.charFormat()
        if form.objectType() != ObjectKind.BOX:
            inlines.extend(_inlines(fragment.text(), form))
            continue
        if inlines:
            yield Paragraph(joined(inlines))
            inlines = []
        for _ in fragment.text():
            yield _boxed(box_of(form), 0 if boxes else key)
            boxes += 1
    if inlines or not (boxes or kind in (Kind.FILLER, Kind.BOX)):
        yield _of_kind(block, kind, joined(inlines), 0 if boxes else key)


def _boxed(box: Box, key: int) -> Block | Turn:
    """A box with its key."""
    return box if isinstance(box, Turn) else replace(box, key=key)


def _inlines(text: str, form: QTextCharFormat) -> Iterator[Inline]:
    """What letters of one format are."""
    kind = form.objectType()
    if kind == ObjectKind.NOTE:
        yield from (note_of(form) for _ in text)
    elif kind == ObjectKind.VALUE:
        yield from (value_of(form) for _ in text)
    else:
        look = look_of(form)
        words = plain(text).replace(LINE_END, "\n")
        yield Run(words, look.bold, look.italic, look.underline, look.superscript, look.link)


def _of_kind(block: QTextBlock, kind: Kind, text: Text, key: int) -> Block:
    """A block of text as its marks say."""
    form = block.blockFormat()
    level = form.intProperty(Mark.LEVEL)
    if kind is Kind.HEADING:
        return Heading(text, max(1, level), form.boolProperty(Mark.NUMBERED), key)
    if kind is Kind.ITEM:
        marker = Marker(form.stringProperty(Mark.MARKER) or Marker.NUMBER.value)
        goes_on, hanging = form.boolProperty(Mark.GOES_ON), form.boolProperty(Mark.HANGING)
        return ListItem(text, marker, min(level, DEEPEST), goes_on, hanging, key)
    if kind is Kind.PARAGRAPH and form.hasProperty(Mark.KIND):
        align = Align(form.stringProperty(Mark.ALIGN) or Align.JUSTIFY.value)
        return Paragraph(text, align, form.boolProperty(Mark.INDENTED), level, key)
    return Paragraph(text, key=key)


def read_table(table: QTextTable) -> Table:
    """A table with its cells, without its caption."""
    form = table.format().toTableFormat()
    rows = []
    for row in range(table.rows()):
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        rows.append(
            tuple(
                _cell(cell) for column, cell in enumerate(cells)
                if cell.row() == row and cell.column() == column
            )
        )  # fmt: skip
    headers = min(form.headerRowCount(), table.rows())
    key = int(form.property(Mark.KEY) or 0)
    return Table(columns_of(table), tuple(rows), headers, (), key)


def columns_of(table: QTextTable) -> tuple[Column, ...]:
    """The columns of a table; one that has no mark yet is as wide as the mean of the others."""
    marked = json.loads(table.format().stringProperty(Mark.COLUMNS) or "[]")
    columns = [Column(share, Align(align)) for share, align in marked][: table.columns()]
    mean = sum(column.share for column in columns) / len(columns) if columns else 1.0
    return (*columns, *[Column(mean)] * (table.columns() - len(columns)))


def _cell(cell: QTextTableCell) -> Cell:
    """A cell with its paragraphs and items; a box that got into it is told by its words alone."""
    blocks: list[CellBlock] = []
    for part in _parts(cell):
        if not isinstance(part, QTextTable):
            blocks.extend(each for each in read_block(part) if isinstance(each, (Paragraph, ListItem)))
    align = cell.format().stringProperty(Mark.CELL_ALIGN)
    return Cell(tuple(blocks), cell.columnSpan(), cell.rowSpan(), Align(align) if align else None)
