"""The sample office: a whole invented year, so that every tab and paper has something to show.

Everything in `resources/sample` is invented, the people most plainly. The same data and seed always make the
same office; only the times in its history are those of the clock.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.batches import Draft, Questionnaire
from ita_desktop.domain.checklist import CheckEntry, WorkStatus
from ita_desktop.domain.history import Action
from ita_desktop.domain.office import Office
from ita_desktop.domain.papers import PaperDraft
from ita_desktop.domain.roster import Approval, RosterKind
from ita_desktop.models import (
    checklist_store,
    paper_store,
    published_store,
    questionnaire_store,
    roster_store,
)
from ita_desktop.services import workspace as workspaces
from ita_desktop.services.changes import Topic
from ita_desktop.services.instruments import instrument_text
from ita_desktop.services.sample_answers import PartAnswers, deal
from ita_desktop.services.sample_papers import fill_paperwork
from ita_desktop.services.sample_people import People
from ita_desktop.services.sample_plan import fill_plan
from ita_desktop.services.sample_work import approve_items, approve_roster, key_again, put_proofs
from ita_desktop.support.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from ita_desktop.domain.instrument import Item
    from ita_desktop.domain.roster import ExternalPerson, InternalPerson
    from ita_desktop.services.workspace import Workspace

YEAR = 2568
SEED = 2568
FILE_NAME = "ตัวอย่าง-2568.ita"


def make(path: Path, now: Callable[[], datetime]) -> Workspace:
    """Make the sample office's file and return it open; the problems of `workspace.create`."""
    office = Office(**_data("office")["office"])
    made = workspaces.create(path, office, instrument_text(YEAR), now)
    try:
        fill(made)
    except BaseException:
        made.close()
        path.unlink(missing_ok=True)
        raise
    return made


def fill(workspace: Workspace) -> None:
    """Put the sample year into an open, empty file of the fiscal year 2568."""
    _fill_rosters(workspace)
    _fill_answers(workspace)
    _fill_checklist(workspace)
    _do_the_work(workspace)
    fill_plan(workspace, _data("measures"), _data("plan"))
    _fill_published(workspace)
    _fill_papers(workspace)
    fill_paperwork(workspace, _data("papers"))


def _data(name: str) -> Any:  # noqa: ANN401 - JSON of our own
    """Read one of the sample's data files."""
    return json.loads(resource("sample", f"{name}.json").read_text(encoding="utf-8"))


def _fill_rosters(workspace: Workspace) -> None:
    """Put in both rosters, each as one import."""
    people = People(_data("people"), SEED)
    internal = people.internal()
    external = people.external(workspace.session.instrument.roster)
    reason = _data("work")["returned_line"]
    lists: tuple[tuple[RosterKind, Sequence[InternalPerson | ExternalPerson]], ...] = (
        (RosterKind.INTERNAL, internal), (RosterKind.EXTERNAL, external)
    )  # fmt: skip
    for kind, roster in lists:
        drafts = [replace(person, approval=Approval.DRAFT) for person in roster]
        subject = f"{kind.value} {len(roster)}"
        with workspace.session.change(Action.IMPORTED, subject, Topic.ROSTER) as change:
            roster_store.add(change.transaction, workspace.year, drafts)
        approved = [place for place, person in enumerate(roster) if person.approval is Approval.APPROVED]
        approve_roster(workspace, kind, approved, reason)


def _do_the_work(workspace: Workspace) -> None:
    """Let people give proofs, approve items, and key a stack again."""
    work = _data("work")
    put_proofs(workspace, work["proofs"])
    approve_items(workspace, *_steps(_data("checklist"), workspace))
    key_again(workspace, work["second_keying"])


