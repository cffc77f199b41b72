"""The books of numbers: next number, lines, gaps with their reasons, and the book on paper."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final

from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.history import Action
from ita_desktop.domain.paperwork.problems import GapUnexplained, NumberTaken
from ita_desktop.domain.paperwork.register import Book, RegisterEntry, gaps, next_number
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.models import register_store, settings_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.support.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session

BOOKS: Final = "number-books"
TITLES: Final = {
    "memo": mark("ทะเบียนบันทึกข้อความ"),
    "letter": mark("ทะเบียนหนังสือส่ง"),
    "order": mark("ทะเบียนคำสั่ง"),
}
BY_YEAR: Final = frozenset({"order"})
"""Books whose numbers carry their year: 78/2568."""


class RegisterService:
    """Read the books and write their lines. A line is never removed."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def books(self) -> tuple[Book, ...]:
        """Return the books."""
        with self._session.reading() as transaction:
            return tuple(self.book_in(transaction, code) for code in TITLES)

    def book(self, code: str) -> Book:
        """Return a book; MissingRecord."""
        with self._session.reading() as transaction:
            return self.book_in(transaction, code)

    def book_in(self, transaction: Transaction, code: str) -> Book:
        """Return a book within a transaction: as it was set up, else with the office's document code."""
        if code not in TITLES:
            raise MissingRecord("book", code)
        kept = dict(settings_store.get(transaction, BOOKS, {})).get(code)
        if kept:
            return Book(**kept)
        office_code = settings_store.office(transaction).document_code
        by_year = code in BY_YEAR
        prefix = f"{office_code}/" if office_code and not by_year else ""
        return Book(code, TITLES[code], prefix, by_year)

    def change_book(self, book: Book) -> Changes:
        """Set a book up: its title, what stands before the number, where it begins. FieldProblem."""
        if book.code not in TITLES:
            raise MissingRecord("book", book.code)
        if book.first < 1:
            raise FieldProblem("first", FieldFault.OUT_OF_RANGE, str(book.first))
        with self._session.change(Action.CHANGED_SETTING, BOOKS, Topic.PAPERS) as change:
            kept = dict(settings_store.get(change.transaction, BOOKS, {}))
            kept[book.code] = asdict(book)
            settings_store.put(change.transaction, BOOKS, kept)
        return change.changes

    def this_year(self) -> int:
        """Return the calendar year B.E. whose numbers are given today."""
        return self._session.now().year + BUDDHIST_OFFSET

    def entries(self, book: str, year: int) -> tuple[RegisterEntry, ...]:
        """Return a book's lines of a calendar year B.E. by number."""
        with self._session.reading() as transaction:
            return register_store.entries(transaction, book, year)

    def years(self, book: str) -> tuple[int, ...]:
        """Return the years that a book has lines of, newest first; the present one always."""
        with self._session.reading() as transaction:
            found = register_store.years(transaction, book)
        return tuple(sorted({*found, self.this_year()}, reverse=True))

    def next_number(self, book: str, year: int) -> int:
        """Return the number that a paper signed now would get."""
        return next_number(self.book(book), self.entries(book, year))

    def gaps(self, book: str, year: int) -> tuple[int, ...]:
        """Return the numbers that no line speaks of, below the highest."""
        return tuple(gaps(self.book(book), self.entries(book, year)))

    def blank(self, book: str) -> str:
        """Return what stands on a paper before it has its number: all but the number."""
        return self.book(book).prefix

    def reserve(
        self, book: str, year: int, number: int, subject: str, why: str, day: date | None = None
    ) -> Changes:
        """Write down a number that was given outside this program, or passed over: it has a reason.

        NumberTaken, FieldProblem without a reason or for a number below 1.
        """
        if number < 1:
            raise FieldProblem("number", FieldFault.OUT_OF_RANGE, str(number))
        if not why.strip():
            raise FieldProblem("why", FieldFault.EMPTY)
        with self._session.change(Action.NUMBERED, f"{book} {number}/{year}", Topic.PAPERS) as change:
            made = self.book_in(change.transaction, book)
            text = made.text(number, year)
            entry = RegisterEntry(book, year, number, text, day, subject.strip(), note=why.strip())
            self._add(change.transaction, entry)
        return change.changes

    def give(
        self, transaction: Transaction, entry: RegisterEntry, number: int | None, why: str
    ) -> RegisterEntry:
        """Give a paper its number within the transaction that signs it: the next one, or the one wanted.

        Numbers passed over get lines with the reason. NumberTaken, GapUnexplained.
        """
        book = self.book_in(transaction, entry.book)
        known = register_store.entries(transaction, entry.book, entry.year)
        following = next_number(book, known)
        wanted = following if number is None else number
        if wanted > following and not why.strip():
            raise GapUnexplained(entry.book, following, wanted)
        for passed in range(following, wanted):
            text = book.text(passed, entry.year)
            line = RegisterEntry(entry.book, entry.year, passed, text, None, "", note=why.strip())
            register_store.add(transaction, line)
        made = replace(entry, number=wanted, text=book.text(wanted, entry.year))
        self._add(transaction, made, known)
        return made

    def _add(
        self, transaction: Transaction, entry: RegisterEntry, known: Iterable[RegisterEntry] | None = None
    ) -> None:
        """Write a line; NumberTaken if the number has one."""
        lines = register_store.entries(transaction, entry.book, entry.year) if known is None else known
        for each in lines:
            if each.number == entry.number:
                raise NumberTaken(entry.book, entry.number, each.subject)
        register_store.add(transaction, entry)

    def pdf(self, book: str, year: int) -> bytes:
        """Return a book's year on paper; MissingRecord."""
        from ita_desktop.documents.paperwork.register import render_register

        with self._session.reading() as transaction:
            office = settings_store.office(transaction)
        return render_register(self.book(book), year, self.entries(book, year), office, self._session.now())
