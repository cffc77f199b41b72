"""The sample office's plan: measures with steps and money, findings taken, reports, dates of the calendar."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.domain.plan.calendar import ActivityDates
from ita_desktop.domain.plan.findings import Finding, FindingState, Heading
from ita_desktop.domain.plan.months import Month, read_month
from ita_desktop.domain.plan.progress import Report
from ita_desktop.domain.plan.steps import PlanStep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.services.workspace import Workspace


def fill_plan(workspace: Workspace, measures: Sequence[dict[str, Any]], plan: dict[str, Any]) -> None:
    """Put the plan into an open file."""
    for row in measures:
        workspace.measures.add(_measure(row))
    for row in plan["findings"]:
        found = Finding(row["key"], Heading(row["heading"]), row["text"], FindingState(row["state"]))
        workspace.plan.findings.decide(found)
    keys = {each.indicator: each.key for each in workspace.measures.rows()}
    for indicator, month, percent, done, spent, obstacles, evidence in plan["reports"]:
        money = Decimal(spent) if spent else None
        at = read_month(month) or Month(1, 1)
        workspace.plan.follow_up.put(Report(keys[indicator], at, percent, done, money, obstacles, evidence))
    for tool, (problem, advice) in plan["accounts"].items():
        workspace.plan.follow_up.put_account(tool, problem, advice)
    for row in plan["calendar"]:
        days = {name: date.fromisoformat(row[name]) for name in ("start", "end")}
        workspace.plan.calendar.change(ActivityDates(row["code"], owner=row["owner"], **days))


def _measure(row: dict[str, Any]) -> Measure:
    """Read a measure."""
    read = {
        "start": _day(row["start"]),
        "end": _day(row["end"]),
        "status": MeasureStatus(row["status"]),
        "money": Decimal(row["money"]) if "money" in row else None,
        "plan": tuple(
            PlanStep(step["text"], _day(step["start"]), _day(step["end"]), _day(step["done"]))
            for step in row["plan"]
        ),
    }
    return Measure(**{**row, **read})


def _day(text: str | None) -> date | None:
    """Read an ISO day."""
    return date.fromisoformat(text) if text else None
