"""How far a survey's score may be from that of all whom it speaks for: 95 % confidence intervals.

Method. Forms are taken as a simple random sample of the people. A score is a mean of item means, each over
those who answered, so its variance is found by Taylor linearisation: every form has an influence on the
score, and the variance is that of the influences over the number of forms. Answers of one form belong
together, hence the forms themselves are needed, not the counts by item.

Where the head count N is known, the variance is
multiplied by 1 - n/N: who asks everybody errs by nothing. Student's t for the number of forms. Where every
form is alike no spread is seen; then at most 3/n of the people could answer otherwise ("rule of three").

What it does not say: who came by himself, or was chosen, is no random sample, and no formula mends that.
A checklist has no sampling error. Plain floats, for an interval is no score.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from math import sqrt
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import CHOICE_SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ita_desktop.domain.instrument import Item, Tool

FULL = 100.0
NORMAL = 1.960
STUDENT = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
    2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
"""Two-sided 95 % points of Student's t for 1 to 30 degrees of freedom."""


class Basis(Enum):
    """What an interval rests on, or why there is none."""

    SAMPLED = "sampled"
    EVERYBODY = "everybody"
    ALIKE = "alike"
    ONE_FORM = "one-form"
    NO_DATA = "no-data"
    MORE_THAN_HEADS = "more-than-heads"


@dataclass(frozen=True, slots=True)
class Interval:
    """A score from `low` to `high` with 95 % confidence; `error` is the standard error.

    Of ONE_FORM and NO_DATA there is none (low and high None). MORE_THAN_HEADS: N was left out.
    """

    basis: Basis
    score: float | None = None
    low: float | None = None
    high: float | None = None
    error: float = 0.0


@dataclass(frozen=True, slots=True)
class _Column:
    """One question of the form: its place, the score of each symbol, its weight in the part's score."""

    place: int
    scores: Mapping[str, float]
    weight: float
    code: str


def part_intervals(tool: Tool, lines: Iterable[str], heads: int | None = None) -> dict[str, Interval]:
    """Return the intervals of a part by score key: items, indicators, the whole under the tool's code.

    `heads`: how many people the forms speak for; None where nobody knows.
    """
    forms = Counter(lines)
    found = {item.code: _interval(_columns(tool, [[item]]), forms, heads) for item in tool.items}
    for indicator in tool.indicators:
        found[indicator.code] = _interval(_columns(tool, [indicator.items]), forms, heads)
    found[tool.code] = _interval(_columns(tool, [each.items for each in tool.indicators]), forms, heads)
    return found


def _columns(tool: Tool, groups: Sequence[Sequence[Item]]) -> list[_Column]:
    """Weigh every question: alike within its item, its item within its indicator, that within the part."""
    places = {question.code: place for place, question in enumerate(tool.form)}
    filled = [group for group in groups if group]
    return [
        _Column(
            places[question.code],
            {CHOICE_SYMBOLS[n]: float(choice.score or 0) for n, choice in enumerate(question.choices)},
            1 / len(filled) / len(group) / len(item.questions),
            question.code,
        )
        for group in filled
        for item in group
        for question in item.questions
    ]


def _interval(columns: list[_Column], forms: Counter[str], heads: int | None) -> Interval:
    """Estimate one score; questions that nobody answered take no part, as in the score itself."""
    count = forms.total()
    answered, means = _means(columns, forms)
    live = [column for column in columns if answered[column.code]]
    weight = sum(column.weight for column in live)
    if not count or not weight:
        return Interval(Basis.NO_DATA)
    score = sum(column.weight * means[column.code] for column in live) / weight
    if count == 1 and heads != 1:
        return Interval(Basis.ONE_FORM, score)
    if heads is not None and count == heads:
        return Interval(Basis.EVERYBODY, score, score, score)
    squares = sum(number * _influence(line, live, answered, means, count, weight) ** 2
                  for line, number in forms.items())  # fmt: skip
    finite = 1 - count / heads if heads is not None and count < heads else 1.0
    error = sqrt(squares / (count - 1) / count * finite)
    basis = Basis.MORE_THAN_HEADS if heads is not None and count > heads else Basis.SAMPLED
    if not squares:
        return _alike(score, count, finite)
    reach = error * _quantile(count - 1)
    return Interval(basis, score, max(score - reach, 0.0), min(score + reach, FULL), error)


def _means(columns: list[_Column], forms: Counter[str]) -> tuple[dict[str, int], dict[str, float]]:
    """Count who answered each question, and their mean."""
    answered, means = {}, {}
    for column in columns:
        symbols: Counter[str] = Counter()
        for line, number in forms.items():
            symbols[line[column.place]] += number
        known = {symbol: number for symbol, number in symbols.items() if symbol in column.scores}
        answered[column.code] = sum(known.values())
        total = sum(column.scores[symbol] * number for symbol, number in known.items())
        means[column.code] = total / answered[column.code] if answered[column.code] else 0.0
    return answered, means


def _influence(
    line: str,
    columns: list[_Column],
    answered: Mapping[str, int],
    means: Mapping[str, float],
    count: int,
    weight: float,
) -> float:
    """How far one form pulls the score from the mean: what it left blank pulls nothing."""
    pull = 0.0
    for column in columns:
        value = column.scores.get(line[column.place])
        if value is not None:
            pull += column.weight * (value - means[column.code]) * count / answered[column.code]
    return pull / weight


def _alike(score: float, count: int, finite: float) -> Interval:
    """Nobody differs: of the others at most three in n could, by the rule of three."""
    share = min(3 / count, 1.0) * finite
    return Interval(Basis.ALIKE, score, score * (1 - share), score + (FULL - score) * share)


def _quantile(freedom: int) -> float:
    """Student's t where the forms are few."""
    return STUDENT[freedom - 1] if freedom <= len(STUDENT) else NORMAL


def combined(parts: Sequence[tuple[Interval, float]]) -> Interval:
    """The interval of a weighted mean of independent scores; a checklist comes as EVERYBODY, without error.

    Where a part has no interval, nor has the mean.
    """
    weight = sum(share for _, share in parts)
    if not weight or any(part.score is None for part, _ in parts):
        return Interval(Basis.NO_DATA)
    score = sum((part.score or 0.0) * share for part, share in parts) / weight
    if any(part.low is None for part, _ in parts):
        return Interval(Basis.ONE_FORM, score)
    below = sqrt(sum(((score_of(part) - (part.low or 0.0)) * share) ** 2 for part, share in parts)) / weight
    above = sqrt(sum((((part.high or 0.0) - score_of(part)) * share) ** 2 for part, share in parts)) / weight
    error = sqrt(sum((part.error * share) ** 2 for part, share in parts)) / weight
    exact = all(part.basis is Basis.EVERYBODY for part, _ in parts)
    basis = Basis.EVERYBODY if exact else Basis.SAMPLED
    return Interval(basis, score, max(score - below, 0.0), min(score + above, FULL), error)


def score_of(part: Interval) -> float:
    """The score of an interval that has one."""
    return part.score or 0.0


def non_response(asked: int | None, came: int) -> float | None:
    """The share of a hundred who did not answer; None where nobody knows how many were asked."""
    if not asked:
        return None
    return max(asked - came, 0) * FULL / asked
