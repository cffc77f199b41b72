"""The year's calendar: the instrument's activities, their dates as the office has them, who sees to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.history import Action
from ita_desktop.domain.plan.calendar import ActivityDates, dates_of
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.domain.thai_date import numeric_date
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import plan_store
from ita_desktop.services.changes import Changes, Topic

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Activity
    from ita_desktop.services.session import Session

MONTHS_AFTER = 1
"""A calendar may run over the end of its year: results are announced late."""


class CalendarService:
    """Read and change the calendar."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def rows(self) -> tuple[tuple[Activity, ActivityDates], ...]:
        """Return the activities in the instrument's order with the dates that hold."""
        instrument = self._session.instrument
        with self._session.reading() as transaction:
            given = plan_store.activities(transaction, self._session.year)
        return tuple((each, dates_of(each, given)) for each in instrument.calendar)

    def change(self, dates: ActivityDates) -> Changes:
        """Keep an activity's dates and owner.

        MissingRecord for none of that code; FieldProblem for an end before the start, and for days that lie
        outside this fiscal year and the next.
        """
        self._check_code(dates.code)
        year = self._session.fiscal_year
        last = FiscalYear(year.number + MONTHS_AFTER).last_day
        for field, day in (("start", dates.start), ("end", dates.end)):
            if not year.first_day <= day <= last:
                years = f"{numeric_date(year.first_day)} – {numeric_date(last)}"
                raise FieldProblem(field, FieldFault.OUTSIDE_YEAR, numeric_date(day), years)
        if dates.end < dates.start:
            raise FieldProblem("end", FieldFault.BEFORE_START, numeric_date(dates.end))
        clean = ActivityDates(dates.code, dates.start, dates.end, normalized(dates.owner))
        with self._session.change(Action.CHANGED_CALENDAR, dates.code, Topic.ROUND) as change:
            plan_store.put_activity(change.transaction, year.number, clean)
        return change.changes

    def reset(self, code: str) -> Changes:
        """Go back to the instrument's dates; MissingRecord for no such activity."""
        self._check_code(code)
        with self._session.change(Action.CHANGED_CALENDAR, code, Topic.ROUND) as change:
            plan_store.remove_activity(change.transaction, self._session.year, code)
        return change.changes

    def _check_code(self, code: str) -> None:
        """Refuse an activity that there is not."""
        if code not in {each.code for each in self._session.instrument.calendar}:
            raise MissingRecord("activity", code)
