"""The papers' page: begun, written beside the page, kept at each pause, numbered at signing, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ita_desktop.domain.paperwork import keys
from ita_desktop.domain.paperwork.papers import PaperState
from ita_desktop.domain.paperwork.richtext import Paragraph, Picture, Value, plain_text
from ita_desktop.ui.pages.documents import DocumentsPage
from ita_desktop.ui.pages.documents_new import NewPaperSheet
from ita_desktop.ui.pages.documents_signing import SignSheet
from ita_desktop.ui.pages.documents_versions import VersionsSheet
from ita_desktop.ui.pdf_view import PdfPages
from ita_desktop.ui.print_dialog import PrintDialog
from ita_desktop.ui.print_job import Sheets, print_pages
from ita_desktop.ui.print_range import chosen_pages
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.widgets.form import Note
from ita_desktop.ui.widgets.page_view import Spot

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace
    from tests.ui.conftest import Hand

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def at_shelves(hand: Hand) -> DocumentsPage:
    """Open tab 7."""
    page = hand.open(Tab.DOCUMENTS)
    assert isinstance(page, DocumentsPage)
    hand.settle()
    return page


def begun(hand: Hand, kind: str = "บันทึกข้อความ") -> DocumentsPage:
    """Begin a paper by keys alone: Ctrl+N, some letters of its kind, Enter."""
    page = at_shelves(hand)
    hand.press(Qt.Key.Key_N, CONTROL)
    sheet = page.sheet
    assert isinstance(sheet, NewPaperSheet)
    sheet.search.setText(kind)
    take(hand, page, sheet)
    return page


def take(hand: Hand, page: DocumentsPage, sheet: NewPaperSheet) -> None:
    """Press Enter in the sheet; the window is the active one again when it has gone."""
    QTest.keyClick(sheet.search, Qt.Key.Key_Return)
    settle_page(hand, page)
    activate(hand)


def activate(hand: Hand) -> None:
    """Give the keys back to the window when a sheet has gone."""
    with hand.qtbot.waitActive(hand.window):
        hand.window.activateWindow()


def settle_page(hand: Hand, page: DocumentsPage) -> None:
    """Wait until the page beside the text shows what is written, and the draft is on the disk."""
    live = page.desk.live
    hand.settle()
    hand.qtbot.waitUntil(
        lambda: not (live._running or live._stale or live._set_soon.isActive()) and hand.tasks.idle
    )
    page.desk.keep()
    hand.settle()


def words_of(data: bytes) -> str:
    """All text of a PDF, without line ends and blanks."""
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())


def shown_words(page: DocumentsPage) -> str:
    """The words on the page beside the text."""
    pages = page.desk.preview.view.pages
    return words_of(pages.data) if pages is not None else ""


def test_a_paper_is_begun_by_keys_and_stands_on_its_page(hand: Hand, workspace: Workspace) -> None:
    """Ctrl+N, some letters, Enter: the text is there with what the file knows, the page beside it."""
    page = begun(hand, "รายงานผลการประเมิน ITA")
    (line,) = workspace.paperwork.papers.list()
    assert line.kind == "memo-results"
    assert page.at_desk
    assert page.badge.text() == "ร่าง"
    assert any(isinstance(part, Value) for part in keys.inlines(page.desk.editor.rich_text()))
    assert "บันทึกข้อความ" in shown_words(page)


def test_what_is_typed_appears_on_the_page_and_on_the_disk(hand: Hand, workspace: Workspace) -> None:
    """Without any command: the page follows, the draft is kept at the pause."""
    page = begun(hand)
    hand.type("ทดสอบการพิมพ์")
    settle_page(hand, page)
    assert "ทดสอบการพิมพ์" in shown_words(page)
    (line,) = workspace.paperwork.papers.list()
    first = next(iter(workspace.paperwork.papers.paper(line.key).document.blocks()))
    assert "ทดสอบการพิมพ์" in plain_text(keys.text_of(first))


def test_fields_are_written_beside_their_proposals(hand: Hand, workspace: Workspace) -> None:
    """Alt+2 shows the fields; an empty one carries its proposal in grey, a typed one goes on the page."""
    page = begun(hand)
    hand.press(Qt.Key.Key_2, ALT)
    subject = page.desk.fields.widget("subject")
    subject.setFocus()
    hand.type("ขอรายงานผลทดสอบ")
    settle_page(hand, page)
    (line,) = workspace.paperwork.papers.list()
    assert workspace.paperwork.papers.paper(line.key).fields["subject"] == "ขอรายงานผลทดสอบ"
    assert "ขอรายงานผลทดสอบ" in shown_words(page)


def test_esc_goes_back_to_the_list_and_loses_nothing(hand: Hand, workspace: Workspace) -> None:
    """The paper stands in the list; Enter opens it again with every letter."""
    page = begun(hand)
    hand.type("ก่อนออก")
    hand.press(Qt.Key.Key_Escape)
    hand.settle()
    assert page.papers.table.hasFocus()
    hand.press(Qt.Key.Key_Return)
    settle_page(hand, page)
    assert "ก่อนออก" in page.desk.editor.toPlainText()


def test_leaving_the_tab_keeps_what_is_typed(hand: Hand, workspace: Workspace) -> None:
    """Another tab, and the words are on the disk although no pause was made."""
    begun(hand)
    hand.type("ข้อความของหน่วยงาน")
    hand.open(Tab.RESULTS)
    (line,) = workspace.paperwork.papers.list()
    first = next(iter(workspace.paperwork.papers.paper(line.key).document.blocks()))
    assert "ข้อความของหน่วยงาน" in plain_text(keys.text_of(first))


def test_a_click_on_the_page_goes_to_the_text(hand: Hand) -> None:
    """The letter under the pointer is the one that the cursor stands at."""
    page = begun(hand, "สรุปผลการดำเนินการ")
    last = [block for block in page.desk.editor.rich_text().blocks() if isinstance(block, Paragraph)][-1]
    place = next(each for each in page.desk.live._places if each.key == last.key)
    page.desk.preview.view.pressed.emit(
        Spot(place.page, (place.left_mm + 3) * 72 / 25.4, (place.top_mm + 1) * 72 / 25.4)
    )
    assert page.desk.editor.caret[0] == last.key


def test_the_page_goes_where_one_writes(hand: Hand) -> None:
    """The cursor at the end of a long paper brings its last page into sight; the mark stands at its line."""
    page = begun(hand, "สรุปผลการดำเนินการ")
    view = page.desk.preview.view
    assert view.number == 1
    hand.press(Qt.Key.Key_End, CONTROL)
    hand.type("ท้าย")
    settle_page(hand, page)
    assert view.pages is not None
    assert view.number == view.pages.count


def test_a_changed_figure_of_the_file_changes_the_draft(hand: Hand, workspace: Workspace) -> None:
    """A live value says what the file says now, in the text and on the page, while another tab changes it."""
    page = begun(hand, "No Gift")
    office = workspace.settings.office()
    from dataclasses import replace

    hand.tasks.run(lambda: workspace.settings.change_office(replace(office, name="เทศบาลตำบลเปลี่ยนชื่อ")))
    settle_page(hand, page)
    assert page.desk.editor.around.values["office"] == "เทศบาลตำบลเปลี่ยนชื่อ"
    assert "เทศบาลตำบลเปลี่ยนชื่อ" in shown_words(page)


def complete(hand: Hand, page: DocumentsPage) -> None:
    """Write every field that a paper needs before it can be signed."""
    assert page.desk.opened is not None
    for field in page.desk.opened.kind.fields:
        widget = page.desk.fields.widget(field.code)
        if field.needed and isinstance(widget, QLineEdit | Note):
            widget.setText(f"ตัวอย่าง {field.label}")
    settle_page(hand, page)


def signed(hand: Hand, page: DocumentsPage) -> None:
    """Sign the open paper with the book's next number."""
    complete(hand, page)
    page._with_paper(page.deeds.sign)
    hand.settle()
    sheet = page.deeds.sheet
    assert isinstance(sheet, SignSheet)
    sheet.finish()
    settle_page(hand, page)
    activate(hand)


