"""The middle of the roster page: which list, how it stands, a search, the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget

from ita_desktop.services.roster import Order
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.pages.roster_lists import (
    EXTERNAL_ORDERS,
    INTERNAL_ORDERS,
    Wish,
    external_columns,
    external_words,
    internal_columns,
    internal_words,
)
from ita_desktop.ui.pages.roster_model import RosterModel
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import Segments
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.labels import KeyHint, Text
from ita_desktop.ui.widgets.table import Table

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ita_desktop.ui.pages.roster_lists import RosterHead, Row


class SearchField(QLineEdit):
    """Type to narrow the list; Down and Enter go into it, Esc empties the field first."""

    down = Signal()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Leave downwards, or empty."""
        if arg__1.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif arg__1.key() == Qt.Key.Key_Escape:
            self.clear()
            self.down.emit()
        else:
            super().keyPressEvent(arg__1)


class RosterList(Card):
    """`list_chosen` tells that the other list was asked for, `words_typed` what is searched for."""

    list_chosen = Signal()
    words_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__(margin=14)
        self.segments = Segments((tr("ภายใน (IIT)"), tr("ภายนอก (EIT)")), ("Alt+1", "Alt+2"))
        self.segments.chosen.connect(self._switch)
        self.field = SearchField()
        self.field.setPlaceholderText(tr("ค้นชื่อ ตำแหน่ง สำนัก/กอง โทรศัพท์"))
        self.field.setAccessibleName(tr("ค้นรายชื่อ"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.words_typed)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.segments)
        row.addSpacing(theme.GAP)
        row.addWidget(self.field, 1)
        row.addWidget(KeyHint("Ctrl+F"))
        self.body.addLayout(row)
        self._words = ("", "")
        self.summary = Text("", "muted", wrap=True)
        self.body.addWidget(self.summary)
        nothing = tr("ไม่มีรายชื่อที่ตรงกับคำค้น หรือยังไม่มีรายชื่อ\nCtrl N เพิ่มทีละคน · Ctrl I นำเข้าจาก Excel")
        self.tables: tuple[Table[Row], Table[Row]] = (
            Table(RosterModel(internal_columns()), nothing),
            Table(RosterModel(external_columns()), nothing),
        )
        self.order, self.descending = Order.NAME, False
        self._stack = QStackedWidget()
        for table, orders in zip(self.tables, (INTERNAL_ORDERS, EXTERNAL_ORDERS), strict=True):
            self._stack.addWidget(table)
            header = table.horizontalHeader()
            header.setSectionsClickable(True)
            header.sectionClicked.connect(lambda place, orders=orders: self.sort_by(orders[place]))
        self.body.addWidget(self._stack, 1)
        self.field.down.connect(self.table.setFocus)

    @property
    def internal(self) -> bool:
        """Whether the inside is shown."""
        return self.segments.current == 0

    @property
    def table(self) -> Table[Row]:
        """The table that is shown."""
        return self.tables[self.segments.current]

    @property
    def words(self) -> str:
        """What is searched for."""
        return self.field.text().strip()

    @property
    def model(self) -> RosterModel:
        """The lines that are shown."""
        return cast("RosterModel", self.table.rows)

    def wish(self, person: int = 0) -> Wish:
        """What is to be read: the list, its words and its order."""
        return Wish(self.internal, self.words, self.order, self.descending, person)

    def sort_by(self, order: Order) -> None:
        """Sort; by the same thing again the other way round."""
        self.descending = order is self.order and not self.descending
        self.order = order
        self.words_typed.emit(self.words)

    def next_order(self) -> None:
        """Sort by the next column, for the keyboard."""
        orders = tuple(dict.fromkeys(INTERNAL_ORDERS if self.internal else EXTERNAL_ORDERS))
        place = orders.index(self.order) if self.order in orders else -1
        self.sort_by(orders[(place + 1) % len(orders)])

    def search(self) -> None:
        """Put the cursor into the search."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_list(self, *, internal: bool) -> None:
        """Show one of the lists."""
        if internal != self.internal:
            self.segments.choose(0 if internal else 1)
            self._switch()

    def _switch(self) -> None:
        """Show the list that is chosen, with an empty search."""
        self._stack.setCurrentWidget(self.table)
        self.order, self.descending = Order.NAME, False
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._say()
        self.list_chosen.emit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_head(self, head: RosterHead) -> None:
        """Show the counts."""
        summary = head.summary
        for place, (words, count) in enumerate(
            ((tr("ภายใน (IIT) {count}"), summary.internal), (tr("ภายนอก (EIT) {count}"), summary.external))
        ):
            self.segments.set_text(place, prose(words.format(count=f"{count:,}")))
        self._words = (internal_words(head), external_words(head))
        self._say()

    def _say(self) -> None:
        """Say how the list stands."""
        self.summary.setText(self._words[self.segments.current])
