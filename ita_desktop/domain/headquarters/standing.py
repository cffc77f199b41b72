"""Offices beside each other: ranks, levels, provinces, the items that are weak everywhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.numbers import mean, rounded
from ita_desktop.domain.person_names import sorting_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from ita_desktop.domain.headquarters.delivery import OfficeLabel


@dataclass(frozen=True, slots=True)
class Standing:
    """An office in the table of a year. `rank` counts from 1 among those with a total; equal totals share it.

    `at` is when its newest package was taken, None while none came; `expected` whether it is on the list of
    those who must send.
    """

    office: OfficeLabel
    expected: bool
    at: datetime | None = None
    number: int = 0
    total: Decimal | None = None
    level: str = ""
    tools: Mapping[str, Decimal | None] | None = None
    differs: bool = False
    rank: int | None = None

    @property
    def has_sent(self) -> bool:
        """Whether a package of the year is here."""
        return self.at is not None


@dataclass(frozen=True, slots=True)
class Group:
    """Offices of one province or one kind together: how many must send, how many did, what they reached."""

    name: str
    expected: int
    sent: int
    mean: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    levels: Mapping[str, int]

    @property
    def missing(self) -> int:
        """How many have not sent yet."""
        return self.expected - self.sent


@dataclass(frozen=True, slots=True)
class ItemStanding:
    """An item, indicator or tool over all offices: mean, lowest, and in how many it is below the limit."""

    key: str
    offices: int
    mean: Decimal
    lowest: Decimal
    below: int


def ranks(totals: Sequence[Decimal | None]) -> tuple[int | None, ...]:
    """Return the rank of each total, the highest first; equal totals share a rank and the next is skipped."""
    ahead = Counter(total for total in totals if total is not None)
    first, place = {}, 1
    for total in sorted(ahead, reverse=True):
        first[total] = place
        place += ahead[total]
    return tuple(first[total] if total is not None else None for total in totals)


def grouped(standings: Iterable[Standing], names: Mapping[str, str]) -> tuple[Group, ...]:
    """Put offices together under the name that `names` gives for their code, by name; '' is "not said"."""
    together: dict[str, list[Standing]] = {}
    for each in standings:
        together.setdefault(names.get(each.office.code, ""), []).append(each)
    return tuple(_group(name, together[name]) for name in sorted(together, key=sorting_key))


def _group(name: str, members: Sequence[Standing]) -> Group:
    """Sum a group up."""
    totals = [each.total for each in members if each.total is not None]
    average = mean(Fraction(total) for total in totals)
    return Group(
        name,
        len(members),
        sum(each.has_sent for each in members),
        rounded(average) if average is not None else None,
        min(totals, default=None),
        max(totals, default=None),
        Counter(each.level for each in members if each.level),
    )
