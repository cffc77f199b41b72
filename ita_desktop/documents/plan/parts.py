"""What the papers of the plan share: titles, figures, periods, money, words of states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.figures import written
from ita_desktop.documents.setting import names_of, to_pdf
from ita_desktop.documents.typeset import BODY, PLAIN, DocumentInfo, KeepTogether, PageSetup, Paragraph
from ita_desktop.domain.fiscal_year import FiscalYear, fiscal_year_of
from ita_desktop.domain.measures import MeasureStatus
from ita_desktop.domain.papers import Digits
from ita_desktop.domain.plan.effect import Verdict
from ita_desktop.domain.thai_date import long_date, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime
    from decimal import Decimal

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.plan.papers import PlanPaper

TITLE = PLAIN.but(size=18.0, bold=True, align="center", keep_with_next=True)
UNDER_TITLE = PLAIN.but(size=15.0, align="center", space_after_pt=4.0, keep_with_next=True)
HEADING = PLAIN.but(bold=True, space_before_pt=8.0, keep_with_next=True)
DENSE = PLAIN.but(size=13.0)
SIGN = PLAIN.but(size=16.0, align="center", space_before_pt=4.0)
SHEET = PageSetup(left_mm=20.0, right_mm=15.0, top_mm=24.0, bottom_mm=15.0)
UPRIGHT = PageSetup()
MEASURES_OF = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
NONE_YET = "ยังไม่ได้กำหนดมาตรการ"

STATUS_WORDS = {
    MeasureStatus.PLANNED: "วางแผนไว้",
    MeasureStatus.RUNNING: "กำลังดำเนินการ",
    MeasureStatus.DONE: "แล้วเสร็จ",
    MeasureStatus.NOT_DONE: "ไม่ได้ดำเนินการ",
}
VERDICT_WORDS = {
    Verdict.ROSE: "เพิ่มขึ้น",
    Verdict.FELL: "ลดลง",
    Verdict.SAME: "เท่าเดิม",
    Verdict.WITHIN_CHANCE: "ต่างกันไม่เกินความคลาดเคลื่อนจากการสุ่ม",
    Verdict.NOT_SURE: "บอกไม่ได้ว่าเกินความคลาดเคลื่อนหรือไม่",
    Verdict.NOT_COMPARABLE: "เทียบกันไม่ได้ ข้อคำถามเปลี่ยน",
    Verdict.NOT_YET: "ยังไม่มีผลปีนี้",
    Verdict.NO_BEFORE: "ไม่มีผลปีก่อน",
}


def thai(text: str) -> str:
    """Write a text with Thai figures; codes and addresses keep theirs."""
    return written(text, Digits.THAI)


def head(paper: PlanPaper, title: str, under: str = "") -> Iterator[Block]:
    """Set the title with the office below it."""
    yield Paragraph(thai(title), TITLE)
    yield Paragraph(thai(" ".join(part for part in (paper.office.name, under) if part)), UNDER_TITLE)


def sentence(text: str) -> Paragraph:
    """Set a paragraph of running text."""
    return Paragraph(thai(text), BODY)


def heading(text: str) -> Paragraph:
    """Set a heading inside a paper."""
    return Paragraph(thai(text), HEADING)


def day_text(day: date | None) -> str:
    """Write a day shortly, kept on one line; a dash for none."""
    return short_date(day).replace(" ", "\u00a0") if day is not None else "–"


def period_text(start: date | None, end: date | None) -> str:
    """Write a period as plans do: a whole fiscal year by its name, below it the days."""
    if start is not None and end is not None:
        days = f"{day_text(start)} – {day_text(end)}"
        year = fiscal_year_of(start)
        whole = (start, end) == (year.first_day, year.last_day)
        return f"ปีงบประมาณ พ.ศ.\u00a0{year.number}\n{days}" if whole else days
    if start is not None:
        return f"ตั้งแต่ {day_text(start)}"
    return f"ภายใน {day_text(end)}" if end is not None else "–"


def money_text(money: Decimal | None) -> str:
    """Write baht with commas; satang only where there are some."""
    if money is None:
        return ""
    whole = money == money.to_integral_value()
    return f"{money:,.0f}" if whole else f"{money:,.2f}"


def year_text(year: int) -> str:
    """Write a fiscal year with its days."""
    found = FiscalYear(year)
    return f"ปีงบประมาณ พ.ศ. {year} ({long_date(found.first_day)} – {long_date(found.last_day)})"


def signature(paper: PlanPaper) -> Block:
    """Set room for a signature, of the office's signer where it names one."""
    name = paper.office.signer_name or "." * 40
    lines = [f"ลงชื่อ {'.' * 44}", f"({name})"]
    if paper.office.signer_position:
        lines.append(paper.office.signer_position)
    first, *rest = lines
    style = SIGN.but(left_indent_mm=70.0)
    return KeepTogether(
        [Paragraph(first, style.but(space_before_pt=28.0)), *(Paragraph(each, style) for each in rest)]
    )


def pdf(
    blocks: Sequence[Block], paper: PlanPaper, title: str, created: datetime, family: str, page: PageSetup
) -> bytes:
    """Set the blocks of a paper."""
    info = DocumentInfo(thai(f"{title} {paper.year}"), created, author=paper.office.name)
    owners = (each.measure.owner for each in paper.measures if each.measure.owner)
    words = dict.fromkeys((*names_of(paper.office), *owners))
    return to_pdf(blocks, info, page=page, family=family, words=tuple(words))
