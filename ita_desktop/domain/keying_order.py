"""In what order a stack is keyed: as the clerk likes, or as the paper lies (docs/keying.md)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ita_desktop.domain.problems import Problem


class KeyingOrder(Enum):
    """STRICT: no question is passed over, no number of a stack is left out. FREE: any."""

    FREE = "free"
    STRICT = "strict"


@dataclass(eq=False)
class OutOfSequence(Problem):
    """In strict order the next form of the stack is number `expected`, not `serial`."""

    part: str
    serial: int
    expected: int
