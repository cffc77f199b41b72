"""The overview, as a person reads it, and the one key that goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.ui.pages.checklist import ChecklistPage
from ita_desktop.ui.pages.overview import OverviewPage
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace
    from tests.ui.conftest import Hand


def opened(hand: Hand) -> OverviewPage:
    """The page, opened by its key."""
    page = hand.open(Tab.OVERVIEW)
    assert isinstance(page, OverviewPage)
    return page


def test_it_says_the_day_the_next_step_and_until_when(hand: Hand) -> None:
    """Three of three must answer, two did: one form is left, and the days are counted."""
    page = opened(hand)
    words = hand.reads(page)
    assert "ภาพรวม ปีงบประมาณ ๒๕๖๘" in words
    assert "วันนี้ วันศุกร์ที่ ๙ พฤษภาคม ๒๕๖๘" in words
    assert "บันทึกแบบสอบถาม IIT อีก ๑ ฉบับ" in words
    assert "ครบกำหนด ๓๐ มิ.ย. ๒๕๖๘ · เหลือ ๕๒ วัน" in words


def test_scores_so_far_are_marked_as_such(hand: Hand) -> None:
    """A part without answers has no data, not 0; level and total say that they are provisional."""
    page = opened(hand)
    words = hand.reads(page.score_card)
    assert "100.00" in words
    assert "ยังไม่มีข้อมูล" in words
    assert "คะแนนรวม (ประมาณ)" in words
    assert page.score_card.level.text().startswith("ประมาณ")


def test_what_is_overdue_comes_first_and_enter_goes_there(hand: Hand) -> None:
    """The late item is on top; Enter on it opens the checklist on that item."""
    page = opened(hand)
    table = page.duty_card.table
    lines = table.as_text().splitlines()
    assert lines[1].startswith("เลยกำหนด\to13 ")
    assert lines[1].endswith("กองคลัง · ๒ พ.ค. ๖๘")
    assert lines[2].startswith("ใกล้กำหนด\to2 ")
    table.setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    checklist = hand.window.current_page
    assert isinstance(checklist, ChecklistPage)
    assert checklist.panel.code == "o13"


def test_enter_does_the_next_step_from_the_keyboard_and_the_number_pad(hand: Hand) -> None:
    """Enter opens keying, whichever Enter it is."""
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        opened(hand)
        hand.press(key)
        hand.settle()
        assert hand.window.current_tab is Tab.ENTRY, (key, QApplication.focusWidget())


def test_the_calendar_tells_each_phase_in_words_too(hand: Hand) -> None:
    """What is drawn can also be heard: name, dates and phase of each activity."""
    words = opened(hand).calendar.accessibleDescription()
    assert "ตอบแบบสำรวจ OIT: ๑ พ.ค. ๖๘ – ๓๑ พ.ค. ๖๘ (อยู่ในช่วงนี้)" in words
    assert "(ผ่านไปแล้ว)" in words
    assert "(ยังไม่ถึง)" in words


def test_it_follows_what_is_done_elsewhere(hand: Hand, workspace: Workspace) -> None:
    """A new date on an item is on the overview when one comes back."""
    page = opened(hand)
    hand.open(Tab.CHECKLIST)
    hand.tasks.run(lambda: workspace.checklist.save(CheckEntry("o13")))
    hand.settle()
    hand.open(Tab.OVERVIEW)
    assert "o13" not in page.duty_card.table.as_text()
