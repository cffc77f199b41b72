"""The own password once more, before something that cannot be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from ita_desktop.support.language import tr
from ita_desktop.ui.accounts.fields import PasswordField, ShowPasswords
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Form
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

SIZE = QSize(680, 360)


class ConfirmDialog(SheetDialog):
    """Says what is about to be done, line by line, and hands the password over."""

    def __init__(
        self, parent: QWidget, title: str, lines: Sequence[str], then: Callable[[str], None]
    ) -> None:
        super().__init__(parent, title, SIZE)
        self._then = then
        self.password = PasswordField()
        self.password.returnPressed.connect(self.go)
        for line in lines:
            self.body.addWidget(Text(line, wrap=True))
        form = Form()
        form.add("password", tr("พิมพ์รหัสผ่านของท่านเพื่อยืนยัน"), self.password)
        self.body.addWidget(form)
        self.body.addWidget(ShowPasswords(self.password))
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.close, "Esc"))
        self.foot.addWidget(ActionButton(title, self.go, look="primary"))
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """Go on with what was typed."""
        password = self.password.text()
        self.close()
        self._then(password)
