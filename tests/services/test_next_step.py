"""The next step follows the year: after the scores come findings, measures, follow-up, papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.domain.plan.calendar import ActivityDates
from ita_desktop.domain.plan.findings import Finding, FindingState, Heading
from ita_desktop.domain.roster import InternalPerson
from ita_desktop.services.overview import StepKind
from tests.helpers.offices import best_choice

if TYPE_CHECKING:
    from ita_desktop.services.overview import NextStep
    from ita_desktop.services.workspace import Workspace


@pytest.fixture
def scored(office: Workspace) -> Workspace:
    """An office in which everything is answered and judged; one item is weak."""
    office.roster.add(InternalPerson("นายตัวอย่าง สมมุติ", start_date=date(2020, 1, 1)))
    for _, part in office.session.instrument.survey_parts():
        form = office.entry.begin(part.code)
        line = "".join(str(best_choice(q)) if q.choices[0].score is not None else "1" for q in form.form)
        office.entry.finish(replace(form.draft, line=line))
    for tool in office.session.instrument.checklists:
        for item in tool.items:
            office.checklist.save(CheckEntry(item.code, Fraction(0 if item.code == "o19" else 100)))
    return office


def step(office: Workspace) -> NextStep:
    """What comes next."""
    return office.overview.overview().next_step


def test_after_the_scores_the_findings_are_looked_at(scored: Workspace) -> None:
    """With who and until when from the calendar; then a measure is to be written."""
    scored.plan.calendar.change(ActivityDates("analysis", date(2025, 7, 1), date(2025, 7, 20), "กองแผน"))
    first = step(scored)
    assert (first.kind, first.subject, first.who) == (StepKind.FINDINGS, "findings", "กองแผน")
    assert first.due == date(2025, 7, 20)
    found = Finding("o19", Heading.URGENT, "ยังไม่เผยแพร่", FindingState.ACCEPTED)
    scored.plan.findings.decide(found)
    assert step(scored).kind is StepKind.MEASURES


def test_what_is_late_comes_before_the_papers(scored: Workspace) -> None:
    """The most overdue first, with its owner; once nothing is late, the papers."""
    late = Measure("9", "ช้า", start=date(2025, 1, 1), end=date(2025, 4, 30), owner="กองช่าง")
    later = scored.measures.add(replace(late, title="ช้ากว่า", end=date(2025, 2, 28), owner="กองคลัง")).key
    key = scored.measures.add(late).key
    now = step(scored)
    assert (now.kind, now.left, now.who, now.due) == (
        StepKind.FOLLOW_UP,
        2,
        "กองคลัง",
        date(2025, 2, 28),
    )
    assert now.subject == f"follow:{later}"
    for each in (key, later):
        scored.measures.change(replace(scored.measures.find(each), status=MeasureStatus.DONE))
    assert step(scored).kind is StepKind.PAPERS


def test_a_year_without_a_calendar_has_steps_without_days(scored: Workspace) -> None:
    """Nobody knows until when: nothing is said, rather than a wrong day."""
    import json

    from ita_desktop.services.instruments import instrument_text

    data = {**json.loads(instrument_text(2568)), "fiscal_year": 2569, "calendar": []}
    scored.rounds.start(json.dumps(data, ensure_ascii=False))
    now = step(scored)
    assert (now.due, now.who) == (None, "")
