"""Promises about the workbooks that leave the program."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_desktop.domain.problems import ReadOnly
from ita_desktop.domain.thai_text import normalized
from ita_desktop.exchange.results_book import (
    CheckLine,
    ChoiceRow,
    CountRow,
    MeasureLine,
    ResultsBook,
    ScoreRow,
    write_results,
)
from ita_desktop.exchange.sheets import read_sheets
from ita_desktop.exchange.workbook_read import read_internal_roster
from ita_desktop.exchange.workbook_write import Column, SheetPlan, write_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument

THAI = st.text([chr(code) for code in range(0x0E01, 0x0E5C) if chr(code).isprintable()], min_size=1)


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x")', "+66", "-1+1", "@SUM(A1)", "\t=1", '=cmd|"/c"!A1']
)
def test_text_is_never_a_formula(empty_folder: Path, text: str) -> None:
    """What somebody typed into a name must not run on another computer."""
    path = empty_folder / "ออก.xlsx"
    write_workbook(path, [SheetPlan("ก", (Column(text),), [(text,)])])
    cell = load_workbook(path).worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.quotePrefix


def test_cells_have_types(empty_folder: Path) -> None:
    """A number can be summed, a day sorted; the day shows its Buddhist year."""
    path = empty_folder / "ออก.xlsx"
    row = ("ก", 3, Decimal("99.93"), Fraction(200, 3), date(2025, 3, 1), None)
    columns = tuple(Column(str(number)) for number in range(6))
    write_workbook(path, [SheetPlan("ก", columns, [row])])
    sheet = load_workbook(path).worksheets[0]
    assert [cell.value for cell in sheet[2]][:4] == ["ก", 3, 99.93, 66.67]
    assert sheet["E2"].is_date
    assert sheet["E2"].number_format.startswith("[$-107041E]")
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold


@given(names=st.lists(THAI, min_size=1, max_size=5))
@example(names=["น้ำใส ป้าปี่ ฐิติรัตน์", "กฤษฎ์ ญาณสังวร์"])
def test_thai_text_out_and_in_is_the_same(names: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """No mark is lost or moved on the way through Excel's format."""
    path = tmp_path_factory.mktemp("thai") / "ชื่อ.xlsx"
    write_workbook(path, [SheetPlan("ภายใน", (Column("ชื่อ-สกุล"),), [(name,) for name in names])])
    (sheet,) = read_sheets(path)
    assert [row.cells[1] for row in sheet.rows[1:]] == names


def test_names_with_thai_marks_come_back_from_a_roster(empty_folder: Path, instrument: Instrument) -> None:
    """Through the roster reader names are mended, and mended names stay as they are."""
    names = ["นางสาวน้ำทิพย์ ปิ่นเกล้า", "นายกฤษฎ์ ญาณสังวร์", "ว่าที่ร้อยตรีเก่ง ใจกล้า"]
    path = empty_folder / "ชื่อ.xlsx"
    write_workbook(path, [SheetPlan("ภายใน", (Column("ชื่อ-สกุล"),), [(name,) for name in names])])
    rows = read_internal_roster(path, instrument.roster, date(2025, 1, 1)).rows
    assert [row.person.name for row in rows] == [normalized(name) for name in names] == names


def test_control_characters_do_not_spoil_a_workbook(empty_folder: Path) -> None:
    """Excel calls a file with such characters damaged."""
    path = empty_folder / "ออก.xlsx"
    write_workbook(path, [SheetPlan("ก[1]", (Column("ก"),), [("ก\x00ข\x0b",), ("ย" * 40_000,)])])
    sheet = load_workbook(path).worksheets[0]
    assert sheet["A2"].value == "กข"
    assert len(sheet["A3"].value) == 32_767
    assert sheet.title == "ก-1-"


def test_the_results_workbook_has_everything_in_its_sheet(empty_folder: Path) -> None:
    """Scores, distributions, checklist, measures, head counts."""
    book = ResultsBook(
        (ScoreRow("รวม", "total", "คะแนนรวม", Fraction(9970, 100), Decimal("99.70"), None, "ผ่านดีเยี่ยม"),),
        (ChoiceRow("IIT", "i1", "คำถาม", "มากที่สุด", 188, Decimal("100.00"), Fraction(100)),),
        (CheckLine("o1", "โครงสร้าง", Fraction(50), "กำลังดำเนินการ", "https://a.go.th", due=date(2025, 4, 1)),),
        (MeasureLine("9", "จัดทำปฏิทิน", start=date(2025, 4, 1), status="กำลังทำ"),),
        (CountRow("ผู้มีส่วนได้ส่วนเสียภายใน", 200),),
    )
    path = write_results(empty_folder / "ผล.xlsx", book)
    sheets = load_workbook(path)
    assert sheets.sheetnames == ["คะแนน", "การกระจายคำตอบ", "OIT", "มาตรการ", "จำนวนคน"]
    assert [cell.value for cell in sheets["คะแนน"][2]] == [
        "รวม", "total", "คะแนนรวม", 99.7, 99.7, None, "ผ่านดีเยี่ยม",
    ]  # fmt: skip
    assert sheets["การกระจายคำตอบ"]["F2"].value == 188
    assert sheets["มาตรการ"]["E2"].is_date
    assert sheets["จำนวนคน"]["B2"].value == 200


def test_a_refused_folder_leaves_nothing_behind(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be written is told as such; the old workbook stays."""
    path = empty_folder / "ผล.xlsx"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("ita_desktop.support.atomic.replace", refuse)
    with pytest.raises(ReadOnly):
        write_workbook(path, [SheetPlan("ก", (Column("ก"),))])
    assert [each.name for each in empty_folder.iterdir()] == ["ผล.xlsx"]
    assert path.read_bytes() == b"old"
