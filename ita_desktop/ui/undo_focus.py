"""Ctrl+Z in a field that has nothing of its own to take back belongs to the window.

Qt's fields keep the key for themselves even then, so that a user who has judged an item and tabbed into a
field would press it in vain. Only the field under the cursor is watched: a filter on the whole application
would slow every event down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def has_nothing_to(keys: QKeySequence.StandardKey, field: QObject) -> bool:
    """Whether a field would do nothing upon undo or redo."""
    undoing = keys is QKeySequence.StandardKey.Undo
    if isinstance(field, QLineEdit):
        return not (field.isUndoAvailable() if undoing else field.isRedoAvailable())
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return not (document.isUndoAvailable() if undoing else document.isRedoAvailable())
    return False


class UndoFocus(QObject):
    """Watches the field under the cursor and lets undo and redo through where it has none."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        application.focusChanged.connect(self._watch)

    def _watch(self, _: QWidget | None, now: QWidget | None) -> None:
        """Leave one field, take the next."""
        if isinstance(now, QLineEdit | QPlainTextEdit):
            now.removeEventFilter(self)  # never twice
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field from claiming a key that it has no use for: the window's shortcut gets it then."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            for keys in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
                if event.matches(keys) and has_nothing_to(keys, watched):
                    event.ignore()
                    return True
        return super().eventFilter(watched, event)
