"""Answers from sheets of any layout: one row a questionnaire, columns in any order under any headers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.answer_layout import NUMBER, PASSED_OVER
from ita_desktop.domain.answers import Mark, write_line
from ita_desktop.domain.problems import CellFault
from ita_desktop.domain.progress import Stage, unwatched, watched
from ita_desktop.domain.roster_problems import Doubt, RowDoubt
from ita_desktop.exchange.answer_cells import AnswerCells
from ita_desktop.exchange.answer_headers import question_of
from ita_desktop.exchange.answer_layouts import LayoutFinder
from ita_desktop.exchange.answers_book import HIGHEST_SERIAL, KeyedForm, PartForms
from ita_desktop.exchange.cells import is_formula, shown, whole_number
from ita_desktop.exchange.findings import Findings, address
from ita_desktop.exchange.sheets import read_sheets
from ita_desktop.exchange.tables import Table, check_merged, sheets_to_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ita_desktop.domain.answer_layout import LayoutWish, SheetLayout
    from ita_desktop.domain.answers import Answer
    from ita_desktop.domain.instrument import Instrument, Question, Tool
    from ita_desktop.domain.progress import Watch
    from ita_desktop.exchange.answer_layouts import Laid
    from ita_desktop.exchange.cells import CellValue
    from ita_desktop.exchange.sheet_rows import Row, Sheet

MOST_DOUBTS = 10_000
"""Cells that want a look: more than anybody reads."""


@dataclass(frozen=True, slots=True)
class CellDoubt:
    """A cell that was understood, but wants a look: `code` is the question, "" where the row is meant."""

    sheet: str
    cell: str
    code: str
    doubt: RowDoubt


@dataclass(frozen=True, slots=True)
class MappedAnswers:
    """The forms of a workbook by sheet, as it was laid out; a form without a number has number 0."""

    parts: tuple[PartForms, ...]
    layouts: tuple[SheetLayout, ...]
    doubts: tuple[CellDoubt, ...]


def is_template(sheets: tuple[Sheet, ...], instrument: Instrument) -> bool:
    """Tell whether a workbook is one of the program's own: a part's sheet with the column `serial`."""
    codes = {part.code.casefold() for _, part in instrument.survey_parts()}
    return any(
        sheet.name.strip().casefold() in codes
        and any(
            str(value).strip().casefold() == NUMBER for row in sheet.rows[:20] for value in row.cells.values()
        )
        for sheet in sheets
    )


def find_layouts(
    path: Path, instrument: Instrument, wish: LayoutWish, remembered: Mapping[str, LayoutWish]
) -> tuple[SheetLayout, ...]:
    """Return how the sheets of a workbook are laid out, whatever is wrong with their cells.

    Raises:
        WorkbookRefused: it is no workbook; and the problems of a file that cannot be read.
    """
    finder = LayoutFinder(instrument, wish, remembered)
    return tuple(finder.find(sheet).layout for sheet in sheets_to_read(read_sheets(path)))


def read_mapped(
    path: Path, sheets: tuple[Sheet, ...], instrument: Instrument, wish: LayoutWish,
    remembered: Mapping[str, LayoutWish],
    watch: Watch = unwatched,
) -> MappedAnswers:  # fmt: skip
    """Read the questionnaires of sheets of any layout.

    Args:
        path: where they came from.
        sheets: all sheets of the workbook.
        instrument: the year's questions.
        wish: what somebody says of the layout.
        remembered: earlier layouts by the key of their headers.

        watch: is told of the rows; it may raise Stopped.

    Raises:
        WorkbookRefused: with every problem and its cell.
    """
    finder, findings = LayoutFinder(instrument, wish, remembered), Findings(path)
    seen: dict[str, set[int]] = {}
    parts, layouts, doubts = [], [], []
    for sheet in sheets_to_read(sheets):
        laid = finder.find(sheet)
        if not _check(laid, finder.parts, findings) or laid.tool is None:
            continue
        reader = _MappedReader(laid, laid.tool, findings, seen.setdefault(laid.layout.part, set()))
        parts.append(
            PartForms(laid.layout.part, tuple(watched(reader.forms(), watch, Stage.COMPARING)), sheet.name)
        )
        layouts.append(laid.layout)
        doubts += reader.doubts
    if not parts:
        findings.raise_if_any()
        findings.add("", "", CellFault.NO_SHEET)
    elif not any(part.forms for part in parts):
        findings.add("", "", CellFault.EMPTY)
    findings.raise_if_any()
    return MappedAnswers(tuple(parts), tuple(layouts), tuple(doubts[:MOST_DOUBTS]))


def _check(laid: Laid, parts: tuple[str, ...], findings: Findings) -> bool:
    """Note what of a layout is missing or said twice; False where the rows cannot be read at all."""
    sheet, layout = laid.sheet.name, laid.layout
    if laid.header is None or laid.tool is None:
        titles = " · ".join(each.header for each in layout.columns)
        findings.add(sheet, "", CellFault.NO_HEADER, titles[:200])
        return False
    if not layout.part:
        findings.add(sheet, "", CellFault.UNKNOWN_SHEET, sheet, ", ".join(parts))
        return False
    fields = [each.field for each in layout.columns]
    for place, each in enumerate(layout.columns):
        if each.field not in {"", PASSED_OVER} and each.field in fields[:place]:
            cell = address(laid.header.number, each.column)
            findings.add(sheet, cell, CellFault.DOUBLE_COLUMN, each.header[:60])
    for question in laid.tool.questions:
        if question.code not in layout.fields:
            findings.add(sheet, "", CellFault.MISSING_COLUMN, question.code)
    return True


class _MappedReader:
    """Reads the rows of one sheet; what wants a look is gathered in `doubts`."""

    def __init__(self, laid: Laid, tool: Tool, findings: Findings, seen: set[int]) -> None:
        """Take a sheet with its layout; `seen`: numbers that other sheets of the part have."""
        self._sheet, self._header, self._tool = laid.sheet, laid.header, tool
        self._findings, self._seen = findings, seen
        questions = question_of(tool)
        self._questions: dict[int, Question] = {}
        self._number = 0
        for each in laid.layout.columns:
            if each.field == NUMBER:
                self._number = each.column
            elif each.field in questions:
                self._questions[each.column] = questions[each.field]
        figures = laid.layout.figures
        self._cells = {column: AnswerCells(each, figures) for column, each in self._questions.items()}
        self.doubts: list[CellDoubt] = []

    def forms(self) -> Iterator[KeyedForm]:
        """Yield the questionnaires in the order of the rows."""
        header = self._header
        if header is None:
            return
        columns = {column: question.code for column, question in self._questions.items()}
        check_merged(Table(self._sheet, header, columns), self._findings)
        for row in self._sheet.rows:
            filled = not row.cells.keys().isdisjoint({*self._questions, self._number})
            if row.number > header.number and filled:
                yield from self._form(row)

    def _form(self, row: Row) -> Iterator[KeyedForm]:
        """Read one row; nothing where its number cannot be used, which is noted."""
        answers = self._answers(row)
        serial = self._serial(row) if self._number else 0
        if serial is None:
            return
        first = self._number or min(self._questions)
        where = address(row.number, first)
        blank = sum(answers.get(question.code, Mark.BLANK) is Mark.BLANK for question in self._tool.questions)
        if 2 * blank > len(self._tool.questions):
            self._doubt(where, "", RowDoubt(Doubt.MOSTLY_BLANK))
        yield KeyedForm(serial, write_line(self._tool.form, answers), where)

    def _serial(self, row: Row) -> int | None:
        """Return the number of a row; None if it has none that can be used."""
        value = row.cells.get(self._number)
        serial = whole_number(value) if value is not None and not is_formula(value) else None
        fault = None
        if value is None:
            fault = CellFault.MISSING_VALUE
        elif is_formula(value):
            fault = CellFault.FORMULA
        elif serial is None or not 1 <= serial <= HIGHEST_SERIAL:
            fault = CellFault.NOT_A_NUMBER
        elif serial in self._seen:
            fault = CellFault.DOUBLE_SERIAL
        if fault is not None or serial is None:
            self._refuse(row, self._number, value, fault or CellFault.NOT_A_NUMBER)
            return None
        self._seen.add(serial)
        return serial

    def _answers(self, row: Row) -> dict[str, Answer]:
        """Return the answers of a row by question; an empty cell is a blank."""
        answers: dict[str, Answer] = {}
        for column, question in self._questions.items():
            value = row.cells.get(column)
            if value is None:
                continue
            read = self._cells[column].read(value)
            if read.fault is not None:
                labels = " / ".join(choice.label for choice in question.choices)
                self._refuse(row, column, value, read.fault, f"1-{len(question.choices)}: {labels}")
                continue
            answers[question.code] = read.answer
            if read.doubt is not None:
                taken = question.choices[read.answer - 1].label if isinstance(read.answer, int) else ""
                words = f"{shown(value)} → {taken}" if taken else shown(value)
                self._doubt(address(row.number, column), question.code, RowDoubt(read.doubt, words))
        return answers

    def _doubt(self, cell: str, code: str, doubt: RowDoubt) -> None:
        """Gather what wants a look."""
        self.doubts.append(CellDoubt(self._sheet.name, cell, code, doubt))

    def _refuse(
        self, row: Row, column: int, value: CellValue | None, fault: CellFault, expected: str = ""
    ) -> None:
        """Note a problem at a cell."""
        quoted = shown(value) if value is not None else ""
        self._findings.add(self._sheet.name, address(row.number, column), fault, quoted, expected)
