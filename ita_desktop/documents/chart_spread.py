"""How the answers to some questions are spread: one bar a question, from the worst choice to the best.

Choices stand in the order of their score, not of the form, so that a question worded the other way round
reads the same: what is dark is bad.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.documents.chart import LABEL, MIDDLE_MM, SMALL
from ita_desktop.documents.chart_fills import WHITE, Box, Fill, ink_on, ladder, needs_ground, paint
from ita_desktop.documents.figures import NO_DATA
from ita_desktop.documents.typeset import Drawing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from ita_desktop.documents.chart import Chart
    from ita_desktop.documents.typeset import Pen
    from ita_desktop.domain.report import QuestionResult

ROW_MM = 7.6
BAR_MM = 5.4
CODE_MM = 12.0
COUNT_MM = 20.0
LEGEND_MM = 8.0
LEGEND_STEP_MM = 24.0


def spread(chart: Chart, questions: Sequence[QuestionResult], alt: str) -> Drawing:
    """Draw the spread of the questions' answers with a legend of the choices' scores."""
    return _Spread(chart, tuple(questions)).drawing(alt)


@dataclass(frozen=True, slots=True)
class _Spread:
    """Bars of equal length, each shared out among the choices."""

    chart: Chart
    questions: tuple[QuestionResult, ...]

    def drawing(self, alt: str) -> Drawing:
        """Make the block."""
        return Drawing(LEGEND_MM + len(self.questions) * ROW_MM + 1.0, self.draw, alt)

    def _fills(self) -> dict[Decimal, Fill]:
        """Return the fill of each score that a choice has."""
        scores = sorted({choice.score for question in self.questions for choice in question.choices})
        return dict(zip(scores, ladder(len(scores)), strict=True))

    def draw(self, pen: Pen) -> None:
        """Draw the legend, then a row for each question."""
        fills = self._fills()
        x = CODE_MM
        for score, fill in fills.items():
            paint(pen, Box(x, 1.2, 4.2, 3.6), fill)
            pen.text(x + 5.4, 4.2, self.chart.figure(f"{score.normalize():f} คะแนน"), SMALL)
            x += min(LEGEND_STEP_MM, (pen.width_mm - CODE_MM) / len(fills))
        for index, question in enumerate(self.questions):
            self._row(pen, question, LEGEND_MM + index * ROW_MM, fills)

    def _row(self, pen: Pen, question: QuestionResult, top: float, fills: dict[Decimal, Fill]) -> None:
        """Draw a question's bar between its code and the number of answers."""
        middle = top + ROW_MM / 2
        pen.text(0.0, middle + MIDDLE_MM, question.code, LABEL)
        if not question.choices:
            pen.text(CODE_MM, middle + MIDDLE_MM, NO_DATA, LABEL)
            return
        x, room = CODE_MM, pen.width_mm - CODE_MM - COUNT_MM
        for choice in sorted(question.choices, key=lambda each: each.score):
            box = Box(x, middle - BAR_MM / 2, room * float(choice.percent) / 100.0, BAR_MM)
            if choice.count:
                paint(pen, box, fills[choice.score])
                self._share(pen, box, f"{choice.percent:.2f}", fills[choice.score])
            x += box.w
        count = self.chart.figure(f"{question.answered:,} คน")
        pen.text(pen.width_mm, middle + MIDDLE_MM, count, SMALL, "right")

    def _share(self, pen: Pen, box: Box, percent: str, fill: Fill) -> None:
        """Write a share into its piece where it fits; the table has it in any case."""
        text = self.chart.figure(percent)
        style = SMALL.but(color=ink_on(fill))
        width = pen.text_width(text, style)
        if box.w < width + 1.6:
            return
        middle = box.x + box.w / 2
        if needs_ground(fill):
            pen.rect(middle - width / 2 - 0.6, box.y + 0.8, width + 1.2, box.h - 1.6, fill=WHITE, stroke=None)
        pen.text(middle, box.y + box.h / 2 + MIDDLE_MM - 0.1, text, style, "center")
