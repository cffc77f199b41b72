"""The columns of a table: widths as the page proposes them or a person drew them, and which are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHeaderView

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.table_keeping import Layout, keep_layout, layout_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTableView

    from ita_desktop.ui.widgets.row_model import Column

LEAST_OPEN_COLUMN = 150
KEEP_AFTER = 600
"""Milliseconds after the last pull at an edge, so that one drawing of a width is one write."""


class ColumnKeeper(QObject):
    """Lays the columns of one table; what a person changes is kept under the table's titles."""

    def __init__(self, view: QTableView, columns: Sequence[Column[Any]]) -> None:
        super().__init__(view)
        self._header, self._columns = view.horizontalHeader(), tuple(columns)
        self._viewport = view.viewport()
        self._titles = [column.title for column in columns]
        self._layout = layout_of(self._titles)
        self._laying = False
        self._later = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._later.timeout.connect(self._keep)
        self._header.setHighlightSections(False)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._lay()
        self._header.sectionResized.connect(self._note_width)

    @property
    def titles(self) -> list[str]:
        """The titles of all columns."""
        return self._titles

    @property
    def shown(self) -> list[int]:
        """Places of the columns that are seen."""
        return [place for place in range(len(self._columns)) if place not in self._layout.hidden]

    def show_column(self, place: int, seen: bool) -> None:
        """Show or hide a column; the last one stays."""
        hidden = self._layout.hidden - {place} if seen else self._layout.hidden | {place}
        if len(hidden) < len(self._columns):
            self._layout = Layout(self._layout.widths, hidden)
            self._lay()
            self._keep()

    def forget(self) -> None:
        """Go back to what the page proposes."""
        self._layout = Layout()
        self._lay()
        self._keep()

    def share(self) -> None:
        """Give what is left to the columns without a width; below a least, the table scrolls sideways."""
        shown = self.shown
        open_ = [place for place in shown if not self._width(place)]
        taken = sum(theme.scaled(self._width(place)) for place in shown)
        for place in open_:
            share = (self._viewport.width() - taken) // len(open_)
            self._resize(place, max(share, theme.scaled(LEAST_OPEN_COLUMN)))

    def _width(self, place: int) -> int:
        """The width of a column at 100 percent; 0 where it takes what is left."""
        return self._layout.widths.get(place, self._columns[place].width)

    def _lay(self) -> None:
        """Give each column its width, and hide what is hidden."""
        for place in range(len(self._columns)):
            self._header.setSectionHidden(place, place in self._layout.hidden)
            self._resize(place, theme.scaled(self._width(place) or LEAST_OPEN_COLUMN))
        self.share()

    def _resize(self, place: int, width: int) -> None:
        """Set a width that nobody drew."""
        self._laying = True
        self._header.resizeSection(place, width)
        self._laying = False

    def _note_width(self, place: int, _: int, width: int) -> None:
        """Remember a width that a person drew; hiding and laying out are no drawing."""
        if self._laying or not width or self._header.isSectionHidden(place):
            return
        drawn = round(width / theme.scaled(1000) * 1000)
        self._layout = Layout({**self._layout.widths, place: drawn}, self._layout.hidden)
        self._later.start()

    def _keep(self) -> None:
        """Keep the layout for the next start."""
        keep_layout(self._titles, self._layout)
