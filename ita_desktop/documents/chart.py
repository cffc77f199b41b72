"""Charts of the year's papers, drawn as lines and letters: readable on a photocopy, sharp at any size.

Every bar begins at 0 and carries its figure; what has no data says so instead of showing an empty bar.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.documents.chart_fills import WHITE, Box, Fill, paint
from ita_desktop.documents.figures import NO_DATA, score_text, written
from ita_desktop.documents.typeset import PLAIN, Drawing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from ita_desktop.documents.ruler import Ruler
    from ita_desktop.documents.typeset import Pen
    from ita_desktop.domain.papers import Digits

LABEL = PLAIN.but(size=13.0)
SMALL = PLAIN.but(size=11.5)
BOLD = PLAIN.but(size=13.0, bold=True)
LINE_MM = LABEL.leading * 25.4 / 72.0
MIDDLE_MM = 1.2
"""From the middle of a line of letters down to its baseline."""
GRID = (0.78, 0.78, 0.78)
FULL = 100.0
TICKS = (0, 20, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its label; `score` is None without data."""

    label: str
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class YearBar:
    """A year's total with its level; the last one is the year of the paper."""

    year: int
    score: Decimal | None
    level: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Draws the charts of one paper with its fonts and figures."""

    ruler: Ruler
    digits: Digits

    def indicator_bars(self, bars: Sequence[Bar], target: Decimal, alt: str, caption: str) -> Drawing:
        """Draw bars lying, the target as a broken line; bars below it are hatched."""
        widest = max((self.ruler.width(bar.label, LABEL) for bar in bars), default=0.0)
        return _IndicatorBars(self, tuple(bars), target, min(widest + 4.0, 60.0)).drawing(alt, caption)

    def year_bars(
        self, years: Sequence[YearBar], bands: Sequence[tuple[str, Decimal]], alt: str, caption: str
    ) -> Drawing:
        """Draw years side by side on the levels of the rule in force."""
        return _YearBars(self, tuple(years), merged_bands(bands)).drawing(alt, caption)

    def figure(self, text: str) -> str:
        """Write figures as the paper does."""
        return written(text, self.digits)

    def shortened(self, text: str, width: float) -> tuple[str, ...]:
        """Break a label into at most two lines; what does not fit ends in an ellipsis."""
        lines = self.ruler.lines(text, LABEL, width)
        return lines if len(lines) <= 2 else (lines[0], lines[1].rstrip() + "…")


def merged_bands(bands: Sequence[tuple[str, Decimal]]) -> tuple[tuple[str, Decimal], ...]:
    """Join levels that begin at the same score, for a line can only carry one label."""
    found: dict[Decimal, list[str]] = {}
    for label, floor in bands:
        found.setdefault(floor, []).append(label)
    return tuple((" / ".join(labels), floor) for floor, labels in sorted(found.items()))


@dataclass(frozen=True, slots=True)
class _IndicatorBars:
    """Lying bars: labels at the left, figures at the right."""

    chart: Chart
    bars: tuple[Bar, ...]
    target: Decimal
    label_mm: float
    """Room for the labels."""
    figure_mm: float = 15.0
    row_mm: float = 8.6
    bar_mm: float = 4.8
    head_mm: float = 6.0

    def drawing(self, alt: str, caption: str) -> Drawing:
        """Make the block."""
        return Drawing(self.head_mm + len(self.bars) * self.row_mm + 7.0, self.draw, alt, caption)

    def draw(self, pen: Pen) -> None:
        """Draw grid, target and bars."""
        room = pen.width_mm - self.label_mm - self.figure_mm
        foot = self.head_mm + len(self.bars) * self.row_mm
        for tick in TICKS:
            x = self.label_mm + room * tick / FULL
            pen.line(x, self.head_mm, x, foot, 0.3, color=GRID)
            pen.text(x, foot + 4.2, self.chart.figure(str(tick)), SMALL, "center")
        for index, bar in enumerate(self.bars):
            self._bar(pen, bar, self.head_mm + index * self.row_mm, room)
        x = self.label_mm + room * float(self.target) / FULL
        pen.line(x, self.head_mm - 1.0, x, foot, 0.9, dash=(3, 2))
        pen.text(
            x, self.head_mm - 2.2, self.chart.figure(f"เป้าหมาย {self.target.normalize():f}"), SMALL, "center"
        )

    def _bar(self, pen: Pen, bar: Bar, top: float, room: float) -> None:
        """Draw one bar with its label and figure."""
        middle = top + self.row_mm / 2
        lines = self.chart.shortened(bar.label, self.label_mm - 3.0)
        for index, line in enumerate(lines):
            shift = (index - (len(lines) - 1) / 2) * LINE_MM * 0.78
            pen.text(0.0, middle + MIDDLE_MM + shift, line, LABEL)
        if bar.score is None:
            pen.text(self.label_mm + 2.0, middle + MIDDLE_MM, NO_DATA, LABEL)
            return
        width = room * float(bar.score) / FULL
        fill = Fill.LIGHT if bar.score >= self.target else Fill.HATCHED
        paint(pen, Box(self.label_mm, middle - self.bar_mm / 2, width, self.bar_mm), fill)
        pen.text(pen.width_mm, middle + MIDDLE_MM, self.chart.figure(score_text(bar.score)), LABEL, "right")


@dataclass(frozen=True, slots=True)
class _YearBars:
    """Standing bars on the bands of the levels."""

    chart: Chart
    years: tuple[YearBar, ...]
    bands: tuple[tuple[str, Decimal], ...]
    left_mm: float = 10.0
    right_mm: float = 34.0
    head_mm: float = 8.0
    plot_mm: float = 66.0

    def drawing(self, alt: str, caption: str) -> Drawing:
        """Make the block."""
        return Drawing(self.head_mm + self.plot_mm + 14.0, self.draw, alt, caption)

    def _y(self, score: float) -> float:
        """Return the height of a score on the page."""
        return self.head_mm + self.plot_mm * (1 - score / FULL)

    def draw(self, pen: Pen) -> None:
        """Draw bands, axis and bars."""
        right = pen.width_mm - self.right_mm
        self._bands(pen, right)
        for tick in TICKS:
            text = self.chart.figure(str(tick))
            pen.text(self.left_mm - 2.0, self._y(tick) + MIDDLE_MM, text, SMALL, "right")
        step = (right - self.left_mm) / max(len(self.years), 1)
        for index, year in enumerate(self.years):
            last = index == len(self.years) - 1
            self._year(pen, year, self.left_mm + (index + 0.5) * step, min(step * 0.5, 18.0), last=last)
        pen.line(self.left_mm, self._y(0), right, self._y(0), 0.8)

    def _bands(self, pen: Pen, right: float) -> None:
        """Draw each level's floor as a broken line, and its name in the middle of its height."""
        tops = [float(floor) for _, floor in self.bands[1:]] + [FULL]
        for (label, floor), top in zip(self.bands, tops, strict=True):
            if floor > 0:
                pen.line(
                    self.left_mm, self._y(float(floor)), right + 2.0, self._y(float(floor)), 0.5, dash=(2, 2)
                )
            text = self.chart.figure(f"{label} ({floor.normalize():f} ขึ้นไป)" if floor > 0 else label)
            for index, line in enumerate(self.chart.ruler.lines(text, SMALL, self.right_mm - 4.0)[:2]):
                middle = self._y((float(floor) + top) / 2) + MIDDLE_MM
                pen.text(right + 3.0, middle + index * 3.6, line, SMALL)

    def _year(self, pen: Pen, year: YearBar, x: float, width: float, *, last: bool) -> None:
        """Draw a year's bar with figure, year and level."""
        style = BOLD if last else LABEL
        if year.score is None:
            pen.text(x, self._y(0) - 2.0, NO_DATA, SMALL, "center")
        else:
            height = self.plot_mm * float(year.score) / FULL
            fill = Fill.DARK if last else Fill.LIGHT
            paint(pen, Box(x - width / 2, self._y(float(year.score)), width, height), fill)
            figure, top = self.chart.figure(score_text(year.score)), self._y(float(year.score))
            ground = pen.text_width(figure, style) + 1.0
            pen.rect(x - ground / 2, top - 4.8, ground, 4.0, fill=WHITE, stroke=None)
            pen.text(x, top - 1.8, figure, style, "center")
        pen.text(x, self._y(0) + 5.0, self.chart.figure(str(year.year)), style, "center")
        pen.text(x, self._y(0) + 10.0, year.level, SMALL, "center")
