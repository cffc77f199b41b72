"""The answer sheet: item by item in the order of ITAS, to be typed in beside the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.checklist.parts import DENSE, SHEET, grouped, head, links, pdf
from ita_desktop.documents.typeset import Cell, Column, Table

if TYPE_CHECKING:
    from datetime import datetime

    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.checklist_paper import ChecklistPaper, PaperLine

TITLE = "ใบคำตอบ OIT สำหรับกรอกในระบบ ITAS"
HEAD: Row = ("ข้อ", "รายการ", "ลิงก์ (URL) ที่กรอก", "คำชี้แจง", "กรอกแล้ว")
COLUMNS = (Column(12.0), Column(weight=1.0), Column(weight=1.0), Column(weight=0.8), Column(18.0))


def render_answers(paper: ChecklistPaper, created: datetime, family: str) -> bytes:
    """Set the sheet, with room to tick what is typed in."""
    rows = [HEAD, *grouped(paper.lines, len(HEAD), _row)]
    under = "กรอกตามลำดับข้อ แล้วทำเครื่องหมายในช่องขวาสุด"
    blocks = [*head(paper, TITLE, under), Table(COLUMNS, rows, style=DENSE)]
    return pdf(blocks, paper, TITLE, created, family, SHEET.landscape())


def _row(line: PaperLine) -> Row:
    """Set one item; a missing link is said, or its empty cell would look like an oversight of the paper."""
    return (line.code, line.title, links(line, "ยังไม่มีลิงก์"), line.explanation, Cell(""))
