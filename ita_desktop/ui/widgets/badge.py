"""A state as icon and word on a soft ground: never a colour alone. As a widget, and drawn in table cells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.icons import Icon, draw_icon


class Tone(Enum):
    """What a state means to the reader."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    CALM = "calm"


COLOURS = {
    Tone.GOOD: (theme.GOOD, theme.GOOD_GROUND),
    Tone.WARN: (theme.WARN, theme.WARN_GROUND),
    Tone.BAD: (theme.BAD, theme.BAD_GROUND),
    Tone.INFO: (theme.INFO, theme.INFO_GROUND),
    Tone.CALM: (theme.MUTED, theme.QUIET),
}
ICONS = {
    Tone.GOOD: Icon.TICK,
    Tone.WARN: Icon.WARNING,
    Tone.BAD: Icon.ALARM,
    Tone.INFO: Icon.DOT,
    Tone.CALM: Icon.RING,
}
PADDING, ICON_GAP = 9, 5
ROOM = 1.3
"""Height of the pill in lines: below that a stack of Thai marks sticks out of its ground."""


@dataclass(frozen=True, slots=True)
class State:
    """A word with its tone; the icon is the tone's own unless another tells more."""

    text: str
    tone: Tone = Tone.CALM
    icon: Icon | None = None

    @property
    def sign(self) -> Icon:
        """The icon to draw."""
        return self.icon or ICONS[self.tone]


def badge_size(state: State) -> QSize:
    """How much room a state takes."""
    metrics = QFontMetrics(theme.font(theme.SMALL))
    icon = _icon_size(metrics) + ICON_GAP if state.sign is not Icon.NONE else 0
    return QSize(
        metrics.horizontalAdvance(state.text) + 2 * PADDING + int(icon) + 1, round(metrics.height() * ROOM)
    )


def draw_badge(painter: QPainter, state: State, box: QRect) -> None:
    """Draw a state from the left edge of `box`, centred in its height, cut at its right edge."""
    ink, ground = (theme.color(each) for each in COLOURS[state.tone])
    size = badge_size(state)
    width, height = min(size.width(), box.width()), size.height()
    pill = QRectF(box.left(), box.top() + (box.height() - height) / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.restore()
    text = pill.adjusted(PADDING, 0, -PADDING + 2, 0)
    metrics = QFontMetrics(theme.font(theme.SMALL))
    if state.sign is not Icon.NONE:
        side = _icon_size(metrics)
        draw_icon(painter, state.sign, QRectF(text.left(), pill.center().y() - side / 2, side, side), ink)
        text.adjust(side + ICON_GAP, 0, 0, 0)
    painter.save()
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(ink)
    words = metrics.elidedText(state.text, Qt.TextElideMode.ElideRight, int(text.width()) + 1)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()


def _icon_size(metrics: QFontMetrics) -> float:
    """An icon as high as a low letter is wide."""
    return metrics.height() * 0.48


class Badge(QWidget):
    """A state on a page."""

    def __init__(self, state: State | None = None) -> None:
        super().__init__()
        self._state = state or State("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(self._state)

    @property
    def state(self) -> State:
        """What is shown."""
        return self._state

    def text(self) -> str:
        """The word, as a person (or a screen reader) reads it."""
        return self._state.text

    def show_state(self, state: State) -> None:
        """Show another state; an empty word shows nothing."""
        self._state = state
        self.setAccessibleName(state.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The pill's own size."""
        return badge_size(self._state)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        if self._state.text:
            draw_badge(QPainter(self), self._state, self.rect())
