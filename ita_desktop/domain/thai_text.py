"""Thai text as data: digits, marks in their right order, what a search ignores. No words, no sentences."""

from __future__ import annotations

import re
import unicodedata

ARABIC_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
THAI_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
TONES = "\u0e48\u0e49\u0e4a\u0e4b"
NIKHAHIT, SARA_AM, SARA_AA, SARA_E, SARA_AE = "\u0e4d", "\u0e33", "\u0e32", "\u0e40", "\u0e41"
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_SPLIT_AM = re.compile(f"{NIKHAHIT}([{TONES}]?){SARA_AA}|([{TONES}]){NIKHAHIT}{SARA_AA}")
_TONE_BEFORE_VOWEL = re.compile(f"([{TONES}]+)([\u0e31\u0e34-\u0e3a\u0e47])")
_SEARCH_IGNORES = re.compile(f"[{TONES}\u0e47\u0e4c\\s.\\-()]")
_ITEM_CODE = re.compile(r"\b([A-Za-z]+)(\d+)")


def thai_digits(text: str) -> str:
    """Write digits as ๐-๙, but not those of a code such as o2, for o๒ reads as ๐๒."""
    codes = {match.span() for match in _ITEM_CODE.finditer(text)}
    pieces, end = [], 0
    for start, stop in sorted(codes):
        pieces += [text[end:start].translate(ARABIC_TO_THAI), text[start:stop]]
        end = stop
    return "".join([*pieces, text[end:].translate(ARABIC_TO_THAI)])


def arabic_digits(text: str) -> str:
    """Write Thai digits as 0-9."""
    return text.translate(THAI_TO_ARABIC)


def normalized(text: str) -> str:
    """Return what was meant: NFC, no invisible characters, single spaces, marks in their right order.

    Mends what copies from PDF and old keyboards carry: สระอำ typed as two, แ typed as เ เ, a tone typed
    before its vowel.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _SPLIT_AM.sub(lambda m: (m.group(1) or m.group(2) or "") + SARA_AM, text)
    text = _TONE_BEFORE_VOWEL.sub(r"\2\1", text).replace(SARA_E * 2, SARA_AE)
    return " ".join(text.split())


def search_key(text: str) -> str:
    """Return a key under which texts that a hurried typist takes for the same are the same."""
    return _SEARCH_IGNORES.sub("", arabic_digits(normalized(text))).casefold()
