"""Forms that look odd: flagged for a look at the paper, with what is odd about them; never removed.

Three kinds. A straight line: one place from the left all the way, although some scales run the other way, so
that the answers say opposite things. A contradiction: within an indicator, the same far place on a scale that
rises and on one that falls. Doubles: forms alike in every answer, which chance would hardly have made.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import CHOICE_SYMBOLS, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_desktop.domain.instrument import Question, Tool

SCALE_CHOICES = 3
"""Fewer choices are a yes or no, not a scale."""

STRAIGHT_LEAST = 5
"""Fewer answers alike are no line."""

CONTRADICTION_GAP = 60
"""Points between two answers at one place, from which they contradict: far ends do, the middle does not."""

CHANCE = Fraction(1, 100)
"""Forms alike are flagged where chance alone would be expected to make fewer copies of them than this."""


class OddKind(Enum):
    """Why a form is worth a look."""

    STRAIGHT_LINE = "straight-line"
    CONTRADICTION = "contradiction"
    DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class Oddity:
    """What looks odd: the forms' numbers (several for doubles), and the questions that are odd together."""

    kind: OddKind
    serials: tuple[int, ...]
    questions: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The oddity's name, by which a look at it is remembered. Another twin makes another oddity."""
        return " ".join((self.kind.value, *map(str, self.serials), *self.questions))


@dataclass(frozen=True, slots=True)
class _Scale:
    """A scored question with its place in the line and the points of each choice by its symbol."""

    code: str
    place: int
    points: Mapping[str, Fraction]
    rising: bool


def odd_forms(tool: Tool, lines: Mapping[int, str]) -> tuple[Oddity, ...]:
    """Return what looks odd among the finished forms of one part, given by number; by kind, then number."""
    scales = {scale.code: scale for scale in _scales(tool)}
    pairs = tuple(_opposite_pairs(tool, scales))
    longest = _longest(tuple(scales.values()))
    straight, contrary = [], []
    for serial, line in sorted(lines.items()):
        if _is_straight(longest, line):
            straight.append(Oddity(OddKind.STRAIGHT_LINE, (serial,)))
            continue  # its contradictions are the same finding once more
        codes = _contradicting(pairs, line)
        if codes:
            contrary.append(Oddity(OddKind.CONTRADICTION, (serial,), codes))
    return (*straight, *contrary, *_doubles(tool, lines))


def _scales(tool: Tool) -> Iterator[_Scale]:
    """Yield the questions whose choices rise or fall from left to right."""
    places = {question.code: place for place, question in enumerate(tool.form)}
    for question in tool.questions:
        scores = [choice.score for choice in question.choices]
        points = {CHOICE_SYMBOLS[i]: score for i, score in enumerate(scores) if score is not None}
        if len(points) == len(scores) and scores and points[CHOICE_SYMBOLS[0]] != scores[-1]:
            rising = points[CHOICE_SYMBOLS[0]] < points[CHOICE_SYMBOLS[len(scores) - 1]]
            yield _Scale(question.code, places[question.code], points, rising)


def _longest(scales: tuple[_Scale, ...]) -> tuple[_Scale, ...]:
    """Return the scales of the commonest number of choices: a line is only straight along one of them."""
    sizes = Counter(len(scale.points) for scale in scales if len(scale.points) >= SCALE_CHOICES)
    if not sizes:
        return ()
    size = max(sizes, key=lambda each: (sizes[each], each))
    return tuple(scale for scale in scales if len(scale.points) == size)


def _is_straight(scales: tuple[_Scale, ...], line: str) -> bool:
    """Tell whether all answers stand at one place, on scales of both directions."""
    answered = [scale for scale in scales if line[scale.place] in scale.points]
    return (
        len(answered) >= STRAIGHT_LEAST
        and len({line[scale.place] for scale in answered}) == 1
        and len({scale.rising for scale in answered}) > 1
    )


def _opposite_pairs(tool: Tool, scales: Mapping[str, _Scale]) -> Iterator[tuple[_Scale, _Scale]]:
    """Yield the pairs of a rising and a falling scale of equal length within an indicator."""
    for indicator in tool.indicators:
        codes = [question.code for item in indicator.items for question in item.questions]
        known = [scales[code] for code in codes if code in scales]
        rising, falling = ([scale for scale in known if scale.rising is way] for way in (True, False))
        for one, other in product(rising, falling):
            if len(one.points) == len(other.points):
                yield one, other


def _contradicting(pairs: tuple[tuple[_Scale, _Scale], ...], line: str) -> tuple[str, ...]:
    """Return the codes of the questions whose answers contradict, in the order of the form."""
    found = set()
    for one, other in pairs:
        symbol = line[one.place]
        if symbol != line[other.place] or symbol not in one.points:
            continue
        if abs(one.points[symbol] - other.points[symbol]) >= CONTRADICTION_GAP:
            found |= {(one.place, one.code), (other.place, other.code)}
    return tuple(code for _, code in sorted(found))


def _doubles(tool: Tool, lines: Mapping[int, str]) -> Iterator[Oddity]:
    """Yield the groups of forms alike in every question, those that chance explains left out."""
    groups: dict[str, list[int]] = defaultdict(list)
    for serial in sorted(lines):
        groups[lines[serial]].append(serial)
    alike = {line: serials for line, serials in groups.items() if len(serials) > 1 and _says_something(line)}
    if not alike:
        return
    card = "".join(lines.values())
    columns = [Counter(card[place :: len(tool.form)]) for place in range(len(tool.form))]
    for line, serials in sorted(alike.items(), key=lambda each: each[1]):
        if _expected_copies(tool.form, line, columns, len(lines)) < CHANCE:
            yield Oddity(OddKind.DOUBLE, tuple(serials))


def _says_something(line: str) -> bool:
    """Tell whether a line holds an answer at all: empty forms are alike, but not odd."""
    return any(symbol in CHOICE_SYMBOLS for symbol in line)


def _expected_copies(
    form: tuple[Question, ...], line: str, columns: list[Counter[str]], forms: int
) -> Fraction:
    """Return how many other forms equal to `line` chance would make, were questions answered apart.

    The form itself is taken out of the shares and one is added for each possible answer (the two cancel out
    in the answer's own count): a small part's own doubles do not explain themselves. Where nearly everybody
    ticks the best choice throughout, forms are alike honestly, and this expectation says so.
    """
    likely = Fraction(forms - 1)
    for question, symbol, column in zip(form, line, columns, strict=True):
        possible = len(question.choices) + len(Mark) - 1
        likely *= Fraction(column[symbol], forms - 1 + possible)
    return likely
