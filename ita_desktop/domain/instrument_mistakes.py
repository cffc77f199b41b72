"""What can be wrong with an instrument file, and the list in which a reading collects all of it."""

from __future__ import annotations

from enum import Enum

from ita_desktop.domain.problems import InstrumentInvalid, InstrumentMistake

MOST_MISTAKES = 1000
"""Beyond this they are only counted: a hostile file could hold a million, and a person reads ten."""

_LONGEST_QUOTE = 200


class MistakeKind(Enum):
    """One kind of mistake; after the dash, what `InstrumentMistake.detail` holds for it."""

    NOT_JSON = "not-json"  # - the text at the fault; the place is `line:column`
    TOO_LARGE = "too-large"  # - the most characters allowed
    TOO_DEEP = "too-deep"
    UNKNOWN_FORMAT = "unknown-format"  # - the format that this program reads
    DOUBLE_KEY = "double-key"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown-key"
    CLASH = "clash"  # - the two keys of which only one may stand
    WRONG_TYPE = "wrong-type"  # - the type wanted: text, number, list, object, true-or-false
    EMPTY_TEXT = "empty-text"
    TOO_LONG = "too-long"  # - the most characters allowed
    OUTER_SPACE = "outer-space"  # a space before or after the text
    BAD_CHARACTER = "bad-character"  # - its code point, as U+0007
    BAD_CODE = "bad-code"  # - the code as it stands
    BAD_NUMBER = "bad-number"  # - the number as it stands
    NOT_WHOLE = "not-whole"  # - the number as it stands
    OUT_OF_RANGE = "out-of-range"  # - the range, as 0..100
    NOT_OFFERED = "not-offered"  # - the words that may stand here
    EMPTY_LIST = "empty-list"
    TOO_FEW = "too-few"  # - the least allowed
    TOO_MANY = "too-many"  # - the most allowed
    DUPLICATE_CODE = "duplicate-code"  # - the code and the place that has it already
    DUPLICATE = "duplicate"  # - what stands twice in the list
    UNKNOWN_SCALE = "unknown-scale"  # - the name of the scale
    UNKNOWN_ITEM = "unknown-item"  # - the code
    UNKNOWN_PART = "unknown-part"  # - the code
    WEIGHTS_NOT_100 = "weights-not-100"  # - their sum
    FLAT_SCALE = "flat-scale"  # every choice has the same score
    BAND_ORDER = "band-order"  # a level asks for more than the one before it
    BAND_NEVER = "band-never"  # a level that nobody can reach, since the one before it takes all
    BAND_GAP = "band-gap"  # the last level must take whatever is left: from 0, without conditions
    BAD_DATE = "bad-date"  # - the date as it stands
    DATE_OUT_OF_YEAR = "date-out-of-year"  # - the days allowed, as 2024-10-01..2025-12-31
    DATE_ORDER = "date-order"  # the end is before the start
    MORE = "more"  # - how many more mistakes there are


def quotable(text: str) -> str:
    """Return words of a stranger's file so that a message can hold them: short, and nothing unprintable."""
    shown = text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"
    return "".join(char if char.isprintable() else "\ufffd" for char in shown)


class Mistakes:
    """Collects mistakes, so that a person corrects a file once and not mistake by mistake."""

    __slots__ = ("_found", "_more")

    def __init__(self) -> None:
        self._found: list[InstrumentMistake] = []
        self._more = 0

    def add(self, place: str, kind: MistakeKind, detail: str = "") -> None:
        """Note one mistake at `place`."""
        if len(self._found) < MOST_MISTAKES:
            self._found.append(InstrumentMistake(quotable(place), kind.value, quotable(detail)))
        else:
            self._more += 1

    def raise_if_any(self) -> None:
        """Raise InstrumentInvalid with everything found; do nothing if the file is right."""
        if self._more:
            self._found.append(InstrumentMistake("", MistakeKind.MORE.value, str(self._more)))
        if self._found:
            raise InstrumentInvalid(tuple(self._found))
