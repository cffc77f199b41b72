"""What a headquarters asks of its store, answered by counting in the database."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, and_, case, cast, func, select

from ita_desktop.domain.headquarters.delivery import OfficeLabel, Reached
from ita_desktop.domain.headquarters.standing import ItemStanding, Standing, ranks
from ita_desktop.domain.person_names import sorting_key
from ita_desktop.domain.scoring import Level
from ita_desktop.models.headquarters import tables
from ita_desktop.models.headquarters.deliveries import UNITS, points

if TYPE_CHECKING:
    from decimal import Decimal

    from sqlalchemy import Connection

HEADS = frozenset({Level.TOTAL.value, Level.TOOL.value})


def standings(connection: Connection, year: int) -> tuple[Standing, ...]:
    """Return every office with its year, by province, then by name; ranks among all."""
    tools = _heads(connection, year)
    rows = connection.execute(_offices_of(year)).all()
    rows = sorted(rows, key=_by_place)
    totals = [tools.get(row.delivery, {}).get("total") for row in rows]
    return tuple(
        Standing(
            OfficeLabel(row.code, row.name, row.kind, row.province), bool(row.expected),
            datetime.fromisoformat(row.at) if row.at is not None else None, row.number or 0, total,
            row.level or "", {k: v for k, v in tools.get(row.delivery, {}).items() if k != "total"},
            bool(row.differs), rank,
        )
        for row, total, rank in zip(rows, totals, ranks(totals), strict=True)
    )  # fmt: skip


def _by_place(row: Any) -> tuple[str, str, str]:  # noqa: ANN401 - a row of whichever driver
    """Order as a Thai dictionary does: no database's collation is the same everywhere."""
    return sorting_key(row.province), sorting_key(row.name), row.code


def _offices_of(year: int):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a statement, as SQLAlchemy types it
    """Return the statement for all offices beside their delivery of a year, if there is one."""
    office, now, came = tables.office, tables.year_of_office, tables.delivery
    return (
        select(
            office.c.code, office.c.name, office.c.kind, office.c.province, office.c.expected,
            now.c.delivery, came.c.at, came.c.number, came.c.level, came.c.differs,
        )
        .select_from(
            office.outerjoin(now, and_(now.c.office == office.c.code, now.c.year == year))
            .outerjoin(came, came.c.id == now.c.delivery)
        )
    )  # fmt: skip


def _heads(connection: Connection, year: int) -> dict[int, dict[str, Decimal | None]]:
    """Return total and tools of each delivery that counts."""
    now, score = tables.year_of_office, tables.score
    rows = connection.execute(
        select(score.c.delivery, score.c.key, score.c.value)
        .select_from(now.join(score, score.c.delivery == now.c.delivery))
        .where(now.c.year == year, score.c.floor.in_(HEADS))
    )
    found: dict[int, dict[str, Decimal | None]] = {}
    for delivery, key, value in rows:
        found.setdefault(delivery, {})[key] = points(value)
    return found


def items(
    connection: Connection, year: int, level: Level, below: int, province: str | None = None
) -> tuple[ItemStanding, ...]:
    """Return the scores of one floor over all offices, the weakest first; `below` in points."""
    now, score, office = tables.year_of_office, tables.score, tables.office
    lower = case((score.c.value < below * UNITS, 1), else_=0)
    average = cast(func.round(func.avg(score.c.value * 1.0)), Integer)
    statement = (
        select(score.c.key, func.count(), average, func.min(score.c.value), func.sum(lower))
        .select_from(
            now.join(score, score.c.delivery == now.c.delivery).join(office, office.c.code == now.c.office)
        )
        .where(now.c.year == year, score.c.floor == level.value, score.c.value.is_not(None))
        .group_by(score.c.key)
        .order_by(average, score.c.key)
    )
    if province is not None:
        statement = statement.where(office.c.province == province)
    return tuple(
        ItemStanding(key, offices, points(int(mean)) or points(0), points(lowest) or points(0), int(few))  # type: ignore[arg-type]
        for key, offices, mean, lowest, few in connection.execute(statement)
    )


def scores_of(connection: Connection, office: str, year: int) -> tuple[Reached, ...]:
    """Return all scores of an office's year, as they were kept; empty before it sent."""
    now, score = tables.year_of_office, tables.score
    rows = connection.execute(
        select(score.c.key, score.c.floor, score.c.value, score.c.published)
        .select_from(now.join(score, score.c.delivery == now.c.delivery))
        .where(now.c.office == office, now.c.year == year)
    )
    return tuple(
        Reached(key, Level(floor), points(value), points(published)) for key, floor, value, published in rows
    )


def distribution(connection: Connection, year: int) -> dict[tuple[str, str], dict[int, int]]:
    """Return how often each choice was taken over all offices, by part and question."""
    now, count = tables.year_of_office, tables.count
    rows = connection.execute(
        select(count.c.part, count.c.question, count.c.choice, func.sum(count.c.count))
        .select_from(now.join(count, count.c.delivery == now.c.delivery))
        .where(now.c.year == year)
        .group_by(count.c.part, count.c.question, count.c.choice)
    )
    found: dict[tuple[str, str], dict[int, int]] = {}
    for part, question, choice, times in rows:
        found.setdefault((part, question), {})[choice] = int(times)
    return found


def years(connection: Connection) -> tuple[int, ...]:
    """Return the years of which something is here, newest first."""
    column = tables.year_of_office.c.year
    return tuple(connection.execute(select(column).distinct().order_by(column.desc())).scalars())


def instrument_text(connection: Connection, year: int) -> str | None:
    """Return the instrument that most deliveries of a year were made with; None before any came."""
    now, came, text = tables.year_of_office, tables.delivery, tables.instrument
    return connection.execute(
        select(text.c.text)
        .select_from(
            now.join(came, came.c.id == now.c.delivery).join(text, text.c.digest == came.c.instrument)
        )
        .where(now.c.year == year)
        .group_by(text.c.digest, text.c.text)
        .order_by(func.count().desc(), text.c.digest)
        .limit(1)
    ).scalar()
