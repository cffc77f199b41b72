"""The hand-over list: what each division must bring, with what is missing and by when; a sheet for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.checklist.parts import DENSE, SHEET, STATUS_WORDS, day, head, pdf
from ita_desktop.documents.typeset import PLAIN, Column, KeepTogether, PageBreak, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.checklist_paper import ChecklistPaper, PaperLine

TITLE = "ใบมอบหมายงาน OIT"
NOBODY = "ยังไม่มีเจ้าของเรื่อง"
HEAD: Row = ("ข้อ", "รายการ", "สิ่งที่ต้องจัดทำหรือแก้ไข", "ผู้รับผิดชอบ", "ครบกำหนด", "สถานะ")
COLUMNS = (
    Column(12.0),
    Column(weight=1.0),
    Column(weight=1.2),
    Column(28.0),
    Column(21.0),
    Column(21.0),
)
SIGN = PLAIN.but(size=14.0, align="center", space_before_pt=18.0)


def render_handover(paper: ChecklistPaper, created: datetime, family: str) -> bytes:
    """Set a sheet for each division, with room for the signatures of who gives and who takes."""
    blocks: list[Block] = []
    for division in paper.divisions:
        if blocks:
            blocks.append(PageBreak())
        blocks += _sheet(paper, division)
    return pdf(blocks, paper, TITLE, created, family, SHEET.but(page_number=None))


def _sheet(paper: ChecklistPaper, division: str) -> Iterator[Block]:
    """Set the sheet of one division."""
    yield from head(paper, f"{TITLE} {division or NOBODY}")
    rows = [HEAD, *(_row(line) for line in paper.of(division))]
    yield Table(COLUMNS, rows, style=DENSE)
    blank = "." * 44
    yield KeepTogether(
        [
            Paragraph(f"ผู้มอบ {blank}     ผู้รับ {blank}", SIGN),
            Paragraph("วันที่ ........../........../..........", SIGN),
        ]
    )


def _row(line: PaperLine) -> Row:
    """Set one item: the executive's reason first, then what is missing."""
    return (
        line.code,
        line.title,
        todo(line) or "–",
        line.person or "–",
        day(line.due),
        STATUS_WORDS[line.status],
    )


def todo(line: PaperLine) -> str:
    """Say what is to be done with an item; empty if nothing is known to be missing."""
    parts = []
    if line.reason:
        parts.append(f"ส่งคืน: {line.reason}")
    if line.missing:
        parts.append(f"ขาด: {', '.join(line.missing)}")
    if not line.links and line.open:
        parts.append("ยังไม่มีลิงก์")
    if line.last_comment:
        parts.append(f"ปีก่อน: {line.last_comment}")
    return "\n".join(parts)
