"""How one question was answered: each choice in the order of the form, its words, count and share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.charts.shapes import MIDDLE_MM, SMALL, Block, Fill, Kit, Letters, Shape
from ita_desktop.domain.numbers import percentages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

CAPTION_MM, BAR_MM, FIGURE_MM = 4.6, 4.6, 29.0


@dataclass(frozen=True, slots=True)
class Share:
    """A choice with how many took it. `percent` is of those who answered; a column sums to 100.00."""

    label: str
    count: int
    percent: Decimal


def shares(labels: Sequence[str], counts: Sequence[int]) -> tuple[Share, ...]:
    """Share 100 out among the choices."""
    return tuple(map(Share, labels, counts, percentages(counts)))


@dataclass(frozen=True, slots=True)
class ChoiceChart:
    """The choices from the left of the paper, from top to bottom, each with its bar."""

    kit: Kit
    rows: tuple[Share, ...]

    @property
    def height_mm(self) -> float:
        """Two lines for each choice."""
        return (CAPTION_MM + BAR_MM) * len(self.rows)

    def shapes(self, width_mm: float) -> list[Shape]:
        """Draw choice by choice; the longest bar is the one taken most."""
        most = max((row.count for row in self.rows), default=0)
        found: list[Shape] = []
        for number, row in enumerate(self.rows):
            top = number * (CAPTION_MM + BAR_MM)
            found.append(Letters(0.0, top + 3.6, f"{self.kit.figure(str(number + 1))}  {row.label}", SMALL))
            line = top + CAPTION_MM
            if row.count:
                wide = max((width_mm - FIGURE_MM - 2.0) * row.count / most, 0.4)
                found.append(Block(0.2, line + 0.6, wide, BAR_MM - 1.8, Fill.DARK))
            people = self.kit.words.people.format(count=f"{row.count:,}")
            words = self.kit.figure(f"{people} {row.percent:.2f}%")
            baseline = line + (BAR_MM - 0.6) / 2 + MIDDLE_MM
            found.append(Letters(width_mm, baseline, words, SMALL, align="right"))
        return found
