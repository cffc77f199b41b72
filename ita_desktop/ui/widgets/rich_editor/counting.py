"""Numbers that are drawn, never typed: of headings, list items and footnotes, kept true while one types.

They are counted anew only when the number of blocks or their kind may have changed; a letter typed into a
paragraph moves the footnotes behind it and counts nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ita_desktop.domain.paperwork.numbering import labels
from ita_desktop.domain.paperwork.richtext import OBJECT
from ita_desktop.ui.widgets.rich_editor.marks import ObjectKind
from ita_desktop.ui.widgets.rich_editor.reader import read

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument


class Counting:
    """The labels by the keys of blocks, the footnotes by their places."""

    def __init__(self, document: QTextDocument) -> None:
        """Count for a text; `note_change` must be told of its changes."""
        self._document = document
        self._labels: dict[int, str] | None = None
        self._notes: list[int] | None = None
        self._blocks = document.blockCount()

    def note_change(self, position: int, removed: int, added: int) -> None:
        """Qt tells a change: forget what may be wrong now, move what only moved."""
        letter_typed = removed == 0 and added == 1 and self._blocks == self._document.blockCount()
        self._blocks = self._document.blockCount()
        if not letter_typed:
            self._labels = self._notes = None
        elif self._notes is not None and self._document.characterAt(position) != OBJECT:
            self._notes = [place + (place >= position) for place in self._notes]
        else:
            self._notes = None

    def label(self, key: int) -> str:
        """The label of a heading or item, in Arabic figures; empty for a block without."""
        if self._labels is None:
            self._labels = labels(read(self._document))
        return self._labels.get(key, "")

    def note_number(self, position: int) -> int:
        """The number of the footnote at a place."""
        if self._notes is None:
            self._notes = list(self._find_notes())
        return bisect_left(self._notes, position) + 1

    def _find_notes(self) -> list[int]:
        """The places of all footnotes."""
        found: list[int] = []
        cursor = self._document.find(OBJECT, 0)
        while not cursor.isNull():
            if cursor.charFormat().objectType() == ObjectKind.NOTE:
                found.append(cursor.selectionStart())
            cursor = self._document.find(OBJECT, cursor)
        return found
