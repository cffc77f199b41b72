"""What can be done with a paper beyond writing it: signed, copied, kept as a template, put away.

Every deed first lets the desk put what is typed on the disk; work is done in order, so the deed meets it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.paperwork.papers import FIXED, PaperState
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.documents_ask import AskSheet
from ita_desktop.ui.pages.documents_signing import Signature, SignSheet, ToSign
from ita_desktop.ui.pages.documents_versions import VersionsSheet
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from ita_desktop.domain.paperwork.papers import Paper, PaperLine, Version
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.paperwork.paperwork import Paperwork
    from ita_desktop.ui.page import Page
    from ita_desktop.ui.pages.documents_out import WaysOut

    AnyPaper = Paper | PaperLine


class PaperDeeds:
    """Does what a menu or a list asks with one paper. `keep` puts what is typed on the disk."""

    def __init__(self, page: Page, out: WaysOut, keep: Callable[[], object]) -> None:
        """Work for a page."""
        self._page, self._out, self._keep = page, out, keep
        self.sheet: QDialog | None = None

    @property
    def _paperwork(self) -> Paperwork:
        """The services: in the worker only."""
        return self._page.workspace.paperwork

    def _do(self, command: Callable[[Paperwork], Changes], words: str) -> None:
        """Do a command after what is typed is kept, then say so."""
        self._keep()
        self._page.run(lambda: command(self._paperwork), lambda _: self._page.context.announce(prose(words)))

    # Its way to the signature

    def submit(self, paper: AnyPaper) -> None:
        """Hand a draft in to be signed."""
        self._do(lambda work: work.signing.submit(paper.key), tr("เสนอลงนามแล้ว"))

    def take_back(self, paper: AnyPaper) -> None:
        """Make a draft again of what waits."""
        self._do(lambda work: work.signing.take_back(paper.key), tr("กลับเป็นร่างแล้ว"))

    def sign(self, paper: AnyPaper) -> None:
        """Ask for day, number and signer, then sign."""
        self._keep()

        def ask() -> ToSign:
            work, kind = self._paperwork, self._paperwork.papers.kind(paper.kind)
            year = work.register.this_year()
            book = work.register.book(kind.book) if kind.book else None
            following = work.register.next_number(kind.book, year) if kind.book else 0
            today = self._page.workspace.session.now().date()
            return ToSign(book, following, year, work.people.signatories(), today)

        def show(asked: ToSign) -> None:
            self.sheet = SignSheet(self._page, asked, partial(self._sign, paper))
            self.sheet.open()

        self._page.query(ask, show)

    def _sign(self, paper: AnyPaper, answer: Signature, failed: Callable[[Problem], None]) -> None:
        """Sign; the sheet goes when it is done."""
        sheet = self.sheet

        def done(_: Changes) -> None:
            if sheet is not None:
                sheet.accept()
            self._page.context.announce(tr("ลงนามแล้ว แฟ้มเก็บ PDF ฉบับที่ลงนามไว้"))

        self._page.run(
            lambda: self._paperwork.signing.sign(
                paper.key, answer.day, answer.number, answer.why, answer.who
            ),
            done,
            failed,
        )

    def attach_scan(self, paper: AnyPaper) -> None:
        """Ask for the scan of the signed paper and keep it with it."""
        path = self._out.ask_source(tr("ไฟล์สแกน (*.pdf *.jpg *.png)"))
        if path is not None:
            self._do(lambda work: work.signing.attach_scan(paper.key, path), tr("แนบไฟล์สแกนแล้ว"))

    def void(self, paper: AnyPaper) -> None:
        """Ask why, then withdraw a signed paper."""
        field = QLineEdit()

        def act() -> FieldProblem | None:
            why = field.text().strip()
            if not why:
                return FieldProblem("why", FieldFault.EMPTY)
            words = tr("ยกเลิกเอกสารแล้ว เลขที่ยังอยู่ในทะเบียน")
            self._do(lambda work: work.signing.void(paper.key, why), words)
            return None

        self._ask(tr("ยกเลิกเอกสารที่ลงนามแล้ว"), tr("ยกเลิกเอกสาร"), act, ("why", tr("เหตุผล"), field))

    def _ask(
        self,
        title: str,
        done: str,
        act: Callable[[], FieldProblem | None],
        *fields: tuple[str, str, QLineEdit | Tick],
    ) -> None:
        """Ask with a small sheet."""
        sheet = AskSheet(self._page, title, done, act, 200 + 50 * len(fields))
        for field in fields:
            sheet.form.add(*field)
        self.sheet = sheet
        sheet.open()
        fields[0][2].setFocus()

    # Its text

    def keep_version(self, paper: AnyPaper) -> None:
        """Keep the text as a version that can be read again."""

        def keep(work: Paperwork) -> Changes:
            now = work.papers.paper(paper.key)
            return work.papers.keep(paper.key, now.fields, now.document)

        self._do(keep, tr("เก็บฉบับนี้แล้ว อ่านย้อนได้ที่ฉบับก่อนหน้า"))

    def versions(self, paper: AnyPaper) -> None:
        """Show the versions of a paper."""
        self._keep()

        def show(rows: tuple[Version, ...]) -> None:
            sheet = VersionsSheet(self._page, rows, fixed=paper.state in FIXED)
            sheet.wanted.connect(lambda version: self._take_version(paper.key, version))
            self.sheet = sheet
            sheet.open()

        self._page.query(lambda: self._paperwork.papers.versions(paper.key), show)

    def _take_version(self, key: int, version: int) -> None:
        """Write a version's text back."""
        self._do(
            lambda work: work.papers.take_version(key, version), tr("กลับไปใช้ฉบับก่อนหน้าแล้ว ฉบับเมื่อครู่ยังอ่านย้อนได้")
        )

    # The paper as a whole

    def rename(self, paper: AnyPaper) -> None:
        """Give a paper another name in the list."""
        field = QLineEdit(paper.title)

        def act() -> FieldProblem | None:
            name = field.text().strip()
            if not name:
                return FieldProblem("title", FieldFault.EMPTY)
            self._do(lambda work: work.papers.rename(paper.key, name), tr("เปลี่ยนชื่อแล้ว"))
            return None

        self._ask(tr("ชื่อเอกสารในรายการ"), tr("ตกลง"), act, ("title", tr("ชื่อ"), field))

    def copy(self, paper: AnyPaper) -> None:
        """Make a draft with the same text."""
        self._do(lambda work: work.papers.copy(paper.key), tr("ทำสำเนาเป็นร่างใหม่แล้ว"))

    def remove(self, paper: AnyPaper) -> None:
        """Put a paper away; it can be brought back."""
        self._do(lambda work: work.papers.remove(paper.key), tr("ลบแล้ว นำกลับได้ที่ “ที่ลบไว้”"))

    def restore(self, paper: AnyPaper) -> None:
        """Bring a paper back."""
        self._do(lambda work: work.papers.restore(paper.key), tr("นำกลับมาแล้ว"))

    def as_template(self, paper: AnyPaper) -> None:
        """Keep the text for the next paper of its kind."""
        field, own = QLineEdit(paper.title), Tick(tr("เอกสารใหม่ชนิดนี้เริ่มจากแม่แบบนี้เสมอ"))

        def act() -> FieldProblem | None:
            name, always = field.text().strip(), own.isChecked()
            if not name:
                return FieldProblem("name", FieldFault.EMPTY)
            self._do(lambda work: work.templates.save_as(paper.key, name, own=always), tr("บันทึกเป็นแม่แบบแล้ว"))
            return None

        self._ask(tr("บันทึกเป็นแม่แบบ"), tr("บันทึก"), act, ("name", tr("ชื่อแม่แบบ"), field), ("own", "", own))

    # Out of the window

    def print(self, paper: AnyPaper) -> None:
        """Open the print dialog."""
        self._keep()
        self._out.print(paper.title, lambda: self._paperwork.pages.pdf(paper.key))

    def save_pdf(self, paper: AnyPaper) -> None:
        """Write the paper as PDF."""
        self._keep()
        self._out.save_pdf(paper.title, lambda: self._paperwork.pages.pdf(paper.key))

    def save_marked_pdf(self, paper: AnyPaper) -> None:
        """Write a draft as PDF with ร่าง across its pages."""
        self._keep()
        self._out.save_pdf(paper.title, lambda: self._paperwork.pages.pdf(paper.key, watermark=True))

    def save_word(self, paper: AnyPaper) -> None:
        """Write the paper as a Word file."""
        self._keep()
        self._out.save_word(paper.title, lambda: self._paperwork.pages.word(paper.key))

    def save_scan(self, paper: AnyPaper) -> None:
        """Write the scan of a paper as it came."""
        self._out.save_scan(paper.title, lambda: self._paperwork.signing.scan(paper.key))


