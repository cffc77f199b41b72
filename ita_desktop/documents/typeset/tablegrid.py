"""The grid of a table: column widths, each cell's place under spans from above, its text set to its width."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from .blocks import Cell, Column, Table
from .errors import TableMalformed
from .paragraph import SetText, set_text
from .style import MM, Align, Style
from .textlayout import line_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .notes import NoteLine
    from .setting import Setting
    from .tags import Element

_NARROWEST: Final = 4.0
"""Least room for text in a column, in points."""


@dataclass(slots=True)
class GridCell:
    """A cell in its place. Lengths in points; `shift` moves figures so that their decimal points line up."""

    cell: Cell
    row: int
    column: int
    x: float
    width: float
    block: SetText
    header: bool
    element: Element
    notes: list[NoteLine] = field(default_factory=list)
    shift: float = 0.0

    @property
    def end_row(self) -> int:
        """Row after the last one that the cell covers."""
        return self.row + self.cell.rowspan


def column_widths(columns: Sequence[Column], width: float, padding: float) -> list[float]:
    """Share the width: fixed columns first (all scaled down if they do not fit), the rest by weight."""
    fixed = sum(column.width_mm * MM for column in columns if column.width_mm is not None)
    weights = sum(column.weight for column in columns if column.width_mm is None)
    least = (2 * padding + _NARROWEST) * sum(column.width_mm is None for column in columns)
    free = max(width - fixed, least)
    widths = [c.width_mm * MM if c.width_mm is not None else free * c.weight / weights for c in columns]
    total = sum(widths)
    return [w * width / total for w in widths] if total > width else widths


def make_grid(table: Table, setting: Setting, element: Element) -> list[GridCell]:
    """Place and set every cell. Raises TableMalformed when a row does not fill the columns exactly."""
    widths = column_widths(table.columns, setting.width, table.padding_mm * MM)
    taken: set[tuple[int, int]] = set()
    grid: list[GridCell] = []
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
            grid.append(_place(table, setting, widths, cell, (row_index, column), row_element))
            column += cell.colspan
        filled = sum((row_index, column) in taken for column in range(len(widths)))
        if filled != len(widths):
            raise TableMalformed(row_index, len(widths), filled)
    for column, width in enumerate(widths):
        _line_up(table, [p for p in grid if p.column == column and p.cell.colspan == 1], width)
    return grid


def _place(
    table: Table, setting: Setting, widths: list[float], cell: Cell, at: tuple[int, int], row_element: Element
) -> GridCell:
    row, column = at
    header = row < table.header_rows
    x, width = sum(widths[:column]), sum(widths[column : column + cell.colspan])
    style = _style(table, cell, column, header=header)
    block = set_text(setting.setter, cell.text, style, max(width - 2 * table.padding_mm * MM, 1.0))
    element = _element(table, cell, at, row_element)
    notes = [note for line in block.lines for note in line_notes(setting, line, element)]
    return GridCell(cell, row, column, x, width, block, header, element, notes)


def _style(table: Table, cell: Cell, column: int, *, header: bool) -> Style:
    align = cell.align or ("center" if header else table.columns[column].align)
    chosen: Align = "left" if align == "decimal" else align
    bold = cell.bold if cell.bold is not None else header or table.style.bold
    return table.style.but(align=chosen, bold=bold)


def _element(table: Table, cell: Cell, at: tuple[int, int], row_element: Element) -> Element:
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


def _line_up(table: Table, cells: list[GridCell], width: float) -> None:
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
    point = before + max(width - 2 * table.padding_mm * MM - before - after, 0.0) / 2
    for placed, left, _ in sides:
        placed.shift = point - left


def _around_point(block: SetText) -> tuple[float, float]:
    """Widths of a figure before its decimal point and from it on; without a point all of it is before."""
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
