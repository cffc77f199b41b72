"""Years side by side as standing bars on the bands of the levels; the last year is the dark one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.charts.shapes import (
    FULL,
    LABEL,
    MIDDLE_MM,
    SMALL,
    SMALL_LINE_MM,
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
    from collections.abc import Sequence
    from decimal import Decimal

Bands = tuple[tuple[str, "Decimal"], ...]
NAME_LEFT_MM, NAMES_SHARE = 5.0, 0.32
"""Where the levels' names begin right of the plot, and how much of the width they may take."""


@dataclass(frozen=True, slots=True)
class YearBar:
    """A year's total with its level; the last one is the year of the paper."""

    year: int
    score: Decimal | None
    level: str


def merged_bands(bands: Sequence[tuple[str, Decimal]]) -> Bands:
    """Join levels that begin at the same score, for a line can only carry one label; the lowest first."""
    found: dict[Decimal, list[str]] = {}
    for label, floor in bands:
        found.setdefault(floor, []).append(label)
    return tuple((" / ".join(labels), floor) for floor, labels in sorted(found.items()))


@dataclass(frozen=True, slots=True)
class YearsChart:
    """Axis at the left, the levels' names at the right, years and their levels below."""

    kit: Kit
    years: tuple[YearBar, ...]
    bands: Bands
    plot_mm: float = 66.0
    left_mm: float = 10.0
    head_mm: float = 8.0
    foot_mm: float = 15.0

    @property
    def height_mm(self) -> float:
        """Figures above, years and levels below."""
        return self.head_mm + self.plot_mm + self.foot_mm

    def _y(self, score: float) -> float:
        """Return the height of a score on the page."""
        return self.head_mm + self.plot_mm * (1 - score / FULL)

    def shapes(self, width_mm: float) -> list[Shape]:
        """Draw bands, axis and bars."""
        widest = max((self.kit.width(self._band_words(*band), SMALL) for band in self.bands), default=0.0)
        names_mm = min(widest + NAME_LEFT_MM + 1.0, width_mm * NAMES_SHARE)
        right = width_mm - names_mm
        found = self._floors(right) + self._names(right, names_mm - NAME_LEFT_MM)
        for tick in TICKS:
            text = self.kit.figure(str(tick))
            found.append(Letters(self.left_mm - 2.0, self._y(tick) + MIDDLE_MM, text, SMALL, align="right"))
        step = (right - self.left_mm) / max(len(self.years), 1)
        for index, year in enumerate(self.years):
            last = index == len(self.years) - 1
            found += self._year(year, self.left_mm + (index + 0.5) * step, step, last=last)
        found.append(Stroke(self.left_mm, self._y(0), right, self._y(0), 0.8))
        return found

    def _floors(self, right: float) -> list[Shape]:
        """Draw each level's floor as a broken line."""
        floors = [self._y(float(floor)) for _, floor in self.bands if floor > 0]
        return [Stroke(self.left_mm, y, right + 1.0, y, 0.5, (2, 2)) for y in floors]

    def _band_words(self, label: str, floor: Decimal) -> str:
        """Name a level with the score at which it begins."""
        words = self.kit.words.from_score.format(level=label, score=f"{floor.normalize():f}")
        return self.kit.figure(words if floor > 0 else label)

    def _names(self, right: float, room: float) -> list[Shape]:
        """Name each band in its middle; where bands are narrow, names move down and a line leads to them."""
        found: list[Shape] = []
        tops = [float(floor) for _, floor in self.bands[1:]] + [FULL]
        lowest = 0.0
        for (label, floor), top in reversed(list(zip(self.bands, tops, strict=True))):
            lines = self.kit.shortened(self._band_words(label, floor), room, SMALL)
            band = self._y((float(floor) + top) / 2)
            high = len(lines) * SMALL_LINE_MM
            middle = max(band, lowest + high / 2)
            found.append(Stroke(right + 1.0, band, right + 4.0, middle, 0.3, faint=True))
            first = middle - high / 2 + SMALL_LINE_MM / 2 + MIDDLE_MM
            found += [
                Letters(right + NAME_LEFT_MM, first + number * SMALL_LINE_MM, line, SMALL)
                for number, line in enumerate(lines)
            ]
            lowest = middle + high / 2
        return found

    def _year(self, year: YearBar, x: float, step: float, *, last: bool) -> list[Shape]:
        """Draw a year's bar with figure, year and level."""
        found: list[Shape] = []
        if year.score is None:
            found.append(Letters(x, self._y(0) - 2.0, self.kit.words.no_data, SMALL, align="center"))
        else:
            width = min(step * 0.5, 18.0)
            top, fill = self._y(float(year.score)), Fill.DARK if last else Fill.LIGHT
            found.append(Block(x - width / 2, top, width, self._y(0) - top, fill))
            found += self._figure(f"{year.score:.2f}", x, top, bold=last)
        number = self.kit.figure(str(year.year))
        found.append(Letters(x, self._y(0) + 5.0, number, bold=last, align="center"))
        for row, line in enumerate(self.kit.shortened(year.level, step - 1.0, SMALL) if year.level else ()):
            baseline = self._y(0) + 9.6 + row * SMALL_LINE_MM
            found.append(Letters(x, baseline, line, SMALL, align="center"))
        return found

    def _figure(self, text: str, x: float, top: float, *, bold: bool) -> list[Shape]:
        """Write a figure over its bar, on white, for a level's line may cross it."""
        figure = self.kit.figure(text)
        ground = self.kit.width(figure, LABEL, bold=bold) + 1.0
        return [
            Ground(x - ground / 2, top - 4.9, ground, 4.2),
            Letters(x, top - 1.8, figure, bold=bold, align="center"),
        ]
