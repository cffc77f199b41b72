"""What came from offices: kept whole and for good; which of it counts is one row for an office and a year."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from ita_desktop.domain.packages.numbering import Numbered
from ita_desktop.domain.packages.receipts import Outcome
from ita_desktop.models.headquarters import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from ita_desktop.domain.answers import Tally
    from ita_desktop.domain.headquarters.delivery import Delivery, OfficeLabel, OfficeYear

UNITS = 100
"""Scores are kept in hundredths: whole numbers sum and compare alike in every database."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A delivery that came: who signed it, when, what became of it."""

    id: int
    office: str
    year: int
    number: int
    digest: str
    signer: str
    name: str
    made_at: datetime
    at: datetime
    outcome: Outcome
    level: str
    differs: tuple[str, ...]


def lock_office(connection: Connection, code: str) -> None:
    """Let one clerk at a time work on an office; a file has one clerk anyway."""
    if connection.dialect.name == "postgresql":
        number = int.from_bytes(hashlib.sha256(code.encode()).digest()[:8], "big", signed=True)
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (number,))


def put_office(connection: Connection, office: OfficeLabel, *, expected: bool) -> None:
    """Keep an office; once on the list of those who must send, a package does not take it off."""
    table = tables.office
    fields: dict[str, Any] = {"name": office.name, "kind": office.kind, "province": office.province}
    known = connection.execute(select(table.c.expected).where(table.c.code == office.code)).scalar()
    if known is None:
        connection.execute(insert(table).values(code=office.code, expected=int(expected), **fields))
        return
    fields["expected"] = max(int(known), int(expected))
    connection.execute(update(table).where(table.c.code == office.code).values(**fields))


def row_of(connection: Connection, signer: str) -> tuple[Numbered, ...]:
    """Return the packages of a sender that came, of any year: an office numbers them through."""
    table = tables.delivery.c
    rows = connection.execute(
        select(table.number, table.digest, table.previous).where(
            table.signer == signer, table.outcome != Outcome.REFUSED.value
        )
    )
    return tuple(Numbered(row.number, row.digest, row.previous) for row in rows)


def find(connection: Connection, digest: str) -> int | None:
    """Return the delivery of a package that came before, whatever became of it."""
    table = tables.delivery.c
    return connection.execute(select(table.id).where(table.digest == digest)).scalar()


def add(
    connection: Connection, came: Delivery, year: OfficeYear, signer: str, at: datetime, outcome: Outcome
) -> int:
    """Keep a delivery with all that it tells; return its id."""
    made = connection.execute(
        insert(tables.delivery).values(
            office=came.office.code, year=came.year, number=came.number, digest=came.digest,
            previous=came.previous, signer=signer, name=came.name, at=_moment(at),
            made_at=_moment(came.made_at), outcome=outcome.value, level=year.level,
            differs=" ".join(year.differs), instrument=_instrument(connection, came),
        )
    )  # fmt: skip
    found = made.inserted_primary_key
    key = int(found[0]) if found is not None else 0
    scores = [
        {
            "delivery": key, "key": each.key, "floor": each.level.value,
            "value": _units(each.value), "published": _units(each.published),
        }
        for each in year.scores
    ]  # fmt: skip
    connection.execute(insert(tables.score), scores)
    if counts := list(_counts(key, came)):
        connection.execute(insert(tables.count), counts)
    return key


def make_current(connection: Connection, office: str, year: int, key: int | None) -> None:
    """Let a delivery be the one that counts for an office's year; None takes the year back to "not sent"."""
    table = tables.year_of_office
    mine = (table.c.office == office) & (table.c.year == year)
    connection.execute(delete(table).where(mine))
    if key is not None:
        connection.execute(insert(table).values(office=office, year=year, delivery=key))


def current(connection: Connection, office: str, year: int) -> int | None:
    """Return the delivery that counts for an office's year."""
    table = tables.year_of_office.c
    return connection.execute(
        select(table.delivery).where(table.office == office, table.year == year)
    ).scalar()


def set_outcome(connection: Connection, key: int, outcome: Outcome) -> None:
    """Say anew what became of a delivery."""
    table = tables.delivery
    connection.execute(update(table).where(table.c.id == key).values(outcome=outcome.value))


def of_office(connection: Connection, code: str, year: int) -> tuple[Arrived, ...]:
    """Return an office's deliveries of a year, the newest number first."""
    table = tables.delivery
    rows = connection.execute(
        select(table)
        .where(table.c.office == code, table.c.year == year)
        .order_by(table.c.number.desc(), table.c.id.desc())
    )
    return tuple(_arrived(row) for row in rows)


def latest(connection: Connection, limit: int) -> tuple[Arrived, ...]:
    """Return what came last, newest first."""
    table = tables.delivery
    return tuple(map(_arrived, connection.execute(select(table).order_by(table.c.id.desc()).limit(limit))))


def _arrived(row: Any) -> Arrived:  # noqa: ANN401 - a row of whichever driver
    """Read a delivery's row."""
    return Arrived(
        row.id, row.office, row.year, row.number, row.digest, row.signer, row.name,
        datetime.fromisoformat(row.made_at), datetime.fromisoformat(row.at), Outcome(row.outcome), row.level,
        tuple(row.differs.split()),
    )  # fmt: skip


def _instrument(connection: Connection, came: Delivery) -> str:
    """Keep the instrument that a delivery was made with, once; return its digest."""
    digest = hashlib.sha256(came.instrument_text.encode()).hexdigest()
    table = tables.instrument
    lock_office(connection, digest)
    if connection.execute(select(table.c.year).where(table.c.digest == digest)).scalar() is None:
        connection.execute(insert(table).values(digest=digest, year=came.year, text=came.instrument_text))
    return digest


def _counts(key: int, came: Delivery) -> Iterator[dict[str, Any]]:
    """Yield the counts of a delivery as rows."""
    for part, tally in came.tallies.items():
        for question, counted in tally.questions.items():
            for choice, count in numbered(counted):
                yield {"delivery": key, "part": part, "question": question, "choice": choice, "count": count}


def numbered(tally: Tally) -> Iterable[tuple[int, int]]:
    """Return counts by choice from 1; 0, -1 and -2 are blank, unreadable and double."""
    marks = ((0, tally.blank), (-1, tally.unreadable), (-2, tally.double))
    return (*enumerate(tally.counts, 1), *(mark for mark in marks if mark[1]))


def _units(value: Decimal | None) -> int | None:
    """Return a score in hundredths."""
    return int((value * UNITS).to_integral_value()) if value is not None else None


def points(units: int | None) -> Decimal | None:
    """Return a score of so many hundredths."""
    return (Decimal(units) / UNITS).quantize(Decimal("0.01")) if units is not None else None


def _moment(at: datetime) -> str:
    """Write a moment as the store has it: sortable text with its zone."""
    return at.isoformat(timespec="seconds")
