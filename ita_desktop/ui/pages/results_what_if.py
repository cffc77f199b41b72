"""The what-if view: each item with what it could add, the shortest way to each level, what is supposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.domain.what_if import Supposed
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.results_head import Condition
from ita_desktop.ui.pages.results_what_if_panel import WhatIfPanel
from ita_desktop.ui.pages.results_what_if_words import columns
from ita_desktop.ui.widgets.buttons import ActionButton, Segments
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import RowModel, Table
from ita_desktop.wording.what_if import Row, all_rows, way_rows, way_words

if TYPE_CHECKING:
    from fractions import Fraction

    from ita_desktop.domain.answers import Tally
    from ita_desktop.domain.what_if import Outcome
    from ita_desktop.services.what_if import WhatIf
    from ita_desktop.ui.widgets.badge import State


class WhatIfView(QWidget):
    """List at the left, panel at the right. What is supposed lives here alone: nothing is written."""

    def __init__(self, what_if: WhatIf) -> None:
        super().__init__()
        self.what_if, self.supposed = what_if, Supposed()
        labels = [way.band.label for way in what_if.ways]
        self.lists = Segments([tr("ทุกข้อ"), *(tr("สู่ {level}").format(level=label) for label in labels)])
        self.lists.chosen.connect(self._show_list)
        self.words = Text("", "small", wrap=True)
        self.try_button = ActionButton(tr("ลองทางนี้"), self._try_way, "Ctrl+T", "primary")
        self.table: Table[Row] = Table(RowModel(columns(lambda: self.supposed)), tr("ไม่มีข้อที่ต้องเพิ่มคะแนน"))
        self.panel = WhatIfPanel(self._forget, self._clear)
        self._connect()
        self._lay_out()
        self.show_what_if(what_if)

    def _connect(self) -> None:
        """Let table and panel talk."""
        self.table.row_chosen.connect(self._show_row)
        self.table.row_opened.connect(self._edit)
        self.table.typed.connect(self._type)
        self.panel.result_picked.connect(self._pick)
        self.panel.answers_typed.connect(self._answer)

    def _lay_out(self) -> None:
        """Put the list beside the panel."""
        card = Card(margin=12)
        above = QHBoxLayout()
        above.setSpacing(14)
        above.addWidget(self.lists)
        above.addWidget(self.words, 1)
        above.addWidget(self.try_button)
        card.body.addLayout(above)
        card.body.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(card, 1)
        row.addWidget(self.panel)

    def show_what_if(self, what_if: WhatIf) -> None:
        """Show another result; what is supposed stays supposed."""
        self.what_if = what_if
        self._show_list(self.lists.current)

    def _show_list(self, number: int) -> None:
        """Show all items, or a way to a level."""
        way = self.what_if.ways[number - 1] if number > 0 else None
        self.lists.choose(number)
        self.words.setText(
            way_words(way) if way is not None else tr("เรียงตามคะแนนรวมที่เพิ่มได้ กดตัวเลข (OIT) หรือ Enter เพื่อสมมติ")
        )
        self.try_button.setEnabled(way is not None and bool(way.steps))
        chosen = self.table.chosen
        rows = all_rows(self.what_if) if way is None else way_rows(way)
        self.table.show_rows(rows, (lambda row: row.place == chosen.place) if chosen else None)
        self._show_outcome()

    @property
    def outcome(self) -> Outcome:
        """The year as supposed."""
        return self.what_if.suppose(self.supposed)

    def _show_outcome(self) -> None:
        """Show total, level and the conditions of the level that is looked at."""
        after = self.outcome
        before = self.what_if.result.sheet.total.value
        self.panel.show_outcome(before, after, self._conditions(after))
        self.table.viewport().update()

    def _conditions(self, after: Outcome) -> tuple[State, ...]:
        """How the conditions of the level looked at stand; of the best level, where all items are shown."""
        band = self.what_if.ways[max(self.lists.current - 1, 0)].band if self.what_if.ways else None
        if band is None:
            return ()
        asked = [Condition("total", band.total_at_least, after.sheet.value("total"))]
        if band.each_at_least is not None:
            asked += [Condition(key, band.each_at_least, after.sheet.value(key)) for key in band.each_of]
        return tuple(each.state for each in asked)

    # Supposing

    def _show_row(self, row: Row | None) -> None:
        """Offer what may be supposed of the row under the cursor."""
        chosen = self.supposed.results.get(row.item.code, row.present) if row is not None else None
        self.panel.show_row(row, self._tallies(row), chosen)

    def _tallies(self, row: Row | None) -> dict[str, Tally]:
        """The answers to an item's questions, as supposed or as they are."""
        part = self.what_if.year.tallies.get(row.part.code) if row is not None else None
        if row is None or part is None:
            return {}
        known = {q.code: part.questions.get(q.code) for q in row.item.questions}
        now = {code: self.supposed.answers.get((row.part.code, code), tally) for code, tally in known.items()}
        return {code: tally for code, tally in now.items() if tally is not None}

    def _pick(self, score: Fraction | None) -> None:
        """Suppose another result of the checklist item under the cursor."""
        row = self.table.chosen
        if row is not None and row.checked:
            self._suppose(self.supposed.with_result(row.item.code, score))

    def _answer(self, question: str, tally: Tally) -> None:
        """Suppose other answers."""
        row = self.table.chosen
        if row is not None:
            self._suppose(self.supposed.with_answers(row.part.code, question, tally))

    def _suppose(self, supposed: Supposed) -> None:
        """Suppose, and show what comes of it."""
        self.supposed = supposed
        self._show_outcome()

    def _edit(self, row: Row) -> None:
        """Go into the fields of a survey item."""
        if self.panel.shares:
            self.panel.shares[0].fields[0].setFocus()
            self.panel.shares[0].fields[0].selectAll()

    def _type(self, text: str) -> None:
        """A digit on a checklist item chooses its result."""
        row = self.table.chosen
        if row is not None and row.checked and text.isdecimal():
            self.panel.pick(int(text))

    def _forget(self) -> None:
        """Take back what is supposed of the item under the cursor."""
        row = self.table.chosen
        if row is None:
            return
        made = self.supposed.with_result(row.item.code, None)
        for question in row.item.questions:
            made = made.with_answers(row.part.code, question.code, None)
        self._suppose(made)
        self._show_row(row)

    def _clear(self) -> None:
        """Take back everything."""
        self._suppose(Supposed())
        self._show_row(self.table.chosen)

    def _try_way(self) -> None:
        """Suppose the whole way that is shown."""
        if self.lists.current > 0:
            self._suppose(self.what_if.ways[self.lists.current - 1].supposed)
            self._show_row(self.table.chosen)
