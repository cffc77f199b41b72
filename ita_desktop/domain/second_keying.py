"""How far the second keying of a batch is, computed from its plan, its forms and the third readings."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from ita_desktop.domain.error_rates import Comparison
from ita_desktop.domain.verification import draw_sample

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ita_desktop.domain.batches import Batch
    from ita_desktop.domain.verification import Plan


class Stage(Enum):
    """Where a batch is, from keying to closing.

    SAMPLE_DONE: the sample is keyed again, and its third readings decide whether the rest is asked for.
    DISPUTES_OPEN: all that was asked is keyed again, only third readings are left.
    """

    KEYING = "keying"
    KEYED = "keyed"
    SAMPLE_DUE = "sample-due"
    SAMPLE_DONE = "sample-done"
    REST_DUE = "rest-due"
    DISPUTES_OPEN = "disputes-open"
    VERIFIED = "verified"
    CALLED_OFF = "called-off"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Disputed:
    """A question on which the two keyings differ: the third reading is `symbol`, "" until it is decided.

    `tried`: a third reading that was neither of the two and is to be repeated.
    """

    place: int
    tried: str = ""
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A form keyed twice to the end: both lines as they stood when the second one was finished."""

    serial: int
    first: str
    second: str
    slips: int = 0
    disputed: tuple[Disputed, ...] = ()

    @property
    def counts(self) -> Comparison:
        """The form's share in the error rates."""
        decided = [each for each in self.disputed if each.symbol]
        return Comparison(
            forms=1,
            fields=len(self.first),
            differences=len(self.disputed),
            undecided=len(self.disputed) - len(decided),
            keyer_errors=sum(each.symbol != self.first[each.place] for each in decided),
            verifier_errors=sum(each.symbol != self.second[each.place] for each in decided),
            slips=self.slips,
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """A batch with what is asked of its second keying; `found` over all compared, `sampled` over the sample.

    `left` are the numbers of the forms to key again now, in order. `verified`: all that was asked is compared
    and every dispute decided.
    """

    stage: Stage
    sample: tuple[int, ...] = ()
    left: tuple[int, ...] = ()
    found: Comparison = field(default_factory=Comparison)
    sampled: Comparison = field(default_factory=Comparison)
    verified: bool = False


def standing(
    batch: Batch, serials: Collection[int], plan: Plan | None, compared: Mapping[int, Compared]
) -> Standing:
    """Return how far a batch is; `compared` holds the finished second keyings of its forms by number."""
    if plan is None:
        return Standing(_undrawn(batch, len(serials)))
    sample = draw_sample(serials, plan.rule.size(len(serials)), plan.seed)
    found = total(compared.values())
    sampled = total(compared[serial] for serial in sample if serial in compared)
    left = tuple(serial for serial in sample if serial not in compared)
    stage = Stage.SAMPLE_DUE
    if not left:
        left, stage = _after_the_sample(plan, sorted(set(serials) - set(compared)), sampled)
    if plan.called_off:
        left, stage = (), Stage.CALLED_OFF
    if not left and stage is not Stage.SAMPLE_DONE and found.undecided:
        stage = Stage.DISPUTES_OPEN
    verified = stage is Stage.VERIFIED
    if batch.closed and stage in {Stage.VERIFIED, Stage.CALLED_OFF}:
        stage = Stage.CLOSED
    return Standing(stage, sample, left, found, sampled, verified=verified)


def total(compared: Iterable[Compared]) -> Comparison:
    """Add up the counts of forms."""
    return reduce(add, (each.counts for each in compared), Comparison())


def _undrawn(batch: Batch, forms: int) -> Stage:
    """Return the stage of a batch for which no sample was drawn."""
    if batch.closed:
        return Stage.CLOSED
    complete = forms > 0 and batch.declared in {None, forms}
    return Stage.KEYED if complete else Stage.KEYING


def _after_the_sample(plan: Plan, rest: list[int], sampled: Comparison) -> tuple[tuple[int, ...], Stage]:
    """Return what is left and the stage once the whole sample was keyed again.

    The rest is asked for as soon as the errors decided so far pass the limit, whatever is still undecided;
    and not at all where even all the undecided ones could not pass it.
    """
    limit = plan.rule.tolerance / 100
    if rest and (sampled.rate or Fraction(0)) > limit:
        return tuple(rest), Stage.REST_DUE
    if rest and (sampled.highest_rate or Fraction(0)) > limit:
        return (), Stage.SAMPLE_DONE
    return (), Stage.VERIFIED
