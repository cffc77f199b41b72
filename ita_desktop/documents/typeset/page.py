"""The sheet of paper, its numbering, and what a document says about itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from .style import MM, PLAIN, Style

if TYPE_CHECKING:
    from datetime import datetime

    from .pen import Pen

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@dataclass(frozen=True, slots=True)
class PageContext:
    """What a header or footer hook is told: the printed number, the sheet's index from 0, the text width."""

    number: int
    index: int
    width_mm: float
    height_mm: float
    left_mm: float
    right_mm: float


PageHook = Callable[["Pen", PageContext], None]


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A4 with the margins of official papers; page numbers "- ๒ -" from page 2, centred at the top."""

    width_mm: float = 210.0
    height_mm: float = 297.0
    left_mm: float = 30.0
    right_mm: float = 20.0
    top_mm: float = 25.0
    bottom_mm: float = 20.0
    page_number: Literal["thai", "arabic"] | None = "thai"
    first_page_number: int = 1
    number_first_page: bool = False
    number_baseline_mm: float = 18.0
    number_style: Style = field(default=PLAIN.but(align="center"))
    continuation_word: bool = False
    header: PageHook | None = None
    footer: PageHook | None = None

    def landscape(self) -> PageSetup:
        """Return the same sheet turned, margins as they are."""
        return replace(self, width_mm=self.height_mm, height_mm=self.width_mm)

    def but(self, **changes: Any) -> PageSetup:  # noqa: ANN401 - the field types differ
        """Return this setup with some fields changed."""
        return replace(self, **changes)

    @property
    def text_width(self) -> float:
        """Width of the text area in points."""
        return (self.width_mm - self.left_mm - self.right_mm) * MM

    @property
    def text_height(self) -> float:
        """Height of the text area in points."""
        return (self.height_mm - self.top_mm - self.bottom_mm) * MM

    def number_text(self, number: int) -> str:
        """Return the number as the page shows it, without hyphens."""
        return thai_number(number) if self.page_number == "thai" else str(number)


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the file says about itself.

    `created` makes the output repeatable, so it is never taken from a clock.
    """

    title: str
    created: datetime
    author: str = ""
    subject: str = ""
    keywords: Sequence[str] = ()
    language: str = "th"


def thai_number(number: int) -> str:
    """Write a number with Thai digits."""
    return str(number).translate(THAI_DIGITS)
