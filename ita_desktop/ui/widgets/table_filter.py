"""The field that narrows a table to rows with some words: at its foot, only while it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from ita_desktop.support.language import tr
from ita_desktop.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QTableView

WIDTH, EDGE = 280, 8


class FilterField(QLineEdit):
    """Floats over the table's lower corner. Esc shows every row again; Enter and the arrows go back to it."""

    changed = Signal(str)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setPlaceholderText(tr("แสดงเฉพาะแถวที่มีคำนี้"))
        self.setAccessibleName(tr("แสดงเฉพาะแถวที่มีคำนี้"))
        self.textChanged.connect(self.changed)
        self.hide()

    def ask(self) -> None:
        """Come up and take the cursor."""
        self.place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """Stay in the corner."""
        size = self.sizeHint()
        size.setWidth(theme.scaled(WIDTH))
        room = self._table.viewport().geometry()
        self.resize(size)
        self.move(room.right() - size.width() - EDGE, room.bottom() - size.height() - EDGE)

    def give_up(self) -> None:
        """Show every row again and go."""
        self.clear()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Esc ends; Enter and the arrows go on in the narrowed table."""
        if arg__1.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(arg__1)

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        """Without words there is nothing to keep it for."""
        super().focusOutEvent(arg__1)
        if not self.text():
            self.hide()
