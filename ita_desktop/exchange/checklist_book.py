"""The `oit` workbook: a row for each checklist item, with the columns that the sender chose to fill."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import WorkStatus
from ita_desktop.domain.links import checked_link
from ita_desktop.domain.problems import CellFault
from ita_desktop.domain.thai_text import arabic_digits, search_key
from ita_desktop.exchange.cells import exact_number, shown
from ita_desktop.exchange.findings import Findings
from ita_desktop.exchange.sheets import read_sheets
from ita_desktop.exchange.tables import Record, find_table, sheets_to_read
from ita_desktop.exchange.words import CHECKLIST_COLUMNS, OTHER_STATUS_WORDS, STATUS_WORDS, ColumnNames

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

    from ita_desktop.domain.checklist import CheckEntry
    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.exchange.tables import Table

FULL = 100
LONGEST_LINK, LONGEST_NOTE = 2000, 5000
FIRST_DUE, LAST_DUE = date(2000, 1, 1), date(2100, 12, 31)
_STATUSES = {
    search_key(word): status
    for status in WorkStatus
    for word in (status.value, STATUS_WORDS[status], *OTHER_STATUS_WORDS.get(status, ()))
}


@dataclass(frozen=True, slots=True)
class CheckPatch:
    """What a workbook says of one item. None where it says nothing: no such column, or an empty cell."""

    code: str
    result: Fraction | None = None
    status: WorkStatus | None = None
    link: str | None = None
    note: str | None = None
    owner: str | None = None
    due: date | None = None
    sheet: str = ""
    cell: str = ""

    def merged(self, entry: CheckEntry) -> CheckEntry:
        """Return the entry with what the workbook says put over it; nothing is ever emptied."""
        return replace(
            entry,
            result=entry.result if self.result is None else self.result,
            status=self.status or entry.status,
            link=self.link or entry.link,
            note=self.note or entry.note,
            owner=self.owner or entry.owner,
            due=self.due or entry.due,
        )


@dataclass(frozen=True, slots=True)
class CheckBook:
    """The items of a workbook in the order of its rows, and the headers that were not read."""

    patches: tuple[CheckPatch, ...]
    ignored: tuple[str, ...] = ()


def read_oit(path: Path, instrument: Instrument) -> CheckBook:
    """Read the items of a workbook.

    Raises:
        WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
    """
    findings, names = Findings(path), ColumnNames(CHECKLIST_COLUMNS)
    codes = {item.code.casefold(): item.code for tool in instrument.checklists for item in tool.items}
    reader = _Reader(findings, codes)
    for sheet in sheets_to_read(read_sheets(path)):
        table = find_table(sheet, names, ("code", CHECKLIST_COLUMNS["code"][0]), findings)
        if table is not None:
            reader.read(table)
    findings.raise_if_any()
    if not reader.found:
        findings.add("", "", CellFault.EMPTY)
    findings.raise_if_any()
    return CheckBook(tuple(reader.found.values()), tuple(reader.ignored))


class _Reader:
    """Gathers the items of all sheets, each once."""

    def __init__(self, findings: Findings, codes: dict[str, str]) -> None:
        self._findings, self._codes = findings, codes
        self.found: dict[str, CheckPatch] = {}
        self.ignored: dict[str, None] = {}

    def read(self, table: Table) -> None:
        """Read one sheet."""
        self.ignored.update(dict.fromkeys(table.ignored))
        for row in table.rows:
            record = Record(table, row, self._findings)
            patch = _patch(record, self._codes)
            if patch is not None and patch.code in self.found:
                record.refuse("code", CellFault.DOUBLE_ITEM, patch.code)
            elif patch is not None:
                self.found[patch.code] = patch


def _patch(record: Record, codes: dict[str, str]) -> CheckPatch | None:
    """Read one row; None if it is about no item, which is then noted."""
    text = record.text("code", needed=True)
    code = codes.get(arabic_digits(text).replace(" ", "").casefold())
    if code is None:
        if text:
            record.refuse("code", CellFault.UNKNOWN_ITEM, text, ", ".join(codes.values()))
        return None
    return CheckPatch(
        code,
        _result(record),
        _status(record),
        _link(record),
        record.text("note", LONGEST_NOTE) or None,
        record.text("owner") or None,
        record.day("due", FIRST_DUE, LAST_DUE),
        record.sheet,
        record.cell("code"),
    )


def _result(record: Record) -> Fraction | None:
    """Read the result: a number from 0 to 100."""
    found = record.value("result")
    if found is None or (isinstance(found, str) and not record.text("result")):
        return None
    number = exact_number(found)
    if number is None:
        record.refuse("result", CellFault.NOT_A_NUMBER, shown(found), "0-100")
    elif not 0 <= number <= FULL:
        record.refuse("result", CellFault.UNKNOWN_VALUE, shown(found), "0-100")
        return None
    return number


def _status(record: Record) -> WorkStatus | None:
    """Read how far the work is, in the words of the template."""
    text = record.text("status")
    status = _STATUSES.get(search_key(text))
    if text and status is None:
        record.refuse("status", CellFault.UNKNOWN_VALUE, text, ", ".join(STATUS_WORDS.values()))
    return status


def _link(record: Record) -> str | None:
    """Read the link to what is published."""
    text = record.text("link", LONGEST_LINK)
    link = checked_link(text) if text else None
    if text and link is None:
        record.refuse("link", CellFault.BAD_LINK, text)
    return link
