"""What an office file must be beyond being a sound database: the rules of the domain, checked row by row.

SQLite's own check sees structure; of 400 flipped bits it missed 383. A line of answers that the form cannot
have, a result beyond 100, a date that is none: these are what a wrong number would come from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import CHOICE_SYMBOLS, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.instrument import Question

FULL_MARKS = 100


class FindingKind(Enum):
    """What a check found."""

    STRUCTURE = "structure"
    REFERENCE = "reference"
    SETTING = "setting"
    INSTRUMENT = "instrument"
    FORM = "form"
    BATCH = "batch"
    ITEM = "item"
    RESULT = "result"
    DATE = "date"
    PAPER = "paper"
    HISTORY = "history"
    REWRITTEN = "history-rewritten"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: what kind, and where (`IIT 12`, `o2`, a line of the history), never an answer or a name."""

    kind: FindingKind
    place: str


def line_pattern(form: Sequence[Question], *, finished: bool = True) -> re.Pattern[str]:
    """Return what an answer line of this form looks like: compiled once, a million lines are checked in C.

    A draft may end early, or have places not keyed yet.
    """
    places = [_symbols(question, finished=finished) for question in form]
    if finished:
        return re.compile("".join(places))
    return re.compile("".join(f"(?:{place}" for place in places) + ")?" * len(places))


def _symbols(question: Question, *, finished: bool) -> str:
    """Return the class of symbols that a question's place may hold."""
    marks = (Mark.BLANK, Mark.UNREADABLE, Mark.DOUBLE) if finished else tuple(Mark)
    allowed = CHOICE_SYMBOLS[: len(question.choices)] + "".join(mark.value for mark in marks)
    return f"[{re.escape(allowed)}]"


def is_result(text: str | None) -> bool:
    """Tell whether a kept result is one: none yet, or an exact number from 0 to 100."""
    if text is None:
        return True
    try:
        return 0 <= Fraction(text) <= FULL_MARKS
    except (ValueError, ZeroDivisionError):
        return False


def is_day(text: str | None) -> bool:
    """Tell whether a kept date is one: none yet, or an ISO day."""
    if text is None:
        return True
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
