"""The memo that reports the year's result, proposed from the file; a person writes over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.figures import NO_DATA, code_ranges, listed
from ita_desktop.documents.report_advice import to_develop
from ita_desktop.domain.papers import Memo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ita_desktop.domain.office import Office
    from ita_desktop.domain.report import ReportContent, ToolSummary

SHOWN_QUESTIONS, SHOWN_CHECKS = 3, 6
"""More weak items than this are counted: a memo names the first to look at, the report has them all."""
TAKE_NOTE = "จึงเรียนมาเพื่อโปรดทราบ"
REQUEST = (
    "จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบขอได้โปรดลงนามในประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    "ที่แนบมาพร้อมนี้"
)
ASSESSMENT = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"


def result_memo(content: ReportContent, day: date) -> Memo:
    """Write the memo to the mayor: score, level, and for each tool what to work on."""
    office = content.office
    return Memo(
        department=department_line(office),
        number=f"{office.document_code}/" if office.document_code else "",
        day=day,
        subject=f"รายงานผล{ASSESSMENT} ประจำปีงบประมาณ พ.ศ. {content.year}",
        addressee=office.addressee or addressee_of(office.name),
        paragraphs=(
            _occasion(content),
            _result(content),
            *_tools(content),
            REQUEST if content.overall.score is not None else TAKE_NOTE,
        ),
        signer_name=office.signer_name,
        signer_position=office.signer_position,
    )


def department_line(office: Office) -> str:
    """Write the unit with its telephone and mail, as the head of a memo wants."""
    parts = list(unit_lines(office))
    if office.telephone:
        parts.append(f"โทร.\u00a0{office.telephone}")
    if office.email:
        parts.append(f"อีเมล {office.email}")
    return " ".join(part for part in parts if part)


def unit_lines(office: Office) -> tuple[str, ...]:
    """Name the unit, then the office; once where the unit was written with the office's name."""
    if not office.division:
        return (office.name,)
    named = office.name in office.division
    return (office.division,) if named else (office.division, office.name)


def addressee_of(name: str) -> str:
    """Return the mayor, through the clerk, as the office's name has it; else just the head."""
    if name.startswith("เทศบาล"):
        return f"นายกเทศมนตรี{name.removeprefix('เทศบาล')} (ผ่านปลัดเทศบาล)"
    if name.startswith("องค์การบริหารส่วน"):
        return f"นายก{name} (ผ่านปลัด{name})"
    return "หัวหน้าหน่วยงาน"


def _occasion(content: ReportContent) -> str:
    """Say what the memo is about: a published result, or the office's own account."""
    title = f"{ASSESSMENT} (Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. {content.year}"
    if content.overall.published is not None:
        return f"ด้วยสำนักงาน ป.ป.ช. ได้ประกาศผล{title} แล้ว นั้น"
    return f"ด้วย{content.office.name}เข้ารับ{title} นั้น"


def _result(content: ReportContent) -> str:
    """State score and level, and whose figures they are."""
    unit, office, overall = content.office.division or "งานที่รับผิดชอบ", content.office.name, content.overall
    done = (
        f"{unit}ได้วิเคราะห์ผลการประเมินเรียบร้อยแล้ว" if overall.score is not None else f"{unit}ได้ประมวลข้อมูลเท่าที่มี"
    )
    if overall.score is not None:
        level = f" ระดับผลการประเมิน “{overall.level}”" if overall.level else ""
        own = "" if overall.published is not None else " (หน่วยงานคำนวณเอง ยังไม่ใช่ผลที่ประกาศ)"
        return f"{done} {office}ได้คะแนน {overall.score} คะแนน{level}{own} จึงขอรายงานสรุปผล ดังนี้"
    if overall.provisional is not None:
        return (
            f"{done} ยังคำนวณคะแนนรวมไม่ได้ ค่าเฉลี่ยชั่วคราวของเครื่องมือที่มีข้อมูลแล้วคือ {overall.provisional} "
            "คะแนน จึงขอรายงานความก้าวหน้า ดังนี้"
        )
    return f"ขณะนี้{NO_DATA}ที่จะคำนวณผลการประเมิน จึงขอรายงานความก้าวหน้า ดังนี้"


def _tools(content: ReportContent) -> Iterator[str]:
    """State each tool with what to work on."""
    published = {line.key: line.published for line in content.tools}
    for number, summary in enumerate(content.summaries, 1):
        score = published.get(summary.code) or summary.score
        kind = "แบบตรวจ" if summary.checklist else "แบบวัด"
        if score is None:
            yield f"{number}. {kind} {summary.code} {NO_DATA}"
        else:
            yield f"{number}. {kind} {summary.code} ได้ {score} คะแนน {_weak(summary)}".rstrip()


def _weak(summary: ToolSummary) -> str:
    """Name the items to work on, weakest first; the rest are counted."""
    items = to_develop(summary)
    if not items:
        return "ทุกข้อที่มีผลได้คะแนนเต็ม" if summary.checklist else ""
    shown = SHOWN_CHECKS if summary.checklist else SHOWN_QUESTIONS
    named = code_ranges(item.code for item in items[:shown])
    more = len(items) - shown
    lead = "ข้อที่ไม่ได้คะแนนเต็มคือ ข้อ" if summary.checklist else "ข้อที่ควรปรับปรุงคือ ข้อ"
    return f"{lead} {' '.join(named)} และอีก {more} ข้อ" if more > 0 else f"{lead} {listed(named)}"
