"""Which question a header means: its code, its number, or its text as somebody copied it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ita_desktop.domain.answer_layout import NUMBER
from ita_desktop.domain.thai_text import arabic_digits, search_key
from ita_desktop.exchange.words import header_key

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Question, Tool

NUMBER_WORDS = (
    "serial", "เลขที่แบบ", "เลขที่แบบสอบถาม", "เลขแบบ", "เลขที่", "ลำดับ", "ลำดับที่", "ที่", "ฉบับที่", "แบบที่",
    "เลขที่ฉบับ", "no", "number", "id",
)  # fmt: skip
LONG_TEXT, LIKE, APART, SHORT_TEXT = 12, 0.8, 0.05, 3
"""Letters from which a part of a text can be its question; how like, and how much more like than the next."""

_NUMBERED = re.compile(
    r"(ข้อ\s*(?:ที่)?|คำถาม\s*(?:ที่|ข้อ)?|question|q|item|no)?[\s._-]*([0-9]+(?:\.[0-9]+)?)\s*([.):-])?\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_LETTERS = re.compile(r"^[^0-9]+")


class Found(NamedTuple):
    """What a header means: a field ("" if none), whether that is sure, whether it is a bare number."""

    field: str
    sure: bool = True
    bare: bool = False


NOTHING = Found("")


class HeaderGuess:
    """Finds the fields of one tool's form."""

    def __init__(self, tool: Tool) -> None:
        """Take the questions of a form."""
        self._codes = {question.code.casefold(): question.code for question in tool.form}
        self._numbers = {_LETTERS.sub("", question.code): question.code for question in tool.questions}
        self._texts = tuple((search_key(question.text), question) for question in tool.form if question.text)
        self._number_words = frozenset(map(header_key, NUMBER_WORDS))
        self.find = lru_cache(maxsize=4_000)(self._find)

    def _find(self, header: str) -> Found:
        """Return the field that a header stands for."""
        plain = arabic_digits(header).strip()
        code = self._codes.get("".join(plain.split()).casefold())
        if code:
            return Found(code)
        if header_key(plain) in self._number_words:
            return Found(NUMBER)
        numbered = _NUMBERED.fullmatch(plain)
        if numbered is None:
            return self._by_text(plain)
        word, number, sign, rest = numbered.groups()
        by_text = self._by_text(rest) if rest else NOTHING
        by_number = self._numbers.get(number, "")
        if by_text.field:
            return Found(by_text.field, by_text.sure and by_number in {"", by_text.field})
        if not by_number:
            return NOTHING
        return Found(by_number, sure=not rest, bare=not (word or sign or rest))

    def _by_text(self, text: str) -> Found:
        """Find the question whose text this is, whole, in part, or nearly."""
        key = search_key(text)
        exact = [question for known, question in self._texts if known == key]
        if len(exact) == 1:
            return Found(exact[0].code)
        likes = sorted(
            ((_likeness(key, known), question.code) for known, question in self._texts), reverse=True
        )
        if likes and likes[0][0] >= LIKE and (len(likes) == 1 or likes[0][0] - likes[1][0] >= APART):
            return Found(likes[0][1], sure=False)
        return NOTHING


def _likeness(key: str, known: str) -> float:
    """Return how like a header is to a question: 0 to 1, by the keys of their texts."""
    if len(known) < LONG_TEXT:
        return 0.9 if len(known) >= SHORT_TEXT and key.startswith(known) and len(key) < 3 * len(known) else 0
    if len(key) < LONG_TEXT:
        return 0
    if key in known or known in key:
        return 0.85 + 0.1 * min(len(key), len(known)) / max(len(key), len(known))
    match = SequenceMatcher(None, key, known, autojunk=False)
    return match.ratio() if match.real_quick_ratio() >= LIKE and match.quick_ratio() >= LIKE else 0


def bare_numbers_count(found: list[Found], numbers: list[str]) -> bool:
    """Tell whether bare numbers in a row are headers: three or more of them, rising from the left.

    A row of answers has figures too, and would be taken for the header otherwise.
    """
    bare = [float(arabic_digits(text)) for each, text in zip(found, numbers, strict=True) if each.bare]
    return len(bare) >= SHORT_TEXT and all(a < b for a, b in pairwise(bare))


def question_of(tool: Tool) -> dict[str, Question]:
    """Return the questions of a form by their codes."""
    return {question.code: question for question in tool.form}
