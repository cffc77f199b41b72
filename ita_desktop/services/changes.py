"""What a command altered, so that views refresh what they show and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Topic(Enum):
    """A kind of thing that views show."""

    OFFICE = "office"
    ROUND = "round"
    ROSTER = "roster"
    ANSWERS = "answers"
    CHECKLIST = "checklist"
    MEASURES = "measures"
    PUBLISHED = "published"
    PAPERS = "papers"
    PACKAGES = "packages"


@dataclass(frozen=True, slots=True)
class Changes:
    """The topics that a committed command touched, when it was kept, and the key of a new record if any."""

    topics: frozenset[Topic]
    at: datetime
    key: int = 0


EVERYTHING = frozenset(Topic)
