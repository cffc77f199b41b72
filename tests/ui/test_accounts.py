"""Promises of the window of a file that asks who comes in, by the keys that a person presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.history import Role
from ita_desktop.services import workspace as workspaces
from ita_desktop.services.accounts import sealing
from ita_desktop.support import clock
from ita_desktop.ui import desk as desk_module
from ita_desktop.ui.accounts.begin import BeginDialog
from ita_desktop.ui.accounts.dialog import AccountsDialog
from ita_desktop.ui.accounts.own import OwnPasswordDialog
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.user_settings import UserSettings
from ita_desktop.ui.welcome import Welcome
from tests.helpers.offices import new_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ita_desktop.ui.accounts.sign_in import SignInWindow

FIRST, SECOND = "สมมุติ หนึ่ง", "สมมุติ สอง"
PASSWORD, OTHER = "correct horse battery", "ฝนตกหนักเมื่อวานซืน"


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk whose documents lie in a folder of the test."""
    monkeypatch.setattr(desk_module, "documents_folder", lambda: tmp_path)
    made = Desk(qapp, UserSettings())
    yield made
    made.doorman._timer.stop()
    qapp.removeEventFilter(made.doorman)
    for window in (made.doorman.window, made.window):
        if window is not None:
            window.hide()
            window.deleteLater()
    made.close_file()
    made.tasks.stop()


@pytest.fixture
def protected(tmp_path: Path) -> tuple[Path, str]:
    """A file with an ADMIN and a reader, closed; and its recovery code."""
    made = new_workspace(tmp_path)
    _, code = made.accounts.protect(FIRST, PASSWORD)
    made.accounts.add(SECOND, Role.READER, OTHER)
    made.close()
    return made.path, code


def asking(desk: Desk) -> SignInWindow:
    """The window that asks, when all is told."""
    desk.tasks.wait_idle()
    assert desk.doorman.window is not None
    return desk.doorman.window


def sign_in(desk: Desk, name: str, password: str) -> None:
    """Choose a name, type the password, press Enter."""
    window = asking(desk)
    window.names.set_value(name)
    window.password.setText(password)
    QTest.keyClick(window.password, Qt.Key.Key_Return)
    desk.tasks.wait_idle()


def office(desk: Desk) -> MainWindow:
    """The window on the file."""
    desk.tasks.wait_idle()
    assert isinstance(desk.window, MainWindow)
    return desk.window


def is_sealed(desk: Desk) -> bool:
    """Whether the open file is encrypted."""
    return desk.workspace is not None and desk.workspace.signing_in.sealed


def test_a_file_with_passwords_shows_nothing_before_the_password(
    desk: Desk, qtbot: QtBot, protected: tuple[Path, str]
) -> None:
    """The cursor stands in the password; a wrong one is told; the right one opens the file under the name."""
    desk.start(protected[0])
    window = asking(desk)
    assert desk.window is None
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.password.hasFocus()
    sign_in(desk, FIRST, "wrong")
    assert "รหัสผ่านไม่ถูกต้อง" in window.banner.text.text()
    assert window.password.text() == ""
    sign_in(desk, FIRST, PASSWORD)
    assert office(desk).status_bar.role.text().startswith(FIRST)
    assert desk.doorman.window is None


def test_another_file_can_be_opened_instead(desk: Desk, protected: tuple[Path, str]) -> None:
    """Esc goes to the welcome page, and the file is free for others."""
    desk.start(protected[0])
    asking(desk).away_asked.emit()
    desk.tasks.wait_idle()
    assert isinstance(desk.window, Welcome)
    workspaces.open_file(protected[0], clock.now).close()


def test_the_locked_screen_gives_the_same_work_back(desk: Desk, protected: tuple[Path, str]) -> None:
    """The window is hidden, not covered; the form in hand is as it was; the very window comes back."""
    desk.start(protected[0])
    sign_in(desk, FIRST, PASSWORD)
    window = office(desk)
    window.open_tab(Tab.ENTRY)
    desk.tasks.wait_idle()
    QTest.keyClicks(QApplication.focusWidget() or window.current_page, "3214")
    desk.tasks.wait_idle()
    assert desk.workspace is not None
    before = desk.workspace.entry.begin("IIT").draft
    window.menu.lock_asked.emit()
    ask = asking(desk)
    assert not window.isVisible()
    assert ask.names.value == FIRST
    assert desk.workspace.signing_in.needed
    sign_in(desk, FIRST, PASSWORD)
    assert office(desk) is window
    assert window.isVisible()
    assert desk.workspace.entry.begin("IIT").draft == before


