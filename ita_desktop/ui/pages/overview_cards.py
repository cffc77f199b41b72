"""The cards of the overview: the next step, the scores so far, what to look at today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.pages.overview_words import (
    Duty,
    ScoreLine,
    due_words,
    duties,
    level_state,
    score_lines,
    step_button,
)
from ita_desktop.ui.pages.results_head import incomplete_lines
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import Badge
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.ui.widgets.labels import CutText, Line, Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.steps import step_words

if TYPE_CHECKING:
    from ita_desktop.services.overview import Overview
from ita_desktop.ui.widgets.labels import Look


class NextStepCard(Card):
    """The one thing to do next; Enter goes there from anywhere on the page."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(lead=True, margin=16)
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        self.caption = Text(tr("งานถัดไป"), "muted")
        self.what = Text("", "heading", wrap=True)
        self.due = CutText("", "muted")
        for label in (self.caption, self.what, self.due):
            words.addWidget(label)
        row.addLayout(words, 1)
        self.button = ActionButton("", self.asked.emit, "Return", "primary")
        self.button.setMinimumHeight(theme.scaled(42))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        # The number pad has an Enter of its own, which Qt takes for another key.
        on_keys("Enter", self, self.asked.emit)

    def show_view(self, view: Overview) -> None:
        """Say the step."""
        self.what.setText(prose(step_words(view.next_step)))
        self.due.setText(due_words(view))
        self.due.setVisible(bool(self.due.text()))
        self.button.set_words(step_button(view.next_step))


class ScoreCard(Card):
    """Scores by part beside those of the year before, and the level they come to."""

    def __init__(self) -> None:
        super().__init__(tr("คะแนนเท่าที่มี"))
        self.level = Badge()
        self.head.addWidget(self.level)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(3)
        self._grid.setHorizontalSpacing(theme.WIDE_GAP)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self.incomplete = Text("", "small", wrap=True)
        self.body.addWidget(self.incomplete)

    def show_view(self, view: Overview) -> None:
        """Show the lines anew."""
        self.level.show_state(level_state(view.result))
        lacking = incomplete_lines(view.result.instrument)
        self.incomplete.setText(prose("\n".join(lacking)))
        self.incomplete.setVisible(bool(lacking))
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        titles = ScoreLine(tr("เครื่องมือ"), tr("ผู้ตอบ"), tr("ปีก่อน"), tr("ปีนี้"))
        self._add(0, titles, "small", "small")
        lines = score_lines(view)
        for number, line in enumerate(lines, 1):
            last = number == len(lines)
            self._add(2 * number, line, "strong" if last else "body", "strong")

    def _add(self, row: int, line: ScoreLine, look: Look, last_look: Look) -> None:
        """Put a line into the grid with a hairline below."""
        cells = (
            CutText(line.name, look),
            Text(line.respondents, look),
            Text(line.before, look),
            Text(line.now, last_look),
        )
        for column, cell in enumerate(cells):
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            cell.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(cell, row, column)
        self._grid.addWidget(Line(), row + 1, 0, 1, len(cells))


class DutyCard(Card):
    """What to look at today; Enter or a double click on a line goes there."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("ต้องดูวันนี้"))
        columns = [Column[Duty]("", lambda duty: duty.state, 118), Column[Duty]("", lambda duty: duty.words)]
        empty = prose(tr("ไม่มีอะไรเลยกำหนดหรือใกล้กำหนดใน 7 วันนี้"))
        self.table: Table[Duty] = Table(RowModel(columns), empty, row_height=50, choose_first=False)
        self.table.horizontalHeader().hide()
        self.table.setAccessibleName(tr("ต้องดูวันนี้"))
        self.table.row_opened.connect(self.opened)
        self.body.addWidget(self.table, 1)

    def show_view(self, view: Overview) -> None:
        """Show the lines anew."""
        self.table.show_rows(duties(view))
