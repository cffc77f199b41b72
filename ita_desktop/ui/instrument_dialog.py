"""The year's instrument: what of it is unconfirmed or unknown, out to be corrected, the correction in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QScrollArea

from ita_desktop.domain.problems import InstrumentInvalid
from ita_desktop.services.outputs import write_output
from ita_desktop.support.language import tr
from ita_desktop.support.paths import documents_folder
from ita_desktop.ui.prose import prose
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.wording.problems import problem_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.ui.context import Context

SIZE = QSize(820, 560)
FILE_KINDS = "(*.json)"


class InstrumentDialog(SheetDialog):
    """All lines can be read to the last one: of what is unconfirmed, or of what is wrong with a file."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, tr("แบบวัดของปี"), SIZE)
        self._context = context
        self.name = Text("", "heading", wrap=True)
        self.caption = Text("", "muted", wrap=True)
        self.lines = Text("", wrap=True)
        self.lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setWidget(self.lines)
        self.scroll_area.setAccessibleName(tr("เรื่องที่ยังไม่ยืนยัน"))
        for widget in (self.name, self.caption):
            self.body.addWidget(widget)
        self.body.addWidget(self.scroll_area, 1)
        self.foot.addWidget(ActionButton(tr("เขียนออกเป็นไฟล์…"), self.ask_target, "F8"))
        self.foot.addWidget(ActionButton(tr("ใช้ไฟล์ที่แก้แล้ว…"), self.ask_source, "F9"))
        self.foot.addStretch(1)
        self.close_button = ActionButton(tr("ปิด"), self.close, "Esc", "primary")
        self.foot.addWidget(self.close_button)
        self.scroll_area.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the instrument that the file uses now."""
        session = self._context.workspace.session
        self._context.tasks.query(lambda: session.instrument, self._show, self.tell, owner=self)

    def _show(self, instrument: Instrument) -> None:
        """Show what it is, and what of it is not sure."""
        revision = tr("ฉบับแก้ไขที่ {revision}").format(revision=instrument.revision)
        self.name.setText(prose(f"{instrument.title} · {revision}"))
        lines = doubts(instrument)
        if lines:
            words = tr("เรื่องที่ยังไม่ยืนยัน หรือยังไม่ทราบ {count} เรื่อง").format(count=len(lines))
        else:
            words = tr("ทุกเรื่องในแบบวัดนี้ยืนยันแล้ว")
        self._say(words, lines)

    def _say(self, caption: str, lines: Sequence[str]) -> None:
        """Show a caption and its lines, numbered."""
        self.caption.setText(prose(caption))
        numbered = (f"{number}. {line}" for number, line in enumerate(lines, 1))
        self.lines.setText("\n".join(numbered))
        self.scroll_area.verticalScrollBar().setValue(0)

    # Out and in

    def ask_target(self) -> None:
        """Ask where the instrument is to be written."""
        start = documents_folder() / f"ITA-{self._context.workspace.year}.json"
        kinds = tr("ไฟล์แบบวัด {kinds}").format(kinds=FILE_KINDS)
        name, _ = QFileDialog.getSaveFileName(self, tr("เขียนออกเป็นไฟล์…"), str(start), kinds)
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the file's own copy of the instrument."""
        settings = self._context.workspace.settings
        self._context.tasks.query(
            lambda: write_output(path, settings.instrument_text().encode("utf-8")),
            lambda done: self.banner.say(tr("เขียน {path} แล้ว").format(path=done)),
            self.tell,
            owner=self,
        )

    def ask_source(self) -> None:
        """Ask for a corrected instrument."""
        kinds = tr("ไฟล์แบบวัด {kinds}").format(kinds=FILE_KINDS)
        start = str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self, tr("ใช้ไฟล์ที่แก้แล้ว…"), start, kinds)
        if name:
            self.use(Path(name))

    def use(self, path: Path) -> None:
        """Use a corrected instrument of the same year; nothing changes while a mistake stands in it."""
        from ita_desktop.services.instruments import read_instrument_file

        settings = self._context.workspace.settings
        self.banner.clear()

        def work() -> Changes:
            return settings.change_instrument(read_instrument_file(path))

        def used(_changes: Changes) -> None:
            self.banner.say(tr("ใช้แบบวัดจาก {path} แล้ว · Ctrl Z ย้อน").format(path=path.name))
            self.refresh()

        self._context.tasks.run(work, used, self._refused, owner=self)

    def _refused(self, problem: Problem) -> None:
        """Tell why; the mistakes of a file take the place of the lines, so that all can be read."""
        sentence, *mistakes = problem_lines(problem)
        self.banner.say(prose(sentence))
        if isinstance(problem, InstrumentInvalid):
            self._say(tr("ที่ต้องแก้ในไฟล์"), mistakes)


def doubts(instrument: Instrument) -> tuple[str, ...]:
    """Say what is not known of the tools, then what is unconfirmed: words of the instrument itself."""
    lacking = (f"{tool.code}: {tool.incomplete}" for tool in instrument.tools if tool.incomplete)
    return (*lacking, *instrument.unconfirmed)
