"""The fourth tab: what the office publishes, item by item, with result, proof, owner and date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt

from ita_desktop.domain.problems import FieldProblem
from ita_desktop.services.changes import Topic
from ita_desktop.services.overview import FINISHED
from ita_desktop.support.language import tr
from ita_desktop.ui.page import Page
from ita_desktop.ui.pages.checklist_panel import ChecklistPanel
from ita_desktop.ui.pages.checklist_words import columns, heading, summary_words
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import Segments
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.ui.widgets.labels import KeyLine, Line
from ita_desktop.ui.widgets.table import RowModel, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.checklist import CheckEntry
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.checklist import CheckRow
    from ita_desktop.ui.context import Context

ALL, OPEN = 0, 1


class ChecklistPage(Page):
    """A table by sub-indicator and the chosen item beside it. Digits judge, Enter edits, leaving keeps."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CHECKLIST, Topic.ROUND})

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("OIT การเปิดเผยข้อมูลสาธารณะ"))
        self._rows: tuple[CheckRow, ...] = ()
        self._wanted = ""
        self.table: Table[CheckRow] = Table(RowModel(columns(), heading), tr("ไม่มีข้อในรายการนี้"))
        self.table.setAccessibleName(tr("รายการ OIT"))
        self.panel = ChecklistPanel()
        self.filter = Segments((tr("ทั้งหมด"), tr("ยังไม่เสร็จ")), ("Alt+1", "Alt+2"))
        self.add_to_head(self.filter)
        self.add_action(tr("ข้อถัดไปที่ยังไม่เต็ม"), self.go_to_next, "F8", primary=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        """Table with its keys at the left, panel at the right."""
        card = Card(margin=12)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(Line())
        hints = (
            ("↑ ↓", tr("เลือกข้อ")),
            ("1–3", tr("ให้คะแนน")),
            ("0", tr("ยังไม่ตรวจ")),
            ("Return", tr("แก้รายละเอียด")),
        )
        card.body.addWidget(KeyLine(hints))
        self.body.addWidget(card, 1)
        self.body.addWidget(self.panel)

    def _connect(self) -> None:
        """Tie table, panel, filter and keys together."""
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(lambda _: self.panel.begin())
        self.table.typed.connect(self._judge)
        self.panel.entry_changed.connect(self._keep)
        self.panel.done.connect(self.take_focus)
        self.filter.chosen.connect(lambda _: self._show_table())
        on_keys("Ctrl+S", self, self.panel.commit)

    # Showing

    def refresh(self) -> None:
        """Ask for all items."""
        self.query(self.workspace.checklist.rows, self._show)

    def _show(self, rows: tuple[CheckRow, ...]) -> None:
        """Show them; the cursor stays on its item, or goes to the one that was asked for."""
        self._rows = rows
        self.set_subtitle(summary_words(rows))
        unfinished = sum(row.entry.status not in FINISHED for row in rows)
        self.filter.set_text(OPEN, prose(tr("ยังไม่เสร็จ {count}").format(count=unfinished)))
        self.panel.show_owners({row.entry.owner for row in rows} - {""})
        self._show_table()
        if self._wanted:
            self.show_subject(self._wanted)

    def _show_table(self) -> None:
        """Fill the table as the filter says; the item in the panel stays in sight while it is worked on."""
        code = self.panel.code
        self.table.show_rows(self._filtered(code), lambda row: row.item.code == code)

    def _filtered(self, code: str) -> Sequence[CheckRow]:
        """The items that the filter lets through."""
        if self.filter.current == ALL:
            return self._rows
        return [row for row in self._rows if row.entry.status not in FINISHED or row.item.code == code]

    def _choose(self, row: CheckRow | None) -> None:
        """Show the item under the cursor; one that cannot be kept as it stands is not left."""
        code = self.panel.code
        if row is not None and row.item.code == code:
            self.panel.show_row(next(each for each in self._rows if each.item.code == code))
        elif self.panel.commit():
            self.panel.show_row(row)
        else:
            self.table.choose(lambda each: each.item.code == code)

    def show_subject(self, subject: str) -> None:
        """Go to an item; if the items have not come yet, when they do."""
        found = self.table.choose(lambda row: row.item.code == subject)
        if not found and self.filter.current == OPEN:
            self.filter.choose(ALL)
            self._show_table()
            found = self.table.choose(lambda row: row.item.code == subject)
        self._wanted = "" if found else subject

    def take_focus(self) -> None:
        """Work begins in the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Working

    def _judge(self, text: str) -> None:
        """A digit in the table: the result from the left; 0 for not judged."""
        if text.isascii() and text.isdigit():
            self.panel.pick(int(text) - 1)

    def go_to_next(self) -> None:
        """Go to the next item that could still gain points, from the present one on and round."""
        codes = [row.item.code for row in self._rows]
        start = codes.index(self.panel.code) + 1 if self.panel.code in codes else 0
        for row in (*self._rows[start:], *self._rows[:start]):
            if row.gain:
                self.show_subject(row.item.code)
                self.take_focus()
                return
        self.context.announce(tr("ทุกข้อได้คะแนนเต็มแล้ว"))

    def _keep(self, entry: CheckEntry) -> None:
        """Keep an entry; say so, or go back to it with what is wrong."""
        words = tr("บันทึกข้อ {code} แล้ว").format(code=entry.code)
        self.run(
            lambda: self.workspace.checklist.save(entry),
            lambda _: self.context.announce(prose(words)),
            lambda problem: self._refused(entry.code, problem),
        )

    def _refused(self, code: str, problem: Problem) -> None:
        """Tell what the service refused, at its field if the item is still shown."""
        here = code == self.panel.code and isinstance(problem, FieldProblem)
        if not (here and isinstance(problem, FieldProblem) and self.panel.show_problem(problem)):
            self.tell(problem)

    def leave(self) -> None:
        """Keep what stands in the panel."""
        self.panel.commit()
