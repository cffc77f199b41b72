"""The history of the file: it only grows, and each line seals the ones before it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, text, update

from ita_desktop.domain.chain import UNSEALED, Head, Link, broken, sealed
from ita_desktop.domain.history import Action, Entry, Role
from ita_desktop.models.tables import history

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Row

    from ita_desktop.models.database import Transaction


def write(
    transaction: Transaction, at: datetime, role: Role, action: Action, subject: str, person: str = ""
) -> None:
    """Add a line; `person` is the name of the account, if there are accounts."""
    last = _head(transaction)
    if last.number and last.seal == UNSEALED:
        last = _seal_all(transaction)
    number = max(last.number, _highest(transaction)) + 1
    link = Link(number, at.isoformat(timespec="seconds"), role.value, action.value, subject, person=person)
    transaction.execute(
        insert(history).values(
            number=link.number,
            at=link.at,
            role=link.role,
            action=link.action,
            subject=link.subject,
            person=link.person,
            seal=sealed(last.seal, link),
        )
    )


def entries(transaction: Transaction, limit: int | None = None) -> tuple[Entry, ...]:
    """Return the lines, newest first."""
    statement = select(history).order_by(history.c.number.desc())
    rows = transaction.execute(statement.limit(limit) if limit is not None else statement)
    return tuple(
        Entry(
            row.number,
            datetime.fromisoformat(row.at),
            Role(row.role),
            Action(row.action),
            row.subject,
            row.person,
        )
        for row in rows
    )


def head(transaction: Transaction) -> Head:
    """Return the end of the chain, to be written down elsewhere (a safety copy's paper, a package)."""
    return _head(transaction)


def links(transaction: Transaction) -> tuple[Link, ...]:
    """Return the lines as they are kept, oldest first, to be handed on with their seals."""
    return tuple(_links(transaction))


def broken_at(transaction: Transaction) -> int | None:
    """Return the number of the first line that was removed or altered, or None if the chain holds."""
    return broken(_links(transaction), _highest(transaction))


def holds(transaction: Transaction, known: Head) -> bool:
    """Tell whether the line that `known` names still carries the seal that it carried then."""
    if not known.number or known.seal == UNSEALED:
        return True
    seal = transaction.scalar(select(history.c.seal).where(history.c.number == known.number))
    return seal == known.seal


def _head(transaction: Transaction) -> Head:
    """Return the last line's number and seal."""
    row = transaction.execute(
        select(history.c.number, history.c.seal).order_by(history.c.number.desc()).limit(1)
    ).one_or_none()
    return Head(row.number, row.seal) if row is not None else Head()


def _highest(transaction: Transaction) -> int:
    """Return the highest number that SQLite ever gave to a line."""
    return int(transaction.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'history'")) or 0)


def _links(transaction: Transaction) -> Iterator[Link]:
    """Walk the lines from the first to the last."""
    return (_link(row) for row in transaction.execute(select(history).order_by(history.c.number)))


def _link(row: Row[Any]) -> Link:
    """Read a line as it is kept."""
    return Link(row.number, row.at, row.role, row.action, row.subject, row.seal, row.person)


def _seal_all(transaction: Transaction) -> Head:
    """Seal the lines that an older program wrote, once, before the first line of this one."""
    last, seals = Head(), []
    for link in _links(transaction):
        last = Head(link.number, sealed(last.seal, link))
        seals.append({"line": last.number, "new": last.seal})
    statement = update(history).where(history.c.number == bindparam("line")).values(seal=bindparam("new"))
    transaction.execute(statement, seals)
    return last
