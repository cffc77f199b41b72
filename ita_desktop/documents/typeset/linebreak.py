"""Break a paragraph into lines as a whole: the cheapest way through all its breaks (after Knuth and Plass).

The stretch of a line is one number: the space added after every cluster, in em; a space takes SPACE_SHARE times as much,
as Word's "Thai distributed" does. The search keeps, for each break, the cheapest chain of lines that ends there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

SPACE_SHARE: Final = 6.0
"""How much more a space is stretched or shrunk than the gap between two clusters."""
SHRINK: Final = 0.012
"""Most that clusters move together, in em."""
STRETCH_BOUND: Final = 0.15
"""Most that clusters are moved apart, in em; a line that needs more is left short."""
_TOLERANCES: Final = (0.035, 0.08, STRETCH_BOUND, 1e9)
_EVEN: Final = 0.02
"""Stretch in em that costs 100."""
_RAGGED: Final = (0.22, 0.5, 1.0, 1e9)
"""Share of a ragged line that may stay empty."""
_LAST_LINE_SHORT: Final = 150.0
"""Cost of a last line that is all but empty."""
_SHORT: Final = 0.92
_ROUNDING: Final = 0.01
_PER_LINE: Final = 10.0
_LOOK_BACK: Final = 80
_EMERGENCY: Final = 1000


@dataclass(slots=True)
class Breaks:
    """Places where a line may end. Lengths in points from the paragraph's start, all lists of equal length.

    `end` is the width up to the break without the space there, `start` the width where the next line begins;
    `stretch_end`/`stretch_start` count cluster gaps likewise (a space counts SPACE_SHARE).
    """

    item: list[int]
    """Index of the first item of the next line."""
    end: list[float]
    start: list[float]
    stretch_end: list[float]
    stretch_start: list[float]
    cost: Sequence[float]


def break_lines(breaks: Breaks, first: float, width: float, em: float, *, justified: bool) -> list[int] | None:
    """Choose breaks (indices, the last one included) for a first line and further lines of these widths.

    Break 0 must be the paragraph's start. Returns None when some stretch between breaks is wider than a line.
    """
    for attempt in range(4):
        found = _search(breaks, (first, width), em, attempt, justified=justified)
        if found is not None:
            return found
    return None


def _search(breaks: Breaks, widths: tuple[float, float], em: float, attempt: int, *, justified: bool) -> list[int] | None:
    """One search; a later attempt allows looser lines and dearer breaks."""
    count = len(breaks.end)
    end, cost = breaks.end, breaks.cost
    total = [float("inf")] * count
    previous = [-1] * count
    total[0] = 0.0
    for here in range(count - 1):
        if total[here] == float("inf"):
            continue
        target = widths[0] if here == 0 else widths[1]
        start, stretch_start, base = breaks.start[here], breaks.stretch_start[here], total[here] + _PER_LINE
        reach = bisect_right(end, start + target * 1.06 + 0.01, here + 1)
        for there in range(reach - 1, max(here, reach - _LOOK_BACK), -1):
            last = there == count - 1
            if cost[there] >= _EMERGENCY and attempt < 2 and not last:  # noqa: PLR2004 - the last two attempts
                continue
            units = breaks.stretch_end[there] - stretch_start - 1.0
            if justified:
                price = _price_justified(target - (end[there] - start), units * em, attempt, target if last else 0.0)
            else:
                price = _price_ragged(target - (end[there] - start), target, attempt, last=last)
            if price < 0.0:
                if price == _TOO_LOOSE:
                    break
                continue
            candidate = base + price + cost[there]
            if candidate < total[there]:
                total[there] = candidate
                previous[there] = here
    if previous[-1] < 0:
        return None
    chain = [count - 1]
    while previous[chain[-1]] > 0:
        chain.append(previous[chain[-1]])
    return chain[::-1]


_TOO_TIGHT: Final = -2.0
_TOO_LOOSE: Final = -1.0


def _price_justified(slack: float, units_em: float, attempt: int, last_target: float) -> float:
    """Cost of a justified line with this slack (points) over `units_em` (gaps times em), or a negative verdict.

    `last_target` is the width of the line when it is the paragraph's last one, else 0.
    """
    if units_em <= 0:
        stretch = 0.0 if abs(slack) < _ROUNDING else slack * 1e6
    else:
        stretch = slack / units_em
    if stretch < -SHRINK:
        return _TOO_TIGHT
    if last_target and stretch >= 0:
        return _LAST_LINE_SHORT if slack > _SHORT * last_target else 0.0
    if stretch > _TOLERANCES[attempt]:
        return _TOO_LOOSE
    ratio = stretch / (_EVEN if stretch > 0 else SHRINK)
    return min(100.0 * ratio * ratio, 1e7)


def _price_ragged(slack: float, target: float, attempt: int, *, last: bool) -> float:
    """Cost of a line that keeps its natural width."""
    if slack < -_ROUNDING:
        return _TOO_TIGHT
    if last:
        return 0.0
    share = slack / target
    if share > _RAGGED[attempt]:
        return _TOO_LOOSE
    return 4000.0 * share * share
