"""Where everything stands on a printed form, in millimetres from the top left corner of the sheet.

What the program draws is drawn from this, so a reader of scans can trust it. docs/paper-forms.md has the
fixed places in a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ita_desktop.documents.forms.page_code import FormSize, PageCode

PAGE_WIDTH: Final = 210.0
PAGE_HEIGHT: Final = 297.0
LEFT: Final = 14.5
RIGHT: Final = 195.5
TOP: Final = 15.5
BOTTOM: Final = 275.0
"""The text area; marks and foot lie outside it."""
MARK_SIDE: Final = 5.0
MARK_EDGE: Final = 8.0
"""From the edge of the sheet to a mark: office printers leave 4-5 mm white."""
MARK_HOLE: Final = 2.0


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Mark(Area):
    """A registration mark: a black square. The white hole of the one at the top left says what is up."""

    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A box to be crossed: `choice` is its place from the left, from 1; its frame runs on the rectangle."""

    page: int
    question: str
    choice: int
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Writing:
    """Room for handwriting: the lines of the open question on a page."""

    page: int
    x: float
    y: float
    w: float
    h: float


_NEAR, _FAR_X = MARK_EDGE, PAGE_WIDTH - MARK_EDGE - MARK_SIDE
_FAR_Y = PAGE_HEIGHT - MARK_EDGE - MARK_SIDE
MARKS: Final = (
    Mark(_NEAR, _NEAR, MARK_SIDE, MARK_SIDE, hollow=True),
    Mark(_FAR_X, _NEAR, MARK_SIDE, MARK_SIDE),
    Mark(_NEAR, _FAR_Y, MARK_SIDE, MARK_SIDE),
    Mark(_FAR_X, _FAR_Y, MARK_SIDE, MARK_SIDE),
)
MODULE: Final = 0.4
"""Width of the narrowest bar: three dots of a scan at 200 dots an inch."""
CODE: Final = Area(139.6, 278.0, 123 * MODULE, 6.5)
"""The bars of the page code; ten modules of white lie at either side."""
NUMBER: Final = Area(35.0, 278.5, 28.0, 9.0)
"""Where the form's number is printed, or written by hand."""


@dataclass(frozen=True, slots=True)
class FormLayout:
    """The places of one part's form. Marks, code and number stand at the same place on every page."""

    fiscal_year: int
    revision: int
    part: str
    part_number: int
    size: FormSize
    pages: int
    boxes: tuple[Box, ...]
    writing: tuple[Writing, ...] = ()
    marks: tuple[Mark, ...] = MARKS
    code: Area = CODE
    number: Area = NUMBER

    def page_code(self, page: int, serial: int) -> PageCode:
        """Return what page `page` (from 1) of form `serial` (0: by hand) carries."""
        return PageCode(self.fiscal_year, self.part_number, page, serial, self.revision, self.size)
