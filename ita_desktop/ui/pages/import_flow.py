"""The way of a workbook into a page: chosen, looked at, taken in whole, left; stopped wherever it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from ita_desktop.domain.problems import WorkbookRefused
from ita_desktop.domain.roster_problems import Stopped
from ita_desktop.support.language import tr
from ita_desktop.support.paths import documents_folder
from ita_desktop.ui.prose import prose
from ita_desktop.wording.problems import problem_sentence

if TYPE_CHECKING:
    from ita_desktop.domain.problems import Problem
    from ita_desktop.domain.progress import Stage, Watch
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.importing import ImportPreview
    from ita_desktop.ui.page import Page
    from ita_desktop.ui.pages.roster_import import ImportPanel
    from ita_desktop.ui.tasks import Watching

FILE_KINDS = "(*.xlsx *.xlsm *.csv)"


class ImportFlow:
    """Subclasses say what comes in and where it is shown."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._panel: ImportPanel | None = None
        self._path = Path()
        self._watching: Watching | None = None

    # What subclasses write

    def preview(self, watch: Watch) -> ImportPreview:
        """Look at the workbook (in the worker)."""
        raise NotImplementedError

    def apply(self, watch: Watch) -> Changes:
        """Take it in (in the worker)."""
        raise NotImplementedError

    def made_panel(self) -> ImportPanel:
        """Make the panel and give it a place on the page."""
        raise NotImplementedError

    def show_panel(self) -> None:
        """Put the panel in the place of what the page shows."""
        raise NotImplementedError

    def hide_panel(self) -> None:
        """Show again what the page showed."""
        raise NotImplementedError

    def map_headers(self) -> None:
        """Ask which column is what."""
        raise NotImplementedError

    # The way

    @property
    def panel(self) -> ImportPanel:
        """The panel, made when first needed: most days bring no workbook."""
        if self._panel is None:
            self._panel = self.made_panel()
            self._panel.accepted.connect(self.take)
            self._panel.other_asked.connect(self.choose)
            self._panel.headers_asked.connect(self.map_headers)
            self._panel.left.connect(self.leave)
        return self._panel

    def choose(self) -> None:
        """Let the user choose a workbook in the system's own dialog."""
        kinds = tr("ไฟล์ Excel หรือ CSV {kinds}").format(kinds=FILE_KINDS)
        name, _ = QFileDialog.getOpenFileName(
            self._page, tr("เลือกไฟล์ที่จะนำเข้า"), str(documents_folder()), kinds
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Look at a workbook."""
        self._path = path
        self._page.banner.clear()
        watching = self._begun()
        self._page.query(lambda: self.preview(watching), self._previewed, self._refused)

    def _begun(self) -> Watching:
        """Begin to watch a job."""
        self._watching = self._page.context.tasks.watching(self._progressed, self._page)
        return self._watching

    def _progressed(self, stage: Stage, rows: int) -> None:
        """Show how far the job is; of one that has ended nothing is shown."""
        if self._watching is not None:
            self._shown().show_working(self._path, stage, rows)

    def _shown(self) -> ImportPanel:
        """Return the panel, seen."""
        panel = self.panel
        self.show_panel()
        return panel

    def _previewed(self, preview: ImportPreview) -> None:
        """Show what the workbook would do."""
        self._watching = None
        self._page.banner.clear()
        self._shown().show_preview(self._path, preview)

    def _refused(self, problem: Problem) -> None:
        """Show everything that is wrong, cell by cell; what concerns no cell is told on top of the page."""
        self._watching = None
        if isinstance(problem, WorkbookRefused):
            self._shown().show_refusal(self._path, problem)
            return
        if isinstance(problem, Stopped):
            self.hide_panel()
            self._page.banner.say(prose(problem_sentence(problem)))
        else:
            self._page.tell(problem)

    def take(self) -> None:
        """Take the workbook in, whole."""
        watching = self._begun()
        self._page.run(lambda: self.apply(watching), lambda _: self._taken(), self._refused)

    def _taken(self) -> None:
        """Show again what was there, and say what came in."""
        self._watching = None
        words = tr("นำเข้า {name} แล้ว · Ctrl Z ย้อนทั้งไฟล์").format(name=self._path.name)
        self._page.context.announce(prose(words))
        self.hide_panel()

    def leave(self) -> None:
        """Stop what is under way; if nothing is, leave the workbook."""
        if self._watching is not None:
            self._watching.stop()
        else:
            self.hide_panel()
