"""People from a filled workbook: chosen, looked at, taken in whole or left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from ita_desktop.domain.problems import WorkbookRefused
from ita_desktop.support.language import tr
from ita_desktop.support.paths import documents_folder
from ita_desktop.ui.pages.roster_lists import import_kind
from ita_desktop.ui.prose import prose
from ita_desktop.wording.fields import field_name

if TYPE_CHECKING:
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.importing import ImportPreview
    from ita_desktop.ui.pages.roster import RosterPage
    from ita_desktop.ui.pages.roster_import import ImportPanel

INTERNAL_FIELDS = ("name", "prefix", "surname", "position", "division", "level", "start_date", "phone")
EXTERNAL_FIELDS = ("name", "prefix", "surname", "kind", "matter", "channel", "contact_date", "phone")


class Workbook:
    """The way of a workbook into the list that is shown."""

    def __init__(self, page: RosterPage) -> None:
        self._page = page
        self._import: ImportPanel | None = None
        self._path = Path()
        self._headers: dict[str, str] = {}

    def choose(self) -> None:
        """Let the user choose a workbook in the system's own dialog."""
        name, _ = QFileDialog.getOpenFileName(
            self._page,
            tr("เลือกไฟล์รายชื่อ"),
            str(documents_folder()),
            tr("ไฟล์ Excel หรือ CSV (*.xlsx *.xlsm *.csv)"),
        )
        if name:
            self.look_at(Path(name))

    def map_headers(self) -> None:
        """Ask under which header each field stands in the workbook; it is remembered with the import."""
        from ita_desktop.ui.pages.roster_ask import Asked

        names = INTERNAL_FIELDS if self._page.internal else EXTERNAL_FIELDS
        known = {field: header for header, field in self._headers.items()}
        fields = [Asked(name, field_name(name), known.get(name, "")) for name in names]
        words = tr("พิมพ์หัวคอลัมน์ในไฟล์ที่ตรงกับแต่ละช่อง ช่องที่โปรแกรมรู้อยู่แล้วเว้นว่างได้ โปรแกรมจำไว้ใช้ครั้งต่อไป")

        def answer(typed: dict[str, str]) -> None:
            self.look_at(self._path, {header: name for name, header in typed.items() if header})

        self._page.work.ask_beside(tr("จับคู่หัวคอลัมน์"), words, fields, answer)

    def look_at(self, path: Path, headers: dict[str, str] | None = None) -> None:
        """Show what a workbook would do to the list that is shown, or what is wrong with it."""
        self._page.leave()
        workspace, internal = self._page.workspace, self._page.internal
        self._path, self._headers = path, headers or {}
        mapped = dict(self._headers)
        self._page.query(
            lambda: workspace.importing.preview(import_kind(internal=internal), path, mapped),
            self._previewed,
            self._refused_workbook,
        )

    @property
    def panel(self) -> ImportPanel:
        """The panel, made when first needed: most days bring no workbook."""
        if self._import is None:
            from ita_desktop.ui.pages.roster_import import ImportPanel

            self._import = ImportPanel()
            self._import.accepted.connect(self.take)
            self._import.other_asked.connect(self.choose)
            self._import.headers_asked.connect(self.map_headers)
            self._import.left.connect(self._page.show_lists)
            self._page.middle.addWidget(self._import)
        return self._import

    def _open_panel(self) -> ImportPanel:
        """Put the panel in the place of the lists."""
        self._page.right.hide()
        self._page.middle.setCurrentWidget(self.panel)
        return self.panel

    def _previewed(self, preview: ImportPreview) -> None:
        """Show what the workbook would do."""
        self._page.banner.clear()
        self._open_panel().show_preview(self._path, preview)

    def _refused_workbook(self, problem: Problem) -> None:
        """Show everything that is wrong, cell by cell; a file that cannot be read is told above."""
        if isinstance(problem, WorkbookRefused):
            self._open_panel().show_refusal(self._path, problem)
        else:
            self._page.tell(problem)

    def take(self) -> None:
        """Take the workbook in, whole."""
        workspace, path, internal = self._page.workspace, self._path, self._page.internal
        mapped = dict(self._headers)

        def command() -> Changes:
            return workspace.importing.apply(import_kind(internal=internal), path, mapped)[0]

        self._page.run(command, lambda _: self._taken(), self._refused_workbook)

    def _taken(self) -> None:
        """Show the list again and say what came in."""
        self._page.context.announce(
            prose(tr("นำเข้า {name} แล้ว · Ctrl Z ย้อนทั้งไฟล์").format(name=self._path.name))
        )
        self._page.show_lists()
