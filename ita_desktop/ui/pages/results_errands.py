"""What is done with a result now and then: figures in by workbook, an old report's sentences checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from ita_desktop.domain.problems import WorkbookRefused
from ita_desktop.support.language import tr
from ita_desktop.support.paths import documents_folder
from ita_desktop.ui.prose import prose

if TYPE_CHECKING:
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.importing import ImportPreview
    from ita_desktop.ui.pages.results import ResultsPage
    from ita_desktop.ui.pages.results_claims import ClaimsDialog
    from ita_desktop.ui.pages.roster_import import ImportPanel

WORKBOOKS = "(*.xlsx *.xlsm *.csv)"


class Errands:
    """The errands of the result page and their menu."""

    def __init__(self, page: ResultsPage) -> None:
        self._page = page
        self._panel: ImportPanel | None = None
        self._path = Path()
        self.claims: ClaimsDialog | None = None

    def menu(self) -> QMenu:
        """Make the menu; every line has a letter of its own."""
        menu = QMenu(self._page)
        menu.addAction(tr("นำเข้าคะแนนที่ประกาศจาก Excel… (&1)"), self.choose)
        menu.addAction(tr("สร้างไฟล์ Excel ให้กรอกคะแนนที่ประกาศ… (&2)"), self.ask_template)
        menu.addSeparator()
        menu.addAction(tr("ตรวจตัวเลขในรายงานเก่า… (&3)"), self.check_report)
        menu.addAction(tr("คัดลอกวิธีคิดของคะแนนนี้ Ctrl+Shift+C (&4)"), self.copy_number)
        return menu

    def open_menu(self) -> None:
        """Show what can be done, below its button."""
        menu, button = self.menu(), self._page.more
        menu.exec(button.mapToGlobal(button.rect().bottomLeft()))
        menu.deleteLater()

    def copy_number(self) -> None:
        """Put the number under the cursor on the clipboard: its score, its formula, how people answered."""
        QGuiApplication.clipboard().setText(self._page.detail.as_text())
        self._page.context.announce(tr("คัดลอกแล้ว"))

    # Published figures in

    def choose(self) -> None:
        """Let the user choose a workbook in the system's own dialog."""
        title, kinds = tr("เลือกไฟล์คะแนนที่ประกาศ"), tr("ไฟล์ Excel หรือ CSV {kinds}").format(kinds=WORKBOOKS)
        name, _ = QFileDialog.getOpenFileName(self._page, title, str(documents_folder()), kinds)
        if name:
            self.look_at(Path(name))

    def look_at(self, path: Path) -> None:
        """Show what a workbook would do, or what is wrong with it."""
        from ita_desktop.services.importing import ImportKind

        workspace, self._path = self._page.workspace, path
        self._page.query(
            lambda: workspace.importing.preview(ImportKind.PUBLISHED, path), self._previewed, self._refused
        )

    @property
    def panel(self) -> ImportPanel:
        """The panel, made when first needed."""
        if self._panel is None:
            from ita_desktop.ui.pages.roster_import import ImportPanel

            self._panel = ImportPanel(tr("ปีและคะแนนของ"), mapped=False)
            self._panel.accepted.connect(self.take)
            self._panel.other_asked.connect(self.choose)
            self._panel.left.connect(self.leave)
            self._page.stack.addWidget(self._panel)
        return self._panel

    def _open_panel(self) -> ImportPanel:
        """Put the panel in the place of the view."""
        self._page.banner.clear()
        self._page.head.hide()
        self._page.notice.hide()
        self._page.stack.setCurrentWidget(self.panel)
        return self.panel

    def _previewed(self, preview: ImportPreview) -> None:
        """Show what the workbook would do."""
        self._open_panel().show_preview(self._path, preview)

    def _refused(self, problem: Problem) -> None:
        """Show everything that is wrong, cell by cell; a file that cannot be read is told above."""
        if isinstance(problem, WorkbookRefused):
            self._open_panel().show_refusal(self._path, problem)
        else:
            self._page.tell(problem)

    def take(self) -> None:
        """Take the workbook in, whole."""
        from ita_desktop.services.importing import ImportKind

        workspace, path = self._page.workspace, self._path

        def command() -> Changes:
            """Import."""
            return workspace.importing.apply(ImportKind.PUBLISHED, path)[0]

        self._page.run(command, lambda _: self._taken(), self._refused)

    def _taken(self) -> None:
        """Show the result again and say what came in."""
        words = tr("นำเข้า {name} แล้ว · Ctrl Z ย้อนทั้งไฟล์").format(name=self._path.name)
        self._page.context.announce(prose(words))
        self.leave()

    def leave(self) -> None:
        """Show the view again that was open."""
        self._page.open_view(self._page.views.current)

    def ask_template(self) -> None:
        """Ask where the workbook to fill is to be written."""
        start = documents_folder() / f"{tr('คะแนนที่ประกาศ')}-{self._page.workspace.year}.xlsx"
        name, _ = QFileDialog.getSaveFileName(self._page, tr("สร้างไฟล์ Excel"), str(start), "(*.xlsx)")
        if name:
            self.write_template(Path(name))

    def write_template(self, path: Path) -> None:
        """Write the workbook to fill, with this year's scores and columns for years before."""
        from ita_desktop.services.importing import ImportKind

        place = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
        workspace = self._page.workspace
        self._page.query(
            lambda: workspace.importing.write_template(ImportKind.PUBLISHED, place),
            lambda written: self._page.context.announce(tr("เขียน {path} แล้ว").format(path=written)),
        )

    # Old reports

    def check_report(self) -> None:
        """Open the sheet in which an old report's sentences are checked."""
        from ita_desktop.ui.pages.results_claims import ClaimsDialog

        self.claims = ClaimsDialog(self._page)
        self.claims.open()
