"""Fill pages with pieces: what belongs together stays together, heads repeat, notes stand at the foot."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .notes import NOTES_GAP, NoteLine, draw_rule
from .style import MM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .page import PageSetup
    from .pieces import Piece
    from .sheet import Sheet

_TOLERANCE = 0.01
"""Points by which a piece may exceed the page: sums of floats are not exact."""


@dataclass(slots=True)
class Flow:
    """Fills one page after the other. `begin` opens a sheet, `finish` gets it back when it is full.

    `finish` also gets the first words of the next page, for the continuation word.
    """

    page: PageSetup
    begin: Callable[[], Sheet]
    finish: Callable[[Sheet, str], None]
    _sheet: Sheet | None = None
    _y: float = 0.0
    _fresh: bool = True
    """Nothing stands on the page yet."""
    _soft: bool = False
    """The page began because the one before was full: white space asked for vanishes then, and only then."""
    _chunk: list[Piece] = field(default_factory=list)
    _notes: list[NoteLine] = field(default_factory=list)

    def run(self, pieces: Iterable[Piece]) -> None:
        """Place all pieces and finish the last page. An empty document is one empty page."""
        self._sheet = self.begin()
        for piece in pieces:
            self._chunk.append(piece)
            if not piece.keep_next:
                self._place_chunk()
        self._place_chunk()
        self._close("")
        while self._notes:
            self._sheet = self.begin()
            self._y = 0.0
            self._close("")

    def _turn(self, words: str, *, soft: bool = True) -> None:
        self._close(words)
        self._sheet = self.begin()
        self._y = 0.0
        self._fresh, self._soft = True, soft

    def _close(self, words: str) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is None:
            return
        self._draw_notes(sheet)
        self.finish(sheet, words)

    def _draw_notes(self, sheet: Sheet) -> None:
        """Draw the notes that fit, at the foot; the rest waits for the next page."""
        if not self._notes:
            return
        room = self.page.text_height - self._y - NOTES_GAP + _TOLERANCE
        fitting = 0
        while fitting < len(self._notes) and _height(self._notes[: fitting + 1]) <= room:
            fitting += 1
        if fitting == 0 and self._fresh:
            fitting = 1
        now, self._notes = self._notes[:fitting], self._notes[fitting:]
        if not now:
            return
        left = self.page.left_mm * MM
        y = self.page.top_mm * MM + self.page.text_height - _height(now)
        draw_rule(sheet, left, y - NOTES_GAP)
        for note in now:
            note.draw(sheet, left, y)
            y += note.leading

    def _notes_height(self, more: Sequence[NoteLine] = ()) -> float:
        lines = [*self._notes, *more]
        return _height(lines) + NOTES_GAP if lines else 0.0

    def _overflows(self, height: float, notes: Sequence[NoteLine]) -> bool:
        return self._y + height + self._notes_height(notes) > self.page.text_height + _TOLERANCE

    def _place_chunk(self) -> None:
        """Place pieces that belong together.

        On a page of their own if need be, divided only if even that fails.
        """
        chunk, self._chunk = self._chunk, []
        if not chunk:
            return
        height = sum(piece.before + piece.height for piece in chunk)
        notes = [note for piece in chunk for note in piece.notes]
        if not self._fresh and self._overflows(height, notes):
            head = chunk[0].head.height if chunk[0].head else 0.0
            alone = height - chunk[0].before + head + (_height(notes) + NOTES_GAP if notes else 0.0)
            if alone <= self.page.text_height + _TOLERANCE:
                self._turn(_words(chunk))
        for index, piece in enumerate(chunk):
            self._place(piece, chunk[index:])

    def _place(self, piece: Piece, rest: list[Piece]) -> None:
        if piece.new_page:
            if not self._fresh:
                self._turn("", soft=False)
            return
        before = 0.0 if self._fresh else piece.before
        if not self._fresh and self._overflows(before + piece.height, piece.notes):
            if not piece.height:
                return
            self._turn(_words(rest))
            before = 0.0
        if self._fresh and not piece.height:
            if piece.what != "space" or self._soft:
                return
            before = piece.before
        self._draw(piece, before)

    def _draw(self, piece: Piece, before: float) -> None:
        if self._sheet is None:
            return
        left, top = self.page.left_mm * MM, self.page.top_mm * MM
        if self._fresh and piece.head is not None:
            piece.head.draw(self._sheet, left, top)
            self._y = piece.head.height
        self._y += before
        piece.draw(self._sheet, left, top + self._y)
        self._y += piece.height
        self._notes += piece.notes
        self._fresh = False


def _height(notes: Sequence[NoteLine]) -> float:
    return sum(note.leading for note in notes)


def _words(pieces: list[Piece]) -> str:
    """First words of what opens the next page; a table row has none, for its number alone says nothing."""
    return pieces[0].words if pieces else ""
