"""The table of contents: headings, dotted leaders, page numbers, each line leading to its heading."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from .paragraph import Line, SetText, set_text
from .pieces import Piece
from .style import BLACK, MM
from .textlayout import text_pieces

if TYPE_CHECKING:
    from .blocks import Contents
    from .setting import ContentsEntry, Setting
    from .sheet import Sheet
    from .tags import Element

_STEP_MM: Final = 7.5
_NUMBER_MM: Final = 12.0
_GAP: Final = 4.0
_DOT: Final = 0.75
_PITCH: Final = 3.2


def contents_pieces(setting: Setting, contents: Contents, parent: Element) -> list[Piece]:
    """Pieces of the whole table; in the first pass no heading is known, and only the title is there."""
    pieces: list[Piece] = []
    if contents.title:
        title = contents.style.but(
            size=contents.style.size + 4, bold=True, align="center", space_after_pt=6.0
        )
        pieces += text_pieces(setting, contents.title, title.but(keep_with_next=True), parent.add("P"))
    element = parent.add("TOC")
    for entry in setting.contents:
        if entry.heading.level <= contents.max_level:
            pieces += _entry_pieces(setting, contents, entry, element.add("TOCI"))
    return pieces


def _entry_pieces(
    setting: Setting, contents: Contents, entry: ContentsEntry, element: Element
) -> list[Piece]:
    left = _STEP_MM * MM * (entry.heading.level - 1)
    room = setting.width - left - _NUMBER_MM * MM
    block = set_text(setting.setter, entry.heading.title, contents.style, room, 0.0)
    number = set_text(setting.setter, entry.number, contents.style.but(align="right"), _NUMBER_MM * MM, 0.0)
    pieces = []
    for index, line in enumerate(block.lines):
        last = number.lines[0] if index == len(block.lines) - 1 else None
        draw = partial(_draw, _Row(setting.width, left, block, line, last, entry.heading.key), element)
        pieces.append(Piece(block.leading, draw, keep_next=last is None, is_line=True))
    return pieces


class _Row:
    """One line of the table with where it stands."""

    __slots__ = ("block", "key", "left", "line", "number", "width")

    def __init__(
        self, width: float, left: float, block: SetText, line: Line, number: Line | None, key: str
    ) -> None:
        self.width, self.left, self.block = width, left, block
        self.line, self.number, self.key = line, number, key


def _draw(row: _Row, element: Element, sheet: Sheet, x: float, y: float) -> None:
    baseline = y + row.block.baseline
    with sheet.tagged(element):
        sheet.line(row.line, x + row.left, baseline)
        if row.number is not None:
            start, stop = x + row.left + row.line.width + _GAP, x + row.width - row.number.width - _GAP
            with sheet.tagged(None):
                sheet.dots(start, stop, baseline, _DOT, _PITCH, BLACK)
            sheet.line(row.number, x + row.width - _NUMBER_MM * MM, baseline)
        sheet.link(x + row.left, y, x + row.width, y + row.block.leading, "#" + row.key, row.line.text())
