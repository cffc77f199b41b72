"""Promises of `ui.qt_thai`: nothing of Qt that a user can meet stands in English in a Thai window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from ita_desktop.ui.qt_thai import QtThai, speak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LATIN_ON_PURPOSE = re.compile(  # what stands so on the keyboard, on the paper, or is no word
    r"LTR|A\d|F%1|%1%|%p%|%1, \.\.\.|\*|\+|(Alt|Shift)\+\w+|Alt|Backspace|Ctrl|Del|End|Enter|Esc|Home"
    r"|Ins|Menu|Windows|Pause|PgDn|PgUp|Print|Shift|SysRq|Tab"
)


class Listening(QtThai):
    """Notes what Qt asks for and does not get."""

    def __init__(self) -> None:
        super().__init__()
        self.unanswered: set[tuple[str, str]] = set()

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """As always, and remember the gaps."""
        answer = super().translate(context, source, disambiguation, n)
        if answer is None:
            self.unanswered.add((context, source))
        return answer


@pytest.fixture
def listening(qapp: QApplication) -> Iterator[Listening]:
    """A translator in place for the length of the test."""
    translator = Listening()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def everyday_widgets() -> list[QWidget]:
    """The parts of Qt with words of their own that the program shows."""
    every_button = QDialogButtonBox()
    for button in QDialogButtonBox.StandardButton:
        if button is not QDialogButtonBox.StandardButton.NoButton:
            every_button.addButton(button)
    saving = QFileDialog()
    saving.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    telling = QMessageBox()
    telling.setDetailedText("…")
    tabs = QTabWidget()
    tabs.setTabsClosable(True)
    tabs.addTab(QWidget(), "…")
    return [
        every_button,
        QFileDialog(),
        saving,
        telling,
        tabs,
        QSpinBox(),
        QProgressDialog(),
        QPrintPreviewDialog(),
    ]


def test_every_word_that_qt_shows_is_known(qtbot: QtBot, listening: Listening) -> None:
    """Dialogs, menus and buttons are shown; Qt asks for nothing that has no Thai."""
    line, text = QLineEdit("…"), QPlainTextEdit("…")
    for menu in (line.createStandardContextMenu(), text.createStandardContextMenu()):
        qtbot.addWidget(menu)
        menu.popup(line.pos())
    for widget in [line, text, *everyday_widgets()]:
        qtbot.addWidget(widget)
        widget.show()
    # A shortcut is compared with the names of all keys that Qt knows, down to "Audio Cycle Track".
    assert {gap for gap in listening.unanswered if gap[0] != "QShortcut"} == set()


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("Ctrl+S", "Ctrl+S"), ("Shift+Space", "Shift+เว้นวรรค"), ("Alt+Left", "Alt+ลูกศรซ้าย"), ("PgUp", "PgUp")],
)
def test_keys_are_named_as_they_stand_on_the_keyboard(listening: Listening, keys: str, shown: str) -> None:
    """What is printed on the key stays Latin; what has no print is Thai."""
    assert QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) == shown


def test_every_entry_is_thai_or_latin_on_purpose() -> None:
    """No English was left in the Thai list by mistake."""
    words = [thai for context in QtThai()._words.values() for thai in context.values()]
    assert len(words) > 110
    assert [
        word for word in words if not re.search("[ก-๙]", word) and not LATIN_ON_PURPOSE.fullmatch(word)
    ] == []


def test_every_entry_is_a_string_that_qt_really_has() -> None:
    """Each English source stands in Qt's own catalogues; one that does not would never be asked for."""
    german = QTranslator()
    assert german.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    unknown = [
        (context, source)
        for context, words in QtThai()._words.items()
        for source in words
        if not german.translate(context, source)
        and not german.translate(context, source, "All other platforms")
    ]
    assert unknown == []


def test_values_are_filled_in_where_qt_fills_them_in() -> None:
    """The Thai has the same %1 and the same shortcut letter or none."""
    for words in QtThai()._words.values():
        for english, thai in words.items():
            assert sorted(re.findall("%.", english)) == sorted(re.findall("%.", thai)), english
            assert len(re.findall("&.", thai)) <= 1


def test_the_buttons_follow_the_language(qapp: QApplication, qtbot: QtBot) -> None:
    """Cancel is ยกเลิก in a Thai window and Cancel in an English one."""

    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")

    speak("th", qapp)
    assert cancel() == "ยกเลิก"
    speak("en", qapp)
    assert cancel() == "Cancel"
