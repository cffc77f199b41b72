"""The sheet in which every version of a paper can be read again, and written back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout

from ita_desktop.support.language import tr
from ita_desktop.ui.pages.documents_preview import Preview
from ita_desktop.ui.pages.documents_words import state_badge
from ita_desktop.ui.pdf_view import PdfPages
from ita_desktop.ui.prose import clock_words, prose_day
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ita_desktop.domain.paperwork.papers import Version
    from ita_desktop.ui.page import Page


class VersionsSheet(SheetDialog):
    """Newest first; the one under the cursor stands on its pages beside the list. `wanted(version)`."""

    wanted = Signal(int)

    def __init__(self, page: Page, rows: tuple[Version, ...], *, fixed: bool) -> None:
        super().__init__(page, tr("ฉบับก่อนหน้า"), QSize(1100, 680))
        self._page = page
        columns: list[Column[Version]] = [
            Column(tr("เมื่อ"), lambda row: f"{prose_day(row.at.date())} {clock_words(row.at)}"),
            Column(tr("บทบาท"), lambda row: label(row.role), 120),
            Column(tr("สถานะ"), lambda row: state_badge(row.state), 130),
        ]
        self.table: Table[Version] = Table(RowModel(columns), tr("ยังไม่มีฉบับก่อนหน้า"))
        self.table.setFixedWidth(430)
        self.preview = Preview(page.query)
        row = QHBoxLayout()
        row.addWidget(self.table)
        row.addWidget(self.preview, 1)
        self.body.addLayout(row, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ปิด"), self.reject, look="plain"))
        self.take_button = ActionButton(tr("กลับไปใช้ฉบับนี้"), self._take, "Ctrl+Return", "primary")
        self.take_button.setVisible(not fixed)
        self.foot.addWidget(self.take_button)
        self.table.row_chosen.connect(self._show)
        self.table.show_rows(rows)
        self.table.setFocus()

    def _show(self, version: Version | None) -> None:
        """Set the version under the cursor on its pages."""
        self.take_button.setEnabled(version is not None)
        if version is None:
            return
        workspace, draw = self._page.workspace, self.preview.view.drawn_ahead()

        def work() -> tuple[PdfPages, dict[int, QImage]]:
            old = workspace.paperwork.papers.version(version.key)
            pages = PdfPages(workspace.paperwork.pages.set(old.kind, old.fields, old.document).pdf)
            return pages, dict(draw(pages))

        def show(made: tuple[PdfPages, dict[int, QImage]]) -> None:
            if self.table.chosen == version:
                self.preview.view.show_paper(*made)

        self._page.context.tasks.query(work, show, self.tell, owner=self)

    def _take(self) -> None:
        """Ask for the version to be written back."""
        version = self.table.chosen
        if version is not None:
            self.accept()
            self.wanted.emit(version.key)
