"""What people did in the sample year beside filling it in: approvals, proofs, a stack keyed again.

Through the commands that people use wherever they leave a trace (who approved, what was read), so that the
sample's history is one that a real file could have.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.domain.evidence import Evidence, EvidenceKind
from ita_desktop.domain.history import Action, Role
from ita_desktop.domain.keying_figures import Spell
from ita_desktop.domain.verification import PlaceState, Task
from ita_desktop.models import evidence_store, keying_store, questionnaire_store, verification_store
from ita_desktop.models.keying_store import BatchClerk
from ita_desktop.models.verification_store import SecondForm
from ita_desktop.services.changes import Topic
from ita_desktop.services.places import batch_name, put_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_desktop.domain.batches import Batch
    from ita_desktop.domain.roster import RosterKind
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.workspace import Workspace

PER_FORM_MS, PER_KEY_MS = 1_500, 900
"""The time of the invented clerks: as fast as people are who have done it for an hour."""


def approve_roster(workspace: Workspace, kind: RosterKind, approved: Sequence[int], reason: str) -> None:
    """Have the executive approve lines by their places (from 0), and send the first of the others back."""
    keys = sorted(workspace.roster.keys(kind))
    wanted = [keys[place] for place in approved]
    left = [key for key in keys if key not in set(wanted)][:1]
    approval = workspace.roster.approval
    approval.submit(kind, [*wanted, *left])
    workspace.take_role(Role.EXECUTIVE)
    approval.approve(kind, wanted)
    if left:
        approval.send_back(kind, reason, left)
    workspace.take_role(Role.ADMIN)


def approve_items(
    workspace: Workspace, items: Mapping[str, Sequence[str]], reasons: Mapping[str, str]
) -> None:
    """Take items to where they stand: `items` by the last step that they have taken."""
    approval = workspace.checklist.approval
    approval.take(ApprovalStep.SUBMIT, [code for codes in items.values() for code in codes])
    workspace.take_role(Role.EXECUTIVE)
    signed = [*items["approve"], *items["confirm"]]
    approval.take(ApprovalStep.APPROVE, signed)
    approval.take(ApprovalStep.CONFIRM, items["confirm"])
    for code in items["return"]:
        approval.take(ApprovalStep.RETURN, [code], reasons[code])
    workspace.take_role(Role.ADMIN)


def put_proofs(workspace: Workspace, proofs: Sequence[Mapping[str, Any]]) -> None:
    """Give items their proofs: addresses with the day that they prove; a sample has no files beside it."""
    year = workspace.year
    for each in proofs:
        codes = tuple(each["codes"])
        day = date.fromisoformat(each["day"])
        proof = Evidence(EvidenceKind.LINK, each["link"], day, each["title"], codes=codes)
        subject = ", ".join(codes)
        with workspace.session.change(Action.CHANGED_ITEM, subject, Topic.CHECKLIST) as change:
            evidence_store.add(change.transaction, year, proof, change.changes.at, Role.ADMIN)


def key_again(workspace: Workspace, data: Mapping[str, Any]) -> None:
    """Key one stack again to its end, with its third readings, and leave another one under way."""
    for stack in data["stacks"]:
        batches = [each for each in workspace.entry.batches() if each.part == stack["part"]]
        _key_stack(workspace, batches[stack["place"]], stack, data["clerks"])
    workspace.keying_figures.take_clerk("")


def _key_stack(workspace: Workspace, batch: Batch, stack: Mapping[str, Any], clerks: Sequence[str]) -> None:
    """Key a stack again: who keyed it first, who again, and who read what differs."""
    first, second, third = clerks
    with workspace.session.drafting() as transaction:
        _note(transaction, batch, Task.KEY, first, batch.keyed)
    workspace.verification.draw(batch.key, stack["seed"])
    workspace.keying_figures.take_clerk(second)
    wanted = workspace.verification.batch(batch.key).standing.left[: stack["forms"]]
    for number, serial in enumerate(wanted):
        _finish(workspace, batch, serial, stack["slips"].get(str(number), {}))
    with workspace.session.drafting() as transaction:
        _note(transaction, batch, Task.VERIFY, second, len(wanted))
    _begin_next(workspace, batch, stack["pressed"])
    workspace.keying_figures.take_clerk(third)
    _read(workspace, batch, stack["read"])


def _note(transaction: Transaction, batch: Batch, task: Task, clerk: str, forms: int) -> None:
    """Keep who did a task, and how long it took."""
    keys = 21 * forms
    keying_store.note_clerk(transaction, batch.key, BatchClerk(task, clerk))
    spell = Spell(forms, keys, PER_FORM_MS * forms + PER_KEY_MS * keys)
    keying_store.add_spell(transaction, batch.key, task, clerk, spell)


def _finish(workspace: Workspace, batch: Batch, serial: int, slips: Mapping[str, str]) -> None:
    """Key one form again; `slips` are questions by place at which the second clerk pressed something else."""
    year = workspace.year
    with workspace.session.change(Action.KEYED_AGAIN, batch_name(batch), Topic.ANSWERS) as change:
        form = questionnaire_store.find(change.transaction, year, batch.part, serial)
        line = form.line if form is not None else ""
        places = [int(place) for place in slips]
        second, states = line, PlaceState.AGREED.value * len(line)
        for place in places:
            other = slips[str(place)] if line[place] != slips[str(place)] else "1"
            second, states = put_at(second, place, other), put_at(states, place, PlaceState.DISPUTED.value)
        kept = SecondForm(batch.part, serial, second, states, 0, line, finished=True)
        verification_store.put(change.transaction, year, kept)
        verification_store.raise_disputes(change.transaction, year, batch.part, serial, places)


def _begin_next(workspace: Workspace, batch: Batch, pressed: int) -> None:
    """Leave the next form in hand with some of its questions keyed again."""
    if not pressed:
        return
    hand = workspace.verification.begin(batch.key)
    if hand is not None:
        with workspace.session.reading() as transaction:
            form = questionnaire_store.find(transaction, workspace.year, batch.part, hand.serial)
        for place in range(pressed):
            hand = workspace.verification.press(hand, place, form.line[place] if form is not None else "1")


def _read(workspace: Workspace, batch: Batch, readings: Sequence[str]) -> None:
    """Read what differs: each reading says which of the two keyings the paper bears out."""
    for dispute, right in zip(workspace.third_reading.disputes(batch.key), readings, strict=False):
        with workspace.session.reading() as transaction:
            known = verification_store.compared(transaction, batch.key)[dispute.serial]
        symbol = (known.first if right == "first" else known.second)[dispute.place]
        workspace.third_reading.decide(dispute, symbol)
