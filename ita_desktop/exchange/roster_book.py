"""The roster workbooks, as offices really have them: any usual wording of the headers, in any order.

Columns that the program has no field for are left where they are (an identity card number, for one, must not
come in) and are told; sheets by division are read one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from ita_desktop.domain.problems import CellFault
from ita_desktop.domain.roster import ExternalPerson, InternalPerson
from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.exchange.findings import Findings
from ita_desktop.exchange.sheets import read_sheets
from ita_desktop.exchange.tables import Record, find_table, sheets_to_read
from ita_desktop.exchange.words import EXTERNAL_COLUMNS, INTERNAL_COLUMNS, ColumnNames, Offered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from ita_desktop.domain.instrument import RosterRule

FIRST_DAY = date(1950, 1, 1)
"""Nobody in service began before it; an earlier day is a year misread."""

LONGEST_NAME = 200
LOST_ZERO = {8: "0", 9: "0"}
"""Excel drops the first 0 of a telephone number typed as a number: 8 or 9 digits get it back."""

AnyPerson = TypeVar("AnyPerson", InternalPerson, ExternalPerson)


@dataclass(frozen=True, slots=True)
class PersonRow(Generic[AnyPerson]):
    """A person of a workbook and the cell in which the name stands."""

    person: AnyPerson
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class RosterBook(Generic[AnyPerson]):
    """The people of a workbook in the order of its rows, and the headers that were not read."""

    rows: tuple[PersonRow[AnyPerson], ...]
    ignored: tuple[str, ...] = ()


def read_internal_roster(path: Path, rule: RosterRule, today: date) -> RosterBook[InternalPerson]:
    """Read those who work in the office; no start date may lie after `today`.

    Raises:
        WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
    """
    levels = Offered(rule.levels)

    def person(record: Record) -> InternalPerson:
        return InternalPerson(
            _name(record),
            record.text("position"),
            record.text("division"),
            _offered(record, "level", levels),
            record.day("start_date", FIRST_DAY, today),
            _phone(record),
        )

    return _read(path, INTERNAL_COLUMNS, person)


def read_external_roster(path: Path, rule: RosterRule, today: date) -> RosterBook[ExternalPerson]:
    """Read those who came to the office; no contact may lie after `today`.

    Raises:
        WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
    """
    kinds, matters = Offered(rule.external_kinds), Offered(rule.matters)

    def person(record: Record) -> ExternalPerson:
        return ExternalPerson(
            _name(record),
            _offered(record, "kind", kinds),
            _offered(record, "matter", matters),
            record.text("channel"),
            record.day("contact_date", FIRST_DAY, today),
            _phone(record),
        )

    return _read(path, EXTERNAL_COLUMNS, person)


def _read(
    path: Path, columns: Mapping[str, Sequence[str]], person: Callable[[Record], AnyPerson]
) -> RosterBook[AnyPerson]:
    """Read all sheets of a roster."""
    findings, names = Findings(path), ColumnNames(columns)
    rows: list[PersonRow[AnyPerson]] = []
    ignored: dict[str, None] = {}
    for sheet in sheets_to_read(read_sheets(path)):
        table = find_table(sheet, names, ("name", columns["name"][0]), findings)
        if table is not None:
            ignored.update(dict.fromkeys(table.ignored))
            for row in table.rows:
                record = Record(table, row, findings)
                rows.append(PersonRow(person(record), sheet.name, record.cell("name")))
    findings.raise_if_any()
    if not rows:
        findings.add("", "", CellFault.EMPTY)
    findings.raise_if_any()
    return RosterBook(tuple(rows), tuple(ignored))


def _name(record: Record) -> str:
    """Return the whole name, put together where title and surname have columns of their own."""
    first = record.text("name", LONGEST_NAME, needed=True)
    prefix, surname = record.text("prefix", LONGEST_NAME), record.text("surname", LONGEST_NAME)
    return f"{prefix}{first} {surname}".strip() if first else ""


def _offered(record: Record, field: str, offered: Offered) -> str:
    """Return the word on offer that was meant; note one that is not on offer."""
    text = record.text(field)
    if not text:
        return ""
    found = offered.find(text)
    if found is None:
        record.refuse(field, CellFault.UNKNOWN_VALUE, text, ", ".join(offered.words))
    return found or ""


def _phone(record: Record) -> str:
    """Return the telephone number in Arabic digits, with the 0 that Excel drops."""
    as_number = isinstance(record.value("phone"), int | float)
    text = arabic_digits(record.text("phone"))
    return LOST_ZERO.get(len(text), "") + text if as_number else text
