"""A window on a real office file, off the screen, and the keys that a person would press."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ita_desktop.domain.checklist import CheckEntry, WorkStatus
from ita_desktop.domain.roster import InternalPerson
from ita_desktop.support import clock
from ita_desktop.ui import theme
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.prose import use_thai_digits
from ita_desktop.ui.tasks import TaskRunner
from ita_desktop.ui.user_settings import UserSettings
from tests.helpers.offices import NOW, best_choice, new_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.tabs import Tab


@dataclass(frozen=True, slots=True)
class Hand:
    """A person at the keyboard of a window: presses keys where the cursor is, waits for the disk, reads."""

    window: MainWindow
    tasks: TaskRunner
    qtbot: QtBot

    def open(self, tab: Tab) -> QWidget:
        """Press Ctrl and the tab's number; return its page when it has shown all that it asked for."""
        self.press(Qt.Key(Qt.Key.Key_0 + tab.value), Qt.KeyboardModifier.ControlModifier)
        self.settle()
        return self.window.current_page

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the cursor is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text: str) -> None:
        """Type where the cursor is, Thai too, for which QTest knows no keys."""
        for letter in text:
            widget = QApplication.focusWidget() or self.window
            if letter.isascii():
                QTest.keyClicks(widget, letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    plain = Qt.KeyboardModifier.NoModifier
                    QApplication.sendEvent(widget, QKeyEvent(kind, ord(letter), plain, letter))

    def settle(self) -> None:
        """Wait until the disk is done and everything is shown."""
        self.tasks.wait_idle()
        QApplication.processEvents()

    def reads(self, widget: QWidget | None = None) -> str:
        """All words of the visible labels, one per line."""
        labels = (widget or self.window).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible() and label.text())


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A small 2568 office at work: three people inside, two forms keyed, three items judged."""
    with clock.frozen(NOW):
        made = new_workspace(tmp_path)
        _fill(made)
        yield made
        made.close()


def _fill(workspace: Workspace) -> None:
    """Do a little of the year's work."""
    for number in range(3):
        workspace.roster.add(
            InternalPerson(f"นางสาวตัวอย่าง คนที่{number + 1}", "นักวิชาการ", start_date=date(2020, 10, 1))
        )
    form = workspace.entry.begin("IIT")
    line = "".join(str(best_choice(question) if question.choices[0].score is not None else 1)
                   for question in form.form)  # fmt: skip
    for serial in (1, 2):
        workspace.entry.finish(replace(form.draft, serial=serial, line=line))
    entries = (
        CheckEntry("o1", Fraction(100), WorkStatus.APPROVED, "https://www.tambon-tuayang.go.th/o1"),
        CheckEntry("o2", Fraction(50), WorkStatus.RETURNED, owner="สำนักปลัด", due=date(2025, 5, 14)),
        CheckEntry("o13", None, WorkStatus.NOT_BEGUN, owner="กองคลัง", due=date(2025, 5, 2)),
    )
    for entry in entries:
        workspace.checklist.save(entry)


@pytest.fixture
def tasks(qapp: QApplication, workspace: Workspace) -> Iterator[TaskRunner]:
    """The worker; the test fails on an error that the program did not expect."""
    runner = TaskRunner()
    crashes: list[BaseException] = []
    runner.crashed.connect(crashes.append)
    yield runner
    runner.stop()
    if crashes:
        raise crashes[0]


@pytest.fixture
def hand(qtbot: QtBot, qapp: QApplication, workspace: Workspace, tasks: TaskRunner) -> Iterator[Hand]:
    """A person at the main window, as wide as a small office screen, the overview open."""
    theme.apply(qapp)
    use_thai_digits(chosen=True)
    window = MainWindow(workspace, tasks, UserSettings())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    with qtbot.waitActive(window):  # keys of the window work only while it is the active one
        window.activateWindow()
        window.raise_()
    person = Hand(window, tasks, qtbot)
    person.settle()
    yield person
    person.window.leave()
    person.settle()
