"""The strip above the text in which one finds and replaces; its host puts it away upon Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.rich_editor.finding import (
    Wanted,
    all_finds,
    is_find,
    next_find,
    put,
    replace_all,
)
from ita_desktop.ui.widgets.tick import Tick

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QTextCursor

    from ita_desktop.ui.widgets.rich_editor.editor import RichEditor


LONGEST_CHOSEN = 80
"""Letters: a longer selection is a passage, not something to look for."""


class FindBar(QFrame):
    """Looks in one editor. Enter goes to the next place, Shift+Enter to the last one."""

    def __init__(self, editor: RichEditor) -> None:
        super().__init__()
        self._editor = editor
        self.setProperty("look", "bar")
        self.sought, self.other = QLineEdit(), QLineEdit()
        self.sought.setPlaceholderText(tr("ค้นหาในเอกสาร"))
        self.sought.setAccessibleName(tr("ค้นหาในเอกสาร"))
        self.other.setPlaceholderText(tr("แทนที่ด้วย"))
        self.other.setAccessibleName(tr("แทนที่ด้วย"))
        self.exact = Tick(tr("ตรงตัวพิมพ์ A a"))
        self.count = Text("", "muted")
        self._lay_out()
        self.sought.textChanged.connect(self._say_count)
        self.exact.toggled.connect(self._say_count)
        self.hide()

    def _lay_out(self) -> None:
        """Two rows: what is looked for, what is written instead."""
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        first, self._second = QHBoxLayout(), QFrame()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        first.addWidget(self.sought, 1)
        first.addWidget(self.count)
        for words, name, step in (("‹", tr("ที่ก่อนหน้า"), self.go_back), ("›", tr("ที่ถัดไป"), self.go)):
            button = ActionButton(words, step, look="plain")
            button.setAccessibleName(name)
            button.setToolTip(name)
            first.addWidget(button)
        first.addWidget(ActionButton(tr("ปิด"), self.put_away, "", "plain"))
        second.addWidget(self.other, 1)
        second.addWidget(self.exact, 1)
        second.addWidget(ActionButton(tr("แทนที่"), self.replace_one, "Alt+R", "plain"))
        second.addWidget(ActionButton(tr("แทนที่ทั้งหมด"), self.replace_every, "Alt+A", "plain"))
        column.addLayout(first)
        column.addWidget(self._second)

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return Wanted(self.sought.text(), self.exact.isChecked())

    def open(self, *, replacing: bool) -> None:
        """Show the strip, with the chosen words in it."""
        chosen = self._editor.textCursor().selectedText()
        if 0 < len(chosen) < LONGEST_CHOSEN:
            self.sought.setText(chosen)
        self._second.setVisible(replacing)
        self.show()
        self.sought.setFocus()
        self.sought.selectAll()
        self._say_count()

    def put_away(self) -> None:
        """Hide the strip and go on writing."""
        self.hide()
        self._editor.setFocus()

    def go(self, *, back: bool = False) -> bool:
        """Go to the next place; False if there is none."""
        found = next_find(self._editor.textCursor(), self.wanted, back=back)
        if found is not None:
            self._show(found)
        self._say_count()
        return found is not None

    def go_back(self) -> bool:
        """Go to the last place before; False if there is none."""
        return self.go(back=True)

    def _show(self, found: QTextCursor) -> None:
        """Choose a place in the text; the typing cursor stays in the strip."""
        self._editor.setTextCursor(found)
        self._editor.ensureCursorVisible()

    def replace_one(self) -> None:
        """Write the other words in the chosen place, then go to the next; the first press only goes there."""
        cursor = self._editor.textCursor()
        if is_find(cursor, self.wanted):
            cursor.beginEditBlock()
            put(cursor, cursor.selectionStart(), cursor.selectionEnd(), self.other.text())
            cursor.endEditBlock()
            self._editor.setTextCursor(cursor)
        self.go()

    def replace_every(self) -> None:
        """Write the other words in every place; one Ctrl+Z takes it back."""
        count = replace_all(self._editor.document(), self.wanted, self.other.text())
        self.count.setText(prose(tr("แทนที่แล้ว {count} แห่ง").format(count=count)))

    def _say_count(self) -> None:
        """Say in how many places it stands."""
        if not self.sought.text():
            self.count.setText("")
            return
        count = len(all_finds(self._editor.document(), self.wanted))
        self.count.setText(prose(tr("พบ {count} แห่ง").format(count=count)) if count else tr("ไม่พบ"))

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Enter goes on, with Shift back."""
        if arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go(back=bool(arg__1.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(arg__1)
