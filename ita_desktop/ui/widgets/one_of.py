"""Several widgets in one place, of which one is seen; only that one asks for room.

Qt's own stack is as large as its largest widget, seen or not: a wide strip on one shelf would make every
other one scroll sideways on a small screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QSize


class OneOf(QStackedWidget):
    """A stack that needs what its present widget needs."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """What the widget that is seen needs."""
        current = self.currentWidget()
        return current.minimumSizeHint() if current is not None else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        """What it would like."""
        current = self.currentWidget()
        return current.sizeHint() if current is not None else super().sizeHint()
