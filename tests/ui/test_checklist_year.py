"""A whole OIT year at the keyboard: links, proofs, submit, return, approve, explanation, final."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.checklist import CheckEntry, ResultStage, WorkStatus
from ita_desktop.domain.checklist_phases import OitPhase
from ita_desktop.domain.evidence import EvidenceKind
from ita_desktop.domain.history import Role
from ita_desktop.ui.pages.checklist_errands import Errands
from ita_desktop.ui.pages.checklist_opening import tell_lost_evidence
from ita_desktop.ui.pages.checklist_work import ChecklistWork
from ita_desktop.ui.status_bar import StatusBar
from tests.helpers.offices import instrument_of
from tests.services.test_checklist_carried import OLD
from tests.ui.test_checklist import CONTROL, cells, entry_of, go_to, opened

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.checklist import ChecklistPage
    from tests.ui.conftest import Hand

SHIFT = Qt.KeyboardModifier.ShiftModifier
SITE = "www.tambon-tuayang.go.th"


def put_on(hand: Hand, workspace: Workspace, role: Role) -> None:
    """Change hats, as the menu does."""
    hand.tasks.query(lambda: workspace.take_role(role), lambda _: None)
    hand.settle()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that the status bar announces: what it shows fades, sooner than a busy machine may get there."""
    words: list[str] = []
    announce = StatusBar.announce

    def noting(bar: StatusBar, text: str) -> None:
        words.append(text)
        announce(bar, text)

    monkeypatch.setattr(StatusBar, "announce", noting)
    return words


def fresh(workspace: Workspace) -> None:
    """Take back what the fixture recorded, so that the year begins empty."""
    for _ in range(3):
        workspace.undo()


def all_codes(page: ChecklistPage) -> list[str]:
    """The items of the list in order."""
    return [row.item.code for row in page.table.rows.rows]


def test_a_whole_year_of_28_items_by_keyboard(hand: Hand, workspace: Workspace) -> None:
    """From nothing to 28 confirmed items, one returned on the way, one explained and judged anew."""
    fresh(workspace)
    page = opened(hand)
    codes = all_codes(page)
    assert len(codes) == 28
    for code in codes:
        go_to(hand, page, code)
        hand.press(Qt.Key.Key_Return)
        hand.type(f"{SITE}/ita/{code}")
        hand.press(Qt.Key.Key_Return)
        hand.press(Qt.Key.Key_2 if code == "o2" else Qt.Key.Key_3)
        hand.settle()
        hand.press(Qt.Key.Key_F9)
        hand.settle()
        assert cells(page, code)[4] == "รออนุมัติ"
    _executive_returns_o2(hand, page, workspace)
    _admin_mends_o2(hand, page, workspace)
    put_on(hand, workspace, Role.EXECUTIVE)
    go_to_from_top(hand, page, "o2")
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert {row.entry.status for row in workspace.checklist.rows()} == {WorkStatus.APPROVED}
    _assessor_judges_o10(hand, page, workspace)
    put_on(hand, workspace, Role.EXECUTIVE)
    go_to_from_top(hand, page, "o1")
    for code in codes:
        go_to(hand, page, code)
        hand.press(Qt.Key.Key_F9)
        hand.settle()
    rows = workspace.checklist.rows()
    assert {row.entry.status for row in rows} == {WorkStatus.CONFIRMED}
    assert sum(row.gain for row in rows) == 0


def go_to_from_top(hand: Hand, page: ChecklistPage, code: str) -> None:
    """Back to the first item, then down."""
    page.table.setFocus()
    hand.press(Qt.Key.Key_Home, CONTROL)
    for _ in range(40):
        if page.panel.code == "o1":
            break
        hand.press(Qt.Key.Key_Up)
    go_to(hand, page, code)


def _executive_returns_o2(hand: Hand, page: ChecklistPage, workspace: Workspace) -> None:
    """All approved with F9, but o2 sent back with a reason."""
    put_on(hand, workspace, Role.EXECUTIVE)
    go_to_from_top(hand, page, "o1")
    for code in all_codes(page):
        go_to(hand, page, code)
        if code == "o2":
            hand.press(Qt.Key.Key_F9, SHIFT)
            hand.settle()
            hand.press(Qt.Key.Key_Return)
            assert page.reason.isVisible()
            hand.type("ยังไม่มีรูปถ่าย")
            hand.press(Qt.Key.Key_Return)
        else:
            hand.press(Qt.Key.Key_F9)
        hand.settle()
    assert cells(page, "o2")[4] == "ส่งกลับให้แก้"
    assert cells(page, "o28")[4] == "อนุมัติแล้ว"


