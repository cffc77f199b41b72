"""Fills that a black-and-white printer and a photocopier keep apart: distant greys, and hatching."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ita_desktop.documents.typeset.style import BLACK

if TYPE_CHECKING:
    from ita_desktop.documents.typeset import Pen
    from ita_desktop.documents.typeset.style import Color

WHITE: Color = (1.0, 1.0, 1.0)
EDGE_PT = 0.4


class Fill(Enum):
    """A way to fill a bar, from the darkest to the lightest."""

    BLACK = "black"
    DARK = "dark"
    CROSSED = "crossed"
    HATCHED = "hatched"
    LIGHT = "light"
    WHITE = "white"


GREYS = {Fill.BLACK: 0.10, Fill.DARK: 0.40, Fill.LIGHT: 0.84}
LADDERS: dict[int, tuple[Fill, ...]] = {
    1: (Fill.WHITE,),
    2: (Fill.BLACK, Fill.WHITE),
    3: (Fill.BLACK, Fill.HATCHED, Fill.WHITE),
    4: (Fill.BLACK, Fill.CROSSED, Fill.LIGHT, Fill.WHITE),
    5: (Fill.BLACK, Fill.DARK, Fill.HATCHED, Fill.LIGHT, Fill.WHITE),
}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres."""

    x: float
    y: float
    w: float
    h: float


def ladder(steps: int) -> tuple[Fill, ...]:
    """Return fills for `steps` levels from the worst to the best; beyond six, neighbours share one."""
    if steps in LADDERS:
        return LADDERS[steps]
    fills = tuple(Fill)
    return tuple(fills[round(step * (len(fills) - 1) / (steps - 1))] for step in range(steps))


def paint(pen: Pen, box: Box, fill: Fill) -> None:
    """Fill a rectangle and draw its edge."""
    if box.w <= 0:
        return
    grey = GREYS.get(fill, 1.0)
    pen.rect(box.x, box.y, box.w, box.h, fill=(grey, grey, grey), stroke=None)
    if fill in {Fill.HATCHED, Fill.CROSSED}:
        _hatch(pen, box, 1.4, rising=True)
    if fill is Fill.CROSSED:
        _hatch(pen, box, 1.4, rising=False)
    pen.rect(box.x, box.y, box.w, box.h, width_pt=EDGE_PT)


def ink_on(fill: Fill) -> Color:
    """Return the colour in which text can be read on a fill."""
    return WHITE if fill in {Fill.BLACK, Fill.DARK} else BLACK


def needs_ground(fill: Fill) -> bool:
    """Tell whether text on a fill needs white below it."""
    return fill in {Fill.HATCHED, Fill.CROSSED}


def _hatch(pen: Pen, box: Box, pitch: float, *, rising: bool) -> None:
    """Draw lines at 45° within a rectangle; every line is cut at its edges."""
    offset = pitch / 2
    while offset < box.w + box.h:
        start, end = max(offset - box.h, 0.0), min(offset, box.w)
        y_start, y_end = offset - start, offset - end
        if not rising:
            y_start, y_end = box.h - y_start, box.h - y_end
        pen.line(box.x + start, box.y + y_start, box.x + end, box.y + y_end, width_pt=0.35)
        offset += pitch
