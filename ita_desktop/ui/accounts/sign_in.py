"""The window of a file that asks who comes in: at its opening, and while the screen is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.accounts.fields import PasswordField, ShowPasswords, differ_words, rule_words
from ita_desktop.ui.widgets.banner import ProblemBanner
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.form import Choice, Form
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent

    from ita_desktop.domain.problems import Problem

CARD_WIDTH = 560
SIZE = QSize(1024, 700)


class SignInWindow(QMainWindow):
    """Asks for a name and a password; F2 for the recovery sheet's code. The doorman does the rest."""

    asked = Signal(str, str)
    recover_asked = Signal(str, str, str)
    away_asked = Signal()
    closing = Signal()

    def __init__(self, names: Sequence[str], file_name: str, person: str = "") -> None:
        """Offer the names; a `person` was working here and locked the screen."""
        super().__init__()
        self.setWindowTitle(f"{file_name} – ITA Desktop")
        self.resize(SIZE)
        self._locked = bool(person)
        self.banner = ProblemBanner()
        self.names, self.password = Choice((name, name) for name in names), PasswordField()
        self.names.set_value(person)
        self.recover_names, self.code = Choice((name, name) for name in names), QLineEdit()
        self.new, self.again = PasswordField(), PasswordField()
        self._stack = QStackedWidget()
        self._stack.addWidget(_in_middle(self._sign_in_card(file_name)))
        self._stack.addWidget(_in_middle(self._recover_card()))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(theme.MARGIN, 14, theme.MARGIN, 14)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.show_sign_in()

    def _sign_in_card(self, file_name: str) -> Card:
        """Who, and the password."""
        card = _card(file_name)
        words = tr("ล็อกหน้าจออยู่ งานที่ค้างไว้ยังอยู่ครบ") if self._locked else tr("แฟ้มนี้มีรหัสผ่าน")
        card.body.addWidget(Text(words, "muted", wrap=True))
        form = Form()
        form.add("account", tr("ชื่อบัญชี"), self.names)
        form.add("password", tr("รหัสผ่าน"), self.password)
        card.body.addWidget(form)
        card.body.addWidget(ShowPasswords(self.password))
        row = QHBoxLayout()
        row.addWidget(ActionButton(tr("ลืมรหัสผ่าน"), self.show_recover, "F2", "plain"))
        row.addStretch(1)
        if not self._locked:
            row.addWidget(ActionButton(tr("เปิดแฟ้มอื่น"), self.away_asked.emit, "Esc"))
        self.button = ActionButton(tr("เข้าใช้"), self.go, look="primary")
        row.addWidget(self.button)
        card.body.addLayout(row)
        self.password.returnPressed.connect(self.go)
        return card

    def _recover_card(self) -> Card:
        """The code of the sheet, and a new password twice."""
        card = _card(tr("ตั้งรหัสผ่านใหม่ด้วยใบกู้คืน"))
        words = tr("ใช้ใบกู้คืนรหัสผ่านที่หน่วยงานพิมพ์เก็บไว้ เมื่อใช้แล้วโปรแกรมจะออกใบใหม่ให้พิมพ์เก็บแทน")
        card.body.addWidget(Text(words, "muted", wrap=True))
        form = Form()
        form.add("account", tr("ชื่อบัญชี"), self.recover_names)
        form.add("code", tr("รหัสจากใบกู้คืน"), self.code)
        form.add_pair(("new", tr("รหัสผ่านใหม่"), self.new), ("again", tr("พิมพ์ซ้ำอีกครั้ง"), self.again))
        card.body.addWidget(form)
        card.body.addWidget(Text(rule_words(), "small", wrap=True))
        card.body.addWidget(ShowPasswords(self.new, self.again))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(ActionButton(tr("ย้อนกลับ"), self.show_sign_in, "Esc"))
        row.addWidget(ActionButton(tr("ตั้งรหัสผ่านใหม่"), self.recover, look="primary"))
        card.body.addLayout(row)
        self.again.returnPressed.connect(self.recover)
        return card

    def show_sign_in(self) -> None:
        """Ask for the password."""
        self.banner.clear()
        self._stack.setCurrentIndex(0)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_recover(self) -> None:
        """Ask for the code of the recovery sheet."""
        self.banner.clear()
        self.recover_names.set_value(self.names.value)
        self._stack.setCurrentIndex(1)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """Hand name and password over."""
        self.banner.clear()
        self.asked.emit(str(self.names.value), self.password.text())

    def recover(self) -> None:
        """Hand name, code and new password over, unless the two passwords differ."""
        self.banner.clear()
        if self.new.text() != self.again.text():
            self.banner.say(differ_words())
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.recover_asked.emit(str(self.recover_names.value), self.code.text(), self.new.text())

    def tell(self, problem: Problem) -> None:
        """Tell why nobody came in; the password is to be typed anew."""
        self.banner.tell(problem)
        if self._stack.currentIndex() == 0:
            self.password.clear()
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The user wants to end the program."""
        super().closeEvent(event)
        self.closing.emit()


def _card(title: str) -> Card:
    """A card as wide as a form."""
    card = Card(margin=34)
    card.setFixedWidth(theme.scaled(CARD_WIDTH))
    card.body.addWidget(Text(title, "title", wrap=True))
    return card


def _in_middle(widget: QWidget) -> QWidget:
    """A page with `widget` in its middle."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addStretch(2)
    row = QHBoxLayout()  # stretches, for an aligned item is not asked its height for a width
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(3)
    return page
