"""What was changed in a cell on the way in, so that a person can see it before anything is kept.

Copies from PDF and old keyboards carry invisible characters, สระอำ typed as two and marks in the wrong order;
most cells carry none, so a cell that is clean is told from one that is not by one look.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ita_desktop.domain.thai_text import arabic_digits, normalized

_SUSPECT = re.compile(
    "[\u200b-\u200d\u2060\ufeff\u00ad\u00a0\t\r\n\v\f]|  |^ | $|\u0e4d"
    "|[\u0e48-\u0e4b][\u0e31\u0e34-\u0e3a\u0e47]|\u0e40\u0e40"
    "|[\u2000-\u200a\u202f\u205f\u3000\u1680\u0085\u2028\u2029\x1c-\x1f]"
)
_PHONE = re.compile(r"(?:\+?66[\s\-.]*(?:\(0\))?|0)(?:[\s\-.()]*[0-9]){8,9}")
_NOT_DIGITS = re.compile(r"[^0-9]")


@dataclass(frozen=True, slots=True)
class Mended:
    """A cell whose text was put right: what stood there, and what is kept."""

    sheet: str
    cell: str
    field: str
    before: str
    after: str


def mended_text(text: str) -> str:
    """Return the text as it was meant; the same object where nothing is to be mended."""
    if _SUSPECT.search(text) is None and unicodedata.is_normalized("NFC", text):
        return text
    return normalized(text)


def mended_phone(text: str) -> str:
    """Return a telephone number as plain digits with its first 0; what is more than one number stays text.

    >>> mended_phone("๐๘๑-๒๓๔-๕๖๗๘")
    '0812345678'
    """
    plain = arabic_digits(text)
    if _PHONE.fullmatch(plain) is None:
        return plain
    digits = _NOT_DIGITS.sub("", plain)
    if digits.startswith("66"):
        return "0" + digits[2:].removeprefix("0")
    return digits
