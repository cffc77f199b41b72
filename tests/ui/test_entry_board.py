"""The board is readable: all that a key needs is in sight, at every size of text; clicks do what keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ita_desktop.ui import theme
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.user_settings import TEXT_SIZES, UserSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.entry import EntryPage
    from ita_desktop.ui.tasks import TaskRunner
    from tests.ui.conftest import Hand


@pytest.fixture
def _plain_text(qapp: QApplication) -> Iterator[None]:
    """Put the size of text back."""
    yield
    theme.apply(qapp)


@pytest.mark.usefixtures("_plain_text")
@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_every_question_fits_the_small_screen(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, tasks: TaskRunner, percent: int
) -> None:
    """1366×768, text as large as it goes: question, choices, marks and what is told, without scrolling."""
    theme.apply(qapp, percent)
    window = MainWindow(workspace, tasks, UserSettings(text_percent=percent))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.open_tab(Tab.ENTRY)
    tasks.wait_idle()
    page = cast("EntryPage", window.current_page)
    board = page.panel.board
    assert page.sheet is not None
    for place in range(len(page.sheet.keying.form)):
        page.sheet.keying.go(place)
        QTest.keyClick(board, Qt.Key.Key_9)  # refused or not, something is told or moved
        page.sheet.keying.go(place)
        QTest.keyClick(board, Qt.Key.Key_Q)
        assert board.settled.notice is not None
        assert board.minimumHeight() == 0, page.sheet.guide.asked[place].label
    window.leave()
    tasks.wait_idle()


def test_a_click_answers_as_a_key_does(hand: Hand) -> None:
    """The mouse is never needed, but it works: a card, a mark, a question of the strip."""
    page = cast("EntryPage", hand.open(Tab.ENTRY))
    board = page.panel.board
    for boxes, place in (("cards", 1), ("marks", 2), ("chips", 9)):
        box = getattr(board._planned(), boxes)[place]
        QTest.mouseClick(
            board, Qt.MouseButton.LeftButton, pos=QPoint(int(box.center().x()), int(box.center().y()))
        )
        board._settle()
    assert page.sheet is not None
    assert page.sheet.keying.line == "2*"
    assert page.sheet.keying.place == 9


@pytest.mark.parametrize("wanted", [True, False])
def test_a_refused_key_sounds_if_the_user_wants_it(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, tasks: TaskRunner, wanted: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The eyes are on the paper: a sound is all that tells."""
    beeps: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(True))
    window = MainWindow(workspace, tasks, UserSettings(beep=wanted))
    qtbot.addWidget(window)
    window.show()
    window.open_tab(Tab.ENTRY)
    tasks.wait_idle()
    QTest.keyClicks(cast("EntryPage", window.current_page).panel.board, "19")
    assert bool(beeps) is wanted
    window.leave()
    tasks.wait_idle()


def test_a_note_stays_with_its_form(hand: Hand, workspace: Workspace) -> None:
    """Ctrl+M, a line of text, Enter, and keying goes on."""
    page = cast("EntryPage", hand.open(Tab.ENTRY))
    hand.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    hand.type("page 2 torn")
    hand.press(Qt.Key.Key_Return)
    assert page.panel.board.hasFocus()
    hand.type("1" * 20)
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert workspace.entry.find("IIT", 3).note == "page 2 torn"
    assert page.sheet is not None
    assert page.sheet.note == ""
