"""The roster workbooks, as offices really have them: any usual wording of the headers, in any order.

Columns that the program has no field for are left where they are (an identity card number, for one, must not
come in) and are told; sheets by division are read one after the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from ita_desktop.domain.problems import CellFault
from ita_desktop.domain.progress import Stage, unwatched, watched
from ita_desktop.domain.roster import ExternalPerson, InternalPerson
from ita_desktop.exchange.findings import Findings
from ita_desktop.exchange.mending import mended_phone
from ita_desktop.exchange.roster_words import Meant, external_columns, internal_columns
from ita_desktop.exchange.sheets import read_sheets
from ita_desktop.exchange.tables import Record, find_table, sheets_to_read
from ita_desktop.exchange.words import INTERNAL_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ita_desktop.domain.instrument import RosterRule
    from ita_desktop.domain.progress import Watch
    from ita_desktop.exchange.mending import Mended
    from ita_desktop.exchange.roster_words import RosterColumns
    from ita_desktop.exchange.sheet_rows import Sheet

FIRST_DAY = date(1950, 1, 1)
"""Nobody in service began before it; an earlier day is a year misread."""

LONGEST_NAME = 200
MOST_MENDED = 10_000
"""Cells shown as put right: more than anybody reads."""

LOST_ZERO = {8: "0", 9: "0"}
"""Excel drops the first 0 of a telephone number typed as a number: 8 or 9 digits get it back."""

_NO_NAME = re.compile(r"\(?[0-9๐-๙.,]+\)?|(?:รวม(?:ทั้งสิ้น|ทั้งหมด|จำนวน)?|หมายเหตุ|ลงชื่อ)[\s:.]*(?:[0-9๐-๙(*.].*)?")
"""A row number or the line below the list: a total read as a person would be asked to answer."""

AnyPerson = TypeVar("AnyPerson", InternalPerson, ExternalPerson)


@dataclass(frozen=True, slots=True)
class PersonRow(Generic[AnyPerson]):
    """A person of a workbook and the cell in which the name stands."""

    person: AnyPerson
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class RosterBook(Generic[AnyPerson]):
    """The people of a workbook in the order of its rows, and what was understood of its cells.

    `ignored`: headers that were not read; `guessed`: headers that only look like their field; `mended`: cells
    put right (at most MOST_MENDED of them, `mended_count` in all).
    """

    rows: tuple[PersonRow[AnyPerson], ...]
    ignored: tuple[str, ...] = ()
    guessed: Mapping[str, str] = field(default_factory=dict)
    mended: tuple[Mended, ...] = ()
    mended_count: int = 0


def read_internal_roster(
    path: Path,
    rule: RosterRule,
    today: date,
    learned: Mapping[str, str] | None = None,
    watch: Watch = unwatched,
) -> RosterBook[InternalPerson]:
    """Read those who work in the office; no start date may lie after `today`.

    Args:
        path: a workbook or a CSV file.
        rule: the levels on offer.
        today: by the clock.
        learned: headers that were mapped by hand, to their fields.
        watch: is told of the rows; it may raise Stopped.

    Raises:
        WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
    """
    levels = Meant(rule.levels)

    def person(record: Record) -> InternalPerson:
        return InternalPerson(
            _name(record),
            record.text("position"),
            record.text("division"),
            _offered(record, "level", levels),
            record.day("start_date", FIRST_DAY, today),
            _phone(record),
        )

    return _Reading(path, internal_columns(learned or {}), person, watch).book()


def read_external_roster(
    path: Path,
    rule: RosterRule,
    today: date,
    learned: Mapping[str, str] | None = None,
    watch: Watch = unwatched,
) -> RosterBook[ExternalPerson]:
    """Read those who came to the office; no contact may lie after `today`. As `read_internal_roster`."""
    kinds, matters = Meant(rule.external_kinds), Meant(rule.matters)

    def person(record: Record) -> ExternalPerson:
        return ExternalPerson(
            _name(record),
            _offered(record, "kind", kinds),
            _offered(record, "matter", matters),
            record.text("channel"),
            record.day("contact_date", FIRST_DAY, today),
            _phone(record),
        )

    return _Reading(path, external_columns(learned or {}), person, watch).book()


class _Reading(Generic[AnyPerson]):
    """Goes through the sheets of a roster once."""

    def __init__(
        self, path: Path, columns: RosterColumns, person: Callable[[Record], AnyPerson], watch: Watch
    ) -> None:
        """Begin: `columns` finds the fields, `person` makes somebody of a row."""
        self._watch = watch
        self._path, self._columns = path, columns
        self._person: Callable[[Record], AnyPerson] = person
        self._findings = Findings(path)
        self._rows: list[PersonRow[AnyPerson]] = []
        self._ignored: dict[str, None] = {}
        self._guessed: dict[str, str] = {}
        self._mended: list[Mended] = []
        self._mended_count = 0

    def book(self) -> RosterBook[AnyPerson]:
        """Read all sheets; WorkbookRefused with everything that is wrong."""
        for sheet in sheets_to_read(read_sheets(self._path, self._watch)):
            self._read(sheet)
        self._findings.raise_if_any()
        if not self._rows:
            self._findings.add("", "", CellFault.EMPTY)
        self._findings.raise_if_any()
        return RosterBook(
            tuple(self._rows), tuple(self._ignored), self._guessed, tuple(self._mended), self._mended_count
        )

    def _read(self, sheet: Sheet) -> None:
        """Read one sheet."""
        needed = ("name", INTERNAL_COLUMNS["name"][0])
        table = find_table(sheet, self._columns, needed, self._findings, self._columns.guess)
        if table is None:
            return
        self._ignored.update(dict.fromkeys(table.ignored))
        self._guessed.update(table.guessed)
        for row in watched(table.rows, self._watch, Stage.COMPARING):
            record = Record(table, row, self._findings)
            self._rows.append(PersonRow(self._person(record), sheet.name, record.cell("name")))
            self._mended_count += len(record.mended)
            if record.mended and len(self._mended) < MOST_MENDED:
                self._mended += record.mended


def _name(record: Record) -> str:
    """Return the whole name, put together where title and surname have columns of their own."""
    first = record.text("name", LONGEST_NAME, needed=True)
    over = record.spread("name")
    if len(over) > 1:  # one header over several columns: title, name, surname
        first = _joined(over)
    if _NO_NAME.fullmatch(first) and first:
        record.refuse("name", CellFault.UNKNOWN_VALUE, first)
        return ""
    prefix, surname = record.text("prefix", LONGEST_NAME), record.text("surname", LONGEST_NAME)
    return f"{prefix}{first} {surname}".strip() if first else ""


def _joined(parts: list[str]) -> str:
    """Put title, name and surname of neighbouring cells together: the title stands close."""
    if len(parts) > 2:  # noqa: PLR2004 - a title of its own
        return f"{parts[0]}{' '.join(parts[1:])}"
    return " ".join(parts)


def _offered(record: Record, field: str, offered: Meant) -> str:
    """Return the word on offer that was meant; note one that is not on offer."""
    text = record.text(field)
    if not text:
        return ""
    found = offered.find(text)
    if found is None:
        record.refuse(field, CellFault.UNKNOWN_VALUE, text, ", ".join(offered.words))
    return found or ""


def _phone(record: Record) -> str:
    """Return the telephone number as plain digits, with the 0 that Excel drops."""
    as_number = isinstance(record.value("phone"), int | float)
    text = record.text("phone")
    if as_number:
        return LOST_ZERO.get(len(text), "") + text
    phone = mended_phone(text)
    if phone != text:
        record.mend("phone", text, phone)
    return phone
