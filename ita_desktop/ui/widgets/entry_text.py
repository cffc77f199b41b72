"""Text that is laid out once and painted often: a key must not wait for Thai to be shaped again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.breaking import breakable

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

LEADING = 1.12
"""How much higher than Qt's own a line is: Thai stacks two marks above a letter."""
KEPT = 400


class TextBlock:
    """A paragraph broken to a width. `height` is what it takes."""

    def __init__(self, text: str, font: QFont, width: float, *, centred: bool = False) -> None:
        self._layout = QTextLayout(breakable(text, font, width), font)
        self._layout.setCacheEnabled(True)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self.height = self._break(width, QFontMetricsF(font).lineSpacing() * LEADING)

    def _break(self, width: float, step: float) -> float:
        """Break into lines a step apart; return the height of all."""
        self._layout.beginLayout()
        top = 0.0
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            top += step
            line = self._layout.createLine()
        self._layout.endLayout()
        return top

    def draw(self, painter: QPainter, left: float, top: float, color: QColor) -> None:
        """Paint it."""
        painter.setPen(color)
        self._layout.draw(painter, QPointF(left, top))


class TextShelf:
    """Blocks kept by what they are, so that each is laid out once; the oldest go when there are many."""

    def __init__(self) -> None:
        self._blocks: dict[tuple[str, float, QFont.Weight, int, bool], TextBlock] = {}

    def block(
        self,
        text: str,
        width: float,
        points: float = theme.BODY,
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        centred: bool = False,
    ) -> TextBlock:
        """Return a text laid out."""
        key = (text, points, weight, round(width), centred)
        found = self._blocks.get(key)
        if found is None:
            if len(self._blocks) >= KEPT:
                del self._blocks[next(iter(self._blocks))]
            found = TextBlock(text, theme.font(points, weight), width, centred=centred)
            self._blocks[key] = found
        return found
