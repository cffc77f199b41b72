"""Workbooks out: typed cells, a header that stays in sight, and no text that Excel would take for a formula.

A sheet is described as plain rows; this module alone makes openpyxl cells of them, so that the guard against
`=HYPERLINK(…)` typed into a name holds for every workbook that leaves the program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias, cast

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ita_desktop.domain.numbers import rounded
from ita_desktop.exchange.write_problems import told
from ita_desktop.support.atomic import write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal
    from pathlib import Path

    from openpyxl.cell import Cell as ExcelCell
    from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = "str | int | Decimal | Fraction | date | None"

FONT, SIZE = "TH Sarabun New", 16
"""The font of Thai offices, which every Thai Windows has; Excel takes another one where it is missing."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LONGEST_CELL = 32_767
"""Characters: Excel's own limit, beyond which it calls the file damaged."""

_DATE_FORMAT = "[$-107041E]dd/mm/yyyy"  # Thai calendar: a person sees the Buddhist year
_TEXT_FORMAT = "@"
_INK, _PAPER = "FF1B2A41", "FFE8EDF3"
_SHEET_NAME_FORBIDS = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Choices:
    """What a column's cells may hold: a list to choose from, with a hint shown beside the cell."""

    words: tuple[str, ...] = ()
    title: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, its width in characters, how its numbers are shown, and what it offers.

    `as_text`: what is typed into it stays as typed, so that 081 keeps its 0 and 1/10/2567 its Buddhist year.
    """

    header: str
    width: float = 14
    number_format: str = ""
    as_text: bool = False
    choices: Choices | None = None


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A sheet to write: columns, rows, and how far down its columns offer their choices."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]] = ()
    ready_rows: int = 0


def write_workbook(path: Path, sheets: Iterable[SheetPlan]) -> None:
    """Write a workbook, whole or not at all.

    Raises:
        DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed: it could not be written.
    """
    data = workbook_bytes(sheets)
    with told(path):
        write_bytes(path, data)


def workbook_bytes(sheets: Iterable[SheetPlan]) -> bytes:
    """Return a workbook as the bytes of its file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for plan in sheets:
        _fill(book.create_sheet(_SHEET_NAME_FORBIDS.sub("-", plan.name)[:31]), plan)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(sheet: Worksheet, plan: SheetPlan) -> None:
    """Write one sheet."""
    for number, column in enumerate(plan.columns, 1):
        letter = get_column_letter(number)
        dimension = sheet.column_dimensions[letter]
        dimension.width, dimension.font = column.width, Font(name=FONT, size=SIZE)
        if column.as_text:
            dimension.number_format = _TEXT_FORMAT
        _style_header(_put(sheet, 1, number, column.header))
        if column.choices is not None:
            _offer(sheet, letter, column.choices, max(len(plan.rows), plan.ready_rows) + 1)
    for row_number, row in enumerate(plan.rows, 2):
        for number, value in enumerate(row, 1):
            if value is not None:
                cell = _put(sheet, row_number, number, value)
                if plan.columns[number - 1].number_format and not isinstance(value, str):
                    cell.number_format = plan.columns[number - 1].number_format
    sheet.freeze_panes = "A2"


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> ExcelCell:
    """Write one cell as what it is."""
    cell = cast("ExcelCell", sheet.cell(row, column))  # nothing is ever merged here
    cell.font = Font(name=FONT, size=SIZE)
    cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
    if isinstance(value, str):
        put_text(cell, value)
    elif isinstance(value, Fraction):
        cell.value = rounded(value)
        cell.number_format = "0.00"
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = _DATE_FORMAT
    return cell


def put_text(cell: ExcelCell, text: str) -> None:
    """Put text into a cell as text, whatever it begins with.

    `data_type` keeps it a string in the file; `quotePrefix` keeps it one when somebody edits the cell.
    """
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST_CELL]
    cell.data_type = "s"
    if text.startswith(FORMULA_STARTS):
        cell.quotePrefix = True


def _style_header(cell: ExcelCell) -> None:
    """Make a header stand out without colour alone: bold, on tinted paper, with a line below."""
    cell.font = Font(name=FONT, size=SIZE, bold=True, color=_INK)
    cell.fill = PatternFill("solid", start_color=_PAPER)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = Border(bottom=Side("medium", color=_INK))


def _offer(sheet: Worksheet, letter: str, choices: Choices, last: int) -> None:
    """Let Excel offer a list and show a hint; it says so when something else is typed, and lets it pass."""
    listed = '"' + ",".join(word.replace(",", " ").replace('"', "") for word in choices.words) + '"'
    fits = bool(choices.words) and len(listed) <= 255  # noqa: PLR2004 - Excel's limit for a list in a rule
    rule = DataValidation(
        type="list" if fits else None,
        formula1=listed if fits else None,
        allow_blank=True,
        errorStyle="warning",
    )
    if choices.hint:
        rule.showInputMessage = True
        rule.promptTitle, rule.prompt = choices.title[:32], choices.hint[:255]
    rule.showErrorMessage = fits
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{max(last, 2)}")
