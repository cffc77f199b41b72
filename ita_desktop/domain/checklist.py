"""The OIT checklist as the office fills it: result, work, proof, item by item.

Result and work are kept apart: an approved item may still be worth 50, and a full one may wait for a
signature. Of the results the newest known counts; before the assessor speaks it is the office's own estimate.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
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


LOCKED = frozenset({WorkStatus.APPROVED, WorkStatus.CONFIRMED})
"""What the executive signed is not changed behind his back: these are reopened first."""
HANDED_IN = LOCKED | {WorkStatus.WAITING}


class ResultStage(Enum):
    """Whose judgement a result is, from the earliest to the one that stands."""

    OWN = "own"
    PRELIMINARY = "preliminary"
    EXPLAINED = "explained"
    FINAL = "final"


class Priority(Enum):
    """How early in the year an item must be begun."""

    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Stages:
    """The assessor's results as they came, and the office's own estimate from before the first of them.

    All None while the assessor has not spoken: then the entry's `result` is the estimate itself.
    """

    own: Fraction | None = None
    preliminary: Fraction | None = None
    explained: Fraction | None = None
    final: Fraction | None = None

    @property
    def newest(self) -> ResultStage | None:
        """The latest stage that the assessor has reached; None before the first."""
        known = [stage for stage in tuple(ResultStage)[1:] if self.of(stage) is not None]
        return known[-1] if known else None

    def of(self, stage: ResultStage) -> Fraction | None:
        """Return the result of a stage."""
        value: Fraction | None = getattr(self, stage.value)
        return value


@dataclass(frozen=True, slots=True)
class Component:
    """Something that the published information must show, and whether it does."""

    text: str
    ticked: bool = False


class Match(Enum):
    """How an item of another year was found to be the same."""

    MAP = "map"
    CODE = "code"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class LastYear:
    """What an earlier year leaves behind for an item: its result, the assessor's comment, link and note.

    `code` and `title` are those of the earlier year; a match by `TITLE` is a guess that a person confirms.
    """

    year: int
    code: str
    title: str
    match: Match = Match.MAP
    result: Fraction | None = None
    comment: str = ""
    owner: str = ""
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CheckEntry:
    """What the office has recorded for one checklist item.

    `result` is the result that counts, None until someone judged it. `ticked` holds the places of the
    instrument's components, `added` the components that the office wrote itself. `comment` is the assessor's,
    `explanation` the office's answer to it. `seen` tells that someone looked at what an earlier year left.
    """

    code: str
    result: Fraction | None = None
    status: WorkStatus = WorkStatus.NOT_BEGUN
    link: str = ""
    note: str = ""
    owner: str = ""
    due: date | None = None
    ticked: frozenset[int] = frozenset()
    person: str = ""
    priority: Priority = Priority.NORMAL
    stages: Stages = field(default_factory=Stages)
    added: tuple[Component, ...] = ()
    comment: str = ""
    explanation: str = ""
    last_years: tuple[LastYear, ...] = ()
    seen: bool = False

    def __post_init__(self) -> None:
        """Hold `result` and the newest stage equal, whichever of the two was given."""
        newest = self.stages.newest
        if newest is None:
            return
        if self.result is None:
            object.__setattr__(self, "result", self.stages.of(newest))
        elif self.result != self.stages.of(newest):
            object.__setattr__(self, "stages", replace(self.stages, **{newest.value: self.result}))

    def of_stage(self, stage: ResultStage) -> Fraction | None:
        """Return the result of a stage; the own estimate is `result` itself while it is the only one."""
        if stage is ResultStage.OWN and self.stages.newest is None:
            return self.result
        return self.stages.of(stage)

    @property
    def stage(self) -> ResultStage:
        """The stage whose result counts."""
        return self.stages.newest or ResultStage.OWN

    def judged(self, stage: ResultStage, value: Fraction | None) -> CheckEntry:
        """Return the entry with the result of a stage set, or taken away; what then is newest counts."""
        own = value if stage is ResultStage.OWN else self.of_stage(ResultStage.OWN)
        given = {stage.value: value} if stage is not ResultStage.OWN else {}
        stages = replace(self.stages, own=own, **given)
        if stages.newest is None:
            return replace(self, result=own, stages=Stages())
        return replace(self, result=stages.of(stages.newest), stages=stages)

    @property
    def unlooked(self) -> bool:
        """Whether something of an earlier year stands here that nobody has looked at again."""
        return bool(self.last_years) and not self.seen


def locked_content(
    entry: CheckEntry,
) -> tuple[str, frozenset[int], tuple[Component, ...], str, Fraction | None]:
    """Return what an approval signs: proof, components and the office's own words and estimate.

    Not owner and dates, which are about the work; not the assessor's results, which come after it.
    """
    return (entry.link, entry.ticked, entry.added, entry.note, entry.of_stage(ResultStage.OWN))
