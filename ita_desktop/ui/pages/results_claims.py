"""An old report's sentences, pasted or read from a file, and what each figure in them really is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from ita_desktop.domain.claims import Finding
from ita_desktop.services.claims import check_text, read_text
from ita_desktop.support.language import ntr, tr
from ita_desktop.support.paths import documents_folder
from ita_desktop.ui import theme
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.claims import finding_word, verdict_words

if TYPE_CHECKING:
    from ita_desktop.domain.claims import Verdict
    from ita_desktop.ui.pages.results import ResultsPage

SIZE = QSize(1080, 640)
TEXT_HEIGHT = 170
TONES = {Finding.TRUE: Tone.GOOD, Finding.SOMETHING_ELSE: Tone.BAD, Finding.UNKNOWN: Tone.CALM}


class ClaimsDialog(SheetDialog):
    """Text above, verdicts below. Nothing of it is kept, nothing in the file changes."""

    def __init__(self, page: ResultsPage) -> None:
        super().__init__(page.window(), tr("ตรวจตัวเลขในรายงานเก่า"), SIZE)
        self._page = page
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("ข้อความของรายงาน"))
        self.text.setPlaceholderText(tr("วางข้อความของรายงานที่นี่ แล้วกด F9"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.scaled(TEXT_HEIGHT))
        words = tr(
            "ตรวจเฉพาะตัวเลขที่มีทศนิยม คำข้างตัวเลขบอกว่าผู้เขียนหมายถึงอะไร ข้อความแปลกอาจอ่านผิด จึงบอกเสมอว่าตัวเลขนั้นคืออะไร"
        )
        self.summary = Text(words, "small", wrap=True)
        self.table: Table[Verdict] = Table(RowModel(_columns()), tr("ยังไม่ได้ตรวจ"))
        self.table.setAccessibleName(tr("ผลตรวจตัวเลข"))
        for widget in (self.text, self.summary):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.verdict = Text("", wrap=True)
        self.body.addWidget(self.verdict)
        self.table.row_chosen.connect(self._open)
        self.foot.addWidget(ActionButton(tr("ตรวจ"), self.check, "F9", "primary"))
        self.foot.addWidget(ActionButton(tr("เปิดไฟล์ข้อความ…"), self.ask_file, "F8"))
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ปิด"), self.close, "Esc"))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> None:
        """Check every figure of the text."""
        self.banner.clear()
        text, workspace = self.text.toPlainText(), self._page.workspace

        def work() -> tuple[Verdict, ...]:
            """Hold the text against the year."""
            return check_text(workspace.results.result(), text, workspace.settings.small_cell())

        self._page.context.tasks.query(work, self._show, self.tell, owner=self)

    def _show(self, verdicts: tuple[Verdict, ...]) -> None:
        """Show the verdicts, those that are not right first."""
        order = [Finding.SOMETHING_ELSE, Finding.UNKNOWN, Finding.TRUE]
        self.table.show_rows(sorted(verdicts, key=lambda each: order.index(each.finding)))
        if not verdicts:
            self.summary.setText(tr("ไม่พบตัวเลขทศนิยมในข้อความ"))
            return
        wrong = sum(each.finding is Finding.SOMETHING_ELSE for each in verdicts)
        words = ntr(
            "พบ {count} ตัวเลข ไม่ใช่อย่างที่เขียน {wrong}", "พบ {count} ตัวเลข ไม่ใช่อย่างที่เขียน {wrong}", len(verdicts)
        )
        self.summary.setText(words.format(count=len(verdicts), wrong=wrong))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, verdict: Verdict | None) -> None:
        """Say the whole of the verdict under the cursor, and its sentence."""
        self.verdict.setText(f"{verdict_words(verdict)}\n“{verdict.claim.line}”" if verdict else "")

    def ask_file(self) -> None:
        """Ask which text file is to be read."""
        name, _ = QFileDialog.getOpenFileName(
            self, tr("เปิดไฟล์ข้อความ…"), str(documents_folder()), "(*.txt *.md)"
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a text file and check it."""

        def show(text: str) -> None:
            """Show the text, then check it."""
            self.text.setPlainText(text)
            self.check()

        self._page.context.tasks.query(lambda: read_text(path), show, self.tell, owner=self)


def _columns() -> list[Column[Verdict]]:
    """The figure, how it stands, what it is."""
    return [
        Column(tr("ตัวเลข"), lambda verdict: f"{verdict.claim.figure}", 80, number=True),
        Column(
            tr("ผลตรวจ"), lambda verdict: State(finding_word(verdict.finding), TONES[verdict.finding]), 170
        ),
        Column(tr("คำอธิบาย"), verdict_words),
    ]
