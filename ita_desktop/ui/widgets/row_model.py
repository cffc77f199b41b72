"""Rows of any kind as Qt's tables and trees of lines want them: columns, headings between rows, an order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ita_desktop.ui.widgets.badge import State
from ita_desktop.ui.widgets.cells import HEADING_ROLE, STATE_ROLE
from ita_desktop.ui.widgets.icons import Icon, icon_pixmap
from ita_desktop.ui.widgets.table_order import Arranger, Order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)  # no slots: in Python 3.11 a slotted frozen generic cannot be called as Column[Row]()
class Column(Generic[Row]):
    """A column: what it shows of a row. `width` in pixels before scaling, 0 takes what is left.

    `value` may return a State, which is drawn as a badge. `number` aligns right.
    """

    title: str
    value: Callable[[Row], str | State]
    width: int = 0
    number: bool = False


class RowModel(QAbstractTableModel, Generic[Row]):
    """Rows, read only, with headings between them where `heading` says so (a group's title, or None).

    A model that reads its rows bit by bit is not `arrangeable`: it cannot sort what it has not read.
    """

    arrangeable: ClassVar[bool] = True

    def __init__(self, columns: Sequence[Column[Row]], heading: Callable[[Row], str] | None = None) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._heading = heading
        self._all: list[Row] = []
        self._lines: list[Row | str] = []
        self._arranger = Arranger[Row](self.cells)
        self.order = Order()

    def cells(self, row: Row) -> list[str]:
        """What a row shows, as words."""
        values = (column.value(row) for column in self.columns)
        return [value.text if isinstance(value, State) else value for value in values]

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows, in the order that was chosen."""
        self._all = list(rows)
        self._build()

    def arrange(self, order: Order) -> None:
        """Show the same rows in another order."""
        self.order = order
        self._build()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _build(self) -> None:
        """Lay out the lines: headings only in the page's own order, for a sorted table has no groups."""
        self.beginResetModel()
        self._lines, last = [], ""
        for row in self._arranger.arranged(self._all, self.order):
            title = self._heading(row) if self._heading and self.order.column is None else ""
            if title and title != last:
                self._lines.append(title)
            last = title
            self._lines.append(row)
        self.endResetModel()

    @property
    def rows(self) -> list[Row]:
        """The rows without headings."""
        return [line for line in self._lines if not isinstance(line, str)]

    def row_at(self, line: int) -> Row | None:
        """The row on a line; None for a heading and outside."""
        found = self._lines[line] if 0 <= line < len(self._lines) else None
        return None if isinstance(found, str) else found

    def line_of(self, wanted: Callable[[Row], bool]) -> int:
        """The line of the first row that is wanted; -1 if there is none."""
        for number, line in enumerate(self._lines):
            if not isinstance(line, str) and wanted(line):
                return number
        return -1

    def heading_at(self, line: int) -> str:
        """The heading on a line; empty for a row."""
        found = self._lines[line] if 0 <= line < len(self._lines) else ""
        return found if isinstance(found, str) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Lines, headings included."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self.heading_at(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """What a cell shows."""
        line = self._lines[index.row()]
        if isinstance(line, str):
            shown = line if index.column() == 0 else ""
            return {Qt.ItemDataRole.DisplayRole: shown, HEADING_ROLE: True}.get(role)
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.number else LEFT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, STATE_ROLE):
            return None
        value = column.value(line)
        if role == STATE_ROLE:
            return value if isinstance(value, State) else None
        return value.text if isinstance(value, State) else value

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """Titles of the columns, aligned as their cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.columns[section].number else LEFT
        if role == Qt.ItemDataRole.DecorationRole and section == self.order.column:
            return icon_pixmap(Icon.DOWN if self.order.descending else Icon.UP)
        return None
