"""The figures that decide what is proposed: shown whole, changed by anybody who keeps the plan."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.support.language import tr
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Form
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.tick import Tick
from ita_desktop.wording.fields import field_name

if TYPE_CHECKING:
    from ita_desktop.domain.plan.findings import Rules
    from ita_desktop.domain.problems import Problem
    from ita_desktop.ui.pages.measures import MeasuresPage

NUMBERS = ("urgent_below", "develop_below", "fall", "apart", "lowest")


class RulesSheet(SheetDialog):
    """A form of the rules; the findings follow as soon as they are kept."""

    def __init__(self, page: MeasuresPage, rules: Rules) -> None:
        super().__init__(page, tr("เกณฑ์เสนอประเด็น"), QSize(640, 420))
        self._page, self._rules = page, rules
        words = tr("โปรแกรมเสนอประเด็นตามเกณฑ์นี้ เปลี่ยนได้ทุกข้อ สิ่งที่รับหรือเขียนไว้แล้วไม่เปลี่ยนตาม")
        self.body.addWidget(Text(words, "muted", wrap=True))
        self.fields = {name: QLineEdit(str(getattr(rules, name))) for name in NUMBERS}
        self.pairs = QLineEdit(" ".join("-".join(pair) for pair in rules.pairs))
        self.pairs.setPlaceholderText("i2-e2")
        self.zero = Tick(tr("ข้อ OIT ที่ได้ 0 คะแนนเป็นเรื่องเร่งด่วน"))
        self.zero.setChecked(rules.zero_urgent)
        self.form = Form()
        for first, second in (("urgent_below", "develop_below"), ("fall", "apart")):
            self.form.add_pair(*((n, field_name(n), self.fields[n]) for n in (first, second)))
        self.form.add_pair(
            ("lowest", field_name("lowest"), self.fields["lowest"]),
            ("pairs", field_name("pairs"), self.pairs),
        )
        self.body.addWidget(self.form)
        self.body.addWidget(self.zero)
        self.body.addStretch(1)
        self.foot.addWidget(ActionButton(tr("บันทึก"), self.save, "Ctrl+S", "primary"))
        self.foot.addWidget(ActionButton(tr("ใช้เกณฑ์ของแบบวัด"), self._reset, "", "plain"))
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ปิด"), self.reject, "Esc"))
        self.fields["urgent_below"].setFocus()

    def save(self) -> None:
        """Keep the rules; what cannot be is told at its field."""
        self.form.clear_problems()
        try:
            rules = self._typed()
        except FieldProblem as problem:
            self.form.show_problem(problem)
            return
        self._keep(rules)

    def _reset(self) -> None:
        """Go back to the instrument's own."""
        self._keep(None)

    def _keep(self, rules: Rules | None) -> None:
        """Write the rules and close."""
        findings = self._page.workspace.plan.findings
        self._page.run(lambda: findings.put_rules(rules), lambda _: self.accept(), self._refused)

    def _refused(self, problem: Problem) -> None:
        """Tell a problem at its field, else on top."""
        if not (isinstance(problem, FieldProblem) and self.form.show_problem(problem)):
            self.tell(problem)

    def _typed(self) -> Rules:
        """The rules as typed; FieldProblem for what is no number or no pair."""
        numbers = {name: _number(name, self.fields[name].text()) for name in NUMBERS}
        pairs = []
        for word in self.pairs.text().replace(",", " ").split():
            one, dash, other = word.replace("–", "-").partition("-")
            if not (one and dash and other):
                raise FieldProblem("pairs", FieldFault.NOT_OFFERED, word)
            pairs.append((one, other))
        return replace(
            self._rules,
            urgent_below=numbers["urgent_below"],
            develop_below=numbers["develop_below"],
            fall=numbers["fall"],
            apart=numbers["apart"],
            lowest=int(numbers["lowest"]),
            zero_urgent=self.zero.isChecked(),
            pairs=tuple(pairs),
        )


def _number(name: str, text: str) -> Decimal:
    """Read a number in either kind of digits."""
    try:
        found = Decimal(arabic_digits(text).strip())
    except InvalidOperation:
        raise FieldProblem(name, FieldFault.NOT_A_NUMBER, text) from None
    if not found.is_finite():
        raise FieldProblem(name, FieldFault.NOT_A_NUMBER, text)
    return found
