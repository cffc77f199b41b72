"""A random draw that anybody can repeat with the printed seed and any SHA-256 calculator.

The algorithm, named METHOD, is fixed for ever; docs/rosters.md says it in words.

1. Heads are parted into strata (division, level). Each stratum gets its share of the size, by the largest
   remainder; ties go to the larger stratum, then to the one that comes first by name.
2. In a stratum each person's lot is SHA-256 of `seed:number` in UTF-8, the number being the person's number
on the roster as printed. The smallest lots, read as hexadecimal text, are drawn.

No generator of a programming language is in it, whose next version would draw others.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.roster_problems import DrawTooLarge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

METHOD = "ITA-DRAW-1"

Stratum = tuple[str, str]
"""Division and level (of the external roster: kind and matter)."""


@dataclass(frozen=True, slots=True)
class Head:
    """Somebody who may be drawn: the number on the roster, and the stratum."""

    number: int
    stratum: Stratum


@dataclass(frozen=True, slots=True)
class Share:
    """A stratum's part in a draw: how many there are, how many are drawn."""

    stratum: Stratum
    heads: int
    drawn: int


@dataclass(frozen=True, slots=True)
class Draw:
    """A draw: what it was made from and who was drawn, stratum by stratum in the order of their lots.

    `digest` is of the list that was drawn from: another list gives another digest, so a repeated draw that
    differs can be told from a roster that was changed since.
    """

    seed: str
    size: int
    shares: tuple[Share, ...]
    numbers: tuple[int, ...]
    digest: str

    @property
    def heads(self) -> int:
        """How many could have been drawn."""
        return sum(share.heads for share in self.shares)


def lot(seed: str, number: int) -> str:
    """Return the lot of a person: 64 hexadecimal digits."""
    return hashlib.sha256(f"{seed}:{number}".encode()).hexdigest()


def list_digest(heads: Iterable[Head]) -> str:
    """Return the digest of a list: SHA-256 of its lines `number|division|level`, by number."""
    lines = (f"{head.number}|{head.stratum[0]}|{head.stratum[1]}" for head in _by_number(heads))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _by_number(heads: Iterable[Head]) -> list[Head]:
    """Return a list in the order of its numbers."""
    return sorted(heads, key=lambda head: head.number)


def shares_of(counts: Mapping[Stratum, int], size: int) -> tuple[Share, ...]:
    """Share a size out in proportion; DrawTooLarge if there are fewer heads."""
    heads = sum(counts.values())
    if not 0 <= size <= heads:
        raise DrawTooLarge(size, heads)
    strata = sorted(counts)
    exact = {stratum: Fraction(size * counts[stratum], heads) if heads else Fraction(0) for stratum in strata}
    drawn = {stratum: int(exact[stratum]) for stratum in strata}
    order = sorted(strata, key=lambda each: (drawn[each] - exact[each], -counts[each], each))
    for stratum in order[: size - sum(drawn.values())]:
        drawn[stratum] += 1
    return tuple(Share(stratum, counts[stratum], drawn[stratum]) for stratum in strata)


def draw(heads: Sequence[Head], size: int, seed: str) -> Draw:
    """Draw `size` of `heads`; the same list, size and seed always draw the same. DrawTooLarge."""
    strata: defaultdict[Stratum, list[int]] = defaultdict(list)
    for head in heads:
        strata[head.stratum].append(head.number)
    shares = shares_of({stratum: len(numbers) for stratum, numbers in strata.items()}, size)
    numbers: list[int] = []
    for share in shares:
        numbers += sorted(strata[share.stratum], key=lambda number: lot(seed, number))[: share.drawn]
    return Draw(seed, size, shares, tuple(numbers), list_digest(heads))
