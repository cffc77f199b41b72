"""What a key means while a form is keyed. The numeric keypad alone is enough, and no keyboard layout matters.

Under the Thai layout the row of digits gives letters, among them `/` for 2 and `-` for 3, which are keys of
their own here: so the row is read by its place on the keyboard wherever the system tells it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ita_desktop.domain.answers import CHOICE_SYMBOLS, Answer, Mark
from ita_desktop.domain.thai_text import arabic_digits

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

Key = Qt.Key


class Move(Enum):
    """A key that is no answer."""

    BACK = "back"
    FORWARD = "forward"
    FIRST = "first"
    LAST = "last"
    CLEAR = "clear"
    ENTER = "enter"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class EntryKey:
    """A key by its meaning: an answer, a move, or neither (then `text` is what cannot be used)."""

    answer: Answer | None = None
    move: Move | None = None
    text: str = ""


MOVES = {
    Key.Key_Backspace: Move.BACK, Key.Key_Left: Move.BACK, Key.Key_Up: Move.BACK, Key.Key_Minus: Move.BACK,
    Key.Key_Right: Move.FORWARD, Key.Key_Down: Move.FORWARD, Key.Key_Plus: Move.FORWARD,
    Key.Key_Home: Move.FIRST, Key.Key_End: Move.LAST,
    Key.Key_Delete: Move.CLEAR, Key.Key_Period: Move.CLEAR,
    Key.Key_Return: Move.ENTER, Key.Key_Enter: Move.ENTER, Key.Key_Escape: Move.LEAVE,
}  # fmt: skip
MARKS = {
    Key.Key_0: Mark.BLANK, Key.Key_Slash: Mark.UNREADABLE, Key.Key_Asterisk: Mark.DOUBLE,
}  # fmt: skip
KEYPAD_WITHOUT_NUM_LOCK = {
    Key.Key_Insert: 0, Key.Key_End: 1, Key.Key_Down: 2, Key.Key_PageDown: 3, Key.Key_Left: 4,
    Key.Key_Clear: 5, Key.Key_Right: 6, Key.Key_Home: 7, Key.Key_Up: 8, Key.Key_PageUp: 9,
}  # fmt: skip
"""What the keypad's keys say when Num Lock is off: a clerk who never looks up must not key arrows."""

THAI_ROW = {"ๅ": 1, "ภ": 4, "ถ": 5, "ุ": 6, "ึ": 7, "ค": 8, "ต": 9, "จ": 0}
"""The row of digits under the Thai layout, but for 2 and 3, whose characters are other keys' own."""
X11_ROW_START, X11_ROW_END = 10, 19
SILENT = {
    Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta, Key.Key_CapsLock,
    Key.Key_NumLock, Key.Key_ScrollLock, Key.Key_Tab, Key.Key_Backtab, Key.Key_Print, Key.Key_Pause,
    Key.Key_Menu, Key.Key_Mode_switch, Key.Key_PageUp, Key.Key_PageDown,
}  # fmt: skip


def read_key(event: QKeyEvent) -> EntryKey | None:
    """Return what a key means; None for one that is not this page's (Tab, Shift, F2, anything with Ctrl)."""
    modifiers = event.modifiers()
    if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return None
    key = _known(event.key())
    keypad = bool(modifiers & Qt.KeyboardModifier.KeypadModifier)
    if keypad and sys.platform != "darwin" and key in KEYPAD_WITHOUT_NUM_LOCK:
        return _digit(KEYPAD_WITHOUT_NUM_LOCK[key])
    row = None if keypad else _row_digit(event)
    if row is not None:
        return _digit(row)
    if key in MOVES:
        return EntryKey(move=MOVES[key])
    if key in MARKS:
        return EntryKey(answer=MARKS[key])
    return _by_character(event, key)


def _known(code: int) -> Key:
    """The key of a code. A Thai letter's code is the letter itself, which Qt has no name for."""
    try:
        return Key(code)
    except ValueError:
        return Key.Key_unknown


def _by_character(event: QKeyEvent, key: Key) -> EntryKey | None:
    """Read a digit or a letter by the character that it gives."""
    text = arabic_digits(event.text())
    if text in THAI_ROW:
        return _digit(THAI_ROW[text])
    if len(text) == 1 and text.isascii() and text.isdigit():
        return _digit(int(text))
    if len(text) == 1 and text.isascii() and text.isalpha():
        return EntryKey(answer=CHOICE_SYMBOLS.index(text.upper()) + 1, text=text)
    if key in SILENT or not text.strip():
        return None
    return EntryKey(text=text)


def _digit(digit: int) -> EntryKey:
    """A digit is the choice from the left; 0 says that nothing was ticked."""
    return EntryKey(answer=digit or Mark.BLANK, text=str(digit))


def _row_digit(event: QKeyEvent) -> int | None:
    """The digit printed on a key of the upper row, whatever the layout; None for any other key."""
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return None
    if sys.platform == "win32":
        code = event.nativeVirtualKey()
        return code - ord("0") if ord("0") <= code <= ord("9") else None
    code = event.nativeScanCode()
    if sys.platform == "linux" and X11_ROW_START <= code <= X11_ROW_END:
        return (code - X11_ROW_START + 1) % 10
    return None
