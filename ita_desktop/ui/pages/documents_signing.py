"""The sheets of a paper's way to its signature: sign it with its number, withdraw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.paperwork.papers import Signatory
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.date_field import DateField
from ita_desktop.ui.widgets.form import Choice, Form
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.paperwork.register import Book
    from ita_desktop.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class ToSign:
    """What signing needs to know: the book and its next number (0 for no book), who signs, today."""

    book: Book | None
    next_number: int
    year: int
    signatories: tuple[Signatory, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Signature:
    """What was answered: day, another number than the next, why, and who if not the one on the paper."""

    day: date
    number: int | None
    why: str
    who: Signatory | None


class SignSheet(SheetDialog):
    """Asks for day, number and signer. `sign(answer, failed)` does it; a problem keeps the sheet open."""

    def __init__(
        self, parent: QWidget, asked: ToSign, sign: Callable[[Signature, Callable[[Problem], None]], object]
    ) -> None:
        super().__init__(parent, tr("ลงนามและออกเลข"), QSize(620, 460))
        self._asked, self._sign = asked, sign
        self.day, self.number, self.why = DateField(asked.today), QLineEdit(), QLineEdit()
        signers = [(each, _signer(each)) for each in asked.signatories]
        self.who = Choice([(None, tr("ตามที่เขียนในเอกสาร")), *signers])
        self.form = Form()
        self._lay_out()
        self.day.setFocus()

    def _lay_out(self) -> None:
        """Say what signing means, then ask."""
        words = tr("เมื่อลงนามแล้ว ข้อความ เลขที่ และวันที่จะแก้ไม่ได้อีก แฟ้มเก็บ PDF ฉบับนี้ไว้ตลอดไป")
        self.body.addWidget(Text(tr("ลงนามและออกเลข"), "heading"))
        self.body.addWidget(Text(words, "muted", wrap=True))
        asked = self._asked
        if asked.book is not None:
            following = asked.book.text(asked.next_number, asked.year)
            self.number.setPlaceholderText(prose(tr("เลขถัดไป {number}").format(number=following)))
            wanted = tr("เลขที่ (ว่างไว้ = เลขถัดไป)")
            self.form.add_pair(("day", tr("วันที่"), self.day), ("number", wanted, self.number))
            self.form.add("why", tr("เหตุที่ข้ามเลข (เฉพาะเมื่อข้าม)"), self.why)
        else:
            self.form.add("day", tr("วันที่"), self.day)
        self.form.add("who", tr("ผู้ลงนาม"), self.who)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ยังไม่ลงนาม"), self.reject, look="plain"))
        self.foot.addWidget(ActionButton(tr("ลงนาม"), self.finish, "Ctrl+Return", "primary"))

    def finish(self) -> None:
        """Sign, or tell what is wrong with a field."""
        self.form.clear_problems()
        self.banner.clear()
        day, typed = self.day.day, self.number.text().strip()
        if day is None:
            self.form.show_problem(self.day.fault("day") or FieldProblem("day", FieldFault.EMPTY))
        elif typed and not typed.isdecimal():
            self.form.show_problem(FieldProblem("number", FieldFault.NOT_A_NUMBER, typed))
        else:
            who = self.who.value
            number = int(typed) if typed else None
            signer = who if isinstance(who, Signatory) else None
            self._sign(Signature(day, number, self.why.text().strip(), signer), self.refused)

    def refused(self, problem: Problem) -> None:
        """Tell why it was not signed, at the field if there is one; nothing was done."""
        if not (isinstance(problem, FieldProblem) and self.form.show_problem(problem)):
            self.tell(problem)


def _signer(each: Signatory) -> str:
    """One who signs, with how."""
    acting = f" {label(each.acting)} {each.for_position}" if each.for_position else ""
    return f"{each.name} {each.position}{acting}"