def _admin_mends_o2(hand: Hand, page: ChecklistPage, workspace: Workspace) -> None:
    """The reason stands above the fields; ticked, judged and submitted again."""
    put_on(hand, workspace, Role.ADMIN)
    go_to_from_top(hand, page, "o2")
    assert "ยังไม่มีรูปถ่าย" in page.panel.notices.text.text()
    page.panel._boxes[2].setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.settle()
    page.take_focus()
    hand.press(Qt.Key.Key_3)
    hand.settle()
    assert entry_of(workspace, "o2").ticked == frozenset({2})
    hand.press(Qt.Key.Key_F9)
    hand.settle()


def _assessor_judges_o10(hand: Hand, page: ChecklistPage, workspace: Workspace) -> None:
    """Preliminary 50, explained, 100 in the end; the item stays approved all the while."""
    put_on(hand, workspace, Role.ADMIN)
    go_to_from_top(hand, page, "o10")
    for downs, key in ((1, Qt.Key.Key_2), (2, Qt.Key.Key_3)):
        page.panel.stage.setFocus()
        for _ in range(downs):
            hand.press(Qt.Key.Key_Down)
        page.take_focus()
        hand.press(key)
        hand.settle()
    page.panel.explanation.setFocus()
    hand.type("แบบคำร้องอยู่ที่หัวข้อ E-Service")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    entry = entry_of(workspace, "o10")
    judged = [entry.of_stage(stage) for stage in ResultStage]
    assert judged == [100, 50, None, 100]
    assert entry.explanation == "แบบคำร้องอยู่ที่หัวข้อ E-Service"
    assert entry.status is WorkStatus.APPROVED


