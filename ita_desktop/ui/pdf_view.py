"""A PDF as pictures, page by page, for the screen and for a printer."""

from __future__ import annotations

from contextlib import closing

import pypdfium2
from PySide6.QtGui import QImage

from ita_desktop.ui.tasks import one_at_a_time

POINTS_PER_INCH = 72
SCREEN_DPI = 96


class PdfPages:
    """A PDF in memory, its pages drawn when asked for. Nothing stays open between two drawings.

    PDFium may not be entered by two threads at once, so each look into the PDF is one at a time.
    """

    def __init__(self, data: bytes) -> None:
        """Look into a PDF that the program itself made."""
        self.data = data
        with one_at_a_time(), closing(pypdfium2.PdfDocument(data)) as document:
            found = [document.get_page_size(number) for number in range(len(document))]
        self.sizes: tuple[tuple[float, float], ...] = tuple((float(w), float(h)) for w, h in found)

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self.sizes)

    def width(self, number: int) -> float:
        """Width of a page in points, pages counted from 0."""
        return self.sizes[number][0]

    def picture(self, number: int, dots_per_inch: float) -> QImage:
        """Draw a page, counted from 0."""
        with one_at_a_time(), closing(pypdfium2.PdfDocument(self.data)) as document:
            bitmap = document[number].render(scale=dots_per_inch / POINTS_PER_INCH, rev_byteorder=True)
            form = _FORMATS[int(bitmap.n_channels)]
            made = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form)
            return made.copy()


_FORMATS = {
    1: QImage.Format.Format_Grayscale8,
    3: QImage.Format.Format_RGB888,
    4: QImage.Format.Format_RGBX8888,
}
