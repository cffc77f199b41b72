"""How the office keys, in one small sheet: order, samples, figures; and the tone of this computer."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.keying_order import KeyingOrder
from ita_desktop.domain.problems import FieldFault, FieldProblem, Problem
from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.domain.verification import SampleRule
from ita_desktop.services.keying_settings import KeyingSettings
from ita_desktop.support.language import mark, tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Choice, Form
from ita_desktop.ui.widgets.labels import Line, Text
from ita_desktop.ui.widgets.tick import Tick
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ita_desktop.services.changes import Changes
    from ita_desktop.ui.context import Context

SIZE = QSize(640, 440)
_DECIMAL = re.compile(r"[0-9]+(\.[0-9]+)?")
ORDER_WORDS = {
    KeyingOrder.FREE: mark("ข้ามข้อไปก่อนได้ และให้เลขที่แบบใดก็ได้ที่ยังไม่มี"),
    KeyingOrder.STRICT: mark("ข้ามข้อที่ยังไม่ตอบไม่ได้ และเลขที่แบบในชุดเดียวกันต้องเรียงต่อกัน"),
}


class KeyingSettingsDialog(SheetDialog):
    """One form, kept as a whole by Ctrl+S."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, tr("ตั้งค่าการคีย์"), SIZE)
        self._context = context
        self._before: KeyingSettings | None = None
        self.order = Choice((order, label(order)) for order in KeyingOrder)
        self.order_words = Text("", "muted", wrap=True)
        self.order.currentIndexChanged.connect(self._say_order)
        self.percent, self.minimum, self.tolerance = QLineEdit(), QLineEdit(), QLineEdit()
        self.figures = Tick(tr("เก็บตัวเลขของผู้บันทึก เช่น ฉบับต่อชั่วโมง · ถ้าปิด ตัวเลขที่เก็บไว้แล้วจะถูกลบ"))
        self.beep = Tick(tr("เสียงเตือนเมื่อกดปุ่มที่ใช้ไม่ได้ หรือไม่ตรงกับครั้งแรก (เฉพาะเครื่องนี้)"))
        self.beep.setChecked(context.settings.beep)
        self.form = Form()
        self._lay_out()
        self._say_order()
        self.refresh()

    def _lay_out(self) -> None:
        """Put the fields below each other."""
        self.form.add("order", tr("ลำดับการคีย์"), self.order)
        self.body.addWidget(self.form)
        self.body.addWidget(self.order_words)
        self.body.addWidget(Line())
        self.rule_form = Form()
        self.rule_form.add_pair(
            ("percent", tr("สุ่มบันทึกซ้ำ (ร้อยละ)"), self.percent),
            ("minimum", tr("อย่างน้อย (ฉบับ)"), self.minimum),
            ("tolerance", tr("คำตอบผิดได้ไม่เกิน (ร้อยละ)"), self.tolerance),
        )
        self.body.addWidget(Text(tr("การบันทึกซ้ำของชุดที่จะสุ่มต่อไป"), "strong"))
        self.body.addWidget(self.rule_form)
        self.body.addWidget(Line())
        self.body.addWidget(self.figures)
        self.body.addWidget(self.beep)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.close, "Esc"))
        self.save_button = ActionButton(tr("บันทึก"), self.save, "Ctrl+S", "primary")
        self.foot.addWidget(self.save_button)

    def _say_order(self) -> None:
        """Say what the chosen order means."""
        self.order_words.setText(tr(ORDER_WORDS[KeyingOrder(self.order.value)]))

    # Showing

    def refresh(self) -> None:
        """Ask for the choices in force."""
        service = self._context.workspace.keying_settings
        self._context.tasks.query(service.settings, self._show, self.tell, owner=self)

    def _show(self, settings: KeyingSettings) -> None:
        """Fill the form in."""
        self._before = settings
        self.order.set_value(settings.order)
        self.percent.setText(prose(str(settings.rule.percent)))
        self.minimum.setText(prose(str(settings.rule.minimum)))
        self.tolerance.setText(prose(f"{float(settings.rule.tolerance):g}"))
        self.figures.setChecked(settings.figures)
        self.order.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keeping

    def save(self) -> None:
        """Keep all, or say which field cannot be kept."""
        if self._before is None:
            return
        self.rule_form.clear_problems()
        self.banner.clear()
        try:
            chosen = self._typed()
        except FieldProblem as problem:
            self.tell(problem)
            return
        if chosen == self._before:
            self._done()
            return
        service = self._context.workspace.keying_settings
        self._context.tasks.run(lambda: service.put(chosen), self._saved, self.tell, owner=self)

    def _typed(self) -> KeyingSettings:
        """What stands in the form; FieldProblem for what is no number."""
        rule = SampleRule(
            _whole("percent", self.percent), _whole("minimum", self.minimum), _share(self.tolerance)
        )
        return KeyingSettings(KeyingOrder(self.order.value), self.figures.isChecked(), rule)

    def _saved(self, _changes: Changes) -> None:
        """Say so in the window's foot."""
        self._context.announce(tr("บันทึกการตั้งค่าการคีย์แล้ว"))
        self._done()

    def _done(self) -> None:
        """Go; another choice of tone builds the window anew, as the menu's does."""
        settings, beep = self._context.settings, self.beep.isChecked()
        choose = self._context.choose
        self.close()
        if beep is not settings.beep:
            choose(replace(settings, beep=beep))

    def tell(self, problem: Problem) -> None:
        """Tell a problem at its field, else on top."""
        if not (isinstance(problem, FieldProblem) and self.rule_form.show_problem(problem)):
            super().tell(problem)


def _whole(name: str, field: QLineEdit) -> int:
    """Read a whole number; FieldProblem."""
    text = arabic_digits(field.text()).strip()
    if not text.isdecimal():
        raise FieldProblem(name, FieldFault.NOT_A_NUMBER, field.text())
    return int(text)


def _share(field: QLineEdit) -> Fraction:
    """Read the limit of errors in percent; FieldProblem."""
    text = arabic_digits(field.text()).strip()
    if not _DECIMAL.fullmatch(text):
        raise FieldProblem("tolerance", FieldFault.NOT_A_NUMBER, field.text())
    return Fraction(text)
