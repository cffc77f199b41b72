"""Numbers are exact until shown, rounded half up, and percentages sum to 100.00."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.numbers import percentages, rounded, weighted_mean


@pytest.mark.parametrize(
    ("value", "expected"),
    [("99.375", "99.38"), ("99.374999", "99.37"), ("0.005", "0.01"), ("-0.005", "-0.01"), ("100", "100.00")],
)
def test_rounding_is_half_up(value: str, expected: str) -> None:
    """Ties go away from zero, as in the published tables."""
    assert rounded(Fraction(value)) == Decimal(expected)


def test_thirds_add_up_to_the_whole_again() -> None:
    """Three thirds of 85 are 85, so that no level is lost in the 28th decimal."""
    assert weighted_mean([(Fraction(85, 3) * 3, Fraction(1, 3))] * 3) == 85


@pytest.mark.parametrize(
    ("counts", "printed"),
    [
        ((5, 33, 29, 121), ("2.66", "17.55", "15.43", "64.36")),
        ((1, 559), ("0.18", "99.82")),
        ((1, 1, 558), ("0.18", "0.18", "99.64")),
        ((1, 1, 1), ("33.34", "33.33", "33.33")),
        ((0, 0), ("0.00", "0.00")),
    ],
)
def test_percentages_use_the_largest_remainder(counts: tuple[int, ...], printed: tuple[str, ...]) -> None:
    """Known tables come out as printed."""
    assert percentages(counts) == tuple(map(Decimal, printed))


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=12).filter(any))
def test_a_column_of_percentages_sums_to_exactly_100(counts: list[int]) -> None:
    """Whatever the counts, the column sums to 100.00 and no share is off by a whole unit."""
    shares = percentages(counts)
    assert sum(shares) == Decimal("100.00")
    total = sum(counts)
    for count, share in zip(counts, shares, strict=True):
        assert abs(Fraction(share) - Fraction(count * 100, total)) < Fraction(1, 100)
