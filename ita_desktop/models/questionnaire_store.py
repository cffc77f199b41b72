"""Batches, questionnaires and the form being keyed. Nothing here touches a roster, and nothing may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ita_desktop.domain.answers import CHOICE_SYMBOLS, Card
from ita_desktop.domain.batches import Batch, Draft, Questionnaire
from ita_desktop.models.tables import batch, draft, questionnaire

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Row, Select

    from ita_desktop.models.database import Transaction


CARD = 20_000
"""Lines joined at a time: about half a megabyte, and no quicker with more."""


def _batch(row: Row[Any]) -> Batch:
    """Read a batch with its count of forms."""
    return Batch(
        row.part,
        row.number,
        row.division,
        row.declared,
        row.collected_by,
        closed=bool(row.closed),
        keyed=row.keyed,
        key=row.id,
    )


def _batches(year: int) -> Select[Any]:
    """Select the batches of a year, each with how many forms are in."""
    keyed = (
        select(func.count())
        .where(questionnaire.c.batch == batch.c.id)
        .correlate(batch)
        .scalar_subquery()
        .label("keyed")
    )
    return select(batch, keyed).where(batch.c.year == year)


def batches(transaction: Transaction, year: int) -> tuple[Batch, ...]:
    """Return the batches of a year by part and number."""
    rows = transaction.execute(_batches(year).order_by(batch.c.part, batch.c.number))
    return tuple(_batch(row) for row in rows)


def find_batch(transaction: Transaction, year: int, key: int) -> Batch | None:
    """Return one batch, or None."""
    row = transaction.execute(_batches(year).where(batch.c.id == key)).one_or_none()
    return _batch(row) if row is not None else None


def open_batch(transaction: Transaction, year: int, part: str) -> Batch | None:
    """Return the newest batch of a part that is not closed."""
    statement = _batches(year).where(batch.c.part == part, batch.c.closed == 0)
    row = transaction.execute(statement.order_by(batch.c.number.desc()).limit(1)).one_or_none()
    return _batch(row) if row is not None else None


def add_batch(transaction: Transaction, year: int, value: Batch) -> int:
    """Add a batch, numbering it after the last one of its part where `number` is 0; return its key."""
    last = transaction.scalar(
        select(func.max(batch.c.number)).where(batch.c.year == year, batch.c.part == value.part)
    )
    result = transaction.execute(
        insert(batch).values(
            year=year,
            part=value.part,
            number=value.number or (last or 0) + 1,
            division=value.division,
            declared=value.declared,
            collected_by=value.collected_by,
            closed=int(value.closed),
        )
    )
    return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0


def change_batch(transaction: Transaction, value: Batch) -> None:
    """Replace what a batch's cover sheet says."""
    transaction.execute(
        update(batch)
        .where(batch.c.id == value.key)
        .values(
            division=value.division,
            declared=value.declared,
            collected_by=value.collected_by,
            closed=int(value.closed),
        )
    )


def lines(transaction: Transaction, year: int, part: str) -> list[str]:
    """Return the answer lines of all finished forms of a part."""
    statement = select(questionnaire.c.line).where(questionnaire.c.year == year, questionnaire.c.part == part)
    return list(transaction.scalars(statement))


def cards(transaction: Transaction, year: int, part: str, size: int = CARD) -> Iterator[Card]:
    """Yield the answer lines of all finished forms of a part, joined by SQLite so many at a time.

    Joined there, because a million Python strings would cost more than counting them, and all at once would
    cost memory that an office machine does not have.
    """
    columns, here = questionnaire.c, (questionnaire.c.year == year) & (questionnaire.c.part == part)
    last = 0
    while True:
        chunk = select(columns.serial, columns.line).where(here, columns.serial > last)
        some = chunk.order_by(columns.serial).limit(size).subquery()
        joined = func.group_concat(some.c.line, "\n")
        row = transaction.execute(select(joined, func.count(), func.max(some.c.serial))).one()
        if not row[1]:
            return
        yield Card(row[0], row[1])
        last = row[2]


def numbered_lines(transaction: Transaction, year: int, part: str) -> dict[int, str]:
    """Return the answer lines of all finished forms of a part by number."""
    statement = select(questionnaire.c.serial, questionnaire.c.line)
    rows = transaction.execute(statement.where(questionnaire.c.year == year, questionnaire.c.part == part))
    return {int(serial): str(line) for serial, line in rows}


def batch_lines(transaction: Transaction, key: int) -> list[str]:
    """Return the answer lines of one batch."""
    return list(transaction.scalars(select(questionnaire.c.line).where(questionnaire.c.batch == key)))


