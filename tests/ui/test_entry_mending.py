"""Finished forms are found by their number and put right, with the reason kept; stacks are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from ita_desktop.domain.batches import Batch
from ita_desktop.domain.problems import MissingRecord
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.entry import EntryPage
    from tests.ui.conftest import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
WIDTH = 20


def entry(hand: Hand) -> EntryPage:
    """The page, open."""
    return cast("EntryPage", hand.open(Tab.ENTRY))


def find(hand: Hand, serial: str) -> None:
    """Look a finished form up."""
    hand.press(Qt.Key.Key_F, CONTROL)
    hand.type(serial)
    hand.press(Qt.Key.Key_Return)
    hand.settle()


def test_a_form_is_mended_with_its_reason(hand: Hand, workspace: Workspace) -> None:
    """The form in hand lies aside meanwhile and comes back as it was."""
    page = entry(hand)
    hand.type("12")
    find(hand, "2")
    assert "กำลังแก้แบบเลขที่ ๒" in hand.reads(page)
    hand.type("3")
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Return)
    assert "ต้องบอกเหตุผล" in hand.reads(page)
    hand.type("misread")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert workspace.entry.find("IIT", 2).line.startswith("3111")
    assert workspace.settings.history(1)[0].subject == "IIT 2: misread"
    assert page.sheet is not None
    assert page.sheet.mended is None
    assert page.sheet.keying.line == "12"
    assert "กำลังแก้" not in hand.reads(page)


def test_esc_leaves_a_form_as_it_was(hand: Hand, workspace: Workspace) -> None:
    """Nothing is changed, and the clerk is back at work."""
    page = entry(hand)
    before = workspace.entry.find("IIT", 1)
    find(hand, "1")
    hand.type("3")
    hand.press(Qt.Key.Key_Escape)
    hand.settle()
    assert workspace.entry.find("IIT", 1) == before
    assert page.sheet is not None
    assert page.sheet.mending is None
    assert page.sheet.keying.untouched


def test_mending_is_never_taken_for_the_form_in_hand(hand: Hand, workspace: Workspace) -> None:
    """Keys on the mended form do not become a draft of a new one."""
    entry(hand)
    find(hand, "1")
    hand.type("222")
    hand.settle()
    assert workspace.entry.begin("IIT").draft.line == ""


def test_a_number_that_nobody_has_is_told(hand: Hand) -> None:
    """And asked for again, in the same line."""
    page = entry(hand)
    find(hand, "77")
    assert "ไม่มีแบบ IIT ๗๗ ในแฟ้มนี้" in hand.reads(page)
    assert page.panel.bar.asking
    hand.press(Qt.Key.Key_Escape)
    assert page.panel.board.hasFocus()
    hand.type("1")
    assert page.sheet is not None
    assert page.sheet.keying.line == "1"


def test_a_paper_keyed_twice_is_removed_and_can_come_back(hand: Hand, workspace: Workspace) -> None:
    """Ctrl+Delete on the form that is mended; Ctrl+Z undoes it."""
    entry(hand)
    line = workspace.entry.find("IIT", 2).line
    find(hand, "2")
    hand.press(Qt.Key.Key_Delete, CONTROL)
    hand.settle()
    assert "IIT 2" in missing(workspace, 2)
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert workspace.entry.find("IIT", 2).line == line


def missing(workspace: Workspace, serial: int) -> str:
    """What the file says of a form that is not there; empty if it is."""
    try:
        workspace.entry.find("IIT", serial)
    except MissingRecord as problem:
        return problem.key
    return ""


def open_stack(hand: Hand, count: str) -> None:
    """Fill in a cover sheet."""
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.type(count)
    for _ in range(3):
        hand.press(Qt.Key.Key_Return)
    hand.settle()


def key_form(hand: Hand) -> None:
    """Key a form."""
    hand.type("1" * WIDTH)
    hand.press(Qt.Key.Key_Return)
    hand.settle()


def test_a_stack_closes_only_when_its_count_agrees(hand: Hand, workspace: Workspace) -> None:
    """Two on the cover sheet: after one form it stays open and says why, after two it closes."""
    page = entry(hand)
    open_stack(hand, "2")
    assert page.panel.board.hasFocus()
    key_form(hand)
    assert "ฉบับที่ ๒ จาก ๒" in hand.reads(page)
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert page.banner.isVisible()
    assert not workspace.entry.batches()[-1].closed
    key_form(hand)
    notice = page.panel.board.settled.notice
    assert notice is not None
    assert "ครบ ๒ ฉบับตามใบปะหน้าแล้ว" in notice.text
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert workspace.entry.batches()[-1].closed
    assert "ปิดแล้ว" in page.side.table.as_text()


def test_a_stack_with_a_half_keyed_form_stays_open(hand: Hand, workspace: Workspace) -> None:
    """The form would otherwise belong to no stack."""
    page = entry(hand)
    open_stack(hand, "")
    hand.type("12")
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    notice = page.panel.board.settled.notice
    assert notice is not None
    assert "ยังบันทึกไม่จบ" in notice.text
    assert not any(batch.closed for batch in workspace.entry.batches())


def test_a_count_that_is_no_number_is_told_at_its_field(hand: Hand, workspace: Workspace) -> None:
    """Nothing is opened."""
    page = entry(hand)
    before = workspace.entry.batches()
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.type("many")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert "ไม่ใช่ตัวเลข" in page.cover.form.fault_text("declared")
    assert workspace.entry.batches() == before
    hand.press(Qt.Key.Key_Escape)
    hand.type("1")
    assert page.sheet is not None
    assert page.sheet.keying.line == "1"


def test_the_form_goes_along_to_another_open_stack(hand: Hand, workspace: Workspace) -> None:
    """Ctrl+PgDn walks through the open stacks; forms keyed from then on belong to the one chosen."""
    page = entry(hand)
    first = workspace.entry.open_batch(Batch("IIT", 0, "กองคลัง")).key
    second = workspace.entry.open_batch(Batch("IIT", 0, "กองช่าง")).key
    page.refresh()
    hand.settle()
    chosen = [step_stack(hand, page) for _ in range(3)]
    assert {first, second} < set(chosen)
    for _ in range(chosen.index(first) + 1):
        step_stack(hand, page)
    key_form(hand)
    key_form(hand)
    assert [workspace.entry.find("IIT", serial).batch for serial in (3, 4)] == [first, first]


def step_stack(hand: Hand, page: EntryPage) -> int:
    """Go to the next open stack; return its key."""
    hand.press(Qt.Key.Key_PageDown, CONTROL)
    hand.settle()
    return page.sheet.draft.batch if page.sheet is not None else 0
