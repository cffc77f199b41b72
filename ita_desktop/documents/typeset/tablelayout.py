"""Rows of a table as pieces.

The head is kept for repetition, a row taller than a page is divided between lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from .marks import note_place
from .pieces import Piece, RepeatedHead
from .style import MM
from .tablegrid import GridCell, make_grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .blocks import Table
    from .notes import NoteLine
    from .setting import Setting
    from .sheet import Sheet
    from .tags import Element

_ALL = 1_000_000
_FIRST_SHARE = 0.5
"""Part of a page for the beginning of a first row that is taller than one: with a whole page of it, the head
and the heading above would stay alone on the page before."""


@dataclass(frozen=True, slots=True)
class _Slice:
    """Part of a row: lines `first` up to `last` of every cell, `height` points tall."""

    row: int
    height: float
    first: int = 0
    last: int = _ALL


def table_pieces(table: Table, setting: Setting, element: Element) -> list[Piece]:
    """Lay out a table. The header rows come back on every page that it runs on to."""
    grid = make_grid(table, setting, element)
    heights = _row_heights(table, grid, len(table.rows))
    drawer = TableDrawer(table, heights, *_by_row(grid, len(table.rows)), setting.height)
    head = _head(drawer, table.header_rows)
    most = setting.height - (head.height if head else 0.0)
    pieces: list[Piece] = []
    for row in range(len(table.rows)):
        header = row < table.header_rows
        start = most * _FIRST_SHARE if row == table.header_rows else most
        for part in drawer.slices(row, setting.height if header else most, start):
            piece = Piece(part.height, partial(drawer.draw, part), keep_next=header, what="row")
            piece.keep_next = header or drawer.is_spanned(row)
            piece.head = None if header else head
            piece.notes = drawer.notes(row) if part.first == 0 else []
            pieces.append(piece)
    if pieces:
        pieces[-1].keep_next = False
    return pieces


def _row_heights(table: Table, grid: list[GridCell], rows: int) -> list[float]:
    """Heights from the cells of one row first; then cells over several rows stretch their last row."""
    padding = table.padding_mm * MM
    heights = [0.0] * rows
    for placed in grid:
        if placed.cell.rowspan == 1:
            heights[placed.row] = max(heights[placed.row], placed.block.height + padding)
    heights = [height or table.style.leading + padding for height in heights]
    for placed in grid:
        last = min(placed.end_row, rows)
        short = placed.block.height + padding - sum(heights[placed.row : last])
        if placed.cell.rowspan > 1 and short > 0:
            heights[last - 1] += short
    return heights


def _by_row(grid: list[GridCell], rows: int) -> tuple[list[list[GridCell]], list[list[GridCell]]]:
    """Cells that begin in each row, and that lie in it: searching a long table for each row would be slow."""
    begin: list[list[GridCell]] = [[] for _ in range(rows)]
    lie: list[list[GridCell]] = [[] for _ in range(rows)]
    for placed in grid:
        begin[placed.row].append(placed)
        for row in range(placed.row, min(placed.end_row, rows)):
            lie[row].append(placed)
    return begin, lie


@dataclass(frozen=True, slots=True)
class TableDrawer:
    """Draws rows: shades, text, and each row's own part of the rules."""

    table: Table
    heights: list[float]
    begin: list[list[GridCell]]
    """Cells that begin in each row."""
    lie: list[list[GridCell]]
    """Cells that lie in each row, those from above included."""
    page_height: float

    def slices(self, row: int, most: float, start: float) -> Sequence[_Slice]:
        """One slice for a row that fits `most` points, else as many as it takes, the first of `start`."""
        height = self.heights[row]
        if height <= most:
            return [_Slice(row, height)]
        leading = self.table.style.leading
        padding = self.table.padding_mm * MM
        opening, each = (max(int((room - padding) / leading), 1) for room in (min(start, most), most))
        count = max(len(placed.block.lines) for placed in self.begin[row])
        bounds = [0, *range(opening, count, each), count]
        return [
            _Slice(row, (last - first) * leading + padding, first, last) for first, last in pairwise(bounds)
        ]

    def is_spanned(self, row: int) -> bool:
        """Whether a cell reaches from this row into the next, so that a page break would cut it."""
        return any(row < placed.end_row - 1 for placed in self.lie[row])

    def notes(self, row: int) -> list[NoteLine]:
        """Footnotes marked in the row."""
        return [note for placed in self.begin[row] for note in placed.notes]

    def draw(self, part: _Slice, sheet: Sheet, x: float, y: float) -> None:
        """Draw a slice of a row with its top left corner at (x, y)."""
        self._draw(part, sheet, x, y, repeated=False)

    def draw_again(self, part: _Slice, sheet: Sheet, x: float, y: float) -> None:
        """Draw a row of the repeated head, which a screen reader passes over."""
        self._draw(part, sheet, x, y, repeated=True)

    def _draw(self, part: _Slice, sheet: Sheet, x: float, y: float, *, repeated: bool) -> None:
        cells = self.begin[part.row]
        for placed in cells:
            self._shade(sheet, placed, part, x, y)
        for placed in cells:
            with sheet.tagged(None if repeated else placed.element):
                self._text(sheet, placed, part, x, y)
        if self.table.line_pt:
            with sheet.tagged(None):
                self._rules(sheet, part, x, y)

    def _height(self, placed: GridCell, part: _Slice) -> float:
        return part.height if placed.cell.rowspan == 1 else sum(self.heights[placed.row : placed.end_row])

    def _shade(self, sheet: Sheet, placed: GridCell, part: _Slice, x: float, y: float) -> None:
        shade = placed.cell.shade or (self.table.header_shade if placed.header else None)
        if shade is None:
            return
        left, right, bottom = x + placed.x, x + placed.x + placed.width, y + self._height(placed, part)
        with sheet.tagged(None):
            sheet.fill([(left, y), (right, y), (right, bottom), (left, bottom)], shade)

    def _text(self, sheet: Sheet, placed: GridCell, part: _Slice, x: float, y: float) -> None:
        padding = self.table.padding_mm * MM
        lines = placed.block.lines[part.first : part.last]
        height = self._height(placed, part)
        slack = height - len(lines) * placed.block.leading
        # A cell over more rows than a page holds is divided: in its middle the text would fall off.
        middle = placed.header or (placed.cell.rowspan > 1 and height <= self.page_height)
        top = y + (slack / 2 if middle else padding / 2)
        if placed.cell.mark and lines:
            box = (x + placed.x, y, x + placed.x + placed.width, y + height)
            note_place(sheet, placed.cell.mark, lines[0].offset, box)
        for index, line in enumerate(lines):
            baseline = top + index * placed.block.leading + placed.block.baseline
            sheet.line(line, x + placed.x + padding + placed.shift, baseline)

    def _rules(self, sheet: Sheet, part: _Slice, x: float, y: float) -> None:
        """Draw the sides of each cell in the row, and its top and bottom where it begins and ends."""
        bottom = y + part.height
        rules = []
        for placed in self.lie[part.row]:
            left, right = x + placed.x, x + placed.x + placed.width
            rules += [[(left, y), (left, bottom)], [(right, y), (right, bottom)]]
            if placed.row == part.row:
                rules.append([(left, y), (right, y)])
            if placed.end_row - 1 == part.row:
                rules.append([(left, bottom), (right, bottom)])
        sheet.strokes(rules, self.table.line_pt)


def _head(drawer: TableDrawer, rows: int) -> RepeatedHead | None:
    if not rows:
        return None
    heights = drawer.heights

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for row in range(rows):
            drawer.draw_again(_Slice(row, heights[row]), sheet, x, y + sum(heights[:row]))

    return RepeatedHead(sum(heights[:rows]), draw)
