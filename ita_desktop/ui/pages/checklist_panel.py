"""The side panel of the checklist: one item with all that is recorded for it. Leaving a field keeps it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from ita_desktop.domain.checklist import HANDED_IN, LOCKED, CheckEntry, Component, Priority, ResultStage
from ita_desktop.domain.problems import FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.checklist_around import LastYears, Notices, ProofList, Way
from ita_desktop.ui.pages.checklist_typed import LINES, Typed, entry_from, typed_from
from ita_desktop.ui.pages.checklist_words import offered_statuses, step_faces
from ita_desktop.ui.prose import prose
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


class ChecklistPanel(SidePanel):
    """Shows one row; `entry_changed` hands over an entry to be kept, `done` that the work here is over."""

    entry_changed = Signal(CheckEntry)
    done = Signal()

    def __init__(self) -> None:
        super().__init__(width=400)
        self._row: CheckRow | None = None
        self._stage = ResultStage.OWN
        self._shown = typed_from(None, self._stage)
        self.guide = Text("", "muted", wrap=True)
        self.steps = StepPicker()
        self.components = QWidget()
        self._boxes: list[Tick] = []
        self.result, self.link, self.owner, self.person = (QLineEdit() for _ in range(4))
        self.component = QLineEdit()
        self.due = DateField()
        self.note, self.comment, self.explanation = Note(2), Note(2), Note(2)
        self.status = Choice()
        self.stage = Choice((stage, label(stage)) for stage in ResultStage)
        self.priority = Choice((priority, label(priority)) for priority in Priority)
        self.notices, self.proofs, self.last, self.way = Notices(), ProofList(), LastYears(), Way()
        self._owners = QStringListModel(self)
        self.form, self.work, self.assessed = Form(), Form(), Form()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        """What is wrong above, then result and proof, then who and when, then what others said."""
        self.result.setPlaceholderText(tr("ยังไม่ตรวจ"))
        self.link.setPlaceholderText("https://")
        self.component.setPlaceholderText(tr("เพิ่มองค์ประกอบ แล้วกด Enter"))
        self.component.setAccessibleName(tr("เพิ่มองค์ประกอบ"))
        completer = QCompleter(self._owners, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)
        column = QVBoxLayout(self.components)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.form.add_pair(("stage", tr("ผลของ"), self.stage), ("result", tr("ผลคะแนน"), self.result))
        self.form.add("link", tr("ลิงก์ที่เผยแพร่"), self.link)
        self.work.add("note", tr("หมายเหตุ"), self.note)
        self.work.add_pair(("owner", tr("เจ้าของเรื่อง"), self.owner), ("due", tr("กำหนดส่ง"), self.due))
        self.work.add_pair(
            ("person", tr("ผู้ประสานงาน"), self.person), ("priority", tr("ความสำคัญ"), self.priority)
        )
        self.work.add("status", tr("สถานะ"), self.status)
        self.assessed.add("comment", tr("ความเห็นผู้ตรวจประเมิน"), self.comment)
        self.assessed.add("explanation", tr("คำชี้แจงเพิ่มเติม"), self.explanation)
        self._stack()

    def _stack(self) -> None:
        """Put the parts below each other."""
        for widget in (
            self.notices, self.guide, self.last, self.components, self.component, self.steps, self.form,
            self.proofs, self.work, self.assessed, self.way,
        ):  # fmt: skip
            self.body.addWidget(widget)
        self.body.addStretch(1)
        hints = (("Return", tr("บันทึกแล้วกลับไปตาราง")), ("Esc", tr("คืนค่าเดิม")))
        self.foot.addWidget(KeyLine(hints))

    def _connect(self) -> None:
        """Leaving a field, choosing, ticking: each keeps what stands here."""
        for field in (self.result, self.link, self.owner, self.person, self.due):
            field.editingFinished.connect(self.commit)
            field.returnPressed.connect(self.finish)
        for note in (self.note, self.comment, self.explanation):
            note.left.connect(self.commit)
        for choice in (self.status, self.priority):
            choice.activated.connect(lambda _: self.commit())
        self.stage.activated.connect(lambda _: self._choose_stage())
        self.component.returnPressed.connect(self._add_component)
        self.steps.picked.connect(self.pick)

    # Showing

    @property
    def code(self) -> str:
        """The item that is shown; empty if none."""
        return self._row.item.code if self._row else ""

    @property
    def row(self) -> CheckRow | None:
        """The row that is shown."""
        return self._row

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
            self._stage = row.entry.stage
            self._show_item(row)
        self._show_around(row)
        self._shown = typed_from(row, self._stage)
        self._fill(self._shown, typed if same else self._shown, before if same else self._shown)

    def _show_item(self, row: CheckRow) -> None:
        """Show what does not change: code, text, guide, possible results."""
        self.form.clear_problems()
        self.work.clear_problems()
        self.component.clear()
        self.title.setText(prose(f"{row.item.code} {row.item.text}"))
        guide = "\n".join(part for part in (row.item.note, row.item.guidance) if part)
        self.guide.setText(prose(guide))
        self.guide.setVisible(bool(guide))
        self.steps.show_steps(step_faces(row.tool))
        self._show_boxes(())
        self.scroll_area.verticalScrollBar().setValue(0)

    def _show_boxes(self, components: tuple[Component, ...]) -> None:
        """Make a box for each component."""
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        self._boxes = [Tick(prose(each.text)) for each in components]
        for box in self._boxes:
            box.clicked.connect(self.commit)
            layout = self.components.layout()
            if layout is not None:
                layout.addWidget(box)
        self.components.setVisible(bool(self._boxes))

    def _show_around(self, row: CheckRow) -> None:
        """Show what changes with each keeping: notices, components, proofs, states, the assessor's part."""
        entry, locked = row.entry, row.entry.status in LOCKED
        if len(self._boxes) != len(row.components):
            self._show_boxes(row.components)
        self.component.setVisible(not row.item.components and not locked)
        for part in (self.notices, self.proofs, self.last, self.way):
            part.show_row(row)
        self.status.clear()
        for status in offered_statuses(entry.status):
            self.status.addItem(label(status), status)
        self.status.setEnabled(self.status.count() > 1)
        for field in (self.link, self.note):
            field.setReadOnly(locked)
        for box in self._boxes:
            box.setEnabled(not locked)
        spoken = bool(entry.comment or entry.explanation or entry.stages.newest)
        self.assessed.setVisible(spoken or entry.status in HANDED_IN)

    def _fill(self, new: Typed, typed: Typed, before: Typed) -> None:
        """Put the file's values into the fields, but not into those that the user has changed since."""
        for name in LINES:
            field = getattr(self, name)
            untouched = getattr(typed, name) == getattr(before, name) or typed is new
            if untouched and field.text() != getattr(new, name):
                field.setText(getattr(new, name))
        if not self.link.hasFocus():
            self.link.setCursorPosition(0)  # a long address is known by its beginning
        self.status.set_value(new.status)
        self.priority.set_value(new.priority)
        self.stage.set_value(self._stage)
        for number, box in enumerate(self._boxes):
            box.setChecked(number in new.ticked)
        self._show_step()

    def _show_step(self) -> None:
        """Mark the card of the result that stands in the field."""
        scores = [plain_number(step.score) for step in self._row.tool.steps] if self._row else []
        text = self.result.text()
        self.steps.choose(scores.index(text) if text in scores else -1)

    def _choose_stage(self) -> None:
        """Show the result of another stage, after keeping what was typed for this one."""
        chosen = self.stage.value
        if self._row is None or not isinstance(chosen, ResultStage) or not self.commit():
            return
        self._stage = chosen
        stored = typed_from(self._row, chosen)
        self._shown = replace(self._typed(), result=stored.result)
        self.result.setText(stored.result)
        self._show_step()

    # Keeping

    def _typed(self) -> Typed:
        """What stands in the fields now."""
        ticked = frozenset(number for number, box in enumerate(self._boxes) if box.isChecked())
        lines = {name: getattr(self, name).text() for name in LINES}
        return Typed(status=self.status.value, ticked=ticked, priority=self.priority.value, **lines)

    def commit(self) -> bool:
        """Hand over what was changed; False, with the fault told below its field, if it cannot be kept."""
        if self._row is None or self._typed() == self._shown:
            return True
        try:
            if (fault := self.due.fault("due")) is not None:
                raise fault
            entry = entry_from(self._row, self._typed(), self._stage, self.due.day)
        except FieldProblem as problem:
            self.show_problem(problem, focus=False)
            return False
        self.form.clear_problems()
        self.work.clear_problems()
        self._shown = self._typed()
        self._show_step()
        if entry != self._row.entry:
            self.entry_changed.emit(entry)
        return True

    def _add_component(self) -> None:
        """Add a component that the office wrote itself."""
        text = " ".join(self.component.text().split())
        if text and self._row is not None and self.commit():
            self.component.clear()
            entry = self._row.entry
            self.entry_changed.emit(replace(entry, added=(*entry.added, Component(text))))

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

    def show_problem(self, problem: FieldProblem, *, focus: bool = True) -> bool:
        """Tell a problem below its field; False if there is no such field."""
        return any(form.show_problem(problem, focus=focus) for form in (self.form, self.work))

    def put_back(self) -> None:
        """Show again what the file has."""
        if self._row is not None:
            self.form.clear_problems()
            self.work.clear_problems()
            self._shown = stored = typed_from(self._row, self._stage)
            self._fill(stored, stored, stored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts back what the file has, and gives the cursor back."""
        if event.key() == Qt.Key.Key_Escape and self._row is not None:
            self.put_back()
            self.done.emit()
        else:
            super().keyPressEvent(event)
