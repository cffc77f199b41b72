"""Which counts of a table about respondents may be shown without naming anybody.

A cell of one executive over sixty is that executive. Hiding this cell alone would not do, for the total gives
it back: a second cell goes with it, and the hidden ones together hold at least the threshold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def hidden_cells(counts: Sequence[int], threshold: int) -> frozenset[int]:
    """Return the places of the counts that must not be shown; an empty cell names nobody and may be.

    Below the threshold in all, every cell is hidden, the empty ones too.
    """
    if sum(counts) < threshold:
        return frozenset(range(len(counts)))
    hidden = {place for place, count in enumerate(counts) if 0 < count < threshold}
    spare = sorted((count, place) for place, count in enumerate(counts) if count >= max(threshold, 1))
    for _, place in spare:
        if not hidden or (len(hidden) > 1 and sum(counts[each] for each in hidden) >= threshold):
            break
        hidden.add(place)
    return frozenset(hidden)
