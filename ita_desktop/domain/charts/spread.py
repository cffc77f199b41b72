"""How the answers to some questions are spread: one bar a question, from the worst choice to the best.

Choices stand in the order of their score, not of the form, so that a question worded the other way round
reads the same: what is dark is bad.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.charts.shapes import (
    FULL,
    MIDDLE_MM,
    SMALL,
    Block,
    Fill,
    Ground,
    Kit,
    Letters,
    Shape,
    ladder,
)

if TYPE_CHECKING:
    from decimal import Decimal

ROW_MM, BAR_MM, CODE_MM, COUNT_MM, LEGEND_MM = 7.6, 5.4, 12.0, 20.0, 6.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A choice: its score, how many took it, and their share of a hundred."""

    score: Decimal
    count: int
    percent: Decimal


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A question: its code and its pieces; none without answers."""

    code: str
    pieces: tuple[Piece, ...]

    @property
    def answered(self) -> int:
        """How many answered."""
        return sum(piece.count for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class SpreadChart:
    """Bars of equal length, each shared out among the choices, below a legend of their scores."""

    kit: Kit
    rows: tuple[SpreadRow, ...]
    legend_rows: int = 1

    @property
    def height_mm(self) -> float:
        """Legend and rows."""
        return self._legend_mm + len(self.rows) * ROW_MM + 1.0

    @property
    def _legend_mm(self) -> float:
        """Height of the legend."""
        return LEGEND_MM * self.legend_rows + 2.0

    def _fills(self) -> dict[Decimal, Fill]:
        """Return the fill of each score that a choice has."""
        scores = sorted({piece.score for row in self.rows for piece in row.pieces})
        return dict(zip(scores, ladder(len(scores)), strict=True)) if scores else {}

    def shapes(self, width_mm: float) -> list[Shape]:
        """Draw the legend, then a row for each question."""
        fills = self._fills()
        found: list[Shape] = []
        in_row = -(-len(fills) // self.legend_rows) if fills else 1
        left = CODE_MM if self.legend_rows == 1 else 0.0  # of two rows, the panel is narrow
        step = (width_mm - left) / in_row
        for place, (score, fill) in enumerate(fills.items()):
            x, top = left + place % in_row * min(step, 26.0), 1.2 + place // in_row * LEGEND_MM
            words = self.kit.words.points.format(score=f"{score.normalize():f}")
            found.append(Block(x, top, 4.2, 3.6, fill))
            found.append(Letters(x + 5.4, top + 3.0, self.kit.figure(words), SMALL))
        for index, row in enumerate(self.rows):
            found += self._row(row, self._legend_mm + index * ROW_MM, fills, width_mm)
        return found

    def _row(self, row: SpreadRow, top: float, fills: dict[Decimal, Fill], width_mm: float) -> list[Shape]:
        """Draw a question's bar between its code and the number of answers."""
        middle = top + ROW_MM / 2
        found: list[Shape] = [Letters(0.0, middle + MIDDLE_MM, row.code)]
        if not row.answered:
            found.append(Letters(CODE_MM, middle + MIDDLE_MM, self.kit.words.no_data))
            return found
        x, room = CODE_MM, width_mm - CODE_MM - COUNT_MM
        for piece in sorted(row.pieces, key=lambda each: each.score):
            wide = room * float(piece.percent) / FULL
            if piece.count:
                block = Block(x, middle - BAR_MM / 2, wide, BAR_MM, fills[piece.score])
                found += [block, *self._share(block, f"{piece.percent:.2f}")]
            x += wide
        count = self.kit.figure(self.kit.words.people.format(count=f"{row.answered:,}"))
        found.append(Letters(width_mm, middle + MIDDLE_MM, count, SMALL, align="right"))
        return found

    def _share(self, block: Block, percent: str) -> list[Shape]:
        """Write a share into its piece where it fits; the table has it in any case."""
        text = self.kit.figure(percent)
        width = self.kit.width(text, SMALL)
        if block.w < width + 1.6:
            return []
        middle = block.x + block.w / 2
        found: list[Shape] = []
        if block.fill in (Fill.HATCHED, Fill.CROSSED):
            found.append(Ground(middle - width / 2 - 0.6, block.y + 0.8, width + 1.2, block.h - 1.6))
        white = block.fill in (Fill.BLACK, Fill.DARK)
        baseline = block.y + block.h / 2 + MIDDLE_MM - 0.1
        found.append(Letters(middle, baseline, text, SMALL, align="center", white=white))
        return found
