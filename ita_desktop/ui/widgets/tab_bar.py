"""The row of tabs, each with its key beside its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.keys import key_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

PADDING, CAP_GAP, CAP_PADDING, HEIGHT = 15, 7, 5, 47


class TabButton(QAbstractButton):
    """One tab: its name, its key as a cap, a bar below the one that is open."""

    def __init__(self, title: str, keys: str) -> None:
        super().__init__()
        self.setText(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)
        self.setToolTip(f"{title} ({key_words(keys)})")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._cap = key_words(keys)

    def _name_width(self) -> int:
        """The name when strong, so that nothing moves when it is opened."""
        return QFontMetrics(theme.font(weight=QFont.Weight.DemiBold)).horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        """Room for name and key."""
        cap = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(self._cap)
        width = self._name_width() + cap + 2 * PADDING + CAP_GAP + 2 * CAP_PADDING
        return QSize(width, theme.scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """In a narrow window, or with large text, the key goes and the name stays."""
        return QSize(self._name_width() + PADDING, theme.scaled(HEIGHT))

    def paintEvent(self, e: QPaintEvent) -> None:
        """Draw name, cap and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        open_ = self.isChecked()
        painter.setFont(theme.font(weight=QFont.Weight.DemiBold if open_ else QFont.Weight.Normal))
        painter.setPen(theme.color(theme.ACCENT if open_ or self.underMouse() else theme.MUTED))
        with_cap = self.width() >= self.sizeHint().width()
        box = QRectF(0, 0, self.width(), self.height() - 2)
        if with_cap:
            box = QRectF(PADDING, 0, self._name_width() + 1, self.height() - 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, self.text())
        if with_cap:
            self._draw_cap(painter, box.right() + CAP_GAP - 1)
        if open_:
            painter.fillRect(0, self.height() - 3, self.width(), 3, theme.color(theme.ACCENT))
        if self.hasFocus():
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 7.5, -3.5, -7.5), 6, 6)

    def _draw_cap(self, painter: QPainter, left: float) -> None:
        """Draw the key."""
        painter.setFont(theme.font(theme.SMALL))
        metrics = painter.fontMetrics()
        height = metrics.height() + 1
        wide = metrics.horizontalAdvance(self._cap) + 2 * CAP_PADDING
        box = QRectF(left + 0.5, (self.height() - 2 - height) / 2, wide - 1, height)
        painter.setPen(theme.color(theme.LINE))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.color(theme.MUTED))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._cap)


class TabBar(QFrame):
    """All tabs; `chosen` tells the position of the one that a click or a key opened."""

    chosen = Signal(int)

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("look", "bar")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 12, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        for number, (title, keys) in enumerate(tabs):
            button = TabButton(title, keys)
            self._group.addButton(button, number)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._group.idClicked.connect(self.chosen)

    def button(self, number: int) -> QAbstractButton:
        """The tab at a position."""
        return self._group.button(number)

    def show_open(self, number: int) -> None:
        """Mark a tab as the open one."""
        self._group.button(number).setChecked(True)

    def add_corner(self, widget: QWidget) -> None:
        """Put something at the right end."""
        self._row.addWidget(widget)
