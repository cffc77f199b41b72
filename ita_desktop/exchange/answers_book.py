"""The `answers` workbook: a sheet for each part, a row for each questionnaire, a column for each question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import Answer, Mark, write_line
from ita_desktop.domain.problems import CellFault
from ita_desktop.domain.thai_text import arabic_digits, normalized
from ita_desktop.exchange.cells import is_formula, shown, text_of, whole_number
from ita_desktop.exchange.findings import Findings, address
from ita_desktop.exchange.sheets import read_sheets
from ita_desktop.exchange.tables import find_table, sheets_to_read
from ita_desktop.exchange.words import SERIAL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument, Question, Tool
    from ita_desktop.exchange.cells import CellValue
    from ita_desktop.exchange.sheet_rows import Row, Sheet
    from ita_desktop.exchange.tables import Table

HIGHEST_SERIAL = 999_999_999
MARKS = {mark.value: mark for mark in (Mark.BLANK, Mark.UNREADABLE, Mark.DOUBLE)}


@dataclass(frozen=True, slots=True)
class KeyedForm:
    """One questionnaire of a workbook: the number on the paper, its answer line, and its number's cell."""

    serial: int
    line: str
    cell: str = ""


@dataclass(frozen=True, slots=True)
class PartForms:
    """The questionnaires of one part, from the sheet of that name."""

    part: str
    forms: tuple[KeyedForm, ...]
    sheet: str = ""


def read_answers(path: Path, instrument: Instrument) -> tuple[PartForms, ...]:
    """Read the questionnaires of a workbook, in the instrument's order of parts.

    Raises:
        WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
    """
    return answers_of(path, read_sheets(path), instrument)


def answers_of(path: Path, sheets: tuple[Sheet, ...], instrument: Instrument) -> tuple[PartForms, ...]:
    """Read the questionnaires of a workbook that is open already; as `read_answers`."""
    findings = Findings(path)
    parts = {
        part.code.casefold(): (tool, part.code)
        for tool, part in instrument.survey_parts()
        if tool.questions  # of an old year not all questions may be known
    }
    expected = ", ".join(code for _, code in parts.values())
    found: dict[str, PartForms] = {}
    for sheet in sheets_to_read(sheets):
        known = parts.get(normalized(sheet.name).casefold())
        if known is None or known[1] in found:
            findings.add(sheet.name, "", CellFault.UNKNOWN_SHEET, sheet.name, expected)
            continue
        found[known[1]] = PartForms(known[1], _forms(sheet, known[0], findings), sheet.name)
    if not found:
        findings.add("", "", CellFault.NO_SHEET, expected=expected)
    elif not any(part.forms for part in found.values()):
        findings.add("", "", CellFault.EMPTY)
    findings.raise_if_any()
    return tuple(found[code] for _, code in parts.values() if code in found)


def _forms(sheet: Sheet, tool: Tool, findings: Findings) -> tuple[KeyedForm, ...]:
    """Read one part's sheet."""
    codes = {question.code.casefold(): question.code for question in tool.form}
    codes[SERIAL] = SERIAL

    def field_of(header: str) -> str:
        return codes.get(arabic_digits(header).replace(" ", "").casefold(), "")

    table = find_table(sheet, field_of, (SERIAL, SERIAL), findings)
    if table is None:
        return ()
    _check_header(table, tool, findings)
    return _SheetReader(table, tool, findings).forms()


def _check_header(table: Table, tool: Tool, findings: Findings) -> None:
    """Note columns that no question has, and questions that no column has."""
    codes = [question.code for question in tool.form]
    for column, value in sorted(table.header.cells.items()):
        doubled = text_of(value).casefold() in {code.casefold() for code in (*codes, SERIAL)}
        if column not in table.columns and not doubled:
            fault = CellFault.FORMULA if is_formula(value) else CellFault.UNKNOWN_ITEM
            findings.add(
                table.sheet.name, address(table.header.number, column), fault, shown(value), ", ".join(codes)
            )
    for question in tool.questions:
        if question.code not in table.fields:
            findings.add(table.sheet.name, "", CellFault.MISSING_COLUMN, question.code)


class _SheetReader:
    """Reads the rows of one part. A class because a cell's problem needs its sheet, its row and the list."""

    def __init__(self, table: Table, tool: Tool, findings: Findings) -> None:
        self._table, self._tool, self._findings = table, tool, findings
        questions = {question.code: question for question in tool.form}
        self._questions: Mapping[int, Question] = {
            column: questions[code] for column, code in table.columns.items() if code != SERIAL
        }
        self._serial = next(column for column, code in table.columns.items() if code == SERIAL)
        self._seen: set[int] = set()

    def forms(self) -> tuple[KeyedForm, ...]:
        """Return the questionnaires, in the order of the rows."""
        found = []
        for row in self._table.sheet.rows:
            if row.number > self._table.header.number:
                self._check_stray(row)
                serial, answers = self._read_serial(row), self._read_answers(row)
                if serial:
                    line = write_line(self._tool.form, answers)
                    found.append(KeyedForm(serial, line, address(row.number, self._serial)))
        return tuple(found)

    def _note(self, row: Row, column: int, fault: CellFault, expected: str = "") -> None:
        """Note a problem at a cell."""
        value = row.cells.get(column)
        quoted = shown(value) if value is not None else ""
        self._findings.add(self._table.sheet.name, address(row.number, column), fault, quoted, expected)

    def _check_stray(self, row: Row) -> None:
        """Note cells in columns without a header: an answer there would be lost without a word."""
        for column in row.cells.keys() - self._table.header.cells.keys():
            self._note(row, column, CellFault.UNKNOWN_COLUMN)

    def _read_serial(self, row: Row) -> int:
        """Return the row's number, 0 if it has none that can be used."""
        value = row.cells.get(self._serial)
        fault, expected = None, ""
        serial = whole_number(value) if value is not None else None
        if value is None:
            fault = CellFault.MISSING_VALUE
        elif is_formula(value):
            fault = CellFault.FORMULA
        elif serial is None or not 1 <= serial <= HIGHEST_SERIAL:
            fault, expected = CellFault.NOT_A_NUMBER, f"1-{HIGHEST_SERIAL}"
        elif serial in self._seen:
            fault = CellFault.DOUBLE_SERIAL
        if fault is not None or serial is None:
            self._note(row, self._serial, fault or CellFault.NOT_A_NUMBER, expected)
            return 0
        self._seen.add(serial)
        return serial

    def _read_answers(self, row: Row) -> dict[str, Answer]:
        """Return the answers by question code; an empty cell is a blank."""
        answers: dict[str, Answer] = {}
        for column, value in row.cells.items():
            question = self._questions.get(column)
            if question is not None:
                answer = self._answer(row, column, value, len(question.choices))
                if answer is not None:
                    answers[question.code] = answer
        return answers

    def _answer(self, row: Row, column: int, value: CellValue, choices: int) -> Answer | None:
        """Read one cell; None if it cannot be read, which is then noted."""
        number = value if type(value) is int else whole_number(value)
        if number is not None and 1 <= number <= choices:
            return number
        if isinstance(value, str) and normalized(value) in MARKS:
            return MARKS[normalized(value)]
        if is_formula(value):
            fault = CellFault.FORMULA
        elif number is not None or (isinstance(value, float) and not isinstance(value, bool)):
            fault = CellFault.NO_SUCH_CHOICE
        else:
            fault = CellFault.NOT_A_NUMBER
        self._note(row, column, fault, f"1-{choices}")
        return None
