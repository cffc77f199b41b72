"""The strokes of the entry board: chips, cards, marks, the word that tells what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPen

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.badge import COLOURS
from ita_desktop.ui.widgets.entry_plan import (
    CARD_PADDING,
    CHIP_PADDING,
    MARK_KEY,
    STRONG,
    card_label,
)
from ita_desktop.ui.widgets.entry_scene import ChipState
from ita_desktop.ui.widgets.icons import Icon, draw_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ita_desktop.ui.widgets.badge import State
    from ita_desktop.ui.widgets.entry_plan import Sizes
    from ita_desktop.ui.widgets.entry_scene import Chip, Face
    from ita_desktop.ui.widgets.entry_text import TextShelf

CENTRE = Qt.AlignmentFlag.AlignCenter
MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
CHIP_COLOURS = {
    ChipState.OPEN: (theme.MUTED, theme.SURFACE, theme.LINE),
    ChipState.KEYED: (theme.ACCENT, theme.ACCENT_SOFT, theme.ACCENT_SOFT),
    ChipState.NO_ANSWER: (theme.WARN, theme.WARN_GROUND, theme.WARN_GROUND),
    ChipState.HERE: (theme.SURFACE, theme.ACCENT, theme.ACCENT),
}


def _box(painter: QPainter, box: QRectF, ground: str, edge: str, radius: float, width: float = 1) -> None:
    """Paint a rounded box, its edge within it."""
    painter.setPen(QPen(theme.color(edge), width))
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)


def draw_chip(painter: QPainter, chip: Chip, box: QRectF) -> None:
    """Paint a question of the strip; a long name is cut, its symbol never is."""
    ink, ground, edge = CHIP_COLOURS[chip.state]
    _box(painter, box, ground, edge, 6)
    weight = QFont.Weight.Normal if chip.state is ChipState.OPEN else STRONG
    painter.setFont(theme.font(theme.SMALL, weight))
    painter.setPen(theme.color(ink))
    metrics = painter.fontMetrics()
    tail = f"·{chip.symbol}" if chip.symbol else ""
    room = int(box.width() - 2 * CHIP_PADDING + 4) - metrics.horizontalAdvance(tail)
    name = metrics.elidedText(chip.label, Qt.TextElideMode.ElideRight, room)
    painter.drawText(box, CENTRE, name + tail)


def draw_card(painter: QPainter, face: Face, box: QRectF, shelf: TextShelf, sizes: Sizes) -> None:
    """Paint a choice: the key large, its words below; the chosen one with tick, ground and thick edge."""
    if face.chosen:
        _box(painter, box, theme.ACCENT_SOFT, theme.ACCENT, theme.RADIUS, 2)
        side = theme.scaled(14)
        corner = QRectF(box.right() - side - 10, box.top() + 10, side, side)
        draw_icon(painter, Icon.TICK, corner, theme.color(theme.ACCENT))
    else:
        _box(painter, box, theme.SURFACE, theme.LINE, theme.RADIUS)
    painter.setFont(theme.font(sizes.digit, QFont.Weight.Bold))
    painter.setPen(theme.color(theme.ACCENT))
    digit = QRectF(box.left(), box.top() + 6, box.width(), theme.scaled(sizes.digit_box))
    painter.drawText(digit, CENTRE, face.key)
    block = card_label(face, box.width(), shelf, sizes)
    top = box.top() + CARD_PADDING + theme.scaled(sizes.digit_box)
    block.draw(painter, box.left() + CARD_PADDING, top - 2, theme.color(theme.INK))


def draw_mark(painter: QPainter, face: Face, box: QRectF) -> None:
    """Paint a key for what is no answer."""
    if face.chosen:
        _box(painter, box, theme.WARN_GROUND, theme.WARN, theme.RADIUS, 2)
    else:
        _box(painter, box, theme.SURFACE, theme.LINE, theme.RADIUS)
    key = QRectF(box.left() + 8, 0, theme.scaled(MARK_KEY), theme.scaled(24))
    key.moveCenter(QPointF(key.center().x(), box.center().y()))
    _box(painter, key, theme.PAPER, theme.LINE, 4)
    ink = theme.color(theme.WARN if face.chosen else theme.MUTED)
    painter.setPen(ink)
    painter.setFont(theme.font(theme.BODY, STRONG))
    painter.drawText(key, CENTRE, face.key)
    painter.setFont(theme.font())
    painter.drawText(box.adjusted(key.width() + 16, 0, 0, 0), MIDDLE_LEFT, face.label)


def draw_notice(painter: QPainter, state: State, box: QRectF) -> None:
    """Paint what just happened: sign and words on a ground."""
    ink, ground = COLOURS[state.tone]
    painter.setFont(theme.font(theme.LARGE, STRONG))
    side = theme.scaled(15)
    wide = painter.fontMetrics().horizontalAdvance(state.text) + side + 34
    pill = QRectF(box.left(), box.top(), min(wide, box.width()), box.height())
    _box(painter, pill, ground, ground, theme.RADIUS)
    sign = QRectF(pill.left() + 12, pill.center().y() - side / 2, side, side)
    draw_icon(painter, state.sign, sign, theme.color(ink))
    painter.setPen(theme.color(ink))
    words = pill.adjusted(side + 20, 0, -8, 0)
    text = painter.fontMetrics().elidedText(state.text, Qt.TextElideMode.ElideRight, int(words.width()) + 2)
    painter.drawText(words, MIDDLE_LEFT, text)
