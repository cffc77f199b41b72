"""Break a paragraph into lines as a whole: the cheapest way through all its breaks (after Knuth and Plass).

The stretch of a line is one number: the space added after every cluster, in em. A space takes SPACE_SHARE
times as much, as Word's "Thai distributed" does. The search keeps, for each break, the cheapest chain of
lines that ends there; a second one with looser limits follows only where the first finds no way.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SPACE_SHARE: Final = 6.0
"""How much more a space is stretched or shrunk than the gap between two clusters."""
SHRINK: Final = 0.012
"""Most that clusters move together, in em."""
STRETCH_BOUND: Final = 0.085
"""Most that clusters are moved apart, in em; what a line needs beyond that goes into its spaces."""
_TOLERANCES: Final = (0.035, 0.08, 0.15, inf)
_RAGGED: Final = (0.22, 0.5, 1.0, inf)
"""Share of a ragged line that may stay empty, by attempt."""
_EVEN: Final = 0.02
"""Stretch in em that costs 100."""
_DEAREST: Final = 1e7
_LAST_LINE_SHORT: Final = 300.0
"""Cost of a last line that is all but empty."""
_SHORT: Final = 0.86
_PER_LINE: Final = 10.0
_LOOK_BACK: Final = 80
"""Most breaks tried for one line, so that a hostile text cannot make the search slow."""
_OVERHANG: Final = 1.06
"""Natural width of the fullest line that shrinking might still fit."""
_DEAREST_BREAK: Final = (1e3, 1e3, 1e7, inf)
"""Breaks this dear are closed, by attempt: after a connective twice, inside a name thrice."""
_ROUNDING: Final = 0.01
_TOO_TIGHT: Final = -2.0
_TOO_LOOSE: Final = -1.0


@dataclass(slots=True)
class Breaks:
    """Places where a line may end, as lists of equal length; lengths in points from the paragraph's start.

    `end` is the width up to the break without the space there, `start` the width where the next line
    begins; `stretch_end` and `stretch_start` count cluster gaps likewise (a space counts SPACE_SHARE).
    `item` is the index of the first item of the next line.
    """

    item: list[int]
    end: list[float]
    start: list[float]
    stretch_end: list[float]
    stretch_start: list[float]
    cost: Sequence[float]


@dataclass(frozen=True, slots=True)
class Measure:
    """The lines to fill: width of the first and of the others in points, the em, and how slack is judged."""

    first: float
    width: float
    em: float
    justified: bool


def break_lines(breaks: Breaks, measure: Measure) -> list[int] | None:
    """Choose breaks (their indices, the last one included); break 0 is the paragraph's start.

    Returns None when some stretch between two breaks is wider than a line.
    """
    for attempt in range(len(_TOLERANCES)):
        found = _search(breaks, measure, attempt)
        if found is not None:
            return found
    return None


def _search(breaks: Breaks, measure: Measure, attempt: int) -> list[int] | None:
    """Find the cheapest chain; a later attempt allows looser lines and dearer breaks."""
    count = len(breaks.end)
    total = [inf] * count
    previous = [-1] * count
    total[0] = 0.0
    for here in range(count - 1):
        base = total[here] + _PER_LINE
        if base == inf:
            continue
        for there, price in _next_breaks(breaks, measure, attempt, here):
            candidate = base + price
            if candidate < total[there]:
                total[there] = candidate
                previous[there] = here
    if previous[-1] < 0:
        return None
    chain = [count - 1]
    while previous[chain[-1]] > 0:
        chain.append(previous[chain[-1]])
    return chain[::-1]


def _next_breaks(breaks: Breaks, measure: Measure, attempt: int, here: int) -> Iterator[tuple[int, float]]:
    """Breaks at which a line that begins after `here` may end, with their prices, the fullest line first."""
    final = len(breaks.end) - 1
    target = measure.first if here == 0 else measure.width
    start, used = breaks.start[here], breaks.stretch_start[here] + 1.0
    reach = bisect_right(breaks.end, start + target * _OVERHANG + _ROUNDING, here + 1)
    dearest = _DEAREST_BREAK[attempt]
    for there in range(reach - 1, max(here, reach - _LOOK_BACK), -1):
        last = there == final
        cost = breaks.cost[there]
        if cost >= dearest and not last:
            continue
        slack = target - (breaks.end[there] - start)
        if measure.justified:
            units = (breaks.stretch_end[there] - used) * measure.em
            price = _price_justified(slack, units, attempt, target if last else 0.0)
        else:
            price = _price_ragged(slack, target, attempt, last=last)
        if price >= 0.0:
            yield there, price + cost
        elif price == _TOO_LOOSE:
            return


def _price_justified(slack: float, units: float, attempt: int, last_target: float) -> float:
    """Cost of a justified line with this slack (points) over `units` (gaps times em), or a negative verdict.

    `last_target` is the width of the line when it is the paragraph's last one, else 0.
    """
    stretch = slack / units if units > 0 else _unstretchable(slack)
    if stretch < -SHRINK:
        return _TOO_TIGHT
    if last_target and stretch >= 0:
        return _LAST_LINE_SHORT if slack > _SHORT * last_target else 0.0
    if stretch > _TOLERANCES[attempt]:
        return _TOO_LOOSE
    ratio = stretch / (_EVEN if stretch > 0 else SHRINK)
    return min(100.0 * ratio * ratio, _DEAREST)


def _unstretchable(slack: float) -> float:
    """Stretch of a line that is one cluster: none if it fits, else far too much."""
    return 0.0 if abs(slack) < _ROUNDING else slack * 1e6


def _price_ragged(slack: float, target: float, attempt: int, *, last: bool) -> float:
    """Cost of a line that keeps its natural width, or a negative verdict."""
    if slack < -_ROUNDING:
        return _TOO_TIGHT
    if last:
        return 0.0
    share = slack / target
    return 4000.0 * share * share if share <= _RAGGED[attempt] else _TOO_LOOSE
