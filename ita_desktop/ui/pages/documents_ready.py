"""What the shelves do that is no paper: ready prints of other tabs, templates out and in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.support.language import tr
from ita_desktop.ui.pages.documents_out import bytes_of

if TYPE_CHECKING:
    from ita_desktop.domain.papers import PaperKind
    from ita_desktop.domain.paperwork.papers import TemplateText
    from ita_desktop.ui.page import Page
    from ita_desktop.ui.pages.documents_out import WaysOut

TEMPLATE_FILES = "(*.ita-template *.json)"


class ReadyDeeds:
    """Does what the shelves of prints and templates ask."""

    def __init__(self, page: Page, out: WaysOut) -> None:
        """Work for a page."""
        self._page, self._out = page, out

    def print(self, kind: PaperKind) -> None:
        """Open the print dialog of something that another tab makes."""
        workspace = self._page.workspace
        self._out.print(kind.title, lambda: workspace.printing.render(kind.code))

    def save(self, kind: PaperKind) -> None:
        """Write it as PDF."""
        workspace = self._page.workspace
        self._out.save_pdf(f"{kind.title}-{workspace.year}", lambda: workspace.printing.render(kind.code))

    def write_template(self, template: TemplateText) -> None:
        """Write a template as a file."""
        workspace = self._page.workspace
        self._out.save_template(template.name, lambda: workspace.paperwork.templates.write(template.key))

    def read_template(self) -> None:
        """Take a template's file in."""
        path = self._out.ask_source(tr("แม่แบบเอกสาร {kinds}").format(kinds=TEMPLATE_FILES))
        if path is None:
            return
        workspace, done = self._page.workspace, tr("นำแม่แบบเข้าแล้ว")
        self._page.run(
            lambda: workspace.paperwork.templates.read(bytes_of(path)),
            lambda _: self._page.context.announce(done),
        )

    def remove_template(self, template: TemplateText) -> None:
        """Remove a template; papers made from it stay."""
        workspace = self._page.workspace
        self._page.run(lambda: workspace.paperwork.templates.remove(template.key))
