"""Tables under the cursor: made, grown, cut, joined; every new cell gets a block with a key of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ita_desktop.domain.paperwork.richtext import (
    MOST_COLUMNS,
    Align,
    Cell,
    Column,
    Paragraph,
    Table,
)
from ita_desktop.ui.widgets.rich_editor.blocks import reshape
from ita_desktop.ui.widgets.rich_editor.inserting import insert_blocks
from ita_desktop.ui.widgets.rich_editor.looks import dressed, table_look
from ita_desktop.ui.widgets.rich_editor.marks import Kind, Mark, key_of, kind_of
from ita_desktop.ui.widgets.rich_editor.qt_text import chosen_cells, table_at
from ita_desktop.ui.widgets.rich_editor.reader import columns_of
from ita_desktop.ui.widgets.rich_editor.writer import cell_align, shade_headers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QTextTable

    from ita_desktop.ui.widgets.rich_editor.writer import Keys


def insert_table(cursor: QTextCursor, rows: int, columns: int, keys: Keys) -> None:
    """Put an empty table after the cursor's block and go into its first cell."""
    cells = tuple(tuple(Cell((Paragraph((), indented=False),)) for _ in range(columns)) for _ in range(rows))
    insert_blocks(cursor, (Table((Column(),) * columns, cells, header_rows=1 if rows > 1 else 0),), keys)
    table = _table_before(cursor)
    if table is not None:
        cursor.setPosition(table.cellAt(0, 0).firstPosition())


def _table_before(cursor: QTextCursor) -> QTextTable | None:
    """The table that ends before the cursor's block."""
    return table_at(QTextCursor(cursor.block().previous()))


def add_row(cursor: QTextCursor, keys: Keys, *, below: bool = True) -> None:
    """Add a row beside the cursor's."""

    def grow(table: QTextTable) -> None:
        cell = table.cellAt(cursor)
        table.insertRows(cell.row() + (cell.rowSpan() if below else 0), 1)

    _change(cursor, keys, grow)


def add_column(cursor: QTextCursor, keys: Keys, *, after: bool = True) -> None:
    """Add a column beside the cursor's, as wide as it; at most as many as a page can carry."""

    def grow(table: QTextTable) -> None:
        if table.columns() >= MOST_COLUMNS:
            return
        cell = table.cellAt(cursor)
        columns = list(columns_of(table))
        place = cell.column() + (cell.columnSpan() if after else 0)
        columns.insert(place, columns[cell.column()])
        table.insertColumns(place, 1)
        _set_columns(table, columns)

    _change(cursor, keys, grow)


def remove_row(cursor: QTextCursor, keys: Keys) -> None:
    """Take the cursor's rows out; the last one takes the table with it."""

    def cut(table: QTextTable) -> None:
        first, rows, _, _ = _chosen(cursor, table)
        table.removeRows(first, rows)

    _change(cursor, keys, cut)


def remove_column(cursor: QTextCursor, keys: Keys) -> None:
    """Take the cursor's columns out; the last one takes the table with it."""

    def cut(table: QTextTable) -> None:
        _, _, first, count = _chosen(cursor, table)
        columns = list(columns_of(table))
        del columns[first : first + count]
        if columns:
            _set_columns(table, columns)
        table.removeColumns(first, count)

    _change(cursor, keys, cut)


def remove_table(cursor: QTextCursor, keys: Keys) -> None:
    """Take the whole table out; its caption stays as a paragraph if anything stands in it."""

    def cut(table: QTextTable) -> None:
        table.removeRows(0, table.rows())

    _change(cursor, keys, cut)


def join_cells(cursor: QTextCursor, keys: Keys) -> None:
    """Make one cell of the chosen ones."""
    _change(cursor, keys, lambda table: table.mergeCells(cursor))


def part_cell(cursor: QTextCursor, keys: Keys) -> None:
    """Make single cells again of a joined one."""

    def part(table: QTextTable) -> None:
        cell = table.cellAt(cursor)
        if cell.rowSpan() > 1 or cell.columnSpan() > 1:
            table.splitCell(cell.row(), cell.column(), 1, 1)

    _change(cursor, keys, part)


