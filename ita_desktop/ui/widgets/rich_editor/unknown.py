"""Words that the word list does not know, underlined softly while nobody types in them.

The list is the one that ends the papers' lines: no suggestions, no grammar. A mark says only that a word is
rare: a misprint, or a name. Marks lie over the text, never in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPen, QTextCursor

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.rich_editor.soft_breaks import plain, units_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QTextBlock

    from ita_desktop.ui.widgets.rich_editor.editor import RichEditor

MARK_AFTER = 600
"""Milliseconds without a key: nobody wants a word marked that is not typed to its end."""


class UnknownWords(QObject):
    """Marks the blocks in sight of one editor, at pauses."""

    def __init__(self, editor: RichEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.on = True
        self._found: dict[int, tuple[str, list[tuple[int, int]]]] = {}
        self._soon = QTimer(self, singleShot=True, interval=MARK_AFTER)
        self._soon.timeout.connect(self.mark)
        editor.edited.connect(self._soon.start)
        editor.verticalScrollBar().valueChanged.connect(lambda _: self._soon.start())

    def mark_soon(self) -> None:
        """Another text is shown."""
        self._soon.start()

    def switch(self) -> None:
        """Mark, or leave off."""
        self.on = not self.on
        self.mark()

    def mark(self) -> None:
        """Look at what is in sight; the word in which one types is left alone."""
        self._soon.stop()
        self._found.clear()
        cursor = self._editor.textCursor()
        for block in self._in_sight() if self.on else ():
            typing_at = cursor.positionInBlock() if block == cursor.block() else -1
            places = [each for each in _places(block) if not each[0] <= typing_at <= each[1]]
            if places:
                self._found[block.blockNumber()] = (block.text(), places)
        self._editor.viewport().update()

    def draw(self) -> None:
        """Draw the marks; one whose block changed since is not drawn until the next pause."""
        painter = QPainter(self._editor.viewport())
        painter.setPen(QPen(theme.color(theme.BAD), 1.3, Qt.PenStyle.DotLine))
        for number, (text, places) in self._found.items():
            block = self._editor.document().findBlockByNumber(number)
            if block.text() != text:
                continue
            for begin, end in places:
                left, right = self._at(block, begin), self._at(block, end)
                if left.top() == right.top():  # a word over two lines has no one line below it
                    painter.drawLine(left.left(), left.bottom() - 3, right.left(), left.bottom() - 3)

    def _at(self, block: QTextBlock, place: int) -> QRect:
        """Where a letter of a block stands in the view."""
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + place)
        return self._editor.cursorRect(cursor)

    def _in_sight(self) -> Iterator[QTextBlock]:
        """The blocks in sight, as far as they stand below each other."""
        block = self._editor.cursorForPosition(QPoint(0, 0)).block()
        last = self._editor.cursorForPosition(QPoint(0, self._editor.viewport().height())).block()
        while block.isValid():
            yield block
            if block == last:
                return
            block = block.next()


def _places(block: QTextBlock) -> list[tuple[int, int]]:
    """Where unknown words begin and end in a block, as Qt counts."""
    from ita_desktop.services.thai_words import unknown_words

    text = block.text()
    return [(units_before(text, begin), units_before(text, end)) for begin, end in unknown_words(plain(text))]
