"""Answers from sheets that were not made for this program: found out and told, or refused by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ita_desktop.domain.answer_layout import Figures, LayoutWish
from ita_desktop.domain.problems import CellFault, WorkbookRefused
from ita_desktop.domain.roster_problems import Doubt
from ita_desktop.exchange.answer_sheets import MappedAnswers, is_template, read_mapped
from ita_desktop.exchange.sheets import read_sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument, Tool

    Make = Callable[[Mapping[str, list[list[Any]]]], Path]

COUNT = 15
NUMBERED = [f"ข้อ {number}" for number in range(1, COUNT + 1)]


def read(path: Path, instrument: Instrument, wish: LayoutWish | None = None) -> MappedAnswers:
    """Read a workbook of any layout."""
    return read_mapped(path, read_sheets(path), instrument, wish or LayoutWish(), {})


def lines(path: Path, instrument: Instrument, wish: LayoutWish | None = None) -> list[tuple[int, str]]:
    """The number of each form and its scored answers."""
    return [(form.serial, form.line[-COUNT:]) for form in read(path, instrument, wish).parts[0].forms]


def faults(path: Path, instrument: Instrument, wish: LayoutWish | None = None) -> list[tuple[str, CellFault]]:
    """Every problem's cell and kind."""
    with pytest.raises(WorkbookRefused) as caught:
        read(path, instrument, wish)
    return [(problem.cell, problem.fault) for problem in caught.value.problems]


def texts(instrument: Instrument) -> list[str]:
    """The texts of the staff's questions."""
    return [question.text for question in staff(instrument).questions]


def staff(instrument: Instrument) -> Tool:
    """The tool that the staff answers."""
    return instrument.tool_of_part("IIT")


@pytest.mark.parametrize(
    "header",
    [
        lambda number: f"ข้อ {number}",
        lambda number: f"ข้อที่ {number}",
        lambda number: f"{number}.",
        lambda number: f"Q{number:d}",
        lambda number: number,
        lambda number: f"I{number}",
        lambda number: "ข้อ " + str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")),
    ],
)
def test_a_question_is_known_by_its_number_however_written(
    make_book: Make, instrument: Instrument, header: Callable[[int], object]
) -> None:
    """Under titles, in any order, beside columns that mean nothing."""
    order = [*range(8, COUNT + 1), *range(1, 8)]
    if isinstance(header(1), int):
        order = list(range(1, COUNT + 1))  # bare numbers are headers only where they rise
    rows: list[list[Any]] = [
        ["ผลการเก็บแบบสอบถาม"],
        ["เทศบาลตำบลทดลอง", None, "ปี 2568"],
        ["ประทับเวลา", "เลขที่แบบ", *[header(number) for number in order]],
        ["9:00", "๗", *[1 + number % 2 for number in order]],
    ]
    path = make_book({"IIT ตอบกลับ": rows})
    wanted = "".join(str(1 + number % 2) for number in range(1, COUNT + 1))
    assert lines(path, instrument) == [(7, wanted)]
    assert [each.field for each in read(path, instrument).layouts[0].columns][:2] == ["", "serial"]


def test_a_question_is_known_by_its_text(make_book: Make, instrument: Instrument) -> None:
    """As a form on the internet exports it: number and text, a little changed, and no number of the form."""
    headers = [f"{number}. {text}" for number, text in enumerate(texts(instrument), 1)]
    headers[2] = headers[2][:-14]
    headers[5] = headers[5].replace("ของ", "", 1)
    rows: list[list[Any]] = [["ประทับเวลา", *headers], ["9:00", *[2] * COUNT], ["9:01", *[1] * COUNT]]
    book = read(make_book({"การตอบแบบฟอร์ม 1": rows}), instrument)
    assert [form.serial for form in book.parts[0].forms] == [0, 0]
    assert [form.line[-COUNT:] for form in book.parts[0].forms] == ["2" * COUNT, "1" * COUNT]
    assert book.layouts[0].part == "IIT"
    assert any(each.guessed for each in book.layouts[0].columns)


