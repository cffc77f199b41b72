"""The ADMIN submits; the executive approves or returns with a reason, line by line or all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.roster import Approval, RosterKind
from ita_desktop.domain.roster_problems import NothingToApprove
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import roster_search, roster_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.roster import PEOPLE
from ita_desktop.services.roster_roles import may_approve, may_edit, may_submit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session

WAITING = (Approval.DRAFT, Approval.RETURNED)


@dataclass(frozen=True, slots=True)
class ApprovalCounts:
    """How many lines of a roster stand where."""

    draft: int
    submitted: int
    approved: int
    returned: int


class RosterApproval:
    """Move lines of a roster between the ADMIN and the executive. `keys=None` means all that can be moved."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def counts(self, kind: RosterKind) -> ApprovalCounts:
        """Return how many lines stand where."""
        with self._session.reading() as transaction:
            found = {state: len(self._keys(transaction, kind, (state,))) for state in Approval}
        return ApprovalCounts(**{state.value: number for state, number in found.items()})

    def submit(self, kind: RosterKind, keys: Sequence[int] | None = None) -> Changes:
        """Hand drafts and returned lines to the executive. RoleNeeded, NothingToApprove."""
        may_submit(self._session)
        return self._move(kind, keys, WAITING, Approval.SUBMITTED, Action.SUBMITTED_ROSTER)

    def approve(self, kind: RosterKind, keys: Sequence[int] | None = None) -> Changes:
        """Approve submitted lines; they are locked from now on. RoleNeeded, NothingToApprove."""
        may_approve(self._session)
        return self._move(kind, keys, (Approval.SUBMITTED,), Approval.APPROVED, Action.APPROVED_ROSTER)

    def send_back(self, kind: RosterKind, reason: str, keys: Sequence[int] | None = None) -> Changes:
        """Return submitted lines with the reason. FieldProblem without one; RoleNeeded, NothingToApprove."""
        may_approve(self._session)
        why = normalized(reason)
        if not why:
            raise FieldProblem("reason", FieldFault.EMPTY)
        return self._move(
            kind, keys, (Approval.SUBMITTED,), Approval.RETURNED, Action.RETURNED_ROSTER, reason=why
        )

    def reopen(self, kind: RosterKind, keys: Sequence[int] | None = None) -> Changes:
        """Open approved lines to be changed; they must be approved again. RoleNeeded, NothingToApprove."""
        may_edit(self._session)
        return self._move(kind, keys, (Approval.APPROVED,), Approval.DRAFT, Action.REOPENED_ROSTER)

    def _move(
        self,
        kind: RosterKind,
        keys: Sequence[int] | None,
        states: Sequence[Approval],
        state: Approval,
        action: Action,
        *,
        reason: str = "",
    ) -> Changes:
        """Put the lines that stand in `states` into `state`."""
        with self._session.change(action, "", Topic.ROSTER) as change:
            movable = self._keys(change.transaction, kind, states)
            if keys is not None:
                wanted = frozenset(keys)
                movable = tuple(key for key in movable if key in wanted)
            if not movable:
                raise NothingToApprove(states[0].value)
            roster_store.put_approval(
                change.transaction, self._session.year, PEOPLE[kind], movable, state, reason
            )
            which = f"#{movable[0]}" if len(movable) == 1 else str(len(movable))
            change.subject = f"{kind.value} {which} {reason}".strip()
        return change.changes

    def _keys(
        self, transaction: Transaction, kind: RosterKind, states: Sequence[Approval]
    ) -> tuple[int, ...]:
        """Return the lines that stand in one of the states."""
        column = roster_store.table_of(PEOPLE[kind]).c.approval
        only = [column.in_([state.value for state in states])]
        return roster_search.keys_in_order(transaction, self._session.year, PEOPLE[kind], only=only)
