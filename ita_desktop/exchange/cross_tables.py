"""Tables of two questions, about few people: which cells must not be shown, so that nobody can be told.

A count below the threshold could name one respondent. To hide it alone is not enough, for the sum of its row
or column gives it away: so each row and column has no hidden cell, or at least two that together reach the
threshold or are all that the line has (primary and secondary suppression, as statistical offices do it).
Tables of one question: `domain.small_cells`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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
    work = _Suppression([list(row) for row in table], threshold)
    work.hidden |= {
        (r, c)
        for r, row in enumerate(table)
        for c, count in enumerate(row)
        if 0 < count < threshold or r in hidden_rows
    }
    while work.hide_one_more():
        pass
    return frozenset(work.hidden)


@dataclass(slots=True)
class _Suppression:
    """A table on its way: what is hidden so far."""

    table: list[list[int]]
    threshold: int
    hidden: set[Place] = field(default_factory=set)

    def lines(self) -> list[list[Place]]:
        """Return every row and every column as places."""
        height, width = len(self.table), len(self.table[0]) if self.table else 0
        rows = [[(r, c) for c in range(width)] for r in range(height)]
        return rows + [[(r, c) for r in range(height)] for c in range(width)]

    def hide_one_more(self) -> bool:
        """Hide a place in the first line whose hidden cells can be worked out; False if all lines hold."""
        for line in self.lines():
            inside = [place for place in line if place in self.hidden]
            if not inside or self._enough(line, inside):
                continue
            candidates = [place for place in line if place not in self.hidden and self._helps(place, line)]
            if candidates:
                self.hidden.add(min(candidates, key=self._cost))
                return True
        return False

    def _enough(self, line: list[Place], inside: list[Place]) -> bool:
        """Tell whether the line's sum gives no hidden count away."""
        concealed = self._sum(inside)
        return len(inside) > 1 and (concealed >= self.threshold or concealed == self._sum(line))

    def _helps(self, place: Place, line: list[Place]) -> bool:
        """Tell whether hiding a place hides anything: not a zero whose other line is all zeros."""
        along_row = line[0][0] == line[-1][0]
        row, column = place
        crossing = [each[column] for each in self.table] if along_row else self.table[row]
        return len(line) > 1 and (len(crossing) == 1 or sum(crossing) > 0)

    def _cost(self, place: Place) -> tuple[bool, bool, int, Place]:
        """Order places: filled before zero, lines that lose cells already, then the smallest."""
        count = self.table[place[0]][place[1]]
        fresh = not any(other[0] == place[0] or other[1] == place[1] for other in self.hidden)
        return (count == 0, fresh, count, place)

    def _sum(self, places: list[Place]) -> int:
        """Add up counts."""
        return sum(self.table[r][c] for r, c in places)
