"""The shapes of a chart drawn by Qt: the very drawing of the paper, in the window's ink.

One millimetre of the chart is so many pixels that its letters are as large as the window's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen

from ita_desktop.domain.charts.shapes import LABEL, Block, Fill, Ground, Letters, Stroke
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.domain.charts.shapes import Shape

PIXELS_PER_MM = 5.0
"""At 100 percent: 13 points of the paper then look like the window's 12."""
PIXELS_PER_POINT = 96 / 72
INK = {Fill.BLACK: theme.INK, Fill.DARK: theme.ACCENT, Fill.LIGHT: theme.ACCENT_MIDDLE}
PATTERNS = {Fill.HATCHED: Qt.BrushStyle.BDiagPattern, Fill.CROSSED: Qt.BrushStyle.DiagCrossPattern}


def pixels_per_mm() -> float:
    """How many pixels a millimetre of a chart takes, text enlarged as the user wants it."""
    return PIXELS_PER_MM * theme.scaled(1000) / 1000


def font_of(size: float, *, bold: bool = False) -> QFont:
    """The font for a size in the paper's points."""
    return theme.font(theme.BODY * size / LABEL, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)


@dataclass(frozen=True, slots=True)
class ScreenRuler:
    """Measures with the window's font."""

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width in millimetres of a text on one line."""
        return QFontMetricsF(font_of(size, bold=bold)).horizontalAdvance(text) / pixels_per_mm()

    def text_lines(self, text: str, size: float, width: float) -> tuple[str, ...]:
        """Break a text into lines of at most `width` millimetres."""
        return Paragraph(text, font_of(size), max(width * pixels_per_mm(), 1.0)).line_texts


def paint(painter: QPainter, shapes: Iterable[Shape]) -> None:
    """Draw shapes in their order, from the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = pixels_per_mm()
    for shape in shapes:
        if isinstance(shape, Block):
            _block(painter, shape, scale)
        elif isinstance(shape, Ground):
            box = QRectF(shape.x * scale, shape.y * scale, shape.w * scale, shape.h * scale)
            painter.fillRect(box, theme.color(theme.SURFACE))
        elif isinstance(shape, Stroke):
            _stroke(painter, shape, scale)
        else:
            _letters(painter, shape, scale)


def _block(painter: QPainter, block: Block, scale: float) -> None:
    """Draw a bar: fill, hatching, edge."""
    if block.w <= 0 or block.h <= 0:
        return
    box = QRectF(block.x * scale, block.y * scale, block.w * scale, block.h * scale)
    ink = theme.color(theme.ACCENT_DEEP)
    painter.fillRect(box, theme.color(INK.get(block.fill, theme.SURFACE)))
    painter.setPen(QPen(ink, 1))
    painter.setBrush(QBrush(ink, PATTERNS.get(block.fill, Qt.BrushStyle.NoBrush)))
    painter.drawRect(box)


def _stroke(painter: QPainter, stroke: Stroke, scale: float) -> None:
    """Draw a line; dashes are counted in widths of the line, as Qt has it."""
    width = max(stroke.width_pt * PIXELS_PER_POINT, 1.0)
    pen = QPen(theme.color(theme.LINE if stroke.faint else theme.MUTED), width)
    if stroke.dash:
        pen.setDashPattern([each * PIXELS_PER_POINT / width for each in stroke.dash])
    painter.setPen(pen)
    ends = QPointF(stroke.x1, stroke.y1) * scale, QPointF(stroke.x2, stroke.y2) * scale
    painter.drawLine(QLineF(*ends))


def _letters(painter: QPainter, letters: Letters, scale: float) -> None:
    """Write a line of text at its baseline."""
    font = font_of(letters.size, bold=letters.bold)
    painter.setFont(font)
    painter.setPen(theme.color(theme.SURFACE if letters.white else theme.INK))
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(letters.text)
    shift = {"left": 0.0, "center": width / 2, "right": width}[letters.align]
    painter.drawText(QPointF(letters.x * scale - shift, letters.baseline * scale), letters.text)
