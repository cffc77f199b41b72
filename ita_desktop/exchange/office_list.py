"""A list of offices in a workbook or a CSV file: code, name, kind, province, under their usual headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.headquarters.delivery import OfficeLabel
from ita_desktop.domain.problems import CellFault
from ita_desktop.exchange.findings import Findings
from ita_desktop.exchange.sheets import read_sheets
from ita_desktop.exchange.tables import Record, find_table, sheets_to_read
from ita_desktop.exchange.words import header_key

if TYPE_CHECKING:
    from pathlib import Path

HEADERS = {
    "code": ("รหัสหน่วยงาน", "รหัส", "รหัส อปท.", "รหัสอปท", "code"),
    "name": ("ชื่อหน่วยงาน", "หน่วยงาน", "ชื่อ อปท.", "อปท.", "name"),
    "kind": ("ประเภท", "ประเภทหน่วยงาน", "ชนิด", "kind", "type"),
    "province": ("จังหวัด", "province"),
}
_FIELDS = {header_key(header): field for field, headers in HEADERS.items() for header in headers}


def read_offices(path: Path) -> tuple[OfficeLabel, ...]:
    """Read a list.

    Raises:
        WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
    """
    findings, found = Findings(path), dict[str, OfficeLabel]()
    for sheet in sheets_to_read(read_sheets(path)):
        table = find_table(
            sheet, lambda header: _FIELDS.get(header_key(header), ""), ("code", HEADERS["code"][0]), findings
        )
        for row in table.rows if table is not None else ():
            record = Record(table, row, findings)  # type: ignore[arg-type]
            label = _label(record)
            if label.code in found:
                record.refuse("code", CellFault.DOUBLE_ITEM, label.code)
            found[label.code] = label
    findings.raise_if_any()
    if not found:
        findings.add("", "", CellFault.EMPTY)
    findings.raise_if_any()
    return tuple(found.values())


def _label(record: Record) -> OfficeLabel:
    """Read one office; its code must be there."""
    return OfficeLabel(
        record.text("code", needed=True), record.text("name"), record.text("kind"), record.text("province")
    )
