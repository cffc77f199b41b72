"""The blocks that a document is made of: plain data, no layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from .style import BODY, CAPTION, NOTE, PLAIN, Color, Style, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from .pen import Pen

CellAlign = Literal["left", "center", "right", "decimal", "justify"]


@dataclass(frozen=True, slots=True)
class FootnoteRef:
    """An inline mark whose text is set at the foot of the same page; numbered by the document."""

    text: Text
    style: Style = NOTE


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Text
    style: Style = BODY


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6: goes into the outline and the structure. `number` is set before the text."""

    text: Text
    level: int = 1
    style: Style | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list: the label hangs at the left, the text is set beside it. Level counts from 0."""

    label: str
    text: Text
    level: int = 0
    style: Style = field(default=Style())
    indent_mm: float | None = None
    """Left edge of the label; None: 25 mm for level 0 and 7.5 mm more for each level."""
    label_mm: float = 7.5
    """Room for the label; a wider label pushes its first line on."""
    hanging: bool = True
    """False: later lines return to the margin, as numbered clauses of official papers do."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: a fixed width in millimetres, or a share of what is left. `decimal` lines the points up."""

    width_mm: float | None = None
    weight: float = 1.0
    align: CellAlign = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; None takes the column's or the row's setting. A bare text may stand for a cell."""

    text: Text
    colspan: int = 1
    rowspan: int = 1
    align: CellAlign | None = None
    bold: bool | None = None
    shade: Color | None = None
    mark: int = 0
    """The place of the cell is told under this mark; 0: with its table."""


Row: TypeAlias = "Sequence[Cell | Text]"


@dataclass(frozen=True, slots=True)
class Table:
    """A table that breaks between rows and repeats its head; rows under a row span stay together."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    header_rows: int = 1
    style: Style = field(default=PLAIN.but(size=14.0))
    header_shade: Color | None = (0.93, 0.93, 0.93)
    padding_mm: float = 1.2
    line_pt: float = 0.5
    """Thickness of the rules; 0 draws none."""
    caption: Text | None = None
    row_headers: bool = False
    """True: the first cell of each row is a header for a screen reader."""
    space_before_pt: float = 6.0
    space_after_pt: float = 6.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from a file or bytes, turned as its EXIF says, centred.

    `alt` is what a blind reader hears.
    """

    source: Path | bytes
    width_mm: float
    alt: str
    caption: Text | None = None
    caption_style: Style = CAPTION


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as wide as the text, e.g. a chart: `draw` gets a pen with its origin at the top left."""

    height_mm: float
    draw: Callable[[Pen], None]
    alt: str
    caption: Text | None = None
    caption_style: Style = CAPTION


@dataclass(frozen=True, slots=True)
class Placed:
    """Exactly placed text and lines, e.g.

    A memo's head; `draw` gets a pen and the text width in millimetres.
    """

    height_mm: float
    draw: Callable[[Pen, float], None]
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty height; disappears at the top of a page."""

    mm: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What follows stands on turned sheets (`landscape`) or on upright ones again; begins a new page."""

    landscape: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A block whose lines are told to the caller (`render_marked`) under `mark`, wherever they stand."""

    block: Block
    mark: int


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page when one page can hold them.

    `previous_lines` takes that many lines of the paragraph before along, so that a signature never stands
    alone.
    """

    blocks: Sequence[Block]
    previous_lines: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """Table of contents of the headings up to a level, with page numbers and links."""

    title: str = ""
    max_level: int = 3
    style: Style = PLAIN


Flowing: TypeAlias = "Paragraph | Heading | ListItem | Table | Contents | KeepTogether"
Block: TypeAlias = "Flowing | Picture | Drawing | Placed | Spacer | PageBreak | Turn | Marked"
