"""How somebody's sheet of answers is laid out: which column is which question, and what a figure in it means.

Whoever keyed answers elsewhere has columns of their own. The layout is found out or said once, and known
again by the headers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBER = "serial"
"""The field of the column that holds the number of the form."""

PASSED_OVER = "-"
"""The field of a column that is not to be read."""


class Figures(Enum):
    """What a figure in a cell is: the choice counted from the left or from the right, or its score."""

    CHOICE = "choice"
    FROM_RIGHT = "from-right"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """A column by its number from 1: its header, its field ("" if none), whether that is only a guess."""

    column: int
    header: str
    field: str
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """How a sheet is read. `part` is "" where nothing says which; by `key` its headers are known again."""

    sheet: str
    part: str
    figures: Figures
    columns: tuple[LayoutColumn, ...]
    key: str
    remembered: bool = False

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(each.field for each in self.columns) - {"", PASSED_OVER}


@dataclass(frozen=True, slots=True)
class LayoutWish:
    """What is said of a workbook: fields by header, parts by sheet ("" for all), what figures mean.

    A field of `-` passes the column over.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    figures: Figures | None = None

    @property
    def said(self) -> bool:
        """Whether anything is said at all."""
        return bool(self.fields or self.parts or self.figures)

    def part_of(self, sheet: str) -> str:
        """Return the part that a sheet is said to hold, "" if nothing is said of it."""
        return self.parts.get(sheet, self.parts.get("", ""))
