"""The rosters in the file. Nothing here touches a questionnaire, and nothing may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from ita_desktop.domain.roster import Approval, ExternalPerson, InternalPerson
from ita_desktop.domain.thai_text import search_key
from ita_desktop.models.rows import date_text, text_date
from ita_desktop.models.tables import external_person, internal_person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Row, Table

    from ita_desktop.models.database import Transaction

Person = InternalPerson | ExternalPerson


def _table_of(kind: type[Person]) -> Table:
    """Return the table of a kind of person."""
    return internal_person if kind is InternalPerson else external_person


def _values(person: Person, year: int) -> dict[str, Any]:
    """Return the row of a person."""
    common = {
        "year": year,
        "name": person.name,
        "phone": person.phone,
        "approval": person.approval.value,
    }
    if isinstance(person, InternalPerson):
        own = {
            "position": person.position,
            "division": person.division,
            "level": person.level,
            "start_date": date_text(person.start_date),
        }
    else:
        own = {
            "kind": person.kind,
            "matter": person.matter,
            "channel": person.channel,
            "contact_date": date_text(person.contact_date),
        }
    words = (value for value in [person.name, person.phone, *own.values()] if value)
    return {**common, **own, "search": " ".join(search_key(str(word)) for word in words)}


def _internal(row: Row[Any]) -> InternalPerson:
    """Read an internal person."""
    return InternalPerson(
        row.name, row.position, row.division, row.level, text_date(row.start_date), row.phone,
        Approval(row.approval), row.id,
    )  # fmt: skip


def _external(row: Row[Any]) -> ExternalPerson:
    """Read an external person."""
    return ExternalPerson(
        row.name, row.kind, row.matter, row.channel, text_date(row.contact_date), row.phone,
        Approval(row.approval), row.id,
    )  # fmt: skip


def internal_people(transaction: Transaction, year: int, words: str = "") -> tuple[InternalPerson, ...]:
    """Return the internal roster by name; `words` narrows it, tone marks and spaces ignored."""
    return tuple(_internal(row) for row in _rows(transaction, internal_person, year, words))


def external_people(transaction: Transaction, year: int, words: str = "") -> tuple[ExternalPerson, ...]:
    """Return the external roster by name; `words` narrows it, tone marks and spaces ignored."""
    return tuple(_external(row) for row in _rows(transaction, external_person, year, words))


def _rows(transaction: Transaction, table: Table, year: int, words: str) -> Iterable[Row[Any]]:
    """Select the rows of a year in which every word occurs."""
    statement = select(table).where(table.c.year == year).order_by(table.c.name, table.c.id)
    for word in words.split():
        statement = statement.where(table.c.search.contains(search_key(word), autoescape=True))
    return transaction.execute(statement)


def count(transaction: Transaction, year: int, kind: type[Person]) -> int:
    """Return how many are on a roster."""
    table = _table_of(kind)
    return int(transaction.scalar(select(func.count()).select_from(table).where(table.c.year == year)) or 0)


def add(transaction: Transaction, year: int, people: Iterable[Person]) -> int:
    """Add people of one kind; return the key of the last one (0 for none)."""
    rows, table, key = [], internal_person, 0
    for person in people:
        table = _table_of(type(person))
        rows.append(_values(person, year))
    if len(rows) == 1:
        result = transaction.execute(insert(table).values(rows[0]))
        key = int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0
    elif rows:
        transaction.execute(insert(table), rows)
        key = int(transaction.scalar(select(func.max(table.c.id))) or 0)
    return key


def change(transaction: Transaction, year: int, person: Person) -> bool:
    """Replace a person by key; tell whether it was there."""
    table = _table_of(type(person))
    statement = update(table).where(table.c.id == person.key, table.c.year == year)
    return bool(transaction.execute(statement.values(_values(person, year))).rowcount)


def remove(transaction: Transaction, year: int, kind: type[Person], key: int) -> bool:
    """Remove a person by key; tell whether it was there."""
    table = _table_of(kind)
    return bool(transaction.execute(delete(table).where(table.c.id == key, table.c.year == year)).rowcount)
