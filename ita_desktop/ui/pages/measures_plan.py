"""The plan: a table of measures by indicator, the form of the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.domain.problems import FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.measures_cells import TwoLineCells
from ita_desktop.ui.pages.measures_files import PlanFiles
from ita_desktop.ui.pages.measures_form import MeasureForm
from ita_desktop.ui.pages.measures_words import period_words, proposed_finding
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.icons import Icon
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.fields import field_name
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Indicator
    from ita_desktop.domain.plan.library import Suggestion
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.results import YearResult
    from ita_desktop.ui.pages.measures import MeasuresPage

TONES = {
    MeasureStatus.PLANNED: (Tone.CALM, Icon.RING),
    MeasureStatus.RUNNING: (Tone.INFO, Icon.HALF),
    MeasureStatus.DONE: (Tone.GOOD, Icon.TICK),
    MeasureStatus.NOT_DONE: (Tone.BAD, Icon.CROSS),
}


class PlanView(QWidget):
    """Writes, changes and removes measures. Nothing that is typed is lost."""

    def __init__(self, page: MeasuresPage) -> None:
        super().__init__()
        self._page = page
        self._result: YearResult | None = None
        self._wanted = 0
        self.files = PlanFiles(page)
        self.table: Table[Measure] = Table(
            RowModel(_columns()), tr("ยังไม่มีมาตรการ · Ctrl N เพิ่มมาตรการแรก · F9 ยกมาจากปีก่อน"), row_height=54
        )
        self.table.setItemDelegate(TwoLineCells(self.table))
        self.form = MeasureForm()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        card = Card(margin=12)
        card.body.addLayout(self._buttons())
        card.body.addWidget(self.table, 1)
        row.addWidget(card, 1)
        row.addWidget(self.form)
        self._connect()

    def _buttons(self) -> QHBoxLayout:
        """What is done with the plan, above its table."""
        row = QHBoxLayout()
        row.setSpacing(8)
        remove = ActionButton(tr("ลบ"), self.remove, "", "plain")
        remove.setToolTip("Delete")
        for button in (
            ActionButton(tr("เพิ่มมาตรการ"), self.begin, "Ctrl+N", "primary"),
            ActionButton(tr("คลัง"), self.open_library, "F7"),
            ActionButton(tr("ขั้นตอน"), self.open_steps, "F6"),
        ):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.files.button)
        row.addWidget(remove)
        return row

    def _connect(self) -> None:
        """Join table, form and keys."""
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(lambda _: self.form.enter())
        self.form.save_asked.connect(self.save)
        self.form.given_up.connect(self._give_up)
        self.form.finding_asked.connect(self._propose)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)

    # Showing

    def show_measures(self, measures: tuple[Measure, ...], result: YearResult) -> None:
        """Show them; the cursor goes to the measure just kept, else stays. What is being typed stays too."""
        self._result = result
        typing = self.form.changed
        self.form.offer_indicators(result.instrument.indicators)
        chosen = self.table.chosen
        wanted = self._wanted or (chosen.key if chosen else 0)
        self._wanted = 0
        self.table.blockSignals(True)
        self.table.show_rows(measures, lambda row: row.key == wanted)
        self.table.blockSignals(False)
        if not typing:
            self._show_chosen()

    def _indicator(self, code: str) -> Indicator | None:
        """The indicator of a code."""
        found = self._result.instrument.indicators if self._result is not None else ()
        return next((each for each in found if each.code == code), None)

    def _choose(self, measure: Measure | None) -> None:
        """Show the measure under the cursor; what was typed on another one is kept first."""
        if measure is None:
            return
        if not self.form.changed:
            self._show_chosen()
        elif self.form.check():
            self._save(go_to=measure.key)
        else:
            self._put_cursor(self.form.typed().key)

    def _put_cursor(self, key: int) -> None:
        """Put the cursor on a measure without showing it: the form keeps what it has."""
        self.table.blockSignals(True)
        self.table.choose(lambda row: row.key == key)
        self.table.blockSignals(False)

    def _show_chosen(self) -> None:
        """Show the measure under the cursor, or an empty form where there is none."""
        self.form.show_measure(self.table.chosen or Measure("", ""))

    # Changing

    def begin(self) -> None:
        """Begin a new measure, for the indicator under the cursor."""
        self.keep_typed()
        chosen = self.table.chosen
        self.form.show_measure(Measure(chosen.indicator if chosen else "", ""))
        self.form.enter()

    def begin_with(self, measure: Measure) -> None:
        """Begin a new measure with a draft in it, which is still to be kept."""
        self.form.restore(measure)
        self.form.measure.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep what stands in the form and go back to the table; faults are told at their fields."""
        if self.form.check() and self.form.changed:
            self._save()
            self.table.setFocus()

    def _save(self, go_to: int = 0) -> None:
        """Write the form's measure; the cursor then goes to it, or to another one."""
        measure, measures = self.form.typed(), self._page.workspace.measures
        command = measures.change if measure.key else measures.add
        words = tr("บันทึกมาตรการแล้ว") if measure.key else tr("เพิ่มมาตรการแล้ว")

        def kept(changes: Changes) -> None:
            """Say it; the refresh that is under way finds the cursor's place."""
            self._wanted = go_to or changes.key or measure.key
            self._page.banner.clear()
            self._page.context.announce(words)

        self.form.mark_kept()
        self._page.run(lambda: command(measure), kept, lambda problem: self._refused(problem, measure))

    def _refused(self, problem: Problem, measure: Measure) -> None:
        """Put back what was typed and tell the problem at its field."""
        self._put_cursor(measure.key)
        self.form.restore(measure)
        if not (isinstance(problem, FieldProblem) and self.form.show_problem(problem)):
            self._page.tell(problem)

    def remove(self) -> None:
        """Remove the measure under the cursor; undo brings it back."""
        chosen = self.table.chosen
        if chosen is None:
            return
        self.form.show_measure(chosen)
        measures, page = self._page.workspace.measures, self._page
        words = tr("ลบมาตรการแล้ว · Ctrl Z ย้อน")
        page.run(lambda: measures.remove(chosen.key), lambda _: page.context.announce(words))

    def _give_up(self) -> None:
        """Forget what is typed and go back to the table."""
        self._show_chosen()
        self.table.setFocus()

    def _propose(self, code: str) -> None:
        """Put what the score says about the indicator into the form."""
        indicator = self._indicator(code)
        if indicator is not None and self._result is not None:
            self.form.propose_finding(proposed_finding(indicator, self._result))

    def keep_typed(self) -> None:
        """Keep what is typed, if it can be: without a title there is nothing yet to keep."""
        if self.form.changed and self.form.check():
            self._save()

    # Sheets

    def open_steps(self) -> None:
        """Open the steps of the measure in the form, with their dates."""
        from ita_desktop.ui.pages.measures_steps import StepsSheet

        sheet = StepsSheet(self, self.form.typed())
        sheet.accepted_steps.connect(self.form.take_steps)
        sheet.open()

    def open_library(self) -> None:
        """Open the library on the indicator in the form."""
        from ita_desktop.ui.pages.measures_library import LibrarySheet

        typed = self.form.typed()
        sheet = LibrarySheet(self._page, typed.indicator, typed.answers)
        sheet.taken.connect(self._take_suggestion)
        sheet.open()

    def _take_suggestion(self, suggestion: Suggestion) -> None:
        """Put a suggestion into the form, where a person edits it before it stands in the plan."""
        self.form.take_suggestion(suggestion)


def _state(measure: Measure) -> State:
    """The status as icon and word."""
    tone, icon = TONES[measure.status]
    return State(label(measure.status), tone, icon)


def _columns() -> list[Column[Measure]]:
    """The plan's columns."""
    return [
        Column(tr("ที่"), lambda row: row.indicator, 40),
        Column(tr("มาตรการ"), lambda row: row.title),
        Column(field_name("finding"), lambda row: row.finding, 172),
        Column(field_name("steps"), lambda row: row.steps, 152),
        Column(tr("ระยะเวลา"), period_words, 114),
        Column(field_name("owner"), lambda row: row.owner, 106),
        Column(field_name("status"), _state, 136),
    ]
