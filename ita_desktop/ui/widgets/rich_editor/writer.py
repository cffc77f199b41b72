"""Blocks of a document put into Qt's text at a cursor, marked so that `reader` finds them again."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextFormat, QTextTableFormat

from ita_desktop.domain.paperwork.keys import all_blocks
from ita_desktop.domain.paperwork.richtext import (
    OBJECT,
    Align,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Picture,
    Run,
    Table,
)
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.rich_editor.held import Turn, box_format, note_format, value_format
from ita_desktop.ui.widgets.rich_editor.looks import Look, dressed, letters, table_look
from ita_desktop.ui.widgets.rich_editor.marks import LINE_END, Kind, Mark
from ita_desktop.ui.widgets.rich_editor.soft_breaks import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QTextTable

    from ita_desktop.domain.paperwork.richtext import Block, Cell, Document, Text
    from ita_desktop.ui.widgets.rich_editor.held import Box

_NOT_TEXT = {ord(letter): None for letter in "\r\x00\ufdd0\ufdd1"} | {0x2029: LINE_END, 0x0A: LINE_END}
"""Letters with which Qt ends blocks and frames: a text that brings them would fall apart."""


class Keys:
    """Numbers for new blocks: above all that the document has, each once."""

    def __init__(self) -> None:
        """Begin at 1."""
        self._next = count(1)

    def begin_after(self, document: Document) -> None:
        """Go on after a document's own keys."""
        self._next = count(max((block.key for block in all_blocks(document)), default=0) + 1)

    def fresh(self) -> int:
        """A key that no block has."""
        return next(self._next)


@dataclass(slots=True)
class BlockWriter:
    """Writes at a cursor. With `reuse` the block that the cursor stands in, which is empty, is the first."""

    cursor: QTextCursor
    keys: Keys
    reuse: bool = True
    after_table: bool = False

    def write_document(self, document: Document) -> None:
        """Write all sections."""
        for number, section in enumerate(document.sections):
            if number or section.landscape:
                self.box(Turn(section.landscape, opening=not number), 0)
            if section.blocks:
                self.write(section.blocks)
            elif not section.landscape and not number:
                self._begin(_block(Kind.FILLER, 0), Align.JUSTIFY)
        self.close()

    def write(self, blocks: Iterable[Block]) -> None:
        """Write blocks one after the other."""
        for block in blocks:
            self._write(block)

    def close(self) -> None:
        """Mark the empty line that Qt leaves after a table as no text of anybody's."""
        if self.after_table:
            self._begin(_block(Kind.FILLER, self.keys.fresh()), Align.JUSTIFY)

    def _write(self, block: Block) -> None:
        """Write a block of any kind."""
        if isinstance(block, Table):
            self._table(block)
        elif isinstance(block, (Paragraph, Heading, ListItem)):
            form, align = block_format(block)
            self._begin(form, align)
            write_text(self.cursor, block.text)
        else:
            self.box(block, block.key)

    def _begin(self, form: QTextBlockFormat, align: Align) -> None:
        """Open a block: the one at the cursor if it is still to be used, else a new one."""
        look = dressed(form, align)
        kind, level = Kind(form.stringProperty(Mark.KIND)), max(1, form.intProperty(Mark.LEVEL))
        plain = letters(Look(), kind, level)
        if self.reuse:
            self.cursor.setBlockFormat(look)
            self.cursor.setBlockCharFormat(plain)
        else:
            self.cursor.insertBlock(look, plain)
        self.cursor.setCharFormat(plain)
        self.reuse = self.after_table = False

    def box(self, box: Box, key: int) -> None:
        """Write an object that stands alone on its line, and a picture's caption below it."""
        self._begin(_block(Kind.BOX, key), Align.CENTER)
        held = box if isinstance(box, Turn) else replace(box, key=0)
        caption: Text = ()
        if isinstance(held, Picture):
            held, caption = replace(held, caption=()), held.caption
        self.cursor.insertText(OBJECT, box_format(held))
        if isinstance(held, Picture):
            self._begin(_block(Kind.PICTURE_CAPTION, self.keys.fresh()), Align.CENTER)
            write_text(self.cursor, caption)

    def _table(self, table: Table) -> None:
        """Write a table below its caption; Qt adds an empty line after it, which the next block takes."""
        self._begin(_block(Kind.TABLE_CAPTION, self.keys.fresh()), Align.LEFT)
        write_text(self.cursor, table.caption)
        made = self.cursor.insertTable(len(table.rows), len(table.columns), table_format(table))
        places = _places(table)
        for row, column, cell in places:
            if cell.rows > 1 or cell.columns > 1:
                made.mergeCells(row, column, cell.rows, cell.columns)
        for row, column, cell in places:
            self._cell(made, row, column, cell, table.columns[column].align)
        shade_headers(made)
        self.cursor.setPosition(made.lastPosition() + 1)
        self.reuse = self.after_table = True

    def _cell(self, table: QTextTable, row: int, column: int, cell: Cell, align: Align) -> None:
        """Write a cell's paragraphs and items."""
        place = table.cellAt(row, column)
        if cell.align is not None:
            marked = place.format()
            marked.setProperty(Mark.CELL_ALIGN, cell.align.value)
            place.setFormat(marked)
        cursor = place.firstCursorPosition()
        for number, block in enumerate(cell.blocks):
            form, own = block_format(block)
            look = dressed(form, cell_align(own, cell.align, align), in_table=True)
            plain = letters(Look())
            if number:
                cursor.insertBlock(look, plain)
            else:  # no format for the block's letters: it is the cell's own, which says spans and alignment
                cursor.setBlockFormat(look)
            write_text(cursor, block.text)
        if not cell.blocks:
            cursor.setBlockFormat(dressed(_block(Kind.FILLER, self.keys.fresh()), align, in_table=True))


