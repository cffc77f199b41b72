"""Workbooks out and in: the score of a filled one, and every fault of a bad one with its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook

from ita_desktop.domain.instrument_file import parse
from ita_desktop.models import database
from ita_desktop.services.instruments import instrument_text
from tests.cli.books import Row, all_best, answers_book, oit_book, worst

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument
    from tests.cli.conftest import CommandLine

    Unchanged = Callable[[Path], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    """The instrument of 2568."""
    return parse(instrument_text(2568))


@pytest.fixture(scope="module")
def rangsit(tmp_path_factory: pytest.TempPathFactory, instrument: Instrument) -> Path:
    """A workbook with the published counts of one town of 2568: 188 inside, 560 and 560 outside."""
    inside = all_best(instrument, "IIT", 188)
    public, survey = all_best(instrument, "EIT1", 560), all_best(instrument, "EIT2", 560)
    for code in ("i2", "i9"):
        spoil(inside[0], instrument, "IIT", code)
    for question in instrument.tool_of_part("EIT1").questions:
        spoil(public[0], instrument, "EIT1", question.code)
    public[1]["e2"] = 5
    path = tmp_path_factory.mktemp("rangsit") / "คำตอบ.xlsx"
    return answers_book(path, {"IIT": inside, "EIT1": public, "EIT2": survey})


def spoil(row: Row, instrument: Instrument, part: str, code: str) -> None:
    """Let one person give the worst answer to one question."""
    questions = instrument.tool_of_part(part).questions
    row[code] = worst(next(question for question in questions if question.code == code))


@pytest.mark.parametrize(
    ("o2", "ninth", "oit", "total"), [(75, 98.75, 99.38, 99.70), (50, 97.50, 98.75, 99.45)]
)
def test_a_published_result_is_reproduced(
    ita: CommandLine, empty_office: Path, rangsit: Path, o2: int, ninth: float, oit: float, total: float
) -> None:
    """From filled workbooks to the published scores, and to what the printed o2 would really make."""
    results = {f"o{number}": 100 for number in range(1, 29)} | {"o2": o2}
    book = oit_book(empty_office.with_name("oit.xlsx"), results)
    assert ita("import", empty_office, "answers", rangsit).code == 0
    assert ita("import", empty_office, "oit", book).code == 0
    score = ita("score", empty_office, "--json").json
    assert {code: each["score"] for code, each in score["instruments"].items()} == {
        "IIT": 99.93, "EIT1": 99.82, "EIT2": 100.0, "EIT": 99.91, "OIT": oit,
    }  # fmt: skip
    assert (score["indicators"]["9"], score["indicators"]["10"]) == (ninth, 100.0)
    assert (score["total"], score["level"]) == (total, "ผ่านดีเยี่ยม")
    assert score["items"]["i2"]["percent"] == ["99.47", "0.00", "0.00", "0.00", "0.00", "0.53"]
    assert score["items"]["e2"]["parts"]["EIT1"]["percent"] == [
        "0.18",
        "0.00",
        "0.00",
        "0.00",
        "0.18",
        "99.64",
    ]


def test_a_dry_run_writes_nothing(
    ita: CommandLine, empty_office: Path, rangsit: Path, unchanged: Unchanged
) -> None:
    """It says what would come in."""
    with unchanged(empty_office.parent):
        ended = ita("import", empty_office, "answers", rangsit, "--dry-run")
    assert ended.code == 0
    assert "1308" in ended.out
    assert "ยังไม่ได้บันทึก" in ended.out


BAD = {
    "choice 7 of 6": ("i1", 7, "ไม่มีตัวเลือกที่ 7"),
    "text": ("i1", "มาก", "ไม่ใช่ตัวเลข"),
    "formula": ("i1", "=1+2", "สูตร"),
    "fraction": ("i1", 2.5, "2.5"),
}


@pytest.mark.parametrize(("code", "value", "words"), BAD.values(), ids=BAD)
def test_a_bad_cell_is_named(
    ita: CommandLine,
    empty_office: Path,
    unchanged: Unchanged,
    instrument: Instrument,
    code: str,
    value: object,
    words: str,
) -> None:
    """Sheet, cell and what is wrong, in Thai; nothing is written."""
    rows = all_best(instrument, "IIT", 2)
    rows[1][code] = value
    book = answers_book(empty_office.with_name("x.xlsx"), {"IIT": rows})
    with unchanged(empty_office.parent):
        ended = ita("import", empty_office, "answers", book)
    assert ended.code == 1
    assert "แผ่น IIT ช่อง B3" in ended.err
    assert words in ended.err


def test_all_faults_are_told_at_once(
    ita: CommandLine, empty_office: Path, unchanged: Unchanged, instrument: Instrument
) -> None:
    """A workbook is corrected once, not fault by fault."""
    inside, public = all_best(instrument, "IIT", 2), all_best(instrument, "EIT1", 1)
    inside[0] |= {"i1": 9, "i99": 1}
    inside[1] |= {"serial": 1, "i1": "=A1"}
    public[0] |= {"e1": 7}
    book = answers_book(empty_office.with_name("x.xlsx"), {"IIT": inside, "EIT1": public})
    with unchanged(empty_office.parent):
        lines = ita("import", empty_office, "answers", book).err.strip().splitlines()
    told = "\n".join(lines)
    for part in ("IIT ช่อง B2", "IIT ช่อง B3", "IIT ช่อง A3", "i99", "EIT1 ช่อง B2"):
        assert part in told
    assert len(lines) == 6


def test_merged_cells_are_told(
    ita: CommandLine, empty_office: Path, unchanged: Unchanged, instrument: Instrument
) -> None:
    """Nobody can tell whose answer a merged cell is."""
    path = answers_book(
        empty_office.with_name("x.xlsx"), {"IIT": [{"serial": n, "i1": 1} for n in (1, 2, 3)]}
    )
    book = load_workbook(path)
    book["IIT"].merge_cells("B2:B3")
    book.save(path)
    with unchanged(empty_office.parent):
        ended = ita("import", empty_office, "answers", path)
    assert ended.code == 1
    assert "ผสาน" in ended.err


def test_the_same_forms_twice_are_told(
    ita: CommandLine, empty_office: Path, unchanged: Unchanged, instrument: Instrument
) -> None:
    """A workbook taken in by mistake a second time changes nothing."""
    book = answers_book(empty_office.with_name("x.xlsx"), {"IIT": all_best(instrument, "IIT", 1)})
    assert ita("import", empty_office, "answers", book).code == 0
    with unchanged(empty_office.parent):
        ended = ita("import", empty_office, "answers", book)
    assert ended.code == 1
    assert "เลขที่แบบ 1" in ended.err


@pytest.mark.parametrize("kind", ["roster-internal", "roster-external", "answers", "oit"])
@pytest.mark.parametrize(
    "content", [b"", b"name,position\n", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 old Excel"]
)
def test_what_is_no_workbook_is_told(
    ita: CommandLine, empty_office: Path, unchanged: Unchanged, kind: str, content: bytes
) -> None:
    """Whatever its name says."""
    path = empty_office.with_name("x.xlsx")
    path.write_bytes(content)
    with unchanged(empty_office.parent):
        ended = ita("import", empty_office, kind, path)
    assert ended.code == 1
    assert "x.xlsx" in ended.err


@pytest.mark.parametrize("kind", ["roster-internal", "roster-external", "answers", "oit"])
def test_an_empty_workbook_is_told(
    ita: CommandLine, empty_office: Path, unchanged: Unchanged, kind: str
) -> None:
    """Nothing came in is not the same as all is well."""
    path = empty_office.with_name("x.xlsx")
    Workbook().save(path)
    with unchanged(empty_office.parent):
        assert ita("import", empty_office, kind, path).code == 1


def test_a_full_disk_takes_nothing_in(
    ita: CommandLine,
    empty_office: Path,
    rangsit: Path,
    unchanged: Unchanged,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The disk fills up while the answers are written: told, and the office file is as it was."""
    whole = database._bring_up_to_date

    def no_room_left(opened: database.Database) -> None:
        whole(opened)
        with opened.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    monkeypatch.setattr(database, "_bring_up_to_date", no_room_left)
    with unchanged(empty_office.parent):
        ended = ita("import", empty_office, "answers", rangsit)
    assert ended.code == 1
    assert "เต็ม" in ended.err


