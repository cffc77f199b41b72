"""The fourth tab: what the office publishes, item by item, with result, proof, owner and date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.domain.history import Role
from ita_desktop.domain.problems import FieldProblem
from ita_desktop.services.changes import Topic
from ita_desktop.services.overview import FINISHED
from ita_desktop.support.language import tr
from ita_desktop.ui.page import Page
from ita_desktop.ui.pages.checklist_errands import Errands, errand_menu
from ita_desktop.ui.pages.checklist_panel import ChecklistPanel
from ita_desktop.ui.pages.checklist_reason import AskLine
from ita_desktop.ui.pages.checklist_words import columns, heading, summary_words
from ita_desktop.ui.pages.checklist_work import ChecklistWork, NextSteps, next_steps
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import Segments
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.ui.widgets.labels import KeyLine, Line
from ita_desktop.ui.widgets.table import RowModel, Table
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.checklist import CheckEntry
    from ita_desktop.domain.checklist_phases import PhaseDays
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.checklist import CheckRow
    from ita_desktop.ui.context import Context

ALL, OPEN, GAIN = 0, 1, 2


class ChecklistPage(Page):
    """A table by sub-indicator and the chosen item beside it. Digits judge, Enter edits, leaving keeps."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CHECKLIST, Topic.ROUND})

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("OIT การเปิดเผยข้อมูลสาธารณะ"))
        self._rows: tuple[CheckRow, ...] = ()
        self._role = Role.ADMIN
        self._wanted = ""
        self.table: Table[CheckRow] = Table(RowModel(columns(), self._heading), tr("ไม่มีข้อในรายการนี้"))
        self.table.setAccessibleName(tr("รายการ OIT"))
        self.panel = ChecklistPanel()
        self.reason, self.work, self.errands = AskLine(), ChecklistWork(self), Errands(self)
        names = (tr("ทั้งหมด"), tr("ยังไม่เสร็จ"), tr("เพิ่มคะแนน"))
        self.filter = Segments(names, ("Alt+1", "Alt+2", "Alt+3"))
        self.add_to_head(self.filter)
        self.more = self.add_action(tr("อื่น ๆ"), self.open_menu, "Ctrl+M")
        self.back_button = self.add_action(tr("ส่งคืน"), self.work.back, "Shift+F9")
        self.forward_button = self.add_action(tr("ส่งขออนุมัติ"), self.work.forward, "F9", primary=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        """Table with its keys at the left, panel at the right."""
        card = Card(margin=12)
        card.body.addWidget(self.reason)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(Line())
        hints = (
            ("↑ ↓", tr("เลือกข้อ")),
            ("1–3", tr("ให้คะแนน")),
            ("0", tr("ยังไม่ตรวจ")),
            ("Return", tr("แก้")),
            ("Ctrl+E", tr("เพิ่มหลักฐาน")),
            ("F8", tr("ข้อถัดไปที่ยังไม่เต็ม")),
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
        self.panel.proofs.opened.connect(self.work.open_proof)
        self.panel.proofs.removed.connect(self.work.remove_proof)
        self.reason.left.connect(self.take_focus)
        for keys, slot in (
            ("Ctrl+S", self.panel.commit),
            ("Ctrl+E", self.work.add_file),
            ("Ctrl+Shift+E", self.work.add_page),
            ("Ctrl+.", self.work.stop),
            ("Ctrl+D", self.errands.look),
            ("F8", self.go_to_next),
        ):
            on_keys(keys, self, slot)

    # Showing

    def refresh(self) -> None:
        """Ask for all items, and under which hat the person works."""
        workspace = self.workspace
        self.query(lambda: (workspace.checklist.rows(), workspace.role), self._show)

    def _show(self, found: tuple[tuple[CheckRow, ...], Role]) -> None:
        """Show them; the cursor stays on its item, or goes to the one that was asked for."""
        rows, self._role = found
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
        """The items that the filter lets through, those that gain most first where that is asked for."""
        if self.filter.current == ALL:
            return self._rows
        if self.filter.current == GAIN:
            return sorted((row for row in self._rows if row.gain), key=lambda row: -row.gain)
        return [row for row in self._rows if row.entry.status not in FINISHED or row.item.code == code]

    def _heading(self, row: CheckRow) -> str:
        """The group of an item; sorted by gain there are none."""
        return "" if self.filter.current == GAIN else heading(row)

    def _choose(self, row: CheckRow | None) -> None:
        """Show the item under the cursor; one that cannot be kept as it stands is not left."""
        code = self.panel.code
        if row is not None and row.item.code == code:
            self.panel.show_row(next(each for each in self._rows if each.item.code == code))
        elif self.panel.commit():
            self.panel.show_row(row)
        else:
            self.table.choose(lambda each: each.item.code == code)
        self._show_steps()
        self.query(lambda: self.workspace.role, self._note_role)

    def _note_role(self, role: Role) -> None:
        """Say what another hat can do; it may have been put on since the list was read."""
        if role is not self._role:
            self._role = role
            self._show_steps()

    def _show_steps(self) -> None:
        """Say on the buttons what can be done with the item now."""
        row = self.panel.row
        steps = next_steps(row.entry.status, self._role) if row is not None else NextSteps(None, None)
        for button, step, usual in (
            (self.forward_button, steps.forward, ApprovalStep.SUBMIT),
            (self.back_button, steps.back, ApprovalStep.RETURN),
        ):
            button.set_words(label(step or usual))
        self.back_button.setVisible(steps.back is not None)

    def show_subject(self, subject: str) -> None:
        """Go to an item; if the items have not come yet, when they do."""
        found = self.table.choose(lambda row: row.item.code == subject)
        if not found and self.filter.current != ALL:
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

    def open_menu(self) -> None:
        """Show papers, links, last year and the days of the steps; arrows and Enter work there."""
        self.query(self.workspace.checklist.approval.phases, self._show_menu)

    def _show_menu(self, days: tuple[PhaseDays, ...]) -> None:
        """Show the menu below its button."""
        self.menu = errand_menu(self, days)
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def copy_text(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def leave(self) -> None:
        """Keep what stands in the panel."""
        self.panel.commit()
