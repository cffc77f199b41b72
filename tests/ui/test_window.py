"""The frame: tabs by key, the foot, undo told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ita_desktop.ui.tabs import TABS, Tab

if TYPE_CHECKING:
    from tests.ui.conftest import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_and_a_number_open_each_tab(hand: Hand) -> None:
    """Every tab is one key away, and the bar marks which one is open."""
    for number, entry in enumerate(TABS):
        hand.open(entry.tab)
        assert hand.window.current_tab is entry.tab
        assert hand.window.tab_bar.button(number).isChecked()


def test_the_foot_says_whose_year_this_is(hand: Hand) -> None:
    """Office, year in Thai digits, role and file can always be read."""
    words = hand.reads(hand.window.status_bar)
    assert "เทศบาลตำบลตัวอย่าง" in words
    assert "ปีงบประมาณ ๒๕๖๘" in words
    assert "ผู้ดูแลระบบ (ADMIN)" in words
    assert "แฟ้ม ทดสอบ.ita" in words


def test_ctrl_z_says_what_it_took_back(hand: Hand) -> None:
    """The last command of the file is undone and named, then done again and named."""
    hand.open(Tab.OVERVIEW)
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert hand.window.status_bar.announcement.text() == "ย้อนแล้ว: แก้ข้อ o13"
    hand.press(Qt.Key.Key_Y, CONTROL)
    hand.settle()
    assert hand.window.status_bar.announcement.text() == "ทำซ้ำแล้ว: แก้ข้อ o13"


def test_a_word_about_what_was_done_outlives_the_waiting_that_follows(hand: Hand) -> None:
    """Refreshing after a command may take long: what was done still stands there when it ends."""
    bar = hand.window.status_bar
    bar.announce("เพิ่มแล้ว")
    bar.show_busy(True)
    assert bar.announcement.text() != "เพิ่มแล้ว"
    bar.show_busy(False)
    assert bar.announcement.text() == "เพิ่มแล้ว"
    bar.show_busy(True)
    bar.announce("ลบแล้ว")
    bar.show_busy(False)
    assert bar.announcement.text() == "ลบแล้ว"