def test_a_missing_workbook_is_told(ita: CommandLine, empty_office: Path, unchanged: Unchanged) -> None:
    """With its name."""
    with unchanged(empty_office.parent):
        ended = ita("import", empty_office, "answers", empty_office.with_name("หาย.xlsx"))
    assert ended.code == 1
    assert "หาย.xlsx" in ended.err


@pytest.mark.parametrize("kind", ["roster-internal", "roster-external", "answers", "oit"])
def test_a_template_is_written(ita: CommandLine, empty_folder: Path, kind: str) -> None:
    """A workbook that Excel opens, with its header and an explanation."""
    path = empty_folder / "แบบ.xlsx"
    assert ita("template", kind, "-o", path, "--year", "2568").code == 0
    book = load_workbook(path)
    assert len(book.worksheets) >= 2
    assert book.worksheets[0].max_column >= 6


def test_a_template_is_of_the_instrument_asked_for(ita: CommandLine, empty_folder: Path) -> None:
    """The newest of the program's own if none is."""
    path = empty_folder / "แบบ.xlsx"
    assert ita("template", "answers", "-o", path).code == 0
    assert load_workbook(path).sheetnames[:3] == ["IIT", "EIT1", "EIT2"]
    assert ita("template", "answers", "-o", path, "--year", "2564").code == 0
    assert "I1.1" in [cell.value for cell in load_workbook(path)["IIT"][1]]


