"""What is counted about rosters instead of being kept of people: forms given out, erased people, draws."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from ita_desktop.domain.roster import RosterKind
from ita_desktop.models.tables import erased_people, handout, kept_apart, roster_draw

if TYPE_CHECKING:
    from ita_desktop.models.database import Transaction


@dataclass(frozen=True, slots=True)
class Handout:
    """Forms of a part in a division: given out, and come back. Numbers of paper, not of people."""

    part: str
    division: str
    given: int
    came_back: int


@dataclass(frozen=True, slots=True)
class ErasedPeople:
    """How many people of a kind were erased on request. `unit`: division, or kind of an external person."""

    roster: RosterKind
    unit: str
    level: str
    eligible: bool
    asked: bool
    people: int = 1


@dataclass(frozen=True, slots=True)
class DrawRecord:
    """A draw that was made: seed and size make it again; `digest` is of the list drawn from."""

    roster: RosterKind
    seed: str
    size: int
    heads: int
    digest: str
    day: date


def handouts(transaction: Transaction, year: int, part: str) -> tuple[Handout, ...]:
    """Return what was given out of a part, by division."""
    columns = handout.c
    statement = select(columns.part, columns.division, columns.given, columns.came_back)
    rows = transaction.execute(statement.where(columns.year == year, columns.part == part))
    return tuple(Handout(*row) for row in rows)


def put_handout(transaction: Transaction, year: int, counted: Handout) -> None:
    """Keep the counts of a division."""
    values = {"given": counted.given, "came_back": counted.came_back}
    statement = insert(handout).values(year=year, part=counted.part, division=counted.division, **values)
    transaction.execute(
        statement.on_conflict_do_update(index_elements=["year", "part", "division"], set_=values)
    )


def erased(transaction: Transaction, year: int) -> tuple[ErasedPeople, ...]:
    """Return the counts of erased people."""
    rows = transaction.execute(select(erased_people).where(erased_people.c.year == year))
    return tuple(
        ErasedPeople(
            RosterKind(row.roster), row.unit, row.level, bool(row.eligible), bool(row.asked), row.people
        )
        for row in rows
    )


def count_erased(transaction: Transaction, year: int, one: ErasedPeople) -> None:
    """Count one more erased person."""
    statement = insert(erased_people).values(
        year=year, roster=one.roster.value, unit=one.unit, level=one.level, eligible=int(one.eligible),
        asked=int(one.asked), people=one.people,
    )  # fmt: skip
    keys = ["year", "roster", "unit", "level", "eligible", "asked"]
    more = erased_people.c.people + one.people
    transaction.execute(statement.on_conflict_do_update(index_elements=keys, set_={"people": more}))


def draw_record(transaction: Transaction, year: int, roster: RosterKind) -> DrawRecord | None:
    """Return the last draw of a roster."""
    columns = roster_draw.c
    statement = select(roster_draw).where(columns.year == year, columns.roster == roster.value)
    row = transaction.execute(statement).one_or_none()
    if row is None:
        return None
    return DrawRecord(roster, row.seed, row.size, row.heads, row.digest, date.fromisoformat(row.day))


def put_draw(transaction: Transaction, year: int, record: DrawRecord) -> None:
    """Keep a draw in place of the last one."""
    columns = roster_draw.c
    transaction.execute(
        delete(roster_draw).where(columns.year == year, columns.roster == record.roster.value)
    )
    transaction.execute(
        insert(roster_draw).values(
            year=year, roster=record.roster.value, seed=record.seed, size=record.size, heads=record.heads,
            digest=record.digest, day=record.day.isoformat(),
        )
    )  # fmt: skip


def apart(transaction: Transaction, table: str) -> frozenset[tuple[int, int]]:
    """Return the pairs of lines that somebody said are two people."""
    columns = kept_apart.c
    rows = transaction.execute(select(columns.one, columns.other).where(columns.roster == table))
    return frozenset((row.one, row.other) for row in rows)


def keep_apart(transaction: Transaction, table: str, first: int, second: int) -> None:
    """Remember that two lines are two people."""
    low, high = sorted((first, second))
    statement = insert(kept_apart).values(roster=table, one=low, other=high)
    transaction.execute(statement.on_conflict_do_nothing())
