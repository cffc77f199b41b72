"""The `published` workbook: a row for each score, a column for each year that was announced.

A year's column is headed with its number, as in `2567` or `คะแนนปี 2567`; `คะแนนที่ประกาศ` is the working year,
so that the result's own workbook comes back in as it went out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_desktop.domain.fiscal_year import FIRST_ASSESSED_YEAR
from ita_desktop.domain.problems import CellFault
from ita_desktop.domain.score_keys import score_keys
from ita_desktop.domain.scoring import Level
from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.exchange.cells import exact_number, shown
from ita_desktop.exchange.findings import Findings
from ita_desktop.exchange.sheets import read_sheets
from ita_desktop.exchange.tables import Record, find_table, sheets_to_read
from ita_desktop.exchange.words import header_key
from ita_desktop.exchange.workbook_write import Column, SheetPlan

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.exchange.tables import Table

PUBLISHED_SHEET = "คะแนนที่ประกาศ"
CODE_HEADERS = ("รหัส", "รหัสคะแนน", "code", "key")
TOTALS = ("total", "คะแนนรวม", "รวม", "ภาพรวม", "คะแนนเฉลี่ย")
THIS_YEAR = ("คะแนนที่ประกาศ", "คะแนนประกาศ", "ประกาศ", "published")
YEAR = re.compile(r"(?<!\d)25\d\d(?!\d)")
EARLIER_YEARS = 5
"""Columns of the template for years before the working one."""


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A figure of a year with the cell that it stands in."""

    year: int
    key: str
    value: Decimal
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class PublishedBook:
    """The figures in the order of the workbook, and the headers that were not read."""

    figures: tuple[PublishedFigure, ...]
    ignored: tuple[str, ...] = ()


def read_published(path: Path, instrument: Instrument) -> PublishedBook:
    """Read the figures of a workbook; an empty cell says nothing.

    Raises:
        WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
    """
    findings, reader = Findings(path), _Reader(instrument)
    for sheet in sheets_to_read(read_sheets(path)):
        table = find_table(sheet, reader.field_of, ("code", CODE_HEADERS[0]), findings)
        if table is not None:
            reader.read(table, findings)
    findings.raise_if_any()
    if not reader.found:
        findings.add("", "", CellFault.EMPTY)
    findings.raise_if_any()
    return PublishedBook(tuple(reader.found.values()), tuple(reader.ignored))


class _Reader:
    """Gathers the figures of all sheets, each once."""

    def __init__(self, instrument: Instrument) -> None:
        self._year = instrument.fiscal_year
        keys = {each.key.casefold(): each.key for each in score_keys(instrument)}
        self._keys = keys | dict.fromkeys(TOTALS, "total")
        self.found: dict[tuple[int, str], PublishedFigure] = {}
        self.ignored: dict[str, None] = {}

    def field_of(self, header: str) -> str:
        """Return `code`, or the year that a column is about."""
        plain = header_key(header)
        if plain in map(header_key, CODE_HEADERS):
            return "code"
        if plain in map(header_key, THIS_YEAR):
            return str(self._year)
        years = YEAR.findall(arabic_digits(header))
        known = len(years) == 1 and FIRST_ASSESSED_YEAR <= int(years[0]) <= self._year
        return years[0] if known else ""

    def read(self, table: Table, findings: Findings) -> None:
        """Read one sheet."""
        self.ignored.update(dict.fromkeys(table.ignored))
        years = sorted(table.fields - {"code"}, reverse=True)
        if not years:
            findings.add(table.sheet.name, "", CellFault.MISSING_COLUMN, str(self._year))
        for row in table.rows:
            record = Record(table, row, findings)
            text = record.text("code", needed=True)
            key = self._keys.get(arabic_digits(text).replace(" ", "").casefold())
            if key is None and text:
                record.refuse("code", CellFault.UNKNOWN_ITEM, text, "total, IIT, EIT1, 9, 9.1, o2 …")
            for year in years if key is not None else ():
                self._take(record, int(year), str(key))

    def _take(self, record: Record, year: int, key: str) -> None:
        """Read one figure."""
        value = _figure(record, str(year))
        if value is None:
            return
        if (year, key) in self.found:
            record.refuse("code", CellFault.DOUBLE_ITEM, key)
            return
        cell = record.cell(str(year))
        self.found[year, key] = PublishedFigure(year, key, value, record.sheet, cell)


def _figure(record: Record, field: str) -> Decimal | None:
    """Read a figure from 0 to 100, at two decimals."""
    found = record.value(field)
    if found is None or (isinstance(found, str) and not record.text(field)):
        return None
    number = exact_number(found)
    if number is None:
        record.refuse(field, CellFault.NOT_A_NUMBER, shown(found), "0-100")
        return None
    if not 0 <= number <= 100:  # noqa: PLR2004 - scores run from 0 to 100
        record.refuse(field, CellFault.UNKNOWN_VALUE, shown(found), "0-100")
        return None
    return (Decimal(number.numerator) / Decimal(number.denominator)).quantize(Decimal("0.01"))


def published_sheet(instrument: Instrument) -> SheetPlan:
    """Return the sheet to fill: every score, this year first, then the years before."""
    year = instrument.fiscal_year
    years = [each for each in range(year, year - EARLIER_YEARS - 1, -1) if each >= FIRST_ASSESSED_YEAR]
    columns = (
        Column(CODE_HEADERS[0], 10),
        Column("รายการ", 64),
        *(Column(f"คะแนนปี {each}", 16, "0.00") for each in years),
    )
    blank = (None,) * len(years)
    rows = [
        (each.key, "คะแนนรวม" if each.level is Level.TOTAL else each.title, *blank)
        for each in score_keys(instrument)
    ]
    return SheetPlan(PUBLISHED_SHEET, columns, rows)
