"""The plan over time: a line for each measure and each of its steps, from October to September.

One shape for the screen and for paper, so that both show the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from ita_desktop.domain.measures import FINISHED, MeasureStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.measures import Measure
    from ita_desktop.domain.plan.followed import Followed
    from ita_desktop.domain.plan.steps import PlanStep


class BarState(Enum):
    """How a bar is filled: each kind can be told from the others in black and white."""

    AHEAD = "ahead"
    RUNNING = "running"
    FINISHED = "finished"
    LATE = "late"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of the timeline: a measure, or (`step` from 1) one of its steps. No dates, no bar."""

    text: str
    owner: str
    start: date | None
    end: date | None
    state: BarState
    measure: int
    step: int = 0
    percent: int | None = None


def timeline(rows: Iterable[Followed], year: FiscalYear, today: date) -> tuple[Bar, ...]:
    """Return the lines of the measures that run in a fiscal year; an open end runs to the year's own."""
    found: list[Bar] = []
    for row in rows:
        if row.year == year:
            found.append(_measure(row, year, today))
            found += [_step(row.measure, n, step, year, today) for n, step in enumerate(row.measure.plan, 1)]
    return tuple(found)


def _measure(row: Followed, year: FiscalYear, today: date) -> Bar:
    """Return the line of a measure."""
    measure = row.measure
    start, end = _period(measure.start, measure.end, year)
    finished = measure.status in FINISHED
    state = _state(start, end, today, finished=finished)
    if measure.status is MeasureStatus.NOT_DONE:
        state = BarState.DROPPED
    elif measure.status is MeasureStatus.RUNNING and state is BarState.AHEAD:
        state = BarState.RUNNING
    return Bar(measure.title, measure.owner, start, end, state, measure.key, 0, row.percent)


def _step(measure: Measure, number: int, step: PlanStep, year: FiscalYear, today: date) -> Bar:
    """Return the line of a step; one without dates has no bar, for its measure's bar tells as much."""
    start, end = _period(step.start, step.end, year) if step.start or step.end else (None, None)
    finished = step.done is not None or measure.status is MeasureStatus.DONE
    state = _state(start, end, today, finished=finished)
    return Bar(f"{number}) {step.text}", "", start, end, state, measure.key, number)


def _period(start: date | None, end: date | None, year: FiscalYear) -> tuple[date | None, date | None]:
    """Close an open period with the year's first or last day; nothing stays nothing."""
    if start is None and end is None:
        return None, None
    return start or year.first_day, end or year.last_day


def _state(start: date | None, end: date | None, today: date, *, finished: bool) -> BarState:
    """Tell how a bar stands today."""
    if finished:
        return BarState.FINISHED
    if end is not None and end < today:
        return BarState.LATE
    return BarState.RUNNING if start is not None and start <= today else BarState.AHEAD


def place(day: date, first: date, last: date) -> float:
    """Return where a day begins between two days: 0 at the first, 1 after the last."""
    days = (last - first).days + 1
    return min(max((day - first).days / days, 0.0), 1.0)


def span(bar: Bar, first: date, last: date) -> tuple[float, float] | None:
    """Return from where to where a bar runs between two days; None for a line without dates."""
    if bar.start is None or bar.end is None:
        return None
    return place(bar.start, first, last), place(bar.end + timedelta(days=1), first, last)
