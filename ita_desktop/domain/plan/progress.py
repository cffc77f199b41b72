"""What became of a measure month by month, summed up by quarter.

A report says where the measure stood at the end of its month, so a quarter stands where its last report
does, while money is what was spent within the month, so a quarter's is the sum.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ita_desktop.domain.plan.months import Month

FULL = 100


@dataclass(frozen=True, slots=True)
class Report:
    """How a measure stood at the end of a month.

    `percent` done in all, 0 to 100; `spent` in baht within the month, None where nothing was noted;
    `evidence` links or names of papers, as people keep them.
    """

    measure: int
    month: Month
    percent: int = 0
    done: str = ""
    spent: Decimal | None = None
    obstacles: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter's account: where it ended (None without a report), what was spent, what was written."""

    number: int
    percent: int | None
    spent: Decimal | None
    reports: tuple[Report, ...]


def percent_of(reports: Iterable[Report]) -> int | None:
    """Return how much is done by the latest report; None without one."""
    latest = max(reports, key=lambda report: report.month, default=None)
    return latest.percent if latest is not None else None


def spent_of(reports: Iterable[Report]) -> Decimal | None:
    """Return what was spent in all; None where no report names a sum."""
    sums = [report.spent for report in reports if report.spent is not None]
    return sum(sums, Decimal(0)) if sums else None


def quarters(reports: Sequence[Report]) -> tuple[Quarter, ...]:
    """Sum the reports up by the fiscal year's quarters, the first beginning in October."""
    found = []
    for number in range(1, 5):
        own = tuple(sorted((r for r in reports if r.month.quarter == number), key=lambda r: r.month))
        found.append(Quarter(number, percent_of(own), spent_of(own), own))
    return tuple(found)
