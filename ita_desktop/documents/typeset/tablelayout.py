"""Lay out a table: column widths, cells with spans, rows as pieces, the head kept for repetition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .blocks import Cell, Column, Row, Table
from .errors import TableMalformed
from .inline import Typesetter
from .paragraph import SetText, set_text
from .pieces import Piece, RepeatedHead
from .sheet import Sheet
from .style import BLACK, MM, Align, Style
from .tags import Element

_NARROWEST: Final = 4.0
"""Least room for text in a column, in points."""


@dataclass(slots=True)
class _Placed:
    """A cell in the grid with its lines; widths in points."""

    cell: Cell
    row: int
    column: int
    x: float
    width: float
    block: SetText
    header: bool
    element: Element
    shift: float = 0.0
    """Move to the right that lines decimal points up."""


def table_pieces(table: Table, setter: Typesetter, width: float, height: float, element: Element) -> list[Piece]:
    """Rows of a table as pieces; the header rows come back on every page."""
    widths = column_widths(table.columns, width, table.padding_mm * MM)
    grid = _grid(table, setter, widths, element)
    heights = _row_heights(table, grid, len(table.rows))
    rows = [_RowDrawer(table, grid, heights, index, height) for index in range(len(table.rows))]
    head = _head(rows[: table.header_rows], heights)
    pieces = []
    for index, row in enumerate(rows):
        header = index < table.header_rows
        spanned = any(p.row <= index < p.row + p.cell.rowspan - 1 for p in grid)
        piece = Piece(heights[index], row.draw, keep_next=header or spanned, what="row")
        piece.head = None if header else head
        piece.words = next((p.block.lines[0].text() for p in grid if p.row == index), "")
        pieces.append(piece)
    if pieces:
        pieces[-1].keep_next = False
    return pieces


def column_widths(columns: Sequence[Column], width: float, padding: float) -> list[float]:
    """Share the width: fixed columns first (all scaled down if they do not fit), the rest by weight."""
    fixed = sum(column.width_mm * MM for column in columns if column.width_mm is not None)
    weights = sum(column.weight for column in columns if column.width_mm is None)
    least = 2 * padding + _NARROWEST
    free = max(width - fixed, least * sum(column.width_mm is None for column in columns))
    widths = [c.width_mm * MM if c.width_mm is not None else free * c.weight / weights for c in columns]
    total = sum(widths)
    return [w * width / total for w in widths] if total > width else widths


def _grid(table: Table, setter: Typesetter, widths: list[float], element: Element) -> list[_Placed]:
    """Find each cell's place, over which no span from above or the left lies, and set its text."""
    taken: set[tuple[int, int]] = set()
    placed: list[_Placed] = []
    for row_index, row in enumerate(table.rows):
        row_element = element.add("TR")
        column = 0
        for given in row:
            while (row_index, column) in taken:
                column += 1
            cell = given if isinstance(given, Cell) else Cell(given)
            if column + cell.colspan > len(widths):
                raise TableMalformed(row_index, len(widths), column + cell.colspan)
            taken |= {(row_index + r, column + c) for r in range(cell.rowspan) for c in range(cell.colspan)}
            placed.append(_place(table, setter, widths, cell, (row_index, column), row_element))
            column += cell.colspan
        _require_full(taken, row_index, len(widths), row)
    for column in range(len(widths)):
        _line_up(table, [p for p in placed if p.column == column and p.cell.colspan == 1], widths[column])
    return placed


def _require_full(taken: set[tuple[int, int]], row: int, columns: int, _given: Row) -> None:
    found = sum((row, column) in taken for column in range(columns))
    if found != columns:
        raise TableMalformed(row, columns, found)


def _place(
    table: Table, setter: Typesetter, widths: list[float], cell: Cell, at: tuple[int, int], row_element: Element
) -> _Placed:
    row, column = at
    header = row < table.header_rows
    x, width = sum(widths[:column]), sum(widths[column : column + cell.colspan])
    block = set_text(setter, cell.text, _style(table, cell, column, header=header), width - 2 * table.padding_mm * MM)
    return _Placed(cell, row, column, x, width, block, header, _cell_element(table, cell, at, row_element))


def _style(table: Table, cell: Cell, column: int, *, header: bool) -> Style:
    align = cell.align or ("center" if header else table.columns[column].align)
    chosen: Align = "left" if align == "decimal" else align
    bold = cell.bold if cell.bold is not None else header or table.style.bold
    return table.style.but(align=chosen, bold=bold)


def _cell_element(table: Table, cell: Cell, at: tuple[int, int], row_element: Element) -> Element:
    row, column = at
    attributes: dict[str, object] = {}
    kind = "TD"
    if row < table.header_rows:
        kind, attributes["Scope"] = "TH", "Column"
    elif table.row_headers and column == 0:
        kind, attributes["Scope"] = "TH", "Row"
    if cell.colspan > 1:
        attributes["ColSpan"] = cell.colspan
    if cell.rowspan > 1:
        attributes["RowSpan"] = cell.rowspan
    return row_element.add(kind, **attributes)


