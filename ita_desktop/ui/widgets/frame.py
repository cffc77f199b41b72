"""Room for a page larger than the window: with large text on a small screen it scrolls, never cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class PageFrame(QScrollArea):
    """As large as the window lets it; the page inside is never smaller than it needs to be."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.installEventFilter(self)

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Fit the page to the room."""
        super().resizeEvent(arg__1)
        self._fit()

    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        """Fit again when the page comes to need more or less."""
        if arg__1 is self.page and arg__2.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(arg__1, arg__2)

    def _fit(self) -> None:
        """Give the page the room, or what it needs at least."""
        room, need = self.maximumViewportSize(), self.page.minimumSizeHint()
        if need.height() > room.height():  # the bar at the side takes its width, else a second one comes
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        self.page.resize(room.expandedTo(need))
