"""Fields for passwords: never shown unless asked, typed twice where a slip would lock somebody out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.accounts.password_rules import SHORTEST
from ita_desktop.support.language import tr
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.ui.widgets.tick import Tick

HIDDEN = QLineEdit.EchoMode.Password
SEEN = QLineEdit.EchoMode.Normal


class PasswordField(QLineEdit):
    """One password. No input method and no prediction may keep it."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(HIDDEN)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )


class ShowPasswords(Tick):
    """A tick that shows what is typed: whoever types Thai blindly cannot see which keyboard is on."""

    def __init__(self, *fields: PasswordField) -> None:
        super().__init__(tr("แสดงรหัสผ่าน (Ctrl T)"))
        self._fields = fields
        self.toggled.connect(self._show)
        on_keys("Ctrl+T", self, self.toggle)

    def _show(self, seen: bool) -> None:
        """Show or hide."""
        for field in self._fields:
            field.setEchoMode(SEEN if seen else HIDDEN)


def rule_words() -> str:
    """Say what a password must be."""
    return tr("อย่างน้อย {shortest} ตัว เช่น คำไทยสามสี่คำที่จำได้เองต่อกัน").format(shortest=SHORTEST)


def differ_words() -> str:
    """Say that two passwords are not the same."""
    return tr("รหัสผ่านสองช่องไม่ตรงกัน พิมพ์ใหม่ทั้งสองช่อง")
