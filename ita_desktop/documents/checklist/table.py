"""The checklist as one table by sub-indicator, its links live: for the meeting and for the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.checklist.parts import (
    DENSE,
    SHEET,
    STATUS_WORDS,
    breakable,
    day,
    grouped,
    head,
    links,
    pdf,
)
from ita_desktop.documents.typeset import Cell, Column, Run, Table

if TYPE_CHECKING:
    from datetime import datetime

    from ita_desktop.documents.typeset import Text
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.checklist_paper import ChecklistPaper, PaperLine

TITLE = "ตารางการเปิดเผยข้อมูลสาธารณะ (OIT)"
HEAD: Row = ("ข้อ", "รายการ", "เจ้าของเรื่อง", "ครบกำหนด", "สถานะ", "คะแนน", "+ คะแนนรวม", "ลิงก์และหลักฐาน")
COLUMNS = (
    Column(12.0),
    Column(weight=1.5),
    Column(32.0),
    Column(21.0),
    Column(22.0),
    Column(15.0, align="right"),
    Column(18.0, align="right"),
    Column(weight=1.3),
)


def render_table(paper: ChecklistPaper, created: datetime, family: str) -> bytes:
    """Set the table on landscape sheets."""
    rows = [HEAD, *grouped(paper.lines, len(HEAD), _row)]
    blocks = [*head(paper, TITLE), Table(COLUMNS, rows, style=DENSE)]
    return pdf(blocks, paper, TITLE, created, family, SHEET.landscape())


def _row(line: PaperLine) -> Row:
    """Set one item."""
    return (
        line.code,
        line.title,
        line.owner or "–",
        day(line.due),
        STATUS_WORDS[line.status],
        f"{float(line.result):g}" if line.result is not None else Cell("–", align="center"),
        f"+{line.gain:.2f}" if line.gain else Cell("–", align="center"),
        _proofs(line),
    )


def _proofs(line: PaperLine) -> Text:
    """Set links, then the names of files."""
    shown = links(line, "")
    pieces: list[str | Run] = [] if isinstance(shown, str) else [*shown]  # type: ignore[list-item]
    for name in line.files:
        pieces += ["\n", breakable(name)] if pieces else [breakable(name)]
    return pieces or "–"