def test_another_person_gets_a_window_of_their_own(desk: Desk, protected: tuple[Path, str]) -> None:
    """What the first had open is not shown to the second, whose role is another."""
    desk.start(protected[0])
    sign_in(desk, FIRST, PASSWORD)
    window = office(desk)
    window.menu.lock_asked.emit()
    sign_in(desk, SECOND, OTHER)
    assert office(desk) is not window
    assert office(desk).status_bar.role.text().startswith(SECOND)


def test_the_screen_locks_when_nobody_is_there(desk: Desk, protected: tuple[Path, str]) -> None:
    """After the minutes that were chosen, and not before; a key begins them anew."""
    desk.start(protected[0])
    sign_in(desk, FIRST, PASSWORD)
    window = office(desk)
    desk.doorman.look()
    assert window.isVisible()
    touched = desk.doorman._touched = LongAgo()
    QTest.keyClick(window, Qt.Key.Key_Shift)
    assert touched.started
    desk.doorman._touched = LongAgo()
    desk.doorman.look()
    assert asking(desk).isVisible()
    assert not window.isVisible()


class LongAgo(QElapsedTimer):
    """A stop-watch that was started eleven minutes ago, until it is started anew."""

    def __init__(self) -> None:
        super().__init__()
        self.started = False

    def elapsed(self) -> int:
        """Milliseconds."""
        return 0 if self.started else 11 * 60 * 1000

    def start(self) -> None:
        """Begin anew."""
        self.started = True


def test_a_forgotten_password_is_set_by_the_sheet(desk: Desk, protected: tuple[Path, str]) -> None:
    """F2, the code, a new password twice; the next sheet's code is shown."""
    desk.start(protected[0])
    window = asking(desk)
    window.show_recover()
    window.code.setText(protected[1])
    window.new.setText(OTHER)
    window.again.setText("other")
    window.recover()
    assert "ไม่ตรงกัน" in window.banner.text.text()
    window.again.setText(OTHER)
    QTest.keyClick(window.again, Qt.Key.Key_Return)
    desk.tasks.wait_idle()
    assert desk.doorman.sheet is not None
    assert desk.doorman.sheet.code.text() != protected[1]
    desk.doorman.sheet.close()
    sign_in(desk, FIRST, OTHER)
    office(desk)


