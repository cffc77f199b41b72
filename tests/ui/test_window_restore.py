"""Safety in the window: a copy on closing, the way back from the menu and from the welcome page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.roster import InternalPerson
from ita_desktop.services import restoring, workspace
from ita_desktop.support import clock
from ita_desktop.ui import desk as desk_module
from ita_desktop.ui.crash import crash_dialog
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.page import Page
from ita_desktop.ui.user_settings import UserSettings
from ita_desktop.ui.welcome import Welcome
from tests.helpers.offices import new_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk whose documents lie in a folder of the test."""
    monkeypatch.setattr(desk_module, "documents_folder", lambda: tmp_path)
    made = Desk(qapp, UserSettings())
    yield made
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()
    made.tasks.stop()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed office file with one person."""
    made = new_workspace(tmp_path)
    made.roster.add(InternalPerson("นายสมมุติ หนึ่ง"))
    made.close()
    return made.path


def used_and_closed(desk: Desk, path: Path) -> None:
    """Open the file in the window, add a person, go back to the welcome page as on closing."""
    desk.start(path)
    desk.tasks.wait_idle()
    assert desk.workspace is not None
    desk.workspace.roster.add(InternalPerson("นายสมมุติ สอง"))
    desk.close_file()
    desk.tasks.wait_idle()


def people(path: Path) -> int:
    """How many are on the internal roster of a closed file."""
    opened = workspace.open_file(path, clock.now)
    try:
        return opened.roster.summary().internal
    finally:
        opened.close()


def test_closing_the_window_leaves_a_copy(desk: Desk, path: Path) -> None:
    """With what was done since it was opened."""
    used_and_closed(desk, path)
    (choice,) = restoring.choices(path)
    assert choice.contents is not None
    assert choice.contents.internal == 2


def test_a_file_that_does_not_open_is_restored_from_the_welcome_page_by_keys(
    desk: Desk, path: Path, qtbot: QtBot
) -> None:
    """Ctrl+R, the newest copy is chosen, Enter: the file opens, and says what came back."""
    used_and_closed(desk, path)
    path.write_bytes(b"spoiled")
    desk.show_welcome()
    welcome = desk.window
    assert isinstance(welcome, Welcome)
    with qtbot.waitActive(welcome):
        welcome.activateWindow()
    QTest.keyClick(welcome, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    desk.tasks.wait_idle()
    dialog = desk.guard.dialog
    assert dialog is not None
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    desk.tasks.wait_idle()
    QApplication.processEvents()
    desk.tasks.wait_idle()
    assert isinstance(desk.window, MainWindow)
    assert desk.workspace is not None
    assert isinstance(desk.window.current_page, Page)
    assert "before-restore" in desk.window.current_page.banner.text.text()
    desk.close_file()
    desk.tasks.wait_idle()
    assert people(path) == 2


def test_a_restore_from_the_menu_closes_the_file_and_opens_what_came_back(desk: Desk, path: Path) -> None:
    """The open file is no hindrance, and stays under its other name."""
    used_and_closed(desk, path)
    desk.open(path)
    desk.tasks.wait_idle()
    assert isinstance(desk.window, MainWindow)
    assert desk.workspace is not None
    desk.workspace.roster.add(InternalPerson("นายสมมุติ สาม"))
    desk.window.menu.restore_asked.emit()
    desk.tasks.wait_idle()
    dialog = desk.guard.dialog
    assert dialog is not None
    assert dialog.table.rows.rowCount() == 1
    dialog.go()
    desk.tasks.wait_idle()
    assert desk.workspace is not None
    assert desk.workspace.roster.summary().internal == 2
    desk.close_file()
    desk.tasks.wait_idle()
    (kept,) = path.parent.glob("*before-restore*.ita")
    assert people(kept) == 3


def test_an_unclean_end_is_told_with_what_the_check_found(desk: Desk, path: Path) -> None:
    """The mark of an opening without a closing: the page says that all is there."""
    from ita_desktop.services.safekeeping import Keeper

    opened = workspace.open_file(path, clock.now)
    Keeper(opened, clock.now).begin()
    opened.close()
    desk.start(path)
    desk.tasks.wait_idle()
    QApplication.processEvents()
    assert isinstance(desk.window, MainWindow)
    assert isinstance(desk.window.current_page, Page)
    assert "ข้อมูลอยู่ครบ" in desk.window.current_page.banner.text.text()


def test_the_dialog_of_an_unforeseen_error_says_where_the_newest_copy_is(desk: Desk, path: Path) -> None:
    """The words are ready beforehand: the disk may be what failed."""
    used_and_closed(desk, path)
    desk.open(path)
    desk.tasks.wait_idle()
    box = crash_dialog(desk.guard.safe_words)
    assert "สำรองล่าสุด" in box.informativeText()
    assert "backups" in box.informativeText()
    box.deleteLater()


def test_the_overview_says_when_the_newest_copy_was_made(desk: Desk, path: Path) -> None:
    """And that it was opened and counted."""
    used_and_closed(desk, path)
    desk.open(path)
    desk.tasks.wait_idle()
    assert isinstance(desk.window, MainWindow)
    page = desk.window.current_page
    assert isinstance(page, Page)
    page.refresh()
    desk.tasks.wait_idle()
    assert "สำรองล่าสุด" in page.subtitle_label.text()
    assert "ลองเปิดและนับแล้ว" in page.subtitle_label.text()
