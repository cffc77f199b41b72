"""Thai dates, digits and marks are read as they are meant."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain import thai_date, thai_text
from ita_desktop.domain.fiscal_year import FiscalYear, fiscal_year_of

DAY = date(2020, 3, 24)


@pytest.mark.parametrize(
    "text",
    [
        "24/3/63", "๒๔ มี.ค. ๒๕๖๓", "24-03-2020", "2020-03-24", "24.3.2563", "24 มีนาคม พ.ศ. 2563",
        "วันอังคารที่ ๒๔ มีนาคม พ.ศ. ๒๕๖๓", "24 มีค 63", "24 March 2020", "24 ม\u0e35\u200bนาคม 2563",
    ],
)  # fmt: skip
def test_every_usual_form_of_a_date_is_read(text: str) -> None:
    """Thai digits, short months, both eras, invisible characters."""
    assert thai_date.parse_date(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "31/2/63", "24", "24 ธุวาคม 2563", "24/13/63", "สิบ", "1/1/0", "9/9/99999"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    """No guess is made."""
    assert thai_date.parse_date(text) is None


def test_dates_are_written_in_buddhist_era() -> None:
    """Long, short, full and numeric forms."""
    assert thai_date.long_date(DAY) == "24 มีนาคม 2563"
    assert thai_date.short_date(DAY) == "24 มี.ค. 63"
    assert thai_date.full_date(date(2021, 3, 8)) == "วันจันทร์ที่ 8 มีนาคม พ.ศ. 2564"
    assert thai_date.numeric_date(DAY) == "24/03/2563"


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_written_dates_are_read_back(day: date) -> None:
    """Every four-digit form that the program writes, it reads."""
    for write in (thai_date.long_date, thai_date.full_date, thai_date.numeric_date):
        assert thai_date.parse_date(write(day)) == day
        assert thai_date.parse_date(thai_text.thai_digits(write(day))) == day
    assert thai_date.parse_date(day.isoformat()) == day


def test_a_fiscal_year_runs_from_october_to_september() -> None:
    """2568 is 1 October 2024 to 30 September 2025."""
    year = FiscalYear(2568)
    assert (year.first_day, year.last_day) == (date(2024, 10, 1), date(2025, 9, 30))
    assert date(2024, 9, 30) not in year
    assert fiscal_year_of(date(2024, 10, 1)) == year == fiscal_year_of(date(2025, 9, 30))


def test_item_codes_keep_their_digits_on_thai_papers() -> None:
    """o๒ reads as ๐๒, so codes stay."""
    assert thai_text.thai_digits("ข้อ o2 ได้ 99.38 ข้อ 3") == "ข้อ o2 ได้ ๙๙.๓๘ ข้อ ๓"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("ท\u0e35\u0e48  น\u0e35\u0e49", "ที่ นี้"),
        ("ท\u0e48\u0e35", "ที่"),
        ("เเม่", "แม่"),
        (" ก\u200bข\ufeff ", "กข"),
    ],
)
def test_text_is_mended_to_what_was_meant(typed: str, meant: str) -> None:
    """สระอำ typed as two, marks in the wrong order, แ as two เ, invisible characters, spaces."""
    assert thai_text.normalized(typed) == meant


@given(st.text(alphabet=[chr(c) for c in range(0xE01, 0xE5C) if chr(c).isprintable()], max_size=40))
def test_mending_twice_changes_nothing_more(text: str) -> None:
    """Normalising is settled after one pass."""
    once = thai_text.normalized(text)
    assert thai_text.normalized(once) == once


def test_search_ignores_tone_marks_spaces_and_dashes() -> None:
    """A hurried typist finds the name."""
    assert thai_text.search_key("น้อง  แก้ว") == thai_text.search_key("นองแกว")
    assert thai_text.search_key("๐๘-๑๒๓๔") == thai_text.search_key("081234")
