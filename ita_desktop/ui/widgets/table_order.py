"""In which order a table's rows are seen, and which of them: sorted by a column, narrowed by words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from ita_desktop.domain.thai_date import parse_date
from ita_desktop.domain.thai_text import arabic_digits, search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")
SortKey = tuple[int, float, str]
_NUMBER = re.compile(r"[+-]?[\d,]+(?:\.\d+)?%?")
_PARTS = re.compile(r"\d+|\D+")
_LEADING = re.compile("([เแโใไ])(.)")


@dataclass(frozen=True, slots=True)
class Order:
    """A column to sort by (None for the page's own order), which way, and words that a row must have."""

    column: int | None = None
    descending: bool = False
    words: str = ""

    def clicked(self, column: int) -> Order:
        """What a click on a title makes of it: up, then down, then the page's own order again."""
        if column != self.column:
            return Order(column, False, self.words)
        if not self.descending:
            return Order(column, True, self.words)
        return Order(None, False, self.words)

    def narrowed(self, words: str) -> Order:
        """The same for rows with other words."""
        return Order(self.column, self.descending, words)

    @property
    def plain(self) -> bool:
        """Whether everything is seen as the page shows it."""
        return self.column is None and not self.words


class Arranger(Generic[Row]):
    """Puts rows into an order; `cells` tells what a row shows."""

    def __init__(self, cells: Callable[[Row], Sequence[str]]) -> None:
        self._cells = cells

    def arranged(self, rows: Sequence[Row], order: Order) -> list[Row]:
        """The rows that have the words, sorted; rows with an empty cell come last either way."""
        kept = list(rows)
        if order.words:
            wanted = search_key(order.words)
            kept = [row for row in kept if wanted in search_key(" ".join(self._cells(row)))]
        if order.column is None:
            return kept
        column = order.column
        full = [row for row in kept if self._cells(row)[column]]
        empty = [row for row in kept if not self._cells(row)[column]]
        full.sort(key=lambda row: sort_key(self._cells(row)[column]), reverse=order.descending)
        return full + empty


def sort_key(cell: str) -> SortKey:
    """By what a cell is: numbers by size, days by date, words as a Thai dictionary has them."""
    plain = arabic_digits(cell.replace("\n", " ")).strip()
    if _NUMBER.fullmatch(plain):
        return 0, float(plain.rstrip("%").replace(",", "")), ""
    day = parse_date(plain)
    if day is not None:
        return 1, float(day.toordinal()), ""
    return 2, 0.0, "".join(_padded(part) for part in _PARTS.findall(_as_in_a_dictionary(plain)))


def _padded(part: str) -> str:
    """Digits within words by their size: o2 before o10."""
    return part.zfill(8) if part.isdecimal() else part.casefold()


def _as_in_a_dictionary(text: str) -> str:
    """Thai words are looked up by their consonant: a vowel written before it counts after it."""
    return _LEADING.sub(r"\2\1", text)
