"""Promises about the roster and `oit` workbooks."""

from __future__ import annotations

from datetime import date, datetime, time
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from ita_desktop.domain.checklist import CheckEntry, WorkStatus
from ita_desktop.domain.problems import CellFault, Problem, WorkbookRefused
from ita_desktop.domain.roster import InternalPerson
from ita_desktop.exchange.kinds import ImportKind
from ita_desktop.exchange.templates import template
from ita_desktop.exchange.words import LEVEL_WORDS, MEASURE_WORDS, STATUS_WORDS
from ita_desktop.exchange.workbook_read import (
    CheckPatch,
    read_external_roster,
    read_internal_roster,
    read_oit,
)
from ita_desktop.wording.states import LABELS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument

    Make = Callable[[dict[str, list[list[Any]]]], Path]

TODAY = date(2025, 3, 1)


def midnight(year: int, month: int, day: int) -> datetime:
    """Return a day as Excel keeps it: with a time, without a zone."""
    return datetime.combine(date(year, month, day), time.min)


def faults(reading: Callable[[], object]) -> list[tuple[str, str, CellFault]]:
    """Return what a refused workbook is refused for."""
    with pytest.raises(WorkbookRefused) as caught:
        reading()
    return [(each.sheet, each.cell, each.fault) for each in caught.value.problems]


def test_an_offices_own_roster_goes_in(make_book: Make, instrument: Instrument) -> None:
    """Title rows, usual wordings, a row number, split names, every kind of date and digit."""
    path = make_book(
        {
            "กองคลัง": [
                ["บัญชีรายชื่อเจ้าหน้าที่", None, None],
                ["เทศบาลตัวอย่าง"],
                ["ที่", "คำนำหน้า", "ชื่อ", "นามสกุล", "ตำแหน่ง", "สังกัด", "ประเภท", "วัน เดือน ปี ที่บรรจุ",
                 "เบอร์โทร", "เลขบัตร"],
                [1, "นาย", "ตัวอย่าง", "สมมติ", "นักวิชาการ", "กองคลัง", "ข้าราชการ",
                 "๑ ต.ค. ๒๕๕๐", 812345678, 1],
                [2, "นางสาว", "ทดลอง  ", "นํ้าใส", "-", None, "พนักงานจ้างตามภารกิจ",
                 midnight(2567, 2, 1), "081-234-5678", 2],
                [3, "", "ไม่มีวัน", "เริ่มงาน", None, None, "หัวหน้าฝ่าย", midnight(2010, 5, 4), None, 3],
                [4],
            ]
        }
    )  # fmt: skip
    book = read_internal_roster(path, instrument.roster, TODAY)
    assert [row.person for row in book.rows] == [
        InternalPerson("นายตัวอย่าง สมมติ", "นักวิชาการ", "กองคลัง", "ข้าราชการ/พนักงาน", date(2007, 10, 1),
                       "0812345678"),
        InternalPerson("นางสาวทดลอง น้ำใส", "", "", "ลูกจ้าง/พนักงานจ้าง", date(2024, 2, 1), "0812345678"),
        InternalPerson("ไม่มีวัน เริ่มงาน", "", "", "ผู้อำนวยการ/หัวหน้า", date(2010, 5, 4), ""),
    ]  # fmt: skip
    assert book.rows[0].cell == "C4"
    assert book.ignored == ("ที่", "เลขบัตร")


def test_sheets_by_division_are_read_together(make_book: Make, instrument: Instrument) -> None:
    """Many offices keep a sheet for each division."""
    path = make_book({"ก": [["ชื่อ-สกุล"], ["นายหนึ่ง สมมติ"]], "ข": [["ชื่อ - นามสกุล"], ["นายสอง สมมติ"]]})
    rows = read_internal_roster(path, instrument.roster, TODAY).rows
    assert [(row.person.name, row.sheet) for row in rows] == [("นายหนึ่ง สมมติ", "ก"), ("นายสอง สมมติ", "ข")]


def test_roster_problems_are_told_with_their_cells(make_book: Make, instrument: Instrument) -> None:
    """No name, a level that is not offered, dates that are none or cannot be, formulas, texts without end."""
    path = make_book(
        {
            "ภายใน": [
                ["ชื่อ-สกุล", "ระดับ", "วันที่เริ่มงาน", "ตำแหน่ง"],
                [None, "ผู้บริหาร", None, "นิติกร"],
                ["นายสาม สมมติ", "ครูใหญ่", "31/2/2560", "นิติกร"],
                ["นายสี่ สมมติ", None, "1/1/2400", "ก" * 600],
                ["=HYPERLINK(1)", None, midnight(2026, 1, 1), '=cmd|"/c calc"!A1'],
                ["-", None, 2560, None],
            ]
        }
    )
    assert faults(lambda: read_internal_roster(path, instrument.roster, TODAY)) == [
        ("ภายใน", "A2", CellFault.MISSING_VALUE),
        ("ภายใน", "B3", CellFault.UNKNOWN_VALUE),
        ("ภายใน", "C3", CellFault.NOT_A_DATE),
        ("ภายใน", "D4", CellFault.TOO_LONG),
        ("ภายใน", "C4", CellFault.DATE_OUT_OF_RANGE),
        ("ภายใน", "A5", CellFault.FORMULA),
        ("ภายใน", "D5", CellFault.FORMULA),
        ("ภายใน", "C5", CellFault.DATE_OUT_OF_RANGE),
        ("ภายใน", "A6", CellFault.MISSING_VALUE),
        ("ภายใน", "C6", CellFault.NOT_A_DATE),
    ]


