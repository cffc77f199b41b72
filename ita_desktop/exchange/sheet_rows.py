"""The plain shape of a sheet, whatever file it came from, and how much of one is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ita_desktop.exchange.cells import CellValue

MOST_BYTES = 100_000_000
MOST_ROWS = 300_000


class Row(NamedTuple):
    """One row that has something in it: its number from 1, its filled cells by column from 1."""

    number: int
    cells: dict[int, CellValue]


class Area(NamedTuple):
    """A merged range, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its filled rows from the top, and its merged ranges."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Area, ...] = ()
    hidden: bool = False
