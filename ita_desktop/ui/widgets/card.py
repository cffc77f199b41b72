"""Cards: white sheets on paper that group what belongs together; side panels; what an empty page says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent


class Card(QFrame):
    """A white sheet with an optional heading; put things into `body`, or beside the heading into `head`."""

    def __init__(self, title: str = "", *, margin: int = 18, lead: bool = False) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._lead = lead
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin - 4, margin, margin - 4)
        self.body.setSpacing(theme.GAP)
        self.title = Text(title, "heading", wrap=True)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        if title:
            self.body.addLayout(self.head)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Give the card that leads its band of colour at the left, within the round corners."""
        super().paintEvent(arg__1)
        if self._lead:
            outline = QPainterPath()
            outline.addRoundedRect(QRectF(self.rect()), theme.RADIUS, theme.RADIUS)
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(outline)
            painter.fillRect(0, 0, 5, self.height(), theme.color(theme.ACCENT))


WIDEST_PANEL = 1.2
"""With large text the panel grows less than the text: the table needs the room more."""


class SidePanel(Card):
    """The card at the right: details of the chosen row. `body` scrolls, `foot` stays."""

    def __init__(self, title: str = " ", width: int = 400) -> None:
        super().__init__(title)
        self.setFixedWidth(min(theme.scaled(width), round(width * WIDEST_PANEL)))
        outer = self.body
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 4, 0)
        self.body.setSpacing(theme.GAP)
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(inner)
        outer.addWidget(self.scroll_area, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.GAP)
        outer.addLayout(self.foot)


class EmptyState(QWidget):
    """What an empty page or list says: how it stands, and the next step as a button."""

    def __init__(
        self,
        title: str,
        text: str = "",
        action: str = "",
        slot: Callable[[], object] | None = None,
        keys: str = "",
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addStretch(2)
        self.title = Text(title, "heading", wrap=True)
        self.text = Text(text, "muted", wrap=True)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.button = ActionButton(action, slot, keys, "primary")
        self.button.setVisible(bool(action))
        column.addSpacing(theme.GAP)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
