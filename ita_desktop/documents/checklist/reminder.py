"""The reminder: a memo to each division that still owes an item, late ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.checklist.parts import pdf
from ita_desktop.documents.figures import date_text
from ita_desktop.documents.memo import PAGE, Emblem, memo_blocks
from ita_desktop.documents.memo_text import department_line
from ita_desktop.documents.ruler import Ruler
from ita_desktop.documents.setting import names_of, problems
from ita_desktop.documents.typeset import PageBreak
from ita_desktop.domain.papers import Memo

if TYPE_CHECKING:
    from datetime import date, datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.checklist_paper import ChecklistPaper, PaperLine

TITLE = "บันทึกทวงข้อมูล OIT"
NOTHING = "ทุกข้อของแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) ได้รับอนุมัติแล้ว จึงไม่มีข้อมูลที่ต้องติดตาม"


def render_reminder(paper: ChecklistPaper, created: datetime, family: str) -> bytes:
    """Set the memos one after another, each on a page of its own; one that says so where nothing is owed."""
    memos = reminders(paper) or (_memo(paper, "หัวหน้าหน่วยงาน", (NOTHING, "จึงเรียนมาเพื่อโปรดทราบ")),)
    blocks: list[Block] = []
    with problems():
        ruler = Ruler.of(family, names_of(paper.office))
        for memo in memos:
            if blocks:
                blocks.append(PageBreak())
            blocks += memo_blocks(memo, ruler, Emblem())
    return pdf(blocks, paper, TITLE, created, family, PAGE.but(page_number=None))


def reminders(paper: ChecklistPaper) -> tuple[Memo, ...]:
    """Return a memo for each division with open items that are not waiting for a signature."""
    found = []
    for division in paper.divisions:
        owed = [
            line for line in paper.of(division) if line.open and line.status.value != "waiting-for-approval"
        ]
        if division and owed:
            found.append(_memo(paper, f"ผู้อำนวยการ/หัวหน้า{division}", _body(paper, division, owed)))
    return tuple(found)


def _memo(paper: ChecklistPaper, addressee: str, paragraphs: tuple[str, ...]) -> Memo:
    """Put a text under the office's head."""
    office = paper.office
    return Memo(
        department=department_line(office),
        number=f"{office.document_code}/" if office.document_code else "",
        day=paper.day,
        subject=f"ติดตามข้อมูลการเปิดเผยข้อมูลสาธารณะ (OIT) ประจำปีงบประมาณ พ.ศ. {paper.year}",
        addressee=addressee,
        paragraphs=paragraphs,
        signer_name=office.signer_name,
        signer_position=office.signer_position,
    )


def _body(paper: ChecklistPaper, division: str, owed: list[PaperLine]) -> tuple[str, ...]:
    """Name what is owed: late first, then by day."""
    late = sum(_late(line, paper.day) for line in owed)
    lead = (
        f"ตามที่{division}เป็นเจ้าของเรื่องตามแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) ของ{paper.office.name} นั้น "
        f"ขณะนี้ยังมีข้อมูลที่ต้องดำเนินการ จำนวน {len(owed)} ข้อ"
    )
    lead += f" ในจำนวนนี้เกินกำหนดแล้ว {late} ข้อ ดังนี้" if late else " ดังนี้"
    ordered = sorted(owed, key=lambda line: (line.due is None, line.due or paper.day))
    items = tuple(f"{number}. {_owed(line, paper.day)}" for number, line in enumerate(ordered, 1))
    return (lead, *items, "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการภายในกำหนด")


def _owed(line: PaperLine, today: date) -> str:
    """Say what one item lacks and by when."""
    parts = [f"ข้อ {line.code} {line.title}"]
    if line.reason:
        parts.append(f"ผู้บริหารส่งคืนเพราะ “{line.reason}”")
    elif line.missing:
        parts.append(f"ยังขาด {', '.join(line.missing)}")
    if line.due is not None:
        late = " (เกินกำหนดแล้ว)" if _late(line, today) else ""
        parts.append(f"กำหนดส่งวันที่ {date_text(line.due)}{late}")
    return " ".join(parts)


def _late(line: PaperLine, today: date) -> bool:
    """Tell whether an item should have come before today."""
    return line.due is not None and line.due < today
