"""Roster work from the keyboard: submitted, returned, drawn, counted, merged; a long list in blocks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from ita_desktop.domain.history import Role
from ita_desktop.domain.roster import Approval, InternalPerson, RosterKind
from ita_desktop.models import roster_store
from ita_desktop.services.roster import Order
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.roster import RosterPage
    from tests.ui.conftest import Hand

INSIDE = RosterKind.INTERNAL
LONG_AGO = date(2015, 1, 1)


def page_with(hand: Hand, workspace: Workspace, *names: str) -> RosterPage:
    """The page, with these people on the internal roster and nobody else."""
    for row in workspace.roster.internal():
        workspace.roster.remove(row.person, reopen=True)
    for name in names:
        workspace.roster.add(InternalPerson(name, division="กองคลัง", start_date=LONG_AGO))
    page = cast("RosterPage", hand.open(Tab.ROSTER))
    page.refresh()
    hand.settle()
    return page


def choose(hand: Hand, page: RosterPage, words: str) -> None:
    """Choose a line of the menu, as its letter does."""
    action = next(each for each in page.work.menu().actions() if words in each.text())
    action.trigger()
    hand.settle()


def type_over(text: str) -> None:
    """Write over what stands in the field with the cursor."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText(text)


def test_the_admin_submits_and_the_executive_returns_with_a_reason(hand: Hand, workspace: Workspace) -> None:
    """Each sees the lines of the menu that are theirs; the reason stands beside the person."""
    page = page_with(hand, workspace, "นายก สมมติ")
    choose(hand, page, "ส่งรายชื่อทั้งหมดให้ผู้บริหาร")
    assert workspace.roster.approval.counts(INSIDE).submitted == 1
    workspace.take_role(Role.EXECUTIVE)
    choose(hand, page, "ส่งรายชื่อนี้กลับ")
    type_over("ตำแหน่งไม่ตรง")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    (row,) = workspace.roster.internal()
    assert (row.person.approval, row.person.reason) == (Approval.RETURNED, "ตำแหน่งไม่ตรง")
    assert "ตำแหน่งไม่ตรง" in page.inside.standing.text()


def test_an_approved_person_cannot_be_typed_over(hand: Hand, workspace: Workspace) -> None:
    """The form is locked and says how it is opened."""
    page = page_with(hand, workspace, "นายก สมมติ")
    workspace.roster.approval.submit(INSIDE)
    workspace.take_role(Role.EXECUTIVE)
    choose(hand, page, "อนุมัติทั้งหมด")
    assert not page.inside.form.isEnabled()
    workspace.take_role(Role.ADMIN)
    choose(hand, page, "เปิดรายชื่อนี้")
    assert page.inside.form.isEnabled()


def test_people_are_drawn_with_a_seed_that_was_typed(hand: Hand, workspace: Workspace) -> None:
    """The size is proposed, the seed may be typed."""
    page = page_with(hand, workspace, *(f"นายคนที่{place} สมมติ" for place in range(8)))
    choose(hand, page, "สุ่มผู้ที่จะแจกแบบ")
    type_over("3")
    page.work.ask.focusNextChild()
    type_over("20260119")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    record = workspace.roster.draws.record(INSIDE)
    assert record is not None
    assert (record.seed, record.size) == ("20260119", 3)


def test_a_count_that_is_no_number_is_told_at_its_field(hand: Hand, workspace: Workspace) -> None:
    """And nothing is kept."""
    page = page_with(hand, workspace, "นายก สมมติ")
    choose(hand, page, "แจกและรับคืนแบบ")
    hand.press(Qt.Key.Key_F2)
    type_over("มาก")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert "ตัวเลข" in page.work.ask._form.fault_text("given")
    assert workspace.roster.handouts.table("IIT").total("given") == 0


def test_two_lines_become_one_by_a_key(hand: Hand, workspace: Workspace) -> None:
    """Ctrl+M merges the pair under the cursor; nothing before that."""
    page = page_with(hand, workspace, "นายน้ำใส สมมติ", "ดร.น้ำใส สมมติ")
    choose(hand, page, "อาจเป็นคนเดียวกัน")
    assert len(workspace.roster.internal()) == 2
    hand.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    assert [row.person.name for row in workspace.roster.internal()] == ["นายน้ำใส สมมติ"]


def test_a_long_list_is_read_where_it_is_looked_at(hand: Hand, workspace: Workspace) -> None:
    """Five thousand people: the first block with the list, the last one when the cursor goes there."""
    page = page_with(hand, workspace)
    people = [InternalPerson(f"นายคนที่{place:05d} สมมติ", start_date=LONG_AGO) for place in range(5000)]
    with workspace.session.drafting() as transaction:
        roster_store.add(transaction, workspace.year, people)
    page.refresh()
    hand.settle()
    model = page.lists.model
    assert (model.rowCount(), len(model.rows)) == (5000, 400)
    page.lists.table.setFocus()
    hand.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hand.qtbot.waitUntil(lambda: page.inside.name.text() == "นายคนที่04999 สมมติ")
    assert len(model.rows) < 1500


def test_a_list_is_sorted_from_the_keyboard(hand: Hand, workspace: Workspace) -> None:
    """Alt+S goes from one column to the next."""
    page = page_with(hand, workspace, "นายก สมมติ", "นายข สมมติ")
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    hand.settle()
    assert page.lists.order is Order.POSITION
