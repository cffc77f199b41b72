"""รายงานการประชุม (แบบที่ 11): who met when and where, who came, the agenda, who wrote it down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_desktop.documents.paperwork.forms.frame import (
    CENTRE_MM,
    GAP_MM,
    LINE_MM,
    OFFICIAL,
    RISE_MM,
    WIDTH_MM,
    Frame,
)
from ita_desktop.documents.typeset import PLAIN, KeepTogether, ListItem, Paragraph, Placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.documents.paperwork.forms.frame import Given
    from ita_desktop.documents.typeset import Block, Pen

TITLE: Final = PLAIN.but(bold=True)
ATTENDANCE: Final = PLAIN.but(bold=True, space_before_pt=6.0, keep_with_next=True)
NAME: Final = PLAIN
TIME: Final = PLAIN.but(space_before_pt=6.0)
RULE_MM: Final = 45.0
RETURNS: Final = 2


def minutes(given: Given) -> Frame:
    """Lay minutes out."""
    before: list[Block] = [_title(given)]
    for code, label in (("present", "ผู้มาประชุม"), ("absent", "ผู้ไม่มาประชุม"), ("attending", "ผู้เข้าร่วมประชุม")):
        before += _people(given, code, label)
    if given.field("began"):
        before.append(Paragraph(f"เริ่มประชุมเวลา\u00a0\u00a0{given.field('began')} น.", TIME))
    after: list[Block] = []
    if given.field("ended"):
        after.append(Paragraph(f"เลิกประชุมเวลา\u00a0\u00a0{given.field('ended')} น.", TIME))
    for code, label in (("recorder", "ผู้จดรายงานการประชุม"), ("checker", "ผู้ตรวจรายงานการประชุม")):
        if given.field(code):
            after.append(_signed(given, given.field(code), label))
    return Frame(OFFICIAL, before, after)


def _title(given: Given) -> Block:
    """Place what met, which time, when and where, in the middle; the head begins at the upper margin."""
    day = given.full_day("event_day")
    session, place = given.field("session"), given.field("place")
    texts = (
        f"รายงานการประชุม{given.field('board')}",
        f"ครั้งที่ {session}" if session else "",
        f"เมื่อ{day}" if day else "",
        f"ณ {place}" if place else "",
    )
    lines = [line for text in texts if text for line in given.ruler.lines(text, TITLE, WIDTH_MM)]
    height = len(lines) * LINE_MM - RISE_MM

    def draw(pen: Pen, width: float) -> None:
        for index, line in enumerate(lines):
            y = pen.baseline(TITLE) + index * LINE_MM - RISE_MM
            pen.text(width / 2, y, line, TITLE, "center")
        y = height + 3.0
        pen.line(width / 2 - RULE_MM / 2, y, width / 2 + RULE_MM / 2, y, 0.6)

    return Placed(max(height + 5.0, 1.0), draw, keep_with_next=True)


def _people(given: Given, code: str, label: str) -> Iterator[Block]:
    """List people under a bold line, numbered."""
    people = given.lines(code)
    if people:
        yield Paragraph(label, ATTENDANCE)
    for number, each in enumerate(people, 1):
        yield ListItem(given.ink.words(f"{number}."), each, 0, NAME, indent_mm=7.5, label_mm=7.5)


def _signed(given: Given, name: str, label: str) -> Block:
    """Place a name in brackets and what he did, right of the centre line, with room to sign."""
    lines = (f"({name})", label)
    width = max(given.ruler.width(line, PLAIN) for line in lines)
    top = GAP_MM + RETURNS * LINE_MM

    def draw(pen: Pen, _width: float) -> None:
        for index, line in enumerate(lines):
            y = top + pen.baseline(PLAIN) + index * LINE_MM
            pen.text(CENTRE_MM + width / 2, y, line, PLAIN, "center")

    return KeepTogether([Placed(top + 2 * LINE_MM, draw)], previous_lines=1)
