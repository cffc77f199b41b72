"""The steps of a measure in a sheet of their own: each with dates, and the day on which it was done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ita_desktop.domain.plan.steps import PlanStep
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_text import normalized
from ita_desktop.support import clock
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import brief_day
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.date_field import DateField
from ita_desktop.ui.widgets.form import Form
from ita_desktop.ui.widgets.icons import Icon
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.fields import field_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.measures import Measure

Placed = tuple[int, PlanStep]


class StepsSheet(SheetDialog):
    """Gives back the steps as a whole; the file is not touched here."""

    accepted_steps = Signal(object)

    def __init__(self, parent: QWidget, measure: Measure) -> None:
        super().__init__(parent, tr("ขั้นตอนของมาตรการ"), QSize(820, 600))
        self._steps: list[PlanStep] = list(measure.plan)
        self._shown = -1
        self.text = QLineEdit()
        self.table: Table[Placed] = Table(RowModel(_columns()), tr("ยังไม่มีขั้นตอน · Ctrl N เพิ่ม"), row_height=30)
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(lambda _: self.text.setFocus())
        self.body.addWidget(self.table, 1)
        self.start, self.end, self.finished_on = DateField(), DateField(), DateField()
        self.form = Form()
        self.form.add("step", field_name("step"), self.text)
        self.dates = Form()
        self.dates.add_pair(
            ("start", field_name("start"), self.start),
            ("end", field_name("end"), self.end),
            ("done_day", tr("วันที่แล้วเสร็จ"), self.finished_on),
        )
        self.body.addWidget(self.form)
        self.body.addWidget(self.dates)
        self.body.addLayout(self._tools())
        self.foot.addWidget(ActionButton(tr("ใช้ขั้นตอนนี้"), self.take, "Ctrl+S", "primary"))
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ปิดโดยไม่ใช้"), self.reject, "Esc"))
        self._show(0)
        if not self._steps:
            self.add()

    def _tools(self) -> QHBoxLayout:
        """What is done with a step."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, slot, keys in (
            (tr("เพิ่ม"), self.add, "Ctrl+N"),
            (tr("เสร็จวันนี้"), self.finish, "F4"),
            (tr("ขึ้น"), lambda: self._move(-1), "Ctrl+Up"),
            (tr("ลง"), lambda: self._move(1), "Ctrl+Down"),
            (tr("ลบ"), self.remove, "Ctrl+Delete"),
        ):
            row.addWidget(ActionButton(words, slot, keys))
        row.addStretch(1)
        return row

    def _show(self, place: int) -> None:
        """Show the steps, the cursor on one of them."""
        self._shown = -1
        self.table.show_rows(list(enumerate(self._steps)), lambda row: row[0] == place)

    def _choose(self, row: Placed | None) -> None:
        """Show a step in the fields; what was typed into another is taken first."""
        place = row[0] if row is not None else -1
        if self._shown == place:
            return
        if 0 <= self._shown < len(self._steps) and not self._take_fields():
            self.table.blockSignals(True)
            self.table.choose(lambda other: other[0] == self._shown)
            self.table.blockSignals(False)
            return
        self._shown = place
        step = self._steps[place] if row is not None else PlanStep("")
        self.text.setText(step.text)
        for field, day in ((self.start, step.start), (self.end, step.end), (self.finished_on, step.done)):
            field.set_day(day)

    def _take_fields(self) -> bool:
        """Take what stands in the fields into the list; False, told at the field, where it cannot be."""
        self.form.clear_problems()
        self.dates.clear_problems()
        text = normalized(self.text.text())
        late = self.start.day and self.end.day and self.end.day < self.start.day
        reversed_ = FieldProblem("end", FieldFault.BEFORE_START, self.end.text()) if late else None
        empty = None if text else FieldProblem("step", FieldFault.EMPTY)
        read = (self.start.fault("start"), self.end.fault("end"), self.finished_on.fault("done_day"))
        for fault in (empty, *read, reversed_):
            if fault is not None:
                if not self.form.show_problem(fault):
                    self.dates.show_problem(fault)
                return False
        self._steps[self._shown] = PlanStep(text, self.start.day, self.end.day, self.finished_on.day)
        return True

    def _settled(self) -> bool:
        """Take the fields; an untouched new step is dropped instead."""
        if not 0 <= self._shown < len(self._steps):
            return True
        if not self.text.text().strip() and not self._steps[self._shown].text:
            del self._steps[self._shown]
            self._shown = -1
            return True
        return self._take_fields()

    def add(self) -> None:
        """Add a step at the end."""
        if self._settled():
            self._steps.append(PlanStep(""))
            self._show(len(self._steps) - 1)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Note that the step was done today; once more takes that back."""
        if self._settled() and 0 <= self._shown < len(self._steps):
            place, step = self._shown, self._steps[self._shown]
            today = clock.now().date()
            self._steps[place] = replace(step, done=None if step.done is not None else today)
            self._show(place)

    def _move(self, by: int) -> None:
        """Move the step up or down."""
        place = self._shown
        other = place + by
        if self._settled() and 0 <= place < len(self._steps) and 0 <= other < len(self._steps):
            self._steps[place], self._steps[other] = self._steps[other], self._steps[place]
            self._show(other)

    def remove(self) -> None:
        """Take the step out; closing without use brings it back."""
        if 0 <= self._shown < len(self._steps):
            place = self._shown
            del self._steps[place]
            self._show(max(place - 1, 0))

    def take(self) -> None:
        """Give the steps back and close."""
        if self._settled():
            self.accepted_steps.emit(tuple(step for step in self._steps if step.text))
            self.accept()


def _state(row: Placed) -> State:
    """Whether a step is done."""
    if row[1].done is not None:
        return State(brief_day(row[1].done), Tone.GOOD)
    return State(tr("ยังไม่เสร็จ"), Tone.CALM, Icon.RING)


def _columns() -> list[Column[Placed]]:
    """The list's columns."""
    return [
        Column(tr("ที่"), lambda row: str(row[0] + 1), 40),
        Column(field_name("step"), lambda row: row[1].text),
        Column(field_name("start"), lambda row: brief_day(row[1].start), 100),
        Column(field_name("end"), lambda row: brief_day(row[1].end), 100),
        Column(tr("แล้วเสร็จ"), _state, 130),
    ]
