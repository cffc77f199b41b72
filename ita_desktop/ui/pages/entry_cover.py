"""The cover sheet of a stack: how many, from where, collected by whom. Filled in at the side, no dialog."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.batches import Batch
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.entry_side import side_width
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.form import Form

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

LARGEST_STACK = 100_000


class CoverPanel(SidePanel):
    """Edits a batch; `saved` tells it (key 0 for a new one), `left` that nothing is wanted."""

    saved = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(side_width())
        self._batch = Batch("", 0)
        self.form = Form()
        self.declared, self.division, self.collector = QLineEdit(), QLineEdit(), QLineEdit()
        self.form.add("declared", tr("จำนวนฉบับที่นับได้"), self.declared)
        self.form.add("division", tr("สำนัก/กอง หรือสถานที่เก็บ"), self.division)
        self.form.add("collected_by", tr("ผู้เก็บรวบรวม"), self.collector)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.foot.addWidget(ActionButton(tr("เก็บ"), self.save, "Ctrl+S", "primary"))
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.left.emit, "Esc"))
        self.foot.addStretch(1)
        for field, following in ((self.declared, self.division), (self.division, self.collector)):
            field.returnPressed.connect(following.setFocus)
        self.collector.returnPressed.connect(self.save)

    def edit(self, batch: Batch) -> None:
        """Show a cover sheet and go to its first field."""
        self._batch = batch
        new = tr("เริ่มชุดใหม่ {part}").format(part=batch.part)
        old = tr("ใบปะหน้าชุดที่ {number}").format(number=batch.number)
        self.title.setText(prose(old if batch.key else new))
        self.form.clear_problems()
        self.declared.setText("" if batch.declared is None else str(batch.declared))
        self.division.setText(batch.division)
        self.collector.setText(batch.collected_by)
        self.declared.setFocus(Qt.FocusReason.OtherFocusReason)
        self.declared.selectAll()

    def save(self) -> None:
        """Hand the cover sheet over, unless its count cannot be."""
        self.form.clear_problems()
        declared = self._count()
        if isinstance(declared, FieldProblem):
            self.form.show_problem(declared)
            return
        division, collector = self.division.text().strip(), self.collector.text().strip()
        self.saved.emit(replace(self._batch, declared=declared, division=division, collected_by=collector))

    def _count(self) -> int | FieldProblem | None:
        """Read the count; empty means that nobody counted."""
        text = arabic_digits(self.declared.text().strip())
        if not text:
            return None
        if not text.isdecimal():
            return FieldProblem("declared", FieldFault.NOT_A_NUMBER, text)
        if not 0 < int(text) <= LARGEST_STACK:
            return FieldProblem("declared", FieldFault.OUT_OF_RANGE, text, f"1-{LARGEST_STACK}")
        return int(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; no other key may reach the form that is being keyed."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()
