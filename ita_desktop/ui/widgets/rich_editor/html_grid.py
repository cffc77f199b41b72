"""Tables of pasted HTML: cells with their spans, made rectangular, parted where they are too wide."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_desktop.domain.paperwork.richtext import MOST_COLUMNS, Align, Cell, Column, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.domain.paperwork.richtext import CellBlock

MOST_SPAN = 1000


@dataclass(slots=True)
class FoundCell:
    """A cell as the tags have it; one that is not `placed` holds what stands between cells."""

    columns: int = 1
    rows: int = 1
    align: Align | None = None
    header: bool = False
    width: int = 0
    placed: bool = False
    blocks: list[CellBlock] = field(default_factory=list)


@dataclass(slots=True)
class FoundTable:
    """A table as the tags have it: rows of cells, uneven perhaps."""

    rows: list[list[FoundCell]] = field(default_factory=list)
    header_rows: int = 0
    caption: str = ""

    def tables(self) -> Iterator[Table]:
        """The table; where it has more columns than a page carries, several, one below the other."""
        placed = self._placed()
        wide = max((column + cell.columns for _, column, cell in placed), default=0)
        for first in range(0, wide, MOST_COLUMNS):
            columns = min(MOST_COLUMNS, wide - first)
            yield self._part(placed, first, columns)

    @property
    def wide(self) -> int:
        """How many columns it has."""
        return max((column + cell.columns for _, column, cell in self._placed()), default=0)

    def _placed(self) -> list[tuple[int, int, FoundCell]]:
        """Each cell with the row and column at which it begins, as a browser places them."""
        taken: set[tuple[int, int]] = set()
        placed = []
        for row, cells in enumerate(self.rows):
            column = 0
            for cell in cells:
                while (row, column) in taken:
                    column += 1
                cell.columns = min(cell.columns, MOST_SPAN)
                cell.rows = max(1, min(cell.rows, len(self.rows) - row))
                cell.columns = _free_columns(taken, row, column, cell)
                placed.append((row, column, cell))
                taken.update(
                    (row + down, column + along) for down in range(cell.rows) for along in range(cell.columns)
                )
                column += cell.columns
        return placed

    def _part(self, placed: list[tuple[int, int, FoundCell]], first: int, columns: int) -> Table:
        """The columns from `first` on as a table, every place filled."""
        rows: list[dict[int, Cell]] = [{} for _ in self.rows]
        covered: set[tuple[int, int]] = set()
        for row, column, cell in placed:
            if not first <= column < first + columns:
                continue
            along = min(cell.columns, first + columns - column)
            blocks = tuple(cell.blocks) or (Paragraph((), indented=False),)
            rows[row][column] = Cell(blocks, along, cell.rows, cell.align)
            covered.update((row + down, column + step) for down in range(cell.rows) for step in range(along))
        for row, made in enumerate(rows):
            for column in range(first, first + columns):
                if (row, column) not in covered:
                    made[column] = Cell((Paragraph((), indented=False),))
        cells = tuple(tuple(made[column] for column in sorted(made)) for made in rows)
        return Table(self._columns(placed, first, columns), cells, min(self.header_rows, len(cells)))

    def _columns(
        self, placed: list[tuple[int, int, FoundCell]], first: int, columns: int
    ) -> tuple[Column, ...]:
        """The columns with the widths that single cells give them."""
        widths = {column: cell.width for _, column, cell in placed if cell.columns == 1 and cell.width}
        known = [width for width in widths.values() if width]
        mean = sum(known) / len(known) if known else 1.0
        return tuple(
            Column(float(max(widths.get(first + place, mean), mean / 8))) for place in range(columns)
        )


def _free_columns(taken: set[tuple[int, int]], row: int, column: int, cell: FoundCell) -> int:
    """How many of a cell's columns are free in all its rows: spans that overlap would tear the grid."""
    for along in range(1, cell.columns):
        if any((row + down, column + along) in taken for down in range(cell.rows)):
            return along
    return cell.columns
