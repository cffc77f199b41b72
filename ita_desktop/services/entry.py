"""Keying paper: batches, the form in hand, and finished questionnaires.

The form in hand is kept key by key; a finished form is on the disk before the next one opens.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.domain.batches import Batch, Draft, Questionnaire
from ita_desktop.domain.history import Action
from ita_desktop.domain.keying_order import KeyingOrder, OutOfSequence
from ita_desktop.domain.permissions import Readable
from ita_desktop.domain.problems import (
    BatchCountDiffers,
    FieldFault,
    FieldProblem,
    MissingRecord,
    SerialTaken,
)
from ita_desktop.domain.sampling import required_respondents
from ita_desktop.domain.verification import FormInDispute, SecondKeyingOpen
from ita_desktop.models import keying_store, questionnaire_store, settings_store, verification_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.clerks import note_keyer
from ita_desktop.services.keying_settings import order_in_force
from ita_desktop.services.places import check_symbol
from ita_desktop.services.roster import RosterService
from ita_desktop.services.verification_report import read_batch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.instrument import Part, Question, Tool
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class PartProgress:
    """How far a part is: forms keyed against the number required (None where no rule or no head count)."""

    tool: Tool
    part: Part
    respondents: int
    required: int | None
    from_itas: bool = False


@dataclass(frozen=True, slots=True)
class FormInHand:
    """What the entry page works on: the questions in the paper's order, the draft, and its batch if any."""

    tool: Tool
    part: Part
    form: tuple[Question, ...]
    draft: Draft
    batch: Batch | None
    order: KeyingOrder = KeyingOrder.FREE


