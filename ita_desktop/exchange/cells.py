"""What a cell of a workbook can hold, and how it is read as text, whole number or date.

Office staff type numbers as text, in Thai digits, with a stray space; Excel turns a Buddhist date into the
Christian year 2567. What is meant is read; what is not sure is refused, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai_date import FIRST_BUDDHIST_YEAR, numeric_date, parse_date
from ita_desktop.domain.thai_text import arabic_digits, normalized
from ita_desktop.exchange.mending import mended_text

_WHOLE = re.compile(r"[0-9]{1,12}(?:\.0{1,12})?")
_MIDNIGHT = re.compile(r"[ T]+0?0:00(?::00(?:\.0+)?)?\Z")
"""The hour that databases write behind every date they export."""

_DASHED_MONTH = re.compile(r"(?<=\d)\s*[-/]\s*(?=[^\d\s])|(?<=[^\d\s])\s*[-/]\s*(?=\d)")
_DECIMAL = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula. It is never computed: a workbook that calculates is not what its sender saw."""

    text: str


@dataclass(frozen=True, slots=True)
class ErrorMark:
    """An error that Excel shows in a cell, such as `#N/A`."""

    text: str


CellValue: TypeAlias = "str | int | float | bool | datetime | date | time | timedelta | Formula | ErrorMark"


def is_formula(value: CellValue) -> bool:
    """Tell whether a value is a formula, or text that the next program would take for one."""
    return isinstance(value, Formula) or (isinstance(value, str) and value.lstrip().startswith("="))


def shown(value: CellValue) -> str:
    """Return a value as the problem list quotes it: short, in one line, a day in its Buddhist year."""
    day = day_of(value) if isinstance(value, date) else None
    text = numeric_date(day) if day is not None else text_of(value)
    return text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - a quotation, not the cell


def text_of(value: CellValue) -> str:
    """Return a value as text with its marks in order; `3.0` becomes `3`, a day becomes ISO."""
    if isinstance(value, str):
        return mended_text(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, Formula | ErrorMark):
        return value.text
    return normalized(str(value))


def whole_number(value: CellValue) -> int | None:
    """Return a whole number of 0 or more, typed as number or text, in either kind of digits; else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if value >= 0 else None
    if isinstance(value, float):
        return int(value) if value.is_integer() and value >= 0 else None
    if isinstance(value, str):
        plain = arabic_digits(normalized(value))
        return int(plain.split(".")[0]) if _WHOLE.fullmatch(plain) else None
    return None


def exact_number(value: CellValue) -> Fraction | None:
    """Return a number exactly as it is written, not as a binary float holds it; None if it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    plain = arabic_digits(normalized(str(value)))
    return Fraction(plain) if _DECIMAL.fullmatch(plain) else None


def day_of(value: CellValue) -> date | None:
    """Return a day, from a real date or from text in any form that offices write; None if it is none.

    Excel outside Thailand keeps 1/10/2567 as a day of the Christian year 2567: such a year is Buddhist.
    """
    if isinstance(value, str):
        return _day_of_text(value)
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, date):
        return None
    return _christian(value) if value.year >= FIRST_BUDDHIST_YEAR else value


@lru_cache(maxsize=20_000)
def _day_of_text(text: str) -> date | None:
    """Read a day; a long roster repeats the same days."""
    return parse_date(_DASHED_MONTH.sub(" ", _MIDNIGHT.sub("", text)))


def _christian(day: date) -> date | None:
    """Move a day that was kept under its Buddhist year; None where no such day exists."""
    try:
        return day.replace(year=day.year - BUDDHIST_OFFSET)
    except ValueError:
        return None
