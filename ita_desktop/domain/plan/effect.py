"""What a measure came to: the score before it and after it, and whether the change is more than chance.

Two surveys are two samples. The change counts as more than chance where the interval of the difference of
two independent scores (each side's own reach, added as squares; Newcombe 1998 calls it MOVER) leaves 0 out.
A checklist is not sampled: any change of it is a change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import hypot
from typing import TYPE_CHECKING

from ita_desktop.domain.numbers import rounded

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from ita_desktop.domain.intervals import Interval


class Verdict(Enum):
    """What can be said of a change."""

    ROSE = "rose"
    FELL = "fell"
    SAME = "same"
    WITHIN_CHANCE = "within-chance"
    NOT_SURE = "not-sure"
    NOT_COMPARABLE = "not-comparable"
    NOT_YET = "not-yet"
    NO_BEFORE = "no-before"


@dataclass(frozen=True, slots=True)
class Side:
    """A score of one year and how sure it is; None of either where that is not known."""

    year: int
    score: Fraction | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """A score before and after, as people see them, the change, and what can be said of it."""

    before_year: int
    after_year: int
    before: Decimal | None
    after: Decimal | None
    change: Decimal | None
    verdict: Verdict


def effect(before: Side, after: Side, *, comparable: bool = True) -> Effect:
    """Hold two years' scores against each other."""
    then = rounded(before.score) if before.score is not None else None
    now = rounded(after.score) if after.score is not None else None
    change = now - then if now is not None and then is not None and comparable else None
    verdict = _verdict(before, after, change, comparable=comparable)
    return Effect(before.year, after.year, then, now, change, verdict)


def _verdict(before: Side, after: Side, change: Decimal | None, *, comparable: bool) -> Verdict:
    """Say what can be said."""
    if not comparable or after.score is None:
        return Verdict.NOT_YET if comparable else Verdict.NOT_COMPARABLE
    if before.score is None or not change:
        return Verdict.NO_BEFORE if before.score is None else Verdict.SAME
    reach = _reach(before.interval, after.interval, rising=change > 0)
    if reach is None:
        return Verdict.NOT_SURE
    if abs(float(after.score - before.score)) <= reach:
        return Verdict.WITHIN_CHANCE
    return Verdict.ROSE if change > 0 else Verdict.FELL


def _reach(before: Interval | None, after: Interval | None, *, rising: bool) -> float | None:
    """Return how large a change chance alone can make towards 0; None where a side has no interval."""
    if before is None or after is None:
        return None
    if rising:
        return _hypot(_above(before), _below(after))
    return _hypot(_below(before), _above(after))


def _hypot(one: float | None, other: float | None) -> float | None:
    """Add two reaches as squares."""
    return hypot(one, other) if one is not None and other is not None else None


def _above(side: Interval) -> float | None:
    """How far the score may lie above."""
    return side.high - side.score if side.high is not None and side.score is not None else None


def _below(side: Interval) -> float | None:
    """How far the score may lie below."""
    return side.score - side.low if side.low is not None and side.score is not None else None
