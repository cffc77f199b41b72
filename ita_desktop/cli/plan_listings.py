"""What the lists of a plan hold: measures, findings, reports, what came of them, the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.cli.columns import Column, Listing, day, iso, score, state
from ita_desktop.domain.measures import MeasureStatus
from ita_desktop.domain.plan.effect import Verdict
from ita_desktop.domain.plan.findings import FindingState, Heading
from ita_desktop.support.language import mark
from ita_desktop.wording.plan import reasons_words

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_desktop.cli.columns import Row
    from ita_desktop.services.workspace import Workspace


def _money(money: Decimal | None) -> str | None:
    """Return a sum as JSON has it: exact, so as text."""
    return str(money) if money is not None else None


def _number(value: Decimal | None) -> float | None:
    """Return a score as JSON has it."""
    return float(value) if value is not None else None


def measures(workspace: Workspace) -> list[Row]:
    """Return the measures by indicator, with what became of them so far."""
    return [
        {
            "indicator": row.measure.indicator,
            "title": row.measure.title,
            "finding": row.measure.finding,
            "steps": row.measure.steps,
            "start": iso(row.measure.start),
            "end": iso(row.measure.end),
            "owner": row.measure.owner,
            "status": row.measure.status.value,
            "outcome": row.measure.outcome,
            "number": row.measure.key,
            "answers": row.measure.score_key,
            "money": _money(row.measure.money),
            "success": row.measure.success,
            "target": row.measure.target,
            "achieved": row.measure.achieved,
            "carried_from": row.measure.carried_from,
            "percent": row.percent,
            "spent": _money(row.spent),
            "overdue": row.overdue,
            "plan": [
                {"text": s.text, "start": iso(s.start), "end": iso(s.end), "done": iso(s.done)}
                for s in row.measure.plan
            ],
        }
        for row in workspace.plan.follow_up.rows()
    ]


def findings(workspace: Workspace) -> list[Row]:
    """Return what the rules propose and what people decided."""
    return [
        {
            "key": row.finding.score_key,
            "title": row.title,
            "heading": row.finding.heading.value,
            "state": row.finding.state.value,
            "text": row.finding.text,
            "rules": [reason.rule.value for reason in row.finding.reasons],
            "why": reasons_words(row.finding),
            "indicator": row.indicator,
            "tool": row.tool,
            "leads_to": [code for code, _ in row.leads_to],
            "measures": row.measures,
        }
        for row in workspace.plan.findings.rows()
    ]


def reports(workspace: Workspace) -> list[Row]:
    """Return the monthly reports."""
    return [
        {
            "number": row.measure.key,
            "title": row.measure.title,
            "month": str(report.month),
            "quarter": report.month.quarter,
            "percent": report.percent,
            "done": report.done,
            "spent": _money(report.spent),
            "obstacles": report.obstacles,
            "evidence": report.evidence,
        }
        for row in workspace.plan.follow_up.rows()
        for report in row.reports
    ]


def effects(workspace: Workspace) -> list[Row]:
    """Return each measure beside the score that it meant to change."""
    return [
        {
            "number": row.measure.key,
            "measure": row.measure.title,
            "key": row.key,
            "title": row.title,
            "before_year": row.effect.before_year,
            "before": _number(row.effect.before),
            "after_year": row.effect.after_year,
            "after": _number(row.effect.after),
            "change": _number(row.effect.change),
            "verdict": row.effect.verdict.value,
        }
        for row in workspace.plan.effects.rows()
    ]


def calendar(workspace: Workspace) -> list[Row]:
    """Return the year's calendar with the dates that hold."""
    return [
        {
            "code": activity.code,
            "title": activity.title,
            "start": iso(dates.start),
            "end": iso(dates.end),
            "owner": dates.owner,
        }
        for activity, dates in workspace.plan.calendar.rows()
    ]


PLAN_LISTINGS = {
    "measures": Listing(
        measures,
        (
            Column("number", mark("เลขที่"), right=True),
            Column("indicator", mark("ตัวชี้วัด")),
            Column("title", mark("มาตรการ")),
            Column("owner", mark("ผู้รับผิดชอบ")),
            Column("end", mark("วันสิ้นสุด"), day),
            Column("status", mark("สถานะ"), state(MeasureStatus)),
        ),
    ),
    "findings": Listing(
        findings,
        (
            Column("key", mark("ข้อ")),
            Column("heading", mark("หัวข้อ"), state(Heading)),
            Column("title", mark("ประเด็น")),
            Column("why", mark("เหตุที่เสนอ")),
            Column("state", mark("พิจารณา"), state(FindingState)),
        ),
    ),
    "reports": Listing(
        reports,
        (
            Column("number", mark("เลขที่"), right=True),
            Column("title", mark("มาตรการ")),
            Column("month", mark("เดือน")),
            Column("percent", mark("ร้อยละ"), right=True),
            Column("spent", mark("ใช้จ่าย (บาท)"), right=True),
            Column("done", mark("สิ่งที่ทำแล้ว")),
        ),
    ),
    "effects": Listing(
        effects,
        (
            Column("key", mark("ข้อ")),
            Column("measure", mark("มาตรการ")),
            Column("before", mark("ปีก่อน"), score, right=True),
            Column("after", mark("ปีหลัง"), score, right=True),
            Column("change", mark("ต่าง"), score, right=True),
            Column("verdict", mark("อ่านผล"), state(Verdict)),
        ),
    ),
    "calendar": Listing(
        calendar,
        (
            Column("code", mark("รหัส")),
            Column("title", mark("กิจกรรม")),
            Column("start", mark("วันเริ่ม"), day),
            Column("end", mark("วันสิ้นสุด"), day),
            Column("owner", mark("ผู้รับผิดชอบ")),
        ),
    ),
}
"""The lists of the plan, by the name that the command line has for them."""
