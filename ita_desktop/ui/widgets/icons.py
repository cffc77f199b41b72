"""The few signs of the window, drawn: Sarabun has no tick or circle, and other fonts differ by machine."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from ita_desktop.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


class Icon(Enum):
    """A sign; each differs in shape, so that it can be told without colour."""

    TICK = "tick"
    WARNING = "warning"
    ALARM = "alarm"
    RETURN = "return"
    DOT = "dot"
    RING = "ring"
    HALF = "half"
    CROSS = "cross"
    DOWN = "down"
    UP = "up"
    MENU = "menu"
    NONE = "none"


def draw_icon(painter: QPainter, icon: Icon, box: QRectF, color: QColor) -> None:
    """Draw a sign into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, max(1.4, box.width() / 7), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if icon in (Icon.DOT, Icon.WARNING):
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPath(_path(icon, box))
    painter.restore()


def icon_pixmap(icon: Icon, side: int = 9) -> QPixmap:
    """A small sign for where Qt wants a picture."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, icon, QRectF(0, 0, side, side), theme.color(theme.ACCENT))
    painter.end()
    return pixmap


LINES: dict[Icon, tuple[tuple[tuple[float, float], ...], ...]] = {
    Icon.TICK: (((0.12, 0.55), (0.4, 0.82), (0.88, 0.2)),),
    Icon.CROSS: (((0.2, 0.2), (0.8, 0.8)), ((0.8, 0.2), (0.2, 0.8))),
    Icon.WARNING: (((0.5, 0.1), (0.96, 0.9), (0.04, 0.9), (0.5, 0.1)),),
    Icon.ALARM: (((0.5, 0.1), (0.5, 0.6)), ((0.5, 0.86), (0.5, 0.88))),
    Icon.RETURN: (
        ((0.4, 0.2), (0.12, 0.45), (0.4, 0.7)),
        ((0.12, 0.45), (0.7, 0.45), (0.88, 0.6), (0.88, 0.85)),
    ),
    Icon.DOWN: (((0.1, 0.3), (0.5, 0.72), (0.9, 0.3)),),
    Icon.UP: (((0.1, 0.7), (0.5, 0.28), (0.9, 0.7)),),
    Icon.HALF: (((0.5, 0.2), (0.5, 0.8)),),
    Icon.MENU: (((0.08, 0.2), (0.92, 0.2)), ((0.08, 0.5), (0.92, 0.5)), ((0.08, 0.8), (0.92, 0.8))),
}
"""The strokes of each sign, in shares of its box: across, down."""
ROUND = {Icon.DOT, Icon.RING, Icon.HALF}


def _path(icon: Icon, box: QRectF) -> QPainterPath:
    """The outline of a sign in its box."""
    path = QPainterPath()
    for stroke in LINES.get(icon, ()):
        path.addPolygon(QPolygonF([_at(box, *point) for point in stroke]))
    if icon in ROUND:
        path.addEllipse(box.adjusted(*_inset(box, 0.12)))
    return path


def _at(box: QRectF, across: float, down: float) -> QPointF:
    """A point by its share of the box."""
    return QPointF(box.left() + across * box.width(), box.top() + down * box.height())


def _inset(box: QRectF, share: float) -> tuple[float, float, float, float]:
    """What to adjust a box by to make it smaller on all sides."""
    step = box.width() * share
    return step, step, -step, -step
