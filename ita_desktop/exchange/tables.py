"""A table on a sheet: where its header stands, which column is which field, and its rows field by field."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from ita_desktop.domain.problems import CellFault
from ita_desktop.domain.thai_date import numeric_date
from ita_desktop.domain.thai_text import normalized
from ita_desktop.exchange.cells import ErrorMark, day_of, is_formula, shown, text_of
from ita_desktop.exchange.findings import address
from ita_desktop.exchange.words import EXPLANATION_SHEET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from ita_desktop.exchange.cells import CellValue
    from ita_desktop.exchange.findings import Findings
    from ita_desktop.exchange.sheets import Row, Sheet

HEADER_WITHIN = 20
"""Rows. Titles, the office's name and a date stand above the header, never more than a screenful of them."""

LONGEST_TEXT = 500
DASHES = frozenset({"", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its header found: `columns` by field; `ignored`: headers that mean nothing here."""

    sheet: Sheet
    header: Row
    columns: Mapping[int, str]
    ignored: tuple[str, ...] = ()

    @property
    def rows(self) -> Iterator[Row]:
        """The rows below the header that have something in a known column."""
        for row in self.sheet.rows:
            if row.number > self.header.number and not self.columns.keys().isdisjoint(row.cells):
                yield row

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(self.columns.values())


def sheets_to_read(sheets: Iterable[Sheet]) -> list[Sheet]:
    """Return the sheets that hold data: not hidden or empty ones, nor the template's explanation."""
    return [
        sheet
        for sheet in sheets
        if sheet.rows and not sheet.hidden and sheet.name.strip() != EXPLANATION_SHEET
    ]


def find_table(
    sheet: Sheet, field_of: Callable[[str], str], needed: tuple[str, str], findings: Findings
) -> Table | None:
    """Find the header: the first row near the top with the needed field in it.

    Args:
        sheet: where to look.
        field_of: the field that a header cell's text stands for, empty if none.
        needed: the field without which a row is no header, and its header as people write it.
        findings: takes a missing header, a column that stands twice, formulas and merged cells.
    """
    found: tuple[Row, dict[int, str]] | None = None
    for row in takewhile(lambda each: each.number <= HEADER_WITHIN, sheet.rows):
        fields = {column: field_of(text_of(value)) for column, value in row.cells.items()}
        known = [field for field in fields.values() if field]
        if needed[0] in known and (found is None or len(known) > 1):
            found = (row, fields)
            if len(known) > 1:  # a title above may be the one word "รายชื่อ"
                break
    if found is None:
        findings.add(sheet.name, "", CellFault.NO_HEADER, expected=needed[1])
        return None
    return _table(sheet, *found, findings)


def _table(sheet: Sheet, header: Row, fields: Mapping[int, str], findings: Findings) -> Table:
    """Take the columns of a header, each field once."""
    columns: dict[int, str] = {}
    for column, field in sorted(fields.items()):
        if field and field in columns.values():
            findings.add(
                sheet.name,
                address(header.number, column),
                CellFault.DOUBLE_COLUMN,
                shown(header.cells[column]),
            )
        elif field:
            columns[column] = field
    ignored = tuple(shown(header.cells[column]) for column, field in sorted(fields.items()) if not field)
    table = Table(sheet, header, columns, ignored)
    _check_merged(table, findings)
    return table


def _check_merged(table: Table, findings: Findings) -> None:
    """Note merged cells from the header to the last row: of such cells only the first has the value."""
    last = table.sheet.rows[-1].number
    for area in table.sheet.merged:
        in_columns = any(area.first_column <= column <= area.last_column for column in table.columns)
        if in_columns and area.last_row >= table.header.number and area.first_row <= last:
            ends = address(area.last_row, area.last_column)
            findings.add(
                table.sheet.name, start := address(area.first_row, area.first_column), CellFault.MERGED,
                f"{start}:{ends}",
            )  # fmt: skip


class Record:
    """One row by field, each read as what it should be; what cannot be is noted and counts as absent."""

    def __init__(self, table: Table, row: Row, findings: Findings) -> None:
        """Look at `row` through the columns of `table`."""
        self._table, self._row, self._findings = table, row, findings
        self._places = {field: column for column, field in table.columns.items()}

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return self._table.sheet.name

    def cell(self, field: str) -> str:
        """Return the name of the field's cell; empty if the field has no column."""
        column = self._places.get(field)
        return address(self._row.number, column) if column is not None else ""

    def refuse(self, field: str, fault: CellFault, value: str = "", expected: str = "") -> None:
        """Note a problem at the field's cell."""
        self._findings.add(self.sheet, self.cell(field), fault, value, expected)

    def value(self, field: str) -> CellValue | None:
        """Return what is in the cell; a formula and an error of Excel are noted."""
        found = self._row.cells.get(self._places.get(field, 0))
        if found is not None and is_formula(found):
            self.refuse(field, CellFault.FORMULA, shown(found))
            return None
        if isinstance(found, ErrorMark):
            self.refuse(field, CellFault.UNKNOWN_VALUE, found.text)
            return None
        return found

    def text(self, field: str, longest: int = LONGEST_TEXT, *, needed: bool = False) -> str:
        """Return the cell as text, mended; a lone dash is how offices write "nothing"."""
        found = self.value(field)
        if found is None and field in self._places and self._places[field] in self._row.cells:
            return ""  # noted already
        text = text_of(found) if found is not None else ""
        if len(text) > longest:
            self.refuse(field, CellFault.TOO_LONG, shown(text), f"≤ {longest}")
            return ""
        if text in DASHES:
            text = ""
        if needed and not text:
            self.refuse(field, CellFault.MISSING_VALUE)
        return text

    def day(self, field: str, first: date, last: date) -> date | None:
        """Return the cell as a day from `first` to `last`."""
        found = self.value(field)
        if found is None or (isinstance(found, str) and normalized(found) in DASHES):
            return None
        day = day_of(found)
        if day is None:
            self.refuse(field, CellFault.NOT_A_DATE, shown(found))
        elif not first <= day <= last:
            self.refuse(
                field,
                CellFault.DATE_OUT_OF_RANGE,
                shown(found),
                f"{numeric_date(first)} – {numeric_date(last)}",
            )
            return None
        return day
