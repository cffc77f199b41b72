"""A paper sent to a printer: chosen pages, each over the whole sheet so that margins come out as set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtPrintSupport import QPrinter

    from ita_desktop.ui.pdf_view import PdfPages

PRINT_DPI: Final = 300
"""Finer than the eye sees at arm's length; a page in 600 would take 35 million dots of memory."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """Which pages, from 1, in which order, and how often the whole."""

    pages: tuple[int, ...]
    copies: int = 1

    def sequence(self, *, printer_repeats: bool) -> tuple[int, ...]:
        """The pages as they are sent: a printer that repeats by itself gets each once."""
        return self.pages if printer_repeats else self.pages * self.copies


def print_pages(
    pages: PdfPages,
    printer: QPrinter,
    chosen: Iterable[int] | None = None,
    told: Callable[[int], bool] = lambda _: True,
) -> int:
    """Print pages counted from 1, all without `chosen`; return how many.

    A page is drawn at its true size from the edge of the paper, whatever margins the driver wants to keep,
    and each sheet is turned as its page is. `told` hears the count after each and stops the rest with False.
    """
    sequence = tuple(chosen) if chosen is not None else tuple(range(1, pages.count + 1))
    if not sequence:
        return 0
    printer.setFullPage(True)
    _fit_sheet(printer, pages.sizes[sequence[0] - 1])
    painter = QPainter(printer)
    done = 0
    for number in sequence:
        if done:
            _fit_sheet(printer, pages.sizes[number - 1])
            printer.newPage()
        _draw(pages, number - 1, printer, painter)
        done += 1
        if not told(done):
            break
    painter.end()
    return done


def _fit_sheet(printer: QPrinter, size: tuple[float, float]) -> None:
    """Turn the sheet as the page is, without margins of the driver's."""
    width, height = size
    turned = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    sheet = QPageSize(
        QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    printer.setPageLayout(QPageLayout(sheet, turned, QMarginsF(0, 0, 0, 0)))


def _draw(pages: PdfPages, number: int, printer: QPrinter, painter: QPainter) -> None:
    """Draw one page, counted from 0, at 100 %."""
    dots = min(printer.resolution(), PRINT_DPI)
    width, height = pages.sizes[number]
    scale = printer.resolution() / 72
    painter.drawImage(QRectF(0, 0, width * scale, height * scale), pages.picture(number, dots))
