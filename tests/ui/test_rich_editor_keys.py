"""Promises of the editor under a typist's hands: what each key does to the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest

from ita_desktop.domain.paperwork import keys
from ita_desktop.domain.paperwork.numbering import labels
from ita_desktop.domain.paperwork.richtext import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    ListItem,
    Marker,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Section,
    Table,
    Text,
    Value,
    plain_text,
    text,
)
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.rich_editor import RichEditor
from ita_desktop.ui.widgets.rich_editor.commands import COMMANDS, combination
from ita_desktop.ui.widgets.rich_editor.letters_commands import insert_note, insert_value
from ita_desktop.ui.widgets.rich_editor.tables import insert_table
from tests.helpers.source import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class Typist:
    """Presses keys in an editor and looks at the document."""

    editor: RichEditor

    def open(self, *blocks: Block) -> None:
        """Show a document of these blocks, the cursor at its end."""
        self.editor.load(keys.tidy(Document((Section(blocks),))))
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key."""
        QTest.keyClick(self.editor, key, modifier)

    def type(self, words: str) -> None:
        """Type letters, Thai too."""
        for letter in words:
            QTest.qWait(0)
            self.editor.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, ord(letter), PLAIN, letter))

    def go(self, key: int, offset: int = 0) -> None:
        """Put the cursor before a letter of a block."""
        assert self.editor.go_to(key, offset)

    def choose(self, key: int, first: int, last: int) -> None:
        """Choose letters of a block."""
        self.go(key, first)
        cursor = self.editor.textCursor()
        cursor.setPosition(cursor.position() + last - first, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks of the first section."""
        return self.editor.rich_text().sections[0].blocks

    @property
    def lines(self) -> list[str]:
        """The words of all blocks, with the numbers of headings and items before them."""
        document = self.editor.rich_text()
        numbers = labels(document)
        return [
            f"{numbers.get(block.key, '')} {plain_text(keys.text_of(block))}".strip()
            for block in keys.all_blocks(document)
        ]


@pytest.fixture
def typist(qtbot: QtBot, qapp: QApplication) -> Typist:
    """A typist before an empty paper."""
    theme.apply(qapp)
    editor = RichEditor()
    qtbot.addWidget(editor)
    editor.resize(700, 900)
    editor.show()
    qtbot.waitExposed(editor)
    editor.setFocus()
    editor.load(Document())
    return Typist(editor)


def test_typing_into_an_empty_paper_makes_paragraphs(typist: Typist) -> None:
    """Enter ends a paragraph, Shift+Enter a line of it; every block has a key of its own."""
    typist.type("หนึ่ง")
    typist.press(Qt.Key.Key_Return)
    typist.type("สอง")
    typist.press(Qt.Key.Key_Return, SHIFT)
    typist.type("สาม")
    assert typist.lines == ["หนึ่ง", "สอง\nสาม"]
    first, second = typist.blocks
    assert first.key != second.key


def test_splitting_a_paragraph_leaves_the_key_with_its_first_half(typist: Typist) -> None:
    """What points at a paragraph goes on pointing at where it begins; undo joins the halves."""
    typist.open(Paragraph((Run("หนึ่งสอง", bold=True),), key=7))
    typist.go(7, 5)
    typist.press(Qt.Key.Key_Return)
    first, second = typist.blocks
    assert (first.key, plain_text(keys.text_of(first)), plain_text(keys.text_of(second))) == (7, "หนึ่ง", "สอง")
    assert keys.text_of(second) == (Run("สอง", bold=True),)
    typist.press(Qt.Key.Key_Z, CONTROL)
    assert typist.lines == ["หนึ่งสอง"]


def test_lists_number_themselves_in_thai_order(typist: Typist) -> None:
    """Enter goes on with the list, Tab goes a level in, Enter on an empty item ends the list."""
    typist.press(Qt.Key.Key_5, CONTROL | SHIFT)
    typist.type("หนึ่ง")
    typist.press(Qt.Key.Key_Return)
    typist.type("สอง")
    typist.press(Qt.Key.Key_Return)
    typist.press(Qt.Key.Key_Tab)
    typist.type("ย่อย")
    typist.press(Qt.Key.Key_Return)
    typist.press(Qt.Key.Key_Backtab)
    typist.type("สาม")
    assert typist.lines == ["ก. หนึ่ง", "ข. สอง", "ก. ย่อย", "ค. สาม"]
    typist.press(Qt.Key.Key_Return)
    typist.press(Qt.Key.Key_Return)
    typist.type("ต่อไป")
    assert typist.blocks[-1] == Paragraph(text("ต่อไป"), key=typist.blocks[-1].key)


def test_headings_by_key_are_numbered_on_wish(typist: Typist) -> None:
    """Ctrl+Alt+1 makes a heading, Ctrl+Alt+N numbers it; Enter after it goes on with a paragraph."""
    typist.type("ความเป็นมา")
    typist.press(Qt.Key.Key_1, CONTROL | ALT)
    typist.press(Qt.Key.Key_N, CONTROL | ALT)
    typist.press(Qt.Key.Key_Return)
    typist.type("ด้วย")
    assert typist.lines == ["1. ความเป็นมา", "ด้วย"]
    heading, paragraph = typist.blocks
    assert isinstance(heading, Heading)
    assert isinstance(paragraph, Paragraph)
    typist.go(paragraph.key)
    typist.press(Qt.Key.Key_2, CONTROL | ALT)
    typist.press(Qt.Key.Key_0, CONTROL | ALT)
    assert typist.blocks[1] == paragraph


def test_bold_keeps_what_surrounds_it(typist: Typist) -> None:
    """Ctrl+B on chosen letters switches them alone, pressed again switches back; nothing else changes."""
    typist.open(Paragraph((Run("คะแนน "), Value("score"), Run(" เต็ม")), key=3))
    before = typist.blocks
    typist.choose(3, 4, 8)
    typist.press(Qt.Key.Key_B, CONTROL)
    assert keys.text_of(typist.blocks[0]) == (
        Run("คะแน"), Run("น ", bold=True), Value("score", bold=True), Run(" ", bold=True), Run("เต็ม"),
    )  # fmt: skip
    typist.press(Qt.Key.Key_B, CONTROL)
    assert typist.blocks == before


def test_letters_typed_after_ctrl_b_are_bold(typist: Typist) -> None:
    """The switch holds for what is typed next."""
    typist.type("ก")
    typist.press(Qt.Key.Key_B, CONTROL)
    typist.type("ข")
    typist.press(Qt.Key.Key_B, CONTROL)
    typist.type("ค")
    assert keys.text_of(typist.blocks[0]) == (Run("ก"), Run("ข", bold=True), Run("ค"))


def test_a_heading_is_bold_on_the_screen_alone(typist: Typist) -> None:
    """Turning a paragraph into a heading and back marks no letter as bold."""
    typist.open(Paragraph(text("หัวข้อ")))
    typist.press(Qt.Key.Key_1, CONTROL | ALT)
    assert keys.text_of(typist.blocks[0]) == text("หัวข้อ")


def test_backspace_at_the_beginning_takes_the_shape_off_first(typist: Typist) -> None:
    """An item becomes a paragraph, then joins the one above."""
    typist.open(Paragraph(text("บน"), key=1), ListItem(text("ล่าง"), key=2))
    typist.go(2)
    typist.press(Qt.Key.Key_Backspace)
    assert isinstance(typist.blocks[1], Paragraph)
    typist.press(Qt.Key.Key_Backspace)
    assert typist.lines == ["บนล่าง"]
    assert typist.blocks[0].key == 1


def test_alignment_and_first_line_by_key(typist: Typist) -> None:
    """Ctrl+E centres, Ctrl+Alt+T takes the first line back to the margin."""
    typist.type("ชื่อเรื่อง")
    typist.press(Qt.Key.Key_E, CONTROL)
    typist.press(Qt.Key.Key_T, CONTROL | ALT)
    made = typist.blocks[0]
    assert isinstance(made, Paragraph)
    assert (made.align, made.indented) == (Align.CENTER, False)


def table_of(typist: Typist) -> Table:
    """The first table."""
    return next(block for block in typist.blocks if isinstance(block, Table))


def words_of(table: Table) -> list[list[str]]:
    """The words of a table's cells."""
    return [["".join(plain_text(b.text) for b in cell.blocks) for cell in row] for row in table.rows]


def filled(typist: Typist) -> None:
    """Put a table of two by two and fill it by keys."""
    cursor = typist.editor.textCursor()
    insert_table(cursor, 2, 2, typist.editor.keys)
    typist.editor.setTextCursor(cursor)
    for words in ("ที่", "ชื่อ", "๑", "ก"):
        typist.type(words)
        if words != "ก":
            typist.press(Qt.Key.Key_Tab)


def test_tab_goes_through_a_table_and_adds_a_row_at_its_end(typist: Typist) -> None:
    """Cells are filled with Tab alone; behind the last one a new row begins."""
    filled(typist)
    typist.press(Qt.Key.Key_Tab)
    typist.type("๒")
    assert words_of(table_of(typist)) == [["ที่", "ชื่อ"], ["๑", "ก"], ["๒", ""]]
    assert table_of(typist).header_rows == 1


def test_rows_and_columns_come_and_go_by_key(typist: Typist) -> None:
    """Alt+Shift with arrows adds beside the cursor, with Delete and Backspace takes away; undo gives back."""
    filled(typist)
    before = table_of(typist)
    typist.press(Qt.Key.Key_Up, ALT | SHIFT)
    typist.press(Qt.Key.Key_Left, ALT | SHIFT)
    assert words_of(table_of(typist)) == [["ที่", "", "ชื่อ"], ["", "", ""], ["๑", "", "ก"]]
    assert len(table_of(typist).columns) == 3
    typist.press(Qt.Key.Key_Backspace, ALT | SHIFT)
    assert words_of(table_of(typist)) == [["ที่", ""], ["", ""], ["๑", ""]]
    for _ in range(3):
        typist.press(Qt.Key.Key_Z, CONTROL)
    assert table_of(typist) == before


def test_every_cell_of_a_grown_table_has_a_key_of_its_own(typist: Typist) -> None:
    """A click on the page finds any cell."""
    filled(typist)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        typist.press(key, ALT | SHIFT)
    found = [block.key for block in keys.all_blocks(typist.editor.rich_text())]
    assert len(found) == len(set(found))
    assert 0 not in found


def test_taking_the_last_row_away_takes_the_table(typist: Typist) -> None:
    """Text around it stays."""
    typist.type("บน")
    filled(typist)
    typist.press(Qt.Key.Key_Delete, ALT | SHIFT)
    typist.press(Qt.Key.Key_Delete, ALT | SHIFT)
    assert not any(isinstance(block, Table) for block in typist.blocks)
    assert typist.lines[0] == "บน"


def test_backspace_never_pulls_text_into_a_table(typist: Typist) -> None:
    """At the edge of a cell, and behind a table, the key does nothing."""
    typist.open(
        Table((Column(),), ((Cell((Paragraph(text("ในช่อง")),)),),), key=1), Paragraph(text("หลัง"), key=9)
    )
    before = typist.editor.rich_text()
    typist.go(9)
    typist.press(Qt.Key.Key_Backspace)
    typist.press(Qt.Key.Key_Backspace)
    typist.go(typist.blocks[0].rows[0][0].blocks[0].key)  # type: ignore[union-attr]
    typist.press(Qt.Key.Key_Backspace)
    assert typist.lines[-1] == "หลัง"
    assert words_of(table_of(typist)) == words_of(before.sections[0].blocks[0])  # type: ignore[arg-type]


def test_cells_are_laid_by_the_keys_of_paragraphs(typist: Typist) -> None:
    """Ctrl+R in a cell lays the cell."""
    filled(typist)
    typist.press(Qt.Key.Key_R, CONTROL)
    assert table_of(typist).rows[1][1].align is Align.RIGHT


def test_letters_beside_a_box_go_on_a_line_of_their_own(typist: Typist) -> None:
    """Typed at a page break, words stand before or after it, never in it."""
    typist.open(PageBreak(key=4))
    typist.type("หลัง")
    assert [type(block) for block in typist.blocks] == [PageBreak, Paragraph]
    typist.go(4)
    typist.type("ก่อน")
    assert typist.lines == ["ก่อน", "", "หลัง"]


def test_backspace_takes_a_page_break_away(typist: Typist) -> None:
    """Pressed behind it; the paragraph stays what it is."""
    typist.open(Paragraph(text("บน"), key=1), PageBreak(key=2), Heading(text("ล่าง"), 2, key=3))
    typist.go(3)
    typist.press(Qt.Key.Key_Backspace)  # takes the heading's shape off, as it does everywhere
    typist.press(Qt.Key.Key_Backspace)
    assert [type(block) for block in typist.blocks] == [Paragraph, Paragraph]
    assert typist.lines == ["บน", "ล่าง"]


def test_the_sheet_turns_at_the_cursor_and_back(typist: Typist) -> None:
    """Ctrl+Alt+L begins a landscape section; within it, a portrait one."""
    typist.type("ตั้ง")
    typist.press(Qt.Key.Key_Return)
    typist.press(Qt.Key.Key_L, CONTROL | ALT)
    typist.type("นอน")
    typist.press(Qt.Key.Key_Return)
    typist.press(Qt.Key.Key_L, CONTROL | ALT)
    typist.type("ตั้งอีก")
    sections = typist.editor.rich_text().sections
    assert [section.landscape for section in sections] == [False, True, False]
    assert [plain_text(keys.text_of(b)) for s in sections for b in s.blocks if keys.text_of(b)] == [
        "ตั้ง", "นอน", "ตั้งอีก",
    ]  # fmt: skip


def test_footnotes_and_values_stand_in_the_text_as_one_letter(typist: Typist) -> None:
    """They are put at the cursor, counted as one letter, and go with one Backspace."""
    typist.type("ดู")
    insert_note(typist.editor.textCursor(), Note(text("ประกาศ")))  # type: ignore[arg-type]
    insert_value(typist.editor.textCursor(), Value("score", "๙๐"))
    typist.type("จบ")
    expected: Text = (Run("ดู"), Note((Run("ประกาศ"),)), Value("score", "๙๐"), Run("จบ"))
    assert keys.text_of(typist.blocks[0]) == expected
    typist.go(typist.blocks[0].key, 4)
    typist.press(Qt.Key.Key_Backspace)
    assert keys.text_of(typist.blocks[0]) == (Run("ดู"), Note((Run("ประกาศ"),)), Run("จบ"))


def test_ctrl_arrow_goes_by_thai_words(typist: Typist) -> None:
    """การ|ประเมิน|คุณธรรม: no space tells where words end, the word list does."""
    typist.open(Paragraph(text("การประเมินคุณธรรม"), key=1))
    typist.go(1)
    typist.press(Qt.Key.Key_Right, CONTROL)
    typist.press(Qt.Key.Key_Right, CONTROL)
    assert typist.editor.caret == (1, len("การประเมิน"))
    typist.press(Qt.Key.Key_Backspace, CONTROL)
    assert typist.lines == ["การคุณธรรม"]


def test_every_command_has_a_key_and_no_two_the_same() -> None:
    """All can be done without a mouse."""
    combinations = [combination(each.keys) for each in COMMANDS]
    assert len(set(combinations)) == len(combinations)


def test_every_key_stands_in_the_handbook() -> None:
    """docs/writing.md lists each key of the editor as the program writes it."""
    handbook = (ROOT / "docs" / "writing.md").read_text("utf-8")
    assert [each.keys for each in COMMANDS if each.keys not in handbook] == []


def test_unknown_words_are_marked_at_a_pause_and_f7_leaves_them(typist: Typist) -> None:
    """A misprint is marked once one writes elsewhere; names of abbreviations are not; F7 switches it off."""
    typist.open(Paragraph(text("ตาม พ.ศ. ๒๕๖๘ อบต. จัดโครงกาพัฒนางฃร")), Paragraph(text("ต่อไป")))
    unknown = typist.editor.unknown
    unknown.mark()
    ((words, places),) = unknown._found.values()
    assert [words[begin:end] for begin, end in places] == ["งฃร"]
    before = typist.editor.rich_text()
    typist.press(Qt.Key.Key_F7)
    assert unknown._found == {}
    assert typist.editor.rich_text() == before


def test_the_window_gets_undo_when_the_editor_has_none(typist: Typist) -> None:
    """Ctrl+Z with nothing typed is not swallowed."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CONTROL)
    typist.editor.event(event)
    assert not event.isAccepted()
    typist.type("ก")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CONTROL)
    typist.editor.event(event)
    assert event.isAccepted()


def test_a_read_only_paper_takes_no_key(typist: Typist) -> None:
    """A signed paper stays as it is."""
    typist.open(Paragraph(text("ลงนามแล้ว"), key=1))
    before = typist.editor.rich_text()
    typist.editor.setReadOnly(True)
    typist.type("ก")
    for key, modifier in ((Qt.Key.Key_B, CONTROL), (Qt.Key.Key_Return, PLAIN), (Qt.Key.Key_Tab, PLAIN)):
        typist.press(key, modifier)
    assert typist.editor.rich_text() == before


def test_pasting_into_the_middle_keeps_both_halves(typist: Typist) -> None:
    """Several paragraphs part the one at the cursor; one alone flows into it."""
    typist.open(Paragraph(text("หน้าหลัง"), key=1))
    typist.go(1, 4)
    source = QMimeData()
    source.setText("กลาง")
    typist.editor.insertFromMimeData(source)
    assert typist.lines == ["หน้ากลางหลัง"]
    typist.go(1, 8)
    source.setText("สอง\nสาม")
    typist.editor.insertFromMimeData(source)
    assert typist.lines == ["หน้ากลาง", "สอง", "สาม", "หลัง"]


def test_a_picture_pasted_waits_until_it_is_stored(typist: Typist, qtbot: QtBot) -> None:
    """Its bytes are handed over first; the text is not touched before."""
    source = QMimeData()
    source.setHtml('<p>ก</p><img src="data:image/png;base64,aGVsbG8="><p>ข</p>')
    with qtbot.waitSignal(typist.editor.pictures_pasted) as told:
        typist.editor.insertFromMimeData(source)
    pasted = told.args[0]
    assert pasted.pictures == {"pasted-0": b"hello"}
    assert [type(block) for block in pasted.blocks] == [Paragraph, Picture, Paragraph]
    assert typist.lines == []


def test_marker_switches_and_goes_off(typist: Typist) -> None:
    """Another marker's key changes the item, the same one's makes it a paragraph."""
    typist.type("ก")
    typist.press(Qt.Key.Key_9, CONTROL | SHIFT)
    item = typist.blocks[0]
    assert isinstance(item, ListItem)
    assert item.marker is Marker.PAREN
    typist.press(Qt.Key.Key_8, CONTROL | SHIFT)
    assert typist.lines == ["• ก"]
    typist.press(Qt.Key.Key_8, CONTROL | SHIFT)
    assert isinstance(typist.blocks[0], Paragraph)
