"""What the chosen letters are given: bold, italic, underlined, raised, a link; and objects put among them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QTextCursor

from ita_desktop.domain.paperwork.richtext import OBJECT, Note, Value
from ita_desktop.ui.widgets.rich_editor.blocks import chosen_blocks, pieces, relooked
from ita_desktop.ui.widgets.rich_editor.held import note_format, value_format
from ita_desktop.ui.widgets.rich_editor.looks import Look, letters, look_of
from ita_desktop.ui.widgets.rich_editor.marks import Kind, Mark, ObjectKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextBlock, QTextCharFormat

Switch = Literal["bold", "italic", "underline", "superscript"]


def manner(block: QTextBlock) -> tuple[Kind, int]:
    """What decides the look of a block's letters: its kind and level."""
    return kind_of(block), max(1, block.blockFormat().intProperty(Mark.LEVEL))


def restyle(cursor: QTextCursor, change: Callable[[Look], Look]) -> None:
    """Change the look of the chosen letters; without any, of those to be typed next."""
    if not cursor.hasSelection():
        cursor.setCharFormat(letters(change(look_of(cursor.charFormat())), *manner(cursor.block())))
        return
    begin, end = cursor.selectionStart(), cursor.selectionEnd()
    worker = QTextCursor(cursor.document())
    worker.beginEditBlock()
    for block in list(chosen_blocks(cursor)):
        for at, length, form in list(pieces(block)):
            first, last = max(at, begin), min(at + length, end)
            if first < last:
                worker.setPosition(first)
                worker.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
                worker.setCharFormat(relooked(form, change(look_of(form)), *manner(block)))
    worker.endEditBlock()


def switch(cursor: QTextCursor, name: Switch) -> None:
    """Switch a look on where any chosen letter lacks it, else off."""
    on = not _all(cursor, lambda look: bool(getattr(look, name)))
    if name == "superscript":
        restyle(cursor, lambda look: replace(look, superscript=on))
    elif name == "bold":
        restyle(cursor, lambda look: replace(look, bold=on))
    elif name == "italic":
        restyle(cursor, lambda look: replace(look, italic=on))
    else:
        restyle(cursor, lambda look: replace(look, underline=on))


def plain(cursor: QTextCursor) -> None:
    """Take every look off, links too."""
    restyle(cursor, lambda _: Look())


def link_to(cursor: QTextCursor, address: str) -> None:
    """Make the chosen letters a link; an empty address takes it off. Without letters, write the address."""
    if not cursor.hasSelection() and address:
        cursor.insertText(address, letters(Look(link=address), *manner(cursor.block())))
        return
    restyle(cursor, lambda look: replace(look, link=address))


def link_at(cursor: QTextCursor) -> str:
    """The address under the cursor; empty where there is none."""
    return look_of(cursor.charFormat()).link


def insert_note(cursor: QTextCursor, note: Note) -> None:
    """Put a footnote at the cursor."""
    _put(cursor, note_format(note, *manner(cursor.block())))


def insert_value(cursor: QTextCursor, value: Value) -> None:
    """Put a live value at the cursor, in the look of the letters around it."""
    look = look_of(cursor.charFormat())
    shown = replace(value, bold=look.bold, italic=look.italic, underline=look.underline)
    _put(cursor, value_format(shown, *manner(cursor.block())))


def _put(cursor: QTextCursor, form: QTextCharFormat) -> None:
    """Put an object in place of the selection; what is typed next is letters again."""
    cursor.beginEditBlock()
    before = look_of(cursor.charFormat())
    cursor.insertText(OBJECT, form)
    cursor.setCharFormat(letters(before, *manner(cursor.block())))
    cursor.endEditBlock()


def object_near(cursor: QTextCursor) -> QTextCursor | None:
    """The object that is chosen, or stands before or after the cursor, as a selection of one letter."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    places = (start,) if end - start == 1 else (start, start - 1) if start == end else ()
    last = cursor.document().characterCount() - 1
    for place in places:
        if not 0 <= place < last:
            continue
        found = QTextCursor(cursor.document())
        found.setPosition(place)
        found.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        if found.charFormat().objectType() in tuple(ObjectKind):
            return found
    return None


def _all(cursor: QTextCursor, test: Callable[[Look], bool]) -> bool:
    """Whether all chosen letters are so; without any, the next one typed."""
    if not cursor.hasSelection():
        return test(look_of(cursor.charFormat()))
    begin, end = cursor.selectionStart(), cursor.selectionEnd()
    return all(
        test(look_of(form))
        for block in chosen_blocks(cursor)
        for at, length, form in pieces(block)
        if max(at, begin) < min(at + length, end)
    )
