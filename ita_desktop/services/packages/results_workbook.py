"""The year's result as a workbook for the office's own use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.numbers import percentages
from ita_desktop.domain.scoring import Level
from ita_desktop.exchange.results_book import (
    CheckLine,
    ChoiceRow,
    CountRow,
    MeasureLine,
    ResultsBook,
    ScoreRow,
    write_results,
)
from ita_desktop.exchange.words import LEVEL_WORDS, MEASURE_WORDS, STATUS_WORDS
from ita_desktop.models import checklist_store, measure_store
from ita_desktop.services.roster import RosterService

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.models.database import Transaction
    from ita_desktop.services.results import YearResult
    from ita_desktop.services.session import Session


def write_workbook(session: Session, result: YearResult, path: Path) -> Path:
    """Write the year's result as a workbook and return its path.

    Raises:
        DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed: it could not be written.
    """
    with session.reading() as transaction:
        checklist = tuple(_check_lines(transaction, result))
        measures = tuple(_measure_lines(transaction, result.year))
    scores, choices = tuple(_score_rows(result)), tuple(_choice_rows(result))
    return write_results(path, ResultsBook(scores, choices, checklist, measures, _counts(session, result)))


def _counts(session: Session, result: YearResult) -> tuple[CountRow, ...]:
    """Count heads and forms."""
    summary = RosterService(session).summary()
    forms = (
        CountRow(f"แบบสอบถามที่บันทึกแล้ว {code}", tally.respondents) for code, tally in result.tallies.items()
    )
    return (
        CountRow("ผู้มีส่วนได้ส่วนเสียภายใน", summary.internal),
        CountRow("ผู้มีส่วนได้ส่วนเสียภายในที่มีสิทธิตอบ", summary.eligible),
        CountRow("ผู้มีส่วนได้ส่วนเสียภายนอก", summary.external),
        *forms,
    )


def _score_rows(result: YearResult) -> Iterator[ScoreRow]:
    """Walk the score tree."""
    for score in result.sheet.total.walk():
        if score.level is not Level.QUESTION:
            level = result.level.label if score.level is Level.TOTAL and result.level else ""
            published = result.published.get(score.code)
            yield ScoreRow(
                LEVEL_WORDS[score.level], score.code, score.title, score.value, published, score.respondents,
                level,
            )  # fmt: skip


def _choice_rows(result: YearResult) -> Iterator[ChoiceRow]:
    """Tell how each question was answered."""
    for tool, part in result.instrument.survey_parts():
        for question in tool.questions:
            counts = result.tallies[part.code].questions[question.code].counts
            shares = percentages(counts)
            for choice, count, share in zip(question.choices, counts, shares, strict=True):
                yield ChoiceRow(
                    part.code, question.code, question.text, choice.label, count, share, choice.score
                )


def _check_lines(transaction: Transaction, result: YearResult) -> Iterator[CheckLine]:
    """Go through the checklist."""
    entries = checklist_store.entries(transaction, result.year)
    for tool in result.instrument.checklists:
        for item in tool.items:
            entry = entries.get(item.code)
            if entry is None:
                yield CheckLine(item.code, item.text, None, "")
            else:
                yield CheckLine(
                    item.code, item.text, entry.result, STATUS_WORDS[entry.status], entry.link, entry.note,
                    entry.owner, entry.due,
                )  # fmt: skip


def _measure_lines(transaction: Transaction, year: int) -> Iterator[MeasureLine]:
    """Go through the measures."""
    for each in measure_store.measures(transaction, year):
        yield MeasureLine(
            each.indicator, each.title, each.finding, each.steps, each.start, each.end, each.owner,
            MEASURE_WORDS[each.status], each.outcome,
        )  # fmt: skip
