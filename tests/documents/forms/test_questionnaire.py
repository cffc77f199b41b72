"""Promises of the printed questionnaire: whole, exact, readable, and calm."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

import pymupdf
import pytest

from ita_desktop.documents.forms.layout import BOTTOM, LEFT, MARKS, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from ita_desktop.documents.forms.page_code import FormSize
from ita_desktop.documents.forms.questionnaire import layout, questionnaire
from ita_desktop.domain.instrument import Choice, Item, Question
from ita_desktop.domain.papers import CharacterUnprintable, PageOverflow
from ita_desktop.domain.thai_text import thai_digits
from tests.documents.forms.sheets import (
    OFFICE,
    Rect,
    clashes,
    instruments,
    letters,
    page_count,
    page_text,
    survey_parts,
)
from tests.documents.typeset.readers import mupdf, pdfium, poppler, squeeze
from tests.helpers.offices import NOW

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Instrument

PARTS = list(survey_parts())
SIZES = list(FormSize)
LEAST = {FormSize.STANDARD: 16.0, FormSize.LARGE: 22.0}
LAKSAMAN = 10.64 / 16.0
EDGE = 4.5
"""What office printers leave white at least, in millimetres."""
LONG_OFFICE = "องค์การบริหารส่วนตำบลตัวอย่างที่มีชื่อยาวเป็นพิเศษเพื่อทดสอบการขึ้นบรรทัดใหม่ของหัวแบบสอบถามในทุกขนาด"


@cache
def printed(name: str, part: str, size: FormSize = FormSize.STANDARD, office: str = OFFICE) -> bytes:
    """One form."""
    return questionnaire(instruments()[name], part, office, created=NOW, serials=(7,), size=size)


def asking(text: str, labels: tuple[str, ...], items: int = 3) -> Instrument:
    """The invented instrument, its staff asked so many items of this text with these choices."""
    instrument = instruments()["invented"]
    staff, *others = instrument.tools
    choices = tuple(Choice(label, Fraction(100)) for label in labels)
    made = tuple(
        Item(f"s{number}", text, (Question(f"s{number}", text, choices),)) for number in range(1, items + 1)
    )
    indicator = replace(staff.indicators[0], direct_items=made, sub_indicators=())
    return replace(instrument, tools=(replace(staff, indicators=(indicator,)), *others))


def assert_clean(pdf: bytes) -> None:
    """No letter lies on another string's letter, outside the printable sheet, or on a registration mark."""
    marks = [Rect(m.x, m.y, m.x + m.w, m.y + m.h) for m in MARKS]
    for page in range(page_count(pdf)):
        ink = letters(pdf, page)
        assert ink
        for letter in ink:
            rect = letter.rect
            assert rect.left > EDGE, letter
            assert rect.top > EDGE, letter
            assert rect.right < PAGE_WIDTH - EDGE, letter
            assert rect.bottom < PAGE_HEIGHT - EDGE, letter
            assert not any(rect.meets(mark, 0.0) for mark in marks), letter
        assert clashes(ink) == []


@pytest.mark.parametrize("office", [OFFICE, LONG_OFFICE])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "part"), PARTS)
def test_no_letter_touches_another_text_or_leaves_the_sheet(
    name: str, part: str, size: FormSize, office: str
) -> None:
    """The ink of every letter is measured, for every instrument, part and size."""
    assert_clean(printed(name, part, size, office))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "part"), PARTS)
def test_what_is_read_stays_in_the_text_area(name: str, part: str, size: FormSize) -> None:
    """Between the margins, with only the foot below."""
    pdf = printed(name, part, size)
    for page in range(page_count(pdf)):
        for letter in letters(pdf, page):
            rect = letter.rect
            assert rect.left >= LEFT - 0.5
            assert rect.right <= RIGHT + 0.5
            assert rect.top >= TOP - 1.0
            assert rect.bottom <= BOTTOM + 0.5 or rect.top >= BOTTOM + 2.0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "part"), PARTS)
