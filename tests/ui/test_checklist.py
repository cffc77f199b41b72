"""The checklist page, by keyboard, as a person reads it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.checklist import CheckEntry, WorkStatus
from ita_desktop.ui.pages.checklist import ChecklistPage
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace
    from tests.ui.conftest import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(hand: Hand) -> ChecklistPage:
    """The page, opened by its key."""
    page = hand.open(Tab.CHECKLIST)
    assert isinstance(page, ChecklistPage)
    return page


def entry_of(workspace: Workspace, code: str) -> CheckEntry:
    """What the file holds for an item."""
    return next(row.entry for row in workspace.checklist.rows() if row.item.code == code)


def cells(page: ChecklistPage, code: str) -> list[str]:
    """The cells of an item's line, as they are read."""
    line = next(line for line in page.table.as_text().splitlines() if line.startswith(f"{code}\t"))
    return line.split("\t")


def go_to(hand: Hand, page: ChecklistPage, code: str) -> None:
    """Press Down until the panel shows an item."""
    for _ in range(40):
        if page.panel.code == code:
            return
        hand.press(Qt.Key.Key_Down)
    raise AssertionError(page.panel.code)


def test_the_table_stands_in_groups_and_says_what_each_item_would_gain(hand: Hand) -> None:
    """Items stand under their sub-indicators with state, result and what is still to be won."""
    page = opened(hand)
    assert page.table.rows.heading_at(0) == "๙.๑ ข้อมูลพื้นฐาน"
    assert cells(page, "o2")[2:] == ["สำนักปลัด", "๑๔ พ.ค.", "ส่งกลับให้แก้", "50", "+0.50"]
    assert cells(page, "o1")[5:] == ["100", "–"]
    assert cells(page, "o13")[5] == "–"
    assert "ตรวจแล้ว ๒ จาก ๒๘ ข้อ" in page.subtitle_label.text()


def test_the_cursor_steps_over_headings(hand: Hand) -> None:
    """Down from the last item of a group comes to the first of the next."""
    page = opened(hand)
    assert page.panel.code == "o1"
    go_to(hand, page, "o5")
    hand.press(Qt.Key.Key_Up)
    assert page.panel.code == "o4"


def test_a_digit_judges_the_chosen_item_and_nought_takes_it_back(hand: Hand, workspace: Workspace) -> None:
    """One key from the table: the result from the left, kept at once and shown."""
    page = opened(hand)
    go_to(hand, page, "o3")
    hand.press(Qt.Key.Key_3)
    hand.settle()
    assert entry_of(workspace, "o3").result == Fraction(100)
    assert cells(page, "o3")[5] == "100"
    assert hand.window.status_bar.announcement.text() == "บันทึกข้อ o3 แล้ว"
    hand.press(Qt.Key.Key_0)
    hand.settle()
    assert entry_of(workspace, "o3").result is None


def test_enter_edits_and_leaving_a_field_keeps_it(hand: Hand, workspace: Workspace) -> None:
    """Enter, an address, Tab: it is in the file; Enter in a field goes back to the table."""
    page = opened(hand)
    go_to(hand, page, "o3")
    hand.press(Qt.Key.Key_Return)
    hand.type("www.tambon-tuayang.go.th/o3")
    hand.press(Qt.Key.Key_Tab)
    hand.settle()
    assert entry_of(workspace, "o3").link == "https://www.tambon-tuayang.go.th/o3"
    hand.type("รอภาพถ่าย")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert entry_of(workspace, "o3").note == "รอภาพถ่าย"
    page.panel.due.setFocus()
    hand.type("๓๐ มิ.ย. ๒๕๖๘")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert entry_of(workspace, "o3").due == date(2025, 6, 30)
    assert QApplication.focusWidget() is page.table
    assert page.panel.due.text() == "๓๐ มิ.ย. ๒๕๖๘"


