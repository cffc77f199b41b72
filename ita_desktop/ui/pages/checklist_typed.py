"""What stands in the fields of the checklist's panel, as typed; plain values, no widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import (
    CheckEntry,
    Component,
    Priority,
    ResultStage,
    WorkStatus,
)
from ita_desktop.domain.links import checked_link
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.ui.pages.checklist_words import parse_result
from ita_desktop.ui.prose import prose_day
from ita_desktop.wording.results import plain_number

if TYPE_CHECKING:
    from datetime import date

    from ita_desktop.services.checklist import CheckRow


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields: compared with what was shown, it tells what the user changed.

    `ticked` counts over all components, the office's own after the instrument's.
    """

    result: str
    status: object
    link: str
    note: str
    owner: str
    due: str
    ticked: frozenset[int]
    person: str = ""
    priority: object = Priority.NORMAL
    comment: str = ""
    explanation: str = ""


LINES = ("result", "link", "note", "owner", "due", "person", "comment", "explanation")
"""The fields that hold text."""


def typed_from(row: CheckRow | None, stage: ResultStage) -> Typed:
    """How a row stands in the fields, with the result of a stage."""
    entry = row.entry if row is not None else CheckEntry("")
    value = entry.of_stage(stage)
    ticked = {number for number, each in enumerate(row.components) if each.ticked} if row else set()
    return Typed(
        plain_number(value) if value is not None else "",
        entry.status,
        entry.link,
        entry.note,
        entry.owner,
        prose_day(entry.due),
        frozenset(ticked),
        entry.person,
        entry.priority,
        entry.comment,
        entry.explanation,
    )


def entry_from(row: CheckRow, typed: Typed, stage: ResultStage, due: date | None) -> CheckEntry:
    """Return the row's entry with what was typed; of the result only what differs is judged anew.

    Raises FieldProblem for a link or a result that cannot be kept.
    """
    text = typed.link.strip()
    link = checked_link(text) if text else ""
    if link is None:
        raise FieldProblem("link", FieldFault.BAD_LINK, text)
    kept, result = row.entry, parse_result(typed.result)
    known = len(row.item.components)
    added = tuple(
        Component(each.text, number in typed.ticked) for number, each in enumerate(kept.added, known)
    )
    return replace(
        kept if result == kept.of_stage(stage) else kept.judged(stage, result),
        status=typed.status if isinstance(typed.status, WorkStatus) else kept.status,
        link=link,
        note=typed.note.strip(),
        owner=typed.owner.strip(),
        due=due,
        ticked=frozenset(number for number in typed.ticked if number < known),
        added=added,
        person=typed.person.strip(),
        priority=typed.priority if isinstance(typed.priority, Priority) else kept.priority,
        comment=typed.comment.strip(),
        explanation=typed.explanation.strip(),
    )
