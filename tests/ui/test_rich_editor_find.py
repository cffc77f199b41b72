"""Promises of find and replace: a Thai word is found however its marks were typed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from ita_desktop.domain.paperwork.richtext import Document, Paragraph, Run, Section, Value
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.rich_editor import RichEditor
from ita_desktop.ui.widgets.rich_editor.find_bar import FindBar
from ita_desktop.ui.widgets.rich_editor.finding import Wanted, finds, replace_all

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def editor(qtbot: QtBot, qapp: QApplication) -> RichEditor:
    """An editor with a paragraph of several looks."""
    theme.apply(qapp)
    made = RichEditor()
    qtbot.addWidget(made)
    runs = (Run("น้ำใจ และ "), Run("น้ำ", bold=True), Value("score"), Run(" ITA ปี 2568"))
    made.load(Document((Section((Paragraph(runs, key=1),)),)))
    return made


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("น้ำ", "ดื่มน้ำ", ["น้ำ"]),
        ("น้ำ", "ดื่มน้\u0e4d\u0e32", ["น้\u0e4d\u0e32"]),
        ("น้ำ", "ดื่มน\u0e4d้\u0e32", ["น\u0e4d้\u0e32"]),
        ("ที่", "ท\u0e48\u0e35นี่", ["ท\u0e48\u0e35"]),
        ("แก้", "เเก้ไข", ["เเก้"]),
        ("2568", "ปี ๒๕๖๘", ["๒๕๖๘"]),
        ("๒๕๖๘", "ปี 2568", ["2568"]),
        ("กข", "ก\u200bข", ["ก\u200bข"]),
        ("ita", "ITA Ita", ["ITA", "Ita"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("ก", "ขค", []),
        ("", "ก", []),
    ],
)
def test_what_looks_alike_is_found(wanted: str, text: str, found: list[str]) -> None:
    """Mark order, split vowels, Thai and Arabic figures, invisible letters, large and small letters."""
    assert [text[begin:end] for begin, end in finds(text, Wanted(wanted))] == found


def test_exact_search_tells_large_from_small() -> None:
    """Where a person asks for it."""
    assert list(finds("ITA ita", Wanted("ita", exact=True))) == [(4, 7)]


@given(st.text(st.sampled_from("กขนท่้ีำ\u0e4d\u0e32เแ 12๑๒Aa\u200b"), max_size=20), st.data())
def test_whatever_stands_in_a_text_is_found_there(text: str, data: st.DataObject) -> None:
    """The whole text, searched in itself, is found; every find lies within it and none overlap."""
    for begin, end in finds(text + "x" + text, Wanted(text)):
        assert 0 <= begin < end <= 2 * len(text) + 1
    places = list(finds(text, Wanted(text[:2])))
    assert all(first[1] <= second[0] for first, second in pairwise(places))


def test_replacing_all_keeps_looks_and_objects_and_is_one_step(editor: RichEditor) -> None:
    """Bold stays bold, the live value stays, one Ctrl+Z takes all of it back."""
    before = editor.rich_text()
    assert replace_all(editor.document(), Wanted("น้ำ"), "ไฟ") == 2
    assert editor.rich_text().sections[0].blocks == (
        Paragraph((Run("ไฟใจ และ "), Run("ไฟ", bold=True), Value("score"), Run(" ITA ปี 2568")), key=1),
    )
    editor.undo()
    assert editor.rich_text() == before


def test_enter_goes_round_and_the_count_is_said(editor: RichEditor, qtbot: QtBot) -> None:
    """Enter goes to each place in turn and begins again; Shift+Enter goes back."""
    bar = FindBar(editor)
    qtbot.addWidget(bar)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    bar.open(replacing=False)
    bar.sought.setText("น้ำ")
    assert bar.count.text() in ("พบ 2 แห่ง", "พบ ๒ แห่ง")
    starts = []
    for _ in range(3):
        QTest.keyClick(bar.sought, Qt.Key.Key_Return)
        starts.append(editor.textCursor().selectionStart())
    assert starts == [0, 10, 0]
    QTest.keyClick(bar.sought, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert editor.textCursor().selectionStart() == 10


def test_replace_writes_the_chosen_place_and_goes_on(editor: RichEditor, qtbot: QtBot) -> None:
    """The first press only goes there, so that one sees what will be replaced."""
    bar = FindBar(editor)
    qtbot.addWidget(bar)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    bar.open(replacing=True)
    bar.sought.setText("น้ำ")
    bar.other.setText("ไฟ")
    bar.replace_one()
    assert editor.toPlainText().startswith("น้ำใจ")
    bar.replace_one()
    assert editor.toPlainText().startswith("ไฟใจ และ น้ำ")
