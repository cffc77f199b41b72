"""Objects of an instrument file: which keys they have, and which are missing, unknown or written twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.instrument_json import JsonObject
from ita_desktop.domain.instrument_mistakes import MistakeKind
from ita_desktop.domain.instrument_spot import MOST_IN_LIST, UNREAD, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from fractions import Fraction


def read_record(spot: Spot, required: Iterable[str], optional: Iterable[str] = ()) -> Record:
    """Read an object with these keys and no others; keys missing, unknown or doubled are noted."""
    needed = tuple(required)
    fields = spot.entries()
    known = {*needed, *optional}
    for key, value in fields.items():
        if key not in known:
            value.note(MistakeKind.UNKNOWN_KEY)
    if isinstance(spot.value, JsonObject):
        for key in needed:
            if key not in fields:
                spot.at(key).note(MistakeKind.MISSING)
    return Record(spot, {key: value for key, value in fields.items() if key in known})


@dataclass(frozen=True, slots=True)
class Record:
    """The known keys of an object. An absent key gives the default; that it was needed is noted already."""

    spot: Spot
    fields: dict[str, Spot]

    def __contains__(self, key: str) -> bool:
        """Tell whether the file has the key."""
        return key in self.fields

    def text(self, key: str) -> str:
        """Return a text that may not be empty."""
        return self.fields[key].text() if key in self.fields else ""

    def remark(self, key: str) -> str:
        """Return a text that may be empty or absent."""
        return self.fields[key].text(may_be_empty=True) if key in self.fields else ""

    def code(self, key: str) -> str:
        """Return a code."""
        return self.fields[key].code() if key in self.fields else ""

    def word(self, key: str, offered: Iterable[str], default: str = "") -> str:
        """Return one of the words offered."""
        return self.fields[key].word(offered) if key in self.fields else default

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false."""
        return self.fields[key].flag() if key in self.fields else default

    def number(self, key: str, *, above_zero: bool = False) -> Fraction:
        """Return an exact number from 0 to 100."""
        return self.fields[key].number(above_zero=above_zero) if key in self.fields else UNREAD

    def whole(self, key: str, low: int, high: int, default: int = -1) -> int:
        """Return a whole number."""
        return self.fields[key].whole(low, high) if key in self.fields else default

    def day(self, key: str, first: date, last: date) -> str:
        """Return a day as YYYY-MM-DD."""
        return self.fields[key].day(first, last) if key in self.fields else ""

    def spots(self, key: str, at_least: int = 0, at_most: int = MOST_IN_LIST) -> tuple[Spot, ...]:
        """Return the values of a list with their places."""
        return self.fields[key].spots(at_least, at_most) if key in self.fields else ()

    def codes(self, key: str, at_least: int = 0) -> tuple[str, ...]:
        """Return a list of codes in their places; one that stands twice is noted."""
        found: list[str] = []
        for spot in self.spots(key, at_least):
            code = spot.code()
            if code and code in found:
                spot.note(MistakeKind.DUPLICATE, code)
            found.append(code)
        return tuple(found)

    def texts(self, key: str, at_least: int = 0, at_most: int = MOST_IN_LIST) -> tuple[str, ...]:
        """Return a list of texts, none of which stands twice."""
        found: dict[str, None] = {}
        for spot in self.spots(key, at_least, at_most):
            text = spot.text()
            if text in found:
                spot.note(MistakeKind.DUPLICATE, text)
            found[text] = None
        return tuple(found)
