"""A form before it is on pages: strips across the text area, each with its ink at known places.

All lengths are millimetres from the strip's top left corner, which is the left edge of the text area.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ita_desktop.documents.typeset.style import BLACK, Color, Style

if TYPE_CHECKING:
    from ita_desktop.documents.typeset import Pen

POINT_MM: Final = 25.4 / 72.0
PALE: Final = (0.93, 0.93, 0.93)
RULE: Final = (0.62, 0.62, 0.62)
FRAME_PT: Final = 0.9
DIGIT_RISE: Final = 0.24
"""Half the height of a figure, in official sizes: what centres it on a line."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text on its baseline; `x` is its left edge, middle or right edge."""

    x: float
    baseline: float
    text: str
    style: Style
    align: Literal["left", "center", "right"] = "left"

    def draw(self, pen: Pen) -> None:
        """Set the line."""
        pen.text(self.x, self.baseline, self.text, self.style, self.align)


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle, filled, framed or both."""

    x: float
    y: float
    w: float
    h: float
    fill: Color | None = PALE
    stroke: Color | None = None
    width_pt: float = 0.5

    def draw(self, pen: Pen) -> None:
        """Draw the rectangle."""
        pen.rect(self.x, self.y, self.w, self.h, self.fill, self.stroke, self.width_pt)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, or a dotted one to write on."""

    x1: float
    y1: float
    x2: float
    y2: float
    width_pt: float = 0.4
    color: Color = RULE
    dotted: bool = False

    def draw(self, pen: Pen) -> None:
        """Draw the line."""
        if self.dotted:
            pen.dotted(self.x1, self.x2, self.y1, self.color)
        else:
            pen.line(self.x1, self.y1, self.x2, self.y2, self.width_pt, color=self.color)


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to cross, with the digit that is keyed for it, pale enough to be crossed over."""

    question: str
    choice: int
    x: float
    y: float
    side: float
    digit: Style

    def draw(self, pen: Pen) -> None:
        """Draw frame and digit."""
        top, middle = self.y, self.x + self.side / 2
        pen.rect(self.x, top, self.side, self.side, None, BLACK, FRAME_PT)
        baseline = top + self.side / 2 + DIGIT_RISE * self.digit.size * POINT_MM
        pen.text(middle, baseline, str(self.choice), self.digit, "center")


Ink: TypeAlias = "Words | Panel | Stroke | Tick"


@dataclass(frozen=True, slots=True)
class Strip:
    """Ink that stays together, `height` high, with `before` of white above it unless it opens a page.

    `stretch` says how willingly the white grows to fill a page; `keep` ties the strip to the next one.
    `writing` is the height, at the strip's foot, that is written on.
    """

    height: float
    ink: tuple[Ink, ...]
    before: float = 0.0
    stretch: float = 0.0
    keep: bool = False
    opens: bool = False
    """Whether it heads a section: a page had better begin here."""
    ruled: bool = False
    """Whether a hair line parts it from the strip above."""
    writing: float = 0.0


def lowered(ink: Ink, y: float) -> Ink:
    """Return ink moved down."""
    if isinstance(ink, Words):
        return replace(ink, baseline=ink.baseline + y)
    if isinstance(ink, Stroke):
        return replace(ink, y1=ink.y1 + y, y2=ink.y2 + y)
    return replace(ink, y=ink.y + y)


@dataclass(slots=True)
class Stack:
    """Ink gathered from the top down; `y` is how far it has come."""

    y: float = 0.0
    ink: list[Ink] = field(default_factory=list)

    def add(self, *ink: Ink) -> None:
        """Add ink that stands below what is already there."""
        self.ink += [lowered(each, self.y) for each in ink]

    def down(self, height: float) -> None:
        """Go on further down."""
        self.y += height
