"""Months of a fiscal year, from October to September, and the period that a measure may have."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ita_desktop.domain.fiscal_year import FiscalYear, fiscal_year_of

OCTOBER = 10


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month of the Christian year `year`."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def quarter(self) -> int:
        """The quarter of the fiscal year, 1 to 4."""
        return (self.month - OCTOBER) % 12 // 3 + 1

    def __str__(self) -> str:
        """Write `2025-01`, as it is kept."""
        return f"{self.year:04d}-{self.month:02d}"


def month_of(day: date) -> Month:
    """Return the month in which a day lies."""
    return Month(day.year, day.month)


def read_month(text: str) -> Month | None:
    """Read `2025-01`; None if it is none."""
    year, _, month = text.partition("-")
    if year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12:  # noqa: PLR2004 - months
        return Month(int(year), int(month))
    return None


def months_of(year: FiscalYear) -> tuple[Month, ...]:
    """Return the twelve months of a fiscal year, October first."""
    first = year.first_day
    found = []
    for number in range(12):
        years, month = divmod(first.month - 1 + number, 12)
        found.append(Month(first.year + years, month + 1))
    return tuple(found)


def plan_year(start: date | None, end: date | None, written: FiscalYear) -> FiscalYear:
    """Return the fiscal year that a measure runs in: of its dates, else the one it was written in."""
    day = start or end
    return fiscal_year_of(day) if day is not None else written


def within(day: date, written: FiscalYear) -> bool:
    """Tell whether a day lies in the year that a plan was written in or the one after.

    A result of 2568 is answered by a plan for 2569; a plan for 2568 is followed up in 2568.
    """
    return day in written or day in FiscalYear(written.number + 1)
