"""Chapter: who answered. Nothing in it can name a respondent; `services` left such cells out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.figures import NO_DATA
from ita_desktop.documents.report_keying import keying_section
from ita_desktop.documents.typeset import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.documents.book import Book
    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.report import PartProfile, ProfileTable

COLUMNS = (Column(40.0), Column(), Column(24.0, align="right"), Column(24.0, align="right"))
HIDDEN = "*"
NOT_SAID = "ไม่ระบุ"


def people_chapter(book: Book) -> Iterator[Block]:
    """Tell how many answered each part, and the characteristics of those who did."""
    yield book.chapter("ข้อมูลผู้มีส่วนได้ส่วนเสีย")
    yield book.sentence(
        f"ผู้มีส่วนได้ส่วนเสียของ{book.office}ที่ตอบแบบวัดการรับรู้ในปีงบประมาณ พ.ศ. {book.content.year} "
        "จำแนกตามแบบวัดและคุณลักษณะได้ดังต่อไปนี้ แบบวัดทุกฉบับไม่ระบุชื่อผู้ตอบ"
    )
    for profile in book.content.profiles:
        yield from _part(book, profile)
    yield from keying_section(book)


def part_title(title: str, code: str) -> str:
    """Name a part with its code once: some titles carry it already."""
    return title if code in title or title.startswith(code[:3]) else f"{title} ({code})"


def _part(book: Book, profile: PartProfile) -> Iterator[Block]:
    """Set one part's section."""
    yield book.section(part_title(profile.title, profile.code))
    if not profile.respondents:
        yield book.sentence(f"{NO_DATA}ผู้ตอบแบบวัดนี้")
        return
    collected = f" ({profile.collected_by})" if profile.collected_by else ""
    count = f"มีผู้ตอบแบบวัดจำนวน {profile.respondents:,} คน{collected}"
    if profile.respondents < book.content.small_cell:
        yield book.sentence(f"{count} ซึ่งน้อยจนตารางคุณลักษณะอาจทำให้รู้ว่าผู้ตอบเป็นผู้ใด จึงไม่แสดงตาราง")
        return
    if not profile.tables:
        yield book.sentence(f"{count} แบบวัดนี้ไม่มีคำถามเกี่ยวกับคุณลักษณะของผู้ตอบ")
        return
    yield book.sentence(f"{count} จำแนกตามคุณลักษณะได้ดังนี้", leads=True)
    yield _table(book, profile)
    if any(cell.count is None for table in profile.tables for cell in table.cells):
        yield book.note(
            f"{HIDDEN} ไม่แสดงจำนวน เพราะกลุ่มนี้มีผู้ตอบน้อยกว่า {book.content.small_cell} คน "
            "หรือเพราะตัวเลขนี้จะทำให้คำนวณย้อนถึงกลุ่มเช่นนั้นได้"
        )


def _table(book: Book, profile: PartProfile) -> Block:
    """Set the table of characteristics."""
    head: Row = ("คุณลักษณะ", "กลุ่ม", "จำนวน (คน)", "ร้อยละ")
    rows = [row for table in profile.tables for row in _rows(book, table)]
    title = f"คุณลักษณะของผู้ตอบ {part_title(profile.title, profile.code)}"
    return book.table(title, COLUMNS, [head, *rows])


def _rows(book: Book, table: ProfileTable) -> Iterator[Row]:
    """Set one characteristic: its name beside all of its groups."""
    for place, cell in enumerate(table.cells):
        count = f"{cell.count:,}" if cell.count is not None else HIDDEN
        percent = f"{cell.percent:.2f}" if cell.percent is not None else HIDDEN
        rest = (book.cell(cell.label or NOT_SAID), book.cell(count), book.cell(percent))
        if place == 0:
            yield (Cell(table.title, rowspan=len(table.cells)), *rest)
        else:
            yield rest
