"""The entry page under a person's hand: keys in, what is on the board and in the file out."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ita_desktop.services import workspace as workspaces
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.prose import use_thai_digits
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.tasks import TaskRunner
from ita_desktop.ui.user_settings import UserSettings
from tests.helpers.offices import NOW, new_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.entry import EntryPage
    from tests.ui.conftest import Hand

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEYS = {"-": "0", "?": "/", "*": "*"}
WIDTH = 20


def entry(hand: Hand) -> EntryPage:
    """The page, open."""
    return cast("EntryPage", hand.open(Tab.ENTRY))


def keys_of(line: str) -> str:
    """The keys that a line is typed with."""
    return "".join(KEYS.get(symbol, symbol) for symbol in line)


def stored(workspace: Workspace, serial: int, part: str = "IIT") -> str:
    """The line of a finished form in the file."""
    return workspace.entry.find(part, serial).line


def board_words(page: EntryPage) -> str:
    """What can be read on the board once the flash is over."""
    return page.panel.board.settled.words


def told(page: EntryPage) -> str:
    """What the board says about the last key."""
    notice = page.panel.board.settled.notice
    return notice.text if notice else ""


def test_the_cursor_is_in_the_first_question_of_a_new_form(hand: Hand) -> None:
    """Ctrl+3, and the next key is an answer."""
    page = entry(hand)
    assert "อายุ" in board_words(page)
    assert "แบบเลขที่ ๓" in hand.reads(page)
    hand.type("2")
    assert page.sheet is not None
    assert page.sheet.keying.line == "2"
    assert "เพศ" in board_words(page)


def test_a_form_takes_one_key_an_answer_and_one_more(hand: Hand, workspace: Workspace) -> None:
    """Twenty answers, then Enter: the form is in the file and the next one lies open."""
    page = entry(hand)
    line = "11211661666112616666"
    keys = keys_of(line)
    assert len(keys) == len(line) == WIDTH
    hand.type(keys)
    hand.press(Qt.Key.Key_Enter)
    hand.settle()
    assert stored(workspace, 3) == line
    assert "แบบเลขที่ ๔" in hand.reads(page)
    assert page.sheet is not None
    assert page.sheet.keying.untouched


def random_line(rng: random.Random, page: EntryPage) -> str:
    """A form filled in by chance, marks among the answers."""
    assert page.sheet is not None
    counts = (len(question.choices) for question in page.sheet.keying.form)
    return "".join(rng.choice([*map(str, range(1, count + 1)), "-", "?", "*"]) for count in counts)


@pytest.mark.parametrize("breathing", [False, True])
def test_twenty_forms_typed_without_waiting_are_in_the_file_exactly(
    hand: Hand, workspace: Workspace, breathing: bool
) -> None:
    """Keys that come faster than the disk are held and used in order, with and without a breath between."""
    page, rng = entry(hand), random.Random(5)  # noqa: S311 - repeatable chance, no secret
    lines = [random_line(rng, page) for _ in range(20)]
    board = page.panel.board
    for line in lines:
        QTest.keyClicks(board, keys_of(line))
        QTest.keyClick(board, Qt.Key.Key_Return)
        if breathing and rng.random() < 0.5:
            QApplication.processEvents()
    hand.settle()
    assert [stored(workspace, serial) for serial in range(3, 23)] == lines
    assert page.sheet is not None
    assert page.sheet.keying.untouched


def test_marks_are_counted_apart_in_the_result(hand: Hand, workspace: Workspace) -> None:
    """Blank, unreadable and two marks are three things, and none is an answer."""
    entry(hand)
    for mark in "0/*":
        hand.type(mark * WIDTH)
        hand.press(Qt.Key.Key_Return)
    hand.settle()
    tally = workspace.results.result().tallies["IIT"].questions["i7"]
    assert (tally.answered, tally.blank, tally.unreadable, tally.double) == (2, 1, 1, 1)


def test_a_refused_key_is_shown_and_changes_nothing(hand: Hand) -> None:
    """The clerk reads which key, and what would do."""
    page = entry(hand)
    hand.type("19")
    assert told(page) == "ปุ่ม 9 ใช้ไม่ได้: ข้อนี้มีตัวเลือก 1–3"
    assert page.sheet is not None
    assert page.sheet.keying.line == "1"
    hand.type("3")
    assert told(page) == ""


def test_the_choice_just_made_is_seen_for_a_moment_and_waits_for_nobody(hand: Hand) -> None:
    """The card lights up; the next key goes to the next question all the same."""
    page = entry(hand)
    hand.type("2")
    board = page.panel.board
    assert "2 ๒๐–๓๐ ปี ✓" in board.scene.words
    hand.type("1")
    assert "1 ชาย ✓" in board.scene.words
    hand.qtbot.waitUntil(lambda: "ระดับการศึกษา" in board.scene.words and "✓" not in board.scene.words)


def test_enter_goes_to_what_is_unanswered_and_says_so(hand: Hand) -> None:
    """A form is not finished by mistake."""
    page = entry(hand)
    hand.type("1+3")
    hand.press(Qt.Key.Key_Return)
    assert told(page) == "ยังไม่จบ: ยังไม่ได้บันทึก ๑๘ ข้อ เริ่มที่ข้อ เพศ"
    assert page.sheet is not None
    assert page.sheet.keying.place == 1


def test_back_and_the_right_key_mend_an_answer(hand: Hand) -> None:
    """Backspace and the keypad's minus both go back; no answer is lost by it."""
    page = entry(hand)
    hand.type("111-")
    hand.press(Qt.Key.Key_Backspace)
    hand.type("2")
    assert page.sheet is not None
    assert page.sheet.keying.line == "121"


