"""A line of keys that shows as many as it has room for, the most needed first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.ui.widgets.labels import KeyHint, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

CAP_GAP, HINT_GAP = 6, 18


class HintLine(QWidget):
    """Hints that do not fit (large text, small screen) are left out whole: half a word helps nobody."""

    def __init__(self, hints: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HINT_GAP)
        self._hints = [_hint(keys, words) for keys, words in hints]
        for hint in self._hints:
            row.addWidget(hint)
        row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out from the right what has no room."""
        super().resizeEvent(event)
        left = self.width()
        for hint in self._hints:
            left -= hint.sizeHint().width() + HINT_GAP
            hint.setVisible(left + HINT_GAP >= 0)


def _hint(keys: str, words: str) -> QWidget:
    """A key cap and what it does."""
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(CAP_GAP)
    row.addWidget(KeyHint(keys))
    row.addWidget(Text(words, "muted"))
    return hint
