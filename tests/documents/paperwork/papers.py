"""Papers to measure: fields and facts plainly invented, the same on every run."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_desktop.documents.paperwork.facts import Facts
from ita_desktop.documents.paperwork.kinds import MAKERS
from ita_desktop.documents.paperwork.setting import PaperSetter, Sheets
from ita_desktop.domain.paperwork.keys import tidy
from ita_desktop.domain.paperwork.papers import Form
from ita_desktop.domain.report import Overall, ReportContent, ScoreLine, YearLine
from tests.documents.sample import MEASURES, OFFICE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.paperwork.papers import SetPaper
    from ita_desktop.domain.paperwork.richtext import Document

DAY = date(2025, 3, 24)
CONTENT = ReportContent(
    OFFICE,
    2568,
    Overall(Decimal("91.90"), "ผ่านดี", None, "", None, "", Decimal("85.00")),
    tools=(ScoreLine("IIT", "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", Decimal("91.90")),),
    levels=(),
    bands=(("ผ่านดี", Decimal("85.00")),),
    years=(YearLine(2568, Decimal("91.90"), (("IIT", Decimal("91.90")),), "ผ่านดี"),),
    profiles=(),
    indicators=(),
    gaps=(),
    hints=(),
    agreeing=0,
    missing=(),
    incomplete=(),
    plan=(),
    summaries=(),
    findings_headings=(),
    small_cell=5,
)
FACTS = Facts(CONTENT, DAY, MEASURES)
FIELDS = {
    "subject": "ขอส่งรายงานผลการประเมิน",
    "addressee": "ผู้ว่าราชการจังหวัดตัวอย่าง",
    "reference": "หนังสือจังหวัดตัวอย่าง ลงวันที่ 3 มีนาคม 2568",
    "enclosures": "รายงาน จำนวน 1 เล่ม\nสำเนาประกาศ จำนวน 1 ฉบับ",
    "copies": "ท้องถิ่นจังหวัดตัวอย่าง",
    "session": "1/2568",
    "event_day": "2025-03-08",
    "place": "ห้องประชุมเทศบาลตำบลตัวอย่าง",
    "present": "นางสาวตัวอย่าง รักงาน ประธาน\nนายสมมติ ตัวอย่าง กรรมการ",
    "began": "09.30",
    "ended": "12.00",
}
NUMBERS = {"memo": "ตย 52301/78", "letter": "ตย 52301/78", "order": "78/2568"}


def sheets(code: str, document: Document | None = None, fields: Mapping[str, str] | None = None) -> Sheets:
    """A paper of a kind, filled."""
    made = MAKERS[code]
    known = {field.code for field in made.kind.fields}
    filled = FIELDS if made.kind.form in (Form.MEMO, Form.LETTER, Form.MINUTES) else {}
    given = {name: text for name, text in {**filled, **(fields or {})}.items() if name in known}
    return Sheets(
        made.kind,
        {**made.proposals(FACTS), **given},
        tidy(document if document is not None else made.start(FACTS)),
        NUMBERS.get(made.kind.book, ""),
        DAY,
    )


def set_paper(
    code: str, document: Document | None = None, fields: Mapping[str, str] | None = None
) -> SetPaper:
    """A paper of a kind on pages."""
    return PaperSetter().set(sheets(code, document, fields), FACTS, lambda _sha: None)