def deeds_for(paper: AnyPaper, deeds: PaperDeeds) -> list[tuple[str, Callable[[], None]] | None]:
    """What a paper's state lets be done, as words and what they do; None is a line between groups."""
    draft, waiting = paper.state is PaperState.DRAFT, paper.state is PaperState.FOR_SIGNATURE
    signed = paper.state is PaperState.SIGNED
    offered = [
        (draft, tr("เสนอลงนาม"), deeds.submit),
        (waiting, tr("ดึงกลับเป็นร่าง"), deeds.take_back),
        (draft or waiting, tr("ลงนามและออกเลข…"), deeds.sign),
        (signed, tr("แนบไฟล์สแกน…"), deeds.attach_scan),
        (bool(paper.scan), tr("บันทึกไฟล์สแกนออกมา…"), deeds.save_scan),
        (signed, tr("ยกเลิกเอกสารที่ลงนามแล้ว…"), deeds.void),
        None,
        (draft or waiting, tr("เก็บฉบับนี้ไว้"), deeds.keep_version),
        (True, tr("ฉบับก่อนหน้า…"), deeds.versions),
        None,
        (True, tr("บันทึกเป็น PDF…"), deeds.save_pdf),
        (
            draft or waiting,
            tr("บันทึกเป็น PDF มีลายน้ำ “ร่าง”…"),
            deeds.save_marked_pdf,
        ),
        (True, tr("บันทึกเป็น Word (.docx)…"), deeds.save_word),
        None,
        (True, tr("ทำสำเนาเป็นร่างใหม่"), deeds.copy),
        (True, tr("บันทึกเป็นแม่แบบ…"), deeds.as_template),
        (draft or waiting, tr("เปลี่ยนชื่อในรายการ…"), deeds.rename),
        (draft or waiting, tr("ลบ"), deeds.remove),
    ]
    return [
        None if each is None else (each[1], partial(each[2], paper))
        for each in offered
        if each is None or each[0]
    ]
