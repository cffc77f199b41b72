"""The rosters under a person's hand: found, added, changed, removed, brought in, and taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from ita_desktop.domain.roster import ExternalPerson, InternalPerson
from ita_desktop.services.importing import ImportKind, write_template
from ita_desktop.services.instruments import instrument_text
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.roster import RosterPage
    from tests.ui.conftest import Hand

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def roster(hand: Hand) -> RosterPage:
    """The page, open."""
    return cast("RosterPage", hand.open(Tab.ROSTER))


def write(text: str) -> None:
    """Write Thai where the cursor is, as an input method does."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.insert(text)


def names(page: RosterPage) -> list[str]:
    """The first column as it is shown."""
    return [line.split("\t")[0] for line in page.lists.table.as_text().splitlines()[1:]]


def people(workspace: Workspace) -> list[InternalPerson]:
    """The internal roster in the file."""
    return [row.person for row in workspace.roster.internal()]


def test_the_list_says_who_may_answer_and_how_many_must(hand: Hand, workspace: Workspace) -> None:
    """Word and sign for each; who may not yet, from when."""
    workspace.roster.add(InternalPerson("นายใหม่ ตัวอย่าง", start_date=date(2025, 3, 1)))
    workspace.roster.add(InternalPerson("นายไร้วัน ตัวอย่าง"))
    page = roster(hand)
    lines = {line.split("\t")[0]: line for line in page.lists.table.as_text().splitlines()[1:]}
    assert "มีสิทธิตอบ" in lines["นางสาวตัวอย่าง คนที่1"]
    assert "ทำงานยังไม่ครบเวลา" in lines["นายใหม่ ตัวอย่าง"]
    assert "๑ มี.ค. ๖๙" in lines["นายใหม่ ตัวอย่าง"]
    assert "ไม่มีวันที่เริ่มงาน" in lines["นายไร้วัน ตัวอย่าง"]
    assert "มีสิทธิตอบ ๓ จาก ๕ คน" in hand.reads(page)


def test_a_person_is_added_from_the_keyboard(hand: Hand, workspace: Workspace) -> None:
    """Ctrl+N, Enter from field to field, Enter on the last one keeps; the cursor is on the new line."""
    page = roster(hand)
    hand.press(Qt.Key.Key_N, CONTROL)
    for text in ("นายเพิ่ม ตัวอย่าง", "นายช่าง", "กองช่าง", None, "1/10/2563", "081-000-0000"):
        if text:
            write(text)
        hand.press(Qt.Key.Key_Return)
    hand.settle()
    added = next(person for person in people(workspace) if person.name == "นายเพิ่ม ตัวอย่าง")
    assert (added.position, added.division, added.start_date) == ("นายช่าง", "กองช่าง", date(2020, 10, 1))
    assert page.lists.table.chosen is not None
    assert page.inside.name.text() == "นายเพิ่ม ตัวอย่าง"
    assert "เพิ่ม นายเพิ่ม ตัวอย่าง แล้ว" in hand.window.status_bar.announcement.text()


def test_enter_edits_the_chosen_person(hand: Hand, workspace: Workspace) -> None:
    """Enter on the line, the new text, Ctrl+S."""
    roster(hand)
    hand.press(Qt.Key.Key_Return)
    write("นางสาวแก้แล้ว ตัวอย่าง")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert "นางสาวแก้แล้ว ตัวอย่าง" in [person.name for person in people(workspace)]
    assert len(people(workspace)) == 3


def test_what_is_typed_is_kept_when_the_cursor_goes_to_another(hand: Hand, workspace: Workspace) -> None:
    """Down the list without Ctrl+S: nothing is lost."""
    page = roster(hand)
    page.inside.enter()
    write("นางสาวเปลี่ยน ตัวอย่าง")
    page.lists.table.setFocus()
    hand.press(Qt.Key.Key_Down)
    hand.settle()
    assert "นางสาวเปลี่ยน ตัวอย่าง" in [person.name for person in people(workspace)]
    assert page.inside.name.text() == "นางสาวตัวอย่าง คนที่2"


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [("name", "", "ยังไม่ได้กรอก"), ("start_date", "99/99/99", "ไม่ใช่วันที่"), ("start_date", "1/1/2599", "นอกช่วง")],
)
def test_what_cannot_be_is_told_at_its_field(
    hand: Hand, workspace: Workspace, field: str, text: str, told: str
) -> None:
    """No dialog, nothing kept, what was typed stays."""
    page, before = roster(hand), people(workspace)
    widget = page.inside.form.widget(field)
    assert isinstance(widget, QLineEdit)
    widget.setFocus()
    widget.setText(text)
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert told in page.inside.form.fault_text(field)
    assert people(workspace) == before
    hand.press(Qt.Key.Key_Escape)
    assert page.inside.form.fault_text(field) == ""


def test_a_removed_person_comes_back(hand: Hand, workspace: Workspace) -> None:
    """Delete says how to take it back, and Ctrl+Z does."""
    page = roster(hand)
    hand.press(Qt.Key.Key_Delete)
    hand.settle()
    assert len(people(workspace)) == 2
    assert "Ctrl Z" in hand.window.status_bar.announcement.text()
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert len(names(page)) == 3


def test_typing_narrows_the_list(hand: Hand) -> None:
    """Key by key; tone marks do not matter; Down goes into the list."""
    page = roster(hand)
    hand.press(Qt.Key.Key_F, CONTROL)
    write("คนที2")
    hand.settle()
    assert names(page) == ["นางสาวตัวอย่าง คนที่2"]
    hand.press(Qt.Key.Key_Down)
    assert page.lists.table.hasFocus()
    assert page.inside.name.text() == "นางสาวตัวอย่าง คนที่2"


