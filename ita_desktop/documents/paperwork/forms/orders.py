"""คำสั่ง (แบบที่ 4) and ประกาศ (แบบที่ 7): title lines below the emblem, text, the day, the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.figures import date_text
from ita_desktop.documents.paperwork.forms.crest import crest
from ita_desktop.documents.paperwork.forms.frame import OFFICIAL, Frame
from ita_desktop.documents.paperwork.forms.signing import signature
from ita_desktop.documents.typeset import BODY, PLAIN, Paragraph

if TYPE_CHECKING:
    from ita_desktop.documents.paperwork.forms.frame import Given

DAY_INDENT_MM = 50.0
"""Two paragraph indents."""
DAY = PLAIN.but(first_indent_mm=DAY_INDENT_MM, space_before_pt=6.0)
RETURNS = 3
BLANK = "\u00a0" * 24


def order(given: Given) -> Frame:
    """Lay an order out."""
    number = given.number or f"......../{given.year}"
    lines = (f"คำสั่ง{given.office}", f"ที่ {given.ink.words(number)}", *_subject(given))
    effective = given.field("effective")
    above = [Paragraph(effective, BODY)] if effective else []
    signed = signature(given, RETURNS, above=[*above, _day(given, "สั่ง")])
    return Frame(OFFICIAL, [crest(given, lines)], [signed])


def announcement(given: Given) -> Frame:
    """Lay an announcement out."""
    lines = (f"ประกาศ{given.office}", *_subject(given))
    signed = signature(given, RETURNS, above=[_day(given, "ประกาศ")])
    return Frame(OFFICIAL, [crest(given, lines)], [signed])


def _subject(given: Given) -> tuple[str, ...]:
    """Return the subject's lines, the first with its label."""
    first, *rest = given.lines("subject") or ("",)
    return (f"เรื่อง {first}", *rest)


def _day(given: Given, verb: str) -> Paragraph:
    """Write the day of the signature, or leave room for it."""
    if given.day is None:
        return Paragraph(f"{verb} ณ วันที่{BLANK}พ.ศ. {given.ink.words(str(given.year))}", DAY)
    day, month, year = date_text(given.day).split("\u00a0")
    return Paragraph(given.ink.words(f"{verb} ณ วันที่ {day} {month} พ.ศ.\u00a0{year}"), DAY)
