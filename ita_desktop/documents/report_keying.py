"""Section: how surely the paper was keyed. Only where some of it was keyed twice: else nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.typeset import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.documents.book import Book
    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.keying_quality import KeyingQuality

RIGHT = Column(21.0, align="right")
COLUMNS = (Column(), RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, Column(29.0, align="right"))


def keying_section(book: Book) -> Iterator[Block]:
    """Tell how many forms were keyed twice, how many answers were wrong, and what that says of the rest."""
    parts = book.content.keying
    if not parts:
        return
    yield book.section("คุณภาพการบันทึกแบบสอบถาม")
    yield book.sentence(
        "แบบสอบถามที่เป็นกระดาษส่วนหนึ่งสุ่มมาบันทึกซ้ำโดยไม่เห็นการบันทึกครั้งแรก ข้อที่สองครั้งไม่ตรงกันตัดสินด้วยการอ่านกระดาษครั้งที่สาม "
        "อัตราผิดคือร้อยละของคำตอบในแบบที่สุ่มซึ่งการบันทึกครั้งแรกผิด พร้อมช่วงความเชื่อมั่นร้อยละ 95 (Clopper–Pearson)",
        leads=True,
    )
    head: Row = ("แบบวัด", "แบบทั้งหมด", "แบบที่สุ่ม", "คำตอบที่เทียบ", "ที่ผิด", "อัตราผิด (%)", "ช่วง 95 % (%)")
    yield book.table("คุณภาพการบันทึกแบบสอบถาม", COLUMNS, [head, *(_row(book, each) for each in parts)])
    for part in parts:
        for words in _remarks(part):
            yield book.note(words)


def _row(book: Book, part: KeyingQuality) -> Row:
    """Set one part's figures."""
    counts = (part.forms, part.compared, part.fields, part.errors)
    return (
        part.part,
        *(book.cell(f"{count:,}") for count in counts),
        book.cell(f"{part.rate:.2f}"),
        book.cell(f"{part.low:.2f}–{part.high:.2f}"),
    )


def _remarks(part: KeyingQuality) -> Iterator[str]:
    """Say what the figures alone do not."""
    if part.rekeyed > part.compared:
        whole = f"{part.part}: ชุดที่ผิดเกินเกณฑ์บันทึกซ้ำทั้งชุด รวมเทียบแล้ว {part.rekeyed:,} ฉบับ"
        yield f"{whole} แก้ตามกระดาษ {part.mended:,} คำตอบ"
    elif part.mended:
        yield f"{part.part}: แก้ตามกระดาษแล้ว {part.mended:,} คำตอบ"
    if part.undecided:
        yield f"{part.part}: ยังรออ่านครั้งที่สาม {part.undecided:,} ข้อ อัตราผิดอาจสูงกว่านี้"
    if part.called_off:
        yield f"{part.part}: ยกเลิกการบันทึกซ้ำ {part.called_off:,} ชุด เหตุผลอยู่ในประวัติของแฟ้ม"
    if part.same_person:
        yield f"{part.part}: {part.same_person:,} ชุดมีผู้ตรวจงานที่ตนเองบันทึก"
