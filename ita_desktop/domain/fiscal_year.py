"""The Thai fiscal year: 1 October to 30 September, named by the Buddhist year in which it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

BUDDHIST_OFFSET = 543
FIRST_ASSESSED_YEAR = 2556
"""The assessment began in this fiscal year; figures of earlier ones are a slip of the finger."""


@dataclass(frozen=True, slots=True, order=True)
class FiscalYear:
    """A fiscal year by its Buddhist number, e.g. 2568."""

    number: int

    @property
    def first_day(self) -> date:
        """1 October of the year before."""
        return date(self.number - BUDDHIST_OFFSET - 1, 10, 1)

    @property
    def last_day(self) -> date:
        """30 September of the year itself."""
        return date(self.number - BUDDHIST_OFFSET, 9, 30)

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies in this fiscal year."""
        return self.first_day <= day <= self.last_day


def fiscal_year_of(day: date) -> FiscalYear:
    """Return the fiscal year in which a day lies."""
    return FiscalYear(day.year + BUDDHIST_OFFSET + (1 if day.month >= 10 else 0))  # noqa: PLR2004 - October
