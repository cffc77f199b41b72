"""All that is done with a plan, gathered: findings, library, follow-up, effects, calendar, its papers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ita_desktop.services.measures import MeasureService
from ita_desktop.services.plan.calendar import CalendarService
from ita_desktop.services.plan.effects import EffectService
from ita_desktop.services.plan.findings import FindingService
from ita_desktop.services.plan.follow_up import FollowUpService
from ita_desktop.services.plan.library import LibraryService

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.plan.papers import PlanPapers
    from ita_desktop.services.results import ResultService
    from ita_desktop.services.session import Session


class PlanService:
    """What surrounds the measures of an open file."""

    def __init__(self, session: Session, results: ResultService) -> None:
        """Work on an open file and its result."""
        self._session, self._results = session, results
        self.findings = FindingService(session, results)
        self.library = LibraryService(session)
        self.follow_up = FollowUpService(session)
        self.effects = EffectService(session)
        self.calendar = CalendarService(session)

    @cached_property
    def papers(self) -> PlanPapers:
        """What is printed of the plan. Made when first asked for: setting pages is heavy."""
        from ita_desktop.services.plan.papers import PlanPapers

        return PlanPapers(self._session, self._results, self)

    def save_workbook(self, path: Path) -> Path:
        """Write the plan as a workbook that comes in again as it is.

        DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed.
        """
        from ita_desktop.exchange.measure_out import write_plan

        return write_plan(path, self._session.instrument, MeasureService(self._session).rows())
