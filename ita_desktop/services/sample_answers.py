"""The invented questionnaires of the sample office: shares of each choice, dealt out with a fixed seed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.answers import Mark, to_symbol
from ita_desktop.domain.batches import Batch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.instrument import Question

MARKS = (Mark.BLANK, Mark.UNREADABLE, Mark.DOUBLE)


@dataclass(frozen=True, slots=True)
class PartAnswers:
    """What is keyed in one part: batches with how many forms each has, all answer lines, the form in hand."""

    part: str
    batches: tuple[tuple[Batch, int], ...]
    lines: tuple[str, ...]
    draft: str


def deal(part: str, data: dict[str, Any], form: Sequence[Question], seed: int) -> PartAnswers:
    """Deal out a part's answers; the same data and seed always deal the same forms."""
    chance = Random(f"{seed} {part}")  # noqa: S311 - sample data, not a secret
    batches = tuple(_batches(part, data))
    count = sum(forms for _, forms in batches)
    columns = [_column(question, data, count, chance) for question in form]
    lines = tuple("".join(symbols) for symbols in zip(*columns, strict=True))
    return PartAnswers(part, batches, lines, lines[0][: data.get("draft", 0)])


def _batches(part: str, data: dict[str, Any]) -> list[tuple[Batch, int]]:
    """Return the stacks: closed ones as counted, and the one still being keyed."""
    closed = [
        (Batch(part, 0, division, count, "งานธุรการ", closed=True), count)
        for division, count in data["batches"]
    ]
    if "open" in data:
        division, declared, keyed = data["open"]
        return [*closed, (Batch(part, 0, division, declared, "งานธุรการ"), keyed)]
    return closed


def _column(question: Question, data: dict[str, Any], count: int, chance: Random) -> list[str]:
    """Return all answers to one question, shuffled; a question without shares was left blank by everybody."""
    shares = data["shares"].get(question.code)
    if shares is None or len(shares) != len(question.choices):
        return [Mark.BLANK.value] * count
    marks = data["marks"].get(question.code, (0, 0, 0))
    symbols = [mark.value for mark, times in zip(MARKS, marks, strict=True) for _ in range(times)]
    for place, times in enumerate(apportion(shares, count - len(symbols)), 1):
        symbols += [to_symbol(place)] * times
    chance.shuffle(symbols)
    return symbols


def apportion(shares: Sequence[int], total: int) -> list[int]:
    """Share `total` forms among the choices by the largest remainder, ties to the earlier choice."""
    exact = [Fraction(share * total, sum(shares)) for share in shares]
    counts = [int(each) for each in exact]
    order = sorted(range(len(shares)), key=lambda i: (counts[i] - exact[i], i))
    for index in order[: total - sum(counts)]:
        counts[index] += 1
    return counts
