"""One's own password: the present one, and the new one twice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from ita_desktop.support.language import tr
from ita_desktop.ui.accounts.fields import PasswordField, ShowPasswords, differ_words, rule_words
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Form
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ita_desktop.ui.context import Context

SIZE = QSize(600, 360)


class OwnPasswordDialog(SheetDialog):
    """For every role: the one thing that each may change."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, tr("เปลี่ยนรหัสผ่านของท่าน"), SIZE)
        self._context = context
        self.old, self.new, self.again = PasswordField(), PasswordField(), PasswordField()
        form = Form()
        form.add("old", tr("รหัสผ่านเดิม"), self.old)
        form.add_pair(("new", tr("รหัสผ่านใหม่"), self.new), ("again", tr("พิมพ์ซ้ำอีกครั้ง"), self.again))
        self.body.addWidget(form)
        self.body.addWidget(Text(rule_words(), "small", wrap=True))
        self.body.addWidget(ShowPasswords(self.old, self.new, self.again))
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.close, "Esc"))
        self.foot.addWidget(ActionButton(tr("บันทึก"), self.save, "Ctrl+S", "primary"))
        self.again.returnPressed.connect(self.save)
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep the new password."""
        self.banner.clear()
        if self.new.text() != self.again.text():
            self.banner.say(differ_words())
            return
        accounts, old, new = self._context.workspace.accounts, self.old.text(), self.new.text()
        work = partial(accounts.change_password, old, new)
        self._context.tasks.run(work, self._saved, self.tell, owner=self)

    def _saved(self, _changes: object) -> None:
        """Say so in the window's foot, and go."""
        self._context.announce(tr("เปลี่ยนรหัสผ่านแล้ว"))
        self.close()
