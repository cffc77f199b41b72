"""Findings: what the result shows to be mended urgently, and what should be developed.

The rules are plain and few, so that people can be shown why something is proposed, and change the figures
that decide it. A finding is only proposed until somebody takes it; what somebody wrote is never changed by
a rule.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


class Heading(Enum):
    """The two headings that an analysis must have."""

    URGENT = "urgent"
    DEVELOP = "develop"


class FindingState(Enum):
    """What people made of a finding."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class Rule(Enum):
    """Why something is proposed."""

    BELOW_TARGET = "below-target"
    NOTHING_PUBLISHED = "nothing-published"
    FELL = "fell"
    APART = "apart"
    BELOW_BEST = "below-best"
    INCOMPLETE = "incomplete"
    LOWEST = "lowest"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that spoke: the score, and what it was held against (a limit, last year, the other view).

    `other` is the key of the score on the other side, where there is one.
    """

    rule: Rule
    score: Decimal
    against: Decimal
    other: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding about the score `score_key` (an item or an indicator).

    `key` numbers it once it is kept. `text` is what people wrote, in Thai, for it is printed.
    """

    score_key: str
    heading: Heading
    text: str = ""
    state: FindingState = FindingState.PROPOSED
    key: int = 0
    reasons: tuple[Reason, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Rules:
    """The figures that decide what is proposed, in points of score.

    Below `urgent_below` is urgent; below `develop_below` is to be developed; so is what fell by `fall` since
    last year, where inside and outside view lie `apart`, and the `lowest` items of each survey that lie below
    its score. `zero_urgent`: a checklist item with nothing published is urgent. `pairs`: items that
    ask the same inside and outside.
    """

    urgent_below: Decimal
    develop_below: Decimal
    fall: Decimal
    apart: Decimal
    lowest: int
    zero_urgent: bool
    pairs: tuple[tuple[str, str], ...] = ()
