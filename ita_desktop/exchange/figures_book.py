"""Published figures of many offices: a row an office, a column a score (`total`, `IIT`, `o2` …)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ita_desktop.domain.packages.shipment import Figure
from ita_desktop.domain.problems import CellFault
from ita_desktop.exchange.cells import exact_number, shown
from ita_desktop.exchange.findings import Findings
from ita_desktop.exchange.office_list import HEADERS
from ita_desktop.exchange.sheets import read_sheets
from ita_desktop.exchange.tables import Record, find_table, sheets_to_read
from ita_desktop.exchange.words import header_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CODE = "code"
TOTALS = ("คะแนนรวม", "รวม", "total")
_OF_OFFICE = {header_key(header): field for field, headers in HEADERS.items() for header in headers}
_TOTALS = frozenset(map(header_key, TOTALS))
_SCORE = "score:"


def read_figures(path: Path) -> tuple[Figure, ...]:
    """Read a workbook or CSV; an empty cell says nothing, a column about the office is passed over.

    Raises:
        WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
    """
    findings = Findings(path)
    found: list[Figure] = []
    for sheet in sheets_to_read(read_sheets(path)):
        table = find_table(sheet, _field_of, (CODE, HEADERS[CODE][0]), findings)
        for row in table.rows if table is not None else ():
            found.extend(_figures(Record(table, row, findings), table.fields))  # type: ignore[arg-type, union-attr]
    findings.raise_if_any()
    if not found:
        findings.add("", "", CellFault.EMPTY)
    findings.raise_if_any()
    return tuple(found)


def _field_of(header: str) -> str:
    """Return what a column is about: the office, or a score by its key."""
    plain = header_key(header)
    if plain in _OF_OFFICE:
        return _OF_OFFICE[plain]
    if plain in _TOTALS:
        return f"{_SCORE}total"
    key = header.strip()
    return f"{_SCORE}{key}" if key.isascii() and key.replace(".", "").isalnum() else ""


def _figures(record: Record, fields: frozenset[str]) -> Iterator[Figure]:
    """Yield the figures of an office."""
    code = record.text(CODE, needed=True)
    for field in sorted(each for each in fields if each.startswith(_SCORE)):
        value = record.value(field)
        if value is None or (isinstance(value, str) and not record.text(field)):
            continue
        number = exact_number(value)
        if number is None or not 0 <= number <= 100:  # noqa: PLR2004 - scores run from 0 to 100
            record.refuse(field, CellFault.NOT_A_NUMBER, shown(value), "0-100")
            continue
        points = (Decimal(number.numerator) / Decimal(number.denominator)).quantize(Decimal("0.01"))
        yield Figure(code, field.removeprefix(_SCORE), points)
