"""Shortcuts as the program writes them, apart from how the user's language names keys.

Qt reads the text of a shortcut in the language that its translator speaks: where that calls Return "Enter",
the number pad's Enter could no longer be named. So shortcuts are always read in Qt's own portable words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

PLAIN_NAMES = {"Return": "Enter"}


def sequence(keys: str) -> QKeySequence:
    """The shortcut that `keys` names: `Ctrl+3`, `Return`, `F8`."""
    return QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)


def on_keys(keys: str, widget: QWidget, slot: Callable[[], object]) -> QShortcut:
    """Call `slot` upon `keys` while `widget` is seen and its window is the active one."""
    shortcut = QShortcut(sequence(keys), widget)
    shortcut.activated.connect(lambda: slot())  # noqa: PLW0108 - a slot of any kind, not only one Qt knows
    return shortcut


def key_words(keys: str) -> str:
    """A shortcut as the key caps show it: `Ctrl+3` as `Ctrl 3`, in the names of the user's keyboard."""
    if keys in PLAIN_NAMES:
        return PLAIN_NAMES[keys]
    native = sequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    readable = native if native and "?" not in native and len(native) >= len(keys) else keys
    return readable.replace("+", " ") if keys != "+" else keys
