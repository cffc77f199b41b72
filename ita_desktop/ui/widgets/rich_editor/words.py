"""Thai words under the cursor: Ctrl with the arrows, a double click and Ctrl+Backspace know where they end.

Qt knows Thai words only where the system brings a dictionary, Windows not; the papers' own word list answers
the same on all.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from ita_desktop.ui.widgets.breaking import BREAK
from ita_desktop.ui.widgets.rich_editor.marks import code_points, code_units

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QTextBlock

    from ita_desktop.ui.widgets.rich_editor.editor import RichEditor

_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Backspace: -1, Qt.Key.Key_Delete: 1}


def move_by_word(editor: RichEditor, e: QKeyEvent) -> bool:
    """Ctrl with an arrow, Backspace or Delete, by Thai words; False leaves the key to Qt."""
    plain = e.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if e.key() not in _KEYS or plain != Qt.KeyboardModifier.ControlModifier:
        return False
    removing = e.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
    cursor = editor.textCursor()
    if removing and cursor.hasSelection():
        cursor.removeSelectedText()
    else:
        target = word_end(cursor.block(), cursor.positionInBlock(), _KEYS[Qt.Key(e.key())])
        if target is None:
            return False
        keep = removing or bool(e.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(cursor.block().position() + target, mode)
        if removing:
            cursor.removeSelectedText()
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    return True


def choose_word(editor: RichEditor, cursor: QTextCursor) -> None:
    """Choose the word under the cursor."""
    block, place = cursor.block(), cursor.positionInBlock()
    ends = _ends(block.text())
    first = max((end for end in ends if end <= place), default=0)
    last = min((end for end in ends if end > place), default=code_units(block.text()))
    cursor.setPosition(block.position() + first)
    cursor.setPosition(block.position() + last, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def word_end(block: QTextBlock, place: int, step: int) -> int | None:
    """Where the next word begins, or the last one did, in Qt's letters; None at an end of the block."""
    text = block.text()
    ends = [end for end in _ends(text) if not _is_space(text, end)]
    if step > 0:
        return min((end for end in ends if end > place), default=None)
    return max((end for end in ends if end < place), default=None)


def _is_space(text: str, end: int) -> bool:
    """Whether a space or a soft break begins there: the cursor goes on to the word behind it."""
    points = code_points(text, end)
    return points < len(text) and (text[points].isspace() or text[points] == BREAK)


def _ends(text: str) -> list[int]:
    """Where words end, in Qt's letters, the beginning of the text included."""
    from ita_desktop.services.thai_words import words_of

    return [0, *accumulate(code_units(word) for word in words_of(text))]
