"""Parts that the file writes itself, as rich text: tables of scores, findings, measures, the checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_desktop.documents.figures import NO_DATA, score_text, signed
from ita_desktop.documents.paperwork.writing import items, paragraph, table
from ita_desktop.documents.report_advice import to_develop
from ita_desktop.domain.measures import MeasureStatus
from ita_desktop.domain.paperwork.richtext import Align, Marker
from ita_desktop.domain.thai_date import short_date
from ita_desktop.support.language import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from decimal import Decimal

    from ita_desktop.documents.paperwork.facts import Facts
    from ita_desktop.domain.measures import Measure
    from ita_desktop.domain.paperwork.richtext import Block
    from ita_desktop.domain.report import ScoreLine

RIGHT = (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT)
FULL_SCORE: Final = 100
STATUS: Final = {
    MeasureStatus.PLANNED: "ยังไม่เริ่ม",
    MeasureStatus.RUNNING: "กำลังดำเนินการ",
    MeasureStatus.DONE: "ดำเนินการแล้ว",
    MeasureStatus.NOT_DONE: "ไม่ได้ดำเนินการ",
}


def _reported(line: ScoreLine) -> Decimal | None:
    """Return the published score where there is one, else the computed one."""
    return line.published if line.published is not None else line.score


def scores(facts: Facts) -> Iterator[Block]:
    """Tell the tools' scores of two years, as measures papers do."""
    year = facts.content.year
    before = {
        code: score for each in facts.content.years if each.year == year - 1 for code, score in each.tools
    }
    last = next((each.total for each in facts.content.years if each.year == year - 1), None)
    rows: list[list[str]] = [["แบบวัด", f"คะแนนปี {year - 1}", f"คะแนนปี {year}", "เปลี่ยนแปลง"]]
    for line in facts.content.tools:
        now = _reported(line)
        name = line.title if line.key in line.title else f"{line.title} ({line.key})"
        rows.append(
            [name, score_text(before.get(line.key)), score_text(now), _change(now, before.get(line.key))]
        )
    total = facts.content.overall.score
    rows.append(["คะแนนรวม", score_text(last), score_text(total), _change(total, last)])
    yield table((5, 2, 2, 2), rows, aligns=RIGHT)


def _change(now: Decimal | None, before: Decimal | None) -> str:
    return signed(now - before) if now is not None and before is not None else "–"


def indicators(facts: Facts) -> Iterator[Block]:
    """List the indicators with their scores, those below the target marked in words."""
    rows = [["ตัวชี้วัด", "เครื่องมือ", "คะแนน", "เทียบเป้าหมาย"]]
    target = facts.content.overall.target
    for each in facts.content.indicators:
        verdict = NO_DATA if each.score is None else "ถึงเป้าหมาย" if each.score >= target else "ต่ำกว่าเป้าหมาย"
        rows.append([f"{each.code}. {each.title}", each.tool, score_text(each.score), verdict])
    yield table((6, 2, 2, 3), rows, aligns=(Align.LEFT, Align.CENTER, Align.RIGHT, Align.CENTER))


def findings(facts: Facts) -> Iterator[Block]:
    """List what should be done better, the weakest first, each with its score and advice."""
    found = [(tool, item) for tool in facts.content.summaries for item in to_develop(tool)]
    if not found:
        yield paragraph(f"ประเด็นที่ควรพัฒนา: {NO_DATA}")
        return
    texts = (
        f"{item.text} (ข้อ {item.code} ได้ {item.score} คะแนน) {item.guidance}".strip() for _, item in found
    )
    yield from items(Marker.DASH, texts, 1)


