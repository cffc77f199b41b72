"""The office's details: what papers say of it, who signs, what ITAS asks of it, its emblem."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.domain.problems import FieldFault, FieldProblem, Problem
from ita_desktop.domain.thai_text import arabic_digits, normalized
from ita_desktop.support.language import mark, tr
from ita_desktop.support.paths import documents_folder
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Form
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.settings import OfficeDetails
    from ita_desktop.ui.context import Context

SIZE = QSize(860, 720)
EMBLEM_SIDE = 72
ROWS = (
    (("name", mark("ชื่อหน่วยงาน")),),
    (("kind", mark("ประเภท")), ("province", mark("จังหวัด"))),
    (("code", mark("รหัสหน่วยงาน")), ("telephone", mark("โทรศัพท์"))),
    (("website", mark("เว็บไซต์")), ("email", mark("อีเมล"))),
    (("division", mark("ส่วนราชการที่ออกหนังสือ")), ("document_code", mark("เลขประจำของหนังสือ"))),
    (("addressee", mark("เรียน")),),
    (("signer_name", mark("ผู้ลงนาม")), ("signer_position", mark("ตำแหน่ง"))),
)
"""Fields of `domain.office.Office`, as they stand beside each other."""


class OfficeDialog(SheetDialog):
    """One form, kept as a whole by Ctrl+S."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, tr("ข้อมูลหน่วยงาน"), SIZE)
        self._context = context
        self._before: OfficeDetails | None = None
        self._emblem: bytes | None = None
        self.fields: dict[str, QLineEdit] = {}
        self.minimums: dict[str, QLineEdit] = {}
        self.form, self.minimum_form = Form(), Form()
        for row in ROWS:
            _add_row(self.form, [(name, tr(title)) for name, title in row], self.fields)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(2, 0, 8, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.form)
        self._column.addWidget(self.minimum_form)
        self._column.addSpacing(theme.GAP)
        self._column.addLayout(self._emblem_row())
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.body.addWidget(scroll, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.close, "Esc"))
        self.save_button = ActionButton(tr("บันทึก"), self.save, "Ctrl+S", "primary")
        self.foot.addWidget(self.save_button)
        self.refresh()

    def _emblem_row(self) -> QHBoxLayout:
        """The emblem as it stands in the file, a button to load one and one to take it away."""
        row = QHBoxLayout()
        row.setSpacing(12)
        self.emblem_label = QLabel()
        self.emblem_label.setFixedSize(theme.scaled(EMBLEM_SIDE), theme.scaled(EMBLEM_SIDE))
        self.emblem_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.emblem_label.setAccessibleName(tr("ตราหน่วยงาน"))
        words = QVBoxLayout()
        words.addWidget(Text(tr("ตราหน่วยงาน"), "small"))
        self.emblem_words = Text("", "muted", wrap=True)
        words.addWidget(self.emblem_words)
        row.addWidget(self.emblem_label)
        row.addLayout(words, 1)
        row.addWidget(ActionButton(tr("เลือกภาพ…"), self.ask_emblem))
        self.remove_button = ActionButton(tr("เอาออก"), lambda: self._show_emblem(None))
        row.addWidget(self.remove_button)
        return row

    # Showing

    def refresh(self) -> None:
        """Ask for the details and the parts that have a minimum."""
        workspace = self._context.workspace

        def ask() -> tuple[OfficeDetails, tuple[str, ...]]:
            parts = tuple(part.code for _, part in workspace.session.instrument.survey_parts())
            return workspace.settings.details(), parts

        self._context.tasks.query(ask, lambda found: self._show(*found), self.tell, owner=self)

    def _show(self, details: OfficeDetails, parts: tuple[str, ...]) -> None:
        """Fill the form in."""
        self._before = details
        if not self.minimums and parts:
            titles = [(part, tr("ขั้นต่ำที่ ITAS กำหนด {part}").format(part=part)) for part in parts]
            _add_row(self.minimum_form, titles, self.minimums)
        for name, field in self.fields.items():
            field.setText(getattr(details.office, name))
            field.setCursorPosition(0)
        for part, field in self.minimums.items():
            field.setText(prose(str(details.minimums.get(part, ""))))
        self._show_emblem(details.emblem)
        self.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_emblem(self, data: bytes | None) -> None:
        """Show an emblem; nothing is kept yet."""
        self._emblem = data
        picture = QPixmap()
        if data:
            picture.loadFromData(data)
            side = self.emblem_label.size()
            picture = picture.scaled(
                side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        self.emblem_label.setPixmap(picture)
        self.emblem_label.setVisible(data is not None)
        self.emblem_words.setText(_emblem_words(data))
        self.remove_button.setEnabled(data is not None)

    def ask_emblem(self) -> None:
        """Let the user choose a picture."""
        kinds = tr("ภาพ {kinds}").format(kinds="(*.png *.jpg *.jpeg *.svg)")
        name, _ = QFileDialog.getOpenFileName(self, tr("เลือกภาพ…"), str(documents_folder()), kinds)
        if name:
            self.load_emblem(Path(name))

    def load_emblem(self, path: Path) -> None:
        """Read a picture, or make one of a drawing, and show it."""
        from ita_desktop.services.emblem import read_picture
        from ita_desktop.ui.emblem_drawing import picture_of

        self.banner.clear()
        self._context.tasks.query(
            lambda: read_picture(path, picture_of), self._show_emblem, self.tell, owner=self
        )

    # Keeping

    def save(self) -> None:
        """Keep all, or say which field cannot be kept."""
        if self._before is None:
            return
        for form in (self.form, self.minimum_form):
            form.clear_problems()
        self.banner.clear()
        try:
            details = self._typed(self._before)
        except FieldProblem as problem:
            self.tell(problem)
            return
        settings = self._context.workspace.settings
        self._context.tasks.run(lambda: settings.change_details(details), self._saved, self.tell, owner=self)

    def _typed(self, before: OfficeDetails) -> OfficeDetails:
        """What stands in the form; FieldProblem for a minimum that is no number."""
        office = replace(
            before.office, **{name: normalized(field.text()) for name, field in self.fields.items()}
        )
        minimums = {}
        for part, field in self.minimums.items():
            text = arabic_digits(field.text()).strip().replace(",", "")
            if text and not text.isdecimal():
                raise FieldProblem(part, FieldFault.NOT_A_NUMBER, field.text())
            if text:
                minimums[part] = int(text)
        return replace(before, office=office, minimums=minimums, emblem=self._emblem)

    def _saved(self, _changes: Changes) -> None:
        """Say so in the window's foot, and go."""
        self._context.announce(tr("บันทึกข้อมูลหน่วยงานแล้ว"))
        self.close()

    def tell(self, problem: Problem) -> None:
        """Tell a problem at its field, else on top."""
        if isinstance(problem, FieldProblem):
            told = self.form.show_problem(problem) or self.minimum_form.show_problem(problem)
            if told:
                return
        super().tell(problem)


def _emblem_words(data: bytes | None) -> str:
    """Say where the emblem is seen, or what can be loaded."""
    return tr("อยู่บนหัวบันทึกข้อความ") if data else tr("ยังไม่มี · ไฟล์ PNG หรือ JPEG ไม่เกิน 300 kB หรือ SVG")


def _add_row(form: Form, row: list[tuple[str, str]], kept: dict[str, QLineEdit]) -> None:
    """Add fields side by side; services name the office's own name `office`."""
    for name, _ in row:
        kept[name] = QLineEdit()
    named = [("office" if name == "name" else name, title, kept[name]) for name, title in row]
    if len(named) == 1:
        form.add(*named[0])
    else:
        form.add_pair(*named)
