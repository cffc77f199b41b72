"""Promises about the `answers` workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from ita_desktop.domain.answers import Mark, to_symbol
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.problems import CellFault, WorkbookRefused
from ita_desktop.exchange.kinds import ImportKind
from ita_desktop.exchange.templates import template
from ita_desktop.exchange.workbook_read import read_answers
from ita_desktop.services.instruments import instrument_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument, Tool

    Make = Callable[[dict[str, list[list[Any]]]], Path]

IIT_ITEMS = [f"i{number}" for number in range(1, 16)]
EIT_ITEMS = [f"e{number}" for number in range(1, 10)]


def problems(path: Path, instrument: Instrument) -> list[tuple[str, str, CellFault]]:
    """Return where and what is wrong with a workbook that must be refused."""
    with pytest.raises(WorkbookRefused) as caught:
        read_answers(path, instrument)
    return [(each.sheet, each.cell, each.fault) for each in caught.value.problems]


def test_choices_counted_from_the_left_become_an_answer_line(make_book: Make, instrument: Instrument) -> None:
    """The cell holds the number of the choice; absent profile columns and empty cells are blanks."""
    path = make_book({"IIT": [["serial", *IIT_ITEMS], [7, 1, 2, *[1] * 12, None]]})
    (part,) = read_answers(path, instrument)
    assert part.part == "IIT"
    assert part.forms[0].serial == 7
    assert part.forms[0].cell == "A2"
    assert part.forms[0].line == "-----" + "12" + "1" * 12 + "-"


def test_columns_in_any_order_titles_above_and_thai_digits_are_read(
    make_book: Make, instrument: Instrument
) -> None:
    """What people really send: a title, headers in capitals and another order, ๓ and " 3.0 " for 3."""
    header = ["I2", " SERIAL ", "i๑", *[code.upper() for code in IIT_ITEMS[2:]]]
    path = make_book(
        {
            "iit": [
                ["แบบสอบถามของหน่วยงาน"],
                [],
                header,
                ["๓", "๑๒", " 3.0 ", 2.0, *[1] * 12],
            ]
        }
    )
    (part,) = read_answers(path, instrument)
    assert part.forms[0].serial == 12
    assert part.forms[0].line[5:8] == "332"


def test_marks_stand_for_blank_unreadable_and_double(make_book: Make, instrument: Instrument) -> None:
    """The three signs are kept apart from each other and from a choice."""
    path = make_book({"IIT": [["serial", *IIT_ITEMS], [1, "-", "?", "*", *[1] * 12]]})
    (part,) = read_answers(path, instrument)
    assert part.forms[0].line[5:9] == "-?*1"


def test_every_problem_is_told_with_its_cell_at_once(make_book: Make, instrument: Instrument) -> None:
    """A refused workbook is mended in one go, not one problem at a time."""
    good: list[Any] = [1] * 15
    rows: list[list[Any]] = [
        ["serial", *IIT_ITEMS],
        [1, 7, *good[1:]],
        [2, "มาก", *good[1:]],
        [3, 2.5, *good[1:]],
        [4, "=1+1", *good[1:]],
        [5, True, *good[1:]],
        [5, *good],
        [None, *good],
        ["A-1", *good],
        [0, *good],
        [9, 0, *good[1:]],
        [10, -1, *good[1:]],
        [11, 1, 1, 3, *good[3:]],
    ]
    assert problems(make_book({"IIT": rows}), instrument) == [
        ("IIT", "B2", CellFault.NO_SUCH_CHOICE),
        ("IIT", "B3", CellFault.NOT_A_NUMBER),
        ("IIT", "B4", CellFault.NO_SUCH_CHOICE),
        ("IIT", "B5", CellFault.FORMULA),
        ("IIT", "B6", CellFault.NOT_A_NUMBER),
        ("IIT", "A7", CellFault.DOUBLE_SERIAL),
        ("IIT", "A8", CellFault.MISSING_VALUE),
        ("IIT", "A9", CellFault.NOT_A_NUMBER),
        ("IIT", "A10", CellFault.NOT_A_NUMBER),
        ("IIT", "B11", CellFault.NO_SUCH_CHOICE),
        ("IIT", "B12", CellFault.NO_SUCH_CHOICE),
        ("IIT", "D13", CellFault.NO_SUCH_CHOICE),
    ]


def test_a_problem_says_how_many_choices_there_are(make_book: Make, instrument: Instrument) -> None:
    """Choice 7 of 6 is told as such."""
    path = make_book({"IIT": [["serial", *IIT_ITEMS], [1, 7, *[1] * 14]]})
    with pytest.raises(WorkbookRefused) as caught:
        read_answers(path, instrument)
    (problem,) = caught.value.problems
    assert (problem.value, problem.expected) == ("7", "1-6")


def test_unknown_doubled_and_missing_columns_are_told(make_book: Make, instrument: Instrument) -> None:
    """A column that no question has would lose answers without a word."""
    header = ["serial", "i1", "i1", "x9", *IIT_ITEMS[2:]]
    found = problems(make_book({"IIT": [header, [1, *[1] * 16]]}), instrument)
    assert ("IIT", "C1", CellFault.DOUBLE_COLUMN) in found
    assert ("IIT", "D1", CellFault.UNKNOWN_ITEM) in found
    assert ("IIT", "", CellFault.MISSING_COLUMN) in found
    assert len(found) == 3


def test_an_answer_in_a_column_without_header_is_told(make_book: Make, instrument: Instrument) -> None:
    """A value right of the last header belongs to no question."""
    found = problems(make_book({"IIT": [["serial", *IIT_ITEMS], [1, *[1] * 15, 4]]}), instrument)
    assert found == [("IIT", "Q2", CellFault.UNKNOWN_COLUMN)]


def test_merged_cells_in_the_data_are_told_and_above_the_header_are_not(
    make_book: Make, instrument: Instrument
) -> None:
    """Only the first of merged cells has the value: the rest of the answers would be blanks."""
    path = make_book({"IIT": [["หัวเรื่อง"], ["serial", *IIT_ITEMS], [1, *[1] * 15], [2, *[1] * 15]]})
    book = load_workbook(path)
    book["IIT"].merge_cells("A1:P1")
    book.save(path)
    assert len(read_answers(path, instrument)[0].forms) == 2
    book["IIT"].merge_cells("C3:C4")
    book.save(path)
    assert problems(path, instrument) == [("IIT", "C3", CellFault.MERGED)]


def test_unknown_sheets_are_told_and_absent_parts_are_not(make_book: Make, instrument: Instrument) -> None:
    """A part may be missing; a sheet that is no part may be a part misspelt."""
    rows: list[list[Any]] = [["serial", *EIT_ITEMS], [1, *[1] * 9]]
    assert [each.part for each in read_answers(make_book({"EIT2": rows}), instrument)] == ["EIT2"]
    assert problems(make_book({"EIT2": rows, "EIT3": rows}), instrument) == [
        ("EIT3", "", CellFault.UNKNOWN_SHEET)
    ]


def test_empty_hidden_and_explaining_sheets_are_passed_over(make_book: Make, instrument: Instrument) -> None:
    """Excel leaves empty sheets about, the template has one that explains, and hidden ones are not data."""
    rows: list[list[Any]] = [["serial", *EIT_ITEMS], [1, *[1] * 9]]
    path = make_book({"Sheet1": [], "EIT1": rows, "คำอธิบาย": [["ข้อความ"]], "เก่า": rows})
    book = load_workbook(path)
    book["เก่า"].sheet_state = "hidden"
    book.save(path)
    assert [each.part for each in read_answers(path, instrument)] == ["EIT1"]


def test_a_workbook_without_answers_is_told(make_book: Make, instrument: Instrument) -> None:
    """An empty workbook, one without a header, one with a header alone."""
    assert problems(make_book({"Sheet1": []}), instrument) == [("", "", CellFault.NO_SHEET)]
    assert problems(make_book({"IIT": [["serial", *IIT_ITEMS]]}), instrument) == [("", "", CellFault.EMPTY)]
    assert ("IIT", "", CellFault.NO_HEADER) in problems(make_book({"IIT": [["ลำดับ", "คำตอบ"]]}), instrument)


def test_the_template_is_read_as_an_empty_workbook(empty_folder: Path, instrument: Instrument) -> None:
    """What the program hands out it must be able to take back."""
    path = template(ImportKind.ANSWERS, instrument, empty_folder / "แบบ.xlsx")
    assert problems(path, instrument) == [("", "", CellFault.EMPTY)]
    book = load_workbook(path)
    assert book.sheetnames == ["IIT", "EIT1", "EIT2", "คำอธิบาย"]
    assert [cell.value for cell in book["EIT1"][1]][:2] == ["serial", "age"]
    book["IIT"].append([1, *[2] * 20])
    book.save(path)
    assert read_answers(path, instrument)[0].forms[0].line == "2" * 20


TOOL: Tool = parse(instrument_text(2568)).surveys[0]
ANSWER_ROWS = st.lists(
    st.tuples(*(st.integers(-2, len(question.choices)) for question in TOOL.form)), min_size=1, max_size=8
)


@given(rows=ANSWER_ROWS, order=st.permutations(range(len(TOOL.form))))
def test_answers_out_and_in_are_the_same(
    rows: list[tuple[int, ...]],
    order: list[int],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Whatever was answered, and however the columns are ordered, the lines come back."""
    signs = {-2: Mark.UNREADABLE, -1: Mark.DOUBLE, 0: Mark.BLANK}
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "IIT"
    sheet.append(["serial", *(TOOL.form[place].code for place in order)])
    for serial, row in enumerate(rows, 1):
        cells = [signs[row[place]].value if row[place] < 0 else row[place] or None for place in order]
        sheet.append([serial, *cells])
    path = tmp_path_factory.mktemp("answers") / "answers.xlsx"
    book.save(path)
    (part,) = read_answers(path, parse(instrument_text(2568)))
    expected = ["".join(to_symbol(signs.get(value, value)) for value in row) for row in rows]
    assert [form.line for form in part.forms] == expected