def test_labels_are_read_whole_short_and_with_their_number(make_book: Make, instrument: Instrument) -> None:
    """มีมาก, มาก, 5. มาก; a slip of spelling is read and told, a number beside another label too."""
    question = staff(instrument).questions[1]
    label = question.choices[4].label
    short = label.removeprefix("มี")
    cells = [label, short, f"5. {label}", f"({5}) {short}", f"2 {label}", label[:-1] + "กก"]
    rows: list[list[Any]] = [
        ["ลำดับ", *NUMBERED],
        *[[place, 1, cell, *[1] * 13] for place, cell in enumerate(cells, 1)],
    ]
    book = read(make_book({"IIT": rows}), instrument)
    assert [form.line[-COUNT + 1] for form in book.parts[0].forms] == ["5"] * 6
    assert [(each.cell, each.doubt.doubt) for each in book.doubts] == [
        ("C6", Doubt.NUMBER_AND_LABEL), ("C7", Doubt.LABEL_NEAR),
    ]  # fmt: skip


def test_no_answer_has_its_own_words(make_book: Make, instrument: Instrument) -> None:
    """Blank, unreadable and two marks stay apart, however they are written."""
    cells = [None, "-", "ไม่ตอบ", "อ่านไม่ออก", "?", "*", "ตอบ 2 ข้อ", "1,2", "๒ และ ๓"]
    rows: list[list[Any]] = [["ลำดับ", *NUMBERED], [1, *cells, *[1] * (COUNT - len(cells))]]
    path = make_book({"IIT": rows})
    assert lines(path, instrument) == [(1, "---??****111111")]
    assert [each.cell for each in read(path, instrument).doubts] == ["I2", "J2"]


def test_figures_that_are_no_choice_are_scores(make_book: Make, instrument: Instrument) -> None:
    """100 is the leftmost choice of one question and the rightmost of another."""
    questions = staff(instrument).questions
    row = [int(question.choices[0].score or 0) for question in questions]
    path = make_book({"IIT": [["ลำดับ", *NUMBERED], [1, *row]]})
    assert lines(path, instrument) == [(1, "1" * COUNT)]
    assert read(path, instrument).layouts[0].figures is Figures.SCORE
    assert (
        ("B2", CellFault.NO_SUCH_CHOICE) in faults(path, instrument, LayoutWish(figures=Figures.CHOICE))
    ) is (row[0] not in range(1, 7))


def test_figures_can_be_said_to_count_from_the_right(make_book: Make, instrument: Instrument) -> None:
    """Six is then the leftmost choice of six."""
    sizes = [len(question.choices) for question in staff(instrument).questions]
    path = make_book({"IIT": [["ลำดับ", *NUMBERED], [1, *sizes]]})
    assert lines(path, instrument, LayoutWish(figures=Figures.FROM_RIGHT)) == [(1, "1" * COUNT)]


def test_a_header_that_nothing_knows_is_said_once(make_book: Make, instrument: Instrument) -> None:
    """Without it the question is missing; said, it is read; said not to be read, it is not."""
    rows: list[list[Any]] = [["ลำดับ", "ความรวดเร็ว", *NUMBERED[1:], "ข้อ 1 (เก่า)"], [1, 3, *[1] * COUNT]]
    path = make_book({"IIT": rows})
    wish = LayoutWish({"ความรวดเร็ว": "i1", "ข้อ 1 (เก่า)": "-"})
    assert lines(path, instrument, wish) == [(1, "3" + "1" * (COUNT - 1))]
    rows[0].pop()
    rows[1].pop()
    path = make_book({"IIT": rows})
    assert faults(path, instrument) == [("", CellFault.MISSING_COLUMN)]


