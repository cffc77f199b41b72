"""The measures of a year, in the order in which they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.models.rows import date_text, text_date
from ita_desktop.models.tables import measure

if TYPE_CHECKING:
    from ita_desktop.models.database import Transaction


def measures(transaction: Transaction, year: int) -> tuple[Measure, ...]:
    """Return the measures of a year."""
    rows = transaction.execute(select(measure).where(measure.c.year == year).order_by(measure.c.id))
    return tuple(
        Measure(
            indicator=row.indicator,
            title=row.title,
            finding=row.finding,
            steps=row.steps,
            start=text_date(row.start),
            end=text_date(row.end),
            owner=row.owner,
            status=MeasureStatus(row.status),
            outcome=row.outcome,
            key=row.id,
        )
        for row in rows
    )


def _values(value: Measure, year: int) -> dict[str, Any]:
    """Return the row of a measure."""
    return {
        "year": year,
        "indicator": value.indicator,
        "title": value.title,
        "finding": value.finding,
        "steps": value.steps,
        "start": date_text(value.start),
        "end": date_text(value.end),
        "owner": value.owner,
        "status": value.status.value,
        "outcome": value.outcome,
    }


def add(transaction: Transaction, year: int, value: Measure) -> int:
    """Add a measure; return its key."""
    result = transaction.execute(insert(measure).values(_values(value, year)))
    return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0


def change(transaction: Transaction, year: int, value: Measure) -> bool:
    """Replace a measure by key; tell whether it was there."""
    statement = update(measure).where(measure.c.id == value.key, measure.c.year == year)
    return bool(transaction.execute(statement.values(_values(value, year))).rowcount)


def remove(transaction: Transaction, year: int, key: int) -> bool:
    """Remove a measure by key; tell whether it was there."""
    statement = delete(measure).where(measure.c.id == key, measure.c.year == year)
    return bool(transaction.execute(statement).rowcount)
