"""What if, for the result page: the year as it stands, supposed otherwise. Nothing here writes anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.what_if import Lever, Outcome, Supposed, Year, levers, outcome
from ita_desktop.domain.what_if_way import Way, shortest_way

if TYPE_CHECKING:
    from ita_desktop.services.results import ResultService, YearResult


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A year to suppose things of: what could score more, and the shortest way to each better level."""

    result: YearResult
    year: Year
    levers: tuple[Lever, ...]
    ways: tuple[Way, ...]

    def suppose(self, supposed: Supposed) -> Outcome:
        """Score and grade the year as supposed: quick enough to be done at every key."""
        return outcome(self.year, supposed)


class WhatIfService:
    """Suppose things of the open file's year."""

    def __init__(self, results: ResultService) -> None:
        """Work on the computed result."""
        self._results = results
        self._kept: WhatIf | None = None

    def what_if(self) -> WhatIf:
        """Return the year to suppose things of; found again only after the result changed."""
        result = self._results.result()
        if self._kept is None or self._kept.result is not result:
            year = Year(result.instrument, result.tallies, result.results)
            found = levers(year)
            bands = [band for band in result.instrument.grade_rule.bands if band.passes]
            ways = tuple(shortest_way(year, band, found) for band in bands)
            self._kept = WhatIf(result, year, found, ways)
        return self._kept