def cell_align(own: Align, cell: Align | None, column: Align) -> Align:
    """How a paragraph in a cell lies: as it says itself, else as its cell, else as its column."""
    return own if own is not Align.JUSTIFY else cell or column


def _places(table: Table) -> list[tuple[int, int, Cell]]:
    """The row and column at which each cell of a table begins, those within the grid."""
    made: list[tuple[int, int, Cell]] = []
    taken: set[tuple[int, int]] = set()
    wide, high = len(table.columns), len(table.rows)
    for row, cells in enumerate(table.rows):
        free = iter([column for column in range(wide) if (row, column) not in taken])
        place = next(free, None)
        for cell in cells:
            while place is not None and (row, place) in taken:
                place = next(free, None)
            if place is None:
                break
            fitting = replace(cell, columns=min(cell.columns, wide - place), rows=min(cell.rows, high - row))
            made.append((row, place, fitting))
            taken.update(_covered(row, place, fitting))
    return made


def _covered(row: int, column: int, cell: Cell) -> Iterator[tuple[int, int]]:
    """The places that a cell takes."""
    return ((row + down, column + along) for down in range(cell.rows) for along in range(cell.columns))


def _block(kind: Kind, key: int) -> QTextBlockFormat:
    """A block format that says what it is."""
    form = QTextBlockFormat()
    form.setProperty(Mark.KIND, str(kind))
    form.setProperty(Mark.KEY, key)
    return form


def block_format(block: Paragraph | Heading | ListItem) -> tuple[QTextBlockFormat, Align]:
    """The marks of a block of text, and how it lies."""
    if isinstance(block, Heading):
        form = _block(Kind.HEADING, block.key)
        form.setProperty(Mark.LEVEL, block.level)
        form.setProperty(Mark.NUMBERED, block.numbered)
        return form, Align.LEFT
    if isinstance(block, ListItem):
        form = _block(Kind.ITEM, block.key)
        form.setProperty(Mark.LEVEL, block.level)
        form.setProperty(Mark.MARKER, block.marker.value)
        form.setProperty(Mark.GOES_ON, block.goes_on)
        form.setProperty(Mark.HANGING, block.hanging)
        return form, Align.JUSTIFY
    form = _block(Kind.PARAGRAPH, block.key)
    form.setProperty(Mark.LEVEL, block.steps)
    form.setProperty(Mark.ALIGN, block.align.value)
    form.setProperty(Mark.INDENTED, block.indented)
    return form, block.align


def write_text(cursor: QTextCursor, parts: Text) -> None:
    """Write runs, notes and values at the cursor, in the look of its block."""
    form = cursor.blockFormat()
    kind = Kind(form.stringProperty(Mark.KIND) or Kind.PARAGRAPH)
    level = max(1, form.intProperty(Mark.LEVEL))
    for part in parts:
        if isinstance(part, Run):
            look = Look(part.bold, part.italic, part.underline, part.superscript, part.link)
            cursor.insertText(clean(shown(part.text)), letters(look, kind, level))
        elif isinstance(part, Note):
            cursor.insertText(OBJECT, note_format(part, kind, level))
        else:
            cursor.insertText(OBJECT, value_format(part, kind, level))
    cursor.setCharFormat(letters(Look(), kind, level))


def clean(text: str) -> str:
    """Text as Qt can hold it: line ends as its own, nothing that it would take for an end of a block."""
    return text.replace("\r\n", "\n").translate(_NOT_TEXT)


def table_format(table: Table) -> QTextTableFormat:
    """The marks and the look of a table."""
    form = QTextTableFormat()
    form.setProperty(Mark.KEY, table.key)
    columns: Sequence[tuple[float, str]] = [(column.share, column.align.value) for column in table.columns]
    form.setProperty(Mark.COLUMNS, json.dumps(columns))
    form.setHeaderRowCount(table.header_rows)
    return table_look(form, [column.share for column in table.columns])


def shade_headers(table: QTextTable) -> None:
    """Give the rows that come again on each page their ground, the others none."""
    headers = table.format().toTableFormat().headerRowCount()
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            form = cell.format()
            if row < headers:
                form.setBackground(theme.color(theme.QUIET))
            else:
                form.clearProperty(QTextFormat.Property.BackgroundBrush)
            cell.setFormat(form)
