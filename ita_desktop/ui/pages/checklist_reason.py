"""One line above the table in which a reason is given; no dialog, for nothing here is final."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.labels import KeyLine, Text
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class ReasonLine(QWidget):
    """Asks why; Enter gives the reason, Esc thinks again. Hidden until something is asked."""

    given = Signal(ApprovalStep, str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._step, self._code = ApprovalStep.RETURN, ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        self.words = Text("", "strong")
        self.line = QLineEdit()
        self.line.returnPressed.connect(self._give)
        row.addWidget(self.words)
        row.addWidget(self.line, 1)
        row.addWidget(KeyLine((("Return", tr("ตกลง")), ("Esc", tr("ไม่ทำ")))))
        self.hide()

    def ask(self, step: ApprovalStep, code: str) -> None:
        """Ask for the reason of a step."""
        self._step, self._code = step, code
        words = prose(tr("เหตุผลที่{step}ข้อ {code}").format(step=label(step), code=code))
        self.words.setText(words)
        self.line.setAccessibleName(words)
        self.line.clear()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        """Hand the reason over; an empty one is none, so the line stays."""
        reason = self.line.text().strip()
        if reason:
            self.hide()
            self.given.emit(self._step, self._code, reason)
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc thinks again."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)
