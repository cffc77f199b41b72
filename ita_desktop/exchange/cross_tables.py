"""Tables of two questions, about few people: which cells must not be shown, so that nobody can be told.

A count below the threshold could name one respondent. To hide it alone is not enough, for the sum of its row
or column gives it away: so each row and column has no hidden cell, or at least two that together reach the
threshold (primary and secondary suppression, as statistical offices do it). Tables of one
question: `domain.small_cells`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Place = tuple[int, int]


def hidden_places(
    table: Sequence[Sequence[int]], threshold: int, hidden_rows: frozenset[int] = frozenset()
) -> frozenset[Place]:
    """Return the (row, column) places that must not be shown.

    Args:
        table: counts by row and column, whose row and column sums may be known.
        threshold: the least count that may be shown; 0 and what reaches the threshold may.
        hidden_rows: rows of which not even the sum is shown, and so no cell.
    """
    places = {(r, c) for r, row in enumerate(table) for c in range(len(row))}
    counts = {(r, c): table[r][c] for r, c in places}
    hidden = {place for place in places if 0 < counts[place] < threshold or place[0] in hidden_rows}
    lines = [
        [place for place in sorted(places) if place[axis] == index]
        for axis in (0, 1)
        for index in sorted({place[axis] for place in places})
    ]
    while more := _needed(lines, counts, hidden, threshold):
        hidden |= more
    return frozenset(hidden)


def _needed(
    lines: Sequence[Sequence[Place]], counts: dict[Place, int], hidden: set[Place], threshold: int
) -> set[Place]:
    """Return one more place to hide, in the first line whose hidden cells could be worked out."""
    for line in lines:
        inside = [place for place in line if place in hidden]
        shown = [place for place in line if place not in hidden]
        enough = len(inside) > 1 and sum(counts[place] for place in inside) >= threshold
        if inside and shown and not enough:
            # The smallest filled cell costs the reader least; a zero only where nothing else is left.
            return {min(shown, key=lambda place: (counts[place] == 0, counts[place], place))}
    return set()