def test_a_roster_of_nobody_and_a_sheet_of_another_kind_are_told(
    make_book: Make, instrument: Instrument
) -> None:
    """Nothing to import is not a success."""
    nobody: list[list[Any]] = [["ชื่อ-สกุล", "ตำแหน่ง"]]
    other: list[list[Any]] = [["ยอดขาย", "เดือน"], [1, 2]]
    path = make_book({"ชีต": nobody})
    assert faults(lambda: read_internal_roster(path, instrument.roster, TODAY)) == [("", "", CellFault.EMPTY)]
    make_book({"ชีต": other})
    assert faults(lambda: read_internal_roster(path, instrument.roster, TODAY)) == [
        ("ชีต", "", CellFault.NO_HEADER)
    ]


def test_the_external_roster_takes_the_words_on_offer(make_book: Make, instrument: Instrument) -> None:
    """A short form of a matter is the matter."""
    path = make_book(
        {
            "ผู้มาติดต่อ": [
                ["ชื่อผู้ติดต่อ", "สถานะ", "เรื่องที่ติดต่อ", "ช่องทาง", "วันที่มาติดต่อ", "โทรศัพท์"],
                ["บริษัท สมมติ จำกัด", "องค์กรธุรกิจ", "งานสนับสนุน", "โทรศัพท์", "5 พ.ย. 67", "02-000-0000"],
            ]
        }
    )
    (row,) = read_external_roster(path, instrument.roster, TODAY).rows
    assert row.person.matter.startswith("งานสนับสนุน เช่น")
    assert row.person.kind == "องค์กรธุรกิจ"
    assert row.person.contact_date == date(2024, 11, 5)


@pytest.mark.parametrize("kind", [ImportKind.ROSTER_INTERNAL, ImportKind.ROSTER_EXTERNAL])
def test_a_filled_roster_template_comes_back(
    kind: ImportKind, empty_folder: Path, instrument: Instrument
) -> None:
    """The first row under the template's header is read."""
    path = template(kind, instrument, empty_folder / "บัญชี.xlsx")
    book = load_workbook(path)
    assert book.sheetnames[1] == "คำอธิบาย"
    sheet = book.worksheets[0]
    offered = instrument.roster.levels[0] if kind is ImportKind.ROSTER_INTERNAL else ""
    sheet.append(["นางตัวอย่าง สมมติ", None, None, offered, "1/10/2560", "0810000000"])
    book.save(path)
    reader = read_internal_roster if kind is ImportKind.ROSTER_INTERNAL else read_external_roster
    assert reader(path, instrument.roster, TODAY).rows[0].person.name == "นางตัวอย่าง สมมติ"


def test_the_checklist_keeps_what_the_workbook_does_not_say(make_book: Make, instrument: Instrument) -> None:
    """Columns may be absent and cells empty; neither empties what was recorded."""
    path = make_book(
        {"OIT": [["ข้อ", "ผลคะแนน", "URL"], ["o๑", 33.33, "www.example.go.th/a"], ["O2", None, None]]}
    )
    book = read_oit(path, instrument)
    assert book.patches[0] == CheckPatch(
        "o1", Fraction("33.33"), link="https://www.example.go.th/a", sheet="OIT", cell="A2"
    )
    entry = CheckEntry("o2", Fraction(50), WorkStatus.DOING, "https://a.go.th", "เดิม", "สำนักปลัด", TODAY)
    assert book.patches[1].merged(entry) == entry


def test_checklist_problems_are_told_with_their_cells(make_book: Make, instrument: Instrument) -> None:
    """Unknown and doubled items, results out of bounds, statuses and links that are none."""
    path = make_book(
        {
            "OIT": [
                ["ข้อ", "ผลคะแนน", "สถานะงาน", "ลิงก์", "กำหนดเสร็จ"],
                ["o1", 101, "เสร็จนานแล้ว", "javascript:alert(1)", "พรุ่งนี้"],
                ["o99", 50],
                ["o1", "มาก"],
                [None, 50],
            ]
        }
    )
    assert faults(lambda: read_oit(path, instrument)) == [
        ("OIT", "B2", CellFault.UNKNOWN_VALUE),
        ("OIT", "C2", CellFault.UNKNOWN_VALUE),
        ("OIT", "D2", CellFault.BAD_LINK),
        ("OIT", "E2", CellFault.NOT_A_DATE),
        ("OIT", "A3", CellFault.UNKNOWN_ITEM),
        ("OIT", "B4", CellFault.NOT_A_NUMBER),
        ("OIT", "A4", CellFault.DOUBLE_ITEM),
        ("OIT", "A5", CellFault.MISSING_VALUE),
    ]


def test_the_checklist_template_has_every_item(empty_folder: Path, instrument: Instrument) -> None:
    """The sender only fills in."""
    path = template(ImportKind.OIT, instrument, empty_folder / "oit.xlsx")
    patches = read_oit(path, instrument).patches
    assert [patch.code for patch in patches] == [f"o{number}" for number in range(1, 29)]
    assert all(patch.result is None and patch.status is None for patch in patches)


def test_a_template_cannot_be_written_where_there_is_no_folder(
    empty_folder: Path, instrument: Instrument
) -> None:
    """The problem is told as one, not as a bug."""
    with pytest.raises(Problem):
        template(ImportKind.OIT, instrument, empty_folder / "ไม่มี" / "oit.xlsx")


def test_workbooks_and_windows_use_the_same_words() -> None:
    """A status copied from the window into a workbook is understood."""
    for words in (STATUS_WORDS, MEASURE_WORDS, LEVEL_WORDS):
        assert {state: LABELS[state] for state in words} == words
