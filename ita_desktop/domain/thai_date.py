"""Dates as Thai offices write and read them: Buddhist Era, Thai months, many forms.

Qt and Babel have no Buddhist calendar, so the calendar is ours: the year is the Christian year plus 543.
"""

from __future__ import annotations

import re
from datetime import date

from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai_text import arabic_digits, normalized

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
MONTHS_SHORT = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

FIRST_BUDDHIST_YEAR, LAST_BUDDHIST_YEAR = 2400, 2699
SHORT_YEAR_DIGITS, FULL_YEAR_DIGITS, SHORT_YEAR_PIVOT = 2, 4, 2500
_NUMERIC = re.compile(r"(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})")
_NAMED = re.compile(r"(\d{1,2})\s*([^\d]+?)\s*(?:พ\.?ศ\.?|ค\.?ศ\.?)?\s*(\d{2,4})")
_PREFIX = re.compile(r"^(?:วัน\S*?ที่|วันที่|ที่)\s*")


def long_date(day: date) -> str:
    """Write `24 มีนาคม 2563`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + BUDDHIST_OFFSET}"


def short_date(day: date) -> str:
    """Write `24 มี.ค. 63`."""
    return f"{day.day} {MONTHS_SHORT[day.month - 1]} {(day.year + BUDDHIST_OFFSET) % 100:02d}"


def full_date(day: date) -> str:
    """Write `วันจันทร์ที่ 8 มีนาคม พ.ศ. 2564`."""
    return f"วัน{WEEKDAYS[day.weekday()]}ที่ {day.day} {MONTHS[day.month - 1]} พ.ศ. {day.year + BUDDHIST_OFFSET}"


def numeric_date(day: date) -> str:
    """Write `24/03/2563`."""
    return f"{day.day:02d}/{day.month:02d}/{day.year + BUDDHIST_OFFSET}"


def parse_date(text: str) -> date | None:
    """Read a date in any form that offices write; None if it is none.

    Takes 24/3/63, ๒๔ มี.ค. ๒๕๖๓, 24-03-2020, 2020-03-24, วันอังคารที่ 24 มีนาคม พ.ศ. 2563. Two-digit years
    are Buddhist; four-digit years from 2400 are Buddhist, below that Christian. Day before month, always.
    """
    plain = _PREFIX.sub("", arabic_digits(normalized(text)))
    numeric = _NUMERIC.fullmatch(plain)
    if numeric:
        first, second, third = numeric.groups()
        if len(first) == FULL_YEAR_DIGITS:
            return _date(third, int(second), first)
        return _date(first, int(second), third)
    named = _NAMED.fullmatch(plain)
    if named:
        month = _month(named.group(2))
        return _date(named.group(1), month, named.group(3)) if month else None
    return None


def _month(name: str) -> int | None:
    """Return the month's number for a Thai or English name, whole or shortened."""
    key = name.replace(".", "").replace(" ", "").casefold()
    names = zip(MONTHS, MONTHS_SHORT, ENGLISH_MONTHS, strict=True)
    for number, (full, short, english) in enumerate(names, 1):
        if key in {full, short.replace(".", ""), english, english[:3]}:
            return number
    return None


def _date(day: str, month: int, year: str) -> date | None:
    """Make a date, reading the year as Buddhist or Christian by its size."""
    number = int(year)
    if len(year) == SHORT_YEAR_DIGITS:
        number += SHORT_YEAR_PIVOT
    elif len(year) != FULL_YEAR_DIGITS:
        return None
    if FIRST_BUDDHIST_YEAR <= number <= LAST_BUDDHIST_YEAR:
        number -= BUDDHIST_OFFSET
    try:
        return date(number, month, int(day))
    except ValueError:
        return None