def test_the_number_is_given_at_signing_and_the_text_is_fixed(hand: Hand, workspace: Workspace) -> None:
    """The next number of its book, the badge says signed, no key changes a letter, the register has it."""
    page = begun(hand)
    signed(hand, page)
    (line,) = workspace.paperwork.papers.list()
    assert line.state is PaperState.SIGNED
    assert line.number == "1"
    assert page.badge.text() == "ลงนามแล้ว"
    before = page.desk.editor.toPlainText()
    page.desk.editor.setFocus()
    hand.type("แอบแก้")
    assert page.desk.editor.toPlainText() == before
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_3, ALT)
    hand.settle()
    assert [row.paper for row in page.register.table.rows.rows] == [line.key]


def test_a_number_that_leaves_a_gap_wants_its_reason(hand: Hand, workspace: Workspace) -> None:
    """Told on the sheet, which stays; nothing is signed."""
    page = begun(hand)
    complete(hand, page)
    page._with_paper(page.deeds.sign)
    hand.settle()
    sheet = page.deeds.sheet
    assert isinstance(sheet, SignSheet)
    sheet.number.setText("5")
    sheet.finish()
    hand.settle()
    assert sheet.isVisible()
    assert sheet.banner.text.text() != ""
    assert workspace.paperwork.papers.list()[0].state is PaperState.DRAFT
    sheet.why.setText("ออกด้วยมือก่อนหน้านี้")
    sheet.finish()
    hand.settle()
    assert workspace.paperwork.papers.list()[0].number.endswith("5")


