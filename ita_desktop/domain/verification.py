"""Second keying, blind, and the third reading that decides: the rules (docs/keying.md, docs/decisions/0006).

The second clerk learns at most whether a key agrees with the first keying, never what the first one was. A
question has two presses at most, so that nobody can press on until the two keyings match each other instead
of the paper. What stays different is read from the paper by a third person who sees neither.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable


class Task(Enum):
    """What a clerk does with a batch: key it first, key it again, or read what is disputed."""

    KEY = "key"
    VERIFY = "verify"
    READ = "read"


class PlaceState(Enum):
    """How a question stands in the second keying, with its sign in the row of states that is stored."""

    NOT_KEYED = "."
    DOUBTED = "?"
    AGREED = "="
    DISPUTED = "!"


class Outcome(Enum):
    """What the third reading said. READ_AGAIN: it is neither of the two, so the paper is read once more."""

    KEYER_ERRED = "keyer-erred"
    VERIFIER_ERRED = "verifier-erred"
    BOTH_ERRED = "both-erred"
    READ_AGAIN = "read-again"


@dataclass(eq=False)
class SamePerson(Problem):
    """`clerk` has handled the batch already (as `tasks`): allowed only where it is said so, and recorded."""

    batch: int
    clerk: str
    tasks: tuple[Task, ...]


@dataclass(eq=False)
class BatchIncomplete(Problem):
    """No sample can be drawn: the cover sheet says `declared` (None: no count), `keyed` forms are in."""

    batch: int
    declared: int | None
    keyed: int


@dataclass(eq=False)
class FormInDispute(Problem):
    """The form is being keyed again or waits for its third reading: its answers are shown to nobody now."""

    part: str
    serial: int


@dataclass(eq=False)
class SecondKeyingOpen(Problem):
    """A batch cannot be closed: `forms` wait for their second keying, `disputes` for their third reading."""

    batch: int
    forms: int
    disputes: int


@dataclass(frozen=True, slots=True)
class SampleRule:
    """How many forms are keyed again first, and the share of wrong fields (percent) beyond which all are."""

    percent: int = 10
    minimum: int = 10
    tolerance: Fraction = Fraction(1, 2)

    def size(self, forms: int) -> int:
        """Return the size of the sample of a batch of `forms`: a share, at least the minimum, at most all."""
        return min(forms, max(math.ceil(Fraction(self.percent * forms, 100)), self.minimum))


@dataclass(frozen=True, slots=True)
class Plan:
    """The second keying of a batch: its rule, the seed of its sample; `called_off` is the reason if so."""

    batch: int
    seed: int
    rule: SampleRule
    called_off: str = ""


def draw_sample(serials: Iterable[int], size: int, seed: int) -> tuple[int, ...]:
    """Draw `size` of the form numbers, in order. Anybody can draw the same again from the printed seed.

    The numbers are ranked by the SHA-256 of `seed:number`; the first ones are the sample. No library's own
    generator, whose sequence could differ in the next version.
    """

    def rank(serial: int) -> bytes:
        return hashlib.sha256(f"{seed}:{serial}".encode("ascii")).digest()

    return tuple(sorted(sorted(serials, key=rank)[:size]))


@dataclass(frozen=True, slots=True)
class Press:
    """A question after a press of the second clerk: its state, his press, whether he corrected himself."""

    state: PlaceState
    symbol: str
    slip: bool = False


def press(state: PlaceState, before: str, symbol: str, first: str) -> Press:
    """Return how a question stands after the second clerk pressed `symbol`; `before` is his own last press.

    A first press that differs is doubted: he looks at the paper again. Pressing the same insists; pressing
    another is a slip of his own, which agrees or is disputed, and is not tried a third time: with six choices
    anybody finds the first value in six presses. Once disputed, a question waits for the third reading.
    """
    if state is PlaceState.DISPUTED:
        return Press(state, before)
    agrees = symbol == first
    if state is PlaceState.NOT_KEYED:
        return Press(PlaceState.AGREED if agrees else PlaceState.DOUBTED, symbol)
    return Press(PlaceState.AGREED if agrees else PlaceState.DISPUTED, symbol, slip=symbol != before)


def judge(first: str, second: str, tried: str, symbol: str) -> Outcome:
    """Say who erred by the third reading `symbol`; `tried` is its earlier reading that was neither, if any.

    A reading that is neither of the two is asked for once more: it is most likely the reader's own slip.
    """
    if symbol == second:
        return Outcome.KEYER_ERRED
    if symbol == first:
        return Outcome.VERIFIER_ERRED
    return Outcome.BOTH_ERRED if tried else Outcome.READ_AGAIN
