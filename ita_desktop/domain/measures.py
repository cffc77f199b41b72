"""Measures: what the office will do about a weak indicator, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class MeasureStatus(Enum):
    """Where a measure stands."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    NOT_DONE = "not-done"


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the plan, with the six columns of the plan table and its outcome.

    `indicator` is the indicator's code; `finding` the result that the measure answers.
    """

    indicator: str
    title: str
    finding: str = ""
    steps: str = ""
    start: date | None = None
    end: date | None = None
    owner: str = ""
    status: MeasureStatus = MeasureStatus.PLANNED
    outcome: str = ""
    key: int = 0
