"""The plan's workbook out: filled to go round, or empty to be filled; it comes in again as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.exchange.measure_words import PLAN_COLUMNS, PLAN_SHEET, STEP_COLUMNS, STEP_SHEET
from ita_desktop.exchange.words import EXPLANATION_SHEET, MEASURE_WORDS
from ita_desktop.exchange.workbook_write import Choices, Column, SheetPlan, Value, write_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.measures import Measure

READY_ROWS = 500
_DATES = "วันที่แบบใดก็ได้ เช่น 1/10/2568 หรือ 1 ตุลาคม 2568 (ปีพุทธศักราช) ต้องอยู่ในปีงบประมาณเดียวกัน"
_WIDTHS = {"indicator": 14.0, "answers": 16.0, "title": 44.0, "finding": 44.0, "steps": 50.0, "money": 18.0,
           "owner": 26.0, "success": 36.0, "outcome": 40.0, "achieved": 30.0, "text": 60.0}  # fmt: skip
_HINTS = {
    "indicator": "เลขตัวชี้วัด หรือชื่อเต็ม",
    "answers": "รหัสข้อ เช่น i2 หรือเว้นว่างเมื่อแก้ทั้งตัวชี้วัด",
    "steps": "หนึ่งบรรทัดต่อหนึ่งขั้นตอน (Alt+Enter ขึ้นบรรทัดใหม่ในช่อง)",
    "money": "ตัวเลขไม่ติดลบ หน่วยเป็นบาท เว้นว่างเมื่อไม่ใช้งบประมาณ",
    "start": _DATES,
    "end": _DATES,
}


def write_plan(path: Path, instrument: Instrument, measures: Sequence[Measure]) -> Path:
    """Write the workbook of a plan and return its path.

    Raises:
        DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed: it could not be written.
    """
    write_workbook(path, plan_sheets(instrument, measures))
    return path


def plan_sheets(instrument: Instrument, measures: Sequence[Measure] = ()) -> list[SheetPlan]:
    """Return the sheets of a plan: its measures, the dates of their steps, what the columns mean."""
    rows = [_row(each) for each in measures]
    steps: list[tuple[Value, ...]] = [
        (each.title, step.text, step.start, step.end, step.done) for each in measures for step in each.plan
    ]
    plan = SheetPlan(
        PLAN_SHEET, tuple(_column(field, instrument) for field in PLAN_COLUMNS), rows, READY_ROWS
    )
    dated = SheetPlan(STEP_SHEET, tuple(_step_column(field) for field in STEP_COLUMNS), steps, READY_ROWS)
    return [plan, dated, _explanation(instrument)]


def _row(measure: Measure) -> tuple[Value, ...]:
    """Return a measure in the order of the columns."""
    return (
        measure.indicator,
        measure.answers or None,
        measure.title,
        measure.finding or None,
        measure.steps or None,
        measure.start,
        measure.end,
        measure.owner or None,
        measure.money,
        measure.success or None,
        measure.target or None,
        MEASURE_WORDS[measure.status],
        measure.outcome or None,
        measure.achieved or None,
    )


def _column(field: str, instrument: Instrument) -> Column:
    """Return a column under its usual head, with what it offers."""
    head = PLAN_COLUMNS[field][0]
    words: tuple[str, ...] = ()
    if field == "status":
        words = tuple(MEASURE_WORDS.values())
    elif field == "indicator":
        words = tuple(each.code for each in instrument.indicators)
    hint = _HINTS.get(field, "")
    choices = Choices(words, head, hint) if words or hint else None
    number = "#,##0.00" if field == "money" else ""
    as_text = field in {"start", "end", "indicator", "answers"}
    return Column(head, _WIDTHS.get(field, 18.0), number, as_text=as_text, choices=choices)


def _step_column(field: str) -> Column:
    """Return a column of the sheet of steps."""
    return Column(STEP_COLUMNS[field][0], _WIDTHS.get(field, 18.0), as_text=field in {"start", "end", "done"})


def _explanation(instrument: Instrument) -> SheetPlan:
    """Return the sheet that explains the columns."""
    indicators = " · ".join(f"{each.code} {each.title}" for each in instrument.indicators)
    rows = [
        ("แผ่นงาน", f"“{PLAN_SHEET}” หนึ่งมาตรการหนึ่งแถว “{STEP_SHEET}” วันที่ของแต่ละขั้นตอน (ไม่กรอกก็ได้)"),
        (PLAN_COLUMNS["indicator"][0], indicators),
        *((PLAN_COLUMNS[field][0], hint) for field, hint in _HINTS.items() if field != "indicator"),
        (PLAN_COLUMNS["status"][0], " · ".join(MEASURE_WORDS.values())),
        ("การนำเข้า", "มาตรการชื่อเดิมในตัวชี้วัดเดิมจะถูกแก้ ชื่อใหม่จะถูกเพิ่ม ช่องว่างไม่ลบสิ่งที่บันทึกไว้แล้ว"),
        ("ข้อควรระวัง", "อย่าใช้สูตรและอย่ารวมเซลล์ หากมีข้อผิดพลาดแม้ช่องเดียว โปรแกรมจะบอกทุกช่องและยังไม่นำเข้าสิ่งใด"),
    ]
    return SheetPlan(EXPLANATION_SHEET, (Column("คอลัมน์", 24), Column("วิธีกรอก", 100)), rows)
