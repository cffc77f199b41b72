"""บันทึกข้อความ (แบบที่ 29) round any text: the head of `documents.memo_head`, เรียน, the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.figures import date_text
from ita_desktop.documents.memo_head import MemoHead
from ita_desktop.documents.paperwork.forms.frame import OFFICIAL, Frame
from ita_desktop.documents.paperwork.forms.signing import signature
from ita_desktop.documents.typeset import PLAIN, Paragraph

if TYPE_CHECKING:
    from ita_desktop.documents.paperwork.forms.frame import Given

SALUTATION = PLAIN.but(space_before_pt=6.0)
RETURNS = 2
"""Returns between the body and the line that is signed."""


def memo(given: Given) -> Frame:
    """Lay a memo out."""
    day = given.ink.words(date_text(given.day)) if given.day is not None else ""
    head = MemoHead(
        given.field("department"),
        given.ink.words(given.number),
        day,
        " ".join(given.lines("subject")),
        given.ruler,
        given.emblem,
    )
    salutation = Paragraph(f"เรียน\u00a0\u00a0{given.field('addressee')}", SALUTATION)
    return Frame(OFFICIAL, [head.block(), salutation], [signature(given, RETURNS)])