def test_a_template_without_data_brings_nothing_in(
    ita: CommandLine, empty_office: Path, empty_folder: Path
) -> None:
    """The checklist's template names its items; imported unfilled it changes no result."""
    path = empty_folder / "oit.xlsx"
    assert ita("template", "oit", "-o", path).code == 0
    ita("import", empty_office, "oit", path)
    rows = ita("list", empty_office, "oit", "--json").json
    assert all(row["result"] is None for row in rows)


def test_a_roster_comes_in(ita: CommandLine, empty_office: Path, empty_folder: Path) -> None:
    """The template filled and taken in: names, Buddhist dates, who may answer."""
    path = empty_folder / "รายชื่อ.xlsx"
    assert ita("template", "roster-internal", "-o", path).code == 0
    book = load_workbook(path)
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    values = ["นายสมมุติ  ตัวอย่างดี", "นิติกร", "สำนักปลัด", "ข้าราชการ/พนักงาน", "1 ต.ค. 2560", "080-000-0000"]
    for column, value in enumerate(values, 1):
        sheet.cell(2, column).value = value
    assert len(head) == len(values)
    book.save(path)
    ended = ita("import", empty_office, "roster-internal", path)
    assert ended.code == 0, ended.err
    assert "เพิ่ม 1" in ended.out
    (row,) = ita("list", empty_office, "roster-internal", "--json").json
    assert (row["name"], row["start_date"], row["eligible"]) == ("นายสมมุติ ตัวอย่างดี", "2017-10-01", True)


def test_answers_of_any_layout_come_in_and_say_how_they_were_read(
    ita: CommandLine, empty_office: Path, tmp_path: Path
) -> None:
    """Refused while a column means nothing; said once, taken in; the dry run tells what was understood."""
    book = Workbook()
    book.worksheets[0].append(["ประทับเวลา", *[f"e{number}" for number in range(1, 9)], "ความพึงพอใจ"])
    book.worksheets[0].append(["9:00", *["1"] * 9])
    path = tmp_path / "ตอบ.xlsx"
    book.save(path)
    assert ita("import", empty_office, "answers", path, "--part", "EIT1").code == 1
    said = ("--part", "EIT1", "--header", "ความพึงพอใจ=e9", "--figures", "from-right")
    dry = ita("import", empty_office, "answers", path, *said, "--dry-run")
    assert dry.code == 0
    assert "อ่านเป็น EIT1 · ตัวเลขคือลำดับตัวเลือกจากขวา" in dry.out
    assert "คอลัมน์ที่ไม่ได้อ่าน: ประทับเวลา" in dry.out
    assert ita("import", empty_office, "answers", path, *said).code == 0
    assert ita("import", empty_office, "answers", path, "--dry-run").code == 0