def test_every_word_of_the_instrument_comes_back_from_the_pdf(name: str, part: str, size: FormSize) -> None:
    """Indicators, codes, questions, notes and labels, in the order of the form, in three readers."""
    tool = instruments()[name].tool_of_part(part)
    pdf = printed(name, part, size)
    expected = [thai_digits(indicator.title) for indicator in tool.indicators]
    expected += [item.code + thai_digits(item.text) for item in tool.items]
    expected += [thai_digits(item.note) for item in tool.items if item.note]
    expected += [question.code + thai_digits(question.text) for question in tool.questions]
    expected += [thai_digits(question.text) for question in tool.profile]
    for question in tool.form:
        expected.append("".join(f"{n}{thai_digits(c.label)}" for n, c in enumerate(question.choices, 1)))
    expected += [tool.open_question, OFFICE, "ตอบด้วยความสมัครใจ", "ไม่ต้องเขียนชื่อ"]
    for read in (pdfium, mupdf, poppler):
        text = squeeze(read(pdf))
        assert [each for each in map(squeeze, expected) if each not in text] == [], read.__name__


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "part"), PARTS)
def test_letters_are_large_enough_for_old_eyes(name: str, part: str, size: FormSize) -> None:
    """Questions and labels: 16 points of the official letter or more, 22 or more in large print."""
    tool = instruments()[name].tool_of_part(part)
    wanted = {squeeze(thai_digits(choice.label)) for q in tool.form for choice in q.choices}
    wanted |= {squeeze(thai_digits(item.text))[:12] for item in tool.items}
    seen = 0
    with pymupdf.open(stream=printed(name, part, size), filetype="pdf") as document:
        for page in document:
            for block in page.get_text("dict")["blocks"]:
                for span in (s for line in block.get("lines", ()) for s in line["spans"]):
                    text = squeeze(span["text"])
                    if text in wanted or text[:12] in wanted:
                        seen += 1
                        assert span["size"] >= LEAST[size] * LAKSAMAN - 0.01
    assert seen >= len(tool.items)


@pytest.mark.parametrize(("name", "part"), PARTS)
def test_a_form_takes_one_page_or_whole_sheets(name: str, part: str) -> None:
    """Printed on both sides, no form begins on the back of another; this year's take one sheet."""
    pages = {size: page_count(printed(name, part, size)) for size in SIZES}
    assert all(count == 1 or count % 2 == 0 for count in pages.values())
    if name == "2568":
        assert pages[FormSize.STANDARD] <= 2
        assert pages[FormSize.LARGE] <= 4


@pytest.mark.parametrize("name", ["2568", "invented"])
def test_a_scale_stands_in_one_row(name: str) -> None:
    """The choices of a scored question are side by side, so that they are counted from the left."""
    for tool, part in instruments()[name].survey_parts():
        form = layout(instruments()[name], part.code, OFFICE, FormSize.STANDARD)
        for question in tool.questions:
            boxes = [box for box in form.boxes if box.question == question.code]
            assert len({box.y for box in boxes}) == 1
            assert [box.x for box in boxes] == sorted(box.x for box in boxes)


def test_figures_are_thai_but_for_codes_and_keys() -> None:
    """Ages and years are ๐-๙; codes of items, digits of boxes, the form's number and its code are 0-9."""
    text = pdfium(printed("2568", "IIT"))
    assert "๒๐–๓๐ ปี" in text
    assert "พ.ศ. ๒๕๖๘" in text.replace("\u00a0", " ")
    left = re.sub(r"\bi\d+\b|2568-01-\d\d-00007-01-1", "", text)
    assert set(re.findall(r"\d+", re.sub("[๐-๙]", "", left))) == {"1", "2", "3", "4", "5", "6", "7"}


def test_the_profile_stands_where_the_instrument_has_it() -> None:
    """Before the items in 2568, after them in the invented year."""
    before, after = squeeze(pdfium(printed("2568", "IIT"))), squeeze(pdfium(printed("invented", "STAFF")))
    assert before.index("ข้อมูลทั่วไปของผู้ตอบ") < before.index("ตัวชี้วัดที่๑")
    assert after.index("ข้อมูลทั่วไปของผู้ตอบ") > after.index("ตัวชี้วัดที่๒")


def test_only_an_open_question_gets_lines_to_write_on() -> None:
    """The layout says where the handwriting will be, and a part without the question has none."""
    with_question = layout(instruments()["invented"], "PUB1", OFFICE, FormSize.STANDARD)
    without = layout(instruments()["invented"], "STAFF", OFFICE, FormSize.STANDARD)
    assert [area.h >= 30 and area.w > 150 for area in with_question.writing] == [True]
    assert without.writing == ()


