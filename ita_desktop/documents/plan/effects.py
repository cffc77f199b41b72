"""What the measures came to: each beside the score that it meant to change, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.figures import signed
from ita_desktop.documents.plan.parts import (
    DENSE,
    NONE_YET,
    SHEET,
    VERDICT_WORDS,
    head,
    pdf,
    sentence,
)
from ita_desktop.documents.typeset import PLAIN, Column, Paragraph, Table

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.plan.followed import EffectRow
    from ita_desktop.domain.plan.papers import PlanPaper

TITLE = "ผลคะแนนก่อนและหลังดำเนินมาตรการ"
NOTE = (
    "หมายเหตุ: คะแนนจากแบบสอบถามมาจากผู้ตอบบางส่วน ความต่างที่ไม่เกินความคลาดเคลื่อนจากการสุ่ม (ความเชื่อมั่นร้อยละ 95) "
    "อาจเกิดโดยบังเอิญ และความต่างที่เกินก็ยังไม่พิสูจน์ว่าเกิดจากมาตรการเพียงอย่างเดียว คะแนน OIT ไม่ได้มาจากการสุ่ม"
)
HEAD: Row = ("ข้อ/ตัวชี้วัด", "มาตรการ", "ปีก่อน", "ปีหลัง", "ต่าง", "อ่านผล")
COLUMNS = (
    Column(weight=1.2),
    Column(weight=1.2),
    Column(26.0, align="center"),
    Column(26.0, align="center"),
    Column(18.0, align="right"),
    Column(44.0),
)


def render_effects(paper: PlanPaper, created: datetime, family: str) -> bytes:
    """Set the table."""
    blocks: list[Block] = [*head(paper, TITLE, f"มาตรการปีงบประมาณ พ.ศ. {paper.plan_year}")]
    if not paper.effects:
        blocks.append(sentence(NONE_YET))
    else:
        blocks.append(Table(COLUMNS, [HEAD, *(_row(each) for each in paper.effects)], style=DENSE))
        blocks.append(Paragraph(NOTE, PLAIN.but(size=13.0, space_before_pt=4.0)))
    return pdf(blocks, paper, TITLE, created, family, SHEET.landscape().but(page_number="arabic"))


def _row(row: EffectRow) -> Row:
    """Set one measure."""
    found = row.effect
    return (
        f"{row.key} {row.title}",
        row.measure.title,
        _score(found.before_year, found.before),
        _score(found.after_year, found.after),
        signed(found.change) if found.change is not None else "–",
        VERDICT_WORDS[found.verdict],
    )


def _score(year: int, score: Decimal | None) -> str:
    """Write a year's score with its year."""
    return f"{score:.2f} ({year})" if score is not None else f"– ({year})"
