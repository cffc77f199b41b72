"""The window's part in a table's errand: asks where to, writes in the worker, says where it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFileDialog

from ita_desktop.support import clock
from ita_desktop.support.language import tr
from ita_desktop.support.paths import documents_folder
from ita_desktop.ui.widgets.table_errand import Output, TableErrand

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ita_desktop.ui.tasks import TaskRunner


class Clerk(Protocol):
    """Whoever can work aside and speak: a page's world, another window's."""

    @property
    def tasks(self) -> TaskRunner:
        """The worker."""

    @property
    def announce(self) -> Callable[[str], None]:
        """Say what happened."""


class TableClerk(QObject):
    """Does the errands of all tables of a window, which it lives as long as."""

    def __init__(self, context: Clerk, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take errands; let everything else go on."""
        if not isinstance(event, TableErrand):
            return False
        event.accept()
        ask_and_write(event, self._context, self._window)
        return True


def ask_and_write(errand: TableErrand, context: Clerk, parent: QWidget) -> None:
    """Write what a table shows where the user says; giving no name gives it up."""
    kinds = {Output.PDF: "PDF (*.pdf)", Output.WORKBOOK: "Excel (*.xlsx)"}
    proposed = documents_folder() / f"{tr('ตาราง')}{errand.output.value}"
    name, _ = QFileDialog.getSaveFileName(parent, tr("บันทึกตาราง"), str(proposed), kinds[errand.output])
    if name:
        write(errand, context, Path(name))


def write(errand: TableErrand, context: Clerk, path: Path) -> None:
    """Write in the worker; problems are told on the page that is seen."""
    place = (
        path
        if path.suffix.lower() == errand.output.value
        else path.with_name(path.name + errand.output.value)
    )
    listing = errand.listing

    def work() -> Path:
        from ita_desktop.services import listings

        if errand.output is Output.PDF:
            return listings.write_listing_pdf(listing, place, clock.now())
        return listings.write_listing_workbook(listing, place)

    def tell(written: Path) -> None:
        context.announce(tr("บันทึกตารางแล้ว: {name}").format(name=written.name))

    context.tasks.query(work, tell)
