"""Bars lying, one for each indicator, with the target as a broken line; what lies below it is hatched.

Every bar begins at 0 and carries its figure; what has no data says so instead of showing an empty bar.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.charts.shapes import (
    FULL,
    LINE_MM,
    MIDDLE_MM,
    SMALL,
    TICKS,
    Block,
    Fill,
    Kit,
    Letters,
    Shape,
    Stroke,
)

if TYPE_CHECKING:
    from decimal import Decimal

LABEL_MOST_MM, LABEL_SHARE = 100.0, 0.42


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its label; `score` is None without data."""

    label: str
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class BarChart:
    """Labels at the left, figures at the right."""

    kit: Kit
    bars: tuple[Bar, ...]
    target: Decimal | None
    row_mm: float = 8.6
    figure_mm: float = 15.0
    head_mm: float = 6.0
    foot_mm: float = 7.0

    @property
    def height_mm(self) -> float:
        """Target above, scale below."""
        return self.head_mm + len(self.bars) * self.row_mm + self.foot_mm

    def shapes(self, width_mm: float) -> list[Shape]:
        """Draw grid, bars, and the target over them, so that what misses it is seen."""
        widest = max((self.kit.width(bar.label) for bar in self.bars), default=0.0)
        label_mm = min(widest + 4.0, LABEL_MOST_MM, width_mm * LABEL_SHARE)
        room = width_mm - label_mm - self.figure_mm
        foot = self.head_mm + len(self.bars) * self.row_mm
        found: list[Shape] = []
        for tick in TICKS:
            x = label_mm + room * tick / FULL
            found.append(Stroke(x, self.head_mm, x, foot, 0.3, faint=True))
            found.append(Letters(x, foot + 4.2, self.kit.figure(str(tick)), SMALL, align="center"))
        for index, bar in enumerate(self.bars):
            found += self._bar(bar, self.head_mm + index * self.row_mm, label_mm, room)
        if self.target is not None:
            x = label_mm + room * float(self.target) / FULL
            words = self.kit.words.target.format(score=f"{self.target.normalize():f}")
            found.append(Stroke(x, self.head_mm - 1.0, x, foot, 0.9, (3, 2)))
            found.append(Letters(x, self.head_mm - 2.2, self.kit.figure(words), SMALL, align="center"))
        return found

    def _bar(self, bar: Bar, top: float, label_mm: float, room: float) -> list[Shape]:
        """Draw one bar with its label and figure."""
        middle = top + self.row_mm / 2
        found: list[Shape] = []
        lines = self.kit.shortened(bar.label, label_mm - 3.0)
        for index, line in enumerate(lines):
            shift = (index - (len(lines) - 1) / 2) * LINE_MM * 0.85
            found.append(Letters(0.0, middle + MIDDLE_MM + shift, line))
        if bar.score is None:
            found.append(Letters(label_mm + 2.0, middle + MIDDLE_MM, self.kit.words.no_data))
            return found
        high = self.row_mm * 0.56
        low = self.target is not None and bar.score < self.target
        fill = Fill.HATCHED if low else Fill.LIGHT
        found.append(Block(label_mm, middle - high / 2, room * float(bar.score) / FULL, high, fill))
        right = label_mm + room + self.figure_mm
        figure = self.kit.figure(f"{bar.score:.2f}")
        found.append(Letters(right, middle + MIDDLE_MM, figure, align="right"))
        return found
