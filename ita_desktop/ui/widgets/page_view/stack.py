"""Where the pages of a paper lie when they stand one below the other. Plain arithmetic, no widget.

Lengths: `points` are those of the paper (72 to the inch); `pixels` are those of the window, unscrolled.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from collections.abc import Sequence

EDGE = 14
"""Pixels of ground around each page."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a paper: the page counted from 0, points from its upper left corner."""

    page: int
    across: float
    down: float


class PageStack:
    """Pages of any sizes, each centred in the width of the widest."""

    def __init__(self, sizes: Sequence[tuple[float, float]], scale: float) -> None:
        """Stack pages of `sizes` (points), `scale` pixels to a point."""
        self._sizes, self.scale = tuple(sizes), scale
        self._tops = [0.0, *accumulate(height * scale + EDGE for _, height in self._sizes)]
        self.width = max((width for width, _ in self._sizes), default=0.0) * scale + 2 * EDGE
        self.height = self._tops[-1] + EDGE

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self._sizes)

    def box(self, page: int) -> QRectF:
        """Where a page lies, in pixels."""
        width, height = self._sizes[page]
        left = (self.width - width * self.scale) / 2
        return QRectF(left, self._tops[page] + EDGE, width * self.scale, height * self.scale)

    def page_at(self, down: float) -> int:
        """The page at a height in pixels, the gap above it included; the last one below all."""
        return max(0, min(bisect_right(self._tops, down) - 1, self.count - 1))

    def seen(self, top: float, height: float) -> range:
        """The pages of which something lies between two heights."""
        return range(self.page_at(top), self.page_at(top + height) + 1) if self.count else range(0)

    def spot(self, point: QPointF) -> Spot | None:
        """The place on a page under a point in pixels; None between pages and beside them."""
        if not self.count:
            return None
        page = self.page_at(point.y())
        box = self.box(page)
        if not box.contains(point):
            return None
        inside = (point - box.topLeft()) / self.scale
        return Spot(page, inside.x(), inside.y())

    def pixels(self, spot: Spot) -> QPointF:
        """The point in pixels of a place; a page that there is not counts as the last."""
        box = self.box(min(spot.page, self.count - 1))
        return box.topLeft() + QPointF(spot.across, spot.down) * self.scale
