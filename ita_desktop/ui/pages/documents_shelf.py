"""A shelf of the papers' page: a list, what can be done with its rows at the side, all by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card, SidePanel
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")


@dataclass(frozen=True)  # no slots: in Python 3.11 a slotted frozen generic cannot be called as Deed[Row]()
class Deed(Generic[Row]):
    """Something that can be done with a row: its words, its key, when it is offered."""

    words: str
    do: Callable[[Row], object]
    keys: str = ""
    when: Callable[[Row], bool] = lambda _: True
    main: bool = False


class Shelf(QWidget, Generic[Row]):
    """A list with its side panel. Enter does the first deed; the panel tells of the row that is chosen."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        deeds: Sequence[Deed[Row]],
        *,
        heading: Callable[[Row], str] | None = None,
        empty: str = "",
        tell: Callable[[Row], tuple[str, str]] | None = None,
    ) -> None:
        """`tell` gives a row's title and what the panel says of it."""
        super().__init__()
        self._deeds, self._tell = tuple(deeds), tell
        self.table: Table[Row] = Table(RowModel(columns, heading), empty, 27)
        self.panel = SidePanel(width=290)
        self.text = Text("", "muted", wrap=True)
        self.buttons = [
            ActionButton(each.words, self._doer(each), each.keys, "primary" if each.main else "normal")
            for each in self._deeds
        ]
        self._lay_out()
        self.table.row_chosen.connect(self._show)
        self.table.row_opened.connect(lambda _: self._first())
        self._show(None)

    def _lay_out(self) -> None:
        """Put the list at the left, the panel at the right."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        card = Card(margin=8)
        self.above = QVBoxLayout()
        card.body.addLayout(self.above)
        card.body.addWidget(self.table, 1)
        row.addWidget(card, 1)
        row.addWidget(self.panel)
        self.panel.body.addWidget(self.text)
        for button in self.buttons:
            self.panel.body.addWidget(button)
        self.panel.body.addStretch(1)

    def show_rows(self, rows: Sequence[Row], keep: Callable[[Row], bool] | None = None) -> None:
        """Show other rows."""
        self.table.show_rows(rows, keep)

    def _show(self, row: Row | None) -> None:
        """Tell of the chosen row, and offer what can be done with it."""
        title, words = self._tell(row) if row is not None and self._tell else ("", "")
        self.panel.title.setText(title)
        self.text.setText(words)
        for deed, button in zip(self._deeds, self.buttons, strict=True):
            button.setVisible(row is not None and deed.when(row))

    def _doer(self, deed: Deed[Row]) -> Callable[[], None]:
        """What a button does."""

        def do() -> None:
            row = self.table.chosen
            if row is not None and deed.when(row):
                deed.do(row)

        return do

    def _first(self) -> None:
        """Do what the first button that is offered does."""
        for deed in self._deeds:
            row = self.table.chosen
            if row is not None and deed.when(row):
                deed.do(row)
                return
