"""One paper questionnaire as keyed: an *answer line*, one character a question, as on a punched card.

`3` is the third choice from the left; blank, unreadable and two marks are each kept apart from it and from
what is not keyed yet. A line is stored as it stands, so that a person can read it without this program and
a million of them are counted at the speed of memory (docs/decisions/0004-answer-lines.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ita_desktop.domain.instrument import Question, Tool

CHOICE_SYMBOLS = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Mark(Enum):
    """What a question can have instead of a choice, with its symbol in the line."""

    BLANK = "-"
    UNREADABLE = "?"
    DOUBLE = "*"
    NOT_KEYED = "."


Answer = int | Mark
"""A choice counted from the left, from 1; or why there is none."""


def to_symbol(answer: Answer) -> str:
    """Return the character that stands for `answer`; ValueError for a choice beyond 35."""
    if isinstance(answer, Mark):
        return answer.value
    if not 1 <= answer <= len(CHOICE_SYMBOLS):
        raise ValueError(answer)
    return CHOICE_SYMBOLS[answer - 1]


def from_symbol(symbol: str) -> Answer:
    """Return the answer that `symbol` stands for; ValueError for any other character."""
    place = CHOICE_SYMBOLS.find(symbol)
    return place + 1 if place >= 0 else Mark(symbol)


def write_line(questions: Sequence[Question], answers: Mapping[str, Answer]) -> str:
    """Return the line of a form; an unanswered question is blank. ValueError for a choice not offered."""
    symbols = []
    for question in questions:
        answer = answers.get(question.code, Mark.BLANK)
        if isinstance(answer, int) and answer > len(question.choices):
            raise ValueError((question.code, answer))
        symbols.append(to_symbol(answer))
    return "".join(symbols)


def read_line(questions: Sequence[Question], line: str) -> dict[str, Answer]:
    """Return the answers by question code; what a shorter line lacks is not keyed yet."""
    padded = line.ljust(len(questions), Mark.NOT_KEYED.value)
    return {question.code: from_symbol(symbol) for question, symbol in zip(questions, padded, strict=False)}


@dataclass(frozen=True, slots=True)
class Tally:
    """How a question was answered: `counts` by choice from the left, and what was no answer, each apart."""

    counts: tuple[int, ...]
    blank: int = 0
    unreadable: int = 0
    double: int = 0

    @property
    def answered(self) -> int:
        """How many chose a choice; only these are scored."""
        return sum(self.counts)

    def __add__(self, other: Tally) -> Tally:
        """Add two tallies of the same question."""
        return Tally(
            tuple(a + b for a, b in zip(self.counts, other.counts, strict=True)),
            self.blank + other.blank,
            self.unreadable + other.unreadable,
            self.double + other.double,
        )


@dataclass(frozen=True, slots=True)
class PartTally:
    """All questionnaires of a part, counted: respondents and a tally for each question code."""

    part: str
    respondents: int
    questions: Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class Card:
    """So many lines (`rows`) of one part as one text, a line end between them."""

    text: str
    rows: int


def tally_lines(part: str, tool: Tool, lines: Iterable[str]) -> PartTally:
    """Count finished lines of one part; ValueError as `tally_cards`."""
    rows = list(lines)
    return tally_cards(part, tool, [Card("\n".join(rows), len(rows))])


def tally_cards(part: str, tool: Tool, cards: Iterable[Card]) -> PartTally:
    """Count one part card by card: memory holds one of them, whatever the number of forms.

    Every question is a slice with a stride: counting stays in C. Lines of another length than the form's are
    a bug of the caller (ValueError), since a stride would read the wrong question.
    """
    form, respondents = tool.form, 0
    stride = len(form) + 1
    tallies = {question.code: Tally((0,) * len(question.choices)) for question in form}
    for card in cards:
        text = card.text.encode("ascii")
        ends = text[len(form) :: stride]
        if card.rows and (len(text) != card.rows * stride - 1 or ends != b"\n" * (card.rows - 1)):
            raise ValueError((part, len(form)))
        respondents += card.rows
        for place, question in enumerate(form):
            tallies[question.code] += _tally(question, text[place::stride])
    return PartTally(part, respondents, tallies)


def _tally(question: Question, column: bytes) -> Tally:
    """Count one question's column of symbols."""
    counts = tuple(column.count(CHOICE_SYMBOLS[i].encode()) for i in range(len(question.choices)))
    if sum(counts) == len(column):  # nearly always: the other marks need no looking for
        return Tally(counts)
    blank, unreadable, double = (
        column.count(mark.value.encode()) for mark in (Mark.BLANK, Mark.UNREADABLE, Mark.DOUBLE)
    )
    return Tally(counts, blank + column.count(Mark.NOT_KEYED.value.encode()), unreadable, double)
