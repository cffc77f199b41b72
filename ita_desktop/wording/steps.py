"""The next step in words: what to do, how much is left, where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.services.overview import StepKind
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from ita_desktop.services.overview import NextStep

STEPS = {
    StepKind.ROSTER: mark("กรอกรายชื่อผู้มีส่วนได้ส่วนเสียภายใน"),
    StepKind.KEY_FORMS: mark("บันทึกแบบสอบถาม {subject} อีก {left} ฉบับ"),
    StepKind.CHECKLIST: mark("ตรวจ OIT อีก {left} ข้อ เริ่มที่ข้อ {subject}"),
    StepKind.FINDINGS: mark("พิจารณาประเด็นที่พบจากผลคะแนน"),
    StepKind.FOLLOW_UP: mark("ติดตามมาตรการที่ช้ากว่ากำหนด {left} มาตรการ"),
    StepKind.MEASURES: mark("เขียนมาตรการสำหรับข้อที่ยังอ่อน"),
    StepKind.PAPERS: mark("ตรวจบันทึกข้อความและรายงาน แล้วพิมพ์"),
}


def step_words(step: NextStep) -> str:
    """Say the one thing to do next."""
    return tr(STEPS[step.kind]).format(subject=step.subject, left=step.left)
