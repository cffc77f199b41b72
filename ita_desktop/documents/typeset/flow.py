"""Fill pages with pieces: what belongs together stays together, heads repeat, notes stand at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from .page import PageSetup
from .pieces import Piece
from .sheet import Sheet
from .style import MM

_TOLERANCE = 0.01
"""Points by which a piece may exceed the page: sums of floats are not exact."""


@dataclass(slots=True)
class Flow:
    """Fills one page after the other. `begin` opens a sheet, `finish` gets it back when it is full."""

    page: PageSetup
    begin: Callable[[], Sheet]
    finish: Callable[[Sheet, str], None]
    """Gets the sheet and the first words of the next page."""
    _sheet: Sheet | None = None
    _y: float = 0.0
    _fresh: bool = True
    _chunk: list[Piece] = field(default_factory=list)

    def run(self, pieces: Iterable[Piece]) -> None:
        """Place all pieces and finish the last page. An empty document is one empty page."""
        self._open()
        for piece in pieces:
            self._chunk.append(piece)
            if not piece.keep_next:
                self._place_chunk()
        self._place_chunk()
        self._close("")

    def _open(self) -> None:
        self._sheet = self.begin()
        self._y = 0.0
        self._fresh = True

    def _close(self, words: str) -> None:
        if self._sheet is not None:
            self.finish(self._sheet, words)
        self._sheet = None

    def _turn(self, words: str) -> None:
        self._close(words)
        self._open()

    def _place_chunk(self) -> None:
        """Place pieces that belong together; on a page of their own if need be, divided only if even that fails."""
        chunk, self._chunk = self._chunk, []
        if not chunk:
            return
        height = sum(piece.before + piece.height for piece in chunk)
        if not self._fresh and self._y + height > self.page.text_height + _TOLERANCE:
            room = self.page.text_height - (chunk[0].head.height if chunk[0].head else 0.0)
            if height - chunk[0].before <= room + _TOLERANCE:
                self._turn(_words(chunk))
        for index, piece in enumerate(chunk):
            self._place(piece, chunk[index:])

    def _place(self, piece: Piece, rest: list[Piece]) -> None:
        if piece.new_page:
            if not self._fresh:
                self._turn("")
            return
        before = 0.0 if self._fresh else piece.before
        if not self._fresh and self._y + before + piece.height > self.page.text_height + _TOLERANCE:
            if not piece.height:
                return
            self._turn(_words(rest))
            before = 0.0
        if self._fresh and not piece.height:
            return
        sheet = self._sheet or self.begin()
        left, top = self.page.left_mm * MM, self.page.top_mm * MM
        if self._fresh and piece.head is not None:
            piece.head.draw(sheet, left, top)
            self._y = piece.head.height
        self._y += before
        piece.draw(sheet, left, top + self._y)
        self._y += piece.height
        self._fresh = False


def _words(pieces: list[Piece]) -> str:
    return next((piece.words for piece in pieces if piece.words), "")
