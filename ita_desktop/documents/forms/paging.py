"""Strips onto pages: as few pages as hold them, evenly filled, broken where a section begins if possible."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.forms.layout import BOTTOM, LEFT, RIGHT, TOP
from ita_desktop.documents.forms.strips import Stroke

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.documents.forms.strips import Strip

HEIGHT: Final = BOTTOM - TOP
_MOST_STRETCH: Final = 3.5
"""White that a gap may gain: more would tear the page apart."""
_SPLIT_SECTION: Final = 500.0
"""What it costs to begin a page inside a section, in square millimetres of unevenness."""


@dataclass(frozen=True, slots=True)
class PlacedStrip:
    """A strip at its place: `y` from the top edge of the sheet."""

    strip: Strip
    y: float


Page = tuple[PlacedStrip, ...]


def pages_needed(strips: Sequence[Strip]) -> int:
    """Return how many pages the strips fill at least; 0 if one group is higher than a page."""
    units = _units(strips)
    if any(_height(strips, start, stop) > HEIGHT for start, stop in units):
        return 0
    pages, start = 1, 0
    for first, stop in units:
        if _height(strips, start, stop) > HEIGHT:
            pages, start = pages + 1, first
    return pages


def paged(strips: Sequence[Strip], pages: int) -> list[Page]:
    """Break strips over exactly so many pages, none higher than a page; as evenly as may be."""
    units = _units(strips)
    pages = min(pages, len(units))
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(pages):
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _before) in best[-1].items():
            for end in range(start + 1, len(units) + 1):
                total = cost + _cost(strips, units, start, end)
                if total < reached.get(end, (float("inf"), 0))[0]:
                    reached[end] = (total, start)
        best.append(reached)
    end, cuts = len(units), [len(units)]
    for reached in reversed(best[1:]):
        end = reached[end][1]
        cuts.append(end)
    cuts.reverse()
    bounds = [units[cut][0] if cut < len(units) else len(strips) for cut in cuts]
    return [_fill(strips[first:last]) for first, last in pairwise(bounds)]


def _units(strips: Sequence[Strip]) -> list[tuple[int, int]]:
    """Group strips that are tied together: [first, last) of each group."""
    units, first = [], 0
    for index, strip in enumerate(strips):
        if not strip.keep or index == len(strips) - 1:
            units.append((first, index + 1))
            first = index + 1
    return units


def _height(strips: Sequence[Strip], first: int, last: int) -> float:
    """Height of strips [first, last) at the top of a page."""
    return sum(each.height for each in strips[first:last]) + sum(s.before for s in strips[first + 1 : last])


def _cost(strips: Sequence[Strip], units: Sequence[tuple[int, int]], start: int, end: int) -> float:
    """Tell how bad a page of units [start, end) is: what is left empty, squared; infinite if it overflows."""
    first, last = units[start][0], units[end - 1][1]
    left = HEIGHT - _height(strips, first, last)
    if left < 0:
        return float("inf")
    split = last < len(strips) and not strips[last].opens
    return left * left + (_SPLIT_SECTION if split else 0.0)


def _fill(strips: Sequence[Strip]) -> Page:
    """Place a page's strips from the top, sharing out some of what would be left empty at the foot."""
    left = HEIGHT - _height(strips, 0, len(strips))
    stretch = sum(strip.stretch for strip in strips[1:])
    share = min(left / stretch, _MOST_STRETCH) if stretch else 0.0
    placed, y, gap = [], TOP, 0.0
    for index, strip in enumerate(strips):
        if index:
            gap = strip.before + strip.stretch * share
            y += gap
        placed.append(PlacedStrip(_ruled(strip, gap) if strip.ruled and index else strip, y))
        y += strip.height
    return tuple(placed)


def _ruled(strip: Strip, gap: float) -> Strip:
    """Add the hair line, in the middle of the white above the strip."""
    middle = -gap / 2
    return replace(strip, ink=(Stroke(0.0, middle, RIGHT - LEFT, middle, 0.3), *strip.ink))
