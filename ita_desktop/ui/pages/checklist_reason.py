"""One line above the table in which something is asked: a reason, the days of a step; never a dialog."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_date import parse_date
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.labels import KeyLine, Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent

_BETWEEN = re.compile(r"\s+-\s+|\s*–\s*|\s*ถึง\s*|\s+to\s+")


class AskLine(QWidget):
    """Asks; Enter hands the answer over, Esc thinks again. Hidden until something is asked."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._done: Callable[[str], object] = lambda _: None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        self.words = Text("", "strong")
        self.line = QLineEdit()
        self.line.returnPressed.connect(self._give)
        row.addWidget(self.words)
        row.addWidget(self.line, 1)
        row.addWidget(KeyLine((("Return", tr("ตกลง")), ("Esc", tr("ไม่ทำ")))))
        self.hide()

    def ask(self, words: str, done: Callable[[str], object], known: str = "") -> None:
        """Ask for something; `known` stands there to be changed."""
        self._done = done
        self.words.setText(prose(words))
        self.line.setAccessibleName(prose(words))
        self.line.setText(known)
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def _give(self) -> None:
        """Hand the answer over; an empty one is none, so the line stays."""
        answer = self.line.text().strip()
        if answer:
            self.hide()
            self._done(answer)
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc thinks again."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)


def parse_days(text: str) -> tuple[date, date]:
    """Read `1 มิ.ย. 68 – 15 มิ.ย. 68`. Raises FieldProblem for what is not two days."""
    days = [parse_date(part) for part in _BETWEEN.split(text.strip())]
    if len(days) != 2 or days[0] is None or days[1] is None:
        raise FieldProblem("start", FieldFault.NOT_A_DATE, text)
    return days[0], days[1]