def answered_by_batch(transaction: Transaction, year: int, part: str, place: int) -> dict[int, int]:
    """Return by batch key how many forms of a part have an answer at a place (from 0) of the line."""
    symbol = func.substr(questionnaire.c.line, place + 1, 1)
    rows = transaction.execute(
        select(questionnaire.c.batch, func.sum(case((symbol.in_(list(CHOICE_SYMBOLS)), 1), else_=0)))
        .where(questionnaire.c.year == year, questionnaire.c.part == part)
        .group_by(questionnaire.c.batch)
    )
    return {int(key): int(answered or 0) for key, answered in rows}


def respondents(transaction: Transaction, year: int) -> dict[str, int]:
    """Return how many finished forms each part has."""
    rows = transaction.execute(
        select(questionnaire.c.part, func.count())
        .where(questionnaire.c.year == year)
        .group_by(questionnaire.c.part)
    )
    return {str(part): int(number) for part, number in rows}


def serials(transaction: Transaction, year: int, part: str) -> set[int]:
    """Return the numbers of all finished forms of a part."""
    return set(
        transaction.scalars(
            select(questionnaire.c.serial).where(questionnaire.c.year == year, questionnaire.c.part == part)
        )
    )


def next_serial(transaction: Transaction, year: int, part: str) -> int:
    """Return the number after the highest of a part."""
    highest = transaction.scalar(
        select(func.max(questionnaire.c.serial)).where(
            questionnaire.c.year == year, questionnaire.c.part == part
        )
    )
    return (highest or 0) + 1


def next_in_batch(transaction: Transaction, year: int, part: str, key: int) -> int | None:
    """Return the first number after a batch's first form that nobody has; None for an empty batch.

    Where the batch's own numbers have no gap, as most have not, only what lies beyond them is looked at.
    """
    columns, following = questionnaire.c, questionnaire.alias()
    ends = select(func.min(columns.serial), func.max(columns.serial), func.count()).where(
        columns.batch == key
    )
    first, last, forms = transaction.execute(ends).one()
    if not forms:
        return None
    here = (columns.year == year) & (columns.part == part)
    start = last if last - first + 1 == forms else first
    taken = select(following.c.serial).where(
        following.c.year == year, following.c.part == part, following.c.serial == columns.serial + 1
    )
    statement = select(columns.serial + 1).where(here, columns.serial >= start, ~taken.exists())
    return int(transaction.execute(statement.order_by(columns.serial).limit(1)).scalar_one())


def find(transaction: Transaction, year: int, part: str, serial: int) -> Questionnaire | None:
    """Return the form of that number, or None."""
    row = transaction.execute(
        select(questionnaire).where(
            questionnaire.c.year == year, questionnaire.c.part == part, questionnaire.c.serial == serial
        )
    ).one_or_none()
    return Questionnaire(row.batch, row.serial, row.line, row.note) if row is not None else None


def add(transaction: Transaction, year: int, part: str, forms: Iterable[Questionnaire]) -> None:
    """Add finished forms of one part."""
    rows = [
        {"year": year, "part": part, "serial": f.serial, "batch": f.batch, "line": f.line, "note": f.note}
        for f in forms
    ]
    if rows:
        transaction.execute(insert(questionnaire), rows)


def change(transaction: Transaction, year: int, part: str, form: Questionnaire) -> None:
    """Replace the answers of a finished form."""
    transaction.execute(
        update(questionnaire)
        .where(
            questionnaire.c.year == year,
            questionnaire.c.part == part,
            questionnaire.c.serial == form.serial,
        )
        .values(line=form.line, note=form.note)
    )


def remove(transaction: Transaction, year: int, part: str, serial: int) -> bool:
    """Remove a finished form; tell whether it was there."""
    statement = delete(questionnaire).where(
        questionnaire.c.year == year, questionnaire.c.part == part, questionnaire.c.serial == serial
    )
    return bool(transaction.execute(statement).rowcount)


def get_draft(transaction: Transaction, year: int, part: str) -> Draft | None:
    """Return the form that was being keyed in a part, or None."""
    row = transaction.execute(select(draft).where(draft.c.year == year, draft.c.part == part)).one_or_none()
    return Draft(row.part, row.batch, row.serial, row.line, row.note) if row is not None else None


def put_draft(transaction: Transaction, year: int, value: Draft) -> None:
    """Keep the form that is being keyed."""
    fields = {"batch": value.batch, "serial": value.serial, "line": value.line, "note": value.note}
    statement = upsert(draft).values(year=year, part=value.part, **fields)
    transaction.execute(statement.on_conflict_do_update(index_elements=["year", "part"], set_=fields))


def remove_draft(transaction: Transaction, year: int, part: str) -> None:
    """Forget the form that was being keyed."""
    transaction.execute(delete(draft).where(draft.c.year == year, draft.c.part == part))
