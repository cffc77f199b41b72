"""What stands around an item's fields: what is wrong, its proofs, what last year left, how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ita_desktop.domain.evidence import Evidence
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.pages.checklist_words import (
    answer_words,
    last_year_words,
    notice_words,
    proof_columns,
    step_line,
)
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import RowModel, Table

if TYPE_CHECKING:
    from ita_desktop.services.checklist import CheckRow

ROW_HEIGHT, MOST_ROWS = 25, 5


class Notices(QFrame):
    """Why the item came back, and what does not hold together; nothing where all is well."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "problem")
        column = _column(self)
        column.setContentsMargins(10, 4, 10, 4)
        self.text = Text("", "error", wrap=True)
        column.addWidget(self.text)
        self.hide()

    def show_row(self, row: CheckRow) -> None:
        """Show what is wrong with an item."""
        words = "\n".join(notice_words(row))
        self.text.setText(prose(words))
        self.setVisible(bool(words))


class ProofList(QWidget):
    """The proofs of an item: Enter opens one, Delete takes it away from the item."""

    opened = Signal(Evidence)
    removed = Signal(Evidence)

    def __init__(self) -> None:
        super().__init__()
        column = _column(self)
        column.addWidget(Text(tr("หลักฐาน"), "small"))
        model: RowModel[Evidence] = RowModel(proof_columns())
        self.table: Table[Evidence] = Table(model, row_height=ROW_HEIGHT, choose_first=False)
        self.table.setAccessibleName(tr("หลักฐาน"))
        self.table.horizontalHeader().hide()
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.row_opened.connect(self.opened.emit)
        on_keys("Delete", self.table, self._remove).setContext(Qt.ShortcutContext.WidgetShortcut)
        column.addWidget(self.table)
        self.answer = Text("", "muted", wrap=True)
        column.addWidget(self.answer)

    @property
    def in_hand(self) -> int:
        """The key of the file that the cursor is on; 0 where it is elsewhere."""
        chosen = self.table.chosen if self.table.hasFocus() else None
        return chosen.key if chosen is not None and chosen.sha256 else 0

    def show_row(self, row: CheckRow) -> None:
        """Show the proofs, and what the checker said of the main link."""
        self.table.show_rows(row.proofs)
        lines = min(max(len(row.proofs), 1), MOST_ROWS)
        self.table.setFixedHeight(theme.scaled(ROW_HEIGHT * lines + 4))
        self.setVisible(bool(row.proofs))
        words = answer_words(row.answer)
        self.answer.setText(prose(words))
        self.answer.setVisible(bool(words))

    def _remove(self) -> None:
        """Ask to take the chosen proof away; a link in the field has no row to take."""
        if self.table.chosen is not None and self.table.chosen.key:
            self.removed.emit(self.table.chosen)


class LastYears(QWidget):
    """What earlier years left at the item; Ctrl+D says that it was looked at."""

    def __init__(self) -> None:
        super().__init__()
        column = _column(self)
        self.title = Text("", "small")
        self.text = Text("", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.text)

    def show_row(self, row: CheckRow) -> None:
        """Show it; nothing is there where nothing was left."""
        unlooked = tr("ปีก่อน · ยังไม่ได้ทบทวน (Ctrl+D ทบทวนแล้ว)")
        self.title.setText(unlooked if row.entry.unlooked else tr("ปีก่อน"))
        self.text.setText(prose("\n".join(last_year_words(left) for left in row.entry.last_years)))
        self.setVisible(bool(row.entry.last_years))


class Way(QWidget):
    """The steps of the item's approval this year, the latest first."""

    def __init__(self) -> None:
        super().__init__()
        column = _column(self)
        self.text = Text("", wrap=True)
        column.addWidget(Text(tr("ประวัติการอนุมัติ"), "small"))
        column.addWidget(self.text)

    def show_row(self, row: CheckRow) -> None:
        """Show the steps."""
        self.text.setText(prose("\n".join(step_line(step) for step in reversed(row.steps))))
        self.setVisible(bool(row.steps))


def _column(widget: QWidget) -> QVBoxLayout:
    """Lay a widget out from above, close together."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    return column
