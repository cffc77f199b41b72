"""The plan in three columns, after the findings that it answers: for the notice that is published."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ita_desktop.documents.plan.findings import finding_blocks
from ita_desktop.documents.plan.parts import (
    MEASURES_OF,
    NONE_YET,
    UPRIGHT,
    head,
    heading,
    pdf,
    period_text,
    sentence,
    signature,
    thai,
)
from ita_desktop.documents.typeset import PLAIN, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.plan.followed import Followed
    from ita_desktop.domain.plan.papers import PlanPaper

HEAD: Row = ("มาตรการ", "ขั้นตอน/วิธีปฏิบัติ", "ผู้รับผิดชอบ/กำกับดูแล")
COLUMNS = (Column(44.0), Column(weight=1.0), Column(38.0))
CELLS = PLAIN.but(size=15.0)


def render_three_columns(paper: PlanPaper, created: datetime, family: str) -> bytes:
    """Set the findings, then the plan."""
    title = f"{MEASURES_OF} ปีงบประมาณ พ.ศ. {paper.plan_year}"
    return pdf([*head(paper, title), *_blocks(paper)], paper, MEASURES_OF, created, family, UPRIGHT)


def _blocks(paper: PlanPaper) -> Iterator[Block]:
    """Set where the plan comes from, the findings, the table."""
    yield heading("ที่มา")
    yield sentence(_origin(paper))
    if paper.findings:
        yield from finding_blocks(paper)
    yield heading(f"มาตรการดำเนินการในปีงบประมาณ พ.ศ. {paper.plan_year}")
    if not paper.measures:
        yield sentence(NONE_YET)
        return
    rows = [row for each in paper.measures for row in _rows(paper, each)]
    yield Table(COLUMNS, [HEAD, *rows], style=CELLS, row_headers=True)
    yield signature(paper)


def _origin(paper: PlanPaper) -> str:
    """Say which result the plan answers."""
    before = f"{paper.office.name} นำผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
    year = f"ประจำปีงบประมาณ พ.ศ. {paper.year}"
    if paper.total is None:
        return f"{before} {year} เท่าที่มีผลแล้ว มาวิเคราะห์และกำหนดเป็นมาตรการดำเนินการ ดังนี้"
    level = f" ระดับ{paper.level}" if paper.level else ""
    scores = " ".join(f"{code} {score:.2f}" for code, _, score in paper.tools if score is not None)
    return (
        f"{before} {year} ซึ่งมีผลคะแนน {paper.total:.2f} คะแนน{level} ({scores}) "
        "มาวิเคราะห์และกำหนดเป็นมาตรการดำเนินการ ดังนี้"
    )


def _rows(paper: PlanPaper, followed: Followed) -> Iterator[Row]:
    """Set one measure: its indicator and title, its steps, who sees to it. A long one goes on below."""
    measure = followed.measure
    indicator = paper.indicator(measure.indicator)
    steps = measure.steps.split("\n") if measure.steps else ["–"]
    period = period_text(measure.start, measure.end).replace("\n", " ")
    owner = "\n".join(part for part in (measure.owner, period if period != "–" else "") if part)
    for number, lines in groupby(enumerate(steps), key=lambda pair: pair[0] // 12):
        text = "\n".join(line for _, line in lines)
        first = f"{indicator.code}. {indicator.title}\n{measure.title}" if number == 0 else "(ต่อ)"
        yield (thai(first), thai(text), thai(owner or "–") if number == 0 else "")
