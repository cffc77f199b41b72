"""The page that follows what is written: set and drawn off the window's thread, never in the typist's way.

One setting runs at a time. What is typed meanwhile is set when it is done, so that a fast typist is never
ahead by more than one, and a slow computer sets fewer pages instead of later ones. The draft is kept on the
disk at each pause.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.domain.paperwork.papers import place_at, place_of
from ita_desktop.ui.pdf_view import PdfPages
from ita_desktop.ui.widgets.page_view import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from PySide6.QtGui import QImage

    from ita_desktop.domain.paperwork.papers import Place, SetPaper
    from ita_desktop.domain.paperwork.richtext import Document
    from ita_desktop.domain.problems import Problem
    from ita_desktop.ui.page import Page
    from ita_desktop.ui.widgets.page_view import PageView

SET_AFTER: Final = 30
"""Milliseconds after a key: the letters of one stroke come together, nobody sees the wait."""
KEEP_AFTER: Final = 800
"""Milliseconds without a key are a pause: what is written goes to the disk."""
MM: Final = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the window of a paper."""

    key: int
    kind: str
    fields: Mapping[str, str] = field(default_factory=dict)
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class _Shown:
    """A paper set, its pages ready to be shown."""

    paper: SetPaper
    pages: PdfPages
    pictures: Mapping[int, QImage]


class LivePaper(QObject):
    """Between the text and its page. `written` asks the window what stands there now.

    `sent(written)`: this goes to the disk now; `kept(at)`: it is there; `failed(problem)`: it is not;
    `unset(problem)`: the page cannot be set, the one of before stays; `is_set`: the page shows what was
    written when the setting began.
    """

    sent = Signal(object)
    kept = Signal(object)
    failed = Signal(object)
    unset = Signal(object)
    is_set = Signal()

    def __init__(self, page: Page, view: PageView, written: Callable[[], Written | None]) -> None:
        super().__init__(page)
        self._page, self._view, self._written = page, view, written
        self._places: tuple[Place, ...] = ()
        self._stale = self._running = self._unkept = False
        self._set_soon = QTimer(self, singleShot=True, interval=SET_AFTER)
        self._set_soon.timeout.connect(self._set)
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._keep_soon.timeout.connect(self.keep)

    # The page

    def note_edit(self) -> None:
        """Something was typed."""
        self._unkept = True
        self._keep_soon.start()
        self.set_again()

    def set_again(self) -> None:
        """Something that the page shows changed."""
        self._stale = True
        if not self._running and not self._set_soon.isActive():
            self._set_soon.start()

    def _set(self) -> None:
        """Have the page set as the text stands now."""
        written, self._stale = self._written(), False
        if written is None or written.document is None:
            return
        self._running = True
        workspace, draw = self._page.workspace, self._view.drawn_ahead()
        document = written.document

        def work() -> _Shown:
            paper = workspace.paperwork.pages.set(written.kind, written.fields, document)
            pages = PdfPages(paper.pdf)
            return _Shown(paper, pages, draw(pages))

        self._page.query(work, lambda shown: self._show(shown, written.key), self._cannot)

    def _show(self, shown: _Shown, key: int) -> None:
        """Show the page, unless another paper was opened meanwhile."""
        written = self._written()
        if written is not None and written.key == key:
            self._places = shown.paper.places
            self._view.show_paper(shown.pages, shown.pictures)
            self.is_set.emit()
        self._go_on()

    def _cannot(self, problem: Problem) -> None:
        """The page cannot be set; what is written is safe all the same."""
        self.unset.emit(problem)
        self._go_on()

    def _go_on(self) -> None:
        """Set again what was typed meanwhile."""
        self._running = False
        if self._stale:
            self._set_soon.start()

    # Places

    def reveal(self, key: int, offset: int, *, move: bool = True) -> None:
        """Mark the place on the page of a letter of the text; with `move`, bring it into sight."""
        place = place_of(self._places, key, offset)
        if place is not None:
            self._view.reveal(Spot(place.page, place.left_mm * MM, place.top_mm * MM), move=move)

    def letter_at(self, spot: Spot) -> tuple[int, int] | None:
        """The block and the letter that a place on the page shows."""
        place = place_at(self._places, spot.page, spot.across / MM, spot.down / MM)
        return (place.key, place.offset) if place is not None else None

    # The draft

    def opened(self) -> None:
        """Another paper is shown: nothing of it waits to be kept."""
        self._unkept = False
        self._keep_soon.stop()
        self._places = ()

    def keep(self) -> None:
        """Put what was typed on the disk."""
        written = self._written()
        self._keep_soon.stop()
        if not self._unkept or written is None or written.document is None:
            return
        self._unkept = False
        workspace, document = self._page.workspace, written.document

        def work() -> datetime:
            return workspace.paperwork.papers.save(written.key, written.fields, document)

        self.sent.emit(written)
        self._page.query(work, self.kept.emit, self._not_kept)

    def _not_kept(self, problem: Problem) -> None:
        """The disk refused: it is tried again at the next pause."""
        self._unkept = True
        self.failed.emit(problem)
