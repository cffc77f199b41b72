"""The order of an office's packages: which one is missing, old, here twice, or from another computer.

Each package names the digest of the one before it. Two computers that go on from one office file give out the
same number twice, or a package whose forerunner is not the one that arrived: then they have gone apart, and
somebody must say which one is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Arrival(Enum):
    """How a package stands among those that came from the same sender."""

    FIRST = "first"
    NEXT = "next"
    GAP = "gap"
    LATE = "late"
    OLD = "old"
    SAME = "same"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A package in its row: its number, its digest, the digest of the one before (empty if not told)."""

    number: int
    digest: str
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """The judgement: how it arrives, which numbers are missing, whether it may replace what is known."""

    arrival: Arrival
    missing: tuple[int, ...] = ()

    @property
    def newest(self) -> bool:
        """Whether nothing newer of the sender is here: an older one is kept, but changes nothing."""
        return self.arrival in {Arrival.FIRST, Arrival.NEXT, Arrival.GAP}


LONGEST_GAP = 1000
"""Missing numbers that are listed; a stranger's number may be anything."""


def order_of(new: Numbered, known: Iterable[Numbered]) -> Order:
    """Judge a package by those that came before it."""
    there = {each.number: each for each in known}
    if any(each.digest == new.digest for each in there.values()):
        return Order(Arrival.SAME)
    if _has_gone_apart(new, there):
        return Order(Arrival.APART)
    highest = max(there, default=0)
    if new.number < highest:
        arrival = Arrival.LATE if new.number > min(there) else Arrival.OLD
        return Order(arrival, _missing(there, highest, new.number))
    if missing := _missing(there, new.number, new.number):
        return Order(Arrival.GAP, missing)
    return Order(Arrival.NEXT if there else Arrival.FIRST)


def _has_gone_apart(new: Numbered, there: dict[int, Numbered]) -> bool:
    """Tell whether a package is of another line than those that came: one number twice, or no link."""
    if new.number in there:
        return True
    before, after = there.get(new.number - 1), there.get(new.number + 1)
    if before is not None and new.previous and before.digest != new.previous:
        return True
    return after is not None and bool(after.previous) and after.previous != new.digest


def _missing(there: dict[int, Numbered], until: int, new: int) -> tuple[int, ...]:
    """Return the numbers between the first known one and `until` that never came.

    What was before the first that ever arrived is not missed: the office may have sent it elsewhere.
    """
    start = min(there, default=until) + 1
    start = max(start, until - LONGEST_GAP)
    return tuple(number for number in range(start, until) if number not in there and number != new)
