"""Keys that change blocks instead of letters: Enter, Tab, Backspace, Delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ita_desktop.ui.widgets.rich_editor import tables, typed
from ita_desktop.ui.widgets.rich_editor.blocks import deeper, turn_into
from ita_desktop.ui.widgets.rich_editor.marks import Kind, kind_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QTextCursor

    from ita_desktop.ui.widgets.rich_editor.editor import RichEditor

WITH_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def structural(editor: RichEditor, e: QKeyEvent) -> bool:
    """Do what such a key means at the cursor; False leaves it to Qt."""
    if e.modifiers() & WITH_OTHERS:
        return False
    cursor, key = editor.textCursor(), e.key()
    shift = bool(e.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        done = _enter(editor, cursor, shift=shift)
    elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        back = shift or key == Qt.Key.Key_Backtab
        if not tables.next_cell(cursor, editor.keys, back=back):
            turn_into(cursor, deeper(-1 if back else 1))
        done = True
    elif key == Qt.Key.Key_Backspace:
        done = typed.rub_out_before(cursor)
    else:
        done = key == Qt.Key.Key_Delete and typed.rub_out_after(cursor)
    if done:
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
    return done


def _enter(editor: RichEditor, cursor: QTextCursor, *, shift: bool) -> bool:
    """End the block, or with Shift the line; a chosen object is opened, beside a box a line is begun."""
    if cursor.hasSelection() and editor.open_object(cursor):
        return True
    if kind_of(cursor.block()) is Kind.BOX:
        typed.leave_box(cursor, editor.keys)
    elif shift:
        typed.end_line(cursor)
    else:
        typed.end_block(cursor, editor.keys)
    return True
