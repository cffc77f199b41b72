"""The one thing to do next, in the year's order, with who sees to it and until when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ita_desktop.domain.plan.calendar import ActivityDates
    from ita_desktop.domain.plan.followed import Followed
    from ita_desktop.services.checklist import CheckRow
    from ita_desktop.services.entry import PartProgress


class StepKind(Enum):
    """What the next step is about, so that a view can say it and go there."""

    ROSTER = "roster"
    KEY_FORMS = "key-forms"
    CHECKLIST = "checklist"
    FINDINGS = "findings"
    MEASURES = "measures"
    FOLLOW_UP = "follow-up"
    PAPERS = "papers"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do next: its kind, what (a part or item code), how many are left, until when, who."""

    kind: StepKind
    subject: str = ""
    left: int = 0
    due: date | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """What the next step follows from. `decided`: whether somebody looked at the findings."""

    today: date
    people: int
    parts: Sequence[PartProgress]
    rows: Sequence[CheckRow]
    calendar: Sequence[ActivityDates]
    followed: Sequence[Followed]
    scored: bool
    decided: bool


ACTIVITIES = {
    StepKind.ROSTER: "import",
    StepKind.CHECKLIST: "oit",
    StepKind.FINDINGS: "analysis",
    StepKind.MEASURES: "analysis",
    StepKind.PAPERS: "announcement",
}
"""Which activity of the calendar a step belongs to; one that a calendar has not is that of the day."""


def next_step(now: Situation) -> NextStep:
    """Walk the year in its order and stop at the first thing that is not done."""
    if now.people == 0:
        return _dated(now, NextStep(StepKind.ROSTER), ACTIVITIES[StepKind.ROSTER])
    for progress in now.parts:
        lacking = (progress.required or 1) - progress.respondents
        if progress.tool.questions and lacking > 0:
            step = NextStep(StepKind.KEY_FORMS, progress.part.code, lacking)
            return _dated(now, step, progress.tool.code.lower())
    undone = [row for row in now.rows if row.entry.result is None]
    if undone:
        entry = undone[0].entry
        step = NextStep(StepKind.CHECKLIST, undone[0].item.code, len(undone), entry.due, entry.owner)
        return step if step.due is not None else _dated(now, step, ACTIVITIES[StepKind.CHECKLIST])
    return _after_scores(now)


def _after_scores(now: Situation) -> NextStep:
    """The second half of the year: look, plan, follow up, print."""
    if not now.followed:
        kind = StepKind.MEASURES if now.decided or not now.scored else StepKind.FINDINGS
        return _dated(now, NextStep(kind, "findings" if kind is StepKind.FINDINGS else ""), ACTIVITIES[kind])
    late = [each for each in now.followed if each.overdue or each.late_steps]
    if late:
        first = min(late, key=lambda each: _due(each) or now.today)
        subject = f"follow:{first.measure.key}"
        return NextStep(StepKind.FOLLOW_UP, subject, len(late), _due(first), first.measure.owner)
    return _dated(now, NextStep(StepKind.PAPERS), ACTIVITIES[StepKind.PAPERS])


def _due(followed: Followed) -> date | None:
    """When a late measure should have been done: its own end, else that of its first late step."""
    if followed.overdue:
        return followed.measure.end
    ends = [step.end for step in followed.late_steps if step.end is not None]
    return min(ends, default=followed.measure.end)


def _dated(now: Situation, step: NextStep, code: str) -> NextStep:
    """Give a step the end and the owner of its activity, else of the one that goes on today."""
    found = next((each for each in now.calendar if each.code == code), None)
    present = next((each for each in now.calendar if each.start <= now.today <= each.end), None)
    activity = found or present
    if activity is None:
        return step
    return NextStep(step.kind, step.subject, step.left, activity.end, step.who or activity.owner)
