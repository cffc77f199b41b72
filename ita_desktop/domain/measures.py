"""Measures: what the office will do about a weak point, with what money, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ita_desktop.domain.plan.steps import PlanStep, steps_text

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


class MeasureStatus(Enum):
    """Where a measure stands."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    NOT_DONE = "not-done"


FINISHED = frozenset({MeasureStatus.DONE, MeasureStatus.NOT_DONE})
"""Nothing more is expected of these."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the plan, with the six columns of the plan table, its money, its target and its outcome.

    `indicator` is the indicator's code; `answers` the score that the measure means to change (an item, else
    the indicator itself); `finding` the result in words. `money` in baht. `success` is what is measured,
    `target` how much of it, `achieved` what it came to. `carried_from`: the year it was taken over from.
    """

    indicator: str
    title: str
    finding: str = ""
    plan: tuple[PlanStep, ...] = ()
    start: date | None = None
    end: date | None = None
    owner: str = ""
    status: MeasureStatus = MeasureStatus.PLANNED
    outcome: str = ""
    key: int = 0
    answers: str = ""
    money: Decimal | None = None
    success: str = ""
    target: str = ""
    achieved: str = ""
    carried_from: int | None = None

    @property
    def steps(self) -> str:
        """The steps as one text, a numbered line each."""
        return steps_text(self.plan)

    @property
    def score_key(self) -> str:
        """The key of the score that the measure means to change."""
        return self.answers or self.indicator

    def overdue(self, today: date) -> bool:
        """Tell whether it should be finished and is not."""
        return self.status not in FINISHED and self.end is not None and self.end < today
