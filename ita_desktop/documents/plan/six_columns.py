"""The plan in the six columns that a report on the result has, on landscape sheets."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from ita_desktop.documents.plan.parts import (
    DENSE,
    NONE_YET,
    SHEET,
    head,
    money_text,
    pdf,
    period_text,
    sentence,
    year_text,
)
from ita_desktop.documents.report_plan import CONTINUED, divided
from ita_desktop.documents.ruler import Ruler
from ita_desktop.documents.setting import names_of, problems
from ita_desktop.documents.typeset import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.plan.followed import Followed
    from ita_desktop.domain.plan.papers import PlanPaper

TITLE = "การนำผลการวิเคราะห์ไปสู่การปรับปรุงและพัฒนาองค์กร"
HEAD: Row = (
    "ประเด็น",
    "มาตรการ/โครงการ/กิจกรรม",
    "ผลการวิเคราะห์ตัวชี้วัดที่สอดคล้องกับมาตรการ/โครงการ/กิจกรรม",
    "ขั้นตอน/วิธีการดำเนินงาน",
    "ระยะเวลา",
    "ผู้รับผิดชอบ",
)
WIDTHS = (30.0, 52.0, 54.0, 66.0, 30.0, 30.0)
PADDING_MM = 2.4


def render_six_columns(paper: PlanPaper, created: datetime, family: str) -> bytes:
    """Set the plan."""
    blocks: list[Block] = [*head(paper, TITLE, year_text(paper.plan_year))]
    if not paper.measures:
        blocks.append(sentence(NONE_YET))
    else:
        with problems():
            ruler = Ruler.of(family, names_of(paper.office))
        rows = [row for each in paper.measures for row in _rows(paper, each, ruler)]
        blocks.append(
            Table([Column(width) for width in WIDTHS], [HEAD, *rows], style=DENSE, row_headers=True)
        )
    return pdf(blocks, paper, TITLE, created, family, SHEET.landscape().but(page_number="arabic"))


def _rows(paper: PlanPaper, followed: Followed, ruler: Ruler) -> Iterator[Row]:
    """Set one measure, over several rows if it is too long for a page."""
    measure = followed.measure
    indicator = paper.indicator(measure.indicator)
    texts = (
        f"{indicator.code}. {indicator.title}",
        _what(followed),
        _finding(paper, followed),
        measure.steps or "–",
        period_text(measure.start, measure.end),
        measure.owner or "–",
    )
    cells = [divided(text, ruler, width - PADDING_MM) for text, width in zip(texts, WIDTHS, strict=True)]
    for number, pieces in enumerate(zip_longest(*cells, fillvalue="")):
        first, *rest = pieces
        yield (first if number == 0 else CONTINUED, *rest)


def _what(followed: Followed) -> str:
    """Write the measure with what tells its success and what it costs."""
    measure = followed.measure
    lines = [measure.title]
    if measure.success:
        target = f" เป้าหมาย {measure.target}" if measure.target else ""
        lines.append(f"ตัวชี้วัดความสำเร็จ: {measure.success}{target}")
    if measure.money is not None:
        lines.append(f"งบประมาณ {money_text(measure.money)} บาท" if measure.money else "ไม่ใช้งบประมาณ")
    if measure.carried_from is not None:
        lines.append(f"(ต่อเนื่องจากปีงบประมาณ พ.ศ. {measure.carried_from})")
    return "\n".join(lines)


def _finding(paper: PlanPaper, followed: Followed) -> str:
    """Write the result that the measure answers, with the indicator's score below it."""
    score = paper.indicator(followed.measure.indicator).score
    told = f"ภาพรวมตัวชี้วัดได้ {score:.2f} คะแนน" if score is not None else ""
    return "\n".join(part for part in (followed.measure.finding, told) if part) or "–"
