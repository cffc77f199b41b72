"""Kinds of papers, their fields, values, states and books in the user's language; on paper all stays Thai."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.paperwork.papers import Acting, KindGroup, PaperState
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from enum import Enum

    from ita_desktop.domain.paperwork.papers import Field, Kind, LiveValue
    from ita_desktop.domain.paperwork.register import Book

PAPERWORK_LABELS: dict[Enum, str] = {
    PaperState.DRAFT: mark("ร่าง"),
    PaperState.FOR_SIGNATURE: mark("รอลงนาม"),
    PaperState.SIGNED: mark("ลงนามแล้ว"),
    PaperState.VOID: mark("ยกเลิกแล้ว"),
    KindGroup.MEMO: mark("บันทึกข้อความ"),
    KindGroup.REPORT: mark("รายงาน"),
    KindGroup.LETTER: mark("หนังสือ คำสั่ง ประกาศ"),
    KindGroup.MEETING: mark("การประชุม"),
    Acting.OWN: mark("ลงนามในตำแหน่งของตน"),
    Acting.IN_CHARGE: mark("รักษาราชการแทน"),
    Acting.DELEGATED: mark("ปฏิบัติราชการแทน"),
}


def kind_name(kind: Kind) -> str:
    """Return a kind's name."""
    return tr(kind.title)


def kind_summary(kind: Kind) -> str:
    """Return a line that says what a kind is for."""
    return tr(kind.summary)


def field_name(field: Field) -> str:
    """Return what a field is called."""
    return tr(field.label)


def value_name(value: LiveValue) -> str:
    """Return what a live value or a part of the file is called; tools' scores carry their codes."""
    for pattern in SCORED:
        head, _, code = value.label.rpartition(" ")
        if head == pattern:
            return f"{tr(pattern)} {code}"
    return tr(value.label)


SCORED = (mark("คะแนน"), mark("จำนวนผู้ตอบ"))
"""Values that there is one of for each tool or part."""


def book_name(book: Book) -> str:
    """Return a book's name; one that the office gave it stays as it is."""
    return tr(book.title)
