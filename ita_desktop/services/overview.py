"""Where the year stands: the calendar, the scores so far, what is due, and the next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import WorkStatus
from ita_desktop.services.checklist import ChecklistService
from ita_desktop.services.entry import EntryService
from ita_desktop.services.measures import MeasureService
from ita_desktop.services.roster import RosterService

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Activity
    from ita_desktop.services.checklist import CheckRow
    from ita_desktop.services.entry import PartProgress
    from ita_desktop.services.results import ResultService, YearResult
    from ita_desktop.services.session import Session

SOON = timedelta(days=7)
FINISHED = {WorkStatus.APPROVED, WorkStatus.CONFIRMED}


class Phase(Enum):
    """Where an activity of the calendar stands today."""

    PAST = "past"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """An activity with its dates and phase."""

    activity: Activity
    start: date
    end: date
    phase: Phase


class StepKind(Enum):
    """What the next step is about, so that a view can say it and go there."""

    ROSTER = "roster"
    KEY_FORMS = "key-forms"
    CHECKLIST = "checklist"
    MEASURES = "measures"
    PAPERS = "papers"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do next: its kind, what (a part or item code), how many are left, until when."""

    kind: StepKind
    subject: str = ""
    left: int = 0
    due: date | None = None


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


class OverviewService:
    """Gather the overview."""

    def __init__(self, session: Session, results: ResultService) -> None:
        """Work on an open file; `results` is shared so that nothing is counted twice."""
        self._session = session
        self._results = results
        self._entry = EntryService(session)
        self._checklist = ChecklistService(session)

    def overview(self) -> Overview:
        """Return the state of the year as of today."""
        today = self._session.now().date()
        calendar = tuple(_calendar_row(each, today) for each in self._session.instrument.calendar)
        parts, rows = self._entry.parts(), self._checklist.rows()
        open_rows = [row for row in rows if row.entry.status not in FINISHED and row.entry.due]
        overdue = tuple(row for row in open_rows if row.entry.due and row.entry.due < today)
        soon = tuple(row for row in open_rows if row.entry.due and today <= row.entry.due <= today + SOON)
        retention = RosterService(self._session).privacy.retention()
        return Overview(
            today,
            calendar,
            parts,
            self._results.result(),
            overdue,
            soon,
            self._next(parts, rows, calendar),
            retention.until if retention.due else None,
        )

    def _next(
        self, parts: tuple[PartProgress, ...], rows: tuple[CheckRow, ...], calendar: tuple[CalendarRow, ...]
    ) -> NextStep:
        """Walk the year in its order and stop at the first thing that is not done."""
        if RosterService(self._session).summary().internal == 0:
            return NextStep(StepKind.ROSTER)
        due = next((row.end for row in calendar if row.phase is Phase.NOW), None)
        for progress in parts:
            lacking = (progress.required or 1) - progress.respondents
            if progress.tool.questions and lacking > 0:
                return NextStep(StepKind.KEY_FORMS, progress.part.code, lacking, due)
        undone = [row for row in rows if row.entry.result is None]
        if undone:
            return NextStep(StepKind.CHECKLIST, undone[0].item.code, len(undone), undone[0].entry.due)
        if not MeasureService(self._session).rows():
            return NextStep(StepKind.MEASURES)
        return NextStep(StepKind.PAPERS)


def _calendar_row(activity: Activity, today: date) -> CalendarRow:
    """Place an activity in time."""
    start, end = date.fromisoformat(activity.start), date.fromisoformat(activity.end)
    phase = Phase.AHEAD if today < start else Phase.PAST if today > end else Phase.NOW
    return CalendarRow(activity, start, end, phase)
