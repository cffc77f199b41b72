"""The plan's papers, seen before they are printed: chosen, looked through, kept as PDF, sent to a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from ita_desktop.domain.plan.papers import PLAN_PAPERS
from ita_desktop.services.outputs import write_output
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.documents_preview import Preview
from ita_desktop.ui.print_job import print_pages
from ita_desktop.ui.prose import prose
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Choice
from ita_desktop.wording.plan_states import plan_paper_name

if TYPE_CHECKING:
    from ita_desktop.ui.pages.measures import MeasuresPage

FIRST = 1


class PaperSheet(SheetDialog):
    """A list of papers above, the page below, what one does with it at the foot."""

    def __init__(self, page: MeasuresPage) -> None:
        super().__init__(page, tr("พิมพ์แผนและผลการดำเนินการ"), QSize(1060, 720))
        self._page = page
        self.kinds = Choice((code, plan_paper_name(code)) for code in PLAN_PAPERS)
        self.kinds.setAccessibleName(tr("เอกสาร"))
        self.preview = Preview(page.query)
        self.body.addWidget(self.kinds)
        self.body.addWidget(self.preview, 1)
        self.foot.addWidget(ActionButton(tr("บันทึกเป็น PDF"), self.save_pdf, "Ctrl+S", "primary"))
        self.foot.addWidget(ActionButton(tr("พิมพ์"), self.print_paper, "Ctrl+P"))
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ปิด"), self.reject, "Esc"))
        self.kinds.setCurrentIndex(FIRST)
        self.kinds.currentIndexChanged.connect(lambda _: self._show())
        self._data = b""
        self._show()
        self.kinds.setFocus()

    @property
    def kind(self) -> str:
        """The chosen paper's code."""
        return str(self.kinds.value)

    def _show(self) -> None:
        """Set the chosen paper off the window's thread."""
        papers, kind = self._page.workspace.plan.papers, self.kind
        self._page.query(lambda: papers.render(kind), self._shown, self.tell)

    def _shown(self, data: bytes) -> None:
        """Show it."""
        self._data = data
        self.banner.clear()
        self.preview.show_pdf(data)

    def save_pdf(self) -> None:
        """Ask where to, then write what is seen."""
        workspace = self._page.workspace
        name = f"{plan_paper_name(self.kind)}-{workspace.year}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("บันทึกเป็น PDF"), str(workspace.path.with_name(name)), tr("เอกสาร PDF (*.pdf)")
        )
        if chosen and self._data:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write what is seen; the name gets its ending."""
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        data, context = self._data, self._page.context
        words = tr("บันทึก {name} แล้ว").format(name=target.name)
        self._page.query(lambda: write_output(target, data), lambda _: context.announce(words), self.tell)

    def print_paper(self) -> None:
        """Ask for the printer, then print what is seen."""
        pages = self.preview.view.pages
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if pages is not None and dialog.exec() == QPrintDialog.DialogCode.Accepted:
            count = print_pages(pages, printer)
            self._page.context.announce(prose(tr("ส่งพิมพ์ {count} หน้าแล้ว").format(count=count)))
