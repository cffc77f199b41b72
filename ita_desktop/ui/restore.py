"""Going back to a safety copy: the list with dates and contents, for the keyboard. The desk does the rest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout

from ita_desktop.services.restoring import Choice as CopyChoice
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.new_office import file_filter
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Choice
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.safekeeping import choice_words, contents_words, source_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class RestoreDialog(QDialog):
    """Choose an office file, then one of its copies. `restore_asked` names the copy and the file."""

    file_chosen = Signal(Path)
    restore_asked = Signal(Path, Path)
    second_asked = Signal()

    def __init__(self, files: Sequence[Path], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("กู้คืนจากสำเนาสำรอง"))
        self.resize(theme.scaled(860), theme.scaled(480))
        self.files = Choice((str(path), path.name) for path in files)
        self.files.setAccessibleName(tr("แฟ้มที่จะกู้คืน"))
        self.files.currentIndexChanged.connect(lambda _: self._choose_file())
        columns = [
            Column[CopyChoice](tr("สำรองเมื่อ"), lambda row: prose(choice_words(row)), 270),
            Column[CopyChoice](tr("ในแฟ้มมี"), lambda row: prose(contents_words(row.contents))),
            Column[CopyChoice](tr("เก็บที่"), lambda row: source_words(row.source), 130),
        ]
        self.table: Table[CopyChoice] = Table(RowModel(columns), tr("ยังไม่มีสำเนาสำรองของแฟ้มนี้"), row_height=38)
        self.table.setAccessibleName(tr("สำเนาสำรอง"))
        self.table.row_opened.connect(lambda _: self.go())
        self.second = Text("", "small", wrap=True)
        self._lay_out()
        self.table.setFocus()

    def _lay_out(self) -> None:
        """What it does above, the list, the buttons below."""
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, 16, theme.MARGIN, 16)
        column.setSpacing(theme.GAP)
        words = tr("เลือกสำเนาแล้วกด Enter แฟ้มปัจจุบันจะเก็บไว้ข้างกันในชื่ออื่น จึงกู้กลับมาได้เสมอ")
        column.addWidget(Text(words, "muted", wrap=True))
        column.addWidget(self.files)
        column.addWidget(self.table, 1)
        column.addWidget(self.second)
        row = QHBoxLayout()
        row.addWidget(ActionButton(tr("ที่เก็บที่สอง…"), self.second_asked.emit, "Ctrl+2"))
        row.addWidget(ActionButton(tr("สำเนาจากที่อื่น…"), self._choose_elsewhere, "Ctrl+O"))
        row.addStretch(1)
        row.addWidget(ActionButton(tr("ปิด"), self.reject, look="plain"))
        self.button = ActionButton(tr("กู้คืนสำเนานี้"), self.go, look="primary")
        row.addWidget(self.button)
        column.addLayout(row)

    @property
    def file(self) -> Path | None:
        """The office file that is to be restored."""
        return Path(str(self.files.currentData())) if self.files.count() else None

    def _choose_file(self) -> None:
        """Ask for the copies of the file that was chosen."""
        if self.file is not None:
            self.file_chosen.emit(self.file)

    def show_copies(self, found: Sequence[CopyChoice]) -> None:
        """Show the copies of the file, the newest first and chosen."""
        self.table.show_rows(found)
        self.button.setEnabled(bool(found))

    def say_second(self, place: Path | None) -> None:
        """Say where the second place is, if there is one."""
        none = tr("ยังไม่มีที่เก็บที่สอง ถ้าเครื่องนี้เสีย สำเนาจะหายไปด้วย")
        self.second.setText(tr("ที่เก็บที่สอง: {folder}").format(folder=place) if place is not None else none)

    def go(self) -> None:
        """Restore the chosen copy; one that is not sound is not offered to the disk at all."""
        row = self.table.chosen
        if row is not None and row.contents is not None and self.file is not None:
            self.restore_asked.emit(row.copy.path, self.file)
            self.accept()

    def _choose_elsewhere(self) -> None:
        """Restore from a file that lies anywhere; a file of its own name is made where none is known."""
        name, _ = QFileDialog.getOpenFileName(self, tr("สำเนาจากที่อื่น…"), "", file_filter())
        if not name:
            return
        target = self.file
        if target is None:
            chosen, _ = QFileDialog.getSaveFileName(self, tr("แฟ้มที่จะกู้คืน"), "", file_filter())
            target = Path(chosen) if chosen else None
        if target is not None:
            self.restore_asked.emit(Path(name), target)
            self.accept()
