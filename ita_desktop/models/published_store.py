"""Figures that ป.ป.ช. published, by year and score key: this year's and those of years before the program."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from ita_desktop.models.tables import published

if TYPE_CHECKING:
    from ita_desktop.models.database import Transaction


def figures(transaction: Transaction, year: int) -> dict[str, Decimal]:
    """Return the published figures of a year by score key."""
    rows = transaction.execute(select(published).where(published.c.year == year))
    return {row.key: Decimal(row.value) for row in rows}


def years(transaction: Transaction) -> tuple[int, ...]:
    """Return the years that have published figures."""
    return tuple(transaction.scalars(select(published.c.year).distinct().order_by(published.c.year)))


def put(transaction: Transaction, year: int, key: str, value: Decimal | None) -> None:
    """Keep a published figure, or forget it where `value` is None."""
    if value is None:
        transaction.execute(delete(published).where(published.c.year == year, published.c.key == key))
        return
    statement = insert(published).values(year=year, key=key, value=str(value))
    transaction.execute(
        statement.on_conflict_do_update(index_elements=["year", "key"], set_={"value": str(value)})
    )
