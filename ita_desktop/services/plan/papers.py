"""The plan on paper: gathered from the file, set by `documents`."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.papers import PaperKind
from ita_desktop.domain.plan.papers import PLAN_PAPERS, PlanIndicator, PlanPaper
from ita_desktop.domain.problems import DocumentUnknown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from fractions import Fraction

    from ita_desktop.services.plan.plan import PlanService
    from ita_desktop.services.results import ResultService, YearResult
    from ita_desktop.services.session import Session

DEFAULT_FAMILY = "laksaman"


class PlanPapers:
    """Print the plan, its findings, its follow-up, the calendar."""

    def __init__(self, session: Session, results: ResultService, plan: PlanService) -> None:
        """Work on an open file."""
        self._session, self._results, self._plan = session, results, plan

    def kinds(self) -> tuple[PaperKind, ...]:
        """Return the kinds of paper that can be printed."""
        from ita_desktop.documents.plan import TITLES

        return tuple(PaperKind(code, TITLES[code]) for code in PLAN_PAPERS)

    def content(self) -> PlanPaper:
        """Return what the papers say, as of today."""
        result = self._results.result()
        return PlanPaper(
            result.office,
            result.year,
            self._session.now().date(),
            result.published.get("total", _shown(result.sheet.total.value)),
            result.level.label if result.level is not None else "",
            tuple((t.code, t.title, _shown(result.sheet.value(t.code))) for t in result.instrument.tools),
            tuple(_indicators(result)),
            result.instrument.findings_headings,
            self._plan.findings.accepted(),
            self._plan.follow_up.rows(),
            self._plan.effects.rows(),
            self._plan.follow_up.accounts(),
            tuple((activity.title, dates) for activity, dates in self._plan.calendar.rows()),
        )

    def render(self, kind: str, family: str = DEFAULT_FAMILY) -> bytes:
        """Set a paper as PDF. DocumentUnknown, and the problems of setting."""
        if kind not in PLAN_PAPERS:
            raise DocumentUnknown(kind, PLAN_PAPERS)
        from ita_desktop.documents.plan import render_plan

        now = self._session.now()
        created = datetime.combine(now.date(), time(), now.tzinfo)
        return render_plan(kind, self.content(), created, family)


def _indicators(result: YearResult) -> Iterator[PlanIndicator]:
    """Go through the indicators with their scores."""
    for tool in result.instrument.tools:
        for each in tool.indicators:
            yield PlanIndicator(each.code, each.title, tool.code, _shown(result.sheet.value(each.code)))


def _shown(value: Fraction | None) -> Decimal | None:
    """Return a score as papers show it."""
    return rounded(value) if value is not None else None
