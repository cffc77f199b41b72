"""Approval item by item, and the steps of the OIT year with their days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist_approval import MOVES, ApprovalStep, StepTaken
from ita_desktop.domain.checklist_phases import OitPhase, PhaseDays, phase_on, phases
from ita_desktop.domain.checklist_problems import StepNotPossible
from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord, RoleNeeded
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import checklist_store, evidence_store
from ita_desktop.models.rows import date_text, text_date
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.checklist_state import items_of, read_state, state_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ita_desktop.services.session import Session


class ApprovalService:
    """Take items step by step to the executive's signature."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def take(self, step: ApprovalStep, codes: Iterable[str], reason: str = "") -> Changes:
        """Take a step with one or more items, all or none; the step is written down with its reason.

        Raises RoleNeeded, StepNotPossible, MissingRecord, FieldProblem where a reason is needed.
        """
        move, why, wanted = MOVES[step], normalized(reason), tuple(codes)
        if self._session.role not in move.roles:
            raise RoleNeeded(self._session.role.value, tuple(sorted(role.value for role in move.roles)))
        if move.needs_reason and not why:
            raise FieldProblem("reason", FieldFault.EMPTY)
        items = items_of(self._session)
        with self._session.change(Action.CHANGED_ITEM, ", ".join(wanted), Topic.CHECKLIST) as change:
            state = state_in(self._session, change.transaction, items)
            for code in wanted:
                if code not in {item.code for item in items}:
                    raise MissingRecord("item", code)
                entry = state.entry(code)
                if entry.status not in move.begins:
                    raise StepNotPossible(code, step.value, entry.status.value)
                signed = state.fingerprint(code) if step is ApprovalStep.APPROVE else ""
                taken = StepTaken(code, change.changes.at, self._session.role, step, why, signed)
                evidence_store.put_step(change.transaction, self._session.year, taken)
                moved = replace(entry, status=move.ends)
                checklist_store.put(change.transaction, self._session.year, moved)
        return change.changes

    def history(self, code: str) -> tuple[StepTaken, ...]:
        """Return the steps of an item, oldest first."""
        return read_state(self._session).steps_of(code)

    def phases(self) -> tuple[PhaseDays, ...]:
        """Return the steps of the year with their days."""
        instrument = self._session.instrument
        with self._session.reading() as transaction:
            kept = checklist_store.phase_days(transaction, self._session.year)
        changed = {name: (text_date(days[0]), text_date(days[1])) for name, days in kept.items()}
        return phases(instrument, changed)

    def phase(self) -> OitPhase | None:
        """Return the step in which today lies, or None."""
        return phase_on(self.phases(), self._session.now().date())

    def set_phase(self, phase: OitPhase, start: date | None, end: date | None) -> Changes:
        """Keep the days of a step; FieldProblem if it ends before it starts."""
        if start and end and end < start:
            raise FieldProblem("end", FieldFault.OUT_OF_RANGE, end.isoformat())
        days = (date_text(start), date_text(end))
        with self._session.change(
            Action.CHANGED_SETTING, phase.value, Topic.CHECKLIST, Topic.ROUND
        ) as change:
            checklist_store.put_phase_days(change.transaction, self._session.year, phase.value, days)
        return change.changes
