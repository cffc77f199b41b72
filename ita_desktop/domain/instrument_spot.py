"""Reading values out of an instrument file, each with its place, noting mistakes instead of stopping at them.

What cannot be read is replaced by a stand-in (`""`, `UNREAD`) so that the rest of the file is still checked;
the stand-ins never leave `instrument_file.parse`, which raises whenever a mistake was noted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.instrument_json import JsonObject, Number
from ita_desktop.domain.instrument_mistakes import MistakeKind, Mistakes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.domain.instrument_json import Json

UNREAD = Fraction(-1)
"""Stands for a number that could not be read: no number of an instrument is negative."""

MOST_IN_LIST = 500
LONGEST_TEXT = 4000
LONGEST_CODE = 16

_CODE = re.compile(r"[A-Za-z0-9._-]+")
_DECIMAL_TEXT = re.compile(r"[0-9]{1,3}(\.[0-9]{1,9})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BAD_CHARACTER = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def is_code(text: str) -> bool:
    """Tell whether a text can be a code: it becomes a column of a workbook and a name in results."""
    return len(text) <= LONGEST_CODE and _CODE.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Spot:
    """A value of the file, where it stands, and where to note what is wrong with it."""

    place: str
    value: Json
    mistakes: Mistakes

    def note(self, kind: MistakeKind, detail: str = "") -> None:
        """Note a mistake here."""
        self.mistakes.add(self.place, kind, detail)

    def text(self, *, may_be_empty: bool = False) -> str:
        """Return a text: one line without outer spaces, so that labels compare and print as they are seen."""
        value = self.value
        if not isinstance(value, str):
            self.note(MistakeKind.WRONG_TYPE, "text")
            return ""
        if len(value) > LONGEST_TEXT:
            self.note(MistakeKind.TOO_LONG, str(LONGEST_TEXT))
        elif bad := _BAD_CHARACTER.search(value):
            self.note(MistakeKind.BAD_CHARACTER, f"U+{ord(bad[0]):04X}")
        elif not value.strip() and not (may_be_empty and value == ""):
            self.note(MistakeKind.EMPTY_TEXT)
        elif value != value.strip():
            self.note(MistakeKind.OUTER_SPACE)
        return value

    def code(self) -> str:
        """Return a code, or "" after noting that it is none."""
        value = self.value
        if not isinstance(value, str):
            self.note(MistakeKind.WRONG_TYPE, "text")
            return ""
        if not is_code(value):
            self.note(MistakeKind.BAD_CODE, value)
            return ""
        return value

    def word(self, offered: Iterable[str]) -> str:
        """Return one of the words that may stand here, or "" after noting that it is none of them."""
        words = tuple(offered)
        if isinstance(self.value, str) and self.value in words:
            return self.value
        self.note(MistakeKind.NOT_OFFERED, ", ".join(words))
        return ""

    def flag(self) -> bool:
        """Return true or false."""
        if isinstance(self.value, bool):
            return self.value
        self.note(MistakeKind.WRONG_TYPE, "true-or-false")
        return False

    def number(self, *, above_zero: bool = False) -> Fraction:
        """Return an exact number from 0 to 100: a JSON number, or a text such as "33.33"."""
        value = self._fraction(texts=True)
        if value != UNREAD and not (0 <= value <= 100 and not (above_zero and value == 0)):  # noqa: PLR2004
            self.note(MistakeKind.OUT_OF_RANGE, ">0..100" if above_zero else "0..100")
            return UNREAD
        return value

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, or -1."""
        value = self._fraction(texts=False)
        if value == UNREAD:
            return -1
        if value.denominator != 1:
            self.note(MistakeKind.NOT_WHOLE, str(value))
            return -1
        if not low <= value <= high:
            self.note(MistakeKind.OUT_OF_RANGE, f"{low}..{high}")
            return -1
        return int(value)

    def _fraction(self, *, texts: bool) -> Fraction:
        """Return the exact value, or UNREAD after noting why there is none."""
        value = self.value
        if isinstance(value, Number):
            exact = value.exact()
        elif texts and isinstance(value, str):
            exact = Fraction(value) if _DECIMAL_TEXT.fullmatch(value) else None
        else:
            self.note(MistakeKind.WRONG_TYPE, "number")
            return UNREAD
        if exact is None:
            self.note(MistakeKind.BAD_NUMBER, value.text if isinstance(value, Number) else value)
            return UNREAD
        if exact < 0:
            self.note(MistakeKind.OUT_OF_RANGE, "0..")
            return UNREAD
        return exact

    def day(self, first: date, last: date) -> str:
        """Return a day of the Christian era, as YYYY-MM-DD, from `first` to `last`; "" if it is not that."""
        value = self.value
        if not isinstance(value, str):
            self.note(MistakeKind.WRONG_TYPE, "text")
            return ""
        try:
            day = date.fromisoformat(value) if _DATE.fullmatch(value) else None
        except ValueError:  # 31 June, or 29 February of a year that has none
            day = None
        if day is None:
            self.note(MistakeKind.BAD_DATE, value)
            return ""
        if not first <= day <= last:  # mostly a Buddhist year where the Christian one is meant
            self.note(MistakeKind.DATE_OUT_OF_YEAR, f"{first.isoformat()}..{last.isoformat()}")
            return ""
        return value

    def spots(self, at_least: int = 0, at_most: int = MOST_IN_LIST) -> tuple[Spot, ...]:
        """Return the values of a list with their places; none if there are too many to be meant."""
        value = self.value
        if not isinstance(value, list):
            self.note(MistakeKind.WRONG_TYPE, "list")
            return ()
        if len(value) > at_most:
            self.note(MistakeKind.TOO_MANY, str(at_most))
            return ()
        if len(value) < at_least:
            self.note(MistakeKind.EMPTY_LIST if not value else MistakeKind.TOO_FEW, str(at_least))
        return tuple(self.item(i, each) for i, each in enumerate(value))

    def entries(self) -> dict[str, Spot]:
        """Return the values of an object by key, whatever the keys are; doubled ones are noted."""
        if not isinstance(self.value, JsonObject):
            self.note(MistakeKind.WRONG_TYPE, "object")
            return {}
        for key in self.value.doubled:
            self.at(key).note(MistakeKind.DOUBLE_KEY)
        return {key: self.at(key, value) for key, value in self.value.fields.items()}

    def item(self, index: int, value: Json = None) -> Spot:
        """Return the spot of a list's element."""
        return Spot(f"{self.place}[{index}]", value, self.mistakes)

    def at(self, key: str, value: Json = None) -> Spot:
        """Return the spot under `key`."""
        return Spot(f"{self.place}.{key}" if self.place else key, value, self.mistakes)
