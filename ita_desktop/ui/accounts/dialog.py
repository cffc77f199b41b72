"""The accounts of a file: the ADMIN's list, and for everyone the own password."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout

from ita_desktop.domain.accounts.account import Account
from ita_desktop.support.language import tr
from ita_desktop.ui.accounts.confirm import ConfirmDialog
from ita_desktop.ui.accounts.own import OwnPasswordDialog
from ita_desktop.ui.accounts.person import PersonDialog
from ita_desktop.ui.accounts.sheet import RecoverySheet
from ita_desktop.ui.prose import prose
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.dates import moment_words
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from ita_desktop.ui.context import Context
    from ita_desktop.ui.main_window import MainWindow

SIZE = QSize(860, 520)


class AccountsDialog(SheetDialog):
    """A line for each account; every change is kept at once and stands in the history."""

    def __init__(self, context: Context, parent: MainWindow, rebuild: Callable[[], None]) -> None:
        """`rebuild` builds the window anew, for a file that asks nobody any more."""
        super().__init__(parent, tr("บัญชีผู้ใช้และรหัสผ่าน"), SIZE)
        self._context, self._window, self._rebuild = context, parent, rebuild
        self.own: QDialog | None = None
        columns = [
            Column[Account](tr("ชื่อบัญชี"), lambda row: row.name),
            Column[Account](tr("บทบาท"), lambda row: label(row.role), 240),
            Column[Account](tr("สถานะ"), _state, 170),
        ]
        self.table: Table[Account] = Table(RowModel(columns), tr("ยังไม่มีบัญชี"), row_height=38)
        self.table.setAccessibleName(tr("บัญชีผู้ใช้"))
        self.table.row_opened.connect(lambda _: self.change())
        self.sheet_words = Text("", "small", wrap=True)
        self.body.addWidget(Text(tr("Enter แก้บัญชีที่เลือก ทุกการแก้บันทึกทันทีและอยู่ในประวัติ"), "muted", wrap=True))
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self._whole_file())
        self._add_buttons()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def _whole_file(self) -> QHBoxLayout:
        """What concerns the file as a whole: when the sheet was made, encryption, giving passwords up."""
        row = QHBoxLayout()
        row.addWidget(self.sheet_words, 1)
        is_sealed = self._context.workspace.signing_in.sealed
        turn = tr("เลิกเข้ารหัสแฟ้ม…") if is_sealed else tr("เข้ารหัสแฟ้ม…")
        row.addWidget(ActionButton(turn, self.ask_turn, look="plain"))
        if not is_sealed:
            row.addWidget(ActionButton(tr("เลิกใช้รหัสผ่าน…"), self.ask_unprotect, look="plain"))
        return row

    def _add_buttons(self) -> None:
        """What can be done, each with its key."""
        self.foot.addWidget(ActionButton(tr("เพิ่ม…"), self.add, "F7"))
        self.close_button = ActionButton(tr("ปิด/เปิดใช้งาน"), self.switch, "F8")
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(ActionButton(tr("ใบกู้คืนใหม่…"), self.new_sheet, "F9"))
        self.foot.addWidget(ActionButton(tr("รหัสผ่านของท่าน…"), self.change_own, "F6"))
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ปิด"), self.close, "Esc", "primary"))

    def refresh(self) -> None:
        """Read the accounts anew."""
        accounts = self._context.workspace.accounts

        def ask() -> tuple[tuple[Account, ...], datetime | None]:
            return accounts.all(), accounts.recovery_made()

        self._context.tasks.query(ask, self._show, self.tell, owner=self)

    def _show(self, found: tuple[tuple[Account, ...], datetime | None]) -> None:
        """Show the accounts, and when the recovery sheet was made."""
        rows, made = found
        self.table.show_rows(rows)
        if made is not None:
            words = tr("ใบกู้คืนใบล่าสุดออกเมื่อ {moment}").format(moment=moment_words(made))
            self.sheet_words.setText(prose(words))

    def add(self) -> None:
        """Make an account."""
        self._open(PersonDialog(self._context, self))

    def change(self) -> None:
        """Change the chosen account."""
        if self.table.chosen is not None:
            self._open(PersonDialog(self._context, self, self.table.chosen))

    def change_own(self) -> None:
        """Change one's own password."""
        self._open(OwnPasswordDialog(self._context, self))

    def _open(self, sheet: QDialog) -> None:
        """Open a sheet over this one, and read anew when it is put away."""
        self.own = sheet
        self.banner.clear()
        sheet.finished.connect(lambda _: self.refresh())
        sheet.open()

    def switch(self) -> None:
        """Close the chosen account, or open it again."""
        row, accounts = self.table.chosen, self._context.workspace.accounts
        self.banner.clear()
        if row is not None:
            turned = replace(row, active=not row.active)
            self._context.tasks.run(
                lambda: accounts.change(turned), lambda _: self.refresh(), self.tell, owner=self
            )

    def new_sheet(self) -> None:
        """Draw a new code; the sheet before is void from now on."""
        accounts, context = self._context.workspace.accounts, self._context

        def show(code: str) -> None:
            self._open(RecoverySheet(context.workspace.session, context.tasks, code, self))

        self._context.tasks.query(lambda: accounts.new_recovery()[1], show, self.tell, owner=self)

    def ask_unprotect(self) -> None:
        """Ask for the own password once more, for from then on everyone may open the file."""
        words = tr("ต่อไปผู้ใดก็เปิดและแก้แฟ้มได้ บัญชีทั้งหมดและใบกู้คืนจะถูกลบ")
        self._confirm(tr("เลิกใช้รหัสผ่าน"), (words,), self.unprotect)

    def ask_turn(self) -> None:
        """Ask for the own password once more, and say what an encrypted file is."""
        if self._context.workspace.signing_in.sealed:
            words = tr("แฟ้มจะอ่านได้ด้วยโปรแกรมอื่น รหัสผ่านในโปรแกรมยังใช้อยู่")
            self._confirm(tr("เลิกเข้ารหัสแฟ้ม"), (words,), self.turn)
            return
        lines = (
            tr("แฟ้มและสำเนาสำรองจะอ่านได้ด้วยรหัสผ่านหรือใบกู้คืนเท่านั้น ถ้าทุกคนลืมและใบหาย ไม่มีผู้ใดเปิดได้อีก"),
            tr("ไฟล์หลักฐานข้างแฟ้มยังไม่เข้ารหัส สำเนาสำรองเดิมในเครื่องนี้จะถูกแทนด้วยสำเนาที่เข้ารหัส"),
        )
        self._confirm(tr("เข้ารหัสแฟ้ม"), lines, self.turn)

    def _confirm(self, title: str, lines: Sequence[str], then: Callable[[str], None]) -> None:
        """Ask for the own password before something that cannot be undone."""
        self.own = ConfirmDialog(self, title, lines, then)
        self.own.open()

    def turn(self, password: str) -> None:
        """Hand it to the desk, for the file must be closed meanwhile."""
        window = self._window
        self.close()
        window.menu.turn_asked.emit(password)

    def unprotect(self, password: str) -> None:
        """Let everyone in again."""
        accounts = self._context.workspace.accounts

        def done(_changes: object) -> None:
            self.close()
            self._rebuild()

        self._context.tasks.run(lambda: accounts.unprotect(password), done, self.tell, owner=self)


def _state(account: Account) -> State:
    """Whether it may come in, with a sign."""
    return State(tr("ใช้งาน"), Tone.GOOD) if account.active else State(tr("ปิดใช้งาน"))
