"""Answers keyed elsewhere come in through the window: looked at, mapped by keys, taken in, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.entry import EntryPage
    from ita_desktop.ui.pages.keying_layout import LayoutDialog
    from tests.ui.conftest import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier


def entry(hand: Hand) -> EntryPage:
    """The page, open."""
    return cast("EntryPage", hand.open(Tab.ENTRY))


def a_book(folder: Path, sheet: str, *rows: Sequence[Any]) -> Path:
    """A workbook of one sheet."""
    book = Workbook()
    book.worksheets[0].title = sheet
    for row in rows:
        book.worksheets[0].append(list(row))
    path = folder / "คำตอบ.xlsx"
    book.save(path)
    return path


def choose(hand: Hand, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Ctrl+I and the file."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    hand.press(Qt.Key.Key_I, CONTROL)
    hand.settle()


def mapping(hand: Hand, page: EntryPage) -> LayoutDialog:
    """F4 opens the list of columns."""
    hand.press(Qt.Key.Key_F4)
    hand.settle()
    dialog = page.desk.answers.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def agree(hand: Hand) -> None:
    """Ctrl+S in the sheet; the window has the keyboard again, as a window manager would see to."""
    hand.press(Qt.Key.Key_S, CONTROL)
    with hand.qtbot.waitActive(hand.window):
        hand.window.activateWindow()
    hand.settle()


def test_a_column_that_nothing_knows_is_mapped_and_the_answers_come_in(
    hand: Hand, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Refused with the question named; mapped, it is looked at again and taken in; Ctrl+Z takes it back."""
    page = entry(hand)
    hand.type("12")
    rows = (
        ["ลำดับ", "ความรวดเร็ว", *[f"ข้อ {number}" for number in range(2, 16)]],
        [7, 3, *[2] * 14],
        [8, "4 ,5", *[1] * 14],
    )
    choose(hand, monkeypatch, a_book(tmp_path, "IIT ตอบกลับ", *rows))
    panel = page.desk.answers.panel
    assert "i1" in panel.problems.as_text()
    assert not panel.accept_button.isEnabled()
    dialog = mapping(hand, page)
    assert dialog.fields[2].value == "-"
    dialog.fields[2].set_value("i1")
    agree(hand)
    assert "ตอบสองตัวเลือก" in panel.rows.as_text()
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert workspace.entry.find("IIT", 7).line[-15:] == "3" + "2" * 14
    assert workspace.entry.find("IIT", 8).line[-15:] == "*" + "1" * 14
    assert page.panel.board.hasFocus()
    assert page.sheet is not None
    assert page.sheet.keying.line == "12"
    workspace.undo()
    assert [batch.keyed for batch in workspace.entry.batches()] == [2]


def test_a_sheet_of_two_possible_parts_is_asked_about(
    hand: Hand, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The part is chosen in the sheet, with what figures mean."""
    page = entry(hand)
    rows = (["ลำดับ", *[f"e{number}" for number in range(1, 10)]], [1, *[1] * 9])
    choose(hand, monkeypatch, a_book(tmp_path, "ตอบ", *rows))
    assert "EIT1, EIT2" in page.desk.answers.panel.problems.as_text()
    dialog = mapping(hand, page)
    assert dialog.part.hasFocus()
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Down)
    agree(hand)
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    parts = [batch.part for batch in workspace.entry.batches()]
    assert parts.count("EIT1") + parts.count("EIT2") == 1


def test_esc_leaves_the_workbook_and_the_form_is_as_it_was(
    hand: Hand, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing came in, and the cursor is on the question that was asked."""
    page = entry(hand)
    hand.type("123")
    rows = (["ลำดับ", *[f"ข้อ {number}" for number in range(1, 16)]], [7, *[1] * 15])
    choose(hand, monkeypatch, a_book(tmp_path, "IIT", *rows))
    hand.press(Qt.Key.Key_Escape)
    hand.settle()
    assert page.panel.board.hasFocus()
    assert page.right.isVisible()
    assert [batch.keyed for batch in workspace.entry.batches()] == [2]
    hand.type("4")
    assert page.sheet is not None
    assert page.sheet.keying.line == "1234"
