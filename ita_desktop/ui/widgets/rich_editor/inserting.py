"""Blocks put into the text at the cursor, as a paste does: the text around them keeps its own blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ita_desktop.domain.paperwork.richtext import (
    Cell,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    Run,
    Table,
    joined,
)
from ita_desktop.ui.widgets.rich_editor.held import Turn
from ita_desktop.ui.widgets.rich_editor.marks import Kind, Mark, kind_of
from ita_desktop.ui.widgets.rich_editor.qt_text import table_at
from ita_desktop.ui.widgets.rich_editor.reader import read_block
from ita_desktop.ui.widgets.rich_editor.writer import BlockWriter, write_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.paperwork.richtext import Block, CellBlock, Inline
    from ita_desktop.ui.widgets.rich_editor.writer import Keys


def insert_blocks(cursor: QTextCursor, blocks: Sequence[Block], keys: Keys) -> None:
    """Put blocks in place of the selection; a single paragraph flows into the one that is there."""
    if not blocks:
        return
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and kind_of(cursor.block()) is not Kind.BOX:
        write_text(cursor, blocks[0].text)
    elif table_at(cursor) is not None:
        _into_cell(cursor, blocks, keys)
    else:
        _between(cursor, [numbered(block, keys) for block in blocks], keys)
    cursor.endEditBlock()


def insert_turn(cursor: QTextCursor, keys: Keys, *, landscape: bool) -> None:
    """Let a section begin at the cursor, on sheets turned so; the text behind it goes there."""
    if table_at(cursor) is not None:
        return
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    _open(cursor, keys)
    writer = BlockWriter(cursor, keys, reuse=not cursor.block().text())
    writer.box(Turn(landscape), keys.fresh())
    if not cursor.block().next().isValid():
        writer.write((Paragraph((), key=keys.fresh()),))
    cursor.endEditBlock()


def is_landscape(cursor: QTextCursor) -> bool:
    """Whether the sheet at the cursor is turned."""
    block = cursor.block()
    while block.isValid():
        for part in read_block(block) if kind_of(block) is Kind.BOX else ():
            if isinstance(part, Turn):
                return part.landscape
        block = block.previous()
    return False


def _between(cursor: QTextCursor, blocks: Sequence[Block], keys: Keys) -> None:
    """Part the block at the cursor and write between its halves; an empty one is used."""
    _open(cursor, keys)
    writer = BlockWriter(cursor, keys, reuse=not cursor.block().text())
    writer.write(blocks)
    writer.close()


def _open(cursor: QTextCursor, keys: Keys) -> None:
    """Part the block at the cursor; the cursor is then in an empty block, or at the end of one."""
    block = cursor.block()
    fixed = kind_of(block) in (Kind.BOX, Kind.TABLE_CAPTION, Kind.PICTURE_CAPTION)
    if fixed:
        _after_fixed(cursor)
    elif block.text() and cursor.atBlockStart():
        form, letters = block.blockFormat(), block.charFormat()
        cursor.insertBlock(form, letters)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    elif block.text() and not cursor.atBlockEnd():
        form = block.blockFormat()
        form.setProperty(Mark.KEY, keys.fresh())
        cursor.insertBlock(form, block.charFormat())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)


def _after_fixed(cursor: QTextCursor) -> None:
    """Open an empty block after what must stay as it is: a box with its caption, a table with its own."""
    block = cursor.block()
    while kind_of(block.next()) is Kind.PICTURE_CAPTION and block.next().isValid():
        block = block.next()
    cursor.setPosition(block.position())
    if kind_of(block) is Kind.TABLE_CAPTION:  # before the caption: behind it stands the table
        form = block.blockFormat()
        cursor.insertBlock(form, block.charFormat())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        return
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock()


def _into_cell(cursor: QTextCursor, blocks: Sequence[Block], keys: Keys) -> None:
    """Write into a cell, which holds paragraphs and items alone: of the rest, its words."""
    for number, block in enumerate(flat(blocks)):
        if number or cursor.block().text():
            form = cursor.blockFormat()
            form.setProperty(Mark.KEY, keys.fresh())
            cursor.insertBlock(form)
        write_text(cursor, block.text)


def flat(blocks: Sequence[Block]) -> list[CellBlock]:
    """What a cell can hold of blocks: headings as paragraphs, tables row by row, captions."""
    made: list[CellBlock] = []
    for block in blocks:
        if isinstance(block, (Paragraph, ListItem)):
            made.append(block)
        elif isinstance(block, Heading):
            made.append(Paragraph(block.text, indented=False))
        elif isinstance(block, Table):
            made.extend(Paragraph(_row_text(row), indented=False) for row in block.rows)
        elif isinstance(block, Picture) and block.caption:
            made.append(Paragraph(block.caption, indented=False))
    return made


def _row_text(row: Sequence[Cell]) -> tuple[Inline, ...]:
    """A row's words in one line."""
    parts: list[Inline] = []
    for cell in row:
        for block in cell.blocks:
            if parts:
                parts.append(Run(" "))
            parts.extend(block.text)
    return joined(parts)


def numbered(block: Block, keys: Keys) -> Block:
    """A block with keys of its own: what is pasted may be there already."""
    if isinstance(block, Table):
        rows = tuple(
            tuple(
                replace(cell, blocks=tuple(replace(each, key=keys.fresh()) for each in cell.blocks))
                for cell in row
            )
            for row in block.rows
        )
        return replace(block, rows=rows, key=keys.fresh())
    return replace(block, key=keys.fresh())
