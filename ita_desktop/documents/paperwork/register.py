"""ทะเบียนหนังสือ on paper: a turned sheet, a line for each number, gaps and void papers with their reasons."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.figures import written
from ita_desktop.documents.setting import names_of, to_pdf
from ita_desktop.documents.typeset import PLAIN, Column, DocumentInfo, PageSetup, Paragraph, Table
from ita_desktop.domain.papers import Digits
from ita_desktop.domain.paperwork.register import gaps
from ita_desktop.domain.thai_date import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.office import Office
    from ita_desktop.domain.paperwork.register import Book, RegisterEntry

HEAD: Final = ("เลขทะเบียน", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "หมายเหตุ")
COLUMNS: Final = (
    Column(20.0, align="center"), Column(30.0), Column(25.0), Column(40.0), Column(40.0), Column(None),
    Column(42.0),
)  # fmt: skip
TITLE: Final = PLAIN.but(size=18.0, bold=True, align="center")
TABLE: Final = PLAIN.but(size=14.0)
PAGE: Final = PageSetup(left_mm=20.0, right_mm=20.0).landscape()
VOID, MISSING = "ยกเลิก", "ไม่มีรายการ"


def render_register(
    book: Book, year: int, entries: Sequence[RegisterEntry], office: Office, now: datetime
) -> bytes:
    """Set a book's year; the problems of `setting.to_pdf`."""
    heading = f"{book.title} {office.name} ปี พ.ศ. {year}"
    rows = [_row(each) for each in entries]
    rows += [[str(number), "–", "–", "–", "–", "–", MISSING] for number in gaps(book, entries)]
    rows.sort(key=lambda row: int(row[0]))
    given = [[written(text, Digits.THAI) for text in row] for row in rows] or [["–"] * len(HEAD)]
    blocks: list[Block] = [
        Paragraph(written(heading, Digits.THAI), TITLE.but(space_after_pt=6.0)),
        Table(COLUMNS, [HEAD, *given], style=TABLE),
    ]
    created = datetime.combine(now.date(), time(), now.tzinfo)
    info = DocumentInfo(heading, created, author=office.name)
    return to_pdf(blocks, info, page=PAGE, words=names_of(office))


def _row(each: RegisterEntry) -> list[str]:
    """Write one line of the book."""
    day = short_date(each.day).replace(" ", "\u00a0") if each.day is not None else "–"
    note = f"{VOID}: {each.note}" if each.void else each.note
    sides = [text or "–" for text in (each.sender, each.addressee, each.subject)]
    return [str(each.number), each.text, day, *sides, note]
