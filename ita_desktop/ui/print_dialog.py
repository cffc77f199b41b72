"""The print dialog: the pages as they come out, the printer, which pages, how often, on both sides.

A paper is printed from the edge of the sheet at 100 %, for the margins of official papers are measured: no
"fit to page" is offered, and it is said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.pages.documents_preview import Preview
from ita_desktop.ui.print_job import Sheets, print_pages
from ita_desktop.ui.print_range import chosen_pages
from ita_desktop.ui.prose import prose
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Choice, Form
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.ui.context import Context
    from ita_desktop.ui.pdf_view import PdfPages

MOST_COPIES = 500


class PrintDialog(SheetDialog):
    """Shows a paper and prints it. `save` writes it as PDF instead, where no printer is at hand."""

    def __init__(
        self, parent: QWidget, context: Context, title: str, pages: PdfPages, save: Callable[[], object]
    ) -> None:
        super().__init__(parent, tr("พิมพ์ {title}").format(title=title), QSize(1080, 700))
        self._context, self._pages, self._save = context, pages, save
        self.preview = Preview(lambda work, done: context.tasks.query(work, done, self.tell, owner=self))
        self.printer = Choice([(name, name) for name in QPrinterInfo.availablePrinterNames()])
        self.range, self.copies = QLineEdit(), QSpinBox()
        self.sides = Choice(
            (
                (QPrinter.DuplexMode.DuplexNone, tr("หน้าเดียว")),
                (QPrinter.DuplexMode.DuplexLongSide, tr("สองหน้า พลิกตามขอบยาว")),
                (QPrinter.DuplexMode.DuplexShortSide, tr("สองหน้า พลิกตามขอบสั้น")),
            )
        )
        self.form = Form()
        self._lay_out()
        self._choose_default()
        self.preview.view.show_paper(pages)

    def _lay_out(self) -> None:
        """Put the pages at the left, the choices at the right."""
        self.copies.setRange(1, MOST_COPIES)
        self.copies.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        every = tr("ทั้งหมด {count} หน้า · หรือเช่น 1-3, 5").format(count=self._pages.count)
        self.range.setPlaceholderText(prose(every))
        self.form.add("printer", tr("เครื่องพิมพ์"), self.printer)
        self.form.add("range", tr("หน้าที่พิมพ์"), self.range)
        self.form.add_pair(("copies", tr("จำนวนชุด"), self.copies), ("sides", tr("พิมพ์สองหน้า"), self.sides))
        side = QVBoxLayout()
        holder = QWidget()
        holder.setFixedWidth(theme.scaled(380))
        holder.setLayout(side)
        self.note = Text(tr("พิมพ์ขนาดจริง 100% ขอบกระดาษตรงตามระเบียบงานสารบรรณ"), "muted", wrap=True)
        for each in (self.form, self.note):
            side.addWidget(each)
        side.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.preview, 1)
        row.addWidget(holder)
        self.body.addLayout(row, 1)
        self.foot.addWidget(ActionButton(tr("บันทึกเป็น PDF…"), self._save_instead, "Ctrl+Shift+S"))
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.reject, look="plain"))
        self.print_button = ActionButton(tr("พิมพ์"), self.print_now, "Ctrl+Return", "primary")
        self.foot.addWidget(self.print_button)

    def _choose_default(self) -> None:
        """Offer the system's own printer; without any, say what can be done."""
        self.printer.set_value(QPrinterInfo.defaultPrinterName())
        if not self.printer.count():
            self.note.setText(tr("ไม่พบเครื่องพิมพ์ในเครื่องนี้ บันทึกเป็น PDF แล้วนำไปพิมพ์ที่อื่นได้"))
            self.print_button.setEnabled(False)
        self.range.setFocus()

    def _save_instead(self) -> None:
        """Write the PDF and go."""
        self.accept()
        self._save()

    def sheets(self) -> Sheets | FieldProblem:
        """What was chosen, or what is wrong with it."""
        pages = chosen_pages(self.range.text(), self._pages.count)
        if pages is None:
            expected = prose(f"1-{self._pages.count}")
            return FieldProblem("range", FieldFault.OUT_OF_RANGE, self.range.text().strip(), expected)
        return Sheets(pages, self.copies.value())

    def print_now(self) -> None:
        """Send it to the printer; a fault is told and nothing is sent."""
        self.form.clear_problems()
        sheets = self.sheets()
        if isinstance(sheets, FieldProblem):
            self.form.show_problem(sheets)
            return
        found = QPrinterInfo.printerInfo(str(self.printer.value))
        printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
        self.send(printer, sheets)

    def send(self, printer: QPrinter, sheets: Sheets) -> None:
        """Print in the worker: drawing three hundred pages takes minutes, in which the window lives on."""
        printer.setDuplex(self.sides.value)  # type: ignore[arg-type]  # the list holds nothing else
        repeats = printer.supportsMultipleCopies()
        if repeats:
            printer.setCopyCount(sheets.copies)
        sequence, pages = sheets.sequence(printer_repeats=repeats), self._pages
        self.accept()
        self._context.tasks.query(
            lambda: print_pages(pages, printer, sequence),
            lambda count: self._context.announce(prose(tr("ส่งพิมพ์ {count} หน้าแล้ว").format(count=count))),
        )
