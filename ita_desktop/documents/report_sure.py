"""Section: how sure the scores are, and who did not answer. What cannot be known is said, never left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.figures import NO_DATA
from ita_desktop.documents.report_people import part_title
from ita_desktop.documents.typeset import Column
from ita_desktop.domain.intervals import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.documents.book import Book
    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.report_sure import SureLine

BASIS = {
    Basis.SAMPLED: "ตัวอย่างสุ่ม",
    Basis.EVERYBODY: "ครบทุกคน",
    Basis.ALIKE: "ตอบเหมือนกันทุกคน",
    Basis.ONE_FORM: "ผู้ตอบคนเดียว",
    Basis.NO_DATA: NO_DATA,
    Basis.MORE_THAN_HEADS: "ผู้ตอบเกินรายชื่อ",
}
COLUMNS = (
    Column(),
    Column(13.0, align="right"),
    Column(14.0, align="right"),
    Column(14.0, align="right"),
    Column(16.0, align="decimal"),
    Column(26.0, align="center"),
    Column(31.0),
)


def sure_section(book: Book) -> Iterator[Block]:
    """Set intervals and non-response; nothing where no form is in."""
    lines = book.content.sure
    if not any(line.forms for line in lines):
        return
    yield book.section("ความเชื่อมั่นของคะแนนและผู้ที่ไม่ตอบ")
    yield book.sentence(
        "ช่วงความเชื่อมั่นร้อยละ 95 ถือว่าผู้ตอบเป็นตัวอย่างสุ่มอย่างง่าย และปรับตามจำนวนรายชื่อเมื่อทราบ "
        "แบบตรวจการเปิดเผยข้อมูลไม่ใช่การสุ่มจึงไม่มีช่วง"
    )
    head: Row = ("คะแนนของ", "ผู้ตอบ", "รายชื่อ", "ไม่ตอบ (%)", "คะแนน", "ช่วง", "ที่มาของช่วง")
    rows: list[Row] = [_row(book, line) for line in lines]
    yield book.table("ช่วงความเชื่อมั่นของคะแนน และสัดส่วนผู้ที่ไม่ตอบ", list(COLUMNS), [head, *rows])
    yield book.note("ผู้ที่สมัครใจตอบเองหรือถูกเลือกมาไม่ใช่ตัวอย่างสุ่ม ช่วงนี้จึงบอกได้เพียงอย่างน้อยว่าคลาดเคลื่อนเท่าใด")


def _row(book: Book, line: SureLine) -> Row:
    """Set one score."""
    name = "คะแนนรวม" if line.key == "total" else part_title(line.title, line.key)
    between = f"{line.low:.2f}–{line.high:.2f}" if line.low is not None and line.high is not None else "–"
    checked = line.forms is None and line.key != "total" and line.basis is Basis.EVERYBODY
    return (
        book.cell(name),
        book.cell(_count(line.forms)),
        book.cell(_count(line.heads)),
        book.cell(f"{line.silent:.2f}" if line.silent is not None else "–"),
        book.score(line.score, none="–"),
        book.cell("–" if checked else between),
        "ผลตรวจ ไม่ใช่การสุ่ม" if checked else BASIS[line.basis],
    )


def _count(count: int | None) -> str:
    """Write a count; a dash where there is none or nobody knows."""
    return f"{count:,}" if count is not None else "–"
