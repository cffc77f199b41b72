"""Error rates of keying with their exact interval, from the counts of second keyings and third readings."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

CONFIDENCE = Fraction(95, 100)
HALVINGS = 50  # the interval's ends are found to 2^-50, far below what is shown
DIGITS = 40


@dataclass(frozen=True, slots=True)
class Comparison:
    """What second keyings found: forms and fields compared, how many differed, and who had erred.

    `slips` are differences that the second clerk corrected himself; they are no differences any more.
    """

    forms: int = 0
    fields: int = 0
    differences: int = 0
    undecided: int = 0
    keyer_errors: int = 0
    verifier_errors: int = 0
    slips: int = 0

    def __add__(self, other: Comparison) -> Comparison:
        """Add the counts of two comparisons."""
        return Comparison(
            self.forms + other.forms,
            self.fields + other.fields,
            self.differences + other.differences,
            self.undecided + other.undecided,
            self.keyer_errors + other.keyer_errors,
            self.verifier_errors + other.verifier_errors,
            self.slips + other.slips,
        )

    @property
    def rate(self) -> Fraction | None:
        """The share of fields that the first keying got wrong, as decided so far; None if none compared."""
        return Fraction(self.keyer_errors, self.fields) if self.fields else None

    @property
    def highest_rate(self) -> Fraction | None:
        """The same if every undecided difference turned out to be the keyer's error."""
        return Fraction(self.keyer_errors + self.undecided, self.fields) if self.fields else None

    @property
    def interval(self) -> tuple[Fraction, Fraction] | None:
        """The 95 % interval of `rate` (Clopper and Pearson); None if nothing was compared."""
        return exact_interval(self.keyer_errors, self.fields) if self.fields else None


def exact_interval(errors: int, fields: int, confidence: Fraction = CONFIDENCE) -> tuple[Fraction, Fraction]:
    """Return the exact binomial interval of a share, after Clopper and Pearson (1934), as shares of 1.

    Exact rather than approximate (Wald, Wilson), since errors are few and often none: an interval from 0 to 0
    would promise what nobody knows. It covers at least `confidence`, never less. ValueError for impossible
    counts.
    """
    if not 0 <= errors <= fields or not fields:
        raise ValueError((errors, fields))
    tail = (1 - confidence) / 2
    low = 1 - _upper(fields - errors, fields, tail) if errors else Fraction(0)
    high = _upper(errors, fields, tail) if errors < fields else Fraction(1)
    return low, high


def _upper(errors: int, fields: int, tail: Fraction) -> Fraction:
    """Return the share at which so few errors or fewer have just the probability `tail`."""
    low, high = Fraction(0), Fraction(1)
    with localcontext() as context:
        context.prec = DIGITS
        limit = Decimal(tail.numerator) / tail.denominator
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            share = Decimal(middle.numerator) / middle.denominator
            if _at_most(errors, fields, share) > limit:
                low = middle
            else:
                high = middle
    return high


def _at_most(errors: int, fields: int, share: Decimal) -> Decimal:
    """Return the probability of at most `errors` among `fields` (0 < share < 1), each term from the last."""
    term = (1 - share) ** fields
    odds = share / (1 - share)
    total = term
    for count in range(errors):
        term *= odds * (fields - count) / (count + 1)
        total += term
    return total
