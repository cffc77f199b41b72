"""Paragraphs, headings and list items as pieces.

One piece for each line, held together where a reader needs it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from .blocks import FootnoteRef, Heading, ListItem
from .notes import NoteLine, note_lines
from .paragraph import Line, SetText, set_text
from .pieces import Draw, Piece, keep_all, nothing
from .registry import OutlineEntry
from .style import MM, Run, Style, Text, heading_style

if TYPE_CHECKING:
    from .setting import Setting
    from .sheet import Sheet
    from .tags import Element

_LIST_INDENT_MM: Final = 25.0
_LIST_STEP_MM: Final = 7.5
_LABEL_GAP_MM: Final = 1.5
_DEEPEST: Final = 6
_WORDS: Final = 40
"""Letters of a line that are kept for the continuation word."""


def plain(text: Text) -> str:
    """Letters of a text without its looks; footnote marks are left out."""
    if isinstance(text, str):
        return text
    return "".join(
        part if isinstance(part, str) else part.text for part in text if not isinstance(part, FootnoteRef)
    )


def text_pieces(setting: Setting, text: Text, style: Style, element: Element) -> list[Piece]:
    """Lines of a paragraph, with widows and orphans held off."""
    left, right = style.left_indent_mm * MM, style.right_indent_mm * MM
    block = set_text(setting.setter, text, style, max(setting.width - left - right, 1.0))
    return line_pieces(setting, block, style, element, left)


def line_pieces(setting: Setting, block: SetText, style: Style, element: Element, left: float) -> list[Piece]:
    """Pieces of set lines: the first two and the last two stay together, so no line is alone on a page."""
    count = len(block.lines)
    pieces = []
    for index, line in enumerate(block.lines):
        piece = Piece(block.leading, partial(_draw_line, line, element, left, block.baseline), is_line=True)
        piece.before = style.space_before_pt if index == 0 else 0.0
        piece.keep_next = (index in (0, count - 2) and index < count - 1) or style.keep_with_next
        piece.notes = line_notes(setting, line, element)
        piece.words = line.text()[:_WORDS]
        piece.offset = line.offset
        pieces.append(piece)
    if style.space_after_pt:
        space = Piece(0.0, nothing, before=style.space_after_pt, keep_next=style.keep_with_next, what="space")
        pieces.append(space)
    return pieces


def line_notes(setting: Setting, line: Line, element: Element) -> list[NoteLine]:
    """Set the notes marked on a line; their elements follow a paragraph's, and lie inside a table's cell."""
    found: list[NoteLine] = []
    for number, note in line.notes():
        owner = (element if element.kind in ("TD", "TH") else element.parent or element).add("Note")
        setting.notes += 1
        owner.identity = f"note{setting.notes:05d}"
        found += note_lines(setting.setter, number, note, setting.width, owner)
    return found


def _draw_line(
    line: Line, element: Element, left: float, baseline: float, sheet: Sheet, x: float, y: float
) -> None:
    with sheet.tagged(element):
        sheet.line(line, x + left, y + baseline)


def heading_pieces(setting: Setting, heading: Heading, parent: Element) -> list[Piece]:
    """A heading, tied to what follows and entered in the outline where it comes to stand."""
    style = heading.style or heading_style(heading.level)
    text = _numbered(heading)
    setting.heading_level = min(max(heading.level, 1), setting.heading_level + 1, _DEEPEST)
    element = parent.add(f"H{setting.heading_level}")
    pieces = text_pieces(setting, text, style.but(keep_with_next=True), element)
    setting.headings += 1
    pieces[0].draw = partial(
        _enter, pieces[0].draw, plain(text).replace("\u00a0", " "), heading.level, setting.headings
    )
    return keep_all(pieces, with_next=True)


def _enter(draw: Draw, title: str, level: int, number: int, sheet: Sheet, x: float, y: float) -> None:
    sheet.registry.outline.append(OutlineEntry(title, level, sheet.index, y, f"h{number}"))
    draw(sheet, x, y)


def _numbered(heading: Heading) -> Text:
    if not heading.number:
        return heading.text
    number = Run(f"{heading.number}\u00a0\u00a0")
    return [number, heading.text] if isinstance(heading.text, str) else [number, *heading.text]


def list_item_pieces(setting: Setting, item: ListItem, parent: Element) -> list[Piece]:
    """An item: the label at its indent, the text beside it; items that follow one another are one list."""
    if setting.open_list is None or setting.open_list.parent is not parent:
        setting.open_list = parent.add("L")
    element = setting.open_list.add("LI")
    label_element, body = element.add("Lbl"), element.add("LBody")
    left = (_LIST_INDENT_MM + _LIST_STEP_MM * item.level if item.indent_mm is None else item.indent_mm) * MM
    label = set_text(setting.setter, item.label, item.style.but(align="left"), setting.width, 0.0).lines[0]
    room = max(item.label_mm * MM, label.width + _LABEL_GAP_MM * MM) if item.label else 0.0
    hang = left + item.label_mm * MM if item.hanging else 0.0
    block = set_text(setting.setter, item.text, item.style, setting.width - hang, left + room - hang)
    pieces = line_pieces(setting, block, item.style, body, hang)
    if item.label:
        marker = partial(_draw_line, label, label_element, left, block.baseline)
        pieces[0].draw = partial(_draw_both, marker, pieces[0].draw)
    return pieces


def _draw_both(first: Draw, second: Draw, sheet: Sheet, x: float, y: float) -> None:
    first(sheet, x, y)
    second(sheet, x, y)
