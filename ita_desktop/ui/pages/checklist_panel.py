"""The side panel of the checklist: one item with all that is recorded for it. Leaving a field keeps it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from ita_desktop.domain.checklist import CheckEntry, WorkStatus
from ita_desktop.domain.links import checked_link
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.checklist_words import parse_result, step_faces
from ita_desktop.ui.prose import prose, prose_day
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.date_field import DateField
from ita_desktop.ui.widgets.form import Choice, Form, Note
from ita_desktop.ui.widgets.labels import KeyLine, Text
from ita_desktop.ui.widgets.steps import StepPicker
from ita_desktop.ui.widgets.tick import Tick
from ita_desktop.wording.results import plain_number
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ita_desktop.services.checklist import CheckRow


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields, as typed: compared with what was shown, it tells what the user changed."""

    result: str
    status: object
    link: str
    note: str
    owner: str
    due: str
    ticked: frozenset[int]


def typed_from(entry: CheckEntry) -> Typed:
    """How an entry stands in the fields."""
    result = plain_number(entry.result) if entry.result is not None else ""
    due = prose_day(entry.due)
    return Typed(result, entry.status, entry.link, entry.note, entry.owner, due, entry.ticked)


class ChecklistPanel(SidePanel):
    """Shows one row; `entry_changed` hands over an entry to be kept, `done` that the work here is over."""

    entry_changed = Signal(CheckEntry)
    done = Signal()

    def __init__(self) -> None:
        super().__init__(width=400)
        self._row: CheckRow | None = None
        self._shown = typed_from(CheckEntry(""))
        self.guide = Text("", "muted", wrap=True)
        self.steps = StepPicker()
        self.components = QWidget()
        self._boxes: list[Tick] = []
        self.result, self.link, self.owner = QLineEdit(), QLineEdit(), QLineEdit()
        self.due = DateField()
        self.note = Note(3)
        self.status = Choice((status, label(status)) for status in WorkStatus)
        self._owners = QStringListModel(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        """Result above, then what proves it, then who and when."""
        self.result.setPlaceholderText(tr("ยังไม่ตรวจ"))
        self.link.setPlaceholderText("https://")
        completer = QCompleter(self._owners, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)
        column = QVBoxLayout(self.components)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.form = Form()
        self.form.add_pair(
            ("result", tr("ผลคะแนน (พิมพ์เองได้)"), self.result), ("status", tr("สถานะ"), self.status)
        )
        self.form.add("link", tr("ลิงก์ที่เผยแพร่"), self.link)
        self.form.add("note", tr("หมายเหตุ"), self.note)
        self.form.add_pair(("owner", tr("เจ้าของเรื่อง"), self.owner), ("due", tr("กำหนดส่ง"), self.due))
        for widget in (self.guide, self.components, self.steps, self.form):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        hints = (("Return", tr("บันทึกแล้วกลับไปตาราง")), ("Esc", tr("คืนค่าเดิม")))
        self.foot.addWidget(KeyLine(hints))

    def _connect(self) -> None:
        """Leaving a field, choosing, ticking: each keeps what stands here."""
        for field in (self.result, self.link, self.owner):
            field.editingFinished.connect(self.commit)
        self.due.editingFinished.connect(self.commit)
        self.note.left.connect(self.commit)
        self.status.activated.connect(lambda _: self.commit())
        self.steps.picked.connect(self.pick)
        for line in (self.result, self.link, self.owner, self.due):
            line.returnPressed.connect(self.finish)

    # Showing

    @property
    def code(self) -> str:
        """The item that is shown; empty if none."""
        return self._row.item.code if self._row else ""

    def show_owners(self, owners: set[str]) -> None:
        """Offer the owners that are known while one is typed."""
        self._owners.setStringList(sorted(owners))

    def show_row(self, row: CheckRow | None) -> None:
        """Show an item. The same item shown anew leaves alone what the user is typing."""
        same = row is not None and row.item.code == self.code
        typed, before = self._typed(), self._shown
        self._row = row
        self.setEnabled(row is not None)
        if row is None:
            self.title.setText(tr("เลือกข้อจากตาราง"))
            return
        if not same:
            self._show_item(row)
        self._shown = typed_from(row.entry)
        self._fill(self._shown, typed if same else self._shown, before if same else self._shown)

    def _show_item(self, row: CheckRow) -> None:
        """Show what does not change: code, text, guide, components, possible results."""
        self.form.clear_problems()
        self.title.setText(prose(f"{row.item.code} {row.item.text}"))
        guide = "\n".join(part for part in (row.item.note, row.item.guidance) if part)
        self.guide.setText(prose(guide))
        self.guide.setVisible(bool(guide))
        self.steps.show_steps(step_faces(row.tool))
        for box in self._boxes:
            box.deleteLater()
        self._boxes = [Tick(prose(text)) for text in row.item.components]
        for box in self._boxes:
            box.clicked.connect(self.commit)
            layout = self.components.layout()
            if layout is not None:
                layout.addWidget(box)
        self.components.setVisible(bool(self._boxes))

    def _fill(self, new: Typed, typed: Typed, before: Typed) -> None:
        """Put the file's values into the fields, but not into those that the user has changed since."""
        for name, field in (("result", self.result), ("link", self.link), ("note", self.note),
                            ("owner", self.owner), ("due", self.due)):  # fmt: skip
            untouched = getattr(typed, name) == getattr(before, name) or typed is new
            if untouched and field.text() != getattr(new, name):
                field.setText(getattr(new, name))
        if not self.link.hasFocus():
            self.link.setCursorPosition(0)  # a long address is known by its beginning
        self.status.set_value(new.status)
        for number, box in enumerate(self._boxes):
            box.setChecked(number in new.ticked)
        self._show_step()

    def _show_step(self) -> None:
        """Mark the card of the result that stands in the field."""
        scores = [plain_number(step.score) for step in self._row.tool.steps] if self._row else []
        text = self.result.text()
        self.steps.choose(scores.index(text) if text in scores else -1)

    # Keeping

    def _typed(self) -> Typed:
        """What stands in the fields now."""
        ticked = frozenset(number for number, box in enumerate(self._boxes) if box.isChecked())
        return Typed(
            self.result.text(),
            self.status.value,
            self.link.text(),
            self.note.text(),
            self.owner.text(),
            self.due.text(),
            ticked,
        )

    def _entry(self, row: CheckRow) -> CheckEntry:
        """The item's entry with what stands in the fields. Raises FieldProblem for what cannot be kept."""
        link = self.link.text().strip()
        if link and checked_link(link) is None:
            raise FieldProblem("link", FieldFault.BAD_LINK, link)
        if (fault := self.due.fault("due")) is not None:
            raise fault
        status, result, kept = self.status.value, parse_result(self.result.text()), row.entry
        return replace(
            kept if result == kept.result else kept.judged(kept.stage, result),
            status=status if isinstance(status, WorkStatus) else kept.status,
            link=checked_link(link) or "",
            note=self.note.text().strip(),
            owner=self.owner.text().strip(),
            due=self.due.day,
            ticked=self._typed().ticked,
        )

    def commit(self) -> bool:
        """Hand over what was changed; False, with the fault told below its field, if it cannot be kept."""
        if self._row is None or self._typed() == self._shown:
            return True
        try:
            entry = self._entry(self._row)
        except FieldProblem as problem:
            self.form.show_problem(problem, focus=False)
            return False
        self.form.clear_problems()
        self._shown = self._typed()
        self._show_step()
        if entry != self._row.entry:
            self.entry_changed.emit(entry)
        return True

    def pick(self, place: int) -> None:
        """Choose a result by its place from the left; -1 for not judged."""
        steps = self._row.tool.steps if self._row else ()
        if -1 <= place < len(steps):
            self.result.setText(plain_number(steps[place].score) if place >= 0 else "")
            self.commit()

    def finish(self) -> None:
        """Keep, then give the cursor back; a fault holds it here."""
        if self.commit():
            self.done.emit()

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self.link.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroll_area.ensureWidgetVisible(self.link)

    def show_problem(self, problem: FieldProblem) -> bool:
        """Tell a problem below its field; False if there is no such field."""
        return self.form.show_problem(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts back what the file has, and gives the cursor back."""
        if event.key() == Qt.Key.Key_Escape and self._row is not None:
            self.form.clear_problems()
            stored = typed_from(self._row.entry)
            self._shown = stored
            self._fill(stored, stored, stored)
            self.done.emit()
        else:
            super().keyPressEvent(event)