def test_ctrl_z_takes_back_keys_then_commands(hand: Hand, workspace: Workspace) -> None:
    """Within the form its keys; on a fresh form the last finished one."""
    page = entry(hand)
    hand.type("1" * WIDTH)
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    hand.type("12")
    for _ in range(2):
        hand.press(Qt.Key.Key_Z, CONTROL)
    assert page.sheet is not None
    assert page.sheet.keying.untouched
    hand.press(Qt.Key.Key_Y, CONTROL)
    assert page.sheet.keying.line == "1"
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert "ย้อนแล้ว" in hand.window.status_bar.announcement.text()
    assert "แบบเลขที่ ๓" in hand.reads(page)
    hand.press(Qt.Key.Key_Y, CONTROL)
    hand.settle()
    assert stored(workspace, 3) == "1" * WIDTH


def test_ctrl_g_jumps_to_a_question(hand: Hand) -> None:
    """By the number on the paper; one that is not there is refused in place."""
    page = entry(hand)
    hand.press(Qt.Key.Key_G, CONTROL)
    hand.type("99")
    hand.press(Qt.Key.Key_Return)
    assert "ไม่มีข้อ “๙๙” ในแบบนี้" in hand.reads(page)
    hand.type("7")
    hand.press(Qt.Key.Key_Return)
    assert "i7 ท่านเคยถูกผู้บังคับบัญชา" in board_words(page)
    hand.type("4")
    assert page.sheet is not None
    assert page.sheet.keying.line.endswith("4")


def test_another_part_keeps_the_form_in_hand(hand: Hand) -> None:
    """Alt+2 opens EIT 1; back on Alt+1 the half-keyed form goes on where it was."""
    page = entry(hand)
    hand.type("123")
    hand.press(Qt.Key.Key_2, ALT)
    hand.settle()
    assert page.title_label.text() == "บันทึกแบบสอบถาม EIT1"
    hand.type("53")
    hand.press(Qt.Key.Key_F6)
    hand.settle()
    assert page.sheet is not None
    assert (page.sheet.part, page.sheet.keying.line) == ("IIT", "123")
    assert told(page) == "ทำต่อจากที่ค้างไว้: ฉบับที่ ๓"
    hand.press(Qt.Key.Key_F7)
    hand.settle()
    assert (page.sheet.part, page.sheet.keying.line) == ("EIT1", "53")


def test_keys_pressed_while_a_part_opens_belong_to_it(hand: Hand) -> None:
    """The hand is faster than the disk here too."""
    page = entry(hand)
    hand.press(Qt.Key.Key_2, ALT)
    hand.type("12")
    hand.settle()
    assert page.sheet is not None
    assert (page.sheet.part, page.sheet.keying.line) == ("EIT1", "12")


def test_the_form_in_hand_is_there_after_the_lights_went_out(hand: Hand, workspace: Workspace) -> None:
    """Every key is in the file without the form being finished: another program start goes on there."""
    entry(hand)
    hand.type("12340/")
    hand.settle()
    workspace.close()
    again = workspaces.open_file(workspace.path, lambda: NOW)
    assert again.entry.begin("IIT").draft.line == "1234-?"
    again.close()


def test_a_taken_number_is_told_and_another_asked_for(hand: Hand, workspace: Workspace) -> None:
    """Two papers with one number: the form stays on the desk until it has its own."""
    page = entry(hand)
    hand.press(Qt.Key.Key_L, CONTROL)
    hand.type("1")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert "แบบเลขที่ ๑ บันทึกไว้แล้ว" in hand.reads(page)
    hand.type("40")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    hand.type("1" * WIDTH)
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert stored(workspace, 40) == "1" * WIDTH
    assert "แบบเลขที่ ๔๑" in hand.reads(page)


def test_a_part_without_questions_says_so_kindly(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    """The EIT of 2564 is not known: no empty form, no crash, but why, and what can be done."""
    office, tasks = new_workspace(tmp_path, 2564), TaskRunner()
    use_thai_digits(chosen=True)
    window = MainWindow(office, tasks, UserSettings())
    qtbot.addWidget(window)
    window.show()
    window.navigate(Tab.ENTRY, "EIT")
    tasks.wait_idle()
    page = cast("EntryPage", window.current_page)
    assert "ยังบันทึกไม่ได้" in page.panel.empty.title.text()
    assert "๒๕๖๔" in page.panel.empty.text.text()
    QTest.keyClicks(page.panel.board, "1")
    QTest.keyClick(page, Qt.Key.Key_F6)
    tasks.wait_idle()
    QTest.keyClicks(page.panel.board, "4")
    words = page.panel.board.settled.words
    assert "บุคลากรในหน่วยงานของท่าน" in words
    assert "I1.2 เป็นไปตามระยะเวลาที่กำหนด" in words
    tasks.stop()
    office.close()
