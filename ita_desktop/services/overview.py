"""Where the year stands: the calendar, the scores so far, what is due, and the next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import WorkStatus
from ita_desktop.domain.measures import FINISHED as MEASURE_FINISHED
from ita_desktop.services.checklist import ChecklistService
from ita_desktop.services.entry import EntryService
from ita_desktop.services.next_step import NextStep, Situation, StepKind, next_step
from ita_desktop.services.plan.plan import PlanService
from ita_desktop.services.roster import RosterService

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Activity
    from ita_desktop.domain.plan.calendar import ActivityDates
    from ita_desktop.domain.plan.followed import Followed
    from ita_desktop.services.checklist import CheckRow
    from ita_desktop.services.entry import PartProgress
    from ita_desktop.services.results import ResultService, YearResult
    from ita_desktop.services.session import Session

__all__ = ["SOON", "CalendarRow", "NextStep", "Overview", "OverviewService", "Phase", "StepKind"]

SOON = timedelta(days=7)
FINISHED = {WorkStatus.APPROVED, WorkStatus.CONFIRMED}


class Phase(Enum):
    """Where an activity of the calendar stands today."""

    PAST = "past"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """An activity with the dates that hold, who sees to it, and its phase."""

    activity: Activity
    start: date
    end: date
    phase: Phase
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the first tab shows. `erase_by`: until when rosters may be kept, once that day is near."""

    today: date
    calendar: tuple[CalendarRow, ...]
    parts: tuple[PartProgress, ...]
    result: YearResult
    overdue: tuple[CheckRow, ...]
    due_soon: tuple[CheckRow, ...]
    next_step: NextStep
    erase_by: date | None = None
    late_measures: tuple[Followed, ...] = ()
    ending_measures: tuple[Followed, ...] = ()


class OverviewService:
    """Gather the overview."""

    def __init__(self, session: Session, results: ResultService) -> None:
        """Work on an open file; `results` is shared so that nothing is counted twice."""
        self._session = session
        self._results = results
        self._entry = EntryService(session)
        self._checklist = ChecklistService(session)
        self._plan = PlanService(session, results)

    def overview(self) -> Overview:
        """Return the state of the year as of today."""
        today = self._session.now().date()
        dates = self._plan.calendar.rows()
        calendar = tuple(_calendar_row(activity, days, today) for activity, days in dates)
        parts, rows = self._entry.parts(), self._checklist.rows()
        open_rows = [row for row in rows if row.entry.status not in FINISHED and row.entry.due]
        overdue = tuple(row for row in open_rows if row.entry.due and row.entry.due < today)
        soon = tuple(row for row in open_rows if row.entry.due and today <= row.entry.due <= today + SOON)
        retention = RosterService(self._session).privacy.retention()
        result, followed = self._results.result(), self._plan.follow_up.rows()
        situation = Situation(
            today,
            RosterService(self._session).summary().internal,
            parts,
            rows,
            tuple(days for _, days in dates),
            followed,
            scored=result.provisional is not None,
            decided=self._plan.findings.decided(),
        )
        return Overview(
            today,
            calendar,
            parts,
            result,
            overdue,
            soon,
            next_step(situation),
            retention.until if retention.due else None,
            tuple(each for each in followed if each.overdue or each.late_steps),
            tuple(each for each in followed if _ends_soon(each, today)),
        )


def _ends_soon(followed: Followed, today: date) -> bool:
    """Tell whether a measure that is not late must be finished within days."""
    measure = followed.measure
    if measure.status in MEASURE_FINISHED or measure.end is None:
        return False
    return not followed.late_steps and today <= measure.end <= today + SOON


def _calendar_row(activity: Activity, days: ActivityDates, today: date) -> CalendarRow:
    """Place an activity in time."""
    phase = Phase.AHEAD if today < days.start else Phase.PAST if today > days.end else Phase.NOW
    return CalendarRow(activity, days.start, days.end, phase, days.owner)
