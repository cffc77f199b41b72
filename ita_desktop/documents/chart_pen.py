"""The shapes of a chart drawn with the pen of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.typeset import PLAIN
from ita_desktop.documents.typeset.style import BLACK
from ita_desktop.domain.charts.shapes import Block, Fill, Ground, Letters, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.documents.typeset import Pen
    from ita_desktop.documents.typeset.style import Color
    from ita_desktop.domain.charts.shapes import Shape

WHITE: Color = (1.0, 1.0, 1.0)
GRID: Color = (0.78, 0.78, 0.78)
GREYS = {Fill.BLACK: 0.10, Fill.DARK: 0.40, Fill.LIGHT: 0.84}
EDGE_PT = 0.4
PITCH_MM = 1.4


def draw(pen: Pen, shapes: Iterable[Shape]) -> None:
    """Draw shapes in their order."""
    for shape in shapes:
        if isinstance(shape, Block):
            _block(pen, shape)
        elif isinstance(shape, Ground):
            pen.rect(shape.x, shape.y, shape.w, shape.h, fill=WHITE, stroke=None)
        elif isinstance(shape, Stroke):
            colour = GRID if shape.faint else BLACK
            pen.line(shape.x1, shape.y1, shape.x2, shape.y2, shape.width_pt, shape.dash, colour)
        else:
            _letters(pen, shape)


def _letters(pen: Pen, letters: Letters) -> None:
    """Write a line of text."""
    style = PLAIN.but(size=letters.size, bold=letters.bold, color=WHITE if letters.white else BLACK)
    pen.text(letters.x, letters.baseline, letters.text, style, letters.align)


def _block(pen: Pen, block: Block) -> None:
    """Fill a rectangle and draw its edge."""
    if block.w <= 0 or block.h <= 0:
        return
    grey = GREYS.get(block.fill, 1.0)
    pen.rect(block.x, block.y, block.w, block.h, fill=(grey, grey, grey), stroke=None)
    if block.fill in (Fill.HATCHED, Fill.CROSSED):
        _hatch(pen, block, rising=True)
    if block.fill is Fill.CROSSED:
        _hatch(pen, block, rising=False)
    pen.rect(block.x, block.y, block.w, block.h, width_pt=EDGE_PT)


def _hatch(pen: Pen, block: Block, *, rising: bool) -> None:
    """Draw lines at 45° within a rectangle; every line is cut at its edges."""
    offset = PITCH_MM / 2
    while offset < block.w + block.h:
        start, end = max(offset - block.h, 0.0), min(offset, block.w)
        y_start, y_end = offset - start, offset - end
        if not rising:
            y_start, y_end = block.h - y_start, block.h - y_end
        pen.line(block.x + start, block.y + y_start, block.x + end, block.y + y_end, width_pt=0.35)
        offset += PITCH_MM
