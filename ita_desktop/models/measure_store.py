"""The measures of a year with their steps, in the order in which they were written."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.domain.plan.steps import PlanStep
from ita_desktop.models.rows import date_text, text_date
from ita_desktop.models.tables import measure, measure_report, measure_step

if TYPE_CHECKING:
    from sqlalchemy import Row

    from ita_desktop.models.database import Transaction


def measures(transaction: Transaction, year: int) -> tuple[Measure, ...]:
    """Return the measures of a year."""
    steps = _steps(transaction, year)
    rows = transaction.execute(select(measure).where(measure.c.year == year).order_by(measure.c.id))
    return tuple(_measure(row, steps.get(row.id, ())) for row in rows)


def _steps(transaction: Transaction, year: int) -> dict[int, tuple[PlanStep, ...]]:
    """Return the steps of a year's measures by measure."""
    found = transaction.execute(
        select(measure_step)
        .join(measure, measure.c.id == measure_step.c.measure)
        .where(measure.c.year == year)
        .order_by(measure_step.c.measure, measure_step.c.place)
    )
    return {
        key: tuple(
            PlanStep(row.text, text_date(row.start), text_date(row.end), text_date(row.done)) for row in rows
        )
        for key, rows in groupby(found, key=lambda row: int(row.measure))
    }


def _measure(row: Row[Any], steps: tuple[PlanStep, ...]) -> Measure:
    """Return a row as the domain has it."""
    return Measure(
        indicator=row.indicator,
        title=row.title,
        finding=row.finding,
        plan=steps,
        start=text_date(row.start),
        end=text_date(row.end),
        owner=row.owner,
        status=MeasureStatus(row.status),
        outcome=row.outcome,
        key=row.id,
        answers=row.answers,
        money=Decimal(row.money) if row.money is not None else None,
        success=row.success,
        target=row.target,
        achieved=row.achieved,
        carried_from=row.carried_from,
    )


def _values(value: Measure, year: int) -> dict[str, Any]:
    """Return the row of a measure."""
    return {
        "year": year,
        "indicator": value.indicator,
        "title": value.title,
        "finding": value.finding,
        "start": date_text(value.start),
        "end": date_text(value.end),
        "owner": value.owner,
        "status": value.status.value,
        "outcome": value.outcome,
        "answers": value.answers,
        "money": str(value.money) if value.money is not None else None,
        "success": value.success,
        "target": value.target,
        "achieved": value.achieved,
        "carried_from": value.carried_from,
    }


def add(transaction: Transaction, year: int, value: Measure) -> int:
    """Add a measure; return its key."""
    result = transaction.execute(insert(measure).values(_values(value, year)))
    key = int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0
    _put_steps(transaction, key, value.plan)
    return key


def change(transaction: Transaction, year: int, value: Measure) -> bool:
    """Replace a measure by key; tell whether it was there."""
    statement = update(measure).where(measure.c.id == value.key, measure.c.year == year)
    if not transaction.execute(statement.values(_values(value, year))).rowcount:
        return False
    transaction.execute(delete(measure_step).where(measure_step.c.measure == value.key))
    _put_steps(transaction, value.key, value.plan)
    return True


def _put_steps(transaction: Transaction, key: int, steps: tuple[PlanStep, ...]) -> None:
    """Keep the steps of a measure that has none."""
    rows = [
        {
            "measure": key,
            "place": place,
            "text": step.text,
            "start": date_text(step.start),
            "end": date_text(step.end),
            "done": date_text(step.done),
        }
        for place, step in enumerate(steps, 1)
    ]
    if rows:
        transaction.execute(insert(measure_step), rows)


def remove(transaction: Transaction, year: int, key: int) -> bool:
    """Remove a measure by key with its steps and reports; tell whether it was there."""
    if key not in {each.key for each in measures(transaction, year)}:
        return False
    for table in (measure_step, measure_report):
        transaction.execute(delete(table).where(table.c.measure == key))
    transaction.execute(delete(measure).where(measure.c.id == key))
    return True
