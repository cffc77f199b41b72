"""Who sits here, and the figures of keying: counted in the window, kept by stack and clerk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ita_desktop.domain.keying_figures import Pace
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.pages.entry_side import side_width
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.ui.widgets.labels import KeyHint, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ita_desktop.domain.verification import Task
    from ita_desktop.ui.page import Page


COLUMN_GAP = 10


class ClerkField(QFrame):
    """The name of who keys. `left` tells that the cursor is to go back to the work."""

    left = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._known = ""
        self.setProperty("look", "card")
        self.setFixedWidth(side_width())
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(theme.GAP)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("ชื่อหรืออักษรย่อ"))
        self.field.setAccessibleName(tr("ผู้บันทึก"))
        self.field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row.addWidget(Text(tr("ผู้บันทึก"), "strong"))
        row.addWidget(self.field, 1)
        row.addWidget(KeyHint("Ctrl+K"))
        self.field.returnPressed.connect(self.left)
        self.field.editingFinished.connect(self._keep)
        on_keys("Ctrl+K", self, self._edit)

    def over(self, side: QWidget) -> QVBoxLayout:
        """Return a column of this field and what stands below it."""
        column = QVBoxLayout()
        column.setSpacing(COLUMN_GAP)
        column.addWidget(self)
        column.addWidget(side)
        return column

    def refresh(self) -> None:
        """Show who keys, unless the name is being typed."""
        service = self._page.workspace.keying_figures
        self._page.query(service.clerk, self._show)

    def _show(self, name: str) -> None:
        self._known = name
        if not self.field.hasFocus():
            self.field.setText(name)

    def _edit(self) -> None:
        """Go to the name."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _keep(self) -> None:
        """Have the name kept."""
        name = self.field.text().strip()
        if name != self._known:
            self._known = name
            service = self._page.workspace.keying_figures
            self._page.query(lambda: service.take_clerk(name), lambda _: None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the name as it was; no key may reach the form that is being keyed."""
        if event.key() == Qt.Key.Key_Escape:
            self.field.setText(self._known)
            self.left.emit()
        event.accept()


class Figures:
    """Watches the keys of who sits here and hands them over after each form."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._pace = Pace()
        self._clock = QElapsedTimer()
        self._clock.start()

    def key(self) -> None:
        """Note a key."""
        self._pace.key(self._clock.elapsed())

    def finished(self, batch: int, task: Task) -> None:
        """Note the end of a form and keep what was counted since the one before."""
        self._pace.form()
        spell, service = self._pace.take(), self._page.workspace.keying_figures
        self._page.query(lambda: service.add(batch, task, spell), lambda _: None)

    def rest(self) -> None:
        """The page is left: the time until the next key is no pause."""
        self._pace.rest()
