"""What a person writes over a proposed paper. An empty field keeps the proposal, shown in it in grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.papers import MEMO, Digits, Memo, PaperDraft
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose_day
from ita_desktop.ui.widgets.date_field import DateField
from ita_desktop.ui.widgets.form import Choice, Form, Note
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.domain.problems import FieldProblem

BODY_LINES = {MEMO: 7}
OTHER_BODY_LINES = 5
SINGLE = ("number", "subject", "addressee", "signer_name", "signer_position")


class DraftForm(Form):
    """The fields of one kind of paper. `edited` tells that a field was left with something new in it."""

    edited = Signal()

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self._kept = PaperDraft(kind)
        self._proposal: Memo | None = None
        self.lines = {name: QLineEdit() for name in SINGLE}
        self.day, self.text = DateField(), Note(BODY_LINES.get(kind, OTHER_BODY_LINES))
        self.digits = Choice([("", tr("ตามแบบของเอกสาร")), *((each.value, label(each)) for each in Digits)])
        if kind == MEMO:
            self._lay_memo()
        else:
            self._lay_report()
        for field in self.lines.values():
            field.editingFinished.connect(self._tell)
        self.day.editingFinished.connect(self._tell)
        self.text.left.connect(self._tell)
        self.digits.activated.connect(self._tell)

    def _lay_memo(self) -> None:
        """Put the fields in the order of the paper."""
        self.add_pair(("number", tr("ที่"), self.lines["number"]), ("day", tr("วันที่"), self.day))
        self.add("subject", tr("เรื่อง"), self.lines["subject"])
        self.add("addressee", tr("เรียน"), self.lines["addressee"])
        self.add("body", tr("ข้อความ (หนึ่งบรรทัดคือหนึ่งย่อหน้า)"), self.text)
        self.add_pair(
            ("signer_name", tr("ผู้ลงนาม"), self.lines["signer_name"]),
            ("signer_position", tr("ตำแหน่ง"), self.lines["signer_position"]),
        )
        self.add("digits", tr("เลขในเอกสาร"), self.digits)

    def _lay_report(self) -> None:
        """A report has a title and remarks of the office's own."""
        self.add("subject", tr("ชื่อรายงาน"), self.lines["subject"])
        self.add("body", tr("ข้อเสนอแนะของหน่วยงาน (หนึ่งบรรทัดคือหนึ่งย่อหน้า)"), self.text)
        self.add("digits", tr("เลขในเอกสาร"), self.digits)

    def show_draft(self, draft: PaperDraft, proposal: Memo) -> None:
        """Show what is kept, the proposal in grey behind it. A field that is being typed in is left alone."""
        before, self._kept, self._proposal = self._kept, draft, proposal
        for name, field in self.lines.items():
            if field.text().strip() == getattr(before, name):
                field.setText(getattr(draft, name))
            field.setPlaceholderText(getattr(proposal, name))
            field.setCursorPosition(0)
        if self.day.day == before.day:
            self.day.set_day(draft.day)
        self.day.setPlaceholderText(prose_day(proposal.day))
        if self.text.text().strip() == before.body:
            self.text.setText(draft.body)
        self.text.setPlaceholderText("\n".join(proposal.paragraphs))
        self.digits.set_value(draft.digits)

    def draft(self) -> PaperDraft:
        """What stands in the fields."""
        single = {name: field.text().strip() for name, field in self.lines.items()}
        digits = str(self.digits.value or "")
        return PaperDraft(self.kind, day=self.day.day, body=self.text.text().strip(), digits=digits, **single)

    @property
    def changed(self) -> bool:
        """Whether something stands here that is not kept yet."""
        return self.draft() != self._kept and self.fault() is None

    def fault(self) -> FieldProblem | None:
        """What cannot be kept: a date that is none."""
        return self.day.fault("day")

    def mark_kept(self) -> None:
        """Take what stands here for what the file holds."""
        self._kept = self.draft()

    def take_proposal(self) -> None:
        """Put the proposed text into the field, to be changed a little instead of written anew."""
        if self._proposal is not None and not self.text.text().strip():
            self.text.setText("\n".join(self._proposal.paragraphs))
            self.text.setFocus()

    def _tell(self) -> None:
        """Tell a fault at its field, else that something is to be kept."""
        self.clear_problems()
        fault = self.fault()
        if fault is not None:
            self.show_problem(fault, focus=False)
        elif self.changed:
            self.edited.emit()
