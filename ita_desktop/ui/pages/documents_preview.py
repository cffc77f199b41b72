"""The page as it will be printed, with what one does to it: turn, enlarge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ita_desktop.support.language import tr
from ita_desktop.ui.pdf_view import PdfPages
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton, bind
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.ui.widgets.page_view.view import Fetch


class Preview(Card):
    """A card with a PageView and its tools above. `fetch` has pages drawn off the window's thread."""

    def __init__(self, fetch: Fetch) -> None:
        super().__init__(margin=8)
        self.view = PageView(fetch)
        self.view.setAccessibleName(tr("ตัวอย่างก่อนพิมพ์"))
        self.page, self.percent = Text(tr("กำลังจัดหน้า…"), "muted"), Text("", "muted")
        self.body.addLayout(self._tools())
        self.body.addWidget(self.view, 1)
        self.view.page_shown.connect(self._say_page)
        self.view.zoomed.connect(lambda percent: self.percent.setText(prose(f"{percent}%")))

    def _tools(self) -> QHBoxLayout:
        """The row of tools."""
        row = QHBoxLayout()
        row.setSpacing(2)
        view = self.view
        self.back = _tool("‹", tr("หน้าก่อน"), lambda: view.turn(-1), "Alt+PgUp")
        self.forward = _tool("›", tr("หน้าถัดไป"), lambda: view.turn(1), "Alt+PgDown")
        row.addWidget(self.back)
        row.addWidget(self.page)
        row.addWidget(self.forward)
        row.addStretch(1)
        row.addWidget(_tool("–", tr("ย่อ"), lambda: view.enlarge(larger=False), "Ctrl+-"))
        row.addWidget(self.percent)
        row.addWidget(_tool("+", tr("ขยาย"), lambda: view.enlarge(larger=True), "Ctrl++"))
        row.addWidget(_tool(tr("พอดี"), tr("พอดีความกว้าง"), view.fit, "Ctrl+0"))
        return row

    def show_pdf(self, data: bytes) -> None:
        """Show a paper."""
        self.view.show_paper(PdfPages(data))

    def _say_page(self, number: int, count: int) -> None:
        """Say which page is seen."""
        self.page.setText(prose(tr("หน้า {number} จาก {count}").format(number=number, count=count)))
        self.back.setEnabled(number > 1)
        self.forward.setEnabled(number < count)


def _tool(words: str, name: str, slot: Callable[[], object], keys: str) -> ActionButton:
    """Make a small button; its key is in the tip, for the row is narrow."""
    button = ActionButton(words, slot, look="plain")
    bind(button, keys)
    button.setToolTip(f"{name} ({keys})")
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
