"""A paper on its way out of the window: the print dialog, a PDF, a Word file, the folder that holds it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ita_desktop.domain.problems import DeviceFailed, FileMissing
from ita_desktop.services.outputs import write_output
from ita_desktop.support.language import tr
from ita_desktop.ui.pdf_view import PdfPages
from ita_desktop.ui.print_dialog import PrintDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.ui.page import Page

UNFIT = '<>:"/\\|?*\n\r\t'
LONGEST_NAME = 80


class WaysOut:
    """Takes what makes a paper's bytes (called in the worker) and brings it out."""

    def __init__(
        self, page: Page, folder: Callable[[], Path | None], written: Callable[[], object] = lambda: None
    ) -> None:
        """`folder` tells where the office file lies, offered first; `written` that a file is out."""
        self._page, self._folder, self._written = page, folder, written
        self.last: Path | None = None
        self.dialog: PrintDialog | None = None

    def print(self, title: str, make: Callable[[], bytes]) -> None:
        """Show the print dialog of a paper."""

        def show(pages: PdfPages) -> None:
            self.dialog = PrintDialog(
                self._page, self._page.context, title, pages, lambda: self.save_pdf(title, lambda: pages.data)
            )
            self.dialog.open()

        self._page.query(lambda: PdfPages(make()), show)

    def save_pdf(self, title: str, make: Callable[[], bytes]) -> None:
        """Ask where to, then write the PDF."""
        self._save(title, ".pdf", tr("เอกสาร PDF (*.pdf)"), make)

    def save_word(self, title: str, make: Callable[[], bytes]) -> None:
        """Ask where to, then write the Word file."""
        self._save(title, ".docx", tr("เอกสาร Word (*.docx)"), make)

    def save_template(self, title: str, make: Callable[[], bytes]) -> None:
        """Ask where to, then write a template's file."""
        self._save(title, ".ita-template", tr("แม่แบบเอกสาร (*.ita-template)"), make)

    def save_scan(self, title: str, make: Callable[[], bytes]) -> None:
        """Ask where to, then write a scan as it came."""
        self._save(title, "", tr("ไฟล์สแกน (*.pdf *.jpg *.png)"), make)

    def _save(self, title: str, suffix: str, kinds: str, make: Callable[[], bytes]) -> None:
        """Ask for a place and write there."""
        path = self.ask_path(file_name(title) + suffix, kinds)
        if path is None:
            return
        if suffix and path.suffix.lower() != suffix:
            path = path.with_name(f"{path.name}{suffix}")
        self._page.query(lambda: write_output(path, make()), self._say)

    def ask_path(self, name: str, kinds: str) -> Path | None:
        """Ask where a file goes; None if nobody wants it any more."""
        folder = self._folder() or Path.home()
        chosen, _ = QFileDialog.getSaveFileName(self._page, tr("บันทึกไฟล์"), str(folder / name), kinds)
        return Path(chosen) if chosen else None

    def ask_source(self, kinds: str) -> Path | None:
        """Ask for a file to read; None if nobody wants it any more."""
        chosen, _ = QFileDialog.getOpenFileName(self._page, tr("เลือกไฟล์"), str(self._folder() or ""), kinds)
        return Path(chosen) if chosen else None

    def _say(self, path: Path) -> None:
        """Say where it is; its folder can be opened now."""
        self.last = path
        self._page.banner.clear()
        self._page.context.announce(tr("บันทึก {name} แล้ว").format(name=path.name))
        self._written()

    def open_folder(self) -> None:
        """Open the folder of the file written last in the system's own window."""
        if self.last is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.last.parent)))


def bytes_of(path: Path) -> bytes:
    """Read a file that a person chose; FileMissing, DeviceFailed."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise DeviceFailed(path) from error


def file_name(title: str) -> str:
    """A title as a file's name: no sign that a system refuses, no longer than all can keep."""
    plain = "".join("-" if letter in UNFIT else letter for letter in title)
    return plain.strip(" .")[:LONGEST_NAME].strip() or "paper"
