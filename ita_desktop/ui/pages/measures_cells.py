"""Cells of two lines: a measure is told in sentences, and one line of each would say nothing."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.badge import State
from ita_desktop.ui.widgets.breaking import BREAK, breakable
from ita_desktop.ui.widgets.cells import HEADING_ROLE, MARK, PADDING, STATE_ROLE, CellDelegate

LINES = 2
_SPACES = re.compile(r"[ \t\n]+")
"""Not the no-break space: a date is not parted."""


class TwoLineCells(CellDelegate):
    """Draws text over two lines, the second one cut with … where there is more; states stay badges."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        if isinstance(index.data(STATE_ROLE), State) or index.data(HEADING_ROLE):
            super().paint(painter, option, index)
            return
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, theme.color(theme.ACCENT_SOFT if chosen else theme.SURFACE))
        painter.setPen(theme.color(theme.HAIRLINE))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if chosen and index.column() == 0 and option.state & QStyle.StateFlag.State_Active:
            painter.fillRect(box.left(), box.top(), MARK, box.height(), theme.color(theme.ACCENT))
        painter.setPen(theme.color(theme.INK))
        painter.setFont(theme.font())
        inner = box.adjusted(PADDING, 2, -PADDING, -3)
        text = two_lines(str(index.data() or ""), inner.width(), painter)
        side: Qt.AlignmentFlag = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(inner, side.value, text)
        painter.restore()


def two_lines(text: str, width: int, painter: QPainter) -> str:
    """Break a text at words into two lines of a width; what is left over ends in an ellipsis."""
    plain = breakable(_SPACES.sub(" ", text).strip(), painter.font(), width)
    layout = QTextLayout(plain, painter.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        last = len(lines) == LINES - 1
        piece = plain[start:] if last else plain[start : start + line.textLength()]
        words = piece.replace(BREAK, "").strip()
        lines.append(painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return "\n".join(lines)
