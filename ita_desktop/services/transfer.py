"""The USB stick: the year's result out as a package, and as a workbook for the office's own use.

What goes into a package is gathered here, once, without personal data; `exchange` writes it and proves it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop import __version__
from ita_desktop.domain.history import Action
from ita_desktop.domain.numbers import percentages
from ita_desktop.domain.scoring import Level
from ita_desktop.exchange.concealing import Concealer
from ita_desktop.exchange.package import PackageReceipt, next_number, write_package
from ita_desktop.exchange.package_label import label_of, number_in_name
from ita_desktop.exchange.package_verify import PackageReport, verify_package
from ita_desktop.exchange.payload import YearData, payload_files
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
from ita_desktop.models import (
    checklist_store,
    history_store,
    measure_store,
    questionnaire_store,
    roster_store,
    settings_store,
)
from ita_desktop.services.roster import RosterService
from ita_desktop.services.settings import SMALL_CELL, SMALL_CELL_DEFAULT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from ita_desktop.models.database import Transaction
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.results import ResultService, YearResult
    from ita_desktop.services.session import Session

__all__ = ["PackageReceipt", "PackageReport", "TransferService", "verify_package"]

PACKAGE_NUMBER = "package-number"
PROGRAM = f"ITA Desktop {__version__}"


class TransferService:
    """Write packages and workbooks of the year."""

    def __init__(self, session: Session, results: ResultService) -> None:
        """Work on an open file; `results` is shared so that nothing is counted twice."""
        self._session = session
        self._results = results

    def export(
        self,
        to: Path,
        papers: Mapping[str, bytes],
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[Changes, PackageReceipt]:
        """Write a package with the next number into a folder.

        Args:
            to: the stick, or a folder on it.
            papers: the papers' files by name.
            progress: told how many bytes of how many are written; what it raises stops the writing cleanly.

        Raises:
            FileMissing, FileExists, DiskFull, ReadOnly, FileInUse, DeviceFailed, PackageFailed: the folder is
                as before, and so is the office file.
        """
        result = self._results.result()
        files = payload_files(self._year_data(result), papers)
        office = result.office
        with self._session.change(Action.EXPORTED, "") as change:
            number = max(_next_number(change.transaction, office.code), next_number(to, office.code))
            label = label_of(office, result.year, number, change.changes.at, PROGRAM)
            settings_store.put(change.transaction, PACKAGE_NUMBER, number)
            change.subject = label.file_name
            receipt = write_package(to, label, files, progress)
        return change.changes, receipt

    def _year_data(self, result: YearResult) -> YearData:
        """Gather what is packed, in one consistent state."""
        year, instrument = result.year, result.instrument
        with self._session.reading() as transaction:
            names = [person.name for person in roster_store.internal_people(transaction, year)]
            names += [person.name for person in roster_store.external_people(transaction, year)]
            return YearData(
                instrument,
                settings_store.instrument_text(transaction, year),
                result.sheet,
                result.level.label if result.level else "",
                result.published,
                result.tallies,
                {part: questionnaire_store.lines(transaction, year, part) for part in result.tallies},
                checklist_store.entries(transaction, year),
                measure_store.measures(transaction, year),
                int(settings_store.get(transaction, SMALL_CELL, SMALL_CELL_DEFAULT)),
                Concealer(names),
            )

    def write_results(self, path: Path) -> Path:
        """Write the year's result as a workbook and return its path.

        Raises:
            DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed: it could not be written.
        """
        result = self._results.result()
        with self._session.reading() as transaction:
            checklist = tuple(_check_lines(transaction, result))
            measures = tuple(_measure_lines(transaction, result.year))
        scores, choices = tuple(_score_rows(result)), tuple(_choice_rows(result))
        return write_results(path, ResultsBook(scores, choices, checklist, measures, self._counts(result)))

    def _counts(self, result: YearResult) -> tuple[CountRow, ...]:
        """Count heads and forms."""
        summary = RosterService(self._session).summary()
        forms = (
            CountRow(f"แบบสอบถามที่บันทึกแล้ว {code}", tally.respondents) for code, tally in result.tallies.items()
        )
        return (
            CountRow("ผู้มีส่วนได้ส่วนเสียภายใน", summary.internal),
            CountRow("ผู้มีส่วนได้ส่วนเสียภายในที่มีสิทธิตอบ", summary.eligible),
            CountRow("ผู้มีส่วนได้ส่วนเสียภายนอก", summary.external),
            *forms,
        )


def _next_number(transaction: Transaction, code: str) -> int:
    """Return the number after the last one given out.

    An undo takes the counter back but not the package that has left: the history, which only grows, knows it.
    """
    given = int(settings_store.get(transaction, PACKAGE_NUMBER, 0))
    left = (
        number_in_name(entry.subject, code)
        for entry in history_store.entries(transaction)
        if entry.action is Action.EXPORTED
    )
    return max(given, *left, 0) + 1


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