def measures(facts: Facts) -> Iterator[Block]:
    """Set the plan in three columns: measure, steps, who is responsible."""
    if not facts.measures:
        yield paragraph("ยังไม่ได้กำหนดมาตรการ")
        return
    rows = [["มาตรการ", "ขั้นตอน/วิธีปฏิบัติ", "ระยะเวลา", "ผู้รับผิดชอบ/กำกับดูแล"]]
    rows += [
        [f"{each.indicator}. {each.title}", each.steps or "–", _period(each), each.owner or "–"]
        for each in facts.measures
    ]
    yield table((4, 6, 3, 3), rows)


def _period(each: Measure) -> str:
    days = [
        short_date(day).replace(" ", "\u00a0") if day is not None else "" for day in (each.start, each.end)
    ]
    return "\u00a0–\n".join(day for day in days if day) or "–"


def outcomes(facts: Facts) -> Iterator[Block]:
    """Tell of each measure what came of it."""
    if not facts.measures:
        yield paragraph("ยังไม่ได้กำหนดมาตรการ")
        return
    rows = [["มาตรการ", "การดำเนินการ", "ผลการดำเนินการ", "ผู้รับผิดชอบ"]]
    for each in facts.measures:
        name = f"{each.indicator}. {each.title}"
        rows.append([name, STATUS[each.status], each.outcome or NO_DATA, each.owner or "–"])
    yield table((5, 3, 5, 3), rows)


def checklist(facts: Facts) -> Iterator[Block]:
    """List the checklist's items that are not full yet: what is wanted, from whom, until when."""
    rows = [["ข้อ", "ข้อมูลที่ต้องเผยแพร่", "หน่วยงานเจ้าของข้อมูล", "กำหนดส่ง"]]
    for indicator in facts.content.indicators:
        for group in indicator.groups:
            rows += [_wanted(facts, line.code, line.text) for line in group.lines if line.score != FULL_SCORE]
    if len(rows) == 1:
        yield paragraph("ข้อมูลครบทุกข้อแล้ว")
        return
    yield table((1.2, 6, 4, 2.4), rows, aligns=(Align.CENTER,))


def _wanted(facts: Facts, code: str, title: str) -> list[str]:
    """Write the row of one item."""
    entry = facts.entries.get(code)
    due = short_date(entry.due) if entry is not None and entry.due is not None else "–"
    return [code, title, (entry.owner if entry is not None else "") or "–", due]


def comments(facts: Facts) -> Iterator[Block]:
    """Quote what the assessor said of the checklist's items."""
    said = [(code, entry.comment) for code, entry in facts.entries.items() if entry.comment]
    if not said:
        yield paragraph("ไม่มีความเห็นของคณะที่ปรึกษา")
        return
    texts = (f"ข้อ {code} คณะที่ปรึกษามีความคิดเห็นว่า {comment}" for code, comment in said)
    yield from items(Marker.BRACKETS, texts, 1)


def respondents(facts: Facts) -> Iterator[Block]:
    """Count who answered, by part."""
    rows = [["แบบวัด", "จำนวนผู้ตอบ (คน)"]]
    rows += [[part.title, f"{part.respondents:,}"] for part in facts.content.profiles]
    yield table((7, 2), rows, aligns=(Align.LEFT, Align.RIGHT))


PARTS: Final[Mapping[str, tuple[str, Callable[[Facts], Iterator[Block]]]]] = {
    "scores": (mark("ตารางคะแนนตามเครื่องมือ เทียบกับปีก่อน"), scores),
    "indicators": (mark("ตารางคะแนน 10 ตัวชี้วัด"), indicators),
    "respondents": (mark("ตารางจำนวนผู้ตอบ"), respondents),
    "findings": (mark("ประเด็นที่ควรพัฒนา"), findings),
    "measures": (mark("ตารางมาตรการ"), measures),
    "outcomes": (mark("ตารางผลการดำเนินการตามมาตรการ"), outcomes),
    "checklist": (mark("รายการข้อมูล OIT ที่ยังไม่ครบ"), checklist),
    "comments": (mark("ความเห็นของคณะที่ปรึกษา"), comments),
}
"""Parts by name: what a list calls them, and what writes them."""
