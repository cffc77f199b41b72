"""A long workbook under a person's hand: rows are counted, the window lives on, Esc leaves all as it was."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, cast

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt, QTimer

from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.roster import RosterPage
    from tests.ui.conftest import Hand

ROWS = 20_000


@pytest.fixture(scope="module")
def big_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A roster of 20,000 people."""
    path = tmp_path_factory.mktemp("big") / "ทะเบียน.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet("ภายใน")
    sheet.append(["ชื่อ-สกุล", "ตำแหน่ง", "สำนัก/กอง"])
    for number in range(ROWS):
        sheet.append([f"นายตัวอย่าง คนที่{number}", "นักวิชาการ", f"กองที่ {number % 9}"])
    book.save(path)
    return path


def digest(workspace: Workspace) -> str:
    """The file, byte for byte."""
    return hashlib.sha256(workspace.path.read_bytes()).hexdigest()


def working(page: RosterPage) -> bool:
    """Whether the rows that are done are shown."""
    return page.workbook.panel.working.isVisible()


def test_esc_stops_an_import_while_it_is_looked_at_and_while_it_is_taken_in(
    hand: Hand, workspace: Workspace, big_book: Path
) -> None:
    """Both times the file is as it was and that is said; then all of it comes in."""
    page = cast("RosterPage", hand.open(Tab.ROSTER))
    before = digest(workspace)
    page.workbook.open(big_book)
    hand.qtbot.waitUntil(lambda: working(page), timeout=20_000)
    assert "แถว" in hand.reads(page.workbook.panel)
    hand.press(Qt.Key.Key_Escape)
    hand.settle()
    assert not working(page)
    assert "หยุดตามที่สั่งแล้ว" in hand.reads(page)
    assert digest(workspace) == before
    page.workbook.open(big_book)
    hand.settle()
    assert page.workbook.panel.accept_button.isEnabled()
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    hand.qtbot.waitUntil(lambda: working(page), timeout=20_000)
    hand.press(Qt.Key.Key_Escape)
    hand.settle()
    assert digest(workspace) == before
    assert workspace.roster.summary().internal == 3
    assert page.lists.isVisible()


def test_the_window_lives_on_while_a_long_workbook_is_read(hand: Hand, big_book: Path) -> None:
    """Its event loop turns all the time: no tick of fifty in a row comes later than a person would feel."""
    page = cast("RosterPage", hand.open(Tab.ROSTER))
    ticks: list[int] = []
    timer = QTimer(page, interval=10)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    page.workbook.open(big_book)
    hand.settle()
    timer.stop()
    assert len(ticks) > 50
    assert page.workbook.panel.rows.isVisible()
