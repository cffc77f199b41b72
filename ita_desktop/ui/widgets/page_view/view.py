"""The pages of a paper to scroll through, enlarged as the reader likes, kept in place when set anew.

Drawing a page takes longer than a key press may, so the view draws none itself: it asks `fetch` to have them
drawn elsewhere and shows what it has until they come. A paper that is set anew replaces the old one page by
page; the reader's place stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractScrollArea

from ita_desktop.ui import theme
from ita_desktop.ui.pdf_view import POINTS_PER_INCH, SCREEN_DPI, PdfPages
from ita_desktop.ui.widgets.page_view.stack import EDGE, PageStack, Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    Pictures = Mapping[int, QImage]
    Fetch = Callable[[Callable[[], Pictures], Callable[[Pictures], None]], None]

ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
SMALLEST_FIT = 0.3
"""A page fitted into a narrow place is a thumbnail at least."""
KEPT = 12
"""Pictures of pages kept: some screens' worth, not three hundred pages of 2 MB each."""
REVEAL_ROOM = 90
"""Pixels that stay between the line being written and the edge of the view."""


class PageView(QAbstractScrollArea):
    """All pages, one below the other.

    `page_shown(number, count)` counts from 1; `zoomed(percent)`; `pressed(spot)` tells a click on a page.
    """

    page_shown = Signal(int, int)
    zoomed = Signal(int)
    pressed = Signal(object)

    def __init__(self, fetch: Fetch) -> None:
        """`fetch(work, done)` runs `work` off this thread and hands its result to `done` on this one."""
        super().__init__()
        self._fetch = fetch
        self._pages: PdfPages | None = None
        self._stack = PageStack((), 1.0)
        self._zoom: float | None = None
        self._pictures: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._asked: set[int] = set()
        self._generation = 0
        self._mark: Spot | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._ask_soon = QTimer(self, singleShot=True, interval=0)
        self._ask_soon.timeout.connect(self._ask)

    # What is shown

    @property
    def pages(self) -> PdfPages | None:
        """The paper; None before the first."""
        return self._pages

    @property
    def number(self) -> int:
        """The page at the middle of the view, from 1; 0 without a paper."""
        if self._pages is None:
            return 0
        return self._stack.page_at(self.verticalScrollBar().value() + self.viewport().height() / 2) + 1

    @property
    def dots_per_inch(self) -> float:
        """How finely pages are drawn for this screen and size."""
        return SCREEN_DPI * self.zoom * self.devicePixelRatioF()

    @property
    def seen(self) -> range:
        """The pages, from 0, that are in sight."""
        return self._stack.seen(self.verticalScrollBar().value(), self.viewport().height())

    def show_paper(self, pages: PdfPages, ready: Pictures | None = None) -> None:
        """Show a paper, with what is drawn of it already; the reader's place stays."""
        self._generation += 1
        self._pages = pages
        self._fresh, self._asked = set(), set()
        self._pictures = {number: each for number, each in self._pictures.items() if number < pages.count}
        self._lay_out()
        self._take(ready or {})
        self._tell_page()
        self._ask()

    def drawn_ahead(self) -> Callable[[PdfPages], Pictures]:
        """What draws the pages in sight of a paper that comes; made here, called off this thread."""
        numbers, dots = list(self.seen), self.dots_per_inch
        return lambda pages: _drawn(pages, [number for number in numbers if number < pages.count], dots)

    def forget(self) -> None:
        """Show nothing: another paper is coming."""
        self._generation += 1
        self._pages, self._mark = None, None
        self._pictures.clear()
        self._stack = PageStack((), 1.0)
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    # Moving about

    def go_to(self, number: int) -> None:
        """Show the top of a page, counted from 1; beyond the ends, the last or first."""
        if self._pages is not None:
            page = max(0, min(number - 1, self._stack.count - 1))
            self.verticalScrollBar().setValue(int(self._stack.box(page).top()) - EDGE)

    def turn(self, step: int) -> None:
        """Turn pages forward or back."""
        self.go_to(self.number + step)

    def reveal(self, spot: Spot, *, move: bool = True) -> None:
        """Mark a place and, with `move`, bring it into sight; the page moves only as far as it must."""
        self._mark = spot
        self.viewport().update()
        if self._pages is None or not move:
            return
        down = self._stack.pixels(spot).y()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if down < bar.value() + EDGE:
            bar.setValue(int(down) - REVEAL_ROOM)
        elif down > bar.value() + height - REVEAL_ROOM:
            bar.setValue(int(down) - height + 2 * REVEAL_ROOM)

    # How large

    @property
    def zoom(self) -> float:
        """How large the paper is: 1 is its true size."""
        if self._zoom is not None or self._pages is None:
            return self._zoom or 1.0
        widest = max(self._pages.width(number) for number in range(self._pages.count))
        room = self.viewport().width() - 2 * EDGE - 1
        return max(room * POINTS_PER_INCH / (widest * SCREEN_DPI), SMALLEST_FIT)

    def fit(self) -> None:
        """Make the paper as wide as there is room, now and when the window changes."""
        self._zoom = None
        self._resize_pages()

    def enlarge(self, *, larger: bool) -> None:
        """Go to the next larger or smaller size."""
        now = self.zoom
        steps = [z for z in ZOOMS if z > now + 0.01] if larger else [z for z in ZOOMS if z < now - 0.01][::-1]
        self._zoom = steps[0] if steps else now
        self._resize_pages()

    def _resize_pages(self) -> None:
        """Lay the pages out at another size; the place in the paper stays at the top of the view."""
        bar = self.verticalScrollBar()
        share = bar.value() / self._stack.height if self._stack.height > EDGE else 0.0
        self._fresh, self._asked = set(), set()
        self._generation += 1
        self._lay_out()
        bar.setValue(round(share * self._stack.height))
        self._ask()

    def _lay_out(self) -> None:
        """Stack the pages and size the bars."""
        if self._pages is None:
            return
        self._stack = PageStack(self._pages.sizes, self.zoom * SCREEN_DPI / POINTS_PER_INCH)
        room = self.viewport().size()
        for bar, length, shown in (
            (self.verticalScrollBar(), self._stack.height, room.height()),
            (self.horizontalScrollBar(), self._stack.width, room.width()),
        ):
            bar.setPageStep(shown)
            bar.setSingleStep(theme.scaled(24))
            bar.setRange(0, max(0, round(length) - shown))
        self.zoomed.emit(round(self.zoom * 100))
        self.viewport().update()

    # Pictures

    def _ask(self) -> None:
        """Have the pages in sight drawn that are not, and the next one ahead of the reader."""
        if self._pages is None:
            return
        ahead = range(self.seen.start, min(self.seen.stop + 1, self._stack.count))
        missing = [number for number in ahead if number not in self._fresh | self._asked]
        if not missing:
            return
        self._asked.update(missing)
        pages, dots, generation = self._pages, self.dots_per_inch, self._generation

        def done(pictures: Pictures) -> None:
            if generation == self._generation:
                self._take(pictures)

        self._fetch(lambda: _drawn(pages, missing, dots), done)

    def _take(self, pictures: Pictures) -> None:
        """Show pictures that came."""
        self._pictures.update(pictures)
        self._fresh.update(pictures)
        self._asked.difference_update(pictures)
        middle = self.number - 1
        for far in sorted(self._pictures, key=lambda number: abs(number - middle))[KEPT:]:
            del self._pictures[far]
            self._fresh.discard(far)
        self.viewport().update()

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Draw the pages in sight as white sheets, and the mark of the line being written."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(self._shift())
        for number in self.seen:
            box = self._stack.box(number)
            painter.fillRect(box, theme.color(theme.SURFACE))
            picture = self._pictures.get(number)
            if picture is not None:
                painter.drawImage(box, picture)
            painter.setPen(theme.color(theme.LINE))
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        if self._mark is not None and self._stack.count:
            point = self._stack.pixels(self._mark)
            left = self._stack.box(min(self._mark.page, self._stack.count - 1)).left()
            painter.fillRect(QRectF(left + 3, point.y(), 4, 16 * self.zoom * 1.4), theme.color(theme.ACCENT))

    def _shift(self) -> QPointF:
        """From pixels of the stack to those of the view."""
        spare = max(0.0, (self.viewport().width() - self._stack.width) / 2)
        return QPointF(spare - self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    # What happens to it

    def _scrolled(self) -> None:
        """Tell the page; have it drawn when the scrolling of this moment is over."""
        self._tell_page()
        self._ask_soon.start()
        self.viewport().update()

    def _tell_page(self) -> None:
        """Tell which page is seen."""
        if self._pages is not None:
            self.page_shown.emit(self.number, self._pages.count)

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Keep the paper as wide as there is room, if so wished."""
        super().resizeEvent(arg__1)
        self._resize_pages()

    def mousePressEvent(self, arg__1: QMouseEvent) -> None:
        """Tell where on the paper was pressed."""
        spot = self._stack.spot(arg__1.position() - self._shift())
        if spot is not None:
            self.pressed.emit(spot)

    def wheelEvent(self, arg__1: QWheelEvent) -> None:
        """Scroll; with Ctrl, enlarge."""
        if arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enlarge(larger=arg__1.angleDelta().y() > 0)
        else:
            super().wheelEvent(arg__1)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Home and End go to the ends of the paper."""
        key = arg__1.key()
        if key == Qt.Key.Key_Home:
            self.go_to(1)
        elif key == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(arg__1)

    def sizeHint(self) -> QSize:
        """A page at a readable size."""
        return QSize(theme.scaled(420), theme.scaled(560))


def _drawn(pages: PdfPages, numbers: list[int], dots: float) -> dict[int, QImage]:
    """Draw pages, off the window's thread."""
    return {number: pages.picture(number, dots) for number in numbers}
