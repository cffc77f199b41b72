"""A table on a sheet: where its header stands, which column is which field, and its rows field by field."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from ita_desktop.domain.problems import CellFault
from ita_desktop.domain.thai_date import numeric_date
from ita_desktop.domain.thai_text import normalized
from ita_desktop.exchange.cells import ErrorMark, day_of, is_formula, shown, text_of
from ita_desktop.exchange.findings import address
from ita_desktop.exchange.mending import Mended
from ita_desktop.exchange.words import EXPLANATION_SHEET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from ita_desktop.exchange.cells import CellValue
    from ita_desktop.exchange.findings import Findings
    from ita_desktop.exchange.sheet_rows import Row, Sheet

HEADER_WITHIN = 20
"""Rows. Titles, the office's name and a date stand above the header, never more than a screenful of them."""

LONGEST_TEXT = 500
DASHES = frozenset({"", "-", "–", "—"})


@dataclass(frozen=True)
class Table:
    """A sheet with its header found: `columns` by field; `ignored`: headers that mean nothing here.

    `spread`: the last column of a header that lies over several, as ชื่อ-สกุล often does over title, name and
    surname. `guessed`: headers that only look like those of their field.
    """

    sheet: Sheet
    header: Row
    columns: Mapping[int, str]
    ignored: tuple[str, ...] = ()
    spread: Mapping[str, int] = field(default_factory=dict)
    guessed: Mapping[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> Iterator[Row]:
        """The rows below the header that have something in a known column."""
        for row in self.sheet.rows:
            if row.number > self.header.number and not self.columns.keys().isdisjoint(row.cells):
                yield row

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The column of each field."""
        return {name: column for column, name in self.columns.items()}

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
    sheet: Sheet,
    field_of: Callable[[str], str],
    needed: tuple[str, str],
    findings: Findings,
    guess: Callable[[str], str] | None = None,
) -> Table | None:
    """Find the header: the first row near the top with the needed field in it.

    Args:
        sheet: where to look.
        field_of: the field that a header cell's text stands for, empty if none.
        needed: the field without which a row is no header, and its header as people write it.
        findings: takes a missing header, a column that stands twice, formulas and merged cells.
        guess: the field that a header looks like, asked only for what `field_of` does not know.
    """
    found: tuple[Row, dict[int, str]] | None = None
    for row in takewhile(lambda each: each.number <= HEADER_WITHIN, sheet.rows):
        fields = {column: field_of(text_of(value)) for column, value in row.cells.items()}
        fields = _guessed(row, fields, guess) if guess is not None else fields
        known = [each for each in fields.values() if each]
        if needed[0] in known and (found is None or len(known) > 1):
            found = (row, fields)
            if len(known) > 1:  # a title above may be the one word "รายชื่อ"
                break
    if found is None:
        findings.add(sheet.name, "", CellFault.NO_HEADER, _headers(sheet), needed[1])
        return None
    return _table(sheet, *found, field_of, findings)


def _headers(sheet: Sheet) -> str:
    """Return the fullest row near the top: what stands there where no header was known."""
    rows = [row for row in sheet.rows if row.number <= HEADER_WITHIN]
    fullest = max(rows, key=lambda row: len(row.cells), default=None)
    return " · ".join(shown(value) for value in fullest.cells.values())[:200] if fullest else ""


def _guessed(row: Row, fields: dict[int, str], guess: Callable[[str], str]) -> dict[int, str]:
    """Add fields by likeness: none that a known header has, none that two headers look like."""
    looks = {
        column: look
        for column, value in row.cells.items()
        if not fields[column] and (look := guess(text_of(value))) and look not in fields.values()
    }
    once = {look for look, count in Counter(looks.values()).items() if count == 1}
    return fields | {column: look for column, look in looks.items() if look in once}


def _table(
    sheet: Sheet, header: Row, fields: Mapping[int, str], field_of: Callable[[str], str], findings: Findings
) -> Table:
    """Take the columns of a header, each field once."""
    columns: dict[int, str] = {}
    guessed: dict[str, str] = {}
    for column, name in sorted(fields.items()):
        title = shown(header.cells[column])
        if name and name in columns.values():
            findings.add(sheet.name, address(header.number, column), CellFault.DOUBLE_COLUMN, title)
        elif name:
            columns[column] = name
            if field_of(text_of(header.cells[column])) != name:
                guessed[title] = name
    ignored = tuple(shown(header.cells[column]) for column, name in sorted(fields.items()) if not name)
    table = Table(sheet, header, columns, ignored, _spread(sheet, header, columns), guessed)
    check_merged(table, findings)
    return table


def _spread(sheet: Sheet, header: Row, columns: Mapping[int, str]) -> dict[str, int]:
    """Return the last column of each header that is merged over columns without a header of their own."""
    found = {}
    for area in sheet.merged:
        name = columns.get(area.first_column, "")
        if area.first_row == header.number and area.last_column > area.first_column and name == "name":
            found[name] = area.last_column
    return found


def check_merged(table: Table, findings: Findings) -> None:
    """Note merged cells below the header: of such cells only the first has the value.

    A header may be as high as it likes, and the name's may lie over its three columns.
    """
    last, number = table.sheet.rows[-1].number, table.header.number
    for area in table.sheet.merged:
        in_columns = any(area.first_column <= column <= area.last_column for column in table.columns)
        is_name = area.last_column == table.spread.get(table.columns.get(area.first_column, ""), 0)
        of_header = area.first_row == number and (area.first_column == area.last_column or is_name)
        if in_columns and area.last_row >= number and area.first_row <= last and not of_header:
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
        self._places = table.places
        self.mended: list[Mended] = []

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

    def mend(self, field: str, before: str, after: str) -> None:
        """Note that the field's text was put right."""
        self.mended.append(Mended(self.sheet, self.cell(field), field, before, after))

    def spread(self, field: str) -> list[str]:
        """Return the texts of the columns that the field's header lies over, its own first."""
        first = self._places[field]
        columns = range(first, self._table.spread.get(field, first) + 1)
        found = (self._row.cells.get(column) for column in columns)
        return [text_of(value) for value in found if value is not None and not is_formula(value)]

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
        if isinstance(found, str) and text is not found and text != found.strip():
            self.mend(field, found, text)
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
