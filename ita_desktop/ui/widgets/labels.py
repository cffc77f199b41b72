"""Text on the window: labels by their look, keys as caps, a thin line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.keys import key_words
from ita_desktop.ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

Look = Literal["title", "heading", "strong", "muted", "small", "error", "good", "link", "key", "body"]

MARK_ROOM: dict[Look, tuple[int, int]] = {"title": (6, 4), "key": (0, 0)}
PLAIN_ROOM = (4, 3)
"""Pixels above and below a line for Thai marks: ฟื้น reaches 3 above Sarabun's own line, กุ้ง 2 below."""


class Text(QLabel):
    """A plain label of some look. Never rich text: what people typed must not be read as markup."""

    def __init__(self, text: str = "", look: Look = "body", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._width = 0
        self.setProperty("look", look)
        # Qt gives a line the height of its letters: without this, a tone mark above a vowel loses its head.
        above, below = MARK_ROOM.get(look, PLAIN_ROOM)
        self.setContentsMargins(0, theme.scaled(above), 0, theme.scaled(below))

    def heightForWidth(self, arg__1: int) -> int:
        """The height that the lines take in a width."""
        if not self.wordWrap():
            return super().heightForWidth(arg__1)
        margins = self.contentsMargins()
        width = arg__1 - margins.left() - margins.right()
        return math.ceil(self._paragraph(width).height) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """A wrapped text asks for the height that its present width needs."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(hint.width())) if self.wordWrap() else hint

    def minimumSizeHint(self) -> QSize:
        """A wrapped text needs all its lines at the width that it has."""
        hint = super().minimumSizeHint()
        if not self.wordWrap():
            return hint
        return QSize(hint.width(), self.heightForWidth(self._width) if self._width else hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take other lines."""
        super().resizeEvent(event)
        if self.wordWrap() and event.size().width() != self._width:
            self._width = event.size().width()
            self.updateGeometry()

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Draw wrapped text line by line, for Qt would cut the marks above the first."""
        if not self.wordWrap():
            super().paintEvent(arg__1)
            return
        box = self.contentsRect()
        paragraph = self._paragraph(box.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)
        spare = max(0.0, (box.height() - paragraph.height) / 2) if centred else 0.0
        paragraph.draw(painter, box.left(), box.top() + spare)

    def _paragraph(self, width: int) -> Paragraph:
        """The text broken for a width."""
        in_middle = bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
        return Paragraph(self.text(), self.font(), max(width, 20), centred=in_middle)

    def setText(self, arg__1: str) -> None:
        """Change the text, marks and all: Qt repaints only within the margins, and marks reach into them."""
        super().setText(arg__1)
        self.update()

    def set_look(self, look: Look) -> None:
        """Change the look."""
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)


class CutText(Text):
    """A line that gives way: where it does not fit it ends in …, and the whole stands in its tooltip."""

    def __init__(self, text: str = "", look: Look = "muted") -> None:
        super().__init__(text, look)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """May shrink to some letters."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme.scaled(40)), hint.height())

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Draw as much as fits."""
        box = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width() + 1)
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(box, self.alignment() | Qt.TextFlag.TextDontClip, shown)


class KeyHint(Text):
    """A key cap such as [Ctrl 3]."""

    def __init__(self, keys: str) -> None:
        super().__init__(key_words(keys), "key")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


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
