"""Text over several lines with room for stacked Thai marks, which Qt's own labels cut and crowd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextOption

from ita_desktop.ui.widgets.breaking import BREAK, breakable

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

LEADING = 1.42
"""Line height in letter sizes: Sarabun's own 1.3 lets a tone mark touch the line above."""
LINE_SEPARATOR = "\u2028"


class Paragraph:
    """A text broken into lines for a width; knows its height and draws itself."""

    def __init__(self, text: str, font: QFont, width: float, *, centred: bool = False) -> None:
        self.width = width
        shown = breakable(text, font, width)
        self._layout = QTextLayout(shown.replace("\n", LINE_SEPARATOR), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self.widest = 0.0
        self.height = self._break(centred=centred)

    def _break(self, *, centred: bool) -> float:
        """Place the lines; return the height of all."""
        top = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self.width)
            step = line.height() * LEADING / 1.3
            left = (self.width - line.naturalTextWidth()) / 2 if centred else 0.0
            line.setPosition(QPointF(left, top + (step - line.height()) * 0.75))
            self.widest = max(self.widest, line.naturalTextWidth())
            top += step
        self._layout.endLayout()
        return top

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return self._layout.lineCount()

    @property
    def line_texts(self) -> tuple[str, ...]:
        """What stands on each line, as it is read: without the breaks that were put in."""
        whole = self._layout.text()
        lines = (self._layout.lineAt(number) for number in range(self.lines))
        return tuple(
            whole[line.textStart() : line.textStart() + line.textLength()]
            .replace(BREAK, "")
            .strip(f" {LINE_SEPARATOR}")
            for line in lines
        )

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw with the painter's pen, its upper left corner given."""
        self._layout.draw(painter, QPointF(left, top))
