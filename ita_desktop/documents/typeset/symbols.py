"""Marks that Thai fonts lack but forms need, drawn as outlines: boxes to tick, ticks, crosses, arrows, discs.

They become glyphs of the embedded font, so the text layer still says ☐. Coordinates are thousandths of an
official em (TH Sarabun's: ก is 400 high), outer contours clockwise and holes counter-clockwise as TrueType
fills them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[int, int]
Contour: TypeAlias = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Symbol:
    """An outline of straight lines and its advance width."""

    contours: tuple[Contour, ...]
    advance: int


def _box(left: int, bottom: int, right: int, top: int) -> Contour:
    return ((left, bottom), (left, top), (right, top), (right, bottom))


def _hole(left: int, bottom: int, right: int, top: int) -> Contour:
    return ((left, bottom), (right, bottom), (right, top), (left, top))


_FRAME = (_box(40, -30, 460, 390), _hole(68, -2, 432, 362))
_TICK: Contour = ((110, 185), (150, 220), (215, 130), (390, 370), (430, 340), (215, 50))
_CROSS: Contour = (
    (120, 85), (210, 180), (120, 275), (155, 310), (250, 215), (345, 310),
    (380, 275), (290, 180), (380, 85), (345, 50), (250, 145), (155, 50),
)  # fmt: skip
_RIGHT: Contour = (
    (40, 160),
    (40, 200),
    (340, 200),
    (270, 270),
    (300, 300),
    (420, 180),
    (300, 60),
    (270, 90),
    (340, 160),
)
_BOTH: Contour = (
    (20, 180), (140, 300), (170, 270), (100, 200), (400, 200), (330, 270), (360, 300),
    (480, 180), (360, 60), (330, 90), (400, 160), (100, 160), (170, 90), (140, 60),
)  # fmt: skip
_DISC: Contour = (
    (90, 180), (102, 240), (137, 293), (190, 328), (250, 340), (310, 328), (363, 293), (398, 240),
    (410, 180), (398, 120), (363, 67), (310, 32), (250, 20), (190, 32), (137, 67), (102, 120),
)  # fmt: skip

SYMBOLS: dict[str, Symbol] = {
    "☐": Symbol(_FRAME, 500),
    "☑": Symbol((*_FRAME, _TICK), 500),
    "☒": Symbol((*_FRAME, _CROSS), 500),
    "✓": Symbol((_TICK,), 500),
    "✗": Symbol((_CROSS,), 500),
    "■": Symbol((_box(40, -30, 460, 390),), 500),
    "□": Symbol(_FRAME, 500),
    "→": Symbol((_RIGHT,), 460),
    "←": Symbol((tuple((460 - x, y) for x, y in reversed(_RIGHT)),), 460),
    "↔": Symbol((_BOTH,), 500),
    "●": Symbol((_DISC,), 500),
}
