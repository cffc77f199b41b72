"""Everything that is wrong with a workbook, gathered while it is read, told at once at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from ita_desktop.domain.problems import CellProblem, WorkbookRefused

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.problems import CellFault

MOST_PROBLEMS = 10_000
"""More than anybody mends by hand: a workbook of another kind has a problem in each of a million cells."""


def address(row: int, column: int) -> str:
    """Return the name of a cell as Excel shows it, such as `B7`."""
    return f"{get_column_letter(column)}{row}"


class Findings:
    """The list of problems of one workbook."""

    def __init__(self, path: Path) -> None:
        """Begin an empty list."""
        self.path = path
        self._problems: list[CellProblem] = []

    def add(self, sheet: str, cell: str, fault: CellFault, value: str = "", expected: str = "") -> None:
        """Note a problem at a cell, or of the whole sheet where `cell` is empty."""
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(CellProblem(sheet, cell, fault, value, expected))

    def raise_if_any(self) -> None:
        """Refuse the workbook if anything was noted.

        Raises:
            WorkbookRefused: with everything, in the order of the sheets.
        """
        if self._problems:
            raise WorkbookRefused(self.path, tuple(self._problems))
