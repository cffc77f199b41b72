"""Finding and ordering people: by any part of any word, marks ignored if the typist ignores them.

A view asks for the keys of what it shows, all of them in order, and for the people of the few lines in
sight. A hundred thousand keys are less than a megabyte; a hundred thousand people would be the whole roster
in memory.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, case, func, not_, or_, select

from ita_desktop.domain.roster import COUNCIL_SHORT, COUNCIL_WORDS, STAFF_WORDS
from ita_desktop.domain.thai_text import arabic_digits, normalized, search_key
from ita_desktop.models.roster_store import spelled_key, table_of
from ita_desktop.models.rows import date_text
from ita_desktop.models.tables import internal_person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Table

    from ita_desktop.models.database import Transaction
    from ita_desktop.models.roster_store import Person

_MARKS = re.compile("[\u0e47-\u0e4c]")


class Order(Enum):
    """By what a roster is sorted; ties go by name."""

    NAME = "name"
    POSITION = "position"
    DIVISION = "division"
    LEVEL = "level"
    START_DATE = "start_date"
    KIND = "kind"
    MATTER = "matter"
    CHANNEL = "channel"
    CONTACT_DATE = "contact_date"
    PHONE = "phone"
    APPROVAL = "approval"
    ASKED = "asked"


def matching(table: Table, words: str) -> list[ColumnElement[bool]]:
    """Return the conditions that every word is met.

    Tone marks count only in a word that has some: who types ไม finds ไม่ and ไม้, who types ไม่ finds ไม่ alone.
    """
    found = []
    for word in normalized(words).split():
        found.append(table.c.search.contains(search_key(word), autoescape=True))
        if _MARKS.search(word):
            found.append(table.c.spelled.contains(spelled_key(arabic_digits(word)), autoescape=True))
    return found


def keys_in_order(
    transaction: Transaction,
    year: int,
    kind: type[Person],
    words: str = "",
    order: Order = Order.NAME,
    *,
    descending: bool = False,
    only: Sequence[ColumnElement[bool]] = (),
) -> tuple[int, ...]:
    """Return the keys of a roster's lines, narrowed by words and conditions, in order."""
    table = table_of(kind)
    column = table.c.sort if order is Order.NAME else table.c[order.value]
    first = column.desc() if descending else column
    statement = select(table.c.id).where(table.c.year == year, *matching(table, words), *only)
    return tuple(transaction.scalars(statement.order_by(first, table.c.sort, table.c.id)))


def is_eligible(last_start: date) -> ColumnElement[bool]:
    """Return the condition that an internal person has served long enough and is no councillor."""
    start = internal_person.c.start_date
    return and_(start.is_not(None), start <= date_text(last_start), not_(_councillor()))


def _councillor() -> ColumnElement[bool]:
    """Return the condition that a position is one of the council, as `domain.roster.is_councillor` says."""
    position = func.trim(internal_person.c.position)
    council = or_(*(position.contains(word) for word in COUNCIL_WORDS), position.in_(COUNCIL_SHORT))
    return and_(council, *(not_(position.contains(word)) for word in STAFF_WORDS))


def head_counts(transaction: Transaction, year: int, last_start: date | None) -> tuple[dict[str, Any], ...]:
    """Count the internal roster by division and level: people, eligible, asked, approved; one query."""
    columns = internal_person.c
    eligible = is_eligible(last_start) if last_start is not None else columns.id.is_not(None)
    statement = (
        select(
            columns.division,
            columns.level,
            func.count().label("people"),
            func.sum(case((eligible, 1), else_=0)).label("eligible"),
            func.sum(columns.asked).label("asked"),
            func.sum(case((columns.approval == "approved", 1), else_=0)).label("approved"),
        )
        .where(columns.year == year)
        .group_by(columns.division, columns.level)
        .order_by(columns.division, columns.level)
    )
    return tuple(dict(row) for row in transaction.execute(statement).mappings())


def divisions(transaction: Transaction, year: int) -> tuple[str, ...]:
    """Return the divisions that the internal roster names."""
    column = internal_person.c.division
    statement = select(column).where(internal_person.c.year == year, column != "").distinct()
    return tuple(transaction.scalars(statement.order_by(column)))


def strata(
    transaction: Transaction, year: int, only: Sequence[ColumnElement[bool]]
) -> tuple[tuple[int, str, str], ...]:
    """Return key, division and level of the internal lines that meet the conditions."""
    columns = internal_person.c
    statement = select(columns.id, columns.division, columns.level).where(columns.year == year, *only)
    rows = transaction.execute(statement.order_by(columns.id))
    return tuple((row.id, row.division, row.level) for row in rows)
