"""Who keys: a name or initial that the window asks for, no account; and what one may not do unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_text import normalized, search_key
from ita_desktop.domain.verification import SamePerson, Task
from ita_desktop.models import keying_store, settings_store
from ita_desktop.models.keying_store import BatchClerk

if TYPE_CHECKING:
    from ita_desktop.domain.batches import Batch
    from ita_desktop.models.database import Transaction

CLERK = "clerk"

EARLIER: dict[Task, tuple[Task, ...]] = {
    Task.KEY: (),
    Task.VERIFY: (Task.KEY,),
    Task.READ: (Task.KEY, Task.VERIFY),
}
"""The tasks that one may not have done, unless it is said so, to be independent in a task."""


def clerk_at_work(transaction: Transaction) -> str:
    """Return the name of who keys now, "" if nobody said."""
    return str(settings_store.get(transaction, CLERK, ""))


def take_clerk(transaction: Transaction, name: str) -> None:
    """Keep the name of who keys from now on."""
    settings_store.put(transaction, CLERK, normalized(name))


def note_keyer(transaction: Transaction, batch: int) -> None:
    """Note who keyed forms of a batch first, if it is known."""
    clerk = clerk_at_work(transaction)
    if clerk:
        keying_store.note_clerk(transaction, batch, BatchClerk(Task.KEY, clerk))


def admit(transaction: Transaction, batch: Batch, task: Task, *, said_so: bool) -> None:
    """Let who keys now do a task on a batch, and record it.

    FieldProblem without a name; SamePerson where an earlier task was done by the same name, until it is said
    so once. A first keyer who gave no name is not known to be the same.
    """
    clerk = clerk_at_work(transaction)
    if not clerk:
        raise FieldProblem("clerk", FieldFault.EMPTY)
    mine = [who for who in keying_store.clerks(transaction, batch.key) if _same(who.clerk, clerk)]
    earlier = tuple(who.task for who in mine if who.task in EARLIER[task])
    said = said_so or any(who.task is task and who.said_so for who in mine)
    if earlier and not said:
        raise SamePerson(batch.number, clerk, earlier)
    keying_store.note_clerk(transaction, batch.key, BatchClerk(task, clerk, said_so=bool(earlier)))


def _same(one: str, other: str) -> bool:
    """Tell whether two names mean one person, as far as names can tell."""
    return search_key(one) == search_key(other)
