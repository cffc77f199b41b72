"""Rich text: what an editor shows, the typesetter sets and Word is given. The one model that they share.

    Document
      sections: Section(blocks, landscape)          a landscape section is set on turned sheets
        blocks: Heading · Paragraph · ListItem · Table · Picture · PageBreak · Contents · FilePart
          text: a tuple of Run (letters with a look) · Note (a footnote) · Value (a live value of the file)

Everything is frozen and compares by content, so that "has it changed" is `==`, a cache can use a block as
its key, and a round trip through an editor or through JSON (`richtext_json`) can be proved lossless. For that
there is one form of each text: `joined` merges neighbouring runs of one look and drops empty ones; `tidy`
does so for a document and gives each block a key.

**Keys.** A block's `key` is a number that it keeps for life, through editing, saving and setting. The page
says of each line which block it belongs to (`services.paperwork`: `Place.key`, `Place.offset`), so a click on
the page finds the text. An editor gives a new block 0; `tidy` numbers it. When a block is split, the first
half keeps the key. Blocks in table cells have keys too.

**Offsets.** An offset counts the letters of `plain_text(block.text)`: a run counts its letters (a line end
within a paragraph is one newline), a Note counts one, a Value counts one: editors show both as one object.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OBJECT = "\ufffc"
"""Stands for a note or a value in `plain_text`, as Qt and Unicode have it."""
DEEPEST_HEADING = 4
DEEPEST_ITEM = 5
MOST_COLUMNS = 40
"""A table with more columns cannot be read on A4, landscape neither; who pastes one is told."""


class Align(Enum):
    """How the lines of a paragraph or a cell lie. JUSTIFY is what official papers use."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Marker(Enum):
    """What stands before a list item; official papers take NUMBER, CLAUSE, PAREN, BRACKETS, DASH in order."""

    NUMBER = "number"
    """๑."""
    CLAUSE = "clause"
    """๑.๑: the number of the item above it, then its own."""
    PAREN = "paren"
    """๑)"""
    BRACKETS = "brackets"
    """(๑)"""
    LETTER = "letter"
    """ก."""
    DASH = "dash"
    """-"""
    BULLET = "bullet"
    """•"""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look. `link` is an address (http, https, mailto) or empty. May hold line ends."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; its number comes from its place. Notes hold runs alone: no notes, no values in them."""

    text: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A live value of the file, by its name (`services.paperwork` lists them): score, level, office, a date.

    With `written` a person has set other words over it: these are printed, and the editor shows that they
    hide the file's value. A signed copy keeps what it was signed with.
    """

    name: str
    written: str | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False


Inline: TypeAlias = Run | Note | Value
Text: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; a numbered one gets ๑., ๑.๑ … from its place among the headings."""

    text: Text
    level: int = 1
    numbered: bool = False
    key: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `indented`: its first line begins 2.5 cm in, as official papers; `steps` moves all in."""

    text: Text
    align: Align = Align.JUSTIFY
    indented: bool = True
    steps: int = 0
    key: int = 0


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list, at level 0 to 5. Its number comes from its place (`numbering.labels`).

    A list ends at the first block that is no item; `goes_on` takes up the count of the list before. `hanging`
    sets later lines under the first, else they return to the margin, as clauses of official papers do.
    """

    text: Text
    marker: Marker = Marker.NUMBER
    level: int = 0
    goes_on: bool = False
    hanging: bool = False
    key: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its share of the width (any unit), and how its cells lie."""

    share: float = 1.0
    align: Align = Align.LEFT


CellBlock: TypeAlias = Paragraph | ListItem


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: paragraphs and list items. A row has as many cells as begin in it.

    A cell of several columns or rows stands at its first place alone. `align` None: as the column.
    """

    blocks: tuple[CellBlock, ...]
    columns: int = 1
    rows: int = 1
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first `header_rows` come again on each page that it runs on to."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1
    caption: Text = ()
    key: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture whose bytes the file keeps once, by their SHA-256 (`services.paperwork.add_picture`).

    `alt` is what a blind reader hears; `width_mm` at most the width of the text.
    """

    sha256: str
    width_mm: float = 120.0
    caption: Text = ()
    alt: str = ""
    key: int = 0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""

    key: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents of the headings up to a level, with page numbers."""

    title: str = "สารบัญ"
    max_level: int = 2
    key: int = 0


@dataclass(frozen=True, slots=True)
class FilePart:
    """A part that the file writes itself and that stays live: a table of scores, a chapter of the report.

    It is shown as one closed box; `services.paperwork` lists the names and can turn one into ordinary blocks.
    """

    name: str
    key: int = 0


Block: TypeAlias = Heading | Paragraph | ListItem | Table | Picture | PageBreak | Contents | FilePart


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on sheets of one orientation; a section that turns the sheet begins a new page."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text. An empty one has one empty section."""

    sections: tuple[Section, ...] = (Section(()),)

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of all sections, in order, without those inside tables."""
        for section in self.sections:
            yield from section.blocks


def plain_text(text: Text) -> str:
    """Return the letters of a text, one OBJECT for each note and value: what offsets count."""
    return "".join(part.text if isinstance(part, Run) else OBJECT for part in text)


def text(words: str) -> Text:
    """Make the text of plain words."""
    return (Run(words),) if words else ()


def joined(parts: Iterable[Inline]) -> Text:
    """Return the one form of a text: neighbouring runs of one look are one run, empty runs are none."""
    made: list[Inline] = []
    for part in parts:
        if isinstance(part, Note):
            made.append(Note(tuple(run for run in joined(part.text) if isinstance(run, Run))))
            continue
        last = made[-1] if made else None
        if (
            isinstance(part, Run)
            and isinstance(last, Run)
            and replace(last, text="") == replace(part, text="")
        ):
            made[-1] = replace(last, text=last.text + part.text)
        elif not isinstance(part, Run) or part.text:
            made.append(part)
    return tuple(made)
