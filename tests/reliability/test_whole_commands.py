"""P2: a command happens whole or not at all, whichever of its statements fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event

from ita_desktop.domain.batches import Batch
from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.domain.measures import Measure
from ita_desktop.domain.papers import PaperDraft
from ita_desktop.domain.plan.calendar import ActivityDates
from ita_desktop.domain.plan.findings import Finding, FindingState, Heading
from ita_desktop.domain.plan.months import Month
from ita_desktop.domain.plan.progress import Report
from ita_desktop.domain.plan.steps import PlanStep
from ita_desktop.domain.roster import ExternalPerson, InternalPerson
from ita_desktop.services.instruments import instrument_text
from tests.helpers.offices import INVENTED, new_workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


class PowerCutError(Exception):
    """Stands for anything that can go wrong in the middle of a command."""


def furnished(folder: Path) -> Workspace:
    """Make an office with one of everything."""
    office = new_workspace(folder)
    office.roster.add(InternalPerson("นายสมมุติ หนึ่ง"))
    office.entry.open_batch(Batch("IIT", 0, declared=1))
    key_form(office)
    office.measures.add(Measure("1", "มาตรการสมมุติ"))
    return office


def key_form(office: Workspace) -> None:
    """Key one form."""
    form = office.entry.begin("IIT")
    office.entry.finish(replace(form.draft, line="1" * len(form.form)))


COMMANDS: dict[str, Callable[[Workspace], object]] = {
    "add a person": lambda office: office.roster.add(ExternalPerson("บริษัท สมมุติ จำกัด")),
    "change a person": lambda office: office.roster.change(
        replace(office.roster.internal()[0].person, name="ชื่อใหม่")
    ),
    "remove a person": lambda office: office.roster.remove(office.roster.internal()[0].person),
    "open a batch": lambda office: office.entry.open_batch(Batch("EIT1", 0)),
    "close a batch": lambda office: office.entry.close_batch(office.entry.batches()[0].key),
    "key a form": key_form,
    "mend a form": lambda office: office.entry.mend(
        "IIT", replace(office.entry.find("IIT", 1), line="2" * len(office.entry.find("IIT", 1).line)), "อ่านผิด"
    ),
    "remove a form": lambda office: office.entry.remove("IIT", 1),
    "save an item": lambda office: office.checklist.save(CheckEntry("o1", Fraction(100))),
    "add a measure": lambda office: office.measures.add(Measure("2", "อีกมาตรการ")),
    "remove a measure": lambda office: office.measures.remove(office.measures.rows()[0].key),
    "change a measure": lambda office: office.measures.change(
        replace(office.measures.rows()[0], plan=(PlanStep("หนึ่ง"), PlanStep("สอง")))
    ),
    "report on a measure": lambda office: office.plan.follow_up.put(
        Report(office.measures.rows()[0].key, Month(2025, 1), 50)
    ),
    "take a finding": lambda office: office.plan.findings.decide(
        Finding("i1", Heading.URGENT, "สมมุติ", FindingState.ACCEPTED)
    ),
    "change the calendar": lambda office: office.plan.calendar.change(
        ActivityDates("iit", date(2025, 5, 1), date(2025, 6, 1))
    ),
    "enter a published figure": lambda office: office.results.put_published(2567, "total", Decimal(90)),
    "change the office": lambda office: office.settings.change_office(replace(INVENTED, name="ใหม่")),
    "change the instrument": lambda office: office.settings.change_instrument(
        instrument_text(2568).replace("ข่าวประชาสัมพันธ์", "ข่าว", 1)
    ),
    "write a paper": lambda office: office.papers.save_draft(PaperDraft("memo", subject="เรื่องสมมุติ")),
    "undo": lambda office: office.undo(),
}


@pytest.fixture
def office(empty_folder: Path) -> Iterator[Workspace]:
    """A furnished office."""
    made = furnished(empty_folder)
    yield made
    made.close()


def state(office: Workspace) -> list[str]:
    """Return the whole file as SQL text, undo log apart."""
    raw = office.session.database._engine.raw_connection()
    return list(raw.driver_connection.iterdump())  # type: ignore[union-attr]


def fail_at(office: Workspace, number: int, command: Callable[[Workspace], object]) -> bool:
    """Run a command whose `number`-th statement fails; tell whether it got that far."""
    seen = 0

    def count(*_: Any) -> None:  # noqa: ANN401 - the event's many arguments
        nonlocal seen
        seen += 1
        if seen == number:
            raise PowerCutError

    engine = office.session.database._engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        command(office)
    except PowerCutError:
        return True
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return False


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_fails_at_any_statement_leaves_the_file_as_it_was(
    office: Workspace, name: str
) -> None:
    """Fail the first statement, the second, … until it gets through; only then did anything change."""
    before = state(office)
    number = 1
    while fail_at(office, number, COMMANDS[name]):
        assert state(office) == before
        number += 1
    assert number > 3
    assert state(office) != before


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "undo"])
def test_every_command_can_be_taken_back_and_done_again(office: Workspace, name: str) -> None:
    """Undo gives the state before (but for the history, which only grows), redo the state after."""

    def work(lines: list[str]) -> list[str]:
        apart = ('"history"', "('history',", '"draft"')
        return [line for line in lines if not any(name in line for name in apart)]

    before = work(state(office))
    COMMANDS[name](office)
    after = work(state(office))
    office.undo()
    assert work(state(office)) == before
    office.redo()
    assert work(state(office)) == after
