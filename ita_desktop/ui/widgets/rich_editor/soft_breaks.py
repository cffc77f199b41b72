"""Line ends between Thai words where Qt itself knows none (Windows): zero-width spaces in the field alone.

They are put in when a text is shown and renewed at each pause for what was edited. Nobody meets them: the
document is read without them, the cursor steps over them, offsets do not count them. Where Qt breaks Thai by
itself nothing of this happens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor

from ita_desktop.domain.paperwork.richtext import OBJECT
from ita_desktop.ui.widgets import breaking
from ita_desktop.ui.widgets.breaking import BREAK
from ita_desktop.ui.widgets.rich_editor.marks import code_units

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QTextBlock

    from ita_desktop.ui.widgets.rich_editor.editor import RichEditor

BACK = {Qt.Key.Key_Left: False, Qt.Key.Key_Backspace: True}
ON = {Qt.Key.Key_Right: False, Qt.Key.Key_Delete: True}
"""Keys that go or rub out, back and on; True for those that rub out."""


RENEW_AFTER = 300
"""Milliseconds without a key until the words that were typed get their breaks."""


class SoftBreaks(QObject):
    """Renews the breaks of what was edited in one editor at each pause."""

    def __init__(self, editor: RichEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._touched: list[QTextCursor] = []
        self._soon = QTimer(self, singleShot=True, interval=RENEW_AFTER)
        self._soon.timeout.connect(self.renew)

    def note_edit(self, position: int) -> None:
        """Something was typed there."""
        if not breaking.qt_breaks_thai():
            self._touched.append(QTextCursor(self._editor.document().findBlock(position)))
            self._soon.start()

    def renew(self) -> None:
        """Renew what was touched; never between undo and redo, which would cut the way forward."""
        touched, self._touched = self._touched, []
        self._soon.stop()
        if self._editor.document().isRedoAvailable() or self._editor.isReadOnly():
            return
        with self._editor.untold():
            for block in {cursor.block().blockNumber(): cursor.block() for cursor in touched}.values():
                renew(block)


def shown(text: str) -> str:
    """A text as the field holds it."""
    if breaking.qt_breaks_thai():
        return text
    from ita_desktop.services.thai_words import with_breaks

    return with_breaks(text.replace(BREAK, ""))


def plain(text: str) -> str:
    """A text of the field as the document has it."""
    return text if breaking.qt_breaks_thai() else text.replace(BREAK, "")


def units_before(text: str, offset: int) -> int:
    """How many of Qt's letters stand before a letter of the document, in a text of the field."""
    if breaking.qt_breaks_thai():
        return code_units(text[:offset])
    units = counted = 0
    for letter in text:
        if counted >= offset:
            break
        units += 1 + (letter > "\uffff")
        counted += letter != BREAK
    return units


def renew(block: QTextBlock) -> None:
    """Put the breaks of a block where its words end now, as part of the step that edited it."""
    text = block.text()
    wanted = shown(text)
    if breaking.qt_breaks_thai() or wanted == text:
        return
    cursor = QTextCursor(block)
    cursor.joinPreviousEditBlock()
    for place, add in reversed(_changes(text, wanted)):
        cursor.setPosition(block.position() + code_units(text[:place]))
        if not add:
            cursor.deleteChar()
        elif place and text[place - 1] != OBJECT:  # beside an object the break would be one more of it
            cursor.insertText(BREAK)
    cursor.endEditBlock()


def _changes(text: str, wanted: str) -> list[tuple[int, bool]]:
    """Where breaks go (False) and come (True), from the beginning of a text on."""
    made: list[tuple[int, bool]] = []
    place = 0
    for letter in wanted:
        while letter != BREAK and place < len(text) and text[place] == BREAK:
            made.append((place, False))
            place += 1
        if letter == BREAK and not (place < len(text) and text[place] == BREAK):
            made.append((place, True))
        else:
            place += 1
    return made + [(at, False) for at in range(place, len(text))]


def step_over(editor: RichEditor, e: QKeyEvent) -> None:
    """Before a key goes to Qt: take the cursor past the breaks that nobody sees."""
    key = Qt.Key(e.key())
    if breaking.qt_breaks_thai() or key not in BACK | ON:
        return
    cursor, back = editor.textCursor(), key in BACK
    if cursor.hasSelection() and (BACK | ON)[key]:
        return
    keep = bool(e.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
    document = editor.document()
    while document.characterAt(cursor.position() - (1 if back else 0)) == BREAK:
        if (BACK | ON)[key] and back:
            cursor.deletePreviousChar()
        elif (BACK | ON)[key]:
            cursor.deleteChar()
        else:
            cursor.setPosition(cursor.position() + (-1 if back else 1), mode)
    editor.setTextCursor(cursor)