def test_a_file_proves_an_item_and_delete_takes_it_away(
    hand: Hand, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    """Ctrl+E, the file, its line in the panel; Delete on the line, Ctrl+Z brings it back."""
    source = tmp_path / "ภาพหน้าจอ.png"
    source.write_bytes(b"\x89PNG")
    monkeypatch.setattr(ChecklistWork, "ask_file", lambda _: source)
    page = opened(hand)
    go_to(hand, page, "o3")
    hand.press(Qt.Key.Key_E, CONTROL)
    hand.settle()
    (proof,) = next(row.proofs for row in workspace.checklist.rows() if row.item.code == "o3")
    assert proof.kind is EvidenceKind.PAGE
    assert "ภาพหน้าจอ.png" in page.panel.proofs.table.as_text()
    assert any("เก็บ ภาพหน้าจอ.png" in words for words in said)
    page.panel.proofs.table.setFocus()
    hand.press(Qt.Key.Key_Delete)
    hand.settle()
    assert page.panel.proofs.isHidden()
    page.take_focus()
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert "ภาพหน้าจอ.png" in page.panel.proofs.table.as_text()


def test_a_lost_proof_is_told_at_opening(
    hand: Hand, workspace: Workspace, tmp_path: Path, said: list[str]
) -> None:
    """Before anyone opens the tab."""
    (tmp_path / "แผน.pdf").write_bytes(b"%PDF-")
    _, kept = workspace.checklist.evidence.add_file(["o5"], tmp_path / "แผน.pdf")
    workspace.checklist.evidence.folder.place(kept.sha256, kept.name).unlink()
    tell_lost_evidence(hand.window.context, hand.window)
    hand.settle()
    assert any("แผน.pdf" in words for words in said)


def test_last_years_comment_stands_beside_the_item_until_looked_at(hand: Hand, workspace: Workspace) -> None:
    """O17's comment of 2563 at o10; Ctrl+D says that it was looked at."""
    workspace.checklist.years.take(OLD, instrument_of(2564))
    page = opened(hand)
    go_to(hand, page, "o10")
    assert "ข้อร้องเรียนไม่ใช่ E-Service" in page.panel.last.text.text()
    assert "ยังไม่ได้ทบทวน" in page.panel.last.title.text()
    hand.press(Qt.Key.Key_D, CONTROL)
    hand.settle()
    assert page.panel.last.title.text() == "ปีก่อน"
    page.errands.tell_left()
    hand.settle()
    assert "O๓๕" not in page.banner.text.text()
    assert "O35 การมีส่วนร่วมของผู้บริหาร" in page.banner.text.text()


def test_components_of_the_office_are_added_with_enter(hand: Hand, workspace: Workspace) -> None:
    """o4 has none in the instrument; the office writes its own, and ticks it."""
    page = opened(hand)
    go_to(hand, page, "o4")
    page.panel.component.setFocus()
    hand.type("ข่าวของปี 2568")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    page.panel._boxes[0].setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.settle()
    (component,) = entry_of(workspace, "o4").added
    assert (component.text, component.ticked) == ("ข่าวของปี 2568", True)


def test_sorted_by_gain_the_dearest_item_stands_first(hand: Hand, workspace: Workspace) -> None:
    """Alt+3; no headings between."""
    for row in workspace.checklist.rows():
        if row.entry.status is WorkStatus.NOT_BEGUN and row.item.code != "o13":
            workspace.checklist.save(CheckEntry(row.item.code, Fraction(100)))
    page = opened(hand)
    hand.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    hand.settle()
    assert all_codes(page)[:2] == ["o13", "o2"]
    assert page.table.rows.heading_at(0) == ""


def test_what_does_not_hold_together_is_told_above_the_fields(hand: Hand, workspace: Workspace) -> None:
    """A link to another town's website is kept, and named."""
    page = opened(hand)
    go_to(hand, page, "o3")
    hand.press(Qt.Key.Key_Return)
    hand.type("https://www.elsewhere.go.th/o3")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert "ลิงก์ไม่ได้อยู่บนเว็บไซต์หลัก" in page.panel.notices.text.text()
    assert QApplication.focusWidget() is page.table


def test_the_wrong_hat_is_told(hand: Hand, workspace: Workspace, said: list[str]) -> None:
    """The executive cannot submit; nothing moves."""
    put_on(hand, workspace, Role.EXECUTIVE)
    page = opened(hand)
    go_to(hand, page, "o3")
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert any("บทบาทนี้" in words for words in said)
    assert entry_of(workspace, "o3").status is WorkStatus.NOT_BEGUN


def test_a_paper_is_written_from_the_menu(
    hand: Hand, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+M opens the menu; its first entry writes the table."""
    target = tmp_path / "ตาราง.pdf"
    monkeypatch.setattr(Errands, "ask_target", lambda *_: target)
    page = opened(hand)
    hand.press(Qt.Key.Key_M, CONTROL)
    hand.settle()
    assert page.menu.isVisible()
    page.menu.actions()[0].trigger()
    page.menu.close()
    hand.settle()
    assert target.read_bytes().startswith(b"%PDF")


def test_the_days_of_the_steps_are_changed_and_close_the_links(hand: Hand, workspace: Workspace) -> None:
    """The office writes the explanation window's days; from then on a new link is told to be too late."""
    page = opened(hand)
    hand.press(Qt.Key.Key_M, CONTROL)
    hand.settle()
    action = next(each for each in page.menu.actions() if each.text().startswith("ชี้แจงเพิ่มเติม"))
    assert "ยังไม่กำหนดวัน" in action.text()
    action.trigger()
    page.menu.close()
    hand.type("๑ พ.ค. ๒๕๖๘ – ๑๕ พ.ค. ๒๕๖๘")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert workspace.checklist.approval.phase() is OitPhase.EXPLAINING
    go_to(hand, page, "o3")
    hand.press(Qt.Key.Key_Return)
    hand.type(f"{SITE}/late")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert "ITAS ไม่รับลิงก์ใหม่" in page.banner.text.text()
    assert entry_of(workspace, "o3").link == ""


def test_from_a_file_in_the_list_the_next_one_is_its_new_version(
    hand: Hand, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+E with the cursor on the proof: the item shows the newer, the older stays in the file."""
    source = tmp_path / "แผน.pdf"
    monkeypatch.setattr(ChecklistWork, "ask_file", lambda _: source)
    page = opened(hand)
    go_to(hand, page, "o5")
    for content in (b"%PDF-1", b"%PDF-2"):
        source.write_bytes(content)
        hand.press(Qt.Key.Key_E, CONTROL)
        hand.settle()
        page.panel.proofs.table.setFocus()
    (proof,) = next(row.proofs for row in workspace.checklist.rows() if row.item.code == "o5")
    assert len(workspace.checklist.evidence.versions(proof.key)) == 2


def test_last_years_comment_can_be_written_by_hand(hand: Hand, workspace: Workspace) -> None:
    """Where no file of last year is at hand: from the letter of the assessor."""
    page = opened(hand)
    go_to(hand, page, "o2")
    page.errands.ask_comment()
    hand.type("ไม่พบรูปถ่ายผู้บริหาร")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert "o2 (๒๕๖๗)" in page.panel.last.text.text()
    assert "“ไม่พบรูปถ่ายผู้บริหาร”" in page.panel.last.text.text()


def test_a_wrong_match_is_sent_away_from_the_item(hand: Hand, workspace: Workspace) -> None:
    """The menu's entry; what was matched then stands among those without a place."""
    workspace.checklist.years.take(OLD, instrument_of(2564))
    page = opened(hand)
    go_to(hand, page, "o10")
    page.errands.refuse()
    hand.settle()
    assert page.panel.last.isHidden()
    assert "O17" in {left.code for left in workspace.checklist.years.without_successor()}
