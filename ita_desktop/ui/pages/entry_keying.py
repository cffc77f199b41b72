"""Keying one form, as a thing by itself: no window, no disk, only keys and what they do to the answers.

The paper is in front of the clerk, the eyes are on the paper: an answer moves on by itself, nothing that was
keyed is lost by moving, and each key can be taken back.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import Answer, Mark, from_symbol, to_symbol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.instrument import Question

HOLE = Mark.NOT_KEYED.value


class Refusal(Enum):
    """Why a key did nothing."""

    NO_SUCH_CHOICE = "no-such-choice"
    FORM_FULL = "form-full"
    FIRST_QUESTION = "first-question"
    LAST_QUESTION = "last-question"
    UNANSWERED = "unanswered"
    UNKNOWN_KEY = "unknown-key"
    OUT_OF_ORDER = "out-of-order"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One change of an answer: where, what stood there, what stands there now."""

    place: int
    before: str
    after: str


class Keying:
    """The answers of one form and the question that is asked. `place` equals the length at the form's end.

    `strict`: no question is asked while one before it is not keyed.
    """

    def __init__(self, form: Sequence[Question], line: str = "", *, strict: bool = False) -> None:
        """Take up a line where it was left: at the first question that is not keyed."""
        self.form = tuple(form)
        self._strict = strict
        self._symbols = list(line[: len(self.form)].ljust(len(self.form), HOLE))
        self._done: list[Stroke] = []
        self._undone: list[Stroke] = []
        self.place = self._next_hole(-1)

    def keep_order(self, *, strict: bool) -> None:
        """Go on in another order; in strict order no later than at the first question not keyed."""
        self._strict = strict
        self.place = min(self.place, self._limit)

    # What stands there

    @property
    def line(self) -> str:
        """The answer line, holes at its end left out, as a draft is kept."""
        return "".join(self._symbols).rstrip(HOLE)

    @property
    def at_end(self) -> bool:
        """Whether all is keyed and no question is asked any more."""
        return self.place >= len(self.form)

    @property
    def shown(self) -> int:
        """The question to show: the one asked, at the end the last one."""
        return max(0, min(self.place, len(self.form) - 1))

    @property
    def untouched(self) -> bool:
        """Whether nothing at all is keyed."""
        return not self.line

    @property
    def first_hole(self) -> int | None:
        """The first question that is not keyed; None if the form is full."""
        return self._symbols.index(HOLE) if HOLE in self._symbols else None

    @property
    def _limit(self) -> int:
        """The last question that may be asked."""
        hole = self.first_hole if self._strict else None
        return len(self.form) if hole is None else hole

    def symbol(self, place: int) -> str:
        """What is keyed at a question."""
        return self._symbols[place]

    def answer_at(self, place: int) -> Answer:
        """What is keyed at a question, as an answer."""
        return from_symbol(self._symbols[place])

    # Keys

    def answer(self, answer: Answer) -> Refusal | None:
        """Key the question that is asked and move on; None if it was taken."""
        if self.at_end:
            return Refusal.FORM_FULL
        if isinstance(answer, int) and not 1 <= answer <= len(self.form[self.place].choices):
            return Refusal.NO_SUCH_CHOICE
        new = self._symbols[self.place] == HOLE
        self._put(to_symbol(answer))
        self.place = self._next_hole(self.place) if new else self._after(self.place)
        return None

    def clear(self) -> Refusal | None:
        """Make the question that is asked unkeyed again; at the end, the last one."""
        self.place = self.shown
        if self._symbols[self.place] != HOLE:
            self._put(HOLE)
        return None

    def back(self) -> Refusal | None:
        """Go to the question before; nothing is erased."""
        if self.place == 0:
            return Refusal.FIRST_QUESTION
        self.place -= 1
        return None

    def forward(self) -> Refusal | None:
        """Go to the next question without keying; past the last one only when the form is full."""
        if self.at_end or (self.place == len(self.form) - 1 and self.first_hole is not None):
            return Refusal.LAST_QUESTION
        if self.place >= self._limit:
            return Refusal.OUT_OF_ORDER
        self.place += 1
        return None

    def go(self, place: int) -> Refusal | None:
        """Go to a question; in strict order to the first one not keyed, if that comes before."""
        wanted = max(0, min(place, len(self.form) - 1))
        self.place = min(wanted, self._limit)
        return None if self.place == wanted else Refusal.OUT_OF_ORDER

    def enter(self) -> Refusal | None:
        """Ask whether the form is finished; if not, go to the first question without an answer."""
        hole = self.first_hole
        if hole is None:
            return None
        self.place = hole
        return Refusal.UNANSWERED

    def undo(self) -> bool:
        """Take the last keyed answer back and go there; False if there is none."""
        if not self._done:
            return False
        stroke = self._done.pop()
        self._undone.append(stroke)
        self._symbols[stroke.place] = stroke.before
        self.place = stroke.place
        return True

    def redo(self) -> bool:
        """Key again what was taken back last; False if there is nothing."""
        if not self._undone:
            return False
        stroke = self._undone.pop()
        self._done.append(stroke)
        self._symbols[stroke.place] = stroke.after
        self.place = self._after(stroke.place)
        return True

    def _put(self, symbol: str) -> None:
        """Note a stroke and do it."""
        self._done.append(Stroke(self.place, self._symbols[self.place], symbol))
        self._undone.clear()
        self._symbols[self.place] = symbol

    def _next_hole(self, place: int) -> int:
        """The next question that is not keyed, from the top again after the last; the end if all are."""
        holes = [i for i, symbol in enumerate(self._symbols) if symbol == HOLE]
        return next((hole for hole in holes if hole > place), holes[0] if holes else len(self.form))

    def _after(self, place: int) -> int:
        """The question after one that was put right; after the last one a hole that is left, else the end."""
        return place + 1 if place + 1 < len(self.form) else self._next_hole(place)
