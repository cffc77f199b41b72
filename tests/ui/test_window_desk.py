"""Opening, making and closing office files; choices that rebuild the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ita_desktop.domain.history import Role
from ita_desktop.services.workspace import open_file
from ita_desktop.support import clock
from ita_desktop.ui import desk as desk_module
from ita_desktop.ui import user_settings
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.user_settings import UserSettings
from ita_desktop.ui.welcome import Welcome
from tests.helpers.offices import new_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
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
    Desk(qapp, UserSettings()).tasks.stop()


def main_window(desk: Desk) -> MainWindow:
    """The window on a file, when all is shown."""
    desk.tasks.wait_idle()
    assert isinstance(desk.window, MainWindow)
    return desk.window


def welcome(desk: Desk) -> Welcome:
    """The welcome page, when all is told."""
    desk.tasks.wait_idle()
    assert isinstance(desk.window, Welcome)
    return desk.window


def test_a_new_office_is_made_by_typing_its_name(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """Ctrl+N, a name, Enter: the file lies where it was proposed, and the window is on it."""
    desk.start(None)
    page = welcome(desk)
    qtbot.waitExposed(page)
    page.activateWindow()
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page.form.name.setText("เทศบาลตำบล ใหม่/เอี่ยม")
    QTest.keyClick(page.form.name, Qt.Key.Key_Return)
    window = main_window(desk)
    assert window.context.workspace.path == tmp_path / "เทศบาลตำบล ใหม่ เอี่ยม-2568.ita"
    assert window.context.workspace.path.is_file()
    assert window.status_bar.office.text() == "เทศบาลตำบล ใหม่/เอี่ยม"


def test_a_new_office_without_a_name_is_asked_for_it(desk: Desk) -> None:
    """The form says what is lacking at the field; nothing is made."""
    desk.start(None)
    page = welcome(desk)
    page.show_form()
    page.form.finish()
    assert page.form.form.fault_text("office") == "ยังไม่ได้กรอก"
    assert desk.workspace is None


def test_a_file_that_is_not_ours_is_told_on_the_welcome_page(desk: Desk, tmp_path: Path) -> None:
    """A picture named .ita opens no window and is left as it was."""
    stray = tmp_path / "ภาพ.ita"
    stray.write_bytes(b"\x89PNG" * 100)
    desk.start(stray)
    page = welcome(desk)
    assert not page.banner.isHidden()
    assert "ภาพ.ita" in page.banner.text.text()
    assert stray.read_bytes() == b"\x89PNG" * 100


def test_closing_the_window_releases_the_file(desk: Desk, tmp_path: Path) -> None:
    """What was open can be opened by the next program at once."""
    path = new_workspace_closed(tmp_path)
    desk.start(path)
    main_window(desk).close()
    open_file(path, clock.now).close()
    desk.window = None


def test_another_language_rebuilds_the_window_on_the_same_tab(desk: Desk, tmp_path: Path) -> None:
    """English from the menu: same file, same tab, and the choice is kept."""
    desk.start(new_workspace_closed(tmp_path))
    window = main_window(desk)
    window.open_tab(Tab.CHECKLIST)
    window.menu.settings_chosen.emit(replace(desk.settings, language="en"))
    rebuilt = main_window(desk)
    assert rebuilt is not window
    assert rebuilt.current_tab is Tab.CHECKLIST
    assert rebuilt.tab_bar.button(0).text() == "Overview"
    assert rebuilt.status_bar.year.text() == "Fiscal year 2568"
    assert user_settings.load().language == "en"
    desk.choose(UserSettings())


def test_a_role_taken_is_shown_below(desk: Desk, tmp_path: Path) -> None:
    """Whoever puts on another hat sees it."""
    desk.start(new_workspace_closed(tmp_path))
    window = main_window(desk)
    window.menu.role_chosen.emit(Role.EXECUTIVE)
    desk.tasks.wait_idle()
    assert window.status_bar.role.text() == "ผู้บริหาร"


def test_files_opened_lately_are_offered(desk: Desk, tmp_path: Path) -> None:
    """The next start offers the file of today; one that is gone is not offered."""
    path = new_workspace_closed(tmp_path)
    desk.start(path)
    main_window(desk)
    kept = user_settings.load()
    assert kept.existing_recent() == (path,)
    assert kept.opened(tmp_path / "หาย.ita").existing_recent() == (path,)


def new_workspace_closed(folder: Path) -> Path:
    """Make an office file; return where it lies."""
    made = new_workspace(folder)
    made.close()
    return made.path
