"""Line breaks between Thai words where Qt itself knows none (Windows).

Only what is laid out carries the breaks, never a label's `text()`: what a person copies, and what a screen
reader speaks, is the text as it was written.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

BREAK: Final = "\u200b"
_TWO_WORDS: Final = "ประเมินคุณธรรม"


@lru_cache(maxsize=1)
def qt_breaks_thai() -> bool:
    """Whether this Qt ends a line between two Thai words: asked of Qt, for it depends on how it was built."""
    layout = QTextLayout(_TWO_WORDS)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1)
    layout.endLayout()
    return line.textLength() < len(_TWO_WORDS)


def breakable(text: str, font: QFont, width: float) -> str:
    """Return `text` ready to be broken into lines of `width` pixels.

    A text that fits on a line, or of other letters, comes back as it is: the word list is not even read.
    """
    if qt_breaks_thai():
        return text
    from ita_desktop.services.thai_words import has_thai_run, with_breaks

    if not has_thai_run(text) or _fits(text, font, width):
        return text
    return with_breaks(text)


def _fits(text: str, font: QFont, width: float) -> bool:
    """Whether each line of the text is narrower than the room."""
    metrics = QFontMetricsF(font)
    return all(metrics.horizontalAdvance(line) <= width for line in text.splitlines())
