"""The sheets that a command of the editor asks with: a list to choose from, a small form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from ita_desktop.domain.thai_text import search_key
from ita_desktop.support.language import tr
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Form
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.paperwork import value_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.paperwork.papers import LiveValue
    from ita_desktop.domain.problems import FieldProblem

MOVING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class AskSheet(SheetDialog):
    """A small sheet with a form: Enter does it, Esc leaves all as it is.

    `act` may return a FieldProblem, which is told at its field and keeps the sheet open.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        done: str,
        act: Callable[[], FieldProblem | None],
        height: int = 240,
    ) -> None:
        super().__init__(parent, title, QSize(540, height))
        self.form = Form()
        self.body.addWidget(Text(title, "heading", wrap=True))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self._act = act
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.reject, look="plain"))
        self.button = ActionButton(done, self.finish, "Ctrl+Return", "primary")
        self.button.setDefault(True)
        self.foot.addWidget(self.button)

    def finish(self) -> None:
        """Do it, or tell what is wrong with a field."""
        self.form.clear_problems()
        fault = self._act()
        if fault is None:
            self.accept()
        else:
            self.form.show_problem(fault)


class ChoiceSheet(SheetDialog):
    """A list to choose from: type to narrow it, Enter takes the row, arrows move while one types."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        rows: Sequence[LiveValue],
        take: Callable[[str], object],
        *,
        second: str = "",
        done: str = "",
    ) -> None:
        """`second` names the column of what each says now; `take` gets the name of the one chosen."""
        super().__init__(parent, title, QSize(720, 520))
        self._rows, self._take = tuple(rows), take
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("พิมพ์เพื่อค้นหา"))
        self.search.setAccessibleName(tr("พิมพ์เพื่อค้นหา"))
        columns: list[Column[LiveValue]] = [Column(tr("ชื่อ"), value_name)]
        if second:
            columns.append(Column(second, lambda row: row.text))
        self.table: Table[LiveValue] = Table(RowModel(columns), tr("ไม่พบ"))
        self.body.addWidget(Text(title, "heading"))
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.reject, look="plain"))
        self.foot.addWidget(ActionButton(done or tr("แทรก"), self.choose, "", "primary"))
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.table.row_opened.connect(lambda _: self.choose())
        self._narrow("")
        self.search.setFocus()

    def _narrow(self, words: str) -> None:
        """Show the rows that have the words."""
        sought = search_key(words)
        self.table.show_rows(
            [row for row in self._rows if sought in search_key(f"{value_name(row)} {row.text}")]
        )

    def choose(self) -> None:
        """Take the row under the cursor."""
        row = self.table.chosen
        if row is not None:
            self.accept()
            self._take(row.name)

    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        """Move in the list, and take from it, while the cursor is in the field."""
        if arg__2.type() == QEvent.Type.KeyPress and isinstance(arg__2, QKeyEvent):
            if arg__2.key() in MOVING_KEYS:
                QApplication.sendEvent(self.table, arg__2)
                return True
            if arg__2.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.choose()
                return True
        return super().eventFilter(arg__1, arg__2)
