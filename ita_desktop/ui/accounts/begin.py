"""Beginning to ask who comes in: what it means, and the first account, which is an ADMIN's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.problems import FieldProblem, Problem
from ita_desktop.support.language import tr
from ita_desktop.ui.accounts.fields import PasswordField, ShowPasswords, differ_words, rule_words
from ita_desktop.ui.accounts.sheet import RecoverySheet
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Form
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ita_desktop.ui.context import Context

SIZE = QSize(760, 520)


class BeginDialog(SheetDialog):
    """Says plainly what a file without passwords is, and makes the first account."""

    def __init__(self, context: Context, parent: QWidget, rebuild: Callable[[], None]) -> None:
        """`rebuild` builds the window anew, for a file that is protected now."""
        super().__init__(parent, tr("บัญชีผู้ใช้และรหัสผ่าน"), SIZE)
        self._context, self._parent, self._rebuild = context, parent, rebuild
        self.name, self.password, self.again = QLineEdit(), PasswordField(), PasswordField()
        self.name.setPlaceholderText(tr("เช่น ชื่อจริงของผู้ดูแลระบบ"))
        now = tr(
            "ขณะนี้แฟ้มไม่มีรหัสผ่าน ผู้ใดที่ใช้เครื่องนี้ได้ก็เปิดและแก้แฟ้มได้ เลือกบทบาทเองได้ "
            "และประวัติบันทึกเพียงบทบาท ไม่บันทึกชื่อ สำนักงานที่มีผู้ทำคนเดียวและล็อกเครื่องเสมอใช้อย่างนี้ได้"
        )
        then = tr(
            "เมื่อใช้รหัสผ่าน ทุกคนเข้าด้วยชื่อของตน เห็นและทำได้ตามบทบาท และหน้าจอล็อกเองเมื่อไม่มีผู้ใช้ "
            "รหัสผ่านกันคนในเครื่อง แต่ยังไม่ได้เข้ารหัสแฟ้ม"
        )
        self.form = Form()
        self.form.add("account", tr("ชื่อของท่าน (เป็นผู้ดูแลระบบคนแรก)"), self.name)
        self.form.add_pair(
            ("password", tr("รหัสผ่านใหม่"), self.password), ("again", tr("พิมพ์ซ้ำอีกครั้ง"), self.again)
        )
        self.body.addWidget(Text(now, wrap=True))
        self.body.addWidget(Text(then, wrap=True))
        self.body.addWidget(self.form)
        self.body.addWidget(Text(rule_words(), "small", wrap=True))
        self.body.addWidget(ShowPasswords(self.password, self.again))
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ยังไม่ใช้"), self.close, "Esc"))
        self.foot.addWidget(ActionButton(tr("เริ่มใช้รหัสผ่าน"), self.save, "Ctrl+S", "primary"))
        self.again.returnPressed.connect(self.save)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Make the account, then show the recovery sheet's code."""
        self.form.clear_problems()
        self.banner.clear()
        if self.password.text() != self.again.text():
            self.banner.say(differ_words())
            return
        accounts, name, password = self._context.workspace.accounts, self.name.text(), self.password.text()
        self._context.tasks.query(
            lambda: accounts.protect(name, password)[1], self._protected, self.tell, owner=self
        )

    def _protected(self, code: str) -> None:
        """Show the code; the window is built anew when it is put away."""
        sheet = RecoverySheet(self._context.workspace.session, self._context.tasks, code, self._parent)
        sheet.finished.connect(lambda _: self._rebuild())
        self.close()
        sheet.open()

    def tell(self, problem: Problem) -> None:
        """Tell a problem at its field, else on top."""
        if not (isinstance(problem, FieldProblem) and self.form.show_problem(problem)):
            super().tell(problem)