class EntryService:
    """Key questionnaires of the year."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._rosters = RosterService(session)

    def parts(self) -> tuple[PartProgress, ...]:
        """Return every survey part with its progress."""
        year, instrument = self._session.year, self._session.instrument
        heads_of = self._rosters.summary()
        rules = {rule.part: rule for rule in instrument.sample_rules}
        with self._session.reading() as transaction:
            keyed = questionnaire_store.respondents(transaction, year)
            typed = settings_store.get(transaction, "itas-minimum", {})
        found = []
        for index, (tool, part) in enumerate(instrument.survey_parts()):
            heads = heads_of.eligible if index == 0 else heads_of.external
            rule = rules.get(part.code)
            required = required_respondents(rule, heads) if rule and heads else None
            required = typed.get(part.code, required)
            found.append(PartProgress(tool, part, keyed.get(part.code, 0), required, part.code in typed))
        return tuple(found)

    def begin(self, part: str, prefer: int = 0) -> FormInHand:
        """Return the form that was being keyed in this part, or a new one after the last number.

        It belongs to the batch it was begun in, a new one to batch `prefer`, else to the newest; never to a
        closed one.
        """
        tool = self._session.instrument.tool_of_part(part)
        with self._session.reading(Readable.FORMS) as transaction:
            draft = questionnaire_store.get_draft(transaction, self._session.year, part)
            batch = self._batch_for(transaction, part, draft.batch if draft else prefer)
            order = order_in_force(transaction)
            if draft is None:
                key = batch.key if batch else 0
                serial = self._expected(transaction, part, key) if order is KeyingOrder.STRICT else None
                if serial is None:
                    serial = questionnaire_store.next_serial(transaction, self._session.year, part)
                draft = Draft(part, key, serial, "")
        return FormInHand(tool, _part(tool, part), tool.form, draft, batch, order)

    def check_serial(self, part: str, batch: int, serial: int) -> None:
        """Let a number pass that a form of the batch may have. SerialTaken, OutOfSequence in strict order."""
        with self._session.reading() as transaction:
            self._check_serial(transaction, part, batch, serial)

    def _check_serial(self, transaction: Transaction, part: str, batch: int, serial: int) -> None:
        """Stop a number in use, and in strict order any but the next one."""
        if questionnaire_store.find(transaction, self._session.year, part, serial):
            raise SerialTaken(part, serial)
        if order_in_force(transaction) is KeyingOrder.STRICT:
            expected = self._expected(transaction, part, batch)
            if expected not in {None, serial}:
                raise OutOfSequence(part, serial, expected or 0)

    def _expected(self, transaction: Transaction, part: str, batch: int) -> int | None:
        """Return the number that comes next in a batch; None for its first form, which may have any."""
        return questionnaire_store.next_in_batch(transaction, self._session.year, part, batch)

    def keep(self, draft: Draft) -> Draft:
        """Keep the form in hand as it stands; it comes back with its batch, made if there was none."""
        with self._session.drafting() as transaction:
            kept = replace(draft, batch=self._batch_of(transaction, draft))
            questionnaire_store.put_draft(transaction, self._session.year, kept)
        return kept

    def discard(self, part: str) -> None:
        """Put the form in hand away without keeping any of it."""
        with self._session.drafting() as transaction:
            questionnaire_store.remove_draft(transaction, self._session.year, part)

    def finish(self, draft: Draft) -> Changes:
        """Keep a finished form.

        FieldProblem names the first question not keyed, SerialTaken a number in use; OutOfSequence says which
        number is next where the order is strict.
        """
        form = self._session.instrument.tool_of_part(draft.part).form
        _check_line(form, draft.line)
        year = self._session.year
        # The history names the part, not the form: a number beside a time would tell when which paper came.
        with self._session.change(Action.KEYED_FORM, draft.part, Topic.ANSWERS) as change:
            transaction = change.transaction
            batch = self._batch_of(transaction, draft)
            self._check_serial(transaction, draft.part, batch, draft.serial)
            finished = Questionnaire(batch, draft.serial, draft.line, draft.note)
            questionnaire_store.add(transaction, year, draft.part, [finished])
            note_keyer(transaction, batch)
            questionnaire_store.remove_draft(transaction, year, draft.part)
            change.made(draft.serial)
        return change.changes

    def _batch_of(self, transaction: Transaction, draft: Draft) -> int:
        """Return the key of the batch that a draft belongs to, made if there is none."""
        batch = self._batch_for(transaction, draft.part, draft.batch)
        if batch is not None:
            return batch.key
        return questionnaire_store.add_batch(transaction, self._session.year, Batch(draft.part, 0))

    def _batch_for(self, transaction: Transaction, part: str, wanted: int) -> Batch | None:
        """Return the wanted batch of a part unless it is closed or gone, then the part's newest open one."""
        year = self._session.year
        batch = questionnaire_store.find_batch(transaction, year, wanted) if wanted else None
        if batch is not None and batch.part == part and not batch.closed:
            return batch
        return questionnaire_store.open_batch(transaction, year, part)

    def find(self, part: str, serial: int) -> Questionnaire:
        """Return a finished form by its number; MissingRecord if there is none.

        FormInDispute while it is keyed again or waits for its third reading: whoever saw it now would match
        the entries to each other instead of the paper.
        """
        with self._session.reading(Readable.FORMS) as transaction:
            if verification_store.is_blind(transaction, self._session.year, part, serial):
                raise FormInDispute(part, serial)
            found = questionnaire_store.find(transaction, self._session.year, part, serial)
        if found is None:
            raise MissingRecord("questionnaire", f"{part} {serial}")
        return found

    def mend(self, part: str, form: Questionnaire, reason: str) -> Changes:
        """Replace a finished form's answers; the reason stays in the history. FieldProblem without one.

        FormInDispute while its second keying or third reading is open: that decides.
        """
        if not reason.strip():
            raise FieldProblem("reason", FieldFault.EMPTY)
        _check_line(self._session.instrument.tool_of_part(part).form, form.line)
        self.find(part, form.serial)
        subject = f"{part} {form.serial}: {reason.strip()}"
        with self._session.change(Action.MENDED_FORM, subject, Topic.ANSWERS) as change:
            questionnaire_store.change(change.transaction, self._session.year, part, form)
        return change.changes

    def remove(self, part: str, serial: int) -> Changes:
        """Remove a finished form; MissingRecord if there is none. Undo brings it back."""
        subject = f"{part} {serial}"
        with self._session.change(Action.REMOVED_FORM, subject, Topic.ANSWERS) as change:
            if not questionnaire_store.remove(change.transaction, self._session.year, part, serial):
                raise MissingRecord("questionnaire", subject)
            keying_store.forget_looks(change.transaction, self._session.year, part, serial)
        return change.changes

    def batches(self) -> tuple[Batch, ...]:
        """Return all batches of the year."""
        with self._session.reading() as transaction:
            return questionnaire_store.batches(transaction, self._session.year)

    def open_batch(self, batch: Batch) -> Changes:
        """Start a new batch with its cover sheet."""
        with self._session.change(Action.OPENED_BATCH, batch.part, Topic.ANSWERS) as change:
            change.made(questionnaire_store.add_batch(change.transaction, self._session.year, batch))
        return change.changes

    def change_batch(self, batch: Batch) -> Changes:
        """Change what a cover sheet says."""
        subject = f"{batch.part} {batch.number}"
        with self._session.change(Action.CHANGED_BATCH, subject, Topic.ANSWERS) as change:
            questionnaire_store.change_batch(change.transaction, batch)
        return change.changes

    def close_batch(self, key: int) -> Changes:
        """Close a batch; BatchCountDiffers if its cover sheet counts another number of forms.

        SecondKeyingOpen while a second keying that was begun asks for forms or third readings.
        """
        with self._session.change(Action.CLOSED_BATCH, "", Topic.ANSWERS) as change:
            batch = questionnaire_store.find_batch(change.transaction, self._session.year, key)
            if batch is None:
                raise MissingRecord("batch", str(key))
            if batch.declared is not None and batch.declared != batch.keyed:
                raise BatchCountDiffers(batch.number, batch.declared, batch.keyed)
            asked = read_batch(change.transaction, batch).standing
            if asked.left or asked.found.undecided:
                raise SecondKeyingOpen(batch.number, len(asked.left), asked.found.undecided)
            questionnaire_store.change_batch(change.transaction, replace(batch, closed=True))
            change.subject = f"{batch.part} {batch.number}"
        return change.changes


def _part(tool: Tool, code: str) -> Part:
    """Return a tool's part by code."""
    return next(part for part in tool.parts if part.code == code)


def _check_line(form: Sequence[Question], line: str) -> None:
    """Make sure that a line answers every question of the form with something that the form offers."""
    for index, question in enumerate(form):
        check_symbol(question, line[index : index + 1])
    if len(line) > len(form):
        raise FieldProblem("line", FieldFault.OUT_OF_RANGE, str(len(line)), str(len(form)))