def set_headers(cursor: QTextCursor, keys: Keys) -> None:
    """Make the rows down to the cursor's come again on each page; pressed on the last of them, none do."""

    def mark(table: QTextTable) -> None:
        wanted = table.cellAt(cursor).row() + 1
        form = table.format().toTableFormat()
        form.setHeaderRowCount(0 if form.headerRowCount() == wanted else wanted)
        table.setFormat(form)

    _change(cursor, keys, mark)


def align_cells(cursor: QTextCursor, keys: Keys, align: Align) -> None:
    """Lay the lines of the chosen cells otherwise."""

    def lay(table: QTextTable) -> None:
        top, rows, left, columns = _chosen(cursor, table)
        for row in range(top, top + rows):
            for column in range(left, left + columns):
                cell = table.cellAt(row, column)
                form = cell.format()
                form.setProperty(Mark.CELL_ALIGN, align.value)
                cell.setFormat(form)

    _change(cursor, keys, lay)


def widen(cursor: QTextCursor, keys: Keys, by: float) -> None:
    """Make the cursor's column wider or narrower by a share of itself; the others give or take."""

    def stretch(table: QTextTable) -> None:
        columns = list(columns_of(table))
        place = table.cellAt(cursor).column()
        share = max(0.05, round(columns[place].share * (1 + by), 3))
        columns[place] = Column(share, columns[place].align)
        _set_columns(table, columns)

    _change(cursor, keys, stretch)


def next_cell(cursor: QTextCursor, keys: Keys, *, back: bool = False) -> bool:
    """Go to the next cell, beyond the last one into a new row; False outside tables."""
    table = table_at(cursor)
    if table is None:
        return False
    places = _begins(table)
    here = table.cellAt(cursor)
    number = places.index((here.row(), here.column())) + (-1 if back else 1)
    if number == len(places):
        add_row(cursor, keys)
        places = _begins(table)
    target = table.cellAt(*places[max(number, 0)])
    cursor.setPosition(target.firstPosition())
    cursor.setPosition(target.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    return True


def _begins(table: QTextTable) -> list[tuple[int, int]]:
    """Where cells begin, row by row."""
    cells = (table.cellAt(r, c) for r in range(table.rows()) for c in range(table.columns()))
    return list(dict.fromkeys((cell.row(), cell.column()) for cell in cells))


def _chosen(cursor: QTextCursor, table: QTextTable) -> tuple[int, int, int, int]:
    """First row, rows, first column, columns of the chosen cells, else of the cursor's."""
    first, rows, left, columns = chosen_cells(cursor)
    if rows > 0:
        return first, rows, left, columns
    cell = table.cellAt(cursor)
    return cell.row(), 1, cell.column(), 1


def _set_columns(table: QTextTable, columns: Sequence[Column]) -> None:
    """Mark a table's columns and give them their widths."""
    form = table.format().toTableFormat()
    form.setProperty(Mark.COLUMNS, json.dumps([(column.share, column.align.value) for column in columns]))
    form.setColumns(len(columns))
    table.setFormat(table_look(form, [column.share for column in columns]))


def _change(cursor: QTextCursor, keys: Keys, change: Callable[[QTextTable], None]) -> None:
    """Change the cursor's table as one step, then give new cells their marks and all their looks."""
    table = table_at(cursor)
    if table is None:
        return
    cursor.beginEditBlock()
    change(table)
    if table_at(cursor) is not None:  # cutting the last row takes the table away
        dress_table(table, keys)
    cursor.endEditBlock()


def dress_table(table: QTextTable, keys: Keys) -> None:
    """Give every cell's blocks marks if they have none, keys of their own, and their alignment."""
    columns, seen = columns_of(table), set[int]()
    for row, column in _begins(table):
        cell = table.cellAt(row, column)
        marked = cell.format().stringProperty(Mark.CELL_ALIGN)
        cursor = cell.firstCursorPosition()
        while cursor.position() <= cell.lastPosition():
            block = cursor.block()
            key = key_of(block)
            if kind_of(block) not in (Kind.PARAGRAPH, Kind.ITEM) or key in seen or not key:
                reshape(block, Paragraph((), indented=False, key=keys.fresh()))
            seen.add(key_of(block))
            form = block.blockFormat()
            own = Align(form.stringProperty(Mark.ALIGN) or Align.JUSTIFY.value)
            shown = cell_align(own, Align(marked) if marked else None, columns[column].align)
            QTextCursor(block).setBlockFormat(dressed(form, shown, in_table=True))
            if not cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
                break
    shade_headers(table)
