"""Both sides changed the same: shown field by field, decided by a person, the loser kept.

Of every field there are three values: what headquarters sent last (the base), what the office has now, and
what headquarters sends today. Only where both moved away from the base, and apart, is there a question.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Take(Enum):
    """Which side's value stands."""

    MINE = "mine"
    THEIRS = "theirs"


class Meeting(Enum):
    """How the two sides meet at a field."""

    SAME = "same"
    NEW = "new"
    KEPT = "kept"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its values as text; None is no value. `place` names it, as `oit/o2/result`."""

    place: str
    mine: str | None
    theirs: str | None
    base: str | None = None

    @property
    def meeting(self) -> Meeting:
        """Same on both sides, new from them, unchanged there so that mine is kept, or a clash."""
        if self.mine == self.theirs:
            return Meeting.SAME
        if self.mine in {None, "", self.base}:
            return Meeting.NEW
        if self.theirs == self.base:
            return Meeting.KEPT
        return Meeting.CLASH

    @property
    def usual(self) -> Take:
        """What is taken unless a person says otherwise: theirs, for they were asked; kept where they rest."""
        return Take.MINE if self.meeting in {Meeting.KEPT, Meeting.SAME} else Take.THEIRS
