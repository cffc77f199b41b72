"""The analysis: what must be mended urgently and what should be developed, by the tool that shows it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ita_desktop.documents.body import clause_block
from ita_desktop.documents.figures import listed
from ita_desktop.documents.plan.parts import UPRIGHT, head, heading, pdf, sentence, thai
from ita_desktop.documents.typeset import PLAIN, Paragraph
from ita_desktop.domain.plan.findings import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.plan.papers import FindingLine, PlanPaper

TITLE = "ผลการวิเคราะห์เพื่อกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใส"
HEADINGS = ("ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน", "ประเด็นที่จะต้องพัฒนาให้ดีขึ้น")
"""Where the instrument names none."""
GROUP = PLAIN.but(bold=True, left_indent_mm=12.5, space_before_pt=4.0, keep_with_next=True)


def render_findings(paper: PlanPaper, created: datetime, family: str) -> bytes:
    """Set the analysis."""
    blocks = [*head(paper, TITLE, f"ปีงบประมาณ พ.ศ. {paper.year}"), *_account(paper), *finding_blocks(paper)]
    return pdf(blocks, paper, TITLE, created, family, UPRIGHT)


def _account(paper: PlanPaper) -> Iterator[Block]:
    """State the result that the findings come from."""
    if paper.total is None:
        yield sentence("ยังไม่มีผลคะแนนรวมของปีนี้ ประเด็นต่อไปนี้มาจากผลเท่าที่มี")
        return
    scores = " ".join(f"{code} {score:.2f} คะแนน" for code, _, score in paper.tools if score is not None)
    level = f" ระดับ{paper.level}" if paper.level else ""
    total = f"ในภาพรวม {paper.total:.2f} คะแนน{level}"
    yield sentence(
        f"{paper.office.name} มีผลการประเมินปีงบประมาณ พ.ศ. {paper.year} {total} "
        f"จำแนกเป็น {scores} เมื่อวิเคราะห์ผลรายข้อแล้วมีประเด็นดังต่อไปนี้"
    )


def finding_blocks(paper: PlanPaper) -> Iterator[Block]:
    """Set the two headings with what stands below each; one without anything says so."""
    titles = paper.headings[:2] if len(paper.headings) >= len(HEADINGS) else HEADINGS
    for number, (which, title) in enumerate(zip(Heading, titles, strict=True), 1):
        yield heading(f"{number}. {title}")
        lines = [line for line in paper.findings if line.heading is which]
        if not lines:
            yield sentence("ไม่มีประเด็นที่รับไว้ในหัวข้อนี้")
        yield from _by_tool(paper, lines)


def _by_tool(paper: PlanPaper, lines: Sequence[FindingLine]) -> Iterator[Block]:
    """Set findings below the tool that shows them, numbered through."""
    titles = {code: title for code, title, _ in paper.tools}
    number = 0
    order = {code: place for place, code in enumerate(titles)}
    ranked = sorted(lines, key=lambda line: order.get(line.tool, len(order)))
    for tool, own in groupby(ranked, key=lambda line: line.tool):
        yield Paragraph(thai(titles.get(tool, "ประเด็นอื่นของหน่วยงาน")), GROUP)
        for line in own:
            number += 1
            yield clause_block(thai(f"{number})"), thai(finding_words(line)), 0)


def finding_words(line: FindingLine) -> str:
    """Write a finding with what it leads to, unless people named it already."""
    missing = [f"{code} {title}" for code, title in line.leads_to if code not in line.text]
    text = " ".join(line.text.split("\n"))
    return f"{text} ข้อมูลที่เกี่ยวข้อง คือ {listed(missing)}" if missing else text
