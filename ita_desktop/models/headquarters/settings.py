"""Whose store it is and which year it works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from ita_desktop.models.headquarters.tables import setting

if TYPE_CHECKING:
    from sqlalchemy import Connection

NAME, CODE, YEAR, SENT = "name", "code", "year", "sent-down"


def get(connection: Connection, key: str, default: str = "") -> str:
    """Return a setting."""
    found = connection.execute(select(setting.c.value).where(setting.c.key == key)).scalar()
    return str(found) if found is not None else default


def put(connection: Connection, key: str, value: str) -> None:
    """Keep a setting."""
    changed = connection.execute(update(setting).where(setting.c.key == key).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(setting).values(key=key, value=value))


def identity(connection: Connection) -> tuple[str, str]:
    """Return the headquarters' name and code."""
    return get(connection, NAME), get(connection, CODE)


def year(connection: Connection) -> int:
    """Return the fiscal year that is worked on."""
    return int(get(connection, YEAR, "0"))
