"""Three questions to Qt's text whose answers its types do not tell truly."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextBlock, QTextCursor, QTextFragment, QTextTable


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """The table in which a cursor stands; None outside tables."""
    return cast("QTextTable | None", cursor.currentTable())


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of one format in a block."""
    for each in cast("Iterable[QTextBlock.iterator]", block):
        yield each.fragment()


def chosen_cells(cursor: QTextCursor) -> tuple[int, int, int, int]:
    """First row, rows, first column, columns of the cells that a selection spans; rows is -1 without."""
    return cast("tuple[int, int, int, int]", cursor.selectedTableCells())