def _line_up(table: Table, cells: list[_Placed], width: float) -> None:
    """Put the decimal points of a column under each other, the widest figure in the middle of the column."""
    figures = [
        placed
        for placed in cells
        if not placed.header and (placed.cell.align or table.columns[placed.column].align) == "decimal"
    ]
    sides = [(placed, *_around_point(placed.block)) for placed in figures if len(placed.block.lines) == 1]
    if not sides:
        return
    before = max(left for _, left, _ in sides)
    after = max(right for _, _, right in sides)
    room = width - 2 * table.padding_mm * MM
    point = before + max(room - before - after, 0.0) / 2
    for placed, left, _ in sides:
        placed.shift = point - left


def _around_point(block: SetText) -> tuple[float, float]:
    """Widths before the decimal point and from it on."""
    line = block.lines[0]
    before = 0.0
    for index in range(line.first, line.last):
        shaped, font = line.items.shaped[index], line.items.fonts[index]
        if "." not in shaped.text:
            before += line.items.widths[index]
            continue
        at = shaped.text.rindex(".")
        forms = [form for cluster in shaped.clusters for form, _ in cluster]
        before += sum(form.advance for form in forms[:at]) * font.size / font.face.upem
        return before, line.width - before
    return before, 0.0


def _row_heights(table: Table, grid: list[_Placed], rows: int) -> list[float]:
    """Heights from the cells of one row first; then cells over several rows stretch their last row."""
    padding = table.padding_mm * MM
    heights = [0.0] * rows
    for placed in grid:
        if placed.cell.rowspan == 1:
            heights[placed.row] = max(heights[placed.row], placed.block.height + padding)
    for placed in grid:
        last = min(placed.row + placed.cell.rowspan, rows)
        short = placed.block.height + padding - sum(heights[placed.row : last])
        if placed.cell.rowspan > 1 and short > 0:
            heights[last - 1] += short
    return [h or table.style.leading + padding for h in heights]


@dataclass(slots=True)
class _RowDrawer:
    """Draws one row: shades, text, and its own part of the rules."""

    table: Table
    grid: list[_Placed]
    heights: list[float]
    row: int
    page_height: float

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the row with its top left corner at (x, y)."""
        self._draw(sheet, x, y, repeated=False)

    def draw_again(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the row as a repeated head, which a screen reader passes over."""
        self._draw(sheet, x, y, repeated=True)

    def _draw(self, sheet: Sheet, x: float, y: float, *, repeated: bool) -> None:
        for placed in self.grid:
            if placed.row == self.row:
                self._shade(sheet, placed, x, y)
        for placed in self.grid:
            if placed.row == self.row:
                with sheet.tagged(None if repeated else placed.element):
                    self._text(sheet, placed, x, y)
        if self.table.line_pt:
            with sheet.tagged(None):
                self._rules(sheet, x, y)

    def _span_height(self, placed: _Placed) -> float:
        return sum(self.heights[placed.row : placed.row + placed.cell.rowspan])

    def _shade(self, sheet: Sheet, placed: _Placed, x: float, y: float) -> None:
        shade = placed.cell.shade or (self.table.header_shade if placed.header else None)
        if shade is None:
            return
        left, right, bottom = x + placed.x, x + placed.x + placed.width, y + self._span_height(placed)
        with sheet.tagged(None):
            sheet.fill([(left, y), (right, y), (right, bottom), (left, bottom)], shade)

    def _text(self, sheet: Sheet, placed: _Placed, x: float, y: float) -> None:
        padding = self.table.padding_mm * MM
        slack = self._span_height(placed) - placed.block.height
        top = y + (slack / 2 if placed.header or placed.cell.rowspan > 1 else padding / 2)
        for index, line in enumerate(placed.block.lines):
            baseline = top + index * placed.block.leading + placed.block.baseline
            sheet.line(line, x + placed.x + padding + placed.shift, baseline)

    def _rules(self, sheet: Sheet, x: float, y: float) -> None:
        bottom = y + self.heights[self.row]
        for placed in self.grid:
            last = placed.row + placed.cell.rowspan - 1
            if not placed.row <= self.row <= last:
                continue
            left, right = x + placed.x, x + placed.x + placed.width
            sheet.stroke([(left, y), (left, bottom)], self.table.line_pt, color=BLACK)
            sheet.stroke([(right, y), (right, bottom)], self.table.line_pt, color=BLACK)
            if placed.row == self.row:
                sheet.stroke([(left, y), (right, y)], self.table.line_pt, color=BLACK)
            if last == self.row:
                sheet.stroke([(left, bottom), (right, bottom)], self.table.line_pt, color=BLACK)


def _head(rows: list[_RowDrawer], heights: list[float]) -> RepeatedHead | None:
    if not rows:
        return None

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for index, row in enumerate(rows):
            row.draw_again(sheet, x, y + sum(heights[:index]))

    return RepeatedHead(sum(heights[: len(rows)]), draw)
