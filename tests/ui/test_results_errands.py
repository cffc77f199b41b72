"""Errands of the result page: figures in by workbook, an old report's sentences checked, all by keyboard."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ita_desktop.ui.pages.results import ResultsPage
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(hand: Hand) -> ResultsPage:
    """Open tab 6."""
    page = hand.open(Tab.RESULTS)
    assert isinstance(page, ResultsPage)
    return page


def book(path: Path, *rows: tuple[str | float | None, ...]) -> Path:
    """Write a workbook of one sheet."""
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    made.save(path)
    return path


def test_published_figures_come_in_after_a_look(hand: Hand, tmp_path: Path) -> None:
    """Nothing is kept at the preview; Ctrl+S takes all of it, Ctrl+Z takes all of it back."""
    page = opened(hand)
    path = book(tmp_path / "ก.xlsx", ("รหัส", "ปี 2568", "ปี 2567"), ("IIT", 98.5, 97), ("9", 95, None))
    page.errands.look_at(path)
    hand.settle()
    assert page.result is not None
    assert page.result.published == {}
    assert [row.label for row in page.errands.panel.rows.rows.rows] == ["2568 IIT", "2567 IIT", "2568 9"]
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    hand.settle()
    assert page.result.published == {"IIT": Decimal("98.50"), "9": Decimal("95.00")}
    assert [past.year for past in page.result.past] == [2567]
    assert page.tree.isVisible()
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert page.result.published == {}
    assert page.result.past == ()


def test_a_wrong_cell_is_named_and_esc_goes_back(hand: Hand, tmp_path: Path) -> None:
    """All that is wrong is shown by cell; nothing can be taken in."""
    page = opened(hand)
    page.errands.look_at(book(tmp_path / "ผิด.xlsx", ("รหัส", "2568"), ("IIT", 101), ("x", 5)))
    hand.settle()
    panel = page.errands.panel
    assert [problem.cell for problem in panel.problems.rows.rows] == ["B2", "A3"]
    assert not panel.accept_button.isEnabled()
    hand.press(Qt.Key.Key_Escape)
    hand.settle()
    assert page.tree.isVisible()


def test_the_workbook_to_fill_is_written(hand: Hand, tmp_path: Path) -> None:
    """It gets its ending where none was typed."""
    page = opened(hand)
    page.errands.write_template(tmp_path / "กรอก")
    hand.settle()
    assert (tmp_path / "กรอก.xlsx").stat().st_size > 1000


def test_the_menu_has_a_letter_for_each_errand(hand: Hand) -> None:
    """Every line can be chosen by a key of its own."""
    page = opened(hand)
    lines = [action.text() for action in page.errands.menu().actions() if not action.isSeparator()]
    letters = [line[line.index("&") + 1] for line in lines]
    assert len(set(letters)) == len(lines) == 4


def test_the_opened_number_is_copied_with_its_formula(hand: Hand) -> None:
    """Score, how it was made and how people answered, as text for a letter."""
    page = opened(hand)
    page.tree.choose("i1")
    page.tree.setFocus()
    hand.press(Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("i1 ")
    assert lines[0].endswith("100.00")
    assert lines[1].startswith("คะแนนเฉลี่ยของผู้ตอบ 2 คน")
    assert lines[-1].endswith("2 คน 100.00%")


def test_the_figures_of_an_old_report_are_checked(hand: Hand) -> None:
    """What is not what the sentence says stands first, with what it is; the file stays as it is."""
    page = opened(hand)
    figures = {"IIT": Decimal("99.93"), "total": Decimal("99.70")}
    page.run(lambda: page.workspace.results.put_published_many(2568, figures))
    hand.settle()
    page.errands.check_report()
    sheet = page.errands.claims
    assert sheet is not None
    sheet.text.setPlainText("ได้คะแนนรวม 99.70 คะแนน\nมากกว่า ๙๙.๙๓ % เป็นข้าราชการ\nงบประมาณ 12.34 ล้านบาท")
    sheet.check()
    hand.settle()
    assert [str(row.claim.figure) for row in sheet.table.rows.rows] == ["99.93", "12.34", "99.70"]
    assert "IIT" in sheet.verdict.text()
    assert "99.93" in sheet.verdict.text()
    sheet.close()


def test_a_text_without_figures_says_so(hand: Hand, tmp_path: Path) -> None:
    """Read from a file, too."""
    page = opened(hand)
    (tmp_path / "รายงาน.txt").write_text("ไม่มีตัวเลข", "utf-8")
    page.errands.check_report()
    sheet = page.errands.claims
    assert sheet is not None
    sheet.read(tmp_path / "รายงาน.txt")
    hand.settle()
    assert sheet.text.toPlainText() == "ไม่มีตัวเลข"
    assert sheet.summary.text() == "ไม่พบตัวเลขทศนิยมในข้อความ"
    sheet.close()