def test_numbered_forms_follow_one_another() -> None:
    """Every page shows its form's number and its place; without numbers the box stays empty."""
    pdf = questionnaire(instruments()["2568"], "EIT1", OFFICE, created=NOW, serials=(41, 42, 43))
    shown = [squeeze(page_text(pdf, page)) for page in range(page_count(pdf))]
    for index, text in enumerate(shown):
        assert f"2568-02-0{index % 2 + 1}-000{41 + index // 2}-01-1" in text
        assert f"หน้า{'๑๒'[index % 2]}จาก๒" in text
    blank = questionnaire(instruments()["2568"], "EIT1", OFFICE, created=NOW)
    assert "2568-02-01-00000-01-1" in page_text(blank, 0)
    assert "เลขที่แบบหน้า" in squeeze(page_text(blank, 0))


def test_a_run_of_forms_is_small() -> None:
    """What forms share is stored once: three hundred weigh less than fifty drawn one by one."""
    instrument = instruments()["2568"]
    one = questionnaire(instrument, "IIT", OFFICE, created=NOW, serials=(1,))
    many = questionnaire(instrument, "IIT", OFFICE, created=NOW, serials=range(1, 301))
    assert page_count(many) == 600
    assert len(many) < 50 * len(one)
    assert len(many) < 1_500_000


def test_the_same_day_prints_the_same_bytes() -> None:
    """Nothing of the clock or of chance is in a form."""
    again = questionnaire(instruments()["2568"], "EIT2", OFFICE, created=NOW, serials=(7,))
    assert printed("2568", "EIT2") == again


@pytest.mark.parametrize("serial", [0, -1, 100_000])
def test_a_number_that_the_code_cannot_hold_is_refused(serial: int) -> None:
    """Rather than print a code that names another form."""
    with pytest.raises(ValueError, match=str(serial)):
        questionnaire(instruments()["2568"], "IIT", OFFICE, created=NOW, serials=(serial,))


def test_a_character_without_a_form_is_refused() -> None:
    """An empty box where the office's name should be would be worse than no paper."""
    with pytest.raises(CharacterUnprintable):
        printed("2568", "IIT", office="เทศบาล漢")


SENTENCE = "ท่านเห็นว่าหน่วยงานของท่านดูแลทรัพย์สินของราชการอย่างคุ้มค่าและเป็นประโยชน์ต่อส่วนรวมเพียงใด "
STRANGE = {
    "ten degrees": ("ให้คะแนน", tuple(str(number) for number in range(1, 11))),
    "a single choice": ("รับทราบ", ("ทราบ",)),
    "eleven long labels": (SENTENCE, tuple(f"ระดับความพึงพอใจในลำดับที่ {n} จากทั้งหมด" for n in range(11))),
    "labels of a paragraph": (SENTENCE * 6, (SENTENCE * 3, SENTENCE * 2)),
    "words wider than a column": ("e-mail", ("a" * 70 + ".example.org", "ข" * 90, "ไม่มี")),
    "an odd number": (SENTENCE, ("น้อย", "ค่อนข้างน้อย", "ปานกลาง", "ค่อนข้างมาก", "มาก")),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("strange", STRANGE)
def test_instruments_of_other_shapes_are_set_as_cleanly(strange: str, size: FormSize) -> None:
    """Any number of choices, labels of any length: nothing overlaps, every box and letter is there."""
    text, labels = STRANGE[strange]
    instrument = asking(text, labels, items=9)
    pdf = questionnaire(instrument, "STAFF", OFFICE, created=NOW, size=size)
    form = layout(instrument, "STAFF", OFFICE, size)
    assert_clean(pdf)
    assert sum(box.question == "s9" for box in form.boxes) == len(labels)
    shown = squeeze(pdfium(pdf))
    assert shown.count(squeeze(text)) >= 9
    for label in labels:
        assert shown.count(squeeze(thai_digits(label))) >= 9


def test_a_question_higher_than_a_page_is_refused() -> None:
    """It cannot be divided, and half of it would be asked of nobody."""
    with pytest.raises(PageOverflow):
        questionnaire(asking(SENTENCE, (SENTENCE * 9,) * 30), "STAFF", OFFICE, created=NOW)
