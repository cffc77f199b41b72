"""What a receiver tells the sender: what arrived, what was refused, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Outcome(Enum):
    """What became of a package at the receiver's."""

    TAKEN = "taken"
    KNOWN = "known"
    OLDER = "older"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Receipt:
    """One line: which package (`name`, `number`, `digest`), what became of it, `why` if it was refused.

    `digest` is empty where a package could not even be read; `why` is a PackageFailed's detail.
    """

    office_code: str
    name: str
    number: int
    digest: str
    outcome: Outcome
    at: datetime
    by: str
    why: str = ""
    missing: tuple[int, ...] = ()
