"""Tables: dense, for the keyboard, with states as badges. One generic model shows rows of any kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.badge import State
from ita_desktop.ui.widgets.cells import HEADING_ROLE, STATE_ROLE, CellDelegate
from ita_desktop.ui.widgets.copying import as_text, copy_table
from ita_desktop.ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
LEAST_OPEN_COLUMN = 150
ROW_HEIGHT = 27
"""Pixels at 100 percent: what ฟื้น above and ฐุ below need, and the line between rows."""
OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
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
    """Rows, read only, with headings between them where `heading` says so (a group's title, or None)."""

    def __init__(self, columns: Sequence[Column[Row]], heading: Callable[[Row], str] | None = None) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._heading = heading
        self._lines: list[Row | str] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._lines, last = [], ""
        for row in rows:
            title = self._heading(row) if self._heading else ""
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
        return None


class Table(QTableView, Generic[Row]):
    """A view of a RowModel: one whole row is chosen; Enter, F2 or a double click asks to edit it.

    `row_chosen` tells the row under the cursor (None for none); `row_opened` that it is to be edited;
    `typed` a letter or digit pressed on it.
    """

    row_chosen = Signal(object)
    row_opened = Signal(object)
    typed = Signal(str)

    def __init__(
        self,
        model: RowModel[Row],
        empty_text: str = "",
        row_height: int = ROW_HEIGHT,
        *,
        choose_first: bool = True,
    ) -> None:
        super().__init__()
        self._choose_first = choose_first
        self.rows = model
        self._empty_text = empty_text
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        titles = [column.title for column in model.columns if column.title]
        self.setAccessibleName(", ".join(titles) or empty_text)  # until a page names it better
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(row_height))
        self._lay_columns()
        self.doubleClicked.connect(lambda _: self._open())
        model.modelReset.connect(self._span_headings)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def _lay_columns(self) -> None:
        """Give each column its width; one without takes what is left."""
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for number, column in enumerate(self.rows.columns):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(number, theme.scaled(column.width or LEAST_OPEN_COLUMN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what is left among the columns without a width; below a least, the table scrolls sideways."""
        super().resizeEvent(event)
        taken = sum(theme.scaled(column.width) for column in self.rows.columns)
        open_ = [number for number, column in enumerate(self.rows.columns) if not column.width]
        for number in open_:
            share = (self.viewport().width() - taken) // len(open_)
            self.horizontalHeader().resizeSection(number, max(share, theme.scaled(LEAST_OPEN_COLUMN)))

    def _span_headings(self) -> None:
        """Let a heading run over all columns."""
        self.clearSpans()
        for line in range(self.rows.rowCount()):
            if self.rows.heading_at(line):
                self.setSpan(line, 0, 1, len(self.rows.columns))

    def show_rows(self, rows: Sequence[Row], keep: Callable[[Row], bool] | None = None) -> None:
        """Show other rows; the cursor stays on the row that `keep` knows, else on the same line."""
        line = self.currentIndex().row()
        self.rows.show(rows)
        found = self.rows.line_of(keep) if keep else -1
        if found >= 0 or line >= 0 or self._choose_first:
            self._go(found if found >= 0 else line)

    def choose(self, wanted: Callable[[Row], bool]) -> bool:
        """Put the cursor on the first row that is wanted; False if there is none."""
        line = self.rows.line_of(wanted)
        if line >= 0:
            self._go(line)
        return line >= 0

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor."""
        return self.rows.row_at(self.currentIndex().row())

    def _go(self, line: int) -> None:
        """Put the cursor on a line, or on the next row if that is a heading or gone."""
        last = self.rows.rowCount() - 1
        line = max(0, min(line, last))
        while line < last and self.rows.heading_at(line):
            line += 1
        if last < 0:
            self.row_chosen.emit(None)
            return
        self.setCurrentIndex(self.rows.index(line, 0))
        self._tell()

    def _tell(self) -> None:
        """Tell the row under the cursor."""
        self.row_chosen.emit(self.chosen)

    def _open(self) -> None:
        """Ask to edit the row under the cursor."""
        if self.chosen is not None:
            self.row_opened.emit(self.chosen)

    def event(self, e: QEvent) -> bool:
        """Take Enter and F2 on a chosen row before a key of the page gets them."""
        if (
            e.type() == QEvent.Type.ShortcutOverride
            and isinstance(e, QKeyEvent)
            and e.key() in OPENING_KEYS
            and self.chosen is not None
        ):
            e.accept()
            return True
        return super().event(e)

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Show where the cursor is: Qt puts it on the first row without marking that."""
        super().focusInEvent(e)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self._go(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 open, Ctrl+C copies; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            numbers = frozenset(place for place, each in enumerate(self.rows.columns) if each.number)
            copy_table(*self._cells(), numbers)
        elif event.key() in OPENING_KEYS:
            self._open()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Tell a letter or digit typed on a row instead of searching for it."""
        self.typed.emit(search)

    def as_text(self) -> str:
        """The whole table as tab-separated lines with its titles, as a spreadsheet takes it."""
        return as_text(*self._cells())

    def _cells(self) -> tuple[list[str], list[list[str]]]:
        """The titles, and what each row shows."""
        columns = self.rows.columns
        rows = []
        for row in self.rows.rows:
            values = (column.value(row) for column in columns)
            rows.append([value.text if isinstance(value, State) else value for value in values])
        return [column.title for column in columns], rows

    def paintEvent(self, e: QPaintEvent) -> None:
        """Say something where there are no rows."""
        super().paintEvent(e)
        if self._empty_text and not self.rows.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(theme.color(theme.MUTED))
            room = self.viewport().rect().adjusted(20, 0, -20, 0)
            words = Paragraph(self._empty_text, self.font(), max(room.width(), 20), centred=True)
            words.draw(painter, room.left(), room.top() + max(0.0, (room.height() - words.height) / 2))
