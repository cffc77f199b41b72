"""The year's result as a workbook: scores, item distributions, checklist, measures, head counts.

Built from plain rows, so that whoever calls decides what may be shown; this module decides only how.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.exchange.workbook_write import Column, SheetPlan, Value, write_workbook

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal
    from fractions import Fraction
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A score of the tree. `floor` is its level in words; `level` the grade where there is one."""

    floor: str
    code: str
    title: str
    value: Fraction | None
    published: Decimal | None = None
    respondents: int | None = None
    level: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """How often a choice was taken: `percent` of those who answered."""

    part: str
    code: str
    question: str
    choice: str
    count: int
    percent: Decimal | None = None
    score: Fraction | None = None


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A checklist item with what was recorded."""

    code: str
    title: str
    result: Fraction | None
    status: str
    link: str = ""
    note: str = ""
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure, in the order of the plan table."""

    indicator: str
    title: str
    finding: str = ""
    steps: str = ""
    start: date | None = None
    end: date | None = None
    owner: str = ""
    status: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class CountRow:
    """A head count: of a roster, of those who may answer, of forms that are in."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class ResultsBook:
    """All that the workbook shows."""

    scores: tuple[ScoreRow, ...]
    choices: tuple[ChoiceRow, ...]
    checklist: tuple[CheckLine, ...]
    measures: tuple[MeasureLine, ...]
    counts: tuple[CountRow, ...]


def write_results(path: Path, book: ResultsBook) -> Path:
    """Write the workbook and return its path.

    Raises:
        DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed: it could not be written.
    """
    plans = (_scores(book), _choices(book), _checklist(book), _measures(book), _counts(book))
    write_workbook(path, plans)
    return path


def _scores(book: ResultsBook) -> SheetPlan:
    """Return the score tree."""
    columns = (
        Column("ชั้น", 16), Column("รหัส", 10), Column("รายการ", 60), Column("คะแนน", 12, "0.00"),
        Column("คะแนนที่ประกาศ", 16, "0.00"), Column("ผู้ตอบ", 10, "#,##0"), Column("ระดับ", 18),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (row.floor, row.code, row.title, row.value, row.published, row.respondents, row.level)
        for row in book.scores
    ]
    return SheetPlan("คะแนน", columns, rows)


def _choices(book: ResultsBook) -> SheetPlan:
    """Return the distributions."""
    columns = (
        Column("ส่วน", 9), Column("ข้อ", 10), Column("คำถาม", 60), Column("ตัวเลือก", 24),
        Column("คะแนนของตัวเลือก", 16, "0.##"), Column("จำนวน", 10, "#,##0"), Column("ร้อยละ", 10, "0.00"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (row.part, row.code, row.question, row.choice, row.score, row.count, row.percent)
        for row in book.choices
    ]
    return SheetPlan("การกระจายคำตอบ", columns, rows)


def _checklist(book: ResultsBook) -> SheetPlan:
    """Return the checklist."""
    columns = (
        Column("ข้อ", 9), Column("ชื่อข้อมูล", 50), Column("ผลคะแนน", 12, "0.##"), Column("สถานะงาน", 20),
        Column("ลิงก์", 50), Column("หมายเหตุ", 36), Column("ผู้รับผิดชอบ", 24), Column("กำหนดเสร็จ", 16),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (row.code, row.title, row.result, row.status, row.link, row.note, row.owner, row.due)
        for row in book.checklist
    ]
    return SheetPlan("OIT", columns, rows)


def _measures(book: ResultsBook) -> SheetPlan:
    """Return the measures."""
    columns = (
        Column("ตัวชี้วัด", 12), Column("มาตรการ", 40), Column("ประเด็นที่พบ", 40), Column("ขั้นตอน", 40),
        Column("เริ่ม", 16), Column("สิ้นสุด", 16), Column("ผู้รับผิดชอบ", 24), Column("สถานะ", 18),
        Column("ผลการดำเนินงาน", 40),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (
            row.indicator, row.title, row.finding, row.steps, row.start, row.end, row.owner, row.status,
            row.outcome,
        )
        for row in book.measures
    ]  # fmt: skip
    return SheetPlan("มาตรการ", columns, rows)


def _counts(book: ResultsBook) -> SheetPlan:
    """Return the head counts."""
    columns = (Column("รายการ", 50), Column("จำนวน", 12, "#,##0"))
    return SheetPlan("จำนวนคน", columns, [(row.what, row.count) for row in book.counts])
