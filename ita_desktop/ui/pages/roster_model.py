"""A hundred thousand lines without a hundred thousand people: keys in order, people of what is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from ita_desktop.services.roster import InternalRow
from ita_desktop.ui.widgets.badge import State
from ita_desktop.ui.widgets.cells import STATE_ROLE
from ita_desktop.ui.widgets.table import LEFT, RIGHT, RowModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from ita_desktop.ui.pages.roster_lists import RosterView, Row
    from ita_desktop.ui.widgets.table import Column, Index

BLOCK = 400
"""Lines read at once: several screens, and a few milliseconds."""

WAITING = "…"


class RosterModel(RowModel["Row"]):
    """Lines by key. `wanted` tells the first line of a block that is in sight and not read yet."""

    arrangeable = False
    wanted = Signal(int)

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__(columns)
        self._keys: tuple[int, ...] = ()
        self._read: dict[int, Row] = {}
        self._asked: set[int] = set()
        self._missing = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)

    def show_view(self, view: RosterView) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._keys, self._asked = view.keys, set()
        self._read = {key_of(row): row for row in view.rows}
        self.endResetModel()

    def put(self, rows: Sequence[Row]) -> None:
        """Show people that were read meanwhile."""
        self._read.update((key_of(row), row) for row in rows)
        if self._keys:
            last = self.index(len(self._keys) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def keys_from(self, line: int) -> tuple[int, ...]:
        """The keys of the block that begins on a line."""
        return self._keys[line : line + BLOCK]

    def line_of_key(self, key: int) -> int:
        """The line of a person; -1 if they are not in the list."""
        return self._keys.index(key) if key in self._keys else -1

    @property
    def rows(self) -> list[Row]:
        """The lines that were read, in order."""
        return [self._read[key] for key in self._keys if key in self._read]

    def row_at(self, line: int) -> Row | None:
        """The row on a line; None outside, and where it is not read yet."""
        return self._read.get(self._keys[line]) if 0 <= line < len(self._keys) else None

    def line_of(self, wanted: Callable[[Row], bool]) -> int:
        """The line of the first read row that is wanted; -1 if there is none."""
        for line, key in enumerate(self._keys):
            if key in self._read and wanted(self._read[key]):
                return line
        return -1

    def heading_at(self, _line: int) -> str:
        """No list of people has headings."""
        return ""

    def rowCount(self, parent: Index | None = None) -> int:
        """Lines."""
        return 0 if parent is not None and parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """What a cell shows; a line not read yet asks for its block."""
        column, row = self.columns[index.column()], self.row_at(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.number else LEFT
        if row is None:
            self._want(index.row())
            return WAITING if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else None
        value = column.value(row)
        if role == STATE_ROLE:
            return value if isinstance(value, State) else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return value.text if isinstance(value, State) else value

    def _want(self, line: int) -> None:
        """Ask for a block, once, when the scrolling has come to rest for a moment."""
        self._missing = line
        if not self._soon.isActive():
            self._soon.start(15)

    def _ask(self) -> None:
        """Ask for the block that was last in sight."""
        first = max(0, self._missing - BLOCK // 4)
        if first not in self._asked:
            self._asked.add(first)
            self.wanted.emit(first)


def key_of(row: Row) -> int:
    """The file's number of the person on a line."""
    return row.person.key if isinstance(row, InternalRow) else row.key
