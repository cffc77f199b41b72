"""The names of the plan's states and papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.plan import papers
from ita_desktop.domain.plan.effect import Verdict
from ita_desktop.domain.plan.findings import FindingState, Heading
from ita_desktop.domain.plan.timeline import BarState
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from enum import Enum

PLAN_LABELS: dict[Enum, str] = {
    Heading.URGENT: mark("ข้อบกพร่องที่ต้องแก้ไขโดยเร่งด่วน"),
    Heading.DEVELOP: mark("ประเด็นที่ควรพัฒนา"),
    FindingState.PROPOSED: mark("เสนอ"),
    FindingState.ACCEPTED: mark("รับไว้แล้ว"),
    FindingState.DISMISSED: mark("ไม่นำมาใช้"),
    Verdict.ROSE: mark("เพิ่มขึ้น"),
    Verdict.FELL: mark("ลดลง"),
    Verdict.SAME: mark("เท่าเดิม"),
    Verdict.WITHIN_CHANCE: mark("ไม่เกินความคลาดเคลื่อน"),
    Verdict.NOT_SURE: mark("บอกไม่ได้ว่าเกินความคลาดเคลื่อนหรือไม่"),
    Verdict.NOT_COMPARABLE: mark("เทียบกันไม่ได้"),
    Verdict.NOT_YET: mark("ยังไม่มีผล"),
    Verdict.NO_BEFORE: mark("ไม่มีผลปีก่อน"),
    BarState.AHEAD: mark("ยังไม่ถึงกำหนด"),
    BarState.RUNNING: mark("อยู่ในช่วงดำเนินการ"),
    BarState.FINISHED: mark("แล้วเสร็จ"),
    BarState.LATE: mark("เลยกำหนด"),
    BarState.DROPPED: mark("ไม่ได้ดำเนินการ"),
}

PLAN_PAPER_NAMES = {
    papers.FINDINGS: mark("ผลการวิเคราะห์เพื่อกำหนดมาตรการ"),
    papers.PLAN: mark("แผนมาตรการ (ตาราง 6 ช่อง)"),
    papers.PLAN_SHORT: mark("แผนมาตรการ (ตาราง 3 ช่อง)"),
    papers.TIMELINE: mark("แผนงานตามเวลา (Gantt)"),
    papers.FOLLOW_UP: mark("รายงานผลการดำเนินการตามมาตรการ รายแบบวัด"),
    papers.HALF_1: mark("รายงานผู้บริหาร รอบ 6 เดือน"),
    papers.HALF_2: mark("รายงานผู้บริหาร รอบ 12 เดือน"),
    papers.EFFECTS: mark("ผลคะแนนก่อนและหลังดำเนินมาตรการ"),
    papers.CALENDAR: mark("ปฏิทินการประเมิน"),
}


def plan_paper_name(code: str) -> str:
    """Return the name of a paper of the plan in the user's language."""
    return tr(PLAN_PAPER_NAMES[code])