def test_passwords_are_begun_from_the_menu(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """What it means is said first; then a name, a password twice, the code, and who it is below."""
    made = new_workspace(tmp_path)
    made.close()
    desk.start(made.path)
    sheet = office(desk).show_accounts()
    assert isinstance(sheet, BeginDialog)
    sheet.name.setText(FIRST)
    sheet.password.setText("12345678")
    sheet.again.setText("12345678")
    sheet.save()
    desk.tasks.wait_idle()
    assert "ใครก็เดาได้" in sheet.banner.text.text()
    sheet.password.setText(PASSWORD)
    sheet.again.setText(PASSWORD)
    sheet.save()
    desk.tasks.wait_idle()
    code = next(each for each in QApplication.topLevelWidgets() if hasattr(each, "code") and each.isVisible())
    code.close()
    desk.tasks.wait_idle()
    assert office(desk).status_bar.role.text().startswith(FIRST)
    assert isinstance(office(desk).show_accounts(), AccountsDialog)


def test_who_is_no_admin_gets_the_own_password_alone(desk: Desk, protected: tuple[Path, str]) -> None:
    """The list of accounts is the ADMIN's."""
    desk.start(protected[0])
    sign_in(desk, SECOND, OTHER)
    sheet = office(desk).show_accounts()
    assert isinstance(sheet, OwnPasswordDialog)
    sheet.old.setText(OTHER)
    sheet.new.setText(PASSWORD)
    sheet.again.setText(PASSWORD)
    sheet.save()
    desk.tasks.wait_idle()
    assert "เปลี่ยนรหัสผ่านแล้ว" in office(desk).status_bar.announcement.text()


def test_the_admin_closes_an_account_but_not_the_last_of_admins(
    desk: Desk, protected: tuple[Path, str]
) -> None:
    """F8 on the line; the last ADMIN's stays open and it is said why."""
    desk.start(protected[0])
    sign_in(desk, FIRST, PASSWORD)
    sheet = office(desk).show_accounts()
    assert isinstance(sheet, AccountsDialog)
    desk.tasks.wait_idle()
    sheet.table.choose(lambda row: row.name == SECOND)
    sheet.switch()
    desk.tasks.wait_idle()
    assert desk.workspace is not None
    assert [each.active for each in desk.workspace.accounts.all()] == [True, False]
    sheet.table.choose(lambda row: row.name == FIRST)
    sheet.switch()
    desk.tasks.wait_idle()
    assert "อย่างน้อยหนึ่งคน" in sheet.banner.text.text()


def test_a_file_is_encrypted_from_the_list_and_opened_again_with_its_password(
    desk: Desk, protected: tuple[Path, str]
) -> None:
    """The same person goes on in it; the next start asks first, and a wrong password opens nothing."""
    path = protected[0]
    desk.start(path)
    sign_in(desk, FIRST, PASSWORD)
    sheet = office(desk).show_accounts()
    assert isinstance(sheet, AccountsDialog)
    desk.tasks.wait_idle()
    sheet.turn("wrong password")
    desk.tasks.wait_idle()
    assert not is_sealed(desk)
    again = office(desk).show_accounts()
    assert isinstance(again, AccountsDialog)
    again.turn(PASSWORD)
    desk.tasks.wait_idle()
    assert is_sealed(desk)
    assert office(desk).status_bar.role.text().startswith(FIRST)
    assert b"questionnaire" not in path.read_bytes()[4096:]
    desk.close_file()
    desk.show_welcome()
    desk.open(path)
    desk.tasks.wait_idle()
    ask = desk.doorman.unsealing.window
    assert ask is not None
    ask.asked.emit(FIRST, "wrong password")
    desk.tasks.wait_idle()
    assert "รหัสผ่านไม่ถูกต้อง" in ask.banner.text.text()
    ask.asked.emit(SECOND, OTHER)
    desk.tasks.wait_idle()
    assert office(desk).status_bar.role.text().startswith(SECOND)


def test_an_encrypted_file_opens_by_the_recovery_sheet(desk: Desk, protected: tuple[Path, str]) -> None:
    """The code opens it, sets a new password, and the next sheet is shown."""
    path, code = protected
    opened = workspaces.open_file(path, clock.now)
    opened.signing_in.sign_in(FIRST, PASSWORD)
    order = sealing.order(opened.session, to_sealed=True)
    opened.close()
    sealing.turn(order)
    desk.start(path)
    desk.tasks.wait_idle()
    ask = desk.doorman.unsealing.window
    assert ask is not None
    ask.recover_asked.emit(FIRST, code, OTHER)
    desk.tasks.wait_idle()
    assert office(desk).status_bar.role.text().startswith(FIRST)
    assert desk.doorman.unsealing.sheet is not None
    assert desk.doorman.unsealing.sheet.code.text() != code


def test_a_sheet_that_was_open_is_hidden_with_the_window_and_comes_back(
    desk: Desk, protected: tuple[Path, str]
) -> None:
    """Nobody reads names through a sheet that was left open; what was typed into it is still there."""
    desk.start(protected[0])
    sign_in(desk, FIRST, PASSWORD)
    sheet = office(desk).show_office_details()
    desk.tasks.wait_idle()
    sheet.fields["province"].setText("ตัวอย่าง")
    desk.doorman.lock()
    asking(desk)
    assert not sheet.isVisible()
    sign_in(desk, FIRST, PASSWORD)
    assert sheet.isVisible()
    assert sheet.fields["province"].text() == "ตัวอย่าง"
    sheet.close()
