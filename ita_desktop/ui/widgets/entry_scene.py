"""What the entry board shows at a moment, as plain data. The board paints it, tests read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_desktop.ui.widgets.badge import State


class ChipState(Enum):
    """How a question stands in the strip."""

    OPEN = "open"
    KEYED = "keyed"
    NO_ANSWER = "no-answer"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Chip:
    """A question in the strip: its name and the key that stands there."""

    label: str
    symbol: str
    state: ChipState

    @property
    def text(self) -> str:
        """As it is painted: `i1·6`."""
        return f"{self.label}·{self.symbol}" if self.symbol else self.label


@dataclass(frozen=True, slots=True)
class Face:
    """A choice card: the key to press, what it says, whether it is what was keyed."""

    key: str
    label: str
    chosen: bool = False

    @property
    def words(self) -> str:
        """As a screen reader says it."""
        return f"{self.key} {self.label} ✓" if self.chosen else f"{self.key} {self.label}"


@dataclass(frozen=True, slots=True)
class Scene:
    """The question asked, its choices and marks, the strip of all questions, and what is to be told."""

    chips: tuple[Chip, ...]
    heading: str
    label: str
    text: str
    faces: tuple[Face, ...]
    marks: tuple[Face, ...]
    stem: str = ""
    note: str = ""
    notice: State | None = None

    @property
    def words(self) -> str:
        """Everything a person reads here, a line each; what a screen reader says."""
        cards = (face.words for face in (*self.faces, *self.marks))
        told = self.notice.text if self.notice else ""
        lines = (self.heading, self.stem, f"{self.label} {self.text}", self.note, *cards, told)
        return "\n".join(line for line in lines if line)


EMPTY = Scene((), "", "", "", (), ())