def test_a_wrong_link_is_told_at_its_field_and_not_left_behind(hand: Hand, workspace: Workspace) -> None:
    """What cannot be kept stays in sight with what is wrong; the cursor does not leave the item."""
    page = opened(hand)
    go_to(hand, page, "o2")
    hand.press(Qt.Key.Key_Return)
    hand.type("ไม่ใช่ลิงก์")
    hand.press(Qt.Key.Key_Return)
    assert "ไม่ใช่ลิงก์เว็บไซต์" in page.panel.form.fault_text("link")
    page.table.choose(lambda row: row.item.code == "o7")
    hand.settle()
    assert page.panel.code == "o2"
    assert page.panel.link.text() == "ไม่ใช่ลิงก์"
    assert entry_of(workspace, "o2").link == ""
    hand.press(Qt.Key.Key_Escape)
    assert page.panel.form.fault_text("link") == ""
    assert page.panel.link.text() == ""


def test_a_result_between_the_steps_can_be_typed(hand: Hand, workspace: Workspace) -> None:
    """A published 75 that no step offers is taken as typed; 101 is not."""
    page = opened(hand)
    go_to(hand, page, "o2")
    page.panel.result.setFocus()
    page.panel.result.selectAll()
    hand.type("๗๕")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert entry_of(workspace, "o2").result == Fraction(75)
    page.panel.result.setFocus()
    page.panel.result.selectAll()
    hand.type("101")
    hand.press(Qt.Key.Key_Return)
    assert "0-100" in page.panel.form.fault_text("result").replace("๐-๑๐๐", "0-100")
    assert entry_of(workspace, "o2").result == Fraction(75)
    hand.press(Qt.Key.Key_Escape)


def test_undo_brings_an_item_back_and_shows_it(hand: Hand, workspace: Workspace) -> None:
    """Ctrl+Z from the table takes the last judgement back, in the file and before the eye."""
    page = opened(hand)
    go_to(hand, page, "o3")
    hand.press(Qt.Key.Key_2)
    hand.settle()
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert entry_of(workspace, "o3").result is None
    assert page.panel.result.text() == ""
    assert hand.window.status_bar.announcement.text() == "ย้อนแล้ว: แก้ข้อ o3"


def test_the_filter_leaves_what_is_not_finished(hand: Hand) -> None:
    """Alt+2 hides what is approved, Alt+1 brings it back."""
    page = opened(hand)
    go_to(hand, page, "o2")
    hand.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    hand.settle()
    assert "o1\t" not in page.table.as_text()
    assert page.panel.code == "o2"
    hand.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert "\no1\t" in page.table.as_text()


def test_f8_walks_to_what_could_gain(hand: Hand) -> None:
    """From o1, which is full, F8 goes to o2; from there on."""
    page = opened(hand)
    hand.press(Qt.Key.Key_F8)
    assert page.panel.code == "o2"
    hand.press(Qt.Key.Key_F8)
    assert page.panel.code == "o3"


def test_what_is_typed_survives_a_change_that_comes_meanwhile(hand: Hand, workspace: Workspace) -> None:
    """A field under the cursor is not overwritten when the list is read anew."""
    page = opened(hand)
    go_to(hand, page, "o3")
    hand.press(Qt.Key.Key_Return)
    hand.type("www.tambon")
    hand.tasks.run(
        lambda: workspace.checklist.save(CheckEntry("o3", Fraction(50), WorkStatus.DOING, owner="กองช่าง"))
    )
    hand.settle()
    assert page.panel.link.text() == "www.tambon"
    assert page.panel.owner.text() == "กองช่าง"
    assert page.panel.result.text() == "50"
    hand.press(Qt.Key.Key_Escape)


def test_ctrl_z_in_an_untouched_field_takes_back_the_last_command(hand: Hand, workspace: Workspace) -> None:
    """A field with nothing typed does not swallow the key; one with something typed takes that back first."""
    page = opened(hand)
    go_to(hand, page, "o3")
    hand.press(Qt.Key.Key_3)
    hand.settle()
    hand.press(Qt.Key.Key_Return)
    hand.type("x")
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert page.panel.link.text() == ""
    assert entry_of(workspace, "o3").result == Fraction(100)
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert entry_of(workspace, "o3").result is None
