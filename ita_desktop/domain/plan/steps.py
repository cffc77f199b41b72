"""The steps of a measure: what is done in which order, each with dates of its own where people gave some."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.thai_text import normalized

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_NUMBER = re.compile(r"^\(?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])\s*|^[-–•]\s+")


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step; `done` is the day on which it was finished. Without dates it takes the measure's."""

    text: str
    start: date | None = None
    end: date | None = None
    done: date | None = None

    def overdue(self, today: date, end: date | None) -> bool:
        """Tell whether the step should be finished: by its own end, or by that of its measure."""
        due = self.end or end
        return self.done is None and due is not None and due < today


def steps_of(text: str) -> tuple[PlanStep, ...]:
    """Read steps as people write them: a line each, their numbers left off."""
    lines = (normalized(_NUMBER.sub("", line.strip())) for line in text.splitlines())
    return tuple(PlanStep(line) for line in lines if line)


def steps_text(steps: Iterable[PlanStep]) -> str:
    """Write steps as one text: a line each, numbered where there are several."""
    texts = [step.text for step in steps]
    if len(texts) < 2:  # noqa: PLR2004 - a single step needs no number
        return "".join(texts)
    return "\n".join(f"{number}) {text}" for number, text in enumerate(texts, 1))


def with_text(steps: tuple[PlanStep, ...], text: str) -> tuple[PlanStep, ...]:
    """Return the steps of a changed text: a line that stood there before keeps its dates.

    A line that was only reworded keeps the dates of its place, where as many lines stand as before.
    """
    wanted = steps_of(text)
    known = {step.text: step for step in steps}
    if len(wanted) == len(steps):
        pairs = zip(wanted, steps, strict=True)
        return tuple(
            known.get(new.text) or PlanStep(new.text, old.start, old.end, old.done) for new, old in pairs
        )
    return tuple(known.get(new.text, new) for new in wanted)
