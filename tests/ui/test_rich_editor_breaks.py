"""Promises of the editor on a Qt that knows no Thai words, as on Windows: lines end between words, unseen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest

from ita_desktop.domain.paperwork.keys import changed, mapped, tidy
from ita_desktop.domain.paperwork.richtext import Document, Paragraph, Run, Section, Value, text
from ita_desktop.ui import theme
from ita_desktop.ui.widgets import breaking
from ita_desktop.ui.widgets.breaking import BREAK
from ita_desktop.ui.widgets.rich_editor import RichEditor
from ita_desktop.ui.widgets.rich_editor.reader import read
from tests.ui.test_rich_editor_document import DOCUMENTS, put_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

WORDS = "การประเมินคุณธรรมและความโปร่งใส"


@pytest.fixture(autouse=True)
def blind_qt(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    """A Qt without a Thai dictionary of its own."""
    theme.apply(qapp)
    monkeypatch.setattr(breaking, "qt_breaks_thai", lambda: False)


@pytest.fixture
def editor(qtbot: QtBot) -> RichEditor:
    """An editor with a line of Thai without spaces."""
    made = RichEditor()
    qtbot.addWidget(made)
    made.show()
    made.load(Document((Section((Paragraph(text(WORDS), key=1),)),)))
    return made


def typed(editor: RichEditor, letters: str) -> None:
    """Type letters and make a pause."""
    plain = Qt.KeyboardModifier.NoModifier
    for letter in letters:
        editor.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, ord(letter), plain, letter))
    editor.breaks.renew()


@given(DOCUMENTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_document_shows_its_breaks(document: Document) -> None:
    """Every document comes out as it went in, but for zero-width spaces of its own, which nobody sees."""

    def bare(parts: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(
            replace(part, text=part.text.replace(BREAK, ""))
            if isinstance(part, Run) else part
            for part in parts
        )  # fmt: skip

    plain = tidy(mapped(document, lambda block: changed(block, bare)))  # type: ignore[arg-type]
    assert read(put_in(plain)) == plain


def test_the_field_may_end_lines_between_words(editor: RichEditor) -> None:
    """The breaks are in the field, and not in what is read or copied from it."""
    assert BREAK in editor.toPlainText()
    editor.selectAll()
    assert editor.createMimeDataFromSelection().text() == WORDS


def test_arrows_step_over_breaks(editor: RichEditor) -> None:
    """One key press, one letter: as many presses as letters lead to the end."""
    editor.go_to(1, 0)
    for _ in range(len(WORDS)):
        QTest.keyClick(editor, Qt.Key.Key_Right)
    at_end = editor.caret
    for _ in range(200):
        QTest.keyClick(editor, Qt.Key.Key_Left)
    assert at_end[1] == len(WORDS)
    assert editor.caret == (1, 0)


@pytest.mark.parametrize("offset", range(1, len(WORDS)))
def test_backspace_takes_a_letter_wherever_it_is(editor: RichEditor, offset: int) -> None:
    """Never only a break that nobody sees."""
    editor.go_to(1, offset)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.rich_text().sections[0].blocks == (
        Paragraph(text(WORDS[: offset - 1] + WORDS[offset:]), key=1),
    )


def test_breaks_follow_what_is_typed_and_undo_takes_both(editor: RichEditor) -> None:
    """New words get their breaks at the pause; one Ctrl+Z gives the text of before, redo the new one."""
    editor.moveCursor(QTextCursor.MoveOperation.End)
    typed(editor, "ประจำปีงบประมาณ")
    assert editor.toPlainText().count(BREAK) == 4
    assert editor.rich_text().sections[0].blocks == (Paragraph(text(WORDS + "ประจำปีงบประมาณ"), key=1),)
    while editor.document().isUndoAvailable():
        editor.undo()
    assert editor.rich_text().sections[0].blocks == (Paragraph(text(WORDS), key=1),)
    while editor.document().isRedoAvailable():
        editor.redo()
    assert editor.rich_text().sections[0].blocks == (Paragraph(text(WORDS + "ประจำปีงบประมาณ"), key=1),)


def test_a_live_value_is_never_doubled_by_a_break(editor: RichEditor) -> None:
    """A break beside an object would become one more of it."""
    editor.load(Document((Section((Paragraph((Run(WORDS), Value("score"), Run(WORDS)), key=1),)),)))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    typed(editor, "ทดสอบระบบ")
    (paragraph,) = editor.rich_text().sections[0].blocks
    assert paragraph == Paragraph((Run(WORDS), Value("score"), Run(WORDS + "ทดสอบระบบ")), key=1)
