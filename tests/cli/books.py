"""Filled workbooks as offices make them, built by openpyxl alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument, Question

Row = dict[str, Any]


def best(question: Question) -> int:
    """Return the number of the choice with the highest score, from the left."""
    scores = [choice.score or 0 for choice in question.choices]
    return scores.index(max(scores)) + 1


def worst(question: Question) -> int:
    """Return the number of the choice with the lowest score, from the left."""
    scores = [choice.score or 0 for choice in question.choices]
    return scores.index(min(scores)) + 1


def all_best(instrument: Instrument, part: str, count: int) -> list[Row]:
    """Return the rows of a part in which everybody gave the best answer."""
    answers = {question.code: best(question) for question in instrument.tool_of_part(part).questions}
    return [{"serial": serial, **answers} for serial in range(1, count + 1)]


def answers_book(path: Path, parts: Mapping[str, Sequence[Row]]) -> Path:
    """Write an answers workbook: a sheet for each part, a column for each code that occurs."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for part, rows in parts.items():
        sheet = book.create_sheet(part)
        codes = list(dict.fromkeys(code for row in rows for code in row))
        sheet.append(codes)
        for row in rows:
            sheet.append([row.get(code) for code in codes])
    book.save(path)
    return path


def oit_book(path: Path, results: Mapping[str, int]) -> Path:
    """Write an OIT workbook with a result for each item."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "OIT"
    sheet.append(["code", "result"])
    for code, result in results.items():
        sheet.append([code, result])
    book.save(path)
    return path
