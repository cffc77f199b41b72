"""The office, the rounds with their instruments, and settings: one value a key, kept as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from ita_desktop.domain.office import Office
from ita_desktop.models.tables import round_, setting

if TYPE_CHECKING:
    from ita_desktop.models.database import Transaction

OFFICE, ACTIVE_YEAR = "office", "active-year"


def get(transaction: Transaction, key: str, default: Any = None) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value of a setting, or `default`."""
    text = transaction.scalar(select(setting.c.value).where(setting.c.key == key))
    return default if text is None else json.loads(text)


def put(transaction: Transaction, key: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
    """Keep a setting."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    statement = insert(setting).values(key=key, value=text)
    transaction.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": text}))


def office(transaction: Transaction) -> Office:
    """Return the office. Fields that a newer program added are left out, missing ones are empty."""
    kept = get(transaction, OFFICE, {"name": ""})
    known = {name: value for name, value in kept.items() if name in Office.__dataclass_fields__}
    return Office(**known)


def put_office(transaction: Transaction, value: Office) -> None:
    """Keep the office."""
    put(transaction, OFFICE, asdict(value))


def active_year(transaction: Transaction) -> int:
    """Return the fiscal year that the window works on."""
    return int(get(transaction, ACTIVE_YEAR, 0))


def put_round(transaction: Transaction, year: int, instrument_text: str) -> None:
    """Keep a fiscal year's round with its own copy of the instrument."""
    statement = insert(round_).values(year=year, instrument=instrument_text)
    transaction.execute(
        statement.on_conflict_do_update(index_elements=["year"], set_={"instrument": instrument_text})
    )


def instrument_text(transaction: Transaction, year: int) -> str:
    """Return the file's copy of the year's instrument."""
    return str(transaction.execute(select(round_.c.instrument).where(round_.c.year == year)).scalar_one())


def years(transaction: Transaction) -> tuple[int, ...]:
    """Return the fiscal years that the file holds."""
    return tuple(transaction.scalars(select(round_.c.year).order_by(round_.c.year)))
