"""Around the keying: paper printed from its page, odd forms looked at, no key taken for another."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.entry import EntryPage
    from tests.ui.conftest import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier


def entry(hand: Hand) -> EntryPage:
    """The page, open."""
    return cast("EntryPage", hand.open(Tab.ENTRY))


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the person names in the dialog."""
    path = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path.with_suffix("")), ""))
    return path


def test_forms_with_numbers_are_printed_as_the_service_sets_them(
    hand: Hand, workspace: Workspace, target: Path
) -> None:
    """Ctrl+P, from and to, Enter: the part's own form is offered with the next number."""
    page = entry(hand)
    hand.press(Qt.Key.Key_P, CONTROL)
    hand.settle()
    panel = page.desk.printing.panel
    assert panel.first.text() == "3"
    panel.last.setFocus()
    panel.last.selectAll()
    hand.type("5")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert target.read_bytes() == workspace.forms.numbered("questionnaire-iit", range(3, 6))
    assert page.panel.board.hasFocus()


@pytest.mark.parametrize("code", ["cover-sheet", "thank-you", "poster"])
def test_the_papers_around_are_printed(hand: Hand, workspace: Workspace, target: Path, code: str) -> None:
    """The cover sheet is that of the stack in hand."""
    page = entry(hand)
    hand.press(Qt.Key.Key_P, CONTROL)
    hand.settle()
    page.desk.printing.panel.kind.set_value(code)
    assert not page.desk.printing.panel.first.isEnabled()
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    batch = workspace.entry.batches()[0].key
    wanted = workspace.forms.cover_sheet(batch) if code == "cover-sheet" else workspace.forms.render(code)
    assert target.read_bytes() == wanted


def test_numbers_that_run_backwards_are_told_at_their_field(hand: Hand, target: Path) -> None:
    """Nothing is written."""
    page = entry(hand)
    hand.press(Qt.Key.Key_P, CONTROL)
    hand.settle()
    panel = page.desk.printing.panel
    panel.last.setText("1")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert panel.form.fault_text("last")
    assert not target.exists()


def test_an_odd_form_is_looked_at_with_its_reason(hand: Hand, workspace: Workspace) -> None:
    """A straight line is flagged; looked at, it keeps its reason and its score."""
    page = entry(hand)
    hand.type("1" * 20)
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    odd = workspace.oddities.odd("IIT")
    assert odd
    hand.press(Qt.Key.Key_F5)
    hand.settle()
    assert "เลือกช่องเดียวกันทั้งแบบ" in page.desk.odd.list.table.as_text()
    chosen = page.desk.odd.list.table.chosen
    hand.press(Qt.Key.Key_Return)
    hand.type("as on paper")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert chosen not in workspace.oddities.odd("IIT")
    assert len(workspace.oddities.odd("IIT")) == len(odd) - 1
    assert "as on paper" in page.desk.odd.list.table.as_text()
    hand.press(Qt.Key.Key_Escape)
    assert page.panel.board.hasFocus()


def test_keys_of_the_first_keying_do_nothing_while_a_stack_is_checked(hand: Hand) -> None:
    """No question opens behind the list, and Ctrl+Z takes no key back unseen."""
    page = entry(hand)
    hand.type("12")
    hand.press(Qt.Key.Key_F8)
    hand.settle()
    for key in (Qt.Key.Key_G, Qt.Key.Key_F, Qt.Key.Key_L, Qt.Key.Key_Z):
        hand.press(key, CONTROL)
    hand.settle()
    assert not page.panel.bar.asking
    hand.press(Qt.Key.Key_Escape)
    assert page.panel.board.hasFocus()
    assert page.sheet is not None
    assert page.sheet.keying.line == "12"
