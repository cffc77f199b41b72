"""The form for a new office file: whose it is, which year, where it is to lie."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit

from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_text import normalized
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.form import Choice, Form

if TYPE_CHECKING:
    from collections.abc import Sequence

SUFFIX = ".ita"
FILTER_PATTERN = f"*{SUFFIX}"
_UNFIT_FOR_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What the form says: enough to make a file."""

    name: str
    province: str
    year: int
    path: Path


def file_filter() -> str:
    """The kinds of file that the dialogs offer."""
    return f"{tr('แฟ้มของหน่วยงาน')} ({FILTER_PATTERN})"


class NewOfficeForm(Card):
    """Name, province, year; the file's name follows the office's until the user chooses a place."""

    finished = Signal(NewOffice)
    given_up = Signal()

    def __init__(self, years: Sequence[int], folder: Path) -> None:
        super().__init__(tr("สร้างแฟ้มของหน่วยงาน"), margin=34)
        self.setFixedWidth(theme.scaled(620))
        self._folder = folder
        self._path_chosen = False
        self.name, self.province, self.path = QLineEdit(), QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(tr("เช่น เทศบาลตำบลตัวอย่าง"))
        self.year = Choice((year, prose(str(year))) for year in years)
        self.form = Form()
        self.form.add("office", tr("ชื่อหน่วยงาน"), self.name)
        self.form.add_pair(("province", tr("จังหวัด"), self.province), ("year", tr("ปีงบประมาณ"), self.year))
        self.form.add("path", tr("เก็บแฟ้มไว้ที่"), self.path)
        self.body.addSpacing(theme.GAP)
        self.body.addWidget(self.form)
        self._add_buttons()
        self.name.textChanged.connect(self._suggest)
        self.year.currentIndexChanged.connect(self._suggest)
        self.path.textEdited.connect(self._note_own_path)
        for field in (self.name, self.province, self.path):
            field.returnPressed.connect(self.finish)
        self._suggest()

    def _add_buttons(self) -> None:
        """Choose a place, give up, make it."""
        row = QHBoxLayout()
        row.addWidget(ActionButton(tr("เลือกที่เก็บ…"), self.choose_path))
        row.addStretch(1)
        row.addWidget(ActionButton(tr("ย้อนกลับ"), self.given_up.emit, "Esc"))
        row.addWidget(ActionButton(tr("สร้างแฟ้ม"), self.finish, "Ctrl+S", "primary"))
        self.body.addSpacing(theme.GAP)
        self.body.addLayout(row)

    def begin(self) -> None:
        """Put the cursor into the first field."""
        self.form.clear_problems()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _suggest(self) -> None:
        """Name the file after the office and the year."""
        if self._path_chosen:
            return
        name = _UNFIT_FOR_NAMES.sub(" ", normalized(self.name.text())).strip() or "ITA"
        self.path.setText(str(self._folder / f"{name}-{self.year.value}{SUFFIX}"))

    def _note_own_path(self) -> None:
        """The user typed a place: suggest no more."""
        self._path_chosen = True

    def choose_path(self) -> None:
        """Let the user choose the place in the system's own dialog."""
        name, _ = QFileDialog.getSaveFileName(self, tr("เก็บแฟ้มไว้ที่"), self.path.text(), file_filter())
        if name:
            self._path_chosen = True
            self.path.setText(name)

    def finish(self) -> None:
        """Hand over what stands in the form, or say what is lacking."""
        self.form.clear_problems()
        name, path = normalized(self.name.text()), self.path.text().strip()
        if not name:
            self.form.show_problem(FieldProblem("office", FieldFault.EMPTY))
        elif not path:
            self.form.show_problem(FieldProblem("path", FieldFault.EMPTY))
        else:
            place = Path(path) if path.endswith(SUFFIX) else Path(path + SUFFIX)
            year = self.year.value
            assert isinstance(year, int)  # noqa: S101 - the list was filled with years
            self.finished.emit(NewOffice(name, normalized(self.province.text()), year, place))
