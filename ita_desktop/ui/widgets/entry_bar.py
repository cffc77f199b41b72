"""A question asked in one line at the foot of the board, instead of a dialog: type, Enter; Esc leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.labels import KeyHint, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent


class AskBar(QFrame):
    """Hidden until it asks. The one who asked calls `close_bar`, or `fail` with what is wrong."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._answered: Callable[[str], object] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        self.caption = Text("", "strong")
        self.field = QLineEdit()
        self.field.returnPressed.connect(self._answer)
        row.addWidget(self.caption)
        row.addWidget(self.field, 1)
        for keys, words in (("Return", tr("ตกลง")), ("Esc", tr("ยกเลิก"))):
            row.addWidget(KeyHint(keys))
            row.addWidget(Text(words, "muted"))
        column.addLayout(row)
        self.fault = Text("", "error", wrap=True)
        column.addWidget(self.fault)
        self.hide()

    def ask(self, caption: str, answered: Callable[[str], object], text: str = "", hint: str = "") -> None:
        """Ask; the answer goes to `answered`."""
        self._answered = answered
        self.caption.setText(caption)
        self.field.setAccessibleName(caption)
        self.field.setPlaceholderText(hint)
        self.field.setText(text)
        self.fault.hide()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    @property
    def asking(self) -> bool:
        """Whether a question stands open."""
        return not self.isHidden()

    def fail(self, words: str) -> None:
        """Say what is wrong with the answer; the question stays open."""
        self.fault.setText(words)
        self.fault.show()
        self.field.selectAll()

    def close_bar(self) -> None:
        """Put the question away."""
        if self.asking:
            self.hide()
            self.left.emit()

    def _answer(self) -> None:
        """Hand the answer over."""
        if self._answered is not None:
            self._answered(self.field.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; no other key may reach the form behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        event.accept()
