"""Figures as papers write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ita_desktop.documents.body import ClauseReader
from ita_desktop.documents.figures import (
    NO_DATA,
    code_ranges,
    date_text,
    listed,
    score_text,
    signed,
    written,
)
from ita_desktop.domain.papers import Digits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ได้ 99.70 คะแนน", "ได้ ๙๙.๗๐ คะแนน"),
        ("ข้อ o2 และ i10", "ข้อ o2 และ i10"),
        ("www.a-b.go.th/2568 ปี 2568", "www.a-b.go.th/2568 ปี ๒๕๖๘"),
        ("saraban01@a.go.th โทร. 0 21", "saraban01@a.go.th โทร. ๐ ๒๑"),
        ("(https://a.go.th/1) 1", "(https://a.go.th/1) ๑"),
    ],
)
def test_thai_figures_leave_codes_and_addresses_alone(text: str, expected: str) -> None:
    """Only what is a number becomes Thai."""
    assert written(text, Digits.THAI) == expected
    assert written(text, Digits.ARABIC) == text


def test_no_data_is_said_in_words() -> None:
    """0 is a score and no data is none."""
    assert score_text(None) == NO_DATA
    assert score_text(Decimal(0)) == "0.00"


def test_differences_carry_their_sign() -> None:
    """A reader sees which way the difference goes."""
    assert [signed(Decimal(value)) for value in ("1.45", "-0.5", "0")] == ["+1.45", "−0.50", "+0.00"]


def test_dates_are_buddhist_and_stay_on_one_line() -> None:
    """24 มีนาคม 2568 is not divided."""
    assert date_text(date(2025, 3, 24)) == "24\u00a0มีนาคม\u00a02568"


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("o1", "o2", "o3", "o4"), ("o1–o4",)),
        (("o1", "o2", "i3"), ("o1", "o2", "i3")),
        (("i1", "i3", "i4", "i5", "e1"), ("i1", "i3–i5", "e1")),
        (("IIT", "EIT1", "EIT2"), ("IIT", "EIT1", "EIT2")),
        (("1", "2", "3"), ("1", "2", "3")),
        (("9.1", "9.2", "9.3"), ("9.1", "9.2", "9.3")),
        ((), ()),
    ],
)
def test_runs_of_codes_are_shortened(codes: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """Three neighbours or more are written from the first to the last, whatever is no code stays."""
    assert code_ranges(codes) == expected


def test_names_are_joined_as_thai_sentences_do() -> None:
    """The last name gets its และ."""
    assert [listed(names) for names in ((), ("ก",), ("ก", "ข"), ("ก", "ข", "ค"))] == [
        "", "ก", "ก และ ข", "ก ข และ ค",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        (
            ("1. ก", "1.1 ข", "1) ค", "2) ง", "(1) จ", "- ฉ", "- ช", "1.2 ซ", "2. ฌ"),
            (0, 1, 2, 2, 3, 4, 4, 1, 0),
        ),
        (("๑. ก", "- ข", "๒. ค"), (0, 1, 0)),
        (("1) ก", "- ข", "2) ค"), (0, 1, 0)),
        (("- ก", "- ข"), (0, 0)),
        (("1. ก", "ย่อหน้า", "- ข"), (0, None, 0)),
        (("2568 เป็นปี", "1.5", "-5 องศา", "1.ก"), (None, None, None, None)),
    ],
)
def test_the_form_of_a_number_says_how_deep_a_clause_is(
    lines: tuple[str, ...], levels: tuple[int | None, ...]
) -> None:
    """๑. → ๑.๑ → ๑) → (๑), and a dash one step below what is above it."""
    reader = ClauseReader()
    found = [reader.read(line) for line in lines]
    assert tuple(clause.level if clause else None for clause in found) == levels
