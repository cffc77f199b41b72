"""What can be done with any table: copy, sort, narrow, choose columns, write what is seen to a file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from ita_desktop.support.language import tr
from ita_desktop.ui.widgets.keys import sequence
from ita_desktop.ui.widgets.table_errand import Output, send_errand
from ita_desktop.ui.widgets.table_order import Order

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.ui.widgets.table import Table


class TableMenu(QMenu):
    """The context menu of a table; goes away with its last use."""

    def __init__(self, table: Table[Any]) -> None:
        super().__init__(table)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._table = table
        self._add(tr("คัดลอก"), table.copy, "Ctrl+C")
        if table.rows.arrangeable:
            self._add(tr("แสดงเฉพาะแถวที่มีคำ…"), table.ask_filter, "Ctrl+Shift+L")
            self._add_sorting()
        self._add_columns()
        self.addSeparator()
        self._add(tr("บันทึกตารางเป็น Excel…"), partial(self._send, Output.WORKBOOK))
        self._add(tr("พิมพ์ตารางเป็น PDF…"), partial(self._send, Output.PDF))

    def _add(self, words: str, slot: Callable[[], object], keys: str = "") -> None:
        """Add a line; its key is shown, and taken by the table itself."""
        action = self.addAction(words)
        if keys:
            action.setShortcut(sequence(keys))
        action.triggered.connect(lambda _=False: slot())

    def _add_sorting(self) -> None:
        """A line for each column; the one that is sorted by turns round."""
        menu = self.addMenu(tr("เรียงตาม"))
        order = self._table.rows.order
        for place, title in enumerate(self._table.columns.titles):
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(place == order.column)
            action.triggered.connect(lambda _=False, place=place: self._table.arrange(order.clicked(place)))
        menu.addSeparator()
        menu.addAction(tr("ลำดับเดิม")).triggered.connect(
            lambda _=False: self._table.arrange(Order(words=order.words))
        )

    def _add_columns(self) -> None:
        """A tick for each column, and the way back to what the page proposes."""
        menu = self.addMenu(tr("คอลัมน์"))
        columns = self._table.columns
        for place, title in enumerate(columns.titles):
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(place in columns.shown)
            action.triggered.connect(lambda seen, place=place: columns.show_column(place, seen))
        menu.addSeparator()
        menu.addAction(tr("ความกว้างและคอลัมน์เดิม")).triggered.connect(lambda _=False: columns.forget())

    def _send(self, output: Output) -> None:
        """Have what is seen written to a file."""
        send_errand(self._table, self._table.listing(), output)
