"""What surrounds the measures: findings, monthly reports, accounts by tool, the calendar, libraries."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ita_desktop.domain.plan.calendar import ActivityDates
from ita_desktop.domain.plan.findings import Finding, FindingState, Heading
from ita_desktop.domain.plan.months import Month, read_month
from ita_desktop.domain.plan.progress import Report
from ita_desktop.models.rows import text_date
from ita_desktop.models.tables import (
    activity,
    finding,
    measure,
    measure_library,
    measure_report,
    tool_account,
)

if TYPE_CHECKING:
    from ita_desktop.models.database import Transaction


def findings(transaction: Transaction, year: int) -> tuple[Finding, ...]:
    """Return what people decided about findings, in the order in which they did."""
    rows = transaction.execute(select(finding).where(finding.c.year == year).order_by(finding.c.id))
    return tuple(Finding(r.key, Heading(r.heading), r.text, FindingState(r.state), r.id) for r in rows)


def put_finding(transaction: Transaction, year: int, value: Finding) -> int:
    """Keep a finding: under its own key number, else as a new one. Return the number."""
    fields = {
        "year": year,
        "key": value.score_key,
        "heading": value.heading.value,
        "state": value.state.value,
        "text": value.text,
    }
    if value.key:
        transaction.execute(update(finding).where(finding.c.id == value.key).values(fields))
        return value.key
    result = transaction.execute(insert(finding).values(fields))
    return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0


def remove_finding(transaction: Transaction, year: int, key: int) -> bool:
    """Forget what was decided about a finding; tell whether there was something."""
    statement = delete(finding).where(finding.c.id == key, finding.c.year == year)
    return bool(transaction.execute(statement).rowcount)


def reports(transaction: Transaction, year: int) -> tuple[Report, ...]:
    """Return the monthly reports of a year's measures, by measure and month."""
    rows = transaction.execute(
        select(measure_report)
        .join(measure, measure.c.id == measure_report.c.measure)
        .where(measure.c.year == year)
        .order_by(measure_report.c.measure, measure_report.c.month)
    )
    return tuple(
        Report(
            row.measure,
            read_month(row.month) or Month(1, 1),
            row.percent,
            row.done,
            Decimal(row.spent) if row.spent is not None else None,
            row.obstacles,
            row.evidence,
        )
        for row in rows
    )


def put_report(transaction: Transaction, value: Report) -> None:
    """Keep a month's report."""
    key = {"measure": value.measure, "month": str(value.month)}
    fields = {
        "percent": value.percent,
        "done": value.done,
        "spent": str(value.spent) if value.spent is not None else None,
        "obstacles": value.obstacles,
        "evidence": value.evidence,
    }
    statement = upsert(measure_report).values(**key, **fields)
    transaction.execute(statement.on_conflict_do_update(index_elements=list(key), set_=fields))


def remove_report(transaction: Transaction, measure_key: int, month: Month) -> bool:
    """Remove a month's report; tell whether it was there."""
    statement = delete(measure_report).where(
        measure_report.c.measure == measure_key, measure_report.c.month == str(month)
    )
    return bool(transaction.execute(statement).rowcount)


def accounts(transaction: Transaction, year: int) -> dict[str, tuple[str, str]]:
    """Return what was written into the accounts, by tool: the problem, the advice."""
    rows = transaction.execute(select(tool_account).where(tool_account.c.year == year))
    return {row.tool: (row.problem, row.advice) for row in rows}


def put_account(transaction: Transaction, year: int, tool: str, problem: str, advice: str) -> None:
    """Keep what was written into a tool's account."""
    key, fields = {"year": year, "tool": tool}, {"problem": problem, "advice": advice}
    statement = upsert(tool_account).values(**key, **fields)
    transaction.execute(statement.on_conflict_do_update(index_elements=list(key), set_=fields))


def activities(transaction: Transaction, year: int) -> dict[str, ActivityDates]:
    """Return the dates that people gave to activities of the calendar, by code."""
    rows = transaction.execute(select(activity).where(activity.c.year == year))
    found = {}
    for row in rows:
        start, end = text_date(row.start), text_date(row.end)
        if start is not None and end is not None:
            found[row.code] = ActivityDates(row.code, start, end, row.owner)
    return found


def put_activity(transaction: Transaction, year: int, value: ActivityDates) -> None:
    """Keep an activity's dates."""
    key = {"year": year, "code": value.code}
    fields = {"start": value.start.isoformat(), "end": value.end.isoformat(), "owner": value.owner}
    statement = upsert(activity).values(**key, **fields)
    transaction.execute(statement.on_conflict_do_update(index_elements=list(key), set_=fields))


def remove_activity(transaction: Transaction, year: int, code: str) -> bool:
    """Go back to the instrument's dates; tell whether there were others."""
    statement = delete(activity).where(activity.c.year == year, activity.c.code == code)
    return bool(transaction.execute(statement).rowcount)


def libraries(transaction: Transaction) -> tuple[str, ...]:
    """Return the texts of the libraries that were taken in, by source."""
    return tuple(transaction.scalars(select(measure_library.c.text).order_by(measure_library.c.source)))


def library_version(transaction: Transaction, source: str) -> int | None:
    """Return the version of a source's library; None if there is none of it."""
    found = transaction.scalar(select(measure_library.c.version).where(measure_library.c.source == source))
    return int(found) if found is not None else None


def put_library(transaction: Transaction, source: str, version: int, text: str) -> None:
    """Keep a source's library in the place of its older one."""
    fields = {"version": version, "text": text}
    statement = upsert(measure_library).values(source=source, **fields)
    transaction.execute(statement.on_conflict_do_update(index_elements=["source"], set_=fields))