def _steps(data: dict[str, Any], workspace: Workspace) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Return the items by the last step that they have taken, and why the returned ones were."""
    last = {
        "confirmed": "confirm",
        "approved": "approve",
        "returned": "return",
        "waiting-for-approval": "submit",
    }
    items: dict[str, list[str]] = {step: [] for step in last.values()}
    for row in workspace.checklist.rows():
        fields = {**data["default"], **data["special"].get(row.item.code, {})}
        if fields["status"] in last:
            items[last[fields["status"]]].append(row.item.code)
    return items, {code: data["special"][code]["note"] for code in items["return"]}


def _fill_answers(workspace: Workspace) -> None:
    """Put in the questionnaires part by part, correct one, and leave one half keyed."""
    data = _data("answers")
    for tool, part in workspace.session.instrument.survey_parts():
        if part.code in data["parts"]:
            answers = deal(part.code, data["parts"][part.code], tool.form, SEED)
            _put_answers(workspace, answers)
    _mend(workspace, *data["mended"])


def _put_answers(workspace: Workspace, answers: PartAnswers) -> None:
    """Keep the forms of a part in their batches, then the form in hand."""
    year, serial, key = workspace.year, 1, 0
    subject = f"answers {answers.part} {len(answers.lines)}"
    with workspace.session.change(Action.IMPORTED, subject, Topic.ANSWERS) as change:
        for batch, count in answers.batches:
            key = questionnaire_store.add_batch(change.transaction, year, batch)
            lines = answers.lines[serial - 1 : serial - 1 + count]
            forms = [Questionnaire(key, number, line) for number, line in enumerate(lines, serial)]
            questionnaire_store.add(change.transaction, year, answers.part, forms)
            serial += count
    if answers.draft:
        workspace.entry.keep(Draft(answers.part, key, serial, answers.draft))


def _mend(workspace: Workspace, part: str, serial: int, reason: str) -> None:
    """Correct the first scored answer of a form that is not the second choice, as the reason says."""
    form = workspace.session.instrument.tool_of_part(part).form
    place = next(i for i, question in enumerate(form) if question.code == "i2")
    kept = workspace.entry.find(part, serial)
    line = f"{kept.line[:place]}2{kept.line[place + 1 :]}"
    workspace.entry.mend(part, replace(kept, line=line), reason)


def _fill_checklist(workspace: Workspace) -> None:
    """Put in the OIT items."""
    data = _data("checklist")
    items = [item for tool in workspace.session.instrument.checklists for item in tool.items]
    with workspace.session.change(Action.IMPORTED, f"oit {len(items)}", Topic.CHECKLIST) as change:
        for entry in _entries(items, data):
            checklist_store.put(change.transaction, workspace.year, entry)


def _entries(items: list[Item], data: dict[str, Any]) -> Iterator[CheckEntry]:
    """Yield each item's entry: the usual one and what is special of it. A due day holds until the next."""
    due = None
    for item in items:
        due = data["due"].get(item.code, due)
        fields = {**data["default"], **data["special"].get(item.code, {})}
        ticked = data["ticked"].get(item.code, ())
        yield CheckEntry(
            item.code,
            Fraction(fields["result"]),
            WorkStatus.NOT_BEGUN if fields["status"] == WorkStatus.NOT_BEGUN.value else WorkStatus.DOING,
            fields["link"].format(code=item.code),
            fields.get("note", ""),
            data["owners"].get(item.code, ""),
            _day(due),
            frozenset(range(len(item.components)) if ticked == "all" else ticked),
        )


def _fill_published(workspace: Workspace) -> None:
    """Put in the figures of the years before, and what was published of this one."""
    for year, figures in _data("office")["published"].items():
        with workspace.session.change(Action.PUBLISHED, year, Topic.PUBLISHED) as change:
            for key, value in figures.items():
                published_store.put(change.transaction, int(year), key, Decimal(value))


def _fill_papers(workspace: Workspace) -> None:
    """Give the memo its number, day and signature; its text stays the one that the program proposes."""
    memo = dict(_data("office")["memo"])
    draft = PaperDraft("memo", **{**memo, "day": _day(memo["day"])})
    with workspace.session.change(Action.CHANGED_PAPER, "memo", Topic.PAPERS) as change:
        paper_store.put(change.transaction, workspace.year, draft)


def _day(text: str | None) -> date | None:
    """Read an ISO day."""
    return date.fromisoformat(text) if text else None
