"""The books of numbers: every line, unexplained gaps, numbers given elsewhere, the book on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ita_desktop.domain.paperwork.register import Book, RegisterEntry
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.documents_ask import AskSheet
from ita_desktop.ui.pages.documents_shelf import Deed, Shelf
from ita_desktop.ui.prose import prose, prose_day
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Choice
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column
from ita_desktop.wording.paperwork import book_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.page import Page
    from ita_desktop.ui.pages.documents_out import WaysOut


@dataclass(frozen=True, slots=True)
class BookYear:
    """A book's year with all that is shown of it."""

    books: tuple[Book, ...]
    book: Book
    years: tuple[int, ...]
    year: int
    lines: tuple[RegisterEntry, ...]
    following: str


def book_year(workspace: Workspace, code: str, year: int) -> BookYear:
    """Read a book's year, the first book and this year where none was chosen; gaps stand as lines."""
    register = workspace.paperwork.register
    books = register.books()
    book = next((each for each in books if each.code == code), books[0])
    years = register.years(book.code)
    chosen = year if year in years else years[0]
    missing = [
        RegisterEntry(book.code, chosen, number, book.text(number, chosen), None, "")
        for number in register.gaps(book.code, chosen)
    ]
    lines = sorted((*register.entries(book.code, chosen), *missing), key=lambda each: each.number)
    following = book.text(register.next_number(book.code, chosen), chosen)
    return BookYear(books, book, years, chosen, tuple(lines), following)


def line_state(entry: RegisterEntry) -> State:
    """What stands behind a number."""
    if entry.void:
        return State(tr("ยกเลิก"), Tone.BAD)
    if entry.paper:
        return State(tr("ออกแล้ว"), Tone.GOOD)
    if entry.note:
        return State(tr("ใช้นอกโปรแกรม / ข้าม"), Tone.CALM)
    return State(tr("ว่าง ยังไม่บอกเหตุ"), Tone.WARN)


class RegisterShelf(Shelf[RegisterEntry]):
    """One book's year at a time."""

    def __init__(self, page: Page, out: WaysOut, open_paper: Callable[[int], object]) -> None:
        self._page, self._out = page, out
        self._code, self._year = "", 0
        self._shown: BookYear | None = None
        self.sheet: AskSheet | None = None
        super().__init__(
            (
                Column(tr("เลขที่"), lambda row: prose(row.text), 150),
                Column(tr("วันที่"), lambda row: prose_day(row.day), 120),
                Column(tr("เรื่อง"), lambda row: row.subject),
                Column(tr("ถึง"), lambda row: row.addressee, 150),
                Column(tr("สถานะ"), line_state, 170),
            ),
            (
                Deed(
                    tr("เปิดเอกสาร"),
                    lambda row: open_paper(row.paper),
                    "",
                    lambda row: bool(row.paper),
                    main=True,
                ),
                Deed(tr("บอกเหตุที่เลขว่าง…"), self._explain, "", lambda row: not row.paper and not row.note),
            ),
            empty=tr("ยังไม่มีเลขในทะเบียนปีนี้"),
            tell=_told,
        )
        self.book_choice, self.year_choice = Choice(), Choice()
        self.book_choice.setMinimumContentsLength(18)
        self.following = Text("", "muted")
        row = QHBoxLayout()
        for each in (self.book_choice, self.year_choice, self.following):
            row.addWidget(each)
        row.addStretch(1)
        self.panel.foot.addWidget(ActionButton(tr("จดเลข…"), self.reserve, "Ctrl+R", "plain"))
        self.panel.foot.addWidget(ActionButton(tr("พิมพ์"), self.print, "Ctrl+P", "plain"))
        self.above.addLayout(row)
        self.book_choice.activated.connect(self._choose)
        self.year_choice.activated.connect(self._choose)

    def refresh(self) -> None:
        """Read the book again."""
        workspace, code, year = self._page.workspace, self._code, self._year
        self._page.query(lambda: book_year(workspace, code, year), self._show_book)

    def _show_book(self, shown: BookYear) -> None:
        """Show a book's year."""
        self._shown, self._code, self._year = shown, shown.book.code, shown.year
        self.book_choice.clear()
        self.year_choice.clear()
        for book in shown.books:
            self.book_choice.addItem(book_name(book), book.code)
        for year in shown.years:
            self.year_choice.addItem(prose(tr("พ.ศ. {year}").format(year=year)), year)
        self.book_choice.set_value(shown.book.code)
        self.year_choice.set_value(shown.year)
        self.following.setText(prose(tr("เลขถัดไป {number}").format(number=shown.following)))
        chosen = self.table.chosen
        self.show_rows(shown.lines, lambda row: chosen is not None and row.number == chosen.number)

    def _choose(self) -> None:
        """Show another book or year."""
        self._code, self._year = str(self.book_choice.value), int(str(self.year_choice.value))
        self.refresh()

    def reserve(self, number: int = 0) -> None:
        """Write down a number that was given outside this program, or passed over."""
        shown = self._shown
        if shown is None:
            return
        typed, subject, why = QLineEdit(str(number) if number else ""), QLineEdit(), QLineEdit()

        def act() -> FieldProblem | None:
            wanted, reason = typed.text().strip(), why.text().strip()
            if not wanted.isdecimal() or not int(wanted):
                return FieldProblem("number", FieldFault.NOT_A_NUMBER, wanted)
            if not reason:
                return FieldProblem("why", FieldFault.EMPTY)
            register, matter = self._page.workspace, subject.text().strip()
            self._page.run(
                lambda: register.paperwork.register.reserve(
                    shown.book.code, shown.year, int(wanted), matter, reason
                )
            )
            return None

        sheet = AskSheet(self._page, tr("จดเลขที่ใช้นอกโปรแกรม หรือข้ามไป"), tr("จด"), act, 380)
        sheet.form.add("number", tr("เลขที่"), typed)
        sheet.form.add("subject", tr("เรื่อง"), subject)
        sheet.form.add("why", tr("เหตุผล"), why)
        self.sheet = sheet
        sheet.open()
        (why if number else typed).setFocus()

    def _explain(self, row: RegisterEntry) -> None:
        """Say why a number is missing."""
        self.reserve(row.number)

    def print(self) -> None:
        """Print the book's year."""
        shown = self._shown
        if shown is not None:
            workspace = self._page.workspace
            title = f"{shown.book.title} {shown.year}"
            self._out.print(title, lambda: workspace.paperwork.register.pdf(shown.book.code, shown.year))


def _told(row: RegisterEntry) -> tuple[str, str]:
    """A line's title, and what else the book says of it."""
    parts = [row.subject, row.addressee, row.sender, row.note]
    return prose(row.text), "\n".join(part for part in parts if part)
