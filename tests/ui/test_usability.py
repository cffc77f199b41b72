"""The usability walk: five tasks as a clerk does them, by keys alone, counted (docs/usability.md).

A task that comes to need more keys fails here, and the page says by how much.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from ita_desktop.domain.checklist import WorkStatus
from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.domain.history import Role
from ita_desktop.services import sample
from ita_desktop.support import clock
from ita_desktop.ui import screens, theme
from ita_desktop.ui.main_window import DESIGN_SIZE
from ita_desktop.ui.pages.roster_paper import PaperPanel
from ita_desktop.ui.tasks import TaskRunner
from tests.helpers.source import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.main_window import MainWindow

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
PAGE = ROOT / "docs" / "usability.md"


@dataclass(slots=True)
class Clerk:
    """Presses keys where the cursor is, and counts them; a key with Ctrl or Alt held is one."""

    window: MainWindow
    folder: Path
    keys: int = 0

    @property
    def workspace(self) -> Workspace:
        """The file at work."""
        return self.window.context.workspace

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """Press a key, and wait until everything is shown."""
        for _ in range(times):
            widget = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
            QTest.keyClick(widget, key, modifier)
            screens.settle(self.window.context.tasks)
            self.keys += 1

    def press_in_menu(self, key: Qt.Key) -> None:
        """Press a key in the menu that is open; again a little later where it is not open yet."""
        menu = QApplication.activePopupWidget()
        if menu is None:
            QTimer.singleShot(5, self.window, lambda: self.press_in_menu(key))
            return
        QTest.keyClick(menu, key)
        self.keys += 1


@pytest.fixture
def clerk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Clerk]:
    """A clerk before the sample office, on the overview."""
    with clock.frozen(screens.SAMPLE_DAY):
        opened, tasks = sample.make(tmp_path / sample.FILE_NAME, clock.now), TaskRunner()
        window = screens.opened(opened, tasks, screens.Look(DESIGN_SIZE, 100, "th"))
        screens.settle(tasks)
        with qtbot.waitActive(window):
            window.activateWindow()
        yield Clerk(window, tmp_path)
        screens.put_away(window, tasks)
        tasks.stop()
        opened.close()
        theme.apply(qapp)


def key_ten_forms(clerk: Clerk) -> None:
    """Ten paper forms of the IIT, as they lie on the desk."""
    before = clerk.workspace.results.result().tallies["IIT"].respondents
    clerk.press(Qt.Key.Key_3, CTRL)
    questions = len(clerk.workspace.entry.begin("IIT").form)
    for _ in range(10):
        clerk.press(Qt.Key.Key_1, times=questions)
        clerk.press(Qt.Key.Key_Return)
    assert clerk.workspace.results.result().tallies["IIT"].respondents == before + 10


def see_who_has_not_returned(clerk: Clerk) -> None:
    """Which divisions were given forms and have not brought them back."""
    clerk.press(Qt.Key.Key_2, CTRL)
    QTimer.singleShot(
        0, clerk.window, lambda: clerk.press_in_menu(Qt.Key.Key_8)
    )  # this menu waits for its key
    clerk.press(Qt.Key.Key_W, ALT)
    assert any(panel.isVisible() for panel in clerk.window.findChildren(PaperPanel))


def approve_o2(clerk: Clerk) -> None:
    """The executive signs o2, which the administrator has submitted."""
    clerk.workspace.take_role(Role.EXECUTIVE)
    clerk.press(Qt.Key.Key_4, CTRL)
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_F9)
    row = next(each for each in clerk.workspace.checklist.rows() if each.item.code == "o2")
    assert row.entry.status is WorkStatus.APPROVED


def print_the_reminder(clerk: Clerk) -> None:
    """The memo that reminds divisions of what is late, as PDF."""
    clerk.press(Qt.Key.Key_4, CTRL)
    clerk.press(Qt.Key.Key_M, CTRL)
    clerk.press(Qt.Key.Key_4)
    clerk.keys += 1  # Enter in the system's own dialog, whose name is right as it is proposed
    assert list(clerk.folder.glob("*.pdf"))


def export_to_a_stick(clerk: Clerk) -> None:
    """The package for headquarters."""
    clerk.press(Qt.Key.Key_8, CTRL)
    clerk.press(Qt.Key.Key_F8)
    clerk.keys += 1  # Enter in the system's own dialog
    clerk.press(Qt.Key.Key_F9)
    assert list(clerk.folder.glob("stick/*"))


TASKS: dict[str, Callable[[Clerk], None]] = {
    task.__name__: task
    for task in (key_ten_forms, see_who_has_not_returned, approve_o2, print_the_reminder, export_to_a_stick)
}


def promised() -> dict[str, int]:
    """The counts on the page."""
    rows = re.findall(r"^\| `(\w+)` \|.*\| (\d+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    return {name: int(count) for name, count in rows}


@pytest.mark.parametrize("name", TASKS)
def test_a_task_takes_no_more_keys_than_promised(
    clerk: Clerk, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Done by the keys alone, to its end, with the count that stands on the page."""
    stick = clerk.folder / "stick"
    stick.mkdir()
    proposed = clerk.folder / "ใบทวง.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(proposed), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    if name == "approve_o2":
        clerk.workspace.checklist.approval.take(ApprovalStep.SUBMIT, ("o2",))
    TASKS[name](clerk)
    assert clerk.keys == promised()[name]


def test_the_page_counts_every_task() -> None:
    """No task is promised that is not done here, and none is done that is not promised."""
    assert promised().keys() == TASKS.keys()
