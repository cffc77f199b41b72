"""The account by tool in five parts: what to mend, the measures, how, what came of it, what next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.body import clause_block
from ita_desktop.documents.plan.parts import (
    NONE_YET,
    STATUS_WORDS,
    UPRIGHT,
    head,
    heading,
    money_text,
    pdf,
    sentence,
    signature,
    thai,
)
from ita_desktop.documents.typeset import PLAIN, Paragraph
from ita_desktop.domain.thai_date import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.plan.followed import Followed
    from ita_desktop.domain.plan.papers import PlanPaper

TITLE = "สรุปผลการดำเนินการตามมาตรการเพื่อส่งเสริมคุณธรรมและความโปร่งใส"
PART = PLAIN.but(bold=True, left_indent_mm=12.5, space_before_pt=6.0, keep_with_next=True)
PROBLEM, MEASURES, STEPS, RESULTS, ADVICE = (
    "ปัญหาและแนวทางแก้ไข", "มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ผลการดำเนินการ", "ข้อเสนอแนะ",
)  # fmt: skip


def render_account(paper: PlanPaper, created: datetime, family: str) -> bytes:
    """Set the account of every tool."""
    under = f"ปีงบประมาณ พ.ศ. {paper.plan_year} ข้อมูล ณ วันที่ {long_date(paper.day)}"
    blocks: list[Block] = [*head(paper, TITLE, under)]
    for number, (code, title, _) in enumerate(paper.tools, 1):
        blocks.append(heading(f"{number}. {title} ({code})" if code not in title else f"{number}. {title}"))
        blocks += _tool(paper, code)
    blocks.append(signature(paper))
    return pdf(blocks, paper, TITLE, created, family, UPRIGHT)


def _tool(paper: PlanPaper, tool: str) -> Iterator[Block]:
    """Set the five parts of one tool."""
    problem, advice = paper.accounts.get(tool, ("", ""))
    followed = paper.of_tool(tool)
    yield from _part(PROBLEM, problem.splitlines() or _problems(paper, tool))
    yield from _part(MEASURES, [each.measure.title for each in followed] or [NONE_YET])
    yield from _part(STEPS, [step.text for each in followed for step in each.measure.plan] or ["–"])
    yield from _part(RESULTS, [_result(each) for each in followed] or ["–"])
    yield from _part(ADVICE, advice.splitlines() or _advice(followed))


def _part(title: str, texts: Sequence[str]) -> Iterator[Block]:
    """Set one part: its name, its points, numbered where there are several."""
    yield Paragraph(title, PART)
    lines = [text.strip() for text in texts if text.strip()]
    if len(lines) == 1:
        yield sentence(lines[0])
        return
    for number, text in enumerate(lines, 1):
        yield clause_block(thai(f"{number}."), thai(text), 0)


def _problems(paper: PlanPaper, tool: str) -> list[str]:
    """Propose the problem: the findings that were taken, by indicator."""
    found = [line.text.replace("\n", " ") for line in paper.findings if line.tool == tool]
    if found:
        return found
    weak = [each for each in paper.indicators if each.tool == tool and each.score is not None]
    return [f"ตัวชี้วัดที่ {each.code} {each.title} ได้ {each.score:.2f} คะแนน" for each in weak] or ["ยังไม่มีข้อมูล"]


def _result(followed: Followed) -> str:
    """Say what came of a measure: what was written, else the latest report, else where it stands."""
    measure = followed.measure
    latest = followed.reports[-1].done if followed.reports else ""
    text = measure.outcome or latest or STATUS_WORDS[measure.status]
    tail = []
    if followed.percent is not None:
        tail.append(f"ความคืบหน้าร้อยละ {followed.percent}")
    if measure.achieved:
        target = f" (เป้าหมาย {measure.target})" if measure.target else ""
        tail.append(f"ผลเทียบเป้าหมาย {measure.achieved}{target}")
    if followed.spent is not None:
        tail.append(f"ใช้จ่าย {money_text(followed.spent)} บาท")
    proofs = [each.evidence for each in followed.reports if each.evidence]
    if proofs:
        tail.append(f"หลักฐาน {' '.join(proofs)}")
    return " ".join([f"{measure.title}: {text}", *tail])


def _advice(followed: Sequence[Followed]) -> list[str]:
    """Propose advice: what hindered, and what is not done yet."""
    hindered = [
        f"{each.measure.title}: {report.obstacles}"
        for each in followed
        for report in each.reports
        if report.obstacles
    ]
    late = [f"เร่งรัด “{each.measure.title}” ให้แล้วเสร็จ" for each in followed if each.overdue]
    return [*hindered, *late] or ["ดำเนินการตามมาตรการต่อเนื่องและรายงานผลตามกำหนด"]
