"""A box to tick with words that may take several lines, which Qt's own cannot."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.icons import Icon, draw_icon
from ita_desktop.ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

BOX, GAP = 17, 9


class Tick(QAbstractButton):
    """Space or a click ticks it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _words(self, width: int) -> Paragraph:
        """The words in the room beside the box."""
        room = max(width - theme.scaled(BOX + GAP), 20)
        return Paragraph(self.text(), theme.font(), room)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on the lines that the words take."""
        return True

    def heightForWidth(self, arg__1: int) -> int:
        """The height for a width."""
        return math.ceil(self._words(arg__1).height) + 3

    def sizeHint(self) -> QSize:
        """Some width; the height follows."""
        width = theme.scaled(200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May become narrow: the words wrap."""
        return QSize(theme.scaled(80), theme.scaled(BOX + 6))

    def paintEvent(self, e: QPaintEvent) -> None:
        """Draw box, tick and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.scaled(BOX)
        box = QRectF(1, theme.scaled(3), side - 2, side - 2)
        marked = self.hasFocus() or self.underMouse()
        edge = theme.ACCENT if self.isChecked() or marked else theme.MUTED
        painter.setPen(QPen(theme.color(edge), 2 if self.hasFocus() else 1.2))
        painter.setBrush(theme.color(theme.ACCENT if self.isChecked() else theme.SURFACE))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            inset = side * 0.2
            inner = box.adjusted(inset, inset, -inset, -inset)
            draw_icon(painter, Icon.TICK, inner, theme.color(theme.SURFACE))
        painter.setPen(theme.color(theme.INK if self.isEnabled() else theme.MUTED))
        self._words(self.width()).draw(painter, theme.scaled(BOX + GAP), 0)
