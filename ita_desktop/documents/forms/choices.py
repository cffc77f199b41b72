"""The choices of a question in columns: each a box with its label at the right, read from the left.

A scale stands in one row wherever its words allow, and the boxes of all questions stand under each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.forms import texts
from ita_desktop.documents.forms.look import line_height
from ita_desktop.documents.forms.strips import Stack, Tick, lowered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.documents.forms.look import Look, Pencil
    from ita_desktop.domain.instrument import Question

_ROW_GAP: Final = 1.2
_BROKEN: Final = 3.0
"""Millimetres of height that one would give for a label on one line."""
_RAGGED: Final = 0.5
"""And for rows of equal length."""
_MOST_LINES: Final = 4
"""A label of more lines is a paragraph, and wants a wider column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of equal width for the choices of a question."""

    count: int
    width: float


@dataclass(frozen=True, slots=True)
class ChoiceSetter:
    """Sets choices in one look."""

    pencil: Pencil
    look: Look

    def fits(self, question: Question, columns: Columns) -> bool:
        """Tell whether each label stands in its column with no word cut and in few lines."""
        room = self._room(columns)
        if room <= 0:
            return False
        style = self.look.label
        for choice in question.choices:
            label = texts.label(choice.label)
            if self.pencil.widest_word(label, style) > room:
                return False
            if columns.count > 1 and len(self.pencil.ruler.lines(label, style, room)) > _MOST_LINES:
                return False
        return True

    def in_grid(self, question: Question, grid: Columns, scale: int, width: float) -> Columns:
        """Choose columns that keep to the form's grid, which was made for questions of `scale` choices.

        Others take as few units for each choice as hold its label in one line, or the lowest columns of
        their own.
        """
        if scale == len(question.choices) and self.fits(question, grid):
            return grid
        for units in range(1, grid.count // len(question.choices) + 1):
            columns = Columns(grid.count // units, grid.width * units)
            if self.fits(question, columns) and not self._extra_lines(question, columns):
                return columns
        return self.lowest(question, width)

    def lowest(self, question: Question, width: float) -> Columns:
        """Choose the number of columns at which the question is lowest; of equals, the most columns."""
        counts = range(len(question.choices), 0, -1)
        fitting = [each for each in (Columns(n, width / n) for n in counts) if self.fits(question, each)] or [
            Columns(1, width)
        ]

        def badness(columns: Columns) -> float:
            ragged = len(question.choices) % columns.count > 0
            height = self.set(question, columns).y + ragged * _RAGGED
            return height + _BROKEN * self._extra_lines(question, columns)

        return min(fitting, key=badness)

    def set(self, question: Question, columns: Columns, x: float = 0.0) -> Stack:
        """Set the choices, filling rows from the left."""
        stack = Stack()
        choices = list(enumerate(question.choices, 1))
        for start in range(0, len(choices), columns.count):
            if start:
                stack.down(_ROW_GAP)
            height = 0.0
            for place, (number, choice) in enumerate(choices[start : start + columns.count]):
                left = x + place * columns.width
                cell = self._cell(question.code, number, choice.label, left, self._room(columns))
                stack.ink += [lowered(each, stack.y) for each in cell.ink]
                height = max(height, cell.y)
            stack.down(height)
        return stack

    def _cell(self, code: str, number: int, label: str, x: float, room: float) -> Stack:
        """Set one choice: the first line of the label stands at the middle of the box."""
        look, cell = self.look, Stack()
        pitch = line_height(look.label)
        shift = (look.box - pitch) / 2
        lines = self.pencil.lines(
            texts.label(label), look.label, room, x + look.box + look.gap, max(shift, 0.0)
        )
        box_y = max(-shift, 0.0)
        cell.add(Tick(code, number, x, box_y, look.box, look.digit), *lines)
        cell.down(max(box_y + look.box, max(shift, 0.0) + len(lines) * pitch))
        return cell

    def _room(self, columns: Columns) -> float:
        """Width of a label in a column."""
        return columns.width - self.look.box - self.look.gap - self.look.clear

    def _extra_lines(self, question: Question, columns: Columns) -> int:
        """Count the lines beyond the first of each label."""
        ruler, style, room = self.pencil.ruler, self.look.label, self._room(columns)
        return sum(len(ruler.lines(texts.label(each.label), style, room)) - 1 for each in question.choices)


def common_count(questions: Sequence[Question]) -> int:
    """Return the number of choices that most questions have: the scale that the form's grid is made for."""
    counts = [len(question.choices) for question in questions]
    return max(sorted(set(counts), reverse=True), key=counts.count) if counts else 1


def grid_for(questions: Sequence[Question], setter: ChoiceSetter, width: float) -> Columns:
    """Make the grid: the whole scale in one row if it fits, else in two rows, three, or one below another."""
    count = common_count(questions)
    scales = [question for question in questions if len(question.choices) == count]
    for rows in range(1, count + 1):
        columns = -(-count // rows)
        grid = Columns(columns, width / columns)
        if all(setter.fits(question, grid) for question in scales):
            return grid
    return Columns(1, width)