def test_a_version_can_be_read_and_written_back(hand: Hand, workspace: Workspace) -> None:
    """Ctrl+S keeps a version; after more was typed the sheet gives it back."""
    page = begun(hand)
    hand.type("ฉบับแรก")
    settle_page(hand, page)
    hand.press(Qt.Key.Key_S, CONTROL)
    settle_page(hand, page)
    hand.type("เพิ่มภายหลัง")
    settle_page(hand, page)
    page._with_paper(page.deeds.versions)
    hand.settle()
    sheet = page.deeds.sheet
    assert isinstance(sheet, VersionsSheet)
    sheet._take()
    settle_page(hand, page)
    assert "ฉบับแรก" in page.desk.editor.toPlainText()
    assert "เพิ่มภายหลัง" not in page.desk.editor.toPlainText()


def test_a_template_begins_the_next_paper(hand: Hand, workspace: Workspace) -> None:
    """Kept from one paper, found among the beginnings, with its words."""
    page = begun(hand)
    hand.type("ถ้อยคำประจำเมือง")
    settle_page(hand, page)
    (line,) = workspace.paperwork.papers.list()
    hand.tasks.run(lambda: workspace.paperwork.templates.save_as(line.key, "แบบของเรา"))
    hand.settle()
    hand.press(Qt.Key.Key_Escape)
    hand.settle()
    hand.press(Qt.Key.Key_N, CONTROL)
    sheet = page.sheet
    assert isinstance(sheet, NewPaperSheet)
    sheet.search.setText("แบบของเรา")
    take(hand, page, sheet)
    assert "ถ้อยคำประจำเมือง" in page.desk.editor.toPlainText()


def test_a_removed_paper_comes_back_from_its_shelf(hand: Hand, workspace: Workspace) -> None:
    """Delete on the list, Alt+5, Enter."""
    page = begun(hand)
    hand.press(Qt.Key.Key_Escape)
    hand.settle()
    hand.press(Qt.Key.Key_Delete)
    hand.settle()
    assert workspace.paperwork.papers.list() == ()
    hand.press(Qt.Key.Key_5, ALT)
    hand.settle()
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert len(workspace.paperwork.papers.list()) == 1
    assert page.papers.table.rows.rows


def test_every_print_of_the_other_tabs_is_found_here(hand: Hand, workspace: Workspace) -> None:
    """Alt+2 lists what the whole program prints."""
    page = at_shelves(hand)
    hand.press(Qt.Key.Key_2, ALT)
    codes = {row.code for row in page.prints.table.rows.rows}
    assert codes == {kind.code for kind in workspace.printing.kinds()}


def test_a_pasted_wide_table_is_told_and_keeps_every_word(hand: Hand) -> None:
    """Sixty columns cannot stand on a page: they come as tables below each other, and it is said so."""
    page = begun(hand)
    cells = "".join(f"<td>ช่อง{number}</td>" for number in range(60))
    source = QMimeData()
    source.setHtml(f"<table><tr>{cells}</tr></table>")
    QApplication.clipboard().setMimeData(source)
    hand.press(Qt.Key.Key_V, CONTROL)
    QApplication.clipboard().setText("")  # Qt without a screen may not end with data of Python's on it
    assert "60" in page.desk.banner.text.text() or "๖๐" in page.desk.banner.text.text()
    settle_page(hand, page)
    words = page.desk.editor.toPlainText()
    assert all(f"ช่อง{number}" in words for number in range(60))


