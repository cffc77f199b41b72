"""The documents page: what is written stands on the page that will be printed; PDF, printer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from ita_desktop.domain.papers import MEMO
from ita_desktop.ui.pages.documents import DocumentsPage
from ita_desktop.ui.pdf_view import PdfPages
from ita_desktop.ui.print_job import print_pages
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from ita_desktop.services.workspace import Workspace
    from tests.ui.conftest import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def opened(hand: Hand) -> DocumentsPage:
    """Open tab 7, the page set."""
    page = hand.open(Tab.DOCUMENTS)
    assert isinstance(page, DocumentsPage)
    hand.settle()
    return page


def words_of(data: bytes) -> str:
    """All text of a PDF, without line ends and blanks."""
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())


def test_the_memo_is_proposed_and_shown(hand: Hand) -> None:
    """Empty fields carry the proposal in grey, and the page is there, its number said."""
    page = opened(hand)
    assert page.form.text.text() == ""
    assert "จึงเรียนมาเพื่อ" in page.form.text.placeholderText()
    assert page.preview.page.text().startswith("หน้า ๑ จาก ")
    assert page.preview.view.pages is not None


def test_what_is_written_is_kept_and_printed(hand: Hand, workspace: Workspace) -> None:
    """A subject and a date typed in are in the file and on the paper."""
    page = opened(hand)
    page.form.lines["subject"].setFocus()
    hand.type("ขอรายงานผลทดสอบ")
    page.form.day.setFocus()
    hand.type("9 พ.ค. 68")
    hand.press(Qt.Key.Key_Tab)
    hand.settle()
    draft = workspace.papers.draft(MEMO)
    assert (draft.subject, draft.day) == ("ขอรายงานผลทดสอบ", date(2025, 5, 9))
    assert "ขอรายงานผลทดสอบ" in words_of(workspace.papers.render(MEMO))


def test_what_is_typed_is_kept_when_the_tab_is_left(hand: Hand, workspace: Workspace) -> None:
    """Leaving with the cursor in a field loses nothing."""
    page = opened(hand)
    page.form.text.setFocus()
    hand.type("ข้อความของหน่วยงาน")
    hand.open(Tab.RESULTS)
    assert workspace.papers.draft(MEMO).body == "ข้อความของหน่วยงาน"


def test_the_proposal_can_be_taken_and_given_back(hand: Hand, workspace: Workspace) -> None:
    """The proposed text goes into the field to be changed; going back forgets it, and undo returns it."""
    page = opened(hand)
    page.proposal_button.click()
    page.form.lines["subject"].setFocus()
    hand.settle()
    body = workspace.papers.draft(MEMO).body
    assert "จึงเรียนมาเพื่อ" in body
    page._clear()
    hand.settle()
    assert page.form.text.text() == ""
    hand.window.undo()
    hand.settle()
    assert workspace.papers.draft(MEMO).body == body


def test_a_date_that_is_none_is_told_at_its_field(hand: Hand, workspace: Workspace) -> None:
    """Nothing is kept of it, and what was typed stays to be mended."""
    page = opened(hand)
    page.form.day.setFocus()
    hand.type("พรุ่งนี้")
    hand.press(Qt.Key.Key_Tab)
    hand.settle()
    assert "ไม่ใช่วันที่" in page.form.fault_text("day")
    assert page.form.day.text() == "พรุ่งนี้"
    assert workspace.papers.draft(MEMO).day is None


def test_ctrl_s_writes_the_pdf(hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The paper is on the disk, the foot says so, and its folder can be opened."""
    page = opened(hand)
    target = tmp_path / "บันทึก.pdf"
    monkeypatch.setattr(page, "ask_path", lambda _: target)
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert "บันทึกข้อความ" in words_of(target.read_bytes())
    assert hand.window.status_bar.announcement.text() == "บันทึก บันทึก.pdf แล้ว"
    assert page.folder_button.isEnabled()


def test_a_folder_that_is_gone_is_told(hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal by the disk is told on the page, and nothing is announced as written."""
    page = opened(hand)
    monkeypatch.setattr(page, "ask_path", lambda _: tmp_path / "ไม่มี" / "บันทึก.pdf")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert page.banner.text.text() != ""
    assert not page.folder_button.isEnabled()


def test_alt_2_opens_the_report_and_pages_turn(hand: Hand) -> None:
    """The report has many pages; Page Down at the foot of one goes to the next."""
    page = opened(hand)
    hand.press(Qt.Key.Key_2, ALT)
    hand.settle()
    view = page.preview.view
    assert view.pages is not None
    assert view.pages.count > 5
    view.setFocus()
    hand.press(Qt.Key.Key_PageDown)
    hand.press(Qt.Key.Key_PageDown)
    assert view.number == 2
    assert page.preview.page.text().startswith("หน้า ๒ จาก ")


def test_the_paper_grows_and_shrinks(hand: Hand) -> None:
    """Ctrl with + and - enlarges and shrinks, Ctrl+0 fits the width again."""
    page = opened(hand)
    fitting = page.preview.view.zoom
    hand.press(Qt.Key.Key_Plus, CONTROL)
    assert page.preview.view.zoom > fitting
    hand.press(Qt.Key.Key_0, CONTROL)
    assert page.preview.view.zoom == fitting


def test_the_printer_gets_every_page(hand: Hand, workspace: Workspace, tmp_path: Path) -> None:
    """As many sheets come out as the paper has, each of A4."""
    data = workspace.papers.render("report")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "พิมพ์.pdf"))
    printer.setResolution(40)
    count = print_pages(PdfPages(data), printer)
    printed = PdfPages((tmp_path / "พิมพ์.pdf").read_bytes())
    assert count == printed.count == PdfPages(data).count
    assert round(printed.width(0)) == 595
