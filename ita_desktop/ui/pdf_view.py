"""Papers on the screen: a PDF's pages as pictures, page by page, enlarged as the reader likes."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ita_desktop.ui import theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS_PER_INCH = 72
SCREEN_DPI, PRINT_DPI = 96, 300
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
EDGE = 14


class PdfPages:
    """A PDF in memory, its pages drawn when asked for. Nothing stays open between two drawings."""

    def __init__(self, data: bytes) -> None:
        """Look into a PDF that the program itself made."""
        self._data = data
        with closing(pypdfium2.PdfDocument(data)) as document:
            self._sizes = [tuple(map(float, page.get_size())) for page in document]

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self._sizes)

    def width(self, number: int) -> float:
        """Width of a page in points, pages counted from 0."""
        return self._sizes[number][0]

    def picture(self, number: int, dots_per_inch: float) -> QImage:
        """Draw a page, counted from 0."""
        with closing(pypdfium2.PdfDocument(self._data)) as document:
            bitmap = document[number].render(scale=dots_per_inch / POINTS_PER_INCH, rev_byteorder=True)
            form = _FORMATS[int(bitmap.n_channels)]
            made = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form)
            return made.copy()


_FORMATS = {
    1: QImage.Format.Format_Grayscale8,
    3: QImage.Format.Format_RGB888,
    4: QImage.Format.Format_RGBX8888,
}


class _Sheet(QWidget):
    """One page as a white sheet with a thin edge."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()

    def show_picture(self, picture: QImage) -> None:
        """Show another page."""
        self._picture = picture
        shown = picture.deviceIndependentSize().toSize() if not picture.isNull() else QSize(0, 0)
        self.setFixedSize(shown + QSize(2 * EDGE, 2 * EDGE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        if self._picture.isNull():
            return
        painter = QPainter(self)
        box = self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.drawImage(box.topLeft(), self._picture)
        painter.setPen(theme.color(theme.LINE))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))


class PdfView(QScrollArea):
    """A page with scroll bars. Page Up and Page Down go on to the next page at its ends.

    `page_shown(number, count)` counts from 1; `zoomed(percent)` tells how large the paper is.
    """

    page_shown = Signal(int, int)
    zoomed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._pages: PdfPages | None = None
        self._number = 0
        self._zoom: float | None = None
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    @property
    def pages(self) -> PdfPages | None:
        """What is shown; None before the first paper."""
        return self._pages

    @property
    def number(self) -> int:
        """The page that is shown, from 1; 0 without a paper."""
        return self._number + 1 if self._pages is not None else 0

    def show_pdf(self, data: bytes) -> None:
        """Show a paper; the page and the place on it stay, for it is mostly the same paper set anew."""
        place = self.verticalScrollBar().value()
        self._pages = PdfPages(data)
        self._number = min(self._number, self._pages.count - 1)
        self._draw()
        self.verticalScrollBar().setValue(place)

    def go_to(self, number: int) -> None:
        """Show the top of a page, counted from 1; beyond the ends, the last or first."""
        if self._pages is None:
            return
        self._number = max(0, min(number - 1, self._pages.count - 1))
        self._draw()
        self.verticalScrollBar().setValue(0)

    def turn(self, step: int) -> None:
        """Turn pages forward or back."""
        self.go_to(self.number + step)

    @property
    def zoom(self) -> float:
        """How large the paper is: 1 is its true size."""
        if self._zoom is not None or self._pages is None:
            return self._zoom or 1.0
        width = self._pages.width(self._number) * SCREEN_DPI / POINTS_PER_INCH
        return max((self.viewport().width() - 2 * EDGE - 1) / width, ZOOMS[0])

    def fit(self) -> None:
        """Make the paper as wide as there is room, now and when the window changes."""
        self._zoom = None
        self._draw()

    def enlarge(self, *, larger: bool) -> None:
        """Go to the next larger or smaller size."""
        now = self.zoom
        steps = [z for z in ZOOMS if z > now + 0.01] if larger else [z for z in ZOOMS if z < now - 0.01][::-1]
        self._zoom = steps[0] if steps else now
        self._draw()

    def _draw(self) -> None:
        """Draw the page at the size in use, sharp on fine screens too."""
        if self._pages is None:
            return
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(needed if self._zoom else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fine = self.devicePixelRatioF()
        picture = self._pages.picture(self._number, SCREEN_DPI * self.zoom * fine)
        picture.setDevicePixelRatio(fine)
        self._sheet.show_picture(picture)
        self.page_shown.emit(self.number, self._pages.count)
        self.zoomed.emit(round(self.zoom * 100))

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Keep the paper as wide as there is room, if so wished."""
        super().resizeEvent(arg__1)
        if self._zoom is None:
            self._draw()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Page Up and Page Down move on the page, then to the next one."""
        bar = self.verticalScrollBar()
        key = arg__1.key()
        if key == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.turn(1)
        elif key == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.turn(-1)
        else:
            super().keyPressEvent(arg__1)


def print_pages(pages: PdfPages, printer: QPrinter) -> int:
    """Print all pages, each over the whole sheet so that margins come out as set; return how many."""
    printer.setFullPage(True)
    painter = QPainter(printer)
    dots = min(printer.resolution(), PRINT_DPI)
    paper = printer.paperRect(printer.Unit.DevicePixel).toRect()
    for number in range(pages.count):
        if number:
            printer.newPage()
        painter.drawImage(QRect(0, 0, paper.width(), paper.height()), pages.picture(number, dots))
    painter.end()
    return pages.count
