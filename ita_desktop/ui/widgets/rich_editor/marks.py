"""What the editor writes into Qt's formats so that its text can be read back without loss.

Qt's own formats say how text looks on the screen; these marks say what it is. The look follows from the mark
(`looks`) and is never read: a heading is bold on the screen although none of its letters is marked bold.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QTextFormat

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

_FIRST: Final = int(QTextFormat.Property.UserProperty) + 100
_FIRST_OBJECT: Final = int(QTextFormat.ObjectTypes.UserObject) + 100


class Mark(IntEnum):
    """Properties of formats. Those of blocks, then those of letters, then those of tables and cells."""

    KIND = _FIRST
    KEY = _FIRST + 1
    LEVEL = _FIRST + 2
    ALIGN = _FIRST + 3
    INDENTED = _FIRST + 4
    NUMBERED = _FIRST + 5
    MARKER = _FIRST + 6
    GOES_ON = _FIRST + 7
    HANGING = _FIRST + 8
    BOLD = _FIRST + 20
    ITALIC = _FIRST + 21
    UNDERLINE = _FIRST + 22
    SUPERSCRIPT = _FIRST + 23
    LINK = _FIRST + 24
    HELD = _FIRST + 25
    """What an object stands for, as JSON."""
    COLUMNS = _FIRST + 40
    CELL_ALIGN = _FIRST + 41


class Kind(StrEnum):
    """What a block of Qt's is.

    A FILLER is the empty line that Qt wants around a table: no text until typed into. A BOX holds one object
    alone: a picture, a page break.
    """

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    TABLE_CAPTION = "table-caption"
    PICTURE_CAPTION = "picture-caption"
    FILLER = "filler"
    BOX = "box"


class ObjectKind(IntEnum):
    """Objects that stand in the text as one letter; BOX stands alone on its line."""

    NOTE = _FIRST_OBJECT
    VALUE = _FIRST_OBJECT + 1
    BOX = _FIRST_OBJECT + 2


LINE_END: Final = "\u2028"
"""How Qt keeps a line end within a paragraph."""
BLOCK_END: Final = "\u2029"


def kind_of(block: QTextBlock) -> Kind:
    """What a block is; one that nobody marked is a paragraph."""
    found = block.blockFormat().stringProperty(Mark.KIND)
    return Kind(found) if found else Kind.PARAGRAPH


def key_of(block: QTextBlock) -> int:
    """A block's key; 0 for one that has none yet."""
    return int(block.blockFormat().property(Mark.KEY) or 0)


def code_units(text: str) -> int:
    """How many letters Qt counts: two for one beyond the first plane (an emoji)."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def code_points(text: str, units: int) -> int:
    """How many letters Python counts in the first `units` of Qt's."""
    if len(text) == code_units(text):
        return units
    counted = 0
    for number, letter in enumerate(text):
        if counted >= units:
            return number
        counted += 1 + (letter > "\uffff")
    return len(text)
