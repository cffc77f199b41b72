"""What the editor asks for before it can put something into the text, and how what is there is changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit, QSpinBox, QWidget

from ita_desktop.domain.paperwork.richtext import (
    MOST_COLUMNS,
    FilePart,
    Note,
    Picture,
    Run,
    Value,
    plain_text,
)
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.documents_ask import AskSheet, ChoiceSheet
from ita_desktop.ui.widgets.form import Note as Lines
from ita_desktop.ui.widgets.rich_editor import letters_commands, tables
from ita_desktop.ui.widgets.rich_editor.held import box_format, box_of, note_of, value_of
from ita_desktop.ui.widgets.rich_editor.html_look import LINK
from ita_desktop.ui.widgets.rich_editor.marks import ObjectKind
from ita_desktop.wording.paperwork import value_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QTextCharFormat, QTextCursor

    from ita_desktop.domain.paperwork.papers import LiveValue
    from ita_desktop.ui.widgets.rich_editor import RichEditor

    Act = Callable[[], FieldProblem | None]

MOST_ROWS = 100
WIDEST_MM = 247
"""Millimetres: the text of a landscape page."""


class Inserts:
    """Answers `RichEditor.asked`: opens the sheet that the command needs and does it."""

    def __init__(self, editor: RichEditor, add_pictures: Callable[[list[Path]], object]) -> None:
        """`add_pictures` stores pictures from files and puts them at the cursor."""
        self._editor = editor
        self._add_pictures = add_pictures
        self.values: Sequence[LiveValue] = ()
        self.parts: Sequence[LiveValue] = ()
        self.sheet: QWidget | None = None
        self._ways: dict[str, Callable[[], object]] = {
            "value": self._value,
            "note": self._note,
            "link": self._link,
            "table": self._table,
            "picture": self._pictures,
            "part": self._part,
            "box": self._box,
        }

    def ask(self, name: str) -> None:
        """Open the sheet of a command; names of others are passed over."""
        if name in self._ways:
            self._ways[name]()

    def _found(self, kind: ObjectKind) -> QTextCursor | None:
        """The object of a kind that is chosen or stands at the cursor."""
        found = letters_commands.object_near(self._editor.textCursor())
        return found if found is not None and found.charFormat().objectType() == kind else None

    def _open(self, title: str, done: str, act: Act, height: int = 240) -> AskSheet:
        """Open a sheet with a form; the editor has the cursor again when it goes."""
        sheet = AskSheet(self._editor.window(), title, done, act, height)
        sheet.finished.connect(lambda _: self._editor.setFocus())
        self.sheet = sheet
        return sheet

    # Live values and parts of the file

    def _value(self) -> None:
        """Choose a value to insert, or change the one at the cursor."""
        found = self._found(ObjectKind.VALUE)
        if found is not None:
            self._change_value(found)
            return

        def take(name: str) -> None:
            self._editor.with_cursor(lambda cursor: letters_commands.insert_value(cursor, Value(name)))

        self._choose(tr("ค่าจากแฟ้ม: เปลี่ยนตามแฟ้มเอง"), self.values, take, tr("ตอนนี้เป็น"))

    def _choose(
        self, title: str, rows: Sequence[LiveValue], take: Callable[[str], object], second: str = ""
    ) -> None:
        """Open a list to choose from."""
        sheet = ChoiceSheet(self._editor.window(), title, rows, take, second=second)
        sheet.finished.connect(lambda _: self._editor.setFocus())
        self.sheet = sheet
        sheet.open()

    def _change_value(self, found: QTextCursor) -> None:
        """Write other words over a live value, or let the file speak again."""
        value = value_of(found.charFormat())
        known = next((each for each in self.values if each.name == value.name), None)
        field = QLineEdit(value.written or "")
        field.setPlaceholderText(known.text if known else value.name)

        def act() -> None:
            words = field.text().strip() or None
            self._put(found, replace(value, written=words))

        sheet = self._open(value_name(known) if known else value.name, tr("ตกลง"), act)
        sheet.form.add("written", tr("เขียนทับ (ว่างไว้ = ใช้ค่าจากแฟ้ม)"), field)
        sheet.open()
        field.setFocus()

    def _put(self, found: QTextCursor, value: Value) -> None:
        """Put a value in place of another."""

        def put(cursor: QTextCursor) -> None:
            _cover(cursor, found)
            letters_commands.insert_value(cursor, value)

        self._editor.with_cursor(put)

    def _part(self) -> None:
        """Choose a part that the file writes itself."""

        def take(name: str) -> None:
            self._editor.insert((FilePart(name),))

        self._choose(tr("ส่วนที่ดึงจากแฟ้ม: ตารางและบทที่เปลี่ยนตามแฟ้มเอง"), self.parts, take)

    # Footnotes and links

    def _note(self) -> None:
        """Write a footnote, or change the one at the cursor."""
        found = self._found(ObjectKind.NOTE)
        before = note_of(found.charFormat()) if found is not None else Note(())
        field = Lines(4)
        field.setText(plain_text(before.text))

        def act() -> FieldProblem | None:
            words = field.text().strip()
            if not words:
                return FieldProblem("note", FieldFault.EMPTY)
            same = words == plain_text(before.text).strip()
            note = before if same else Note((Run(words),))

            def put(cursor: QTextCursor) -> None:
                if found is not None:
                    _cover(cursor, found)
                letters_commands.insert_note(cursor, note)

            self._editor.with_cursor(put)
            return None

        sheet = self._open(tr("เชิงอรรถ"), tr("ตกลง"), act, 300)
        sheet.form.add("note", tr("ข้อความเชิงอรรถ"), field)
        sheet.open()
        field.setFocus()

    def _link(self) -> None:
        """Give the chosen words an address, or take it off."""
        field = QLineEdit(letters_commands.link_at(self._editor.textCursor()))
        field.setPlaceholderText("https://")

        def act() -> FieldProblem | None:
            address = field.text().strip()
            if address and not LINK.match(address):
                return FieldProblem("link", FieldFault.BAD_LINK, address)
            self._editor.with_cursor(lambda cursor: letters_commands.link_to(cursor, address))
            return None

        sheet = self._open(tr("ลิงก์"), tr("ตกลง"), act)
        sheet.form.add("link", tr("ที่อยู่ (ว่างไว้ = เอาลิงก์ออก)"), field)
        sheet.open()
        field.setFocus()

    # Tables and pictures

    def _table(self) -> None:
        """Ask how large a table is to be."""
        rows, columns = _number(3, MOST_ROWS), _number(3, MOST_COLUMNS)

        def act() -> None:
            size = rows.value(), columns.value()
            self._editor.with_cursor(lambda cursor: tables.insert_table(cursor, *size, self._editor.keys))

        sheet = self._open(tr("ตาราง"), tr("แทรก"), act)
        sheet.form.add_pair(("rows", tr("แถว"), rows), ("columns", tr("คอลัมน์"), columns))
        sheet.open()
        rows.setFocus()
        rows.selectAll()

    def _pictures(self) -> None:
        """Ask for pictures; several come one below the other."""
        kinds = tr("ภาพ {kinds}").format(kinds="(*.jpg *.jpeg *.png *.gif *.bmp *.webp *.tif *.tiff)")
        names, _ = QFileDialog.getOpenFileNames(self._editor, tr("ภาพจากไฟล์…"), "", kinds)
        if names:
            self._add_pictures([Path(name) for name in names])

    def _box(self) -> None:
        """Change the picture at the cursor; other boxes have nothing to change."""
        found = self._found(ObjectKind.BOX)
        held = box_of(found.charFormat()) if found is not None else None
        if found is None or not isinstance(held, Picture):
            return
        width, words = _number(round(held.width_mm), WIDEST_MM), QLineEdit(held.alt)

        def act() -> None:
            changed = replace(held, width_mm=float(width.value()), alt=words.text().strip())
            self._restyle(found, box_format(changed))

        sheet = self._open(tr("ภาพ"), tr("ตกลง"), act)
        sheet.form.add("width", tr("กว้าง (มม.)"), width)
        sheet.form.add("alt", tr("คำบรรยายสำหรับผู้ที่มองไม่เห็นภาพ"), words)
        sheet.open()
        width.setFocus()

    def _restyle(self, found: QTextCursor, form: QTextCharFormat) -> None:
        """Let an object stand for something else."""
        found.setCharFormat(form)
        self._editor.setTextCursor(found)


def _cover(cursor: QTextCursor, found: QTextCursor) -> None:
    """Choose with one cursor what another has chosen."""
    cursor.setPosition(found.selectionStart())
    cursor.setPosition(found.selectionEnd(), cursor.MoveMode.KeepAnchor)


def _number(value: int, most: int) -> QSpinBox:
    """A field for a small whole number."""
    field = QSpinBox()
    field.setRange(1, most)
    field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    field.setValue(value)
    return field
