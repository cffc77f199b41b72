"""What the cursor's blocks are turned into: headings, paragraphs, list items; deeper and shallower.

Every function changes Qt's text through a cursor, so that Qt's own undo takes it back as one step.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextTable

from ita_desktop.domain.paperwork.richtext import (
    DEEPEST_ITEM,
    Align,
    Heading,
    ListItem,
    Marker,
    Paragraph,
)
from ita_desktop.ui.widgets.rich_editor.held import note_format, note_of, value_format, value_of
from ita_desktop.ui.widgets.rich_editor.looks import Look, dressed, letters, look_of
from ita_desktop.ui.widgets.rich_editor.marks import Kind, Mark, ObjectKind, key_of, kind_of
from ita_desktop.ui.widgets.rich_editor.qt_text import fragments, table_at
from ita_desktop.ui.widgets.rich_editor.reader import columns_of, read_block
from ita_desktop.ui.widgets.rich_editor.writer import block_format, cell_align

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QTextBlock

    TextBlock = Paragraph | Heading | ListItem
    Rule = Callable[[TextBlock], TextBlock]

DEEPEST_STEP = 6
FIXED_KINDS = (Kind.BOX, Kind.TABLE_CAPTION, Kind.PICTURE_CAPTION)
"""Blocks that are never turned into others: they belong to a table, a picture, a break."""


def chosen_blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """The blocks that the selection touches, else the cursor's."""
    document = cursor.document()
    block, end = document.findBlock(cursor.selectionStart()), cursor.selectionEnd()
    while block.isValid():
        following = block.next()
        yield block
        if not following.isValid() or following.position() >= end:
            return
        block = following


def turn_into(cursor: QTextCursor, rule: Rule) -> None:
    """Apply a rule to each chosen block of text; captions and boxes stay what they are."""
    cursor.beginEditBlock()
    for block in list(chosen_blocks(cursor)):
        if kind_of(block) in FIXED_KINDS:
            continue
        found = next(
            (each for each in read_block(block) if isinstance(each, Paragraph | Heading | ListItem)), None
        )
        reshape(block, rule(found if found is not None else Paragraph((), key=key_of(block))))
    cursor.endEditBlock()


def reshape(block: QTextBlock, shape: TextBlock) -> None:
    """Give a block the marks and the look of `shape`; its own text stays, in the new look."""
    cursor = QTextCursor(block)
    table = table_at(cursor)
    if table is not None and isinstance(shape, Heading):
        shape = Paragraph((), key=shape.key)  # no headings in cells
    form, align = block_format(shape)
    if table is not None:
        align = shown_align(cursor, table, align)
    kind = Kind(form.stringProperty(Mark.KIND))
    level = max(1, form.intProperty(Mark.LEVEL))
    cursor.setBlockFormat(dressed(form, align, in_table=table is not None))
    if table is None:
        cursor.setBlockCharFormat(letters(Look(), kind, level))
    for begin, length, held in list(pieces(block)):
        cursor.setPosition(begin)
        cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(relooked(held, look_of(held), kind, level))


def shown_align(cursor: QTextCursor, table: QTextTable, own: Align) -> Align:
    """How a paragraph in a cell is shown to lie."""
    cell = table.cellAt(cursor)
    marked = cell.format().stringProperty(Mark.CELL_ALIGN)
    return cell_align(own, Align(marked) if marked else None, columns_of(table)[cell.column()].align)


def pieces(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """The stretches of one format in a block: position, length, format."""
    for fragment in fragments(block):
        yield fragment.position(), fragment.length(), fragment.charFormat()


def relooked(form: QTextCharFormat, look: Look, kind: Kind, level: int) -> QTextCharFormat:
    """The format of the same letters or object in another look; a box has none."""
    if form.objectType() == ObjectKind.NOTE:
        return note_format(note_of(form), kind, level)
    if form.objectType() == ObjectKind.VALUE:
        value = value_of(form)
        dressed_value = replace(value, bold=look.bold, italic=look.italic, underline=look.underline)
        return value_format(dressed_value, kind, level)
    return form if form.objectType() == ObjectKind.BOX else letters(look, kind, level)


# The rules


def to_paragraph(block: TextBlock) -> Paragraph:
    """A plain paragraph."""
    return block if isinstance(block, Paragraph) else Paragraph(block.text, key=block.key)


def to_heading(level: int, *, numbered: bool | None = None) -> Rule:
    """A heading of a level; numbered as it was unless said."""

    def rule(block: TextBlock) -> TextBlock:
        was = isinstance(block, Heading) and block.numbered
        return Heading(block.text, level, was if numbered is None else numbered, block.key)

    return rule


def number_heading(block: TextBlock) -> TextBlock:
    """A heading with its number switched on or off; others stay."""
    return replace(block, numbered=not block.numbered) if isinstance(block, Heading) else block


def to_item(marker: Marker) -> Rule:
    """An item of a list, as deep as it was; pressed again on such an item, a paragraph."""

    def rule(block: TextBlock) -> TextBlock:
        if isinstance(block, ListItem):
            return (
                Paragraph(block.text, key=block.key)
                if block.marker is marker
                else replace(block, marker=marker)
            )
        return ListItem(block.text, marker, key=block.key)

    return rule


def go_on(block: TextBlock) -> TextBlock:
    """An item that takes up the count of the list before, or begins anew."""
    return replace(block, goes_on=not block.goes_on) if isinstance(block, ListItem) else block


def hang(block: TextBlock) -> TextBlock:
    """An item whose later lines stand under the first, or return to the margin."""
    return replace(block, hanging=not block.hanging) if isinstance(block, ListItem) else block


def deeper(by: int) -> Rule:
    """Move items and paragraphs in or out; a heading's level goes down or up."""

    def rule(block: TextBlock) -> TextBlock:
        if isinstance(block, ListItem):
            return replace(block, level=max(0, min(block.level + by, DEEPEST_ITEM)))
        if isinstance(block, Heading):
            return replace(block, level=max(1, min(block.level + by, 4)))
        return replace(block, steps=max(0, min(block.steps + by, DEEPEST_STEP)))

    return rule


def indent_first_line(block: TextBlock) -> TextBlock:
    """A paragraph whose first line begins in, or at the margin."""
    return replace(block, indented=not block.indented) if isinstance(block, Paragraph) else block


def aligned(align: Align) -> Rule:
    """A paragraph that lies otherwise; items and headings stay, as official papers have them."""
    return lambda block: replace(block, align=align) if isinstance(block, Paragraph) else block
