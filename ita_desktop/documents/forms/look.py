"""The sizes of a form: all follow from the size of its body, in official points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.forms.strips import POINT_MM, Words
from ita_desktop.documents.typeset import PLAIN
from ita_desktop.documents.typeset.paragraph import baseline_of
from ita_desktop.documents.typeset.words import INSIDE_NAME

if TYPE_CHECKING:
    from ita_desktop.documents.ruler import Ruler
    from ita_desktop.documents.typeset import Style

GREY: Final = (0.35, 0.35, 0.35)
DIGIT: Final = (0.5, 0.5, 0.5)
_PITCH: Final = (1.13, 1.07)
"""Tightest line pitch in sizes: of questions, and of labels, which stand in narrow columns."""
_AIRY: Final = 0.08
"""What full air adds to it."""


@dataclass(frozen=True, slots=True)
class Look:
    """Styles and lengths for a body of `size` official points.

    `air` is the share of white that the form can afford, 1 for all that looks well.
    """

    size: float
    air: float = 1.0

    @property
    def text(self) -> Style:
        """A question."""
        return PLAIN.but(size=self.size, leading_pt=self.size * (_PITCH[0] + _AIRY * self.air))

    @property
    def bold(self) -> Style:
        """Codes, headings, and what must be seen."""
        return self.text.but(bold=True)

    @property
    def label(self) -> Style:
        """The label of a choice."""
        return PLAIN.but(size=self.size, leading_pt=self.size * (_PITCH[1] + _AIRY * self.air))

    @property
    def title(self) -> Style:
        """The form's title."""
        size = self.size * (1.15 + 0.15 * self.air)
        return PLAIN.but(size=size, bold=True, leading_pt=size * _PITCH[0])

    @property
    def digit(self) -> Style:
        """The digit in a box."""
        return PLAIN.but(size=self.size * 0.8, bold=True, color=DIGIT)

    @property
    def box(self) -> float:
        """Side of a box."""
        return self.size * 0.36

    @property
    def gap(self) -> float:
        """White between a box and its label."""
        return self.size * (0.05 + 0.06 * max(self.air - 0.5, 0.0))

    @property
    def clear(self) -> float:
        """White after a label, twice as much: the next box must not seem to belong to it."""
        return self.size * 0.1


@dataclass(frozen=True, slots=True)
class Pencil:
    """Measures and breaks text for strips."""

    ruler: Ruler

    def lines(self, text: str, style: Style, width: float, x: float = 0.0, y: float = 0.0) -> list[Words]:
        """Break a text to a width; its first line stands at the top `y`."""
        pitch, first = style.leading * POINT_MM, baseline_of(style) * POINT_MM
        broken = self.ruler.lines(text, style, width)
        return [Words(x, y + first + index * pitch, line, style) for index, line in enumerate(broken)]

    def height(self, lines: list[Words]) -> float:
        """Height of lines as `lines` breaks them."""
        return len(lines) * lines[0].style.leading * POINT_MM if lines else 0.0

    def width(self, text: str, style: Style) -> float:
        """Width of a text on one line."""
        return self.ruler.width(text, style)

    def widest_word(self, text: str, style: Style) -> float:
        """Width of the widest stretch that no line may break: what a column must hold."""
        items = self.ruler.setter.items(text, style)
        widest = width = 0.0
        for item, after, space in zip(items.widths, items.after, items.spaces, strict=True):
            width += item
            widest = max(widest, width - (item if space else 0.0))
            if after < INSIDE_NAME:
                width = 0.0
        return widest * 25.4 / 72.0


def line_height(style: Style) -> float:
    """Pitch of a style in millimetres."""
    return style.leading * POINT_MM


def baseline(style: Style) -> float:
    """From a line's top to its baseline in millimetres."""
    return baseline_of(style) * POINT_MM
