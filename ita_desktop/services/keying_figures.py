"""A clerk's own figures: forms and keys an hour, pauses, errors. For the clerk's eye and the batch, no whip.

They can be switched off, which removes them; they never leave the office; and they are kept by batch and
clerk, never by form.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.verification import Task
from ita_desktop.models import keying_store, questionnaire_store, settings_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.clerks import clerk_at_work, take_clerk
from ita_desktop.services.verification_report import BatchVerification, read_batches

if TYPE_CHECKING:
    from ita_desktop.domain.batches import Batch
    from ita_desktop.domain.keying_figures import Spell
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session

SETTING = "keying-figures"


@dataclass(frozen=True, slots=True)
class ClerkFigures:
    """What a clerk did of a batch in one task.

    `errors` is None where several clerks shared the task, or nothing was compared: which form was whose is
    not kept. `slips` are the verifier's own, corrected at once.
    """

    batch: Batch
    task: Task
    clerk: str
    spell: Spell
    errors: int | None = None
    slips: int | None = None


class KeyingFigureService:
    """Who keys, and the figures of all who did."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def clerk(self) -> str:
        """Return who keys now, "" if nobody said."""
        with self._session.reading() as transaction:
            return clerk_at_work(transaction)

    def take_clerk(self, name: str) -> None:
        """Keep who keys from now on: a name or an initial, no account."""
        with self._session.drafting() as transaction:
            take_clerk(transaction, name)

    def on(self) -> bool:
        """Tell whether figures are kept."""
        with self._session.reading() as transaction:
            return figures_kept(transaction)

    def switch(self, *, on: bool) -> Changes:
        """Keep figures from now on, or keep none and remove those there are; undo brings them back."""
        with self._session.change(Action.CHANGED_SETTING, SETTING, Topic.ANSWERS) as change:
            put_figures(change.transaction, on=on)
        return change.changes

    def add(self, batch: int, task: Task, spell: Spell) -> None:
        """Add a stretch of keying, say after each form; nothing while figures are off or the batch gone."""
        with self._session.drafting() as transaction:
            if figures_kept(transaction) and questionnaire_store.find_batch(
                transaction, self._session.year, batch
            ):
                keying_store.add_spell(transaction, batch, task, clerk_at_work(transaction), spell)

    def rows(self) -> tuple[ClerkFigures, ...]:
        """Return the figures by part, batch, task and clerk; none while they are off."""
        with self._session.reading() as transaction:
            if not figures_kept(transaction):
                return ()
            spells = keying_store.spells(transaction, self._session.year)
            known = {each.batch.key: each for each in read_batches(transaction, self._session.year)}
        return tuple(
            ClerkFigures(
                known[each.batch].batch,
                each.task,
                each.clerk,
                each.spell,
                *_errors(known[each.batch], each.task, each.clerk),
            )
            for each in spells
        )


def figures_kept(transaction: Transaction) -> bool:
    """Tell whether figures are kept."""
    return bool(settings_store.get(transaction, SETTING, default=True))


def put_figures(transaction: Transaction, *, on: bool) -> None:
    """Switch figures on, or off, which removes those there are."""
    settings_store.put(transaction, SETTING, on)
    if not on:
        keying_store.forget_spells(transaction)


def _errors(known: BatchVerification, task: Task, clerk: str) -> tuple[int | None, int | None]:
    """Return a clerk's errors and slips in a batch, where they can only be his."""
    found = known.standing.found
    if not found.fields:
        return None, None
    if task is Task.KEY and known.keyers == (clerk,):
        return found.keyer_errors, None
    if task is Task.VERIFY and known.verifiers == (clerk,):
        return found.verifier_errors, found.slips
    return None, None
