"""Keying a batch again without seeing the first keying: what is asked, the form in hand, how far it is.

Nothing here returns an answer that another clerk keyed.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import Mark
from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.domain.verification import (
    BatchIncomplete,
    PlaceState,
    Plan,
    Task,
    press,
)
from ita_desktop.models import questionnaire_store, verification_store
from ita_desktop.models.verification_store import SecondForm
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.clerks import admit
from ita_desktop.services.keying_settings import order_in_force
from ita_desktop.services.places import batch_name, check_symbol, put_at
from ita_desktop.services.sample_rule import RULE, check_rule, put_rule, rule_in_force
from ita_desktop.services.verification_report import (
    BatchVerification,
    PartVerification,
    by_part,
    read_batch,
    read_batches,
)

if TYPE_CHECKING:
    from ita_desktop.domain.batches import Batch
    from ita_desktop.domain.instrument import Question, Tool
    from ita_desktop.domain.keying_order import KeyingOrder
    from ita_desktop.domain.verification import SampleRule
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session

SEEDS = 1_000_000  # six digits can be printed, read out and typed
HOLE = PlaceState.NOT_KEYED.value


@dataclass(frozen=True, slots=True)
class SecondInHand:
    """The form that is keyed again: what the second clerk himself pressed, and how each question stands.

    `left` counts the forms still asked for, this one among them. The first keying is not in it.
    `order` says whether questions may be passed over on the way.
    """

    batch: Batch
    tool: Tool
    serial: int
    line: str
    states: tuple[PlaceState, ...]
    left: int
    order: KeyingOrder

    @property
    def form(self) -> tuple[Question, ...]:
        """The questions in the order of the paper."""
        return self.tool.form


class VerificationService:
    """Second keying of the year's batches; `ThirdReadingService` decides what it finds."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    # How far it is

    def batches(self) -> tuple[BatchVerification, ...]:
        """Return every batch with what is asked of it, by part and number."""
        with self._session.reading() as transaction:
            return read_batches(transaction, self._session.year)

    def batch(self, key: int) -> BatchVerification:
        """Return one batch; MissingRecord if there is none."""
        with self._session.reading() as transaction:
            return read_batch(transaction, self._find(transaction, key))

    def report(self) -> tuple[PartVerification, ...]:
        """Return the parts with their error rates."""
        parts = (part for _, part in self._session.instrument.survey_parts())
        return by_part(parts, self.batches())

    # What is asked

    def rule(self) -> SampleRule:
        """Return the rule by which samples are drawn from now on."""
        with self._session.reading() as transaction:
            return rule_in_force(transaction)

    def put_rule(self, rule: SampleRule) -> Changes:
        """Keep another rule for samples drawn from now on; FieldProblem outside of what makes sense."""
        check_rule(rule)
        with self._session.change(Action.CHANGED_SETTING, RULE, Topic.ANSWERS) as change:
            put_rule(change.transaction, rule)
        return change.changes

    def draw(self, key: int, seed: int | None = None) -> Changes:
        """Draw the sample of a batch by today's rule, or take a called-off second keying up again.

        BatchIncomplete while the forms are not those that the cover sheet counts. A seed, once drawn, stays:
        nobody draws until he likes the sample.
        """
        with self._session.change(Action.DREW_SAMPLE, "", Topic.ANSWERS) as change:
            batch = self._find(change.transaction, key)
            if not batch.keyed or batch.declared not in {None, batch.keyed}:
                raise BatchIncomplete(batch.number, batch.declared, batch.keyed)
            known = verification_store.plans(change.transaction).get(key)
            drawn = secrets.randbelow(SEEDS) if seed is None else seed
            plan = Plan(key, known.seed if known else drawn, rule_in_force(change.transaction))
            verification_store.put_plan(change.transaction, plan)
            change.subject = f"{batch_name(batch)} · {plan.seed}"
        return change.changes

    def call_off(self, key: int, reason: str) -> Changes:
        """Ask for no more of a batch; the reason stays. What is disputed still waits for a third reading."""
        if not reason.strip():
            raise FieldProblem("reason", FieldFault.EMPTY)
        with self._session.change(Action.CALLED_OFF_SECOND, "", Topic.ANSWERS) as change:
            batch = self._find(change.transaction, key)
            plan = verification_store.plans(change.transaction).get(key)
            if plan is None:
                raise MissingRecord("second-keying", batch_name(batch))
            verification_store.put_plan(change.transaction, replace(plan, called_off=reason.strip()))
            change.subject = f"{batch_name(batch)}: {reason.strip()}"
        return change.changes

    # Keying again

    def begin(self, key: int, *, said_so: bool = False, serial: int = 0) -> SecondInHand | None:
        """Return the form of a batch to key again: `serial` if it is asked for, else the one in hand or next.

        None where nothing is asked. FieldProblem without a clerk's name; SamePerson for who keyed it first,
        until it is said so.
        """
        instrument = self._session.instrument
        with self._session.drafting() as transaction:
            batch = self._find(transaction, key)
            left = read_batch(transaction, batch).standing.left
            if not left:
                return None
            admit(transaction, batch, Task.VERIFY, said_so=said_so)
            tool = instrument.tool_of_part(batch.part)
            form = verification_store.in_hand(transaction, key)
            if form is None or (serial in left and form.serial != serial):
                form = self._open(transaction, batch, tool, serial if serial in left else left[0])
            order = order_in_force(transaction)
        states = tuple(map(PlaceState, form.states))
        return SecondInHand(batch, tool, form.serial, form.line, states, len(left), order)

    def press(self, hand: SecondInHand, place: int, symbol: str) -> SecondInHand:
        """Key one question again, on the disk when this returns; `states[place]` says how it stands.

        DOUBTED: it differs; look at the paper and press again, the same to insist. FieldProblem for what the
        question does not offer.
        """
        check_symbol(hand.form[place], symbol)
        with self._session.drafting() as transaction:
            form, first = self._pair(transaction, hand)
            pressed = press(PlaceState(form.states[place]), form.line[place], symbol, first[place])
            form = replace(
                form,
                line=put_at(form.line, place, pressed.symbol),
                states=put_at(form.states, place, pressed.state.value),
                slips=form.slips + pressed.slip,
            )
            verification_store.put(transaction, self._session.year, form)
        return replace(hand, line=form.line, states=tuple(map(PlaceState, form.states)))

    def finish(self, hand: SecondInHand) -> Changes:
        """End a form's second keying; what differs is disputed. FieldProblem names a question still open."""
        year, part = self._session.year, hand.batch.part
        with self._session.change(Action.KEYED_AGAIN, batch_name(hand.batch), Topic.ANSWERS) as change:
            form, first = self._pair(change.transaction, hand)
            for question, state in zip(hand.form, form.states, strict=True):
                if PlaceState(state) in {PlaceState.NOT_KEYED, PlaceState.DOUBTED}:
                    raise FieldProblem(question.code, FieldFault.EMPTY)
            places = [place for place, symbol in enumerate(first) if symbol != form.line[place]]
            verification_store.put(change.transaction, year, replace(form, first=first, finished=True))
            verification_store.raise_disputes(change.transaction, year, part, form.serial, places)
            change.made(form.serial)
        return change.changes

    # The file

    def _find(self, transaction: Transaction, key: int) -> Batch:
        """Return a batch; MissingRecord if there is none."""
        batch = questionnaire_store.find_batch(transaction, self._session.year, key)
        if batch is None:
            raise MissingRecord("batch", str(key))
        return batch

    def _open(self, transaction: Transaction, batch: Batch, tool: Tool, serial: int) -> SecondForm:
        """Begin a form's second keying, or take it up where it was left."""
        form = verification_store.find(transaction, self._session.year, batch.part, serial)
        if form is None:
            width = len(tool.form)
            form = SecondForm(batch.part, serial, Mark.NOT_KEYED.value * width, HOLE * width)
            verification_store.put(transaction, self._session.year, form)
        return form

    def _pair(self, transaction: Transaction, hand: SecondInHand) -> tuple[SecondForm, str]:
        """Return the second keying and the first line; MissingRecord if either is gone or it is finished."""
        year, part = self._session.year, hand.batch.part
        form = verification_store.find(transaction, year, part, hand.serial)
        first = questionnaire_store.find(transaction, year, part, hand.serial)
        if form is None or first is None or form.finished:
            raise MissingRecord("second-keying", f"{part} {hand.serial}")
        return form, first.line
