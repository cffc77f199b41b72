"""Tables: dense, for the keyboard, with states as badges, and at home with whoever knows Excel.

A click on a title sorts, Ctrl+Shift+L narrows to rows with some words, Shift with an arrow chooses a block to
copy, the context menu hides columns and writes what is seen to a PDF or a workbook; widths are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ita_desktop.domain.listing import Listing
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.cells import CellDelegate
from ita_desktop.ui.widgets.copying import as_text, copy_table
from ita_desktop.ui.widgets.paragraph import Paragraph
from ita_desktop.ui.widgets.row_model import LEFT, RIGHT, Column, Index, Row, RowModel
from ita_desktop.ui.widgets.table_columns import ColumnKeeper
from ita_desktop.ui.widgets.table_filter import FilterField
from ita_desktop.ui.widgets.table_menu import TableMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QResizeEvent

    from ita_desktop.ui.widgets.table_order import Order

__all__ = ["LEFT", "RIGHT", "Column", "Index", "RowModel", "Table"]

ROW_HEIGHT = 27
"""Pixels at 100 percent: what ฟื้น above and ฐุ below need, and the line between rows."""
OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
FILTER_KEY = QKeySequence("Ctrl+Shift+L")


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
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        titles = [column.title for column in model.columns if column.title]
        self.setAccessibleName(", ".join(titles) or empty_text)  # until a page names it better
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(row_height))
        self._keeper = ColumnKeeper(self, model.columns)
        self._filter = FilterField(self)
        self._filter.changed.connect(lambda words: self.arrange(model.order.narrowed(words)))
        header = self.horizontalHeader()
        header.setSectionsClickable(model.arrangeable)
        header.sectionClicked.connect(lambda column: self.arrange(model.order.clicked(column)))
        self.doubleClicked.connect(lambda _: self._open())
        model.modelReset.connect(self._span_headings)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns without one of their own."""
        super().resizeEvent(event)
        self._keeper.share()
        self._filter.place()

    def arrange(self, order: Order) -> None:
        """Sort and narrow; the cursor stays on its row where that is still seen."""
        if not self.rows.arrangeable:
            return
        row = self.chosen
        self.rows.arrange(order)
        line = self.rows.line_of(lambda each: each is row) if row is not None else -1
        self._go(max(line, 0))

    def ask_filter(self) -> None:
        """Open the field that narrows the table to rows with some words."""
        if self.rows.arrangeable:
            self._filter.ask()

    @property
    def columns(self) -> ColumnKeeper:
        """The widths of the columns, and which of them are seen."""
        return self._keeper

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
        """Enter and F2 open, Ctrl+C copies, Ctrl+Shift+L narrows; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif QKeySequence(event.keyCombination()) == FILTER_KEY:
            self.ask_filter()
        elif event.key() in OPENING_KEYS:
            self._open()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Tell a letter or digit typed on a row instead of searching for it."""
        self.typed.emit(search)

    def copy(self) -> None:
        """Put the chosen block on the clipboard, or the whole table where one row is chosen."""
        seen = self.listing(chosen_only=len(self.selectionModel().selectedRows()) > 1)
        copy_table(seen.head, seen.rows, seen.numbers)

    def as_text(self) -> str:
        """The whole table as tab-separated lines with its titles, as a spreadsheet takes it."""
        seen = self.listing()
        return as_text(seen.head, seen.rows)

    def listing(self, *, chosen_only: bool = False) -> Listing:
        """What is seen: the columns that are not hidden, the rows in their order."""
        shown = self._keeper.shown
        rows = self._chosen_rows() if chosen_only else self.rows.rows
        cells = (self.rows.cells(row) for row in rows)
        return Listing(
            self.window().windowTitle(),
            tuple(self.rows.columns[place].title for place in shown),
            tuple(tuple(row[place] for place in shown) for row in cells),
            frozenset(at for at, place in enumerate(shown) if self.rows.columns[place].number),
        )

    def _chosen_rows(self) -> list[Row]:
        """The rows of the chosen block, headings left out."""
        lines = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = (self.rows.row_at(line) for line in lines)
        return [row for row in rows if row is not None]

    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        """Offer what can be done with the table; the menu key opens it too."""
        TableMenu(self).popup(arg__1.globalPos())

    def paintEvent(self, e: QPaintEvent) -> None:
        """Say something where there are no rows."""
        super().paintEvent(e)
        narrowed = bool(self.rows.order.words)
        empty = tr("ไม่มีแถวที่มีคำนี้ · Esc แสดงทุกแถว") if narrowed else self._empty_text
        if empty and not self.rows.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(theme.color(theme.MUTED))
            room = self.viewport().rect().adjusted(20, 0, -20, 0)
            words = Paragraph(empty, self.font(), max(room.width(), 20), centred=True)
            words.draw(painter, room.left(), room.top() + max(0.0, (room.height() - words.height) / 2))
