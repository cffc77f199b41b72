"""Years side by side: each score in each year, and its rise or fall where the two years mean the same by it.

Of a year whose instrument nobody has, figures stand under this year's names because somebody put them there:
total, tools, parts and indicators are then taken for the same, items are not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_desktop.domain.scoring import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from ita_desktop.domain.comparability import Comparability
    from ita_desktop.domain.score_keys import ScoreKey

UNLIKE_IN_UNKNOWN = frozenset({Level.SUB_INDICATOR, Level.ITEM, Level.QUESTION})


@dataclass(frozen=True, slots=True)
class YearFigures:
    """A year's figures by score key, and its level; `shape` is None where its instrument is not known."""

    year: int
    figures: Mapping[str, Decimal]
    level: str = ""
    shape: Comparability | None = None
    working: bool = False

    def compares(self, key: ScoreKey) -> bool:
        """Whether a figure of this year means what it means in the working year."""
        if self.working:
            return True
        if self.shape is None:
            return key.level not in UNLIKE_IN_UNKNOWN
        return key.key in self.shape.alike


@dataclass(frozen=True, slots=True)
class YearCell:
    """A score in a year. `change` since `since`, the last year before that compares; None where none does."""

    value: Decimal | None
    comparable: bool
    change: Decimal | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class YearsRow:
    """One score over the years, the oldest first."""

    key: ScoreKey
    cells: tuple[YearCell, ...] = field(default_factory=tuple)


def side_by_side(keys: Sequence[ScoreKey], years: Sequence[YearFigures]) -> tuple[YearsRow, ...]:
    """Set the years beside each other; a score that no year has is left out."""
    rows = (YearsRow(key, _cells(key, years)) for key in keys)
    return tuple(row for row in rows if any(cell.value is not None for cell in row.cells))


def _cells(key: ScoreKey, years: Sequence[YearFigures]) -> tuple[YearCell, ...]:
    """Follow one score from year to year."""
    cells = []
    before: tuple[int, Decimal] | None = None
    for year in years:
        value, alike = year.figures.get(key.key), year.compares(key)
        change = value - before[1] if value is not None and alike and before is not None else None
        cells.append(YearCell(value, alike, change, before[0] if change is not None and before else None))
        if value is not None and alike:
            before = (year.year, value)
    return tuple(cells)
