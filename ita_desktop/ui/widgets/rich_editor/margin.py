"""The numbers of headings and list items, drawn at the left of the blocks that are in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QPainter, QTextCursor

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.rich_editor.looks import Look, letters
from ita_desktop.ui.widgets.rich_editor.marks import Kind, Mark, key_of, kind_of
from ita_desktop.ui.widgets.rich_editor.qt_text import table_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QTextEdit

    from ita_desktop.ui.widgets.rich_editor.counting import Counting
    from ita_desktop.ui.widgets.rich_editor.objects import Surroundings

PAGE_MARGIN: Final = 22
"""Pixels between the text and the edge of the field."""
_GAP: Final = 7


def draw_labels(editor: QTextEdit, counting: Counting, around: Surroundings) -> None:
    """Draw the numbers of what is in sight."""
    painter = QPainter(editor.viewport())
    across, down = editor.horizontalScrollBar().value(), editor.verticalScrollBar().value()
    painter.translate(-across, -down)
    painter.setPen(theme.color(theme.ACCENT))
    for block, top in _in_sight(editor):
        label = around.figures(counting.label(key_of(block)))
        if not label:
            continue
        painter.setFont(
            letters(Look(), kind_of(block), max(1, block.blockFormat().intProperty(Mark.LEVEL))).font()
        )
        line = block.layout().lineAt(0)
        left = editor.cursorRect(QTextCursor(block)).left() + across
        wide = painter.fontMetrics().horizontalAdvance(label)
        painter.drawText(QPointF(left - wide - _GAP, top + line.y() + line.ascent()), label)


def _in_sight(editor: QTextEdit) -> Iterator[tuple[QTextBlock, float]]:
    """Headings and items in sight, with the height of their text's upper edge."""
    bottom = editor.verticalScrollBar().value() + editor.viewport().height()
    first = editor.cursorForPosition(QPoint(PAGE_MARGIN, 0)).block()
    block = first.previous() if first.previous().isValid() else first
    layout = editor.document().documentLayout()
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() > bottom and table_at(QTextCursor(block)) is None:
            return  # cells stand side by side: one further down may be followed by one further up
        if kind_of(block) in (Kind.ITEM, Kind.HEADING) and block.layout().lineCount():
            yield block, box.top() - block.layout().boundingRect().top()
        block = block.next()
