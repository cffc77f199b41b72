"""Exact numbers: fractions while computing, rounded half up only when shown.

Why fractions: a mean of thirds must add up again to exactly 85, or a level is lost to the 28th decimal
(docs/decisions/0003-exact-fractions.md).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def mean(values: Iterable[Fraction]) -> Fraction | None:
    """Return the plain mean, or None where there is nothing to average (no data is not 0)."""
    numbers = list(values)
    return sum(numbers, Fraction(0)) / len(numbers) if numbers else None


def weighted_mean(pairs: Iterable[tuple[Fraction, Fraction]]) -> Fraction | None:
    """Return the mean of (value, weight) pairs, or None where the weights are empty or all 0."""
    items = list(pairs)
    weight = sum((w for _, w in items), Fraction(0))
    return sum((v * w for v, w in items), Fraction(0)) / weight if weight else None


def rounded(value: Fraction, places: int = 2) -> Decimal:
    """Round half up (away from zero) to `places` decimals: 99.375 → 99.38, as the published scores are."""
    scale = 10**places
    units = int(abs(value) * scale + Fraction(1, 2))
    return (Decimal(units) / Decimal(scale) * (1 if value >= 0 else -1)).quantize(Decimal(1).scaleb(-places))


def percentages(counts: Sequence[int], places: int = 2) -> tuple[Decimal, ...]:
    """Share 100 among `counts` by the largest remainder, so that the column sums to exactly 100.00.

    This is how the published tables are made (all ten of a 2568 report are reproduced); ties go to the
    larger count, then to the earlier row. All zero counts give all zero percentages.
    """
    total = sum(counts)
    scale = 10**places
    if total == 0:
        return tuple(Decimal(0).quantize(Decimal(1).scaleb(-places)) for _ in counts)
    exact = [Fraction(count * 100 * scale, total) for count in counts]
    units = [int(share) for share in exact]
    left = 100 * scale - sum(units)
    order = sorted(range(len(counts)), key=lambda i: (-(exact[i] - units[i]), -counts[i], i))
    for index in order[:left]:
        units[index] += 1
    return tuple((Decimal(unit) / scale).quantize(Decimal(1).scaleb(-places)) for unit in units)