def test_everything_that_cannot_be_read_is_told_by_cell(make_book: Make, instrument: Instrument) -> None:
    """A formula, a word, a choice too many, a double and a missing number, a merged cell."""
    good = [1] * COUNT
    rows: list[list[Any]] = [
        ["ลำดับ", *NUMBERED],
        [1, "=1+1", *good[1:]],
        [2, "อะไรก็ได้", *good[1:]],
        [3, 7, *good[1:]],
        [3, *good],
        [None, *good],
        ["รวม", *good],
        [9, True, *good[1:]],
    ]
    assert faults(make_book({"IIT": rows}), instrument) == [
        ("B2", CellFault.FORMULA),
        ("B3", CellFault.UNKNOWN_VALUE),
        ("B4", CellFault.NO_SUCH_CHOICE),
        ("A5", CellFault.DOUBLE_SERIAL),
        ("A6", CellFault.MISSING_VALUE),
        ("A7", CellFault.NOT_A_NUMBER),
        ("B8", CellFault.UNKNOWN_VALUE),
    ]


def test_a_sheet_that_could_be_two_parts_is_asked_about(make_book: Make, instrument: Instrument) -> None:
    """Both parts of the EIT have one form; its name or a word says which."""
    rows: list[list[Any]] = [["ลำดับ", *[f"e{number}" for number in range(1, 10)]], [1, *[1] * 9]]
    assert faults(make_book({"คำตอบ": rows}), instrument) == [("", CellFault.UNKNOWN_SHEET)]
    assert read(make_book({"คำตอบ EIT2": rows}), instrument).parts[0].part == "EIT2"
    wish = LayoutWish(parts={"คำตอบ": "EIT1"})
    assert read(make_book({"คำตอบ": rows}), instrument, wish).parts[0].part == "EIT1"


def test_numbers_that_fill_one_form_are_of_that_form(make_book: Make, instrument: Instrument) -> None:
    """Nine numbered questions are the nine of outside, not the first nine of the staff's fifteen."""
    rows: list[list[Any]] = [["ลำดับ", *NUMBERED[:9]], [1, *[1] * 9]]
    wish = LayoutWish(parts={"": "EIT1"})
    assert faults(make_book({"คำตอบ": rows}), instrument) == [("", CellFault.UNKNOWN_SHEET)]
    assert read(make_book({"คำตอบ": rows}), instrument, wish).parts[0].forms[0].line[-9:] == "1" * 9


def test_a_list_of_commas_is_read_like_a_workbook(empty_folder: Path, instrument: Instrument) -> None:
    """As another program exports it, in the old Thai code page; its name says the part."""
    path = empty_folder / "ตอบ EIT2.csv"
    lines_of = [",".join(["เลขที่", *NUMBERED[:9]]), ",".join(["๔", *["ไม่ตอบ"] * 2, *["1"] * 7])]
    path.write_bytes("\n".join(lines_of).encode("cp874"))
    (part,) = read(path, instrument).parts
    assert (part.part, part.forms[0].serial, part.forms[0].line[-9:]) == ("EIT2", 4, "--1111111")


def test_a_mostly_empty_form_wants_a_look(make_book: Make, instrument: Instrument) -> None:
    """It counts all the same."""
    rows: list[list[Any]] = [["ลำดับ", *NUMBERED], [1, *[1] * 7], [2, *[1] * 8]]
    book = read(make_book({"IIT": rows}), instrument)
    assert [(each.cell, each.doubt.doubt) for each in book.doubts] == [("A2", Doubt.MOSTLY_BLANK)]
    assert len(book.parts[0].forms) == 2


def test_a_sheet_of_something_else_is_refused(make_book: Make, instrument: Instrument) -> None:
    """A list of people has no question in it."""
    rows: list[list[Any]] = [["ชื่อ-สกุล", "ตำแหน่ง"], ["นาย ก", "นักวิชาการ"]]
    assert faults(make_book({"รายชื่อ": rows}), instrument) == [("", CellFault.NO_HEADER)]


def test_the_programs_own_workbook_keeps_its_strict_rules(make_book: Make, instrument: Instrument) -> None:
    """A part's sheet with the column `serial`."""
    own = make_book({"IIT": [["serial", "i1"], [1, 1]]})
    assert is_template(read_sheets(own), instrument)
    assert not is_template(read_sheets(make_book({"IIT": [["ลำดับ", "i1"], [1, 1]]})), instrument)
