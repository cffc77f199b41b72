"""The papers of the plan: findings, plan, timeline, follow-up, what came of it, the year's calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.plan import papers

if TYPE_CHECKING:
    from datetime import datetime

    from ita_desktop.domain.plan.papers import PlanPaper

TITLES = {
    papers.FINDINGS: "ผลการวิเคราะห์เพื่อกำหนดมาตรการ",
    papers.PLAN: "แผนมาตรการ (ตาราง 6 ช่อง)",
    papers.PLAN_SHORT: "แผนมาตรการ (ตาราง 3 ช่อง)",
    papers.TIMELINE: "แผนงานตามเวลา (Gantt)",
    papers.FOLLOW_UP: "รายงานผลการดำเนินการตามมาตรการ รายแบบวัด",
    papers.HALF_1: "รายงานผู้บริหาร รอบ 6 เดือน",
    papers.HALF_2: "รายงานผู้บริหาร รอบ 12 เดือน",
    papers.EFFECTS: "ผลคะแนนก่อนและหลังดำเนินมาตรการ",
    papers.CALENDAR: "ปฏิทินการประเมิน",
}


def render_plan(kind: str, paper: PlanPaper, created: datetime, family: str) -> bytes:
    """Set a paper of the plan; the problems of `setting.to_pdf`. KeyError for another kind."""
    from ita_desktop.documents.plan.account import render_account
    from ita_desktop.documents.plan.effects import render_effects
    from ita_desktop.documents.plan.findings import render_findings
    from ita_desktop.documents.plan.half_year import render_half_year
    from ita_desktop.documents.plan.six_columns import render_six_columns
    from ita_desktop.documents.plan.three_columns import render_three_columns
    from ita_desktop.documents.plan.timeline import render_calendar, render_timeline

    if kind in {papers.HALF_1, papers.HALF_2}:
        return render_half_year(paper, created, family, whole=kind == papers.HALF_2)
    renderers = {
        papers.FINDINGS: render_findings,
        papers.PLAN: render_six_columns,
        papers.PLAN_SHORT: render_three_columns,
        papers.TIMELINE: render_timeline,
        papers.FOLLOW_UP: render_account,
        papers.EFFECTS: render_effects,
        papers.CALENDAR: render_calendar,
    }
    return renderers[kind](paper, created, family)
