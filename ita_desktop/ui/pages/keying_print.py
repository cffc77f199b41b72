"""Paper that goes out, from the page where it comes back: forms with numbers, cover sheet, slips, poster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit

from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.services.outputs import write_output
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.pages.entry_asking import read_serial
from ita_desktop.ui.pages.entry_side import side_width
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.form import Choice, Form
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ita_desktop.domain.papers import PaperKind
    from ita_desktop.domain.problems import Problem
    from ita_desktop.ui.pages.entry import EntryPage

NUMBERED = "questionnaire-"
COVER = "cover-sheet"
PERCENT, NO_ROOM = 100, 140
"""With the largest text a fifth button would push the page off a small screen; its key works all the same."""

MOST = 2_000
"""More forms than this in one file are a slip of the finger."""


class PrintPanel(SidePanel):
    """Asks which paper, and from which number to which. `wanted` tells code and numbers; `left` nothing."""

    wanted = Signal(str, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(tr("พิมพ์กระดาษที่แจกออกไป"))
        self.setFixedWidth(side_width())
        self.kind, self.first, self.last = Choice(), QLineEdit(), QLineEdit()
        self.form = Form()
        self.form.add("kind", tr("กระดาษ"), self.kind)
        self.form.add_pair(("first", tr("จากเลขที่"), self.first), ("last", tr("ถึงเลขที่"), self.last))
        self.body.addWidget(self.form)
        self.hint = Text("", "small", wrap=True)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)
        self.foot.addWidget(ActionButton(tr("บันทึกเป็น PDF"), self._done, "Ctrl+S", "primary"))
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.left.emit, "Esc"))
        self.foot.addStretch(1)
        self.kind.currentIndexChanged.connect(lambda _: self._show_kind())

    def ask(self, kinds: tuple[PaperKind, ...], part: str, first: int, last: int) -> None:
        """Offer the papers, the part's own form first, with the numbers that come next."""
        self.form.clear_problems()
        self.kind.clear()
        for each in kinds:
            self.kind.addItem(each.title, each.code)
        self.kind.set_value(f"{NUMBERED}{part.lower()}")
        self.first.setText(str(first))
        self.last.setText(str(last))
        self._show_kind()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def code(self) -> str:
        """The paper that is chosen."""
        return str(self.kind.value or "")

    def _show_kind(self) -> None:
        """Only questionnaires have numbers."""
        numbered = self.code.startswith(NUMBERED)
        for field in (self.first, self.last):
            field.setEnabled(numbered)
        words = tr("เว้นว่างทั้งสองช่อง ได้แบบหนึ่งฉบับที่เขียนเลขเอง") if numbered else ""
        self.hint.setText(tr("ใบปะหน้าของชุดที่เลือกอยู่") if self.code == COVER else words)

    def _done(self) -> None:
        """Hand over what is wanted, unless the numbers cannot be."""
        self.form.clear_problems()
        serials = self._serials() if self.code.startswith(NUMBERED) else ()
        if isinstance(serials, FieldProblem):
            self.form.show_problem(serials)
        else:
            self.wanted.emit(self.code, tuple(serials))

    def _serials(self) -> range | tuple[int, ...] | FieldProblem:
        """Read the numbers; both fields empty mean one form without a number."""
        texts = {"first": self.first.text().strip(), "last": self.last.text().strip()}
        if not any(texts.values()):
            return ()
        read = {name: read_serial(text) for name, text in texts.items()}
        for name, serial in read.items():
            if serial is None:
                return FieldProblem(name, FieldFault.NOT_A_NUMBER, texts[name])
        first, last = read["first"] or 0, read["last"] or 0
        if not first <= last < first + MOST:
            return FieldProblem("last", FieldFault.OUT_OF_RANGE, texts["last"], f"{first}-{first + MOST - 1}")
        return range(first, last + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Esc leaves; no other key may reach the form that is being keyed."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._done()
        event.accept()


class Printing:
    """Ctrl+P: asks at the side, sets the paper in the worker, keeps it where the person says."""

    def __init__(self, page: EntryPage) -> None:
        self._page = page
        self.panel = PrintPanel()
        page.right.addWidget(self.panel)
        if theme.scaled(PERCENT) < NO_ROOM:
            page.add_action(tr("พิมพ์"), self.ask, "Ctrl+P")
        else:
            on_keys("Ctrl+P", page, self.ask)
        self.panel.wanted.connect(self._save)
        self.panel.left.connect(self._leave)

    def ask(self) -> None:
        """Ask for the paper."""
        sheet = self._page.sheet
        if sheet is None:
            return
        batch = self._page.desk.listed or sheet.hand.batch
        count = batch.declared - batch.keyed if batch is not None and batch.declared else 0
        first, part = sheet.serial, sheet.part
        last = first + max(count, 1) - 1
        workspace = self._page.workspace

        def kinds() -> tuple[PaperKind, ...]:
            return workspace.forms.kinds()  # the worker makes the service: that takes a while

        self._page.query(kinds, lambda offered: self._asked(offered, part, first, last))

    def _asked(self, kinds: tuple[PaperKind, ...], part: str, first: int, last: int) -> None:
        """Show what can be printed."""
        self._page.right.setCurrentWidget(self.panel)
        self.panel.ask(kinds, part, first, last)

    def _save(self, code: str, serials: tuple[int, ...]) -> None:
        """Ask for the file, then set the paper and write it."""
        path = self._ask_path(f"{code}-{self._page.workspace.year}.pdf")
        if path is None:
            return
        sheet, workspace = self._page.sheet, self._page.workspace
        batch = self._page.desk.listed or (sheet.hand.batch if sheet is not None else None)

        def write() -> Path:
            if code.startswith(NUMBERED):
                data = workspace.forms.numbered(code, serials)
            elif code == COVER and batch is not None and batch.key:
                data = workspace.forms.cover_sheet(batch.key)
            else:
                data = workspace.forms.render(code)
            return write_output(path, data)

        self._page.context.announce(tr("กำลังจัดหน้า…"))
        self._page.query(write, self._saved, self._failed)

    def _ask_path(self, name: str) -> Path | None:
        """Ask for the file; None if the person thinks again."""
        proposed = str(self._page.workspace.path.parent / name)
        title, kinds = tr("บันทึกเป็น PDF"), tr("เอกสาร PDF (*.pdf)")
        chosen, _ = QFileDialog.getSaveFileName(self._page, title, proposed, kinds)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

    def _saved(self, path: Path) -> None:
        """Say where it is and go back to work."""
        self._page.context.announce(tr("บันทึก {name} แล้ว").format(name=path.name))
        self._leave()

    def _failed(self, problem: Problem) -> None:
        """Tell it at its field, else on top of the page."""
        shown = isinstance(problem, FieldProblem) and self.panel.form.show_problem(problem)
        if not shown:
            self._page.context.announce(prose(tr("ยังไม่ได้บันทึก PDF")))
            self._page.tell(problem)

    def _leave(self) -> None:
        """Show what stood at the side before."""
        desk = self._page.desk
        self._page.right.setCurrentWidget(self._page.side if desk.keying else desk.details)
        desk.take_focus()