def test_a_file_that_is_no_picture_is_told(hand: Hand, tmp_path: Path) -> None:
    """The text stays as it was."""
    page = begun(hand)
    before = page.desk.editor.rich_text()
    path = tmp_path / "ภาพ.jpg"
    path.write_bytes(b"not a picture")
    page.desk.pictures.add([path])
    hand.settle()
    assert page.desk.banner.text.text() != ""
    assert page.desk.editor.rich_text() == before


def test_a_picture_comes_into_text_and_page(hand: Hand, tmp_path: Path) -> None:
    """Stored first, then put at the cursor, then drawn in both."""
    from PySide6.QtGui import QImage

    page = begun(hand)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    path = tmp_path / "ภาพ.png"
    image.save(str(path))
    page.desk.pictures.add([path])
    settle_page(hand, page)
    (picture,) = [block for block in page.desk.editor.rich_text().blocks() if isinstance(block, Picture)]
    page.desk.editor.grab()  # drawing asks for the picture
    hand.settle()
    assert page.desk.editor.around.pictures[picture.sha256].width() == 300


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (1, 2, 3, 4, 5)),
        ("2", (2,)),
        ("๑-๓, ๕", (1, 2, 3, 5)),
        ("4-", (4, 5)),
        ("-2", (1, 2)),
        ("3,1", (3, 1)),
        ("6", None),
        ("3-2", None),
        ("ทั้งหมด", None),
        ("-", None),
    ],
)
def test_page_ranges_are_read_as_people_write_them(text: str, pages: tuple[int, ...] | None) -> None:
    """Thai figures, open ends, any order; what cannot be meant is refused."""
    assert chosen_pages(text, 5) == pages


def test_the_printer_gets_chosen_pages_at_true_size(hand: Hand, workspace: Workspace, tmp_path: Path) -> None:
    """Two copies of two pages are four sheets of A4, printed from the paper's edge."""
    data = PdfPages(workspace.papers.render("report"))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "พิมพ์.pdf"))
    printer.setResolution(40)
    sequence = Sheets((2, 3), copies=2).sequence(printer_repeats=False)
    assert print_pages(data, printer, sequence) == 4
    printed = PdfPages((tmp_path / "พิมพ์.pdf").read_bytes())
    assert printed.count == 4
    assert [round(length) for length in printed.sizes[0]] == [595, 842]


def test_the_print_dialog_shows_the_pages_and_refuses_a_range_that_is_none(hand: Hand) -> None:
    """Ctrl+P opens it; `9-9` of a paper of one page is told at its field and nothing is printed."""
    page = begun(hand)
    hand.press(Qt.Key.Key_P, CONTROL)
    hand.settle()
    dialog = page.out.dialog
    assert isinstance(dialog, PrintDialog)
    assert dialog.preview.view.pages is not None
    dialog.range.setText("9-9")
    dialog.print_now()
    assert dialog.form.fault_text("range") != ""
    assert dialog.isVisible()
    dialog.close()


def test_pdf_and_word_files_are_written(hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed this moment is in the file."""
    page = begun(hand)
    hand.type("ก่อนบันทึก")
    target = tmp_path / "บันทึก.pdf"
    monkeypatch.setattr(page.out, "ask_path", lambda *_: target)
    page._with_paper(page.deeds.save_pdf)
    settle_page(hand, page)
    assert "ก่อนบันทึก" in words_of(target.read_bytes())
    assert hand.window.status_bar.announcement.text() == "บันทึก บันทึก.pdf แล้ว"
    page._open_menu()
    assert "เปิดโฟลเดอร์" in [action.text() for action in page.menu.actions()]
    page.menu.close()


def test_a_folder_that_is_gone_is_told(hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal by the disk is told on the page."""
    page = begun(hand)
    monkeypatch.setattr(page.out, "ask_path", lambda *_: tmp_path / "ไม่มี" / "บันทึก.pdf")
    page._with_paper(page.deeds.save_pdf)
    hand.settle()
    assert page.banner.text.text() != ""


def test_putting_an_open_paper_away_goes_back_to_the_list(hand: Hand, workspace: Workspace) -> None:
    """The desk does not keep writing into a paper that is put away."""
    page = begun(hand)
    page._with_paper(page.deeds.remove)
    settle_page(hand, page)
    assert workspace.paperwork.papers.list() == ()
    assert not page.at_desk
