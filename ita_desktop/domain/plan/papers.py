"""What the papers of the plan say, before anyone sets them on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from ita_desktop.domain.office import Office
    from ita_desktop.domain.plan.calendar import ActivityDates
    from ita_desktop.domain.plan.findings import Heading
    from ita_desktop.domain.plan.followed import EffectRow, Followed

FINDINGS, PLAN, PLAN_SHORT, TIMELINE, FOLLOW_UP, HALF_1, HALF_2, EFFECTS, CALENDAR = (
    "findings", "plan", "plan-short", "plan-timeline", "plan-account", "plan-half-1", "plan-half-2",
    "plan-effects", "calendar",
)  # fmt: skip
PLAN_PAPERS = (FINDINGS, PLAN, PLAN_SHORT, TIMELINE, FOLLOW_UP, HALF_1, HALF_2, EFFECTS, CALENDAR)
"""The codes of the plan's papers, as `ita-desktop print` takes them."""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding that was taken: its score's key, the item's or indicator's title, where it leads."""

    heading: Heading
    key: str
    title: str
    tool: str
    text: str
    leads_to: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanIndicator:
    """An indicator as the papers name it, with the year's score (None without data)."""

    code: str
    title: str
    tool: str
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """A year's plan. `accounts`: what was written of each tool (problem, advice); `total` is the year's."""

    office: Office
    year: int
    day: date
    total: Decimal | None
    level: str
    tools: tuple[tuple[str, str, Decimal | None], ...]
    indicators: tuple[PlanIndicator, ...]
    headings: tuple[str, ...]
    findings: tuple[FindingLine, ...]
    measures: tuple[Followed, ...]
    effects: tuple[EffectRow, ...]
    accounts: Mapping[str, tuple[str, str]]
    calendar: tuple[tuple[str, ActivityDates], ...]

    def indicator(self, code: str) -> PlanIndicator:
        """Return an indicator of the plan; one without title for a code that there is not."""
        found = (each for each in self.indicators if each.code == code)
        return next(found, PlanIndicator(code, "", "", None))

    def of_tool(self, tool: str) -> tuple[Followed, ...]:
        """Return the measures for a tool's indicators."""
        codes = {each.code for each in self.indicators if each.tool == tool}
        return tuple(each for each in self.measures if each.measure.indicator in codes)

    @property
    def plan_year(self) -> int:
        """The fiscal year that most measures run in; the paper's own without any."""
        years = [each.year.number for each in self.measures]
        return max(years, key=years.count) if years else self.year
