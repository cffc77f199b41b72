"""Undo for everything: SQLite itself notes the inverse of every row change of a command.

Triggers on all tables that a user's work lives in write the inverse statement into a temporary table, after
the recipe on SQLite's own pages. So no command has to know how to take itself back, and none can forget to.
The log lasts as long as the file is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text

from ita_desktop.domain.problems import NothingToUndo
from ita_desktop.models.tables import UNDOABLE

if TYPE_CHECKING:
    from sqlalchemy import Column, Table

    from ita_desktop.domain.history import Action
    from ita_desktop.models.database import Transaction


@dataclass(frozen=True, slots=True)
class Step:
    """One command in the log: its first and last line, and what it was."""

    first: int
    last: int
    action: Action
    subject: str


class UndoLog:
    """The steps that can be taken back, and after that, done again."""

    def __init__(self, transaction: Transaction) -> None:
        """Lay the log and its triggers into the connection's temporary database."""
        self._done: list[Step] = []
        self._undone: list[Step] = []
        transaction.exec_driver_sql("CREATE TEMP TABLE undo_log (line INTEGER PRIMARY KEY, statement TEXT)")
        for table in UNDOABLE:
            for statement in _triggers(table):
                transaction.exec_driver_sql(statement)

    @property
    def next_undo(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that `redo` would do again."""
        return self._undone[-1] if self._undone else None

    def mark(self, transaction: Transaction) -> int:
        """Return the log's last line: what comes after belongs to the next step."""
        return int(transaction.exec_driver_sql("SELECT coalesce(max(line), 0) FROM undo_log").scalar_one())

    def record(self, first: int, last: int, action: Action, subject: str) -> None:
        """Note a command that was committed. A new command ends the possibility of redoing."""
        if last > first:
            self._done.append(Step(first, last, action, subject))
            self._undone.clear()

    def undo(self, transaction: Transaction) -> Step:
        """Play the last step's inverses backwards; call `settle_undo` once the transaction is committed."""
        if not self._done:
            raise NothingToUndo
        return self._play(transaction, self._done[-1])

    def redo(self, transaction: Transaction) -> Step:
        """Play back what the last undo noted; call `settle_redo` once the transaction is committed."""
        if not self._undone:
            raise NothingToUndo
        return self._play(transaction, self._undone[-1])

    def settle_undo(self, step: Step) -> None:
        """Move the step to those that can be done again."""
        self._done.pop()
        self._undone.append(step)

    def settle_redo(self, step: Step) -> None:
        """Move the step back to those that can be undone."""
        self._undone.pop()
        self._done.append(step)

    def _play(self, transaction: Transaction, step: Step) -> Step:
        """Run a step's statements from the last to the first; their own inverses make the answering step."""
        start = self.mark(transaction)
        transaction.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        statements = transaction.exec_driver_sql(
            "SELECT statement FROM undo_log WHERE line > ? AND line <= ? ORDER BY line DESC",
            (step.first, step.last),
        )
        for statement in statements.scalars().all():
            transaction.exec_driver_sql(statement)
        return Step(start, self.mark(transaction), step.action, step.subject)


def _literal(row: str, column: Column[Any]) -> str:
    """Return SQL that writes a column's value as a literal.

    Text goes through its bytes: `quote` alone would end a text at a NUL that was pasted into it.
    """
    value = f'{row}."{column.name}"'
    if isinstance(column.type, Text):
        return f"'CAST(' || quote(CAST({value} AS BLOB)) || ' AS TEXT)'"
    return f"quote({value})"


def _named(column: Column[Any]) -> str:
    """Return SQL that writes `"column"=`."""
    return f"'\"{column.name}\"='"


def _triggers(table: Table) -> tuple[str, str, str]:
    """Return the three triggers that note the inverse of an insert, an update and a delete on `table`."""
    name = table.name
    columns, keys = list(table.columns), list(table.primary_key.columns)

    def where(row: str) -> str:
        return " || ' AND ' || ".join(f"{_named(key)} || {_literal(row, key)}" for key in keys)

    settings = " || ',' || ".join(f"{_named(each)} || {_literal('OLD', each)}" for each in columns)
    values = " || ',' || ".join(_literal("OLD", each) for each in columns)
    names = ",".join(f'"{each.name}"' for each in columns)
    # Names come from our own table descriptions, never from a user: nothing to inject.
    inverses = {
        "INSERT": f"'DELETE FROM {name} WHERE ' || {where('NEW')}",  # noqa: S608
        "UPDATE": f"'UPDATE {name} SET ' || {settings} || ' WHERE ' || {where('NEW')}",  # noqa: S608
        "DELETE": f"'INSERT INTO {name} ({names}) VALUES (' || {values} || ')'",  # noqa: S608
    }
    insert, update, delete = (
        f"CREATE TEMP TRIGGER undo_{name}_{event.lower()} AFTER {event} ON main.{name} "  # noqa: S608
        f"BEGIN INSERT INTO undo_log (statement) VALUES ({inverse}); END"
        for event, inverse in inverses.items()
    )
    return insert, update, delete
