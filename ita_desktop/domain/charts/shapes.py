"""What a chart is made of, and what it must know of letters. Millimetres from the top left; sizes in points.

Fills are those that a black-and-white printer and a photocopier keep apart: distant greys, and hatching.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

LABEL, SMALL = 13.0, 11.5
"""Sizes of letters, in official points."""
LINE_MM, SMALL_LINE_MM = 4.7, 3.9
"""From one line of letters to the next."""
MIDDLE_MM = 1.2
"""From the middle of a line of letters down to its baseline."""
FULL = 100.0
TICKS = (0, 20, 40, 60, 80, 100)


class Fill(Enum):
    """A way to fill a bar, from the darkest to the lightest."""

    BLACK = "black"
    DARK = "dark"
    CROSSED = "crossed"
    HATCHED = "hatched"
    LIGHT = "light"
    WHITE = "white"


LADDERS: dict[int, tuple[Fill, ...]] = {
    1: (Fill.WHITE,),
    2: (Fill.BLACK, Fill.WHITE),
    3: (Fill.BLACK, Fill.HATCHED, Fill.WHITE),
    4: (Fill.BLACK, Fill.CROSSED, Fill.LIGHT, Fill.WHITE),
    5: (Fill.BLACK, Fill.DARK, Fill.HATCHED, Fill.LIGHT, Fill.WHITE),
}


def ladder(steps: int) -> tuple[Fill, ...]:
    """Return fills for `steps` levels from the worst to the best; beyond six, neighbours share one."""
    if steps in LADDERS:
        return LADDERS[steps]
    fills = tuple(Fill)
    return tuple(fills[round(step * (len(fills) - 1) / (steps - 1))] for step in range(steps))


@dataclass(frozen=True, slots=True)
class Block:
    """A filled rectangle with an edge: a bar, or a sample in a legend."""

    x: float
    y: float
    w: float
    h: float
    fill: Fill


@dataclass(frozen=True, slots=True)
class Ground:
    """White below letters, so that they can be read on a bar or across a line."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line; `faint` for the grid, `dash` in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    width_pt: float = 0.5
    dash: tuple[float, ...] = ()
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Letters:
    """One line of text at a baseline; `x` is its left edge, middle or right edge."""

    x: float
    baseline: float
    text: str
    size: float = LABEL
    bold: bool = False
    align: Literal["left", "center", "right"] = "left"
    white: bool = False


Shape: TypeAlias = Block | Ground | Stroke | Letters


class Ruler(Protocol):
    """Measures text as it will be drawn."""

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width in millimetres of a text on one line."""
        ...

    def text_lines(self, text: str, size: float, width: float) -> tuple[str, ...]:
        """Break a text into lines of at most `width` millimetres."""
        ...


@dataclass(frozen=True, slots=True)
class ChartWords:
    """The words that charts themselves write; whoever draws for English readers gives others."""

    no_data: str = "ยังไม่มีข้อมูล"
    target: str = "เป้าหมาย {score}"
    from_score: str = "{level} ({score} ขึ้นไป)"
    points: str = "{score} คะแนน"
    people: str = "{count} คน"


@dataclass(frozen=True, slots=True)
class Kit:
    """What every chart needs: a ruler, its words, and how figures are written."""

    ruler: Ruler
    words: ChartWords = ChartWords()
    figure: Callable[[str], str] = str

    def width(self, text: str, size: float = LABEL, *, bold: bool = False) -> float:
        """Return the width of a text."""
        return self.ruler.text_width(text, size, bold=bold)

    def shortened(self, text: str, width: float, size: float = LABEL) -> tuple[str, ...]:
        """Break a label into at most two lines; what does not fit ends in an ellipsis."""
        lines = self.ruler.text_lines(text, size, width)
        return lines if len(lines) <= 2 else (lines[0], lines[1].rstrip() + "…")  # noqa: PLR2004 - two lines


class Chart(Protocol):
    """A chart: its height, and its shapes for a width."""

    @property
    def height_mm(self) -> float:
        """How high it is."""
        ...

    def shapes(self, width_mm: float) -> list[Shape]:
        """Return what is drawn, from the ground up."""
        ...
