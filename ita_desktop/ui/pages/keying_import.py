"""Answers keyed elsewhere, in the window: a workbook of any layout, mapped once, taken in or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.answer_layout import LayoutWish
from ita_desktop.domain.history import Action
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.pages.import_flow import ImportFlow
from ita_desktop.ui.widgets.keys import on_keys

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.answer_layout import SheetLayout
    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.progress import Watch
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.importing import ImportPreview
    from ita_desktop.ui.pages.entry import EntryPage
    from ita_desktop.ui.pages.keying_desk import Desk
    from ita_desktop.ui.pages.keying_layout import LayoutDialog
    from ita_desktop.ui.pages.roster_import import ImportPanel


PERCENT, NO_ROOM = 100, 120
"""With larger text a sixth button would push the page off a small screen; its key works all the same."""


class AnswerImport(ImportFlow):
    """Ctrl+I. `wish` is what was said of the layout of the workbook that is looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.page)
        self._desk = desk
        self.wish = LayoutWish()
        self.dialog: LayoutDialog | None = None
        if theme.scaled(PERCENT) < NO_ROOM:
            desk.page.add_action(tr("นำเข้า Excel"), self.choose, "Ctrl+I", needs=Action.IMPORTED)
        else:
            on_keys("Ctrl+I", desk.page, self.choose)

    @property
    def _entry(self) -> EntryPage:
        """The page, as what it is."""
        return self._desk.page

    @property
    def shown(self) -> bool:
        """Whether the workbook lies on the desk."""
        return self._panel is not None and self._desk.stack.currentWidget() is self._panel

    def open(self, path: Path) -> None:
        """Look at another workbook; nothing is said of it yet."""
        self.wish = LayoutWish()
        self._entry.keeper.flush()
        super().open(path)

    def preview(self, watch: Watch) -> ImportPreview:
        """Look at answers."""
        from ita_desktop.services.importing import ImportKind

        importing = self._page.workspace.importing
        return importing.preview(ImportKind.ANSWERS, self._path, wish=self.wish, watch=watch)

    def apply(self, watch: Watch) -> Changes:
        """Take answers in."""
        from ita_desktop.services.importing import ImportKind

        importing = self._page.workspace.importing
        return importing.apply(ImportKind.ANSWERS, self._path, wish=self.wish, watch=watch)[0]

    def made_panel(self) -> ImportPanel:
        """Make the panel."""
        from ita_desktop.ui.pages.roster_import import ImportPanel

        panel = ImportPanel(tr("ส่วนหรือข้อ"))
        self._desk.stack.addWidget(panel)
        return panel

    def show_panel(self) -> None:
        """Put the panel on the desk, over the whole width."""
        for side in (self._entry.right, self._entry.clerk):
            side.hide()
        self._desk.stack.setCurrentWidget(self.panel)

    def hide_panel(self) -> None:
        """Show the form that was keyed."""
        for side in (self._entry.right, self._entry.clerk):
            side.show()
        self._desk.show_keying()

    # The layout

    def map_headers(self) -> None:
        """Show which column is read as which question, to be changed."""
        workspace, path, wish = self._page.workspace, self._path, self.wish

        def read() -> tuple[Instrument, tuple[SheetLayout, ...]]:
            return workspace.session.instrument, workspace.importing.layouts(path, wish)

        self._page.query(read, lambda found: self._show_layouts(*found), self._refused)

    def _show_layouts(self, instrument: Instrument, layouts: tuple[SheetLayout, ...]) -> None:
        """Open the sheet."""
        from ita_desktop.ui.pages.keying_layout import LayoutDialog

        self.dialog = LayoutDialog(self._page, instrument, layouts)
        self.dialog.wished.connect(self._mapped)
        self.dialog.finished.connect(lambda _: self.panel.rows.setFocus())
        self.dialog.open()

    def _mapped(self, wish: LayoutWish) -> None:
        """Look at the same workbook by what was said."""
        self.wish = wish
        super().open(self._path)
