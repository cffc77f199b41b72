"""The measures page: written, changed and removed from the keyboard; nothing typed is lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ita_desktop.domain.measures import Measure
from ita_desktop.ui.pages.measures import MeasuresPage
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace
    from tests.ui.conftest import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def opened(hand: Hand) -> MeasuresPage:
    """Open tab 5."""
    page = hand.open(Tab.MEASURES)
    assert isinstance(page, MeasuresPage)
    page.table.setFocus()
    return page


def written(hand: Hand, title: str) -> MeasuresPage:
    """Write a measure with the keys and keep it."""
    page = opened(hand)
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.press(Qt.Key.Key_Tab)
    hand.type(title)
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    return page


def test_an_empty_page_says_the_next_step(hand: Hand) -> None:
    """Without measures the page says so and names the key that begins one."""
    page = opened(hand)
    assert page.subtitle_label.text() == "ยังไม่มีมาตรการ"
    assert page.table.rows.rowCount() == 0


def test_ctrl_n_writes_a_measure(hand: Hand, workspace: Workspace) -> None:
    """Ctrl+N, the title, Ctrl+S: it is in the file, in the table, and announced."""
    page = written(hand, "อบรมขั้นตอนบริการ")
    assert [row.title for row in workspace.measures.rows()] == ["อบรมขั้นตอนบริการ"]
    assert page.table.chosen is not None
    assert page.table.chosen.title == "อบรมขั้นตอนบริการ"
    assert hand.window.status_bar.announcement.text() == "เพิ่มมาตรการแล้ว"
    assert page.subtitle_label.text().startswith("๑ มาตรการ")


def test_a_measure_without_title_is_told_at_its_field(hand: Hand, workspace: Workspace) -> None:
    """Nothing is kept, and the cursor stands in the field that lacks."""
    page = opened(hand)
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert page.form.form.fault_text("title") == "ยังไม่ได้กรอก"
    assert page.form.measure.hasFocus()
    assert workspace.measures.rows() == ()


def test_dates_are_buddhist_and_their_order_is_checked(hand: Hand, workspace: Workspace) -> None:
    """Dates are taken as offices write them; an end before the start is told at the end."""
    page = written(hand, "จัดทำคู่มือ")
    hand.press(Qt.Key.Key_Return)
    page.form.start.setFocus()
    hand.type("1/6/68")
    hand.press(Qt.Key.Key_Tab)
    hand.type("1/5/68")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert page.form.form.fault_text("end") != ""
    page.form.end.setFocus()
    hand.type("30 ก.ย. 2568")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    kept = workspace.measures.rows()[0]
    assert (kept.start, kept.end) == (date(2025, 6, 1), date(2025, 9, 30))
    assert page.form.end.text() == "๓๐ ก.ย. ๒๕๖๘"


def test_the_finding_is_proposed_from_the_score(hand: Hand) -> None:
    """The button writes the indicator's score into the finding; an indicator without data says so."""
    page = opened(hand)
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.press(Qt.Key.Key_R, ALT)
    assert page.form.finding.text().startswith("ตัวชี้วัดการปฏิบัติหน้าที่ ได้ ")
    page.form.indicator.set_value("6")
    page.form.finding.setText("")
    hand.press(Qt.Key.Key_R, ALT)
    assert page.form.finding.text() == "ตัวชี้วัดคุณภาพการดำเนินงาน ยังไม่มีข้อมูล"


def test_delete_removes_and_ctrl_z_brings_back(hand: Hand, workspace: Workspace) -> None:
    """Deleting needs no dialog, for it can be undone; the foot names the key."""
    page = written(hand, "อบรมขั้นตอนบริการ")
    page.table.setFocus()
    hand.press(Qt.Key.Key_Delete)
    hand.settle()
    assert workspace.measures.rows() == ()
    assert "Ctrl Z" in hand.window.status_bar.announcement.text()
    page.table.setFocus()
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert [row.title for row in workspace.measures.rows()] == ["อบรมขั้นตอนบริการ"]


def test_what_is_typed_is_kept_when_the_tab_is_left(hand: Hand, workspace: Workspace) -> None:
    """Leaving without Ctrl+S loses nothing."""
    page = written(hand, "จัดทำคู่มือ")
    hand.press(Qt.Key.Key_F2)
    page.form.owner.setFocus()
    hand.type("สำนักปลัด")
    hand.open(Tab.RESULTS)
    assert workspace.measures.rows()[0].owner == "สำนักปลัด"


def test_going_to_another_row_keeps_the_first_and_shows_the_second(hand: Hand, workspace: Workspace) -> None:
    """Changes on one measure are kept when the cursor moves, and the form shows the other one."""
    workspace.measures.add(Measure("1", "หนึ่ง"))
    workspace.measures.add(Measure("2", "สอง"))
    page = opened(hand)
    page.refresh()
    hand.settle()
    page.form.owner.setFocus()
    hand.type("กองคลัง")
    page.table.setFocus()
    hand.press(Qt.Key.Key_Down)
    hand.settle()
    assert workspace.measures.rows()[0].owner == "กองคลัง"
    assert page.form.measure.text() == "สอง"
    assert page.form.owner.text() == ""


def test_escape_gives_up_what_is_typed(hand: Hand, workspace: Workspace) -> None:
    """Esc shows the measure as the file has it."""
    page = written(hand, "จัดทำคู่มือ")
    hand.press(Qt.Key.Key_Return)
    hand.type("ผิด")
    hand.press(Qt.Key.Key_Escape)
    hand.settle()
    assert page.form.measure.text() == "จัดทำคู่มือ"
    assert workspace.measures.rows()[0].title == "จัดทำคู่มือ"
