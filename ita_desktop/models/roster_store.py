"""The rosters in the file. Nothing here touches a questionnaire, and nothing may."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import delete, func, insert, select, update

from ita_desktop.domain.person_names import sorting_key
from ita_desktop.domain.roster import Approval, ExternalPerson, InternalPerson
from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.models.rows import date_text, text_date
from ita_desktop.models.tables import external_person, internal_person, kept_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Row, Table

    from ita_desktop.models.database import Transaction

Person: TypeAlias = InternalPerson | ExternalPerson

BETWEEN = "|"
"""Stands between the fields of a search key, so that no word is found across two of them."""

_IGNORED = re.compile("[\u0e47-\u0e4c\\s.\\-()]")
_THAI_DIGITS = re.compile("[๐-๙]")
_AT_ONCE = 5_000
"""Rows of one statement: memory stays bounded for a hundred thousand."""


def table_of(kind: type[Person]) -> Table:
    """Return the table of a kind of person."""
    return internal_person if kind is InternalPerson else external_person


def _values(person: Person, year: int) -> dict[str, Any]:
    """Return the row of a person, with the keys by which it is sorted and found."""
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
    words = BETWEEN.join([person.name, person.phone, *filter(None, own.values())])
    return {
        "year": year,
        "name": person.name,
        "phone": person.phone,
        "approval": person.approval.value,
        "asked": int(person.asked),
        "returned_for": person.reason,
        "sort": sorting_key(person.name),
        "search": found_key(words),
        "spelled": spelled_key(words),
        **own,
    }


def found_key(text: str) -> str:
    """Return the key of a text whose marks are in order already; as `search_key`, three times as fast."""
    plain = _IGNORED.sub("", text)
    return (plain if _THAI_DIGITS.search(plain) is None else arabic_digits(plain)).casefold()


def spelled_key(text: str) -> str:
    """Return a text as a careful typist searches for it: with its tone marks, without spaces and capitals."""
    return "".join(text.split()).casefold()


def _internal(row: Row[Any]) -> InternalPerson:
    """Read an internal person."""
    return InternalPerson(
        row.name, row.position, row.division, row.level, text_date(row.start_date), row.phone,
        Approval(row.approval), row.id, bool(row.asked), row.returned_for,
    )  # fmt: skip


def _external(row: Row[Any]) -> ExternalPerson:
    """Read an external person."""
    return ExternalPerson(
        row.name, row.kind, row.matter, row.channel, text_date(row.contact_date), row.phone,
        Approval(row.approval), row.id, bool(row.asked), row.returned_for,
    )  # fmt: skip


def internal_people(transaction: Transaction, year: int, words: str = "") -> tuple[InternalPerson, ...]:
    """Return the internal roster in the order of a Thai dictionary; `words` narrows it."""
    return tuple(_internal(row) for row in _rows(transaction, internal_person, year, words))


def external_people(transaction: Transaction, year: int, words: str = "") -> tuple[ExternalPerson, ...]:
    """Return the external roster in the order of a Thai dictionary; `words` narrows it."""
    return tuple(_external(row) for row in _rows(transaction, external_person, year, words))


def _rows(transaction: Transaction, table: Table, year: int, words: str) -> Iterable[Row[Any]]:
    """Select the rows of a year in which every word occurs."""
    from ita_desktop.models.roster_search import matching

    statement = select(table).where(table.c.year == year, *matching(table, words))
    return transaction.execute(statement.order_by(table.c.sort, table.c.id))


def people_of(
    transaction: Transaction, year: int, kind: type[Person], keys: Sequence[int]
) -> tuple[Person, ...]:
    """Return the people of these keys, in the order of the keys; those that are gone are left out."""
    table, read = table_of(kind), _internal if kind is InternalPerson else _external
    found: dict[int, Person] = {}
    for some in _in_lots(keys):
        statement = select(table).where(table.c.year == year, table.c.id.in_(some))
        found.update((row.id, read(row)) for row in transaction.execute(statement))
    return tuple(found[key] for key in keys if key in found)


def count(transaction: Transaction, year: int, kind: type[Person]) -> int:
    """Return how many are on a roster."""
    table = table_of(kind)
    return int(transaction.scalar(select(func.count()).select_from(table).where(table.c.year == year)) or 0)


def add(transaction: Transaction, year: int, people: Iterable[Person]) -> int:
    """Add people of one kind; return the key of the last one (0 for none)."""
    table: Table | None = None
    for some in _in_lots(people):
        table = table_of(type(some[0]))
        transaction.execute(insert(table), [_values(person, year) for person in some])
    return 0 if table is None else int(transaction.scalar(select(func.max(table.c.id))) or 0)


def change(transaction: Transaction, year: int, person: Person) -> bool:
    """Replace a person by key; tell whether it was there."""
    table = table_of(type(person))
    statement = update(table).where(table.c.id == person.key, table.c.year == year)
    return bool(transaction.execute(statement.values(_values(person, year))).rowcount)


def put_approval(
    transaction: Transaction,
    year: int,
    kind: type[Person],
    keys: Sequence[int],
    approval: Approval,
    reason: str = "",
) -> None:
    """Put lines of a roster where they stand with the executive now."""
    table = table_of(kind)
    for some in _in_lots(keys):
        statement = update(table).where(table.c.year == year, table.c.id.in_(some))
        transaction.execute(statement.values(approval=approval.value, returned_for=reason))


def put_asked(transaction: Transaction, year: int, kind: type[Person], keys: Sequence[int]) -> None:
    """Note who was drawn to be asked; nobody else of the roster was."""
    table = table_of(kind)
    transaction.execute(update(table).where(table.c.year == year, table.c.asked == 1).values(asked=0))
    for some in _in_lots(keys):
        transaction.execute(update(table).where(table.c.year == year, table.c.id.in_(some)).values(asked=1))


def remove(transaction: Transaction, year: int, kind: type[Person], key: int) -> bool:
    """Remove a person by key, and what was said of the line; tell whether it was there."""
    table = table_of(kind)
    apart = kept_apart.c
    transaction.execute(
        delete(kept_apart).where(apart.roster == table.name, (apart.one == key) | (apart.other == key))
    )
    return bool(transaction.execute(delete(table).where(table.c.id == key, table.c.year == year)).rowcount)


def _in_lots(items: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield the items in lists of bounded length."""
    rest = iter(items)
    while lot := list(islice(rest, _AT_ONCE)):
        yield lot
