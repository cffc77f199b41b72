"""Books of numbers: each number is given once, in order, and a gap says why it is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date


@dataclass(frozen=True, slots=True)
class Book:
    """A book of numbers. `prefix` comes before the number (`นธ 61406/`), `year_after` writes `78/2568`.

    Books begin anew with each calendar year; `first` is the number that the book begins with in this file,
    where the office had given some before.
    """

    code: str
    title: str
    prefix: str = ""
    year_after: bool = False
    first: int = 1

    def text(self, number: int, year: int) -> str:
        """Write a number of a Buddhist year as it stands on the paper."""
        return f"{self.prefix}{number}/{year}" if self.year_after else f"{self.prefix}{number}"


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A line of a book: `paper` is 0 for a number that was given outside this program or was passed over.

    `note` says why a number has no paper, or why its paper is void.
    """

    book: str
    year: int
    number: int
    text: str
    day: date | None
    subject: str
    addressee: str = ""
    sender: str = ""
    paper: int = 0
    note: str = ""
    void: bool = False


def next_number(book: Book, entries: Iterable[RegisterEntry]) -> int:
    """Return the number after the highest one given this year."""
    return max((entry.number for entry in entries), default=book.first - 1) + 1


def gaps(book: Book, entries: Iterable[RegisterEntry]) -> Iterator[int]:
    """Yield the numbers below the highest that no line of the book speaks of."""
    given = {entry.number for entry in entries}
    if given:
        yield from (number for number in range(min(book.first, *given), max(given)) if number not in given)
