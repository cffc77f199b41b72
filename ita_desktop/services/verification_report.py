"""How far second keying is, by batch and part, with its error rates: what the page and the report show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from ita_desktop.domain.error_rates import Comparison
from ita_desktop.domain.second_keying import Standing, standing
from ita_desktop.domain.verification import Task
from ita_desktop.models import keying_store, questionnaire_store, verification_store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.domain.batches import Batch
    from ita_desktop.domain.instrument import Part
    from ita_desktop.domain.verification import Plan
    from ita_desktop.models.database import Transaction
    from ita_desktop.models.keying_store import BatchClerk


@dataclass(frozen=True, slots=True)
class BatchVerification:
    """A batch and its second keying: `plan` is None until its sample is drawn; clerks by what they did.

    `same_person`: somebody did two of the three, which was said and recorded.
    """

    batch: Batch
    standing: Standing
    plan: Plan | None
    clerks: tuple[BatchClerk, ...]

    @property
    def keyers(self) -> tuple[str, ...]:
        """Who keyed it first."""
        return self._of(Task.KEY)

    @property
    def verifiers(self) -> tuple[str, ...]:
        """Who keyed it again."""
        return self._of(Task.VERIFY)

    @property
    def readers(self) -> tuple[str, ...]:
        """Who decided its disputes."""
        return self._of(Task.READ)

    @property
    def same_person(self) -> bool:
        """Whether somebody checked his own work."""
        return any(each.said_so for each in self.clerks)

    def _of(self, task: Task) -> tuple[str, ...]:
        """Return the clerks of a task."""
        return tuple(each.clerk for each in self.clerks if each.task is task)


@dataclass(frozen=True, slots=True)
class PartVerification:
    """All batches of a part together: forms in, `found` over all compared, `sampled` over random samples.

    The rate of the part is that of `sampled`: batches keyed again whole are those that had more errors, and
    would weigh too much in `found`.
    """

    part: Part
    forms: int
    batches: tuple[BatchVerification, ...]

    @property
    def found(self) -> Comparison:
        """The counts over all that was compared."""
        return reduce(add, (each.standing.found for each in self.batches), Comparison())

    @property
    def sampled(self) -> Comparison:
        """The counts over the samples."""
        return reduce(add, (each.standing.sampled for each in self.batches), Comparison())

    @property
    def verified(self) -> int:
        """How many batches are verified."""
        return sum(each.standing.verified for each in self.batches)


def read_batch(transaction: Transaction, batch: Batch) -> BatchVerification:
    """Read how far one batch is."""
    return _read(transaction, batch, verification_store.plans(transaction).get(batch.key))


def read_batches(transaction: Transaction, year: int) -> tuple[BatchVerification, ...]:
    """Read how far every batch of a year is."""
    plans = verification_store.plans(transaction)
    batches = questionnaire_store.batches(transaction, year)
    return tuple(_read(transaction, batch, plans.get(batch.key)) for batch in batches)


def by_part(parts: Iterable[Part], batches: Iterable[BatchVerification]) -> tuple[PartVerification, ...]:
    """Gather batches under their parts, every part named."""
    known = tuple(batches)
    found = []
    for part in parts:
        mine = tuple(each for each in known if each.batch.part == part.code)
        found.append(PartVerification(part, sum(each.batch.keyed for each in mine), mine))
    return tuple(found)


def _read(transaction: Transaction, batch: Batch, plan: Plan | None) -> BatchVerification:
    """Read one batch whose plan is known."""
    serials = verification_store.serials(transaction, batch.key)
    compared = verification_store.compared(transaction, batch.key) if plan is not None else {}
    return BatchVerification(
        batch,
        standing(batch, serials, plan, compared),
        plan,
        keying_store.clerks(transaction, batch.key),
    )
