"""Standing bars in groups: each tool or part, year by year, the last year the dark one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.charts.shapes import (
    FULL,
    MIDDLE_MM,
    SMALL,
    TICKS,
    Block,
    Fill,
    Ground,
    Kit,
    Letters,
    Shape,
    Stroke,
)

if TYPE_CHECKING:
    from decimal import Decimal

FILLS: dict[int, tuple[Fill, ...]] = {
    1: (Fill.DARK,),
    2: (Fill.LIGHT, Fill.DARK),
    3: (Fill.WHITE, Fill.LIGHT, Fill.DARK),
    4: (Fill.WHITE, Fill.HATCHED, Fill.LIGHT, Fill.DARK),
}
MOST_YEARS = max(FILLS)
"""More bars side by side than this cannot carry their figures."""


@dataclass(frozen=True, slots=True)
class Group:
    """What is compared, with a score for each year of the chart; None where there is none."""

    label: str
    scores: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class GroupChart:
    """A legend above, a group for each tool, its name below."""

    kit: Kit
    years: tuple[int, ...]
    groups: tuple[Group, ...]
    target: Decimal | None = None
    plot_mm: float = 56.0
    left_mm: float = 10.0
    head_mm: float = 14.0

    @property
    def height_mm(self) -> float:
        """Legend and figures above, names below."""
        return self.head_mm + self.plot_mm + 8.0

    def _y(self, score: float) -> float:
        """Return the height of a score on the page."""
        return self.head_mm + self.plot_mm * (1 - score / FULL)

    def shapes(self, width_mm: float) -> list[Shape]:
        """Draw the scale, the legend and the target, then the groups over them."""
        found = self._scale(width_mm) + self._legend()
        if self.target is not None:
            y = self._y(float(self.target))
            found.append(Stroke(self.left_mm, y, width_mm, y, 0.9, (3, 2)))
        step = (width_mm - self.left_mm) / max(len(self.groups), 1)
        for index, group in enumerate(self.groups):
            found += self._group(group, self.left_mm + index * step, step)
        found.append(Stroke(self.left_mm, self._y(0), width_mm, self._y(0), 0.8))
        return found

    def _scale(self, width_mm: float) -> list[Shape]:
        """Draw the ticks and their lines."""
        found: list[Shape] = []
        for tick in TICKS:
            y = self._y(tick)
            text = self.kit.figure(str(tick))
            found.append(Stroke(self.left_mm, y, width_mm, y, 0.3, faint=True))
            found.append(Letters(self.left_mm - 2.0, y + MIDDLE_MM, text, SMALL, align="right"))
        return found

    def _legend(self) -> list[Shape]:
        """Say which fill is which year."""
        found: list[Shape] = []
        x = self.left_mm
        for year, fill in zip(self.years, FILLS[len(self.years)], strict=True):
            text = self.kit.figure(str(year))
            found += [Block(x, 1.2, 4.2, 3.6, fill), Letters(x + 5.6, 4.2, text, SMALL)]
            x += 5.6 + self.kit.width(text, SMALL) + 6.0
        return found

    def _group(self, group: Group, left: float, step: float) -> list[Shape]:
        """Draw the bars of one group, each with its figure where it is wide enough."""
        wide = min(step * 0.8 / len(self.years), 15.0)
        start = left + (step - wide * len(self.years)) / 2
        found: list[Shape] = []
        for index, (score, fill) in enumerate(zip(group.scores, FILLS[len(self.years)], strict=True)):
            x = start + index * wide
            if score is None:
                found.append(Letters(x + wide / 2, self._y(0) - 1.5, "–", SMALL, align="center"))
                continue
            top = self._y(float(score))
            found.append(Block(x, top, wide, self._y(0) - top, fill))
            figure = self.kit.figure(f"{score:.2f}")
            ground = self.kit.width(figure, SMALL) + 0.6
            if ground <= wide or index == len(self.years) - 1:  # what has no room stands in the table
                found.append(Ground(x + wide / 2 - ground / 2, top - 4.4, ground, 3.8))
                found.append(Letters(x + wide / 2, top - 1.4, figure, SMALL, align="center"))
        found.append(Letters(left + step / 2, self._y(0) + 5.4, group.label, align="center"))
        return found
