"""What keys mean: the keypad alone is enough, and neither layout nor Num Lock makes a wrong answer."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ita_desktop.domain.answers import Answer, Mark
from ita_desktop.ui.pages.entry_keys import EntryKey, Move, read_key

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def read(
    key: Key | int, text: str = "", modifier: Qt.KeyboardModifier = NONE, scan: int = 0, virtual: int = 0
) -> EntryKey | None:
    """Read a key press."""
    return read_key(QKeyEvent(QEvent.Type.KeyPress, key, modifier, scan, virtual, 0, text))


@pytest.mark.parametrize(
    ("key", "text", "answer"),
    [
        (Key.Key_1, "1", 1), (Key.Key_9, "9", 9), (Key.Key_0, "0", Mark.BLANK),
        (Key.Key_Slash, "/", Mark.UNREADABLE), (Key.Key_Asterisk, "*", Mark.DOUBLE),
    ],
)  # fmt: skip
@pytest.mark.parametrize("modifier", [NONE, KEYPAD])
def test_digits_and_marks_are_answers(
    key: Key, text: str, answer: Answer, modifier: Qt.KeyboardModifier
) -> None:
    """On the keypad as on the row."""
    found = read(key, text, modifier)
    assert found is not None
    assert found.answer == answer


@pytest.mark.parametrize(
    ("key", "move"),
    [
        (Key.Key_Minus, Move.BACK), (Key.Key_Plus, Move.FORWARD), (Key.Key_Enter, Move.ENTER),
        (Key.Key_Period, Move.CLEAR),
    ],
)  # fmt: skip
def test_the_keypad_can_move_too(key: Key, move: Move) -> None:
    """Back, forward, clear and Enter are on it."""
    assert read(key, "", KEYPAD) == EntryKey(move=move)


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac's keypad has no Num Lock")
def test_num_lock_off_keys_digits_all_the_same() -> None:
    """The keypad's 6 says Right then; a real arrow key still moves."""
    keypad = read(Key.Key_Right, "", KEYPAD)
    assert keypad is not None
    assert keypad.answer == 6
    assert read(Key.Key_Right) == EntryKey(move=Move.FORWARD)


@pytest.mark.parametrize(
    ("text", "answer"), [("ๅ", 1), ("ภ", 4), ("ถ", 5), ("ุ", 6), ("ึ", 7), ("จ", Mark.BLANK), ("๓", 3)]
)
def test_the_thai_layout_keys_the_same_digits(text: str, answer: Answer) -> None:
    """The clerk has just written a name and did not switch back. Qt gives such a key its letter's code."""
    found = read(ord(text), text)
    assert found is not None
    assert found.answer == answer


@pytest.mark.skipif(sys.platform != "linux", reason="places on the keyboard are numbered by system")
@pytest.mark.parametrize(
    ("key", "text", "scan", "digit"), [(Key.Key_Slash, "/", 11, 2), (Key.Key_Minus, "-", 12, 3)]
)
def test_2_and_3_under_the_thai_layout_are_no_marks(key: Key, text: str, scan: int, digit: int) -> None:
    """They give / and -, which are other keys' meanings here: the place on the keyboard decides."""
    found = read(key, text, scan=scan)
    assert found is not None
    assert found.answer == digit
    keypad = read(key, text, KEYPAD, scan=scan)
    assert keypad is not None
    assert keypad.answer != digit


def test_keys_of_others_are_left_alone() -> None:
    """Ctrl+1 is a tab, Alt+1 a part, F2 the cover sheet, Tab moves on."""
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    assert read(Key.Key_1, "1", control) is None
    assert read(Key.Key_1, "1", alt) is None
    assert read(Key.Key_F2) is None
    assert read(Key.Key_Tab, "\t") is None
    assert read(Key.Key_Shift) is None


def test_a_key_that_means_nothing_is_read_as_such() -> None:
    """It must be refused aloud, not swallowed."""
    assert read(ord("ฟ"), "ฟ") == EntryKey(text="ฟ")
