"""What stands around an item's fields: what is wrong, its proofs, what last year left, how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

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


class Notices(QWidget):
    """Why the item came back, and what does not hold together; nothing where all is well."""

    def __init__(self) -> None:
        super().__init__()
        column = _column(self)
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


class Past(QWidget):
    """What earlier years left at the item, and the steps of its approval this year."""

    def __init__(self) -> None:
        super().__init__()
        column = _column(self)
        self.last_title = Text(tr("ปีก่อน"), "small")
        self.last = Text("", wrap=True)
        self.steps_title = Text(tr("ประวัติการอนุมัติ"), "small")
        self.steps = Text("", wrap=True)
        for widget in (self.last_title, self.last, self.steps_title, self.steps):
            column.addWidget(widget)

    def show_row(self, row: CheckRow) -> None:
        """Show both; an empty part is not there."""
        last = "\n".join(last_year_words(left) for left in row.entry.last_years)
        steps = "\n".join(step_line(step) for step in reversed(row.steps))
        for title, text, words in (
            (self.last_title, self.last, last),
            (self.steps_title, self.steps, steps),
        ):
            text.setText(prose(words))
            title.setVisible(bool(words))
            text.setVisible(bool(words))


def _column(widget: QWidget) -> QVBoxLayout:
    """Lay a widget out from above, close together."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    return column
