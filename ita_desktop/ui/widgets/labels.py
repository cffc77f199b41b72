"""Text on the window: labels by their look, keys as caps, a thin line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

Look = Literal["title", "heading", "strong", "muted", "small", "error", "good", "link", "key", "body"]


class Text(QLabel):
    """A plain label of some look. Never rich text: what people typed must not be read as markup."""

    def __init__(self, text: str = "", look: Look = "body", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("look", look)

    def set_look(self, look: Look) -> None:
        """Change the look."""
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)


def key_words(keys: str) -> str:
    """A shortcut as the key caps show it: `Ctrl+3` as `Ctrl 3`, in the system's own names."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return (native or keys).replace("+", " ") if keys != "+" else keys


class KeyHint(Text):
    """A key cap such as [Ctrl 3]."""

    def __init__(self, keys: str) -> None:
        super().__init__(key_words(keys), "key")


class KeyLine(QWidget):
    """A line of keys with what they do, for the foot of a page."""

    def __init__(self, hints: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for keys, words in hints:
            row.addWidget(KeyHint(keys))
            row.addWidget(Text(words, "muted"))
            row.addSpacing(12)
        row.addStretch(1)


class Line(QFrame):
    """A hairline between things."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "line")
