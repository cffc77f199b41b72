"""People from a filled workbook: chosen, looked at, taken in whole or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.support.language import tr
from ita_desktop.ui.pages.import_flow import ImportFlow
from ita_desktop.ui.pages.roster_lists import import_kind
from ita_desktop.wording.fields import field_name

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.progress import Watch
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.importing import ImportPreview
    from ita_desktop.ui.pages.roster import RosterPage
    from ita_desktop.ui.pages.roster_import import ImportPanel

INTERNAL_FIELDS = ("name", "prefix", "surname", "position", "division", "level", "start_date", "phone")
EXTERNAL_FIELDS = ("name", "prefix", "surname", "kind", "matter", "channel", "contact_date", "phone")


class Workbook(ImportFlow):
    """The way of a workbook into the list that is shown."""

    def __init__(self, page: RosterPage) -> None:
        super().__init__(page)
        self._roster = page
        self._headers: dict[str, str] = {}
        self._internal = True

    def map_headers(self) -> None:
        """Ask under which header each field stands in the workbook; it is remembered with the import."""
        from ita_desktop.ui.widgets.ask_panel import Asked

        names = INTERNAL_FIELDS if self._internal else EXTERNAL_FIELDS
        known = {field: header for header, field in self._headers.items()}
        fields = [Asked(name, field_name(name), known.get(name, "")) for name in names]
        words = tr("พิมพ์หัวคอลัมน์ในไฟล์ที่ตรงกับแต่ละช่อง ช่องที่โปรแกรมรู้อยู่แล้วเว้นว่างได้ โปรแกรมจำไว้ใช้ครั้งต่อไป")

        def answer(typed: dict[str, str]) -> None:
            self.look_at(self._path, {header: name for name, header in typed.items() if header})

        self._roster.work.ask_beside(tr("จับคู่หัวคอลัมน์"), words, fields, answer)

    def open(self, path: Path) -> None:
        """Look at another workbook; nothing is said of its headers yet."""
        self.look_at(path)

    def look_at(self, path: Path, headers: dict[str, str] | None = None) -> None:
        """Show what a workbook would do to the list that is shown, or what is wrong with it."""
        self._roster.leave()
        self._headers, self._internal = headers or {}, self._roster.internal
        super().open(path)

    def preview(self, watch: Watch) -> ImportPreview:
        """Look at people."""
        importing = self._page.workspace.importing
        return importing.preview(import_kind(internal=self._internal), self._path, self._headers, watch=watch)

    def apply(self, watch: Watch) -> Changes:
        """Take people in."""
        importing = self._page.workspace.importing
        kind = import_kind(internal=self._internal)
        return importing.apply(kind, self._path, self._headers, watch=watch)[0]

    def made_panel(self) -> ImportPanel:
        """Make the panel."""
        from ita_desktop.ui.pages.roster_import import ImportPanel

        panel = ImportPanel()
        self._roster.middle.addWidget(panel)
        return panel

    def show_panel(self) -> None:
        """Put the panel in the place of the lists."""
        self._roster.right.hide()
        self._roster.middle.setCurrentWidget(self.panel)

    def hide_panel(self) -> None:
        """Show the lists."""
        self._roster.show_lists()
