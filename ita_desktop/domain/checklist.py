"""The OIT checklist as the office fills it: result, work, proof, item by item."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction


class WorkStatus(Enum):
    """How far the work on an item is; kept apart from its result."""

    NOT_BEGUN = "not-begun"
    DOING = "doing"
    WAITING = "waiting-for-approval"
    RETURNED = "returned"
    APPROVED = "approved"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class CheckEntry:
    """What the office has recorded for one checklist item. `result` is None until someone judged it."""

    code: str
    result: Fraction | None = None
    status: WorkStatus = WorkStatus.NOT_BEGUN
    link: str = ""
    note: str = ""
    owner: str = ""
    due: date | None = None
    ticked: frozenset[int] = frozenset()
