"""Approval item by item: who may take which step from where, as ITAS has it.

The ADMIN submits and reopens, the executive approves, returns with a reason, and confirms.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import WorkStatus
from ita_desktop.domain.history import Role

if TYPE_CHECKING:
    from datetime import datetime


class ApprovalStep(Enum):
    """What is done with an item on its way to the signature."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    RETURN = "return"
    CONFIRM = "confirm"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Move:
    """Which role may take a step, from which states, to which, and whether a reason must be given."""

    roles: frozenset[Role]
    begins: frozenset[WorkStatus]
    ends: WorkStatus
    needs_reason: bool = False


_ADMIN, _EXECUTIVE = frozenset({Role.ADMIN}), frozenset({Role.EXECUTIVE})
_OPEN = frozenset({WorkStatus.NOT_BEGUN, WorkStatus.DOING, WorkStatus.RETURNED})
MOVES = {
    ApprovalStep.SUBMIT: Move(_ADMIN, _OPEN, WorkStatus.WAITING),
    ApprovalStep.WITHDRAW: Move(_ADMIN, frozenset({WorkStatus.WAITING}), WorkStatus.DOING),
    ApprovalStep.APPROVE: Move(_EXECUTIVE, frozenset({WorkStatus.WAITING}), WorkStatus.APPROVED),
    ApprovalStep.RETURN: Move(
        _EXECUTIVE,
        frozenset({WorkStatus.WAITING, WorkStatus.APPROVED}),
        WorkStatus.RETURNED,
        needs_reason=True,
    ),
    ApprovalStep.CONFIRM: Move(_EXECUTIVE, frozenset({WorkStatus.APPROVED}), WorkStatus.CONFIRMED),
    ApprovalStep.REOPEN: Move(
        _ADMIN | _EXECUTIVE,
        frozenset({WorkStatus.APPROVED, WorkStatus.CONFIRMED}),
        WorkStatus.DOING,
        needs_reason=True,
    ),
}


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step that was taken: when, by whom, why. `signed` is the fingerprint of what was signed."""

    code: str
    at: datetime
    role: Role
    step: ApprovalStep
    reason: str = ""
    signed: str = ""


def possible_steps(status: WorkStatus, role: Role) -> tuple[ApprovalStep, ...]:
    """Return the steps that a role can take from a state."""
    return tuple(step for step, move in MOVES.items() if role in move.roles and status in move.begins)
