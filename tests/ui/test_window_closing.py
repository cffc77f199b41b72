"""Promises of the window's end: nothing typed is lost unasked, and its size is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from ita_desktop.ui import window_size
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.pages.measures import MeasuresPage
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.user_settings import UserSettings

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ita_desktop.services.workspace import Workspace
    from tests.ui.conftest import Hand


def refused(hand: Hand) -> MeasuresPage:
    """A measure with an owner and no title: it cannot be kept."""
    page = hand.open(Tab.MEASURES)
    assert isinstance(page, MeasuresPage)
    hand.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page.form.owner.setFocus()
    hand.type("กองคลัง")
    return page


def test_a_refused_field_holds_the_window_once(hand: Hand, workspace: Workspace) -> None:
    """The first close shows the field and says how to go on; the second one closes."""
    ended: list[bool] = []
    hand.window.closing.connect(lambda: ended.append(True))
    page = refused(hand)
    hand.open(Tab.RESULTS)
    assert not hand.window.close()
    assert hand.window.current_page is page
    assert "ปิดอีกครั้ง" in page.banner.text.text()
    assert ended == []
    assert hand.window.close()
    assert ended == [True]
    assert workspace.measures.rows() == ()


def test_a_field_that_was_mended_closes_at_once(hand: Hand, workspace: Workspace) -> None:
    """With its title the measure is kept, and nobody is asked."""
    page = refused(hand)
    assert not hand.window.close()
    page.form.measure.setText("จัดทำคู่มือ")
    assert hand.window.close()
    assert [row.title for row in workspace.measures.rows()] == ["จัดทำคู่มือ"]


def test_the_window_opens_as_large_as_it_was_closed(hand: Hand, workspace: Workspace, qtbot: QtBot) -> None:
    """The next window has the size of the last one; a broken record gives the usual size."""
    hand.window.resize(1100, 700)
    assert hand.window.close()
    again = MainWindow(workspace, hand.tasks, UserSettings())
    qtbot.addWidget(again)
    room = again.screen().availableSize()
    wanted = QSize(1100, 700).boundedTo(room).expandedTo(again.minimumSize())
    assert again.size() == wanted
    window_size.size_path().write_text("[1]", "utf-8")
    usual = MainWindow(workspace, hand.tasks, UserSettings())
    qtbot.addWidget(usual)
    assert usual.size() == QSize(1366, 768)
    hand.settle()
