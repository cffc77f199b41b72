"""What a key does to the text beyond putting a letter: new blocks, their removal, boxes kept alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCursor

from ita_desktop.domain.paperwork.richtext import Align, Heading, ListItem, Paragraph
from ita_desktop.ui.widgets.rich_editor.blocks import reshape, shown_align, turn_into
from ita_desktop.ui.widgets.rich_editor.looks import Look, dressed, letters
from ita_desktop.ui.widgets.rich_editor.marks import LINE_END, Kind, Mark, key_of, kind_of
from ita_desktop.ui.widgets.rich_editor.qt_text import table_at
from ita_desktop.ui.widgets.rich_editor.reader import read_block
from ita_desktop.ui.widgets.rich_editor.writer import block_format

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from ita_desktop.ui.widgets.rich_editor.blocks import TextBlock
    from ita_desktop.ui.widgets.rich_editor.writer import Keys


def end_block(cursor: QTextCursor, keys: Keys) -> None:
    """Enter: an item is followed by an item, a heading by a paragraph, an empty item ends its list."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    block = cursor.block()
    shape = _shape(block)
    if isinstance(shape, ListItem) and not block.text():
        reshape(block, Paragraph((), key=shape.key))
    else:
        _split(cursor, _follower(shape, keys.fresh(), at_end=cursor.atBlockEnd()))
    cursor.endEditBlock()


def _follower(shape: TextBlock | None, key: int, *, at_end: bool) -> TextBlock:
    """What comes after a block."""
    if isinstance(shape, ListItem):
        return ListItem((), shape.marker, shape.level, hanging=shape.hanging, key=key)
    if isinstance(shape, Heading) and not at_end:
        return Heading((), shape.level, shape.numbered, key)
    if isinstance(shape, Paragraph):
        return Paragraph((), shape.align, shape.indented, shape.steps, key)
    return Paragraph((), key=key)


def _split(cursor: QTextCursor, follower: TextBlock) -> None:
    """End the block at the cursor; what stood behind it goes into the next one."""
    looks = cursor.charFormat()
    table = table_at(cursor)
    form, align = block_format(follower)
    if table is not None:
        align = shown_align(cursor, table, align)
    kind, level = Kind(form.stringProperty(Mark.KIND)), max(1, form.intProperty(Mark.LEVEL))
    cursor.insertBlock(dressed(form, align, in_table=table is not None), letters(Look(), kind, level))
    if cursor.block().text():
        reshape(cursor.block(), follower)
    elif not looks.objectType() and kind_of(cursor.block().previous()) is kind:
        cursor.setCharFormat(looks)


def end_line(cursor: QTextCursor) -> None:
    """Shift+Enter: a new line of the same paragraph."""
    cursor.insertText(LINE_END)


def rub_out_before(cursor: QTextCursor) -> bool:
    """Backspace where it means more than a letter; False leaves it to Qt."""
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    block = cursor.block()
    shape = _shape(block)
    if kind_of(block) in (Kind.TABLE_CAPTION, Kind.PICTURE_CAPTION):
        return True  # it stays with its table or picture
    if isinstance(shape, (ListItem, Heading)):
        reshape(block, Paragraph((), key=shape.key))
        return True
    if isinstance(shape, Paragraph) and shape.steps:
        turn_into(cursor, lambda each: Paragraph(each.text, steps=shape.steps - 1, key=each.key))
        return True
    return _at_wall(block, block.previous())


def rub_out_after(cursor: QTextCursor) -> bool:
    """Delete at the end of a block before something that is no text."""
    if cursor.hasSelection() or not cursor.atBlockEnd() or kind_of(cursor.block()) is Kind.BOX:
        return False
    return _at_wall(cursor.block(), cursor.block().next())


def _at_wall(block: QTextBlock, neighbour: QTextBlock) -> bool:
    """Whether a block's neighbour may not flow into it: a cell, a caption, a box."""
    if not neighbour.isValid():
        return False
    here, there = QTextCursor(block), QTextCursor(neighbour)
    table = table_at(here)
    if table != table_at(there) or (table is not None and table.cellAt(here) != table.cellAt(there)):
        return True
    if kind_of(neighbour) is Kind.BOX or kind_of(block) is Kind.BOX:
        return _remove_box(neighbour if kind_of(neighbour) is Kind.BOX else block)
    return kind_of(neighbour) in (Kind.TABLE_CAPTION, Kind.PICTURE_CAPTION)


def _remove_box(block: QTextBlock) -> bool:
    """Take a box out, its line with it."""
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    if block.next().isValid():
        after = QTextBlockFormat(block.next().blockFormat())
        cursor.deleteChar()
        cursor.setBlockFormat(after)
    cursor.endEditBlock()
    return True


def leave_box(cursor: QTextCursor, keys: Keys) -> None:
    """Before letters are typed: a box keeps its line to itself, they go to a line before or after it."""
    block = cursor.block()
    if kind_of(block) is not Kind.BOX or cursor.hasSelection():
        return
    form, align = block_format(Paragraph((), key=keys.fresh()))
    before = cursor.atBlockStart()
    if before:
        box_form = block.blockFormat()
        cursor.insertBlock(box_form)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.setBlockFormat(dressed(form, align))
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(dressed(form, align), letters(Look()))
    cursor.setCharFormat(letters(Look()))


def settle_filler(cursor: QTextCursor, keys: Keys) -> None:
    """Letters typed on the empty line after a table make it a paragraph."""
    block = cursor.block()
    if kind_of(block) is not Kind.FILLER:
        return
    form, align = block_format(Paragraph((), key=key_of(block) or keys.fresh()))
    inside = table_at(cursor)
    shown = shown_align(cursor, inside, Align.JUSTIFY) if inside is not None else align
    cursor.setBlockFormat(dressed(form, shown, in_table=inside is not None))


def _shape(block: QTextBlock) -> TextBlock | None:
    """The block as a block of text; None for a box, an empty filler and a caption."""
    if kind_of(block) in (Kind.BOX, Kind.FILLER, Kind.TABLE_CAPTION, Kind.PICTURE_CAPTION):
        return None
    found = [each for each in read_block(block) if isinstance(each, Paragraph | Heading | ListItem)]
    return found[0] if found else None
