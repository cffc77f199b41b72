"""Deciding from the paper what two keyings made different: another person, seeing neither value.

Why not one of the two clerks, with both values before him: in studies all errors left after double entry came
from making the entries match each other instead of the paper (docs/decisions/0006).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.permissions import Readable
from ita_desktop.domain.problems import MissingRecord
from ita_desktop.domain.verification import Outcome, Task, judge
from ita_desktop.models import questionnaire_store, verification_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.clerks import admit
from ita_desktop.services.places import check_symbol, put_at

if TYPE_CHECKING:
    from ita_desktop.domain.batches import Batch
    from ita_desktop.domain.instrument import Question
    from ita_desktop.domain.second_keying import Compared, Disputed
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question to read from the paper, without either value; `again`: it was read as neither of the two."""

    batch: Batch
    serial: int
    place: int
    question: Question
    again: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a third reading; `changes` is None where it is to be repeated."""

    outcome: Outcome
    changes: Changes | None = None


class ThirdReadingService:
    """Third readings of the year's batches."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def disputes(self, key: int) -> tuple[Dispute, ...]:
        """Return the questions of a batch that wait for the third reading, by form and question."""
        with self._session.reading(Readable.FORMS) as transaction:
            batch = questionnaire_store.find_batch(transaction, self._session.year, key)
            if batch is None:
                raise MissingRecord("batch", str(key))
            compared = verification_store.compared(transaction, key)
        questions = self._session.instrument.tool_of_part(batch.part).form
        return tuple(
            Dispute(batch, serial, each.place, questions[each.place], bool(each.tried))
            for serial, form in compared.items()
            for each in form.disputed
            if not each.symbol
        )

    def decide(self, dispute: Dispute, symbol: str, *, said_so: bool = False) -> Reading:
        """Key what the paper says: it becomes the form's answer, and the outcome says who had erred.

        READ_AGAIN where it is neither of the two keyings, once. FieldProblem for what is not offered or
        without a clerk's name; MissingRecord if it is decided already; SamePerson for who keyed the batch
        first or again, until it is said so.
        """
        check_symbol(dispute.question, symbol)
        with self._session.drafting() as transaction:
            admit(transaction, dispute.batch, Task.READ, said_so=said_so)
            form, undecided = _undecided(transaction, dispute)
            both = form.first[dispute.place], form.second[dispute.place]
            outcome = judge(*both, undecided.tried, symbol)
            if outcome is Outcome.READ_AGAIN:
                self._put(transaction, dispute, replace(undecided, tried=symbol))
                return Reading(outcome)
        return Reading(outcome, self._settle(dispute, replace(undecided, symbol=symbol)))

    def _settle(self, dispute: Dispute, decided: Disputed) -> Changes:
        """Write a decided answer into its form."""
        year, part = self._session.year, dispute.batch.part
        subject = f"{part} {dispute.serial} {dispute.question.code}"
        with self._session.change(Action.DECIDED_ANSWER, subject, Topic.ANSWERS) as change:
            form = questionnaire_store.find(change.transaction, year, part, dispute.serial)
            if form is None:
                raise MissingRecord("questionnaire", f"{part} {dispute.serial}")
            mended = replace(form, line=put_at(form.line, dispute.place, decided.symbol))
            questionnaire_store.change(change.transaction, year, part, mended)
            self._put(change.transaction, dispute, decided)
        return change.changes

    def _put(self, transaction: Transaction, dispute: Dispute, reading: Disputed) -> None:
        """Keep what the third reader keyed."""
        part, year = dispute.batch.part, self._session.year
        verification_store.put_reading(transaction, year, part, dispute.serial, reading)


def _undecided(transaction: Transaction, dispute: Dispute) -> tuple[Compared, Disputed]:
    """Return the form and the open dispute; MissingRecord if it is decided, or was undone meanwhile."""
    form = verification_store.compared(transaction, dispute.batch.key).get(dispute.serial)
    for each in form.disputed if form is not None else ():
        if each.place == dispute.place and not each.symbol and form is not None:
            return form, each
    raise MissingRecord("dispute", f"{dispute.batch.part} {dispute.serial} {dispute.question.code}")
