"""One question of a form: what it takes, how its answer is put into the line, how a batch is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.answers import Mark, from_symbol
from ita_desktop.domain.problems import FieldFault, FieldProblem

if TYPE_CHECKING:
    from ita_desktop.domain.batches import Batch
    from ita_desktop.domain.instrument import Question


def check_symbol(question: Question, symbol: str) -> None:
    """Make sure that a symbol answers a question with something that it offers; FieldProblem otherwise."""
    try:
        answer = from_symbol(symbol or Mark.NOT_KEYED.value)
    except ValueError as error:
        raise FieldProblem(question.code, FieldFault.NOT_OFFERED, symbol) from error
    if answer is Mark.NOT_KEYED:
        raise FieldProblem(question.code, FieldFault.EMPTY)
    if isinstance(answer, int) and answer > len(question.choices):
        expected = f"1-{len(question.choices)}"
        raise FieldProblem(question.code, FieldFault.NOT_OFFERED, str(answer), expected)


def put_at(line: str, place: int, symbol: str) -> str:
    """Return the line with another symbol at a place."""
    return line[:place] + symbol + line[place + 1 :]


def batch_name(batch: Batch) -> str:
    """Return a batch's name for the history: its part and number."""
    return f"{batch.part} {batch.number}"
