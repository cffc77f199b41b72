"""Who worked on a batch, how much in how long, and which odd forms were looked at.

Clerks and durations belong to batches, never to forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ita_desktop.domain.keying_figures import Spell
from ita_desktop.domain.verification import Task
from ita_desktop.models.tables import batch, batch_clerk, keying_spell, look

if TYPE_CHECKING:
    from ita_desktop.models.database import Transaction


@dataclass(frozen=True, slots=True)
class BatchClerk:
    """A clerk's part in a batch; `said_so`: had worked on it before in another task, and it was said so."""

    task: Task
    clerk: str
    said_so: bool = False


@dataclass(frozen=True, slots=True)
class ClerkSpell:
    """All that a clerk keyed of a batch in one task."""

    batch: int
    task: Task
    clerk: str
    spell: Spell


def note_clerk(transaction: Transaction, batch_key: int, who: BatchClerk) -> None:
    """Note that a clerk works on a batch; what was said before stays said."""
    statement = upsert(batch_clerk).values(
        batch=batch_key, task=who.task.value, clerk=who.clerk, said_so=int(who.said_so)
    )
    if who.said_so:
        keys = ["batch", "task", "clerk"]
        transaction.execute(statement.on_conflict_do_update(index_elements=keys, set_={"said_so": 1}))
    else:
        transaction.execute(statement.on_conflict_do_nothing())


def clerks(transaction: Transaction, batch_key: int) -> tuple[BatchClerk, ...]:
    """Return who worked on a batch, in which task."""
    statement = select(batch_clerk).where(batch_clerk.c.batch == batch_key)
    rows = transaction.execute(statement.order_by(batch_clerk.c.task, batch_clerk.c.clerk))
    return tuple(BatchClerk(Task(row.task), row.clerk, bool(row.said_so)) for row in rows)


def add_spell(transaction: Transaction, batch_key: int, task: Task, clerk: str, spell: Spell) -> None:
    """Add a stretch of keying to what the clerk has keyed of the batch.

    One row grows: a row a sitting, in their order, would tell when a form was keyed where a sitting has one.
    """
    key = {"batch": batch_key, "task": task.value, "clerk": clerk}
    mine = select(func.min(keying_spell.c.id)).where(*(keying_spell.c[name] == key[name] for name in key))
    fields = ("forms", "keys", "active_ms", "pauses", "paused_ms")
    grown = {name: keying_spell.c[name] + getattr(spell, name) for name in fields}
    statement = update(keying_spell).where(keying_spell.c.id == mine.scalar_subquery()).values(**grown)
    if not transaction.execute(statement).rowcount:
        values = {name: getattr(spell, name) for name in fields}
        transaction.execute(insert(keying_spell).values(**key, **values))


def spells(transaction: Transaction, year: int) -> tuple[ClerkSpell, ...]:
    """Return what was keyed in how long, by batch, task and clerk. What an undo brought back is joined."""
    statement = (
        select(keying_spell).join(batch, batch.c.id == keying_spell.c.batch).where(batch.c.year == year)
    )
    found: dict[tuple[int, str, str], Spell] = {}
    for row in transaction.execute(statement.order_by(batch.c.part, batch.c.number, keying_spell.c.clerk)):
        key = (row.batch, row.task, row.clerk)
        spell = Spell(row.forms, row.keys, row.active_ms, row.pauses, row.paused_ms)
        found[key] = found.get(key, Spell()) + spell
    return tuple(
        ClerkSpell(batch_key, Task(task), clerk, spell) for (batch_key, task, clerk), spell in found.items()
    )


def forget_spells(transaction: Transaction) -> None:
    """Remove all figures of all clerks."""
    transaction.execute(delete(keying_spell))


def put_look(transaction: Transaction, year: int, part: str, oddity: str, reason: str) -> None:
    """Keep that an odd form was looked at, and what was found."""
    statement = upsert(look).values(year=year, part=part, oddity=oddity, reason=reason)
    keys = ["year", "part", "oddity"]
    transaction.execute(statement.on_conflict_do_update(index_elements=keys, set_={"reason": reason}))


def looks(transaction: Transaction, year: int, part: str) -> dict[str, str]:
    """Return the reasons of the oddities that were looked at, by the oddity's name."""
    rows = transaction.execute(select(look).where(look.c.year == year, look.c.part == part))
    return {row.oddity: row.reason for row in rows}


def forget_looks(transaction: Transaction, year: int, part: str, serial: int) -> None:
    """Forget the looks at a form that is removed: its number may come again on another paper."""
    gone = [name for name in looks(transaction, year, part) if str(serial) in name.split()]
    mine = (look.c.year == year, look.c.part == part)
    transaction.execute(delete(look).where(*mine, look.c.oddity.in_(gone)))