def test_only_the_newest_of_hasty_searches_is_shown(hand: Hand) -> None:
    """Keys that come while a search runs do not queue up."""
    page = roster(hand)
    for words in ("คน", "คนที่", "คนที่3", "คนที่1"):
        page.lists.field.setText(words)
    hand.settle()
    assert names(page) == ["นางสาวตัวอย่าง คนที่1"]


def test_the_outside_is_a_list_of_its_own(hand: Hand, workspace: Workspace) -> None:
    """Alt+2, with its own fields; Alt+1 goes back."""
    page = roster(hand)
    hand.press(Qt.Key.Key_2, ALT)
    hand.settle()
    hand.press(Qt.Key.Key_N, CONTROL)
    write("บริษัท ตัวอย่าง จำกัด")
    page.outside.kind.set_value("องค์กรธุรกิจ")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert names(page) == ["บริษัท ตัวอย่าง จำกัด"]
    assert [(p.name, p.kind) for p in workspace.roster.external()] == [("บริษัท ตัวอย่าง จำกัด", "องค์กรธุรกิจ")]
    hand.press(Qt.Key.Key_1, ALT)
    hand.settle()
    assert len(names(page)) == 3


def workbook(folder: Path, *rows: tuple[str | None, ...]) -> Path:
    """The office's own empty workbook, filled."""
    path = folder / "รายชื่อ.xlsx"
    write_template(ImportKind.ROSTER_INTERNAL, instrument_text(2568), path)
    book = load_workbook(path)
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_a_workbook_is_looked_at_then_taken_in_whole(
    hand: Hand, workspace: Workspace, tmp_path: Path
) -> None:
    """What would be added stands there first; one undo takes all of it back."""
    page = roster(hand)
    path = workbook(tmp_path, ("นายนำเข้า หนึ่ง", "นายช่าง", "กองช่าง"), ("นายนำเข้า สอง", "", "กองคลัง"))
    page.workbook.look_at(path)
    hand.settle()
    assert "ตรวจก่อนนำเข้า: รายชื่อ.xlsx" in hand.reads(page)
    assert len(people(workspace)) == 3
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert len(names(page)) == 5
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert len(names(page)) == 3


def test_everything_wrong_with_a_workbook_is_told_by_cell(
    hand: Hand, workspace: Workspace, tmp_path: Path
) -> None:
    """All at once, nothing taken in; Esc goes back to the list."""
    page = roster(hand)
    path = workbook(
        tmp_path, ("=1+1", "", ""), ("นายนำเข้า สอง", "", "", "ไม่มีระดับนี้"), ("นายนำเข้า สาม", "", "")
    )
    page.workbook.look_at(path)
    hand.settle()
    panel = page.middle.currentWidget()
    assert "นำเข้าไม่ได้" in hand.reads(panel)
    problems = page.workbook.panel.problems.as_text()
    assert "สูตร" in problems
    assert "ไม่มีระดับนี้" in problems
    assert not page.workbook.panel.accept_button.isEnabled()
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.press(Qt.Key.Key_Escape)
    hand.settle()
    assert len(people(workspace)) == 3
    assert page.lists.table.hasFocus()


def test_nothing_of_a_person_is_lost_by_an_edit(hand: Hand, workspace: Workspace) -> None:
    """What the form does not show stays as it was."""
    workspace.roster.add(ExternalPerson("นางนอก ตัวอย่าง", channel="โทรศัพท์", matter="เรื่องเก่าที่ไม่มีในแบบ"))
    page = roster(hand)
    hand.press(Qt.Key.Key_2, ALT)
    hand.settle()
    page.outside.phone.setText("02-000-0000")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    kept = workspace.roster.external()[0]
    assert (kept.matter, kept.channel, kept.phone) == ("เรื่องเก่าที่ไม่มีในแบบ", "โทรศัพท์", "02-000-0000")


def test_the_reminder_of_kept_data_does_not_push_the_page_off_the_screen(
    hand: Hand, workspace: Workspace
) -> None:
    """The longest line above the list wraps; the form beside it stays in sight."""
    workspace.roster.privacy.put_retention(date(2025, 5, 10))
    page = roster(hand)
    assert "ถึงกำหนดลบข้อมูลส่วนบุคคล" in hand.reads(page.lists)
    assert page.minimumSizeHint().width() <= 1366


def test_a_header_is_mapped_by_hand_once_and_known_from_then_on(
    hand: Hand, workspace: Workspace, tmp_path: Path
) -> None:
    """F4 asks beside the refusal; the import remembers it for the next workbook."""
    page = roster(hand)
    path = tmp_path / "กำลังพล.xlsx"
    book = Workbook()
    book.worksheets[0].append(["กำลังพล", "ตำแหน่ง"])
    book.worksheets[0].append(["นายนำเข้า หนึ่ง", "นายช่าง"])
    book.save(path)
    page.workbook.open(path)
    hand.settle()
    assert not page.workbook.panel.accept_button.isEnabled()
    hand.press(Qt.Key.Key_F4)
    hand.settle()
    hand.type("กำลังพล")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert page.workbook.panel.accept_button.isEnabled()
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert "นายนำเข้า หนึ่ง" in [person.name for person in people(workspace)]
    page.workbook.open(path)
    hand.settle()
    assert page.workbook.panel.rows.isVisible()
