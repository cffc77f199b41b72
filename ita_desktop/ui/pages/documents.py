"""Tab 7: the year's papers. What is written at the left stands on the page at the right at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from ita_desktop.domain.papers import MEMO, REPORT, Memo, PaperDraft
from ita_desktop.services.changes import EVERYTHING, Topic
from ita_desktop.services.outputs import write_output
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.page import Page
from ita_desktop.ui.pages.documents_form import DraftForm
from ita_desktop.ui.pages.documents_preview import Preview
from ita_desktop.ui.print_job import print_pages
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton, Segments
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.wording.papers import paper_name

if TYPE_CHECKING:
    from ita_desktop.domain.problems import Problem
    from ita_desktop.ui.context import Context

KINDS = (MEMO, REPORT)


@dataclass(frozen=True, slots=True)
class _Shown:
    """The text of a paper: what was written over it, and what is proposed."""

    draft: PaperDraft
    proposal: Memo


class DocumentsPage(Page):
    """Choose a paper, write over what is proposed, see it, keep it as PDF, print it."""

    topics: ClassVar[frozenset[Topic]] = EVERYTHING

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("เอกสาร"))
        self._saved: Path | None = None
        self._open = KINDS[0]
        self.folder_button = self.add_action(tr("เปิดโฟลเดอร์"), self.open_folder)
        self.folder_button.setEnabled(False)
        self.add_action(tr("พิมพ์"), self.print_paper, "Ctrl+P")
        self.add_action(tr("บันทึกเป็น PDF"), self.save_pdf, "Ctrl+S", primary=True)
        self.kinds = Segments([paper_name(kind) for kind in KINDS], ["Alt+1", "Alt+2"])
        self.kinds.chosen.connect(self._open_kind)
        self.forms = {kind: DraftForm(kind) for kind in KINDS}
        self.preview = Preview(self.query)
        self._lay_out()

    def _lay_out(self) -> None:
        """Put the fields at the left, the page at the right."""
        side = SidePanel(width=440)
        side.title.hide()
        side.head.addWidget(self.kinds)
        side.head.addStretch(1)
        for form in self.forms.values():
            form.edited.connect(lambda form=form: self._keep(form))
            side.body.addWidget(form)
        self.forms[REPORT].hide()
        side.body.addStretch(1)
        self.proposal_button = ActionButton(tr("แก้จากข้อความที่เสนอ"), self._take_proposal, look="plain")
        side.foot.addWidget(self.proposal_button)
        side.foot.addWidget(ActionButton(tr("กลับไปใช้ที่เสนอทั้งหมด"), self._clear, look="plain"))
        side.foot.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(side)
        self.body.addLayout(column)
        self.body.addWidget(self.preview, 1)
        self.preview.setMinimumWidth(theme.scaled(360))

    @property
    def kind(self) -> str:
        """The paper that is open."""
        return self._open

    @property
    def form(self) -> DraftForm:
        """Its fields."""
        return self.forms[self.kind]

    # Showing

    def refresh(self) -> None:
        """Ask for the text, then for the page: the text is there at once, setting it takes longer."""
        kind, workspace = self.kind, self.workspace
        self.set_title(tr("เอกสาร"))
        self.set_subtitle(paper_name(kind))
        self.query(
            lambda: _Shown(workspace.papers.draft(kind), workspace.papers.proposal(kind)),
            lambda shown: self._show_text(kind, shown),
        )
        self.query(lambda: workspace.papers.render(kind), lambda data: self._show_page(kind, data))

    def _show_text(self, kind: str, shown: _Shown) -> None:
        """Show the fields."""
        self.forms[kind].show_draft(shown.draft, shown.proposal)

    def _show_page(self, kind: str, data: bytes) -> None:
        """Show the page, unless another paper was opened meanwhile."""
        if kind == self.kind:
            self.preview.show_pdf(data)

    def show_subject(self, subject: str) -> None:
        """Open a paper by its code."""
        if subject in KINDS:
            self._open_kind(KINDS.index(subject))

    def _open_kind(self, number: int) -> None:
        """Open another paper; what was typed on this one is kept."""
        self._keep(self.forms[self._open])
        self._open = KINDS[number]
        self.kinds.choose(number)
        for form in self.forms.values():
            form.setVisible(form is self.form)
        self.proposal_button.setVisible(self.kind == MEMO)
        self.preview.view.go_to(1)
        self.refresh()

    # Writing

    def _keep(self, form: DraftForm | None = None) -> None:
        """Keep what was typed on a paper, the open one if none is named."""
        form, workspace = form or self.form, self.workspace
        if not form.changed:
            return
        draft = form.draft()
        form.mark_kept()
        self.run(lambda: workspace.papers.save_draft(draft), failed=self._refused)

    def _refused(self, problem: Problem) -> None:
        """Tell why it was not kept; the text stays where it was typed."""
        self.tell(problem)

    def _take_proposal(self) -> None:
        """Copy the proposed text into the field."""
        self.form.take_proposal()

    def _clear(self) -> None:
        """Go back to the proposal; undo brings the written text back."""
        kind, workspace = self.kind, self.workspace
        words = tr("กลับไปใช้ข้อความที่เสนอแล้ว · Ctrl Z ย้อน")
        self._keep()
        self.run(lambda: workspace.papers.clear_draft(kind), lambda _: self.context.announce(prose(words)))

    def leave(self) -> None:
        """Keep what is being typed."""
        self._keep()

    # Out of the window

    def save_pdf(self) -> None:
        """Ask where to, then write the paper as it is now."""
        self._keep()
        kind, workspace = self.kind, self.workspace
        path = self.ask_path(f"{paper_name(kind)}-{workspace.year}.pdf")
        if path is None:
            return
        self.query(lambda: write_output(path, workspace.papers.render(kind)), self._say_saved)

    def ask_path(self, name: str) -> Path | None:
        """Ask for the file; None if the person thinks again."""
        folder = self._saved.parent if self._saved is not None else self.workspace.path.parent
        title, kinds = tr("บันทึกเป็น PDF"), tr("เอกสาร PDF (*.pdf)")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(folder / name), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

    def _say_saved(self, path: Path) -> None:
        """Say where it is; its folder can be opened now."""
        self._saved = path
        self.folder_button.setEnabled(True)
        self.folder_button.setToolTip(str(path.parent))
        self.banner.clear()
        self.context.announce(tr("บันทึก {name} แล้ว").format(name=path.name))

    def open_folder(self) -> None:
        """Open the folder of the paper kept last in the system's own window."""
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))

    def print_paper(self) -> None:
        """Print what is seen, on a printer that the person chooses."""
        self._keep()
        kind, workspace = self.kind, self.workspace
        self.query(lambda: workspace.papers.render(kind), self._print)

    def _print(self, data: bytes) -> None:
        """Show the paper, ask for the printer, print."""
        self.preview.show_pdf(data)
        pages = self.preview.view.pages
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if pages is not None and dialog.exec() == QPrintDialog.DialogCode.Accepted:
            count = print_pages(pages, printer)
            self.context.announce(prose(tr("ส่งพิมพ์ {count} หน้าแล้ว").format(count=count)))
