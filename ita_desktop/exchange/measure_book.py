"""The plan's workbook in: a row for each measure, and a sheet with the dates of its steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.domain.plan.steps import PlanStep, steps_of
from ita_desktop.domain.problems import CellFault
from ita_desktop.domain.thai_text import arabic_digits, search_key
from ita_desktop.exchange.cells import exact_number, shown
from ita_desktop.exchange.findings import Findings
from ita_desktop.exchange.measure_words import PLAN_COLUMNS, STEP_COLUMNS, STEP_SHEET
from ita_desktop.exchange.sheets import read_sheets
from ita_desktop.exchange.tables import Record, find_table, sheets_to_read
from ita_desktop.exchange.words import MEASURE_WORDS, ColumnNames

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_desktop.domain.instrument import Indicator, Instrument
    from ita_desktop.exchange.sheet_rows import Sheet

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
LONGEST = 5000
_STATUSES = {search_key(w): s for s in MeasureStatus for w in (s.value, MEASURE_WORDS[s])}


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure as a workbook has it; `fields` are those that it says something of."""

    measure: Measure
    fields: frozenset[str]
    sheet: str
    cell: str

    def merged(self, before: Measure) -> Measure:
        """Return a measure with what the workbook says put over it; nothing is ever emptied."""
        return replace(before, **{name: getattr(self.measure, name) for name in self.fields})


@dataclass(frozen=True, slots=True)
class MeasureBook:
    """The measures of a workbook in the order of its rows, and the headers that were not read."""

    rows: tuple[MeasureRow, ...]
    ignored: tuple[str, ...] = ()


def read_measures(path: Path, instrument: Instrument) -> MeasureBook:
    """Read the measures of a workbook.

    Raises:
        WorkbookRefused: with every problem and its cell; and the problems of a file that cannot be read.
    """
    findings, found, ignored = Findings(path), [], {}
    sheets = sheets_to_read(read_sheets(path))
    indicators = _indicators(instrument)
    for sheet in [each for each in sheets if each.name.strip() != STEP_SHEET]:
        needed = ("title", PLAN_COLUMNS["title"][0])
        table = find_table(sheet, ColumnNames(PLAN_COLUMNS), needed, findings)
        if table is not None:
            ignored.update(dict.fromkeys(table.ignored))
            records = (Record(table, row, findings) for row in table.rows)
            found += [row for record in records if (row := _row(record, indicators)) is not None]
    steps = _dated(next((each for each in sheets if each.name.strip() == STEP_SHEET), None), findings)
    if not found:
        findings.add("", "", CellFault.EMPTY)
    findings.raise_if_any()
    return MeasureBook(tuple(_with_steps(row, steps) for row in found), tuple(ignored))


def _indicators(instrument: Instrument) -> dict[str, Indicator]:
    """Return the indicators by everything that people write for one: `4`, `4. การใช้…`, its title."""
    found = {}
    for each in instrument.indicators:
        for word in (each.code, each.title, f"{each.code} {each.title}", f"ตัวชี้วัดที่ {each.code}"):
            found[search_key(word)] = each
    return found


def _row(record: Record, indicators: Mapping[str, Indicator]) -> MeasureRow | None:
    """Read one row; None if its indicator is not known, which is then noted."""
    title = record.text("title", needed=True)
    text = record.text("indicator", needed=True)
    indicator = indicators.get(search_key(text))
    if indicator is None:
        if text:
            codes = ", ".join(dict.fromkeys(each.code for each in indicators.values()))
            record.refuse("indicator", CellFault.UNKNOWN_VALUE, text, codes)
        return None
    values: dict[str, Any] = {
        "answers": _item(record, indicator),
        "finding": _lines(record, "finding"),
        "plan": steps_of(_lines(record, "steps")),
        "start": record.day("start", FIRST_DAY, LAST_DAY),
        "end": record.day("end", FIRST_DAY, LAST_DAY),
        "owner": record.text("owner"),
        "money": _money(record),
        "success": record.text("success", LONGEST),
        "target": record.text("target"),
        "status": _status(record),
        "outcome": _lines(record, "outcome"),
        "achieved": record.text("achieved", LONGEST),
    }
    said = {name: value for name, value in values.items() if value not in ("", None, ())}
    measure = Measure(indicator=indicator.code, title=title, **said)
    return MeasureRow(measure, frozenset(said), record.sheet, record.cell("title"))


def _lines(record: Record, field: str) -> str:
    """Read a cell with its line ends, which an ordinary text would lose."""
    found = record.value(field)
    if not isinstance(found, str) or "\n" not in found:
        return record.text(field, LONGEST)
    if len(found) > LONGEST:
        record.refuse(field, CellFault.TOO_LONG, shown(found), f"≤ {LONGEST}")
        return ""
    return "\n".join(" ".join(line.split()) for line in found.splitlines() if line.strip())


def _item(record: Record, indicator: Indicator) -> str:
    """Read the item that a measure answers: one of its indicator, or the indicator itself."""
    text = arabic_digits(record.text("answers")).replace(" ", "").casefold()
    if not text or text == indicator.code.casefold():
        return ""
    codes = {item.code.casefold(): item.code for item in indicator.items}
    if text not in codes:
        record.refuse("answers", CellFault.UNKNOWN_ITEM, text, ", ".join(codes.values()))
    return codes.get(text, "")


def _money(record: Record) -> Decimal | None:
    """Read a sum in baht; commas between thousands are left out."""
    found = record.value("money")
    if found is None or (isinstance(found, str) and not record.text("money")):
        return None
    number = exact_number(found.replace(",", "") if isinstance(found, str) else found)
    if number is None:
        record.refuse("money", CellFault.NOT_A_NUMBER, shown(found))
        return None
    if number < 0:
        record.refuse("money", CellFault.UNKNOWN_VALUE, shown(found), "≥ 0")
        return None
    return (Decimal(number.numerator) / Decimal(number.denominator)).quantize(Decimal("0.01"))


def _status(record: Record) -> MeasureStatus | None:
    """Read where a measure stands, in the words of the template."""
    text = record.text("status")
    status = _STATUSES.get(search_key(text))
    if text and status is None:
        record.refuse("status", CellFault.UNKNOWN_VALUE, text, ", ".join(MEASURE_WORDS.values()))
    return status


def _dated(sheet: Sheet | None, findings: Findings) -> dict[str, list[PlanStep]]:
    """Read the sheet of steps, by the measure's title."""
    found: dict[str, list[PlanStep]] = {}
    needed = ("text", STEP_COLUMNS["text"][0])
    table = find_table(sheet, ColumnNames(STEP_COLUMNS), needed, findings) if sheet is not None else None
    for row in table.rows if table is not None else ():
        record = Record(table, row, findings)  # type: ignore[arg-type] # there is one: it has rows
        title, text = record.text("title", needed=True), record.text("text", LONGEST, needed=True)
        days = [record.day(field, FIRST_DAY, LAST_DAY) for field in ("start", "end", "done")]
        found.setdefault(search_key(title), []).append(PlanStep(text, *days))
    return found


def _with_steps(row: MeasureRow, steps: Mapping[str, list[PlanStep]]) -> MeasureRow:
    """Give a measure the steps with dates, where the second sheet has some of it."""
    dated = steps.get(search_key(row.measure.title))
    if not dated:
        return row
    return replace(row, measure=replace(row.measure, plan=tuple(dated)), fields=row.fields | {"plan"})
