"""The history of the file: it only grows."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from ita_desktop.domain.history import Action, Entry, Role
from ita_desktop.models.tables import history

if TYPE_CHECKING:
    from ita_desktop.models.database import Transaction


def write(transaction: Transaction, at: datetime, role: Role, action: Action, subject: str) -> None:
    """Add a line."""
    transaction.execute(
        insert(history).values(
            at=at.isoformat(timespec="seconds"), role=role.value, action=action.value, subject=subject
        )
    )


def entries(transaction: Transaction, limit: int | None = None) -> tuple[Entry, ...]:
    """Return the lines, newest first."""
    statement = select(history).order_by(history.c.number.desc())
    rows = transaction.execute(statement.limit(limit) if limit is not None else statement)
    return tuple(
        Entry(row.number, datetime.fromisoformat(row.at), Role(row.role), Action(row.action), row.subject)
        for row in rows
    )
