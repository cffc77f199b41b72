"""A table asks its window for something that a widget does not do itself: writing what is seen to a file."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.listing import Listing


class Output(Enum):
    """What a table can be written as, by the ending of the file."""

    PDF = ".pdf"
    WORKBOOK = ".xlsx"


class TableErrand(QEvent):
    """Write what is seen. Goes to the table's window, and from a sheet to the window behind it."""

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self, listing: Listing, output: Output) -> None:
        super().__init__(self.KIND)
        self.listing, self.output = listing, output
        self.ignore()


def send_errand(widget: QWidget, listing: Listing, output: Output) -> bool:
    """Ask the window, then the one behind it; False where nobody does it."""
    window: QWidget | None = widget.window()
    while window is not None:
        errand = TableErrand(listing, output)
        QCoreApplication.sendEvent(window, errand)
        if errand.isAccepted():
            return True
        parent = window.parentWidget()
        window = parent.window() if parent is not None else None
    return False
