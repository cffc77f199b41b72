"""The form of one measure at the side of the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.domain.plan.steps import PlanStep, with_text
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.measures_words import indicator_name
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.date_field import DateField
from ita_desktop.ui.widgets.form import Choice, Form, Note
from ita_desktop.ui.widgets.money_field import MoneyField
from ita_desktop.wording.fields import field_name
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ita_desktop.domain.instrument import Indicator
    from ita_desktop.domain.plan.library import Suggestion


class MeasureForm(SidePanel):
    """Takes a measure in and gives it back as typed. It keeps nothing in the file: the page does.

    `save_asked` when the person wants it kept, `given_up` on Esc, `finding_asked(code)` for a proposal.
    """

    save_asked = Signal()
    given_up = Signal()
    finding_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("มาตรการ"), width=370)
        self._kept = self._shown = Measure("", "")
        self._indicators: dict[str, Indicator] = {}
        self._steps: tuple[PlanStep, ...] = ()
        self.indicator, self.answers = Choice(), Choice()
        self.measure, self.finding, self.steps, self.outcome = Note(2), Note(3), Note(3), Note(2)
        self.start, self.end, self.owner = DateField(), DateField(), QLineEdit()
        self.money, self.success, self.target, self.achieved = (
            MoneyField(),
            QLineEdit(),
            QLineEdit(),
            QLineEdit(),
        )
        self.status = Choice((status, label(status)) for status in MeasureStatus)
        self.form = Form()
        self._lay_fields()
        self.indicator.currentIndexChanged.connect(lambda _: self._offer_items())
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
        add, pair = self.form.add, self.form.add_pair
        add("indicator", field_name("indicator"), self.indicator)
        add("title", tr("มาตรการ โครงการ หรือกิจกรรม"), self.measure)
        add("finding", field_name("finding"), self.finding)
        add("answers", field_name("answers"), self.answers)
        add("steps", tr("ขั้นตอน บรรทัดละหนึ่งขั้นตอน (วันที่: F6)"), self.steps)
        pair(("start", field_name("start"), self.start), ("end", field_name("end"), self.end))
        pair(("owner", field_name("owner"), self.owner), ("status", field_name("status"), self.status))
        pair(("money", field_name("money"), self.money), ("target", field_name("target"), self.target))
        add("success", field_name("success"), self.success)
        add("achieved", field_name("achieved"), self.achieved)
        add("outcome", field_name("outcome"), self.outcome)

    def offer_indicators(self, indicators: Sequence[Indicator]) -> None:
        """Offer the year's indicators."""
        chosen, item = self.indicator.value, self.answers.value
        self._indicators = {each.code: each for each in indicators}
        self.indicator.clear()
        for indicator in indicators:
            self.indicator.addItem(indicator_name(indicator), indicator.code)
        self.indicator.set_value(chosen)
        self._offer_items()
        self.answers.set_value(item)

    def _offer_items(self) -> None:
        """Offer the items of the chosen indicator, the whole of it first."""
        found = self._indicators.get(self.code)
        self.answers.clear()
        self.answers.addItem(tr("ทั้งตัวชี้วัด"), "")
        for item in found.items if found is not None else ():
            self.answers.addItem(f"{item.code} {item.text}", item.code)

    @property
    def code(self) -> str:
        """The chosen indicator's code."""
        value = self.indicator.value
        return value if isinstance(value, str) else ""

    @property
    def is_new(self) -> bool:
        """Whether the measure is not in the file yet."""
        return self._shown.key == 0

    def show_measure(self, measure: Measure) -> None:
        """Show a measure; what was typed before is forgotten."""
        self.form.clear_problems()
        self.title.setText(tr("มาตรการใหม่") if not measure.key else tr("มาตรการ"))
        self._shown, self._steps = measure, measure.plan
        self.indicator.set_value(measure.indicator)
        self._offer_items()
        self.answers.set_value(measure.answers)
        self.status.set_value(measure.status)
        for field, text in self._texts(measure):
            field.setText(text)
        self.start.set_day(measure.start)
        self.end.set_day(measure.end)
        self.money.set_money(measure.money)
        self.mark_kept()

    def _texts(self, measure: Measure) -> tuple[tuple[Note | QLineEdit, str], ...]:
        """The fields of plain text, each with a measure's own."""
        return (
            (self.measure, measure.title),
            (self.finding, measure.finding),
            (self.steps, "\n".join(step.text for step in measure.plan)),
            (self.owner, measure.owner),
            (self.outcome, measure.outcome),
            (self.success, measure.success),
            (self.target, measure.target),
            (self.achieved, measure.achieved),
        )

    def mark_kept(self) -> None:
        """Take what stands here for what the file holds."""
        self._kept = self.typed()

    def restore(self, measure: Measure) -> None:
        """Show again what could not be kept, or a draft; it still is to be kept."""
        self.show_measure(measure)
        self._kept = Measure("", "", key=measure.key)

    def take_steps(self, steps: tuple[PlanStep, ...]) -> None:
        """Take steps with their dates, as they were given in a sheet of their own."""
        self._steps = steps
        self.steps.setText("\n".join(step.text for step in steps))
        self.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_suggestion(self, suggestion: Suggestion) -> None:
        """Put a suggestion in: only fields that are empty, but for the title and the steps."""
        self.measure.setText(suggestion.title)
        self._steps = ()
        self.steps.setText("\n".join(suggestion.steps))
        for field, text in (
            (self.success, suggestion.success),
            (self.target, suggestion.target),
            (self.owner, suggestion.owner),
        ):
            if not field.text().strip():
                field.setText(text)
        self.measure.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> Measure:
        """The measure as it stands in the form."""
        status, item = self.status.value, self.answers.value
        return replace(
            self._shown,
            indicator=self.code,
            answers=item if isinstance(item, str) else "",
            title=self.measure.text().strip(),
            finding=self.finding.text().strip(),
            plan=with_text(self._steps, self.steps.text()),
            start=self.start.day,
            end=self.end.day,
            owner=self.owner.text().strip(),
            status=status if isinstance(status, MeasureStatus) else MeasureStatus.PLANNED,
            outcome=self.outcome.text().strip(),
            money=self.money.money,
            success=self.success.text().strip(),
            target=self.target.text().strip(),
            achieved=self.achieved.text().strip(),
        )

    def _faults(self) -> tuple[FieldProblem | None, ...]:
        """What cannot be read of days and money."""
        return self.start.fault("start"), self.end.fault("end"), self.money.fault("money")

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.typed() != self._kept or any(self._faults())

    def check(self) -> bool:
        """Tell what cannot be kept at its field; True if nothing stands in the way that the form knows of."""
        self.form.clear_problems()
        empty = None if self.typed().title else FieldProblem("title", FieldFault.EMPTY)
        for fault in (empty, *self._faults()):
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
