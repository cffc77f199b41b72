"""The field in which papers are written: rich text, Thai numbers in the margin, objects in the text.

It knows the document model and Qt's text, nothing of services: whoever shows it hands over a document, the
words of live values and pictures, and is told `edited`.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ita_desktop.domain.paperwork.richtext import Contents
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.rich_editor import clipboard, soft_breaks, typed, words
from ita_desktop.ui.widgets.rich_editor.commands import command_for
from ita_desktop.ui.widgets.rich_editor.counting import Counting
from ita_desktop.ui.widgets.rich_editor.inserting import insert_blocks, insert_turn, is_landscape
from ita_desktop.ui.widgets.rich_editor.letters_commands import object_near
from ita_desktop.ui.widgets.rich_editor.looks import TEXT_POINTS
from ita_desktop.ui.widgets.rich_editor.margin import PAGE_MARGIN, draw_labels
from ita_desktop.ui.widgets.rich_editor.marks import (
    Kind,
    ObjectKind,
    code_points,
    key_of,
    kind_of,
)
from ita_desktop.ui.widgets.rich_editor.objects import ObjectPainter, Surroundings
from ita_desktop.ui.widgets.rich_editor.reader import forget, read
from ita_desktop.ui.widgets.rich_editor.structural import structural
from ita_desktop.ui.widgets.rich_editor.unknown import UnknownWords
from ita_desktop.ui.widgets.rich_editor.writer import BlockWriter, Keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QImage, QInputMethodEvent, QKeyEvent, QMouseEvent, QPaintEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.paperwork.richtext import Block, Document


class RichEditor(QTextEdit):
    """A document to write in.

    `edited`: something changed by hand; `asked`: a command that needs an answer (its name);
    `picture_wanted`: a picture's SHA-256; `pictures_pasted`: a paste whose pictures must be stored first;
    `told`: a paste of which a person should know something.
    """

    edited = Signal()
    asked = Signal(str)
    picture_wanted = Signal(str)
    pictures_pasted = Signal(object)
    told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = Keys()
        self.around = Surroundings(want_picture=self._want_picture)
        self._wanted: set[str] = set()
        self._loading = False
        self.breaks = soft_breaks.SoftBreaks(self)
        self.unknown = UnknownWords(self)
        text = self.document()
        text.setDocumentMargin(PAGE_MARGIN)
        text.setDefaultFont(theme.font(TEXT_POINTS))
        self.counting = Counting(text)
        self._objects = ObjectPainter(self.around, self.counting, self)
        self._objects.register(text)
        text.contentsChange.connect(self._note_change)
        self.setTabChangesFocus(False)
        self.setAcceptRichText(True)
        self.setCursorWidth(2)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)

    # The document

    def load(self, document: Document) -> None:
        """Show another document; what was typed before cannot be undone into it."""
        self._loading = True
        text = self.document()
        text.setUndoRedoEnabled(False)
        text.clear()
        self.keys.begin_after(document)
        cursor = QTextCursor(text)
        cursor.beginEditBlock()
        BlockWriter(cursor, self.keys).write_document(document)
        cursor.endEditBlock()
        text.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._loading = False
        self.unknown.mark_soon()

    def rich_text(self) -> Document:
        """The document as it stands."""
        return read(self.document())

    def insert(self, blocks: Iterable[Block]) -> None:
        """Put blocks at the cursor, as a paste does."""
        self.with_cursor(lambda cursor: insert_blocks(cursor, tuple(blocks), self.keys))

    def with_cursor(self, change: Callable[[QTextCursor], object]) -> None:
        """Change the text through the cursor, and go where it went."""
        cursor = self.textCursor()
        change(cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def turn_sheet(self) -> None:
        """What follows the cursor goes on sheets turned the other way."""
        insert_turn(self.textCursor(), self.keys, landscape=not is_landscape(self.textCursor()))

    def insert_contents(self) -> None:
        """Put a table of contents at the cursor."""
        self.insert((Contents(),))

    def show_values(self, values: dict[str, str], names: dict[str, str], *, digits_thai: bool) -> None:
        """Give live values their words; what is typed is not touched."""
        around = self.around
        if (around.values, around.names, around.digits_thai) != (values, names, digits_thai):
            around.values, around.names, around.digits_thai = dict(values), dict(names), digits_thai
            self._lay_out_again()

    def show_picture(self, sha256: str, image: QImage) -> None:
        """A picture that was wanted has come."""
        self.around.pictures[sha256] = image
        self._lay_out_again()

    def _lay_out_again(self) -> None:
        """Have objects measured anew; nothing of the text changes, so nobody is told."""
        with self.untold():
            self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()

    @contextmanager
    def untold(self) -> Iterator[None]:
        """Change what nobody typed: `edited` stays silent."""
        self._loading = True
        yield
        self._loading = False

    def _want_picture(self, sha256: str) -> None:
        """Ask for a picture, once."""
        if sha256 not in self._wanted:
            self._wanted.add(sha256)
            self.picture_wanted.emit(sha256)

    def _note_change(self, position: int, removed: int, added: int) -> None:
        """Qt tells a change."""
        forget(self.document(), position, added)
        self.counting.note_change(position, removed, added)
        if not self._loading:
            self.breaks.note_edit(position)
            self.edited.emit()

    # Places

    @property
    def caret(self) -> tuple[int, int]:
        """The key of the block under the cursor, and how many letters stand before it there."""
        cursor = self.textCursor()
        block = cursor.block()
        text = block.text()
        before = text[: code_points(text, cursor.positionInBlock())]
        return key_of(block), len(soft_breaks.plain(before))

    def go_to(self, key: int, offset: int = 0) -> bool:
        """Put the cursor before a letter of a block; False if there is no such block."""
        block = self._block(key)
        if block is None:
            return False
        cursor = self.textCursor()
        cursor.setPosition(block.position() + soft_breaks.units_before(block.text(), offset))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()
        return True

    def _block(self, key: int) -> QTextBlock | None:
        """The block of a key."""
        block = self.document().firstBlock()
        while block.isValid():
            if key_of(block) == key and kind_of(block) is not Kind.FILLER:
                return block
            block = block.next()
        return None

    # Keys

    def event(self, e: QEvent) -> bool:
        """Keep the editor's own keys from the window; undo with nothing to undo is the window's."""
        if e.type() == QEvent.Type.ShortcutOverride and not self.isReadOnly():
            if self._nothing_to_undo(e):  # type: ignore[arg-type]  # this event carries keys
                e.ignore()
                return True
            if command_for(e) is not None:  # type: ignore[arg-type]
                e.accept()
                return True
        return super().event(e)

    def _nothing_to_undo(self, e: QKeyEvent) -> bool:
        """Whether a key would undo or redo, and there is nothing of that here."""
        text = self.document()
        return (e.matches(QKeySequence.StandardKey.Undo) and not text.isUndoAvailable()) or (
            e.matches(QKeySequence.StandardKey.Redo) and not text.isRedoAvailable()
        )

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Do what a key means here; letters are Qt's."""
        if self.isReadOnly():
            super().keyPressEvent(e)
            return
        command = command_for(e)
        if command is not None:
            command.run(self)
        elif not structural(self, e) and not words.move_by_word(self, e):
            if e.text() and e.text().isprintable():
                self._make_room()
            soft_breaks.step_over(self, e)
            super().keyPressEvent(e)

    def _make_room(self) -> None:
        """Before a letter: leave a box its line, make a paragraph of the line after a table."""
        cursor = self.textCursor()
        if kind_of(cursor.block()) in (Kind.BOX, Kind.FILLER):
            typed.leave_box(cursor, self.keys)
            typed.settle_filler(cursor, self.keys)
            self.setTextCursor(cursor)

    def inputMethodEvent(self, arg__1: QInputMethodEvent) -> None:
        """Letters of an input method make room as typed ones do."""
        if arg__1.commitString():
            self._make_room()
        super().inputMethodEvent(arg__1)

    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        """A double click opens an object, else chooses a word."""
        cursor = self.cursorForPosition(e.position().toPoint())
        if not self.isReadOnly() and self.open_object(cursor):
            return
        words.choose_word(self, cursor)

    def open_object(self, cursor: QTextCursor) -> bool:
        """Ask to change the object at the cursor; False if there is none."""
        found = object_near(cursor)
        if found is None:
            return False
        self.setTextCursor(found)
        self.asked.emit(ObjectKind(found.charFormat().objectType()).name.lower())
        return True

    # Paste

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy: our own form, so that nothing is lost within the program, and text for others."""
        return clipboard.copied(self.textCursor())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether a paste or drop can be used."""
        return clipboard.usable(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: blocks, a picture's bytes, or plain text."""
        taken = clipboard.taken(source)
        if taken.pictures:
            self.pictures_pasted.emit(taken)  # they are stored first, then all is put in together
        else:
            self.insert(taken.blocks)
        if taken.wide or taken.left_out:
            self.told.emit(taken)

    # Drawing

    def paintEvent(self, e: QPaintEvent) -> None:
        """Draw the text, the numbers of headings and items at its left, the marks of unknown words."""
        super().paintEvent(e)
        self.unknown.draw()
        draw_labels(self, self.counting, self.around)
