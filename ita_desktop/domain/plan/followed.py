"""A measure with all that became of it, as lists and papers show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.plan.months import months_of
from ita_desktop.domain.plan.progress import quarters

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.measures import Measure
    from ita_desktop.domain.plan.effect import Effect
    from ita_desktop.domain.plan.months import Month
    from ita_desktop.domain.plan.progress import Quarter, Report
    from ita_desktop.domain.plan.steps import PlanStep


@dataclass(frozen=True, slots=True)
class Followed:
    """A measure with its reports by month, how much is done, what was spent, what is late.

    `year` is the fiscal year that it runs in; `late_steps` those that should be finished.
    """

    measure: Measure
    year: FiscalYear
    reports: tuple[Report, ...]
    percent: int | None
    spent: Decimal | None
    overdue: bool
    late_steps: tuple[PlanStep, ...]

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The account by quarter of the fiscal year."""
        return quarters(self.reports)

    @property
    def months(self) -> tuple[Month, ...]:
        """The months of its fiscal year, October first."""
        return months_of(self.year)

    def report(self, month: Month) -> Report | None:
        """Return the report of a month."""
        return next((each for each in self.reports if each.month == month), None)


@dataclass(frozen=True, slots=True)
class EffectRow:
    """A measure with what came of the score that it answers.

    `key` and `title` are those of the item, or of its indicator where the years have no such item in common.
    """

    measure: Measure
    key: str
    title: str
    effect: Effect
