"""Follow-up: what was done month by month, what is late, the accounts by tool, what goes on next year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.measures import MeasureStatus
from ita_desktop.domain.plan.followed import Followed
from ita_desktop.domain.plan.months import months_of, plan_year
from ita_desktop.domain.plan.problems import NothingLeftOver
from ita_desktop.domain.plan.progress import FULL, percent_of, spent_of
from ita_desktop.domain.plan.steps import PlanStep
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.models import measure_store, plan_store, settings_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.measures import MeasureService
from ita_desktop.services.plan.checking import check_money
from ita_desktop.services.plan.years import same_key

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.measures import Measure
    from ita_desktop.domain.plan.months import Month
    from ita_desktop.domain.plan.progress import Report
    from ita_desktop.services.session import Session


class FollowUpService:
    """Report on measures, and take over what is not done."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._measures = MeasureService(session)

    def rows(self) -> tuple[Followed, ...]:
        """Return all measures as of today, in the order of the plan."""
        today = self._session.now().date()
        with self._session.reading() as transaction:
            reports = plan_store.reports(transaction, self._session.year)
        found = []
        for measure in self._measures.rows():
            own = tuple(each for each in reports if each.measure == measure.key)
            year = plan_year(measure.start, measure.end, self._session.fiscal_year)
            overdue = measure.overdue(today)
            done = measure.status in {MeasureStatus.DONE, MeasureStatus.NOT_DONE}
            late = tuple(s for s in measure.plan if not done and s.overdue(today, measure.end))
            found.append(Followed(measure, year, own, percent_of(own), spent_of(own), overdue, late))
        return tuple(found)

    def put(self, report: Report) -> Changes:
        """Keep a month's report; a whole hundred finishes nothing by itself.

        MissingRecord for no such measure; FieldProblem for a percentage outside 0 to 100, a month outside
        the measure's fiscal year, money below 0.
        """
        measure = self._measures.find(report.measure)
        if not 0 <= report.percent <= FULL:
            raise FieldProblem("progress", FieldFault.OUT_OF_RANGE, str(report.percent), "0-100")
        year = plan_year(measure.start, measure.end, self._session.fiscal_year)
        if report.month not in months_of(year):
            raise FieldProblem("month", FieldFault.OUTSIDE_YEAR, str(report.month), str(year.number))
        check_money("spent", report.spent)
        subject = f"#{report.measure} {report.month}"
        with self._session.change(Action.REPORTED_MEASURE, subject, Topic.MEASURES) as change:
            plan_store.put_report(change.transaction, report)
            if measure.status is MeasureStatus.PLANNED and report.percent:
                running = replace(measure, status=MeasureStatus.RUNNING)
                measure_store.change(change.transaction, self._session.year, running)
        return change.changes

    def remove(self, measure: int, month: Month) -> Changes:
        """Remove a month's report; MissingRecord if there is none."""
        self._measures.find(measure)
        with self._session.change(Action.REPORTED_MEASURE, f"#{measure} {month}", Topic.MEASURES) as change:
            if not plan_store.remove_report(change.transaction, measure, month):
                raise MissingRecord("report", str(month))
        return change.changes

    def accounts(self) -> dict[str, tuple[str, str]]:
        """Return what was written into the account of each tool: the problem, the advice."""
        with self._session.reading() as transaction:
            return plan_store.accounts(transaction, self._session.year)

    def put_account(self, tool: str, problem: str, advice: str) -> Changes:
        """Keep what a person writes into a tool's account; empty goes back to what is proposed."""
        if tool not in {each.code for each in self._session.instrument.tools}:
            raise FieldProblem("tool", FieldFault.NOT_OFFERED, tool)
        with self._session.change(Action.CHANGED_TOOL_ACCOUNT, tool, Topic.MEASURES) as change:
            plan_store.put_account(
                change.transaction, self._session.year, tool, problem.strip(), advice.strip()
            )
        return change.changes

    # What is not done goes on

    def left_over(self) -> tuple[Measure, ...]:
        """Return what the year before left undone and this year has not taken over yet."""
        year = self._session.year - 1
        with self._session.reading() as transaction:
            if year not in settings_store.years(transaction):
                return ()
            then = parse(settings_store.instrument_text(transaction, year))
            before = measure_store.measures(transaction, year)
        now = self._session.instrument
        here = {each.title for each in self._measures.rows() if each.carried_from == year}
        return tuple(
            moved
            for each in before
            if each.status is not MeasureStatus.DONE
            and each.title not in here
            and (moved := _moved(each, year, now, then)) is not None
        )

    def carry_over(self) -> Changes:
        """Take over all that the year before left undone, as one step; NothingLeftOver if there is nothing.

        Steps that were finished stay behind; dates do too, for they lie in the other year.
        """
        left = self.left_over()
        if not left:
            raise NothingLeftOver(self._session.year - 1)
        subject = f"{len(left)} ({self._session.year - 1})"
        with self._session.change(Action.CARRIED_MEASURES, subject, Topic.MEASURES) as change:
            for measure in left:
                measure_store.add(change.transaction, self._session.year, measure)
        return change.changes


def _moved(measure: Measure, year: int, now: Instrument, then: Instrument) -> Measure | None:
    """Return a measure as it begins anew under this year's codes; None where its indicator is gone."""
    theirs = {key: code for code in _keys(now) if (key := same_key(code, now, then)) is not None}
    if measure.indicator not in theirs:
        return None
    open_steps = tuple(PlanStep(step.text) for step in measure.plan if step.done is None)
    return replace(
        measure,
        indicator=theirs[measure.indicator],
        answers=theirs.get(measure.answers, ""),
        plan=open_steps,
        start=None,
        end=None,
        status=MeasureStatus.PLANNED,
        outcome="",
        achieved="",
        carried_from=year,
        key=0,
    )


def _keys(instrument: Instrument) -> tuple[str, ...]:
    """Return the codes of indicators and items."""
    items = (item.code for tool in instrument.tools for item in tool.items)
    return (*(each.code for each in instrument.indicators), *items)
