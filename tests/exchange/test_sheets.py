"""Promises about files that only look like workbooks, and about workbooks that mean harm."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from ita_desktop.domain.problems import CellFault, FileMissing, WorkbookRefused
from ita_desktop.exchange.cells import Formula
from ita_desktop.exchange.sheets import read_sheets

if TYPE_CHECKING:
    from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def small_book() -> bytes:
    """Return the bytes of a small workbook; made once, for they hold the time at which they are made."""
    book = Workbook()
    book.worksheets[0].append(["serial", "ก", 1.5])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


SMALL_BOOK = small_book()


def refused(path: Path) -> tuple[CellFault, str]:
    """Return why a file is refused as a whole."""
    with pytest.raises(WorkbookRefused) as caught:
        read_sheets(path)
    (problem,) = caught.value.problems
    return problem.fault, problem.value


def with_sheet(path: Path, body: bytes) -> Path:
    """Make a workbook whose one sheet is `body`."""
    plain = path.with_name("plain.xlsx")
    Workbook().save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            target.writestr(entry.filename, body if entry.filename.endswith("sheet1.xml") else data)
    return path


def test_a_missing_file_is_told_as_missing(empty_folder: Path) -> None:
    """So is a folder."""
    for path in (empty_folder / "ไม่มี.xlsx", empty_folder):
        with pytest.raises(FileMissing):
            read_sheets(path)


@pytest.mark.parametrize(
    ("content", "fault", "value"),
    [
        (b"", CellFault.NOT_A_WORKBOOK, ""),
        (b"hello", CellFault.NOT_A_WORKBOOK, ""),
        (b"PK\x03\x04broken", CellFault.NOT_A_WORKBOOK, ""),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, CellFault.NOT_A_WORKBOOK, ".xls"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            CellFault.PASSWORD,
            "",
        ),
    ],
)
def test_what_is_no_workbook_is_told_apart(
    empty_folder: Path, content: bytes, fault: CellFault, value: str
) -> None:
    """Another file, a cut one, one of Excel 97, one under a password."""
    path = empty_folder / "ไฟล์.xlsx"
    path.write_bytes(content)
    assert refused(path) == (fault, value)


@pytest.mark.parametrize(
    ("names", "value"),
    [
        (["a.txt"], ".zip"),
        (["mimetype", "content.xml"], ".ods"),
        (["[Content_Types].xml", "xl/workbook.bin"], ".xlsb"),
    ],
)
def test_other_zips_are_told_by_their_kind(empty_folder: Path, names: list[str], value: str) -> None:
    """A zip, a LibreOffice sheet and Excel's binary form are not taken for broken workbooks."""
    path = empty_folder / "ไฟล์.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    assert refused(path) == (CellFault.NOT_A_WORKBOOK, value)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(empty_folder: Path) -> None:
    """A hundred megabytes of blanks in a hundred kilobytes."""
    path = with_sheet(empty_folder / "ระเบิด.xlsx", b" " * 100_000_000)
    started = time.monotonic()
    assert refused(path)[0] is CellFault.TOO_LARGE
    assert time.monotonic() - started < 1


def test_entities_that_multiply_are_refused(empty_folder: Path) -> None:
    """Ten lines of XML that would become a thousand million laughs."""
    lines = ['<!DOCTYPE w [<!ENTITY a "ha">']
    lines += [f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)]
    body = "".join(lines) + f']><worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&j;</v></c></row>'
    path = with_sheet(empty_folder / "หัวเราะ.xlsx", f"{body}</sheetData></worksheet>".encode())
    assert refused(path)[0] is CellFault.NOT_A_WORKBOOK


def test_a_merged_range_over_the_whole_sheet_costs_nothing(empty_folder: Path) -> None:
    """Excel's own limit is 17 179 869 184 cells: none of them is made."""
    body = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
        '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    )
    (sheet,) = read_sheets(with_sheet(empty_folder / "รวม.xlsx", body.encode()))
    assert sheet.rows[0].cells == {1: "x"}
    assert sheet.merged[0] == (1, 1, 1_048_576, 16_384)


def test_hundreds_of_thousands_of_empty_rows_leave_nothing_behind(empty_folder: Path) -> None:
    """Rows that were only formatted are passed over, and the one filled row at the end is found."""
    rows = "".join(f'<row r="{n}" ht="20" customHeight="1"/>' for n in range(2, 200_000))
    body = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>{rows}'
        '<row r="200000"><c r="B200000"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>'
    )
    (sheet,) = read_sheets(with_sheet(empty_folder / "ล้าน.xlsx", body.encode()))
    assert [row.number for row in sheet.rows] == [1, 200_000]
    assert sheet.rows[1].cells == {2: Formula("=1+1")}


@given(data=st.data())
def test_no_broken_workbook_breaks_the_program(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Bytes flipped or cut anywhere: read rightly or refused, never an unknown error."""
    path = tmp_path_factory.mktemp("broken") / "b.xlsx"
    content = bytearray(SMALL_BOOK)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
    try:
        sheets = read_sheets(path)
    except WorkbookRefused:
        return
    assert len(sheets) <= 1


def test_a_workbook_of_many_sheets_is_read_up_to_a_bound(empty_folder: Path) -> None:
    """Forty sheets are somebody's divisions; a hundred and one are something else."""
    path = empty_folder / "มาก.xlsx"
    book = Workbook()
    for number in range(39):
        book.create_sheet(f"กอง {number}")
    book.save(path)
    assert len(read_sheets(path)) == 40
    book = load_workbook(path)
    for number in range(61):
        book.create_sheet(f"ฝ่าย {number}")
    book.save(path)
    assert refused(path) == (CellFault.TOO_LARGE, "101")
