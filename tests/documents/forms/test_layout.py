"""Promises of the layout: what it says of the paper is true of the paper, to a fiftieth of a millimetre."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.documents.forms.code128 import modules
from ita_desktop.documents.forms.layout import CODE, MARKS, MODULE, NUMBER, FormLayout
from ita_desktop.documents.forms.page_code import FormSize, PageCode
from ita_desktop.documents.forms.questionnaire import layout, questionnaire
from tests.documents.forms.sheets import (
    OFFICE,
    Rect,
    bars,
    decoded,
    fills,
    frames,
    instruments,
    letters,
    page_count,
    survey_parts,
)
from tests.helpers.offices import NOW

EXACT = 0.02
SIZES = list(FormSize)
PARTS = list(survey_parts())


@cache
def printed(
    name: str, part: str, size: FormSize, serials: tuple[int, ...] = (7,)
) -> tuple[bytes, FormLayout]:
    """A form and the layout that goes with it."""
    instrument = instruments()[name]
    pdf = questionnaire(instrument, part, OFFICE, created=NOW, serials=serials, size=size)
    return pdf, layout(instrument, part, OFFICE, size)


def near(rect: Rect, x: float, y: float, w: float, h: float) -> bool:
    """Whether a rectangle measured on paper is the one meant."""
    pairs = ((rect.left, x), (rect.top, y), (rect.right, x + w), (rect.bottom, y + h))
    return all(abs(found - meant) < EXACT for found, meant in pairs)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "part"), PARTS)
def test_every_box_is_where_the_layout_says(name: str, part: str, size: FormSize) -> None:
    """Each box of the layout is framed in the PDF at its place, and the PDF has no other box of that size."""
    pdf, form = printed(name, part, size)
    side = form.boxes[0].w
    assert page_count(pdf) == form.pages
    for page in range(1, form.pages + 1):
        found = [rect for rect in frames(pdf, page - 1) if abs(rect.right - rect.left - side) < EXACT]
        meant = [box for box in form.boxes if box.page == page]
        assert len(found) == len(meant)
        assert all(any(near(rect, box.x, box.y, box.w, box.h) for rect in found) for box in meant)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "part"), PARTS)
def test_every_choice_of_every_question_has_its_box_in_the_order_of_keying(
    name: str, part: str, size: FormSize
) -> None:
    """Question by question as the entry page asks them, choice by choice, pages and rows from the top."""
    instrument = instruments()[name]
    form = layout(instrument, part, OFFICE, size)
    asked = [(q.code, n) for q in instrument.tool_of_part(part).form for n, _ in enumerate(q.choices, 1)]
    assert [(box.question, box.choice) for box in form.boxes] == asked
    places = [(box.page, round(box.y, 3), box.x) for box in form.boxes]
    assert places == sorted(places)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "part"), PARTS)
def test_each_box_holds_the_digit_that_is_keyed_and_nothing_else(
    name: str, part: str, size: FormSize
) -> None:
    """The only ink inside a box is its number, in Arabic figures as on the keys."""
    pdf, form = printed(name, part, size)
    for page in range(1, form.pages + 1):
        ink = letters(pdf, page - 1)
        for box in (each for each in form.boxes if each.page == page):
            area = Rect(box.x, box.y, box.x + box.w, box.y + box.h)
            assert "".join(each.text for each in ink if each.rect.meets(area, 0.0)) == str(box.choice)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "part"), PARTS)
def test_marks_and_number_stand_where_they_are_documented(name: str, part: str, size: FormSize) -> None:
    """Four black squares, the first with a white hole, and the frame for the number, on every page."""
    pdf, form = printed(name, part, size)
    assert [(mark.x, mark.y) for mark in MARKS] == [(8, 8), (197, 8), (8, 284), (197, 284)]
    for page in range(form.pages):
        black = [rect for rect, color in fills(pdf, page) if sum(color) == 0]
        white = [rect for rect, color in fills(pdf, page) if sum(color) == 3]
        assert all(any(near(rect, m.x, m.y, 5.0, 5.0) for rect in black) for m in MARKS)
        assert [near(rect, 9.5, 9.5, 2.0, 2.0) for rect in white] == [True]
        assert any(near(rect, NUMBER.x, NUMBER.y, NUMBER.w, NUMBER.h) for rect in frames(pdf, page))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "part"), PARTS)
def test_each_page_names_itself_in_bars(name: str, part: str, size: FormSize) -> None:
    """The bars, measured on the page, give year, part, page, form number, revision and size."""
    pdf, form = printed(name, part, size, (12, 99_999))
    for index in range(2 * form.pages):
        found = bars(pdf, index, CODE.y, CODE.h)
        copy, page = divmod(index, form.pages)
        code = PageCode.parse(decoded(found, MODULE))
        assert code == form.page_code(page + 1, (12, 99_999)[copy])
        assert code is not None
        assert code.fiscal_year == instruments()[name].fiscal_year
        assert abs(found[0].left - CODE.x) < EXACT
        assert abs(found[-1].right - CODE.x - CODE.w) < EXACT


def test_the_code_keeps_its_width_and_ten_modules_of_white() -> None:
    """The quiet zones that readers of bars want lie free of marks and text area alike."""
    assert modules("0" * 16) * MODULE == pytest.approx(CODE.w)
    assert min(mark.x for mark in MARKS if mark.x > CODE.x) - CODE.x - CODE.w >= 10 * MODULE


@given(
    st.integers(2500, 2699),
    st.integers(1, 99),
    st.integers(0, 99),
    st.integers(0, 99_999),
    st.integers(1, 99),
    st.sampled_from(SIZES),
)
def test_a_page_code_comes_back_as_it_was(
    year: int, part: int, page: int, serial: int, revision: int, size: FormSize
) -> None:
    """From its digits and from its readable groups."""
    code = PageCode(year, part, page, serial, revision, size)
    assert len(code.digits()) == 16
    assert PageCode.parse(code.digits()) == PageCode.parse(code.readable()) == code


@pytest.mark.parametrize("text", ["", "256801010004201", "2568010100042019", "25680101000420111", "หน้า ๑"])
def test_a_strange_code_is_none_of_ours(text: str) -> None:
    """Too short, too long, of a size that no form has, or no digits at all."""
    assert PageCode.parse(text) is None
