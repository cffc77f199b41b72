"""The form of one measure at the side of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.domain.plan.steps import with_text
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.measures_words import indicator_name
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.date_field import DateField
from ita_desktop.ui.widgets.form import Choice, Form, Note
from ita_desktop.wording.fields import field_name
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ita_desktop.domain.instrument import Indicator


class MeasureForm(SidePanel):
    """Takes a measure in and gives it back as typed. It keeps nothing in the file: the page does.

    `save_asked` when the person wants it kept, `given_up` on Esc, `finding_asked(code)` for a proposal.
    """

    save_asked = Signal()
    given_up = Signal()
    finding_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("มาตรการ"), width=370)
        self._key = 0
        self._kept = Measure("", "")
        self.indicator = Choice()
        self.measure, self.finding, self.steps, self.outcome = Note(2), Note(3), Note(2), Note(2)
        self.start, self.end, self.owner = DateField(), DateField(), QLineEdit()
        self.status = Choice((status, label(status)) for status in MeasureStatus)
        self.form = Form()
        self._lay_fields()
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.propose = ActionButton(
            tr("เสนอจากผลคะแนน"), lambda: self.finding_asked.emit(self.code), "Alt+R", "plain"
        )
        self.foot.addWidget(ActionButton(tr("บันทึก"), self.save_asked.emit, "Ctrl+S", "primary"))
        self.foot.addWidget(self.propose)
        self.foot.addStretch(1)

    def _lay_fields(self) -> None:
        """Put the fields in the order of the plan's columns."""
        add = self.form.add
        add("indicator", field_name("indicator"), self.indicator)
        add("title", tr("มาตรการ โครงการ หรือกิจกรรม"), self.measure)
        add("finding", field_name("finding"), self.finding)
        add("steps", field_name("steps"), self.steps)
        self.form.add_pair(("start", field_name("start"), self.start), ("end", field_name("end"), self.end))
        self.form.add_pair(
            ("owner", field_name("owner"), self.owner), ("status", field_name("status"), self.status)
        )
        add("outcome", field_name("outcome"), self.outcome)

    def offer_indicators(self, indicators: Sequence[Indicator]) -> None:
        """Offer the year's indicators."""
        chosen = self.indicator.value
        self.indicator.clear()
        for indicator in indicators:
            self.indicator.addItem(indicator_name(indicator), indicator.code)
        self.indicator.set_value(chosen)

    @property
    def code(self) -> str:
        """The chosen indicator's code."""
        return str(self.indicator.value or "")

    @property
    def is_new(self) -> bool:
        """Whether what stands here is not in the file yet."""
        return not self._key

    def show_measure(self, measure: Measure) -> None:
        """Show a measure; one without key is new."""
        self.form.clear_problems()
        self.title.setText(tr("มาตรการใหม่") if not measure.key else tr("แก้มาตรการ"))
        self.indicator.set_value(measure.indicator)
        self.status.set_value(measure.status)
        for field, text in zip(self._texts(), self._values(measure), strict=True):
            field.setText(text)
        self.start.set_day(measure.start)
        self.end.set_day(measure.end)
        self._key = measure.key
        self.mark_kept()

    def mark_kept(self) -> None:
        """Take what stands here for what the file holds."""
        self._kept = self.typed()

    def restore(self, measure: Measure) -> None:
        """Show again what could not be kept; it still is to be kept."""
        self.show_measure(measure)
        self._kept = Measure("", "", key=measure.key)

    def _texts(self) -> tuple[Note | QLineEdit, ...]:
        """The fields of plain text."""
        return self.measure, self.finding, self.steps, self.owner, self.outcome

    @staticmethod
    def _values(measure: Measure) -> tuple[str, ...]:
        """The texts of a measure, in the order of the fields."""
        return measure.title, measure.finding, measure.steps, measure.owner, measure.outcome

    def typed(self) -> Measure:
        """The measure as it stands in the form."""
        status = self.status.value
        title, finding, steps, owner, outcome = (field.text().strip() for field in self._texts())
        return Measure(
            indicator=self.code,
            title=title,
            finding=finding,
            plan=with_text(self._kept.plan, steps),
            start=self.start.day,
            end=self.end.day,
            owner=owner,
            status=status if isinstance(status, MeasureStatus) else MeasureStatus.PLANNED,
            outcome=outcome,
            key=self._key,
        )

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        faulty = self.start.fault("start") or self.end.fault("end")
        return self.typed() != self._kept or faulty is not None

    def check(self) -> bool:
        """Tell what cannot be kept at its field; True if nothing stands in the way that the form knows of."""
        self.form.clear_problems()
        empty = None if self.typed().title else FieldProblem("title", FieldFault.EMPTY)
        for fault in (empty, self.start.fault("start"), self.end.fault("end")):
            if fault is not None:
                self.form.show_problem(fault)
                return False
        return True

    def show_problem(self, problem: FieldProblem) -> bool:
        """Tell a problem at its field; False if it belongs to none here."""
        return self.form.show_problem(problem)

    def propose_finding(self, words: str) -> None:
        """Put a proposal in; what a person wrote stays above it."""
        written = self.finding.text().strip()
        self.finding.setText(f"{written}\n{words}" if written and words not in written else words)
        self.finding.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Put the cursor where writing begins."""
        first = self.indicator if self.is_new else self.measure
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what is typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
