"""หนังสือภายนอก (แบบที่ 1): number and origin at the emblem's foot, the day, what it is about, the closing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.figures import date_text
from ita_desktop.documents.paperwork.forms.crest import EMBLEM_MM, EMBLEM_WIDTH_MM, draw_emblem
from ita_desktop.documents.paperwork.forms.frame import (
    CENTRE_MM,
    GAP_MM,
    LINE_MM,
    OFFICIAL,
    RISE_MM,
    WIDTH_MM,
    Frame,
)
from ita_desktop.documents.paperwork.forms.signing import signature
from ita_desktop.documents.typeset import PLAIN, KeepTogether, Placed

if TYPE_CHECKING:
    from ita_desktop.documents.paperwork.forms.frame import Given
    from ita_desktop.documents.typeset import Block, Pen

ORIGIN_LEFT_MM: Final = CENTRE_MM + EMBLEM_WIDTH_MM / 2
"""The emblem's right foot: origin and day begin there or further right."""
LABEL_GAP_MM: Final = 2.5
RETURNS: Final = 4
CLOSING_GAP_MM: Final = 12.0 * 25.4 / 72.0
OWNER_GAP: Final = 2
PARTS: Final = (
    ("subject", "เรื่อง"),
    ("addressee", "เรียน"),
    ("reference", "อ้างถึง"),
    ("enclosures", "สิ่งที่ส่งมาด้วย"),
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the head: its place from the left margin and from the emblem's foot."""

    x: float
    y: float
    text: str


def letter(given: Given) -> Frame:
    """Lay a letter out."""
    closing = given.field("closing")
    after = [signature(given, RETURNS, closing, CLOSING_GAP_MM), *_owner(given)]
    return Frame(OFFICIAL, [_head(given)], after)


def _head(given: Given) -> Block:
    """Place everything above the text."""
    lines, y = _origin(given)
    for code, label in PARTS:
        found = given.lines(code)
        if found or code in ("subject", "addressee"):
            more, y = _part(given, label, found or ("",), y + GAP_MM)
            lines += more
    foot = EMBLEM_MM - RISE_MM

    def draw(pen: Pen, _width: float) -> None:
        draw_emblem(pen, given.emblem)
        rise = pen.baseline(PLAIN)
        for line in lines:
            pen.text(line.x, foot + line.y + rise, line.text, PLAIN)

    return Placed(foot + y, draw, keep_with_next=True)


def _origin(given: Given) -> tuple[list[_Line], float]:
    """Place ที่ and the office at the emblem's foot, the day below them."""
    room = WIDTH_MM - ORIGIN_LEFT_MM
    origin = [part for line in given.lines("origin") for part in given.ruler.lines(line, PLAIN, room)]
    widest = max((given.ruler.width(line, PLAIN) for line in origin), default=0.0)
    left = max(ORIGIN_LEFT_MM, WIDTH_MM - widest)
    lines = [_Line(0.0, 0.0, f"ที่\u00a0\u00a0{given.ink.words(given.number)}")]
    lines += [_Line(left, index * LINE_MM, line) for index, line in enumerate(origin)]
    y = max(len(origin), 1) * LINE_MM + GAP_MM
    if given.day is not None:
        lines.append(_Line(ORIGIN_LEFT_MM, y, given.ink.words(date_text(given.day))))
    return lines, y + LINE_MM


def _part(given: Given, label: str, texts: tuple[str, ...], y: float) -> tuple[list[_Line], float]:
    """Place one part: its label, its lines beside it; several are numbered."""
    start = given.ruler.width(label, PLAIN) + LABEL_GAP_MM
    made = [_Line(0.0, y, label)]
    for number, each in enumerate(texts, 1):
        text = f"{given.ink.words(str(number))}. {each}" if len(texts) > 1 else each
        for line in given.ruler.lines(text, PLAIN, WIDTH_MM - start):
            made.append(_Line(start, y, line))
            y += LINE_MM
    return made, y


def _owner(given: Given) -> list[Block]:
    """Place who is in charge of the matter, and who gets copies, at the left below the signature."""
    copies = given.lines("copies")
    lines = [*given.lines("owner"), *(f"สำเนาส่ง {each}" for each in copies)]
    if not lines:
        return []
    top = OWNER_GAP * LINE_MM

    def draw(pen: Pen, _width: float) -> None:
        for index, line in enumerate(lines):
            pen.text(0.0, top + pen.baseline(PLAIN) + index * LINE_MM, line, PLAIN)

    return [KeepTogether([Placed(top + len(lines) * LINE_MM, draw)])]
