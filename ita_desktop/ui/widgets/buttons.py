"""Buttons that show their key, and a row of buttons of which one is down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.keys import key_words, on_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QColor

ButtonLook = Literal["primary", "normal", "plain"]
CAP_GAP, CAP_PADDING = 8, 5


def bind(button: QAbstractButton, keys: str) -> None:
    """Let keys press a button while it is seen: at once, where Qt's own shortcut would play a click first."""
    on_keys(keys, button, button.click)


class ActionButton(QPushButton):
    """A button with its shortcut on it as a key cap. `text()` is the words alone."""

    def __init__(
        self,
        text: str,
        slot: Callable[[], object] | None = None,
        keys: str = "",
        look: ButtonLook = "normal",
    ) -> None:
        super().__init__(text)
        self.setProperty("look", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._cap = key_words(keys) if keys else ""
        self._wanted, self._barred = True, ""
        if keys:
            bind(self, keys)
        if slot is not None:
            self.clicked.connect(lambda: slot())  # noqa: PLW0108 - Qt would hand over `checked`

    def bar(self, why: str) -> None:
        """Grey the button for who may not press it, and say why; "" gives it back as it would be."""
        if why or self._barred:
            self._barred = why
            self.setToolTip(why)
            super().setEnabled(self._wanted and not why)

    def setEnabled(self, arg__1: bool) -> None:
        """Let it be pressed or not, unless it is barred anyway."""
        self._wanted = arg__1
        super().setEnabled(arg__1 and not self._barred)

    def set_words(self, text: str) -> None:
        """Change the words."""
        self.setText(text)
        self.updateGeometry()

    def _cap_font(self) -> QFontMetrics:
        """The measure of the cap's small letters."""
        return QFontMetrics(theme.font(theme.SMALL))

    def _cap_width(self) -> int:
        """The cap with its padding and the gap before it; 0 without a key."""
        return self._cap_font().horizontalAdvance(self._cap) + 2 * CAP_PADDING + CAP_GAP if self._cap else 0

    def sizeHint(self) -> QSize:
        """Room for words and cap."""
        return super().sizeHint() + QSize(self._cap_width(), 0)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Draw the button without words, then words and cap, centred together."""
        if not self._cap:
            super().paintEvent(arg__1)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        words, option.text = option.text, ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(words)
        left = (self.width() - wide - self._cap_width()) // 2
        painter.setFont(self.font())
        painter.setPen(self._ink())
        painter.drawText(QRect(left, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        self._draw_cap(painter, left + wide + CAP_GAP)

    def _ink(self) -> QColor:
        """The colour of the words, as the style sheet has it."""
        if not self.isEnabled():
            return theme.color(theme.MUTED)
        return theme.color(theme.SURFACE if self.property("look") == "primary" else theme.ACCENT)

    def _draw_cap(self, painter: QPainter, left: int) -> None:
        """Draw the key cap, its left edge given."""
        metrics = self._cap_font()
        height = metrics.height() + 1
        box = QRect(left, (self.height() - height) // 2, self._cap_width() - CAP_GAP, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL))
        painter.drawRoundedRect(box, 4, 4)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._cap)


class Segments(QWidget):
    """A row of buttons of which one is down: a switch between lists. `keys` opens each from anywhere."""

    chosen = Signal(int)

    def __init__(self, texts: Sequence[str], keys: Sequence[str] = ()) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        for index, text in enumerate(texts):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setProperty("look", "segment")
            if index < len(keys):
                bind(button, keys[index])
                button.setToolTip(key_words(keys[index]))
            self._group.addButton(button, index)
            row.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    @property
    def current(self) -> int:
        """Which one is down."""
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        """Put one down without telling."""
        self._group.button(index).setChecked(True)

    def set_text(self, index: int, text: str) -> None:
        """Rename one, as when its count changes."""
        self._group.button(index).setText(text)
