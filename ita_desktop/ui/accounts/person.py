"""One account: its name, its role with what that means, its first password."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.history import Role
from ita_desktop.domain.problems import FieldProblem, Problem
from ita_desktop.support.language import mark, tr
from ita_desktop.ui.accounts.fields import PasswordField, ShowPasswords, differ_words, rule_words
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Choice, Form
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.accounts.account import Account
    from ita_desktop.services.changes import Changes
    from ita_desktop.ui.context import Context

SIZE = QSize(640, 470)
MEANS = {
    Role.ADMIN: mark("ทำได้ทุกอย่าง ยกเว้นอนุมัติรายชื่อและข้อ OIT ซึ่งเป็นของผู้บริหาร ดูแลบัญชีและรหัสผ่าน"),
    Role.EXECUTIVE: mark("ดูผล อนุมัติหรือส่งกลับ ส่งออก ไม่เห็นแบบสอบถามรายฉบับ"),
    Role.CLERK: mark("รวบรวมรายชื่อ บันทึกแบบสอบถาม ทำข้อ OIT และมาตรการ ไม่อนุมัติและไม่ส่งออก"),
    Role.READER: mark("ดูอย่างเดียว ไม่เห็นรายชื่อบุคคลและแบบสอบถามรายฉบับ"),
}


class PersonDialog(SheetDialog):
    """Make an account, or change one; a password left empty stays as it is."""

    def __init__(self, context: Context, parent: QWidget, known: Account | None = None) -> None:
        super().__init__(parent, tr("แก้บัญชี") if known else tr("เพิ่มบัญชี"), SIZE)
        self._context, self._known = context, known
        self.name = QLineEdit(known.name if known else "")
        self.role = Choice((role, label(role)) for role in Role)
        self.role.set_value(known.role if known else Role.CLERK)
        self.password, self.again = PasswordField(), PasswordField()
        self.form = Form()
        self.form.add("account", tr("ชื่อบัญชี"), self.name)
        self.form.add("role", tr("บทบาท"), self.role)
        self.means = Text("", "muted", wrap=True)
        self.passwords = Form()
        first = tr("รหัสผ่านใหม่ (เว้นว่างถ้าไม่เปลี่ยน)") if known else tr("รหัสผ่านแรก")
        self.passwords.add_pair(("password", first, self.password), ("again", tr("พิมพ์ซ้ำอีกครั้ง"), self.again))
        for widget in (self.form, self.means, self.passwords, Text(rule_words(), "small", wrap=True)):
            self.body.addWidget(widget)
        self.body.addWidget(ShowPasswords(self.password, self.again))
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.close, "Esc"))
        self.foot.addWidget(ActionButton(tr("บันทึก"), self.save, "Ctrl+S", "primary"))
        self.role.currentIndexChanged.connect(lambda _: self._explain())
        self._explain()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> Role:
        """The role that is chosen: Qt hands back what was put in."""
        role = self.role.value
        assert isinstance(role, Role)  # noqa: S101 - the list was filled with roles
        return role

    def _explain(self) -> None:
        """Say what the role may do."""
        self.means.setText(tr(MEANS[self._chosen()]))

    def save(self) -> None:
        """Keep it, or say what will not do."""
        self.form.clear_problems()
        self.banner.clear()
        if self.password.text() != self.again.text():
            self.banner.say(differ_words())
            return
        accounts, known = self._context.workspace.accounts, self._known
        name, role, password = self.name.text(), self._chosen(), self.password.text()

        def work() -> Changes:
            if known is None:
                return accounts.add(name, role, password)
            changes = accounts.change(replace(known, name=name, role=role))
            return accounts.set_password(known.key, password) if password else changes

        self._context.tasks.run(work, lambda _: self.close(), self.tell, owner=self)

    def tell(self, problem: Problem) -> None:
        """Tell a problem at its field, else on top."""
        if not (isinstance(problem, FieldProblem) and self.form.show_problem(problem)):
            super().tell(problem)
