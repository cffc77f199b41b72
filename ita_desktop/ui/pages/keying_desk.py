"""What lies on the desk of tab 3: the form that is keyed first, the list of stacks, the checking of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from ita_desktop.domain.problems import FieldProblem
from ita_desktop.domain.second_keying import Stage
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.entry_keys import EntryKey, Move
from ita_desktop.ui.pages.entry_side import side_width
from ita_desktop.ui.pages.keying_board import CheckBoard
from ita_desktop.ui.pages.keying_import import AnswerImport
from ita_desktop.ui.pages.keying_list import CheckDetails, CheckList
from ita_desktop.ui.pages.keying_odd import Odd
from ita_desktop.ui.pages.keying_print import Printing
from ita_desktop.ui.pages.keying_second import SecondKeying
from ita_desktop.ui.pages.keying_third import ThirdReading
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.ask_panel import Asked, AskPanel
from ita_desktop.ui.widgets.keys import on_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.batches import Batch
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.keying_figures import ClerkFigures
    from ita_desktop.services.verification_report import BatchVerification
    from ita_desktop.ui.pages.entry import EntryPage
    from ita_desktop.ui.pages.keying_settings import KeyingSettingsDialog


class Desk:
    """Switches between keying and checking, and does the next step of a stack."""

    def __init__(self, page: EntryPage) -> None:
        self.page = page
        self.stack = QStackedWidget()
        self.list, self.details, self.board, self.ask = CheckList(), CheckDetails(), CheckBoard(), AskPanel()
        for middle in (page.panel, self.list, self.board):
            self.stack.addWidget(middle)
        self.ask.setFixedWidth(side_width())
        for side in (self.details, self.ask):
            page.right.addWidget(side)
        self.second, self.third = SecondKeying(self), ThirdReading(self)
        self.work: SecondKeying | ThirdReading | None = None
        self._figures: tuple[ClerkFigures, ...] = ()
        page.add_action(tr("ตรวจ"), self.show_list, "F8")
        on_keys("F4", self.list, self.call_off)
        on_keys("F3", page, self.show_settings)
        self.board.keyed.connect(self.take)
        self.board.bar.left.connect(self._name_not_told)
        self.list.table.row_opened.connect(self.next_step)
        self.list.table.row_chosen.connect(lambda row: self.details.show_row(row, self._figures))
        self.odd, self.printing, self.answers = Odd(self), Printing(page), AnswerImport(self)
        self.ask.left.connect(self._not_asked)

    # What is shown

    @property
    def keying(self) -> bool:
        """Whether the first keying is on the desk."""
        return self.stack.currentWidget() is self.page.panel

    @property
    def checking(self) -> bool:
        """Whether a stack is keyed again or read on the board."""
        return self.stack.currentWidget() is self.board

    @property
    def listed(self) -> Batch | None:
        """The stack that is chosen in the list; None while the list is not shown."""
        row = self.list.table.chosen if self.stack.currentWidget() is self.list else None
        return row.batch if row is not None else None

    def busy_with(self, work: SecondKeying | ThirdReading) -> bool:
        """Whether this is what lies on the desk now."""
        return self.work is work and self.stack.currentWidget() is self.board

    def take_focus(self) -> None:
        """Put the cursor where work goes on."""
        if self.keying:
            self.page.panel.board.setFocus()
        elif self.stack.currentWidget() is self.board:
            self.board.take_focus()
        elif self.odd.shown:
            self.odd.list.take_focus()
        elif self.answers.shown:
            self.answers.panel.rows.setFocus()
        else:
            self.list.take_focus()

    def _not_asked(self) -> None:
        """Nothing is said: back to the list from which it was asked."""
        (self.odd.show if self.odd.shown else self.show_list)()

    def show_keying(self) -> None:
        """Go back to the first keying."""
        self.stack.setCurrentWidget(self.page.panel)
        self.page.right.setCurrentWidget(self.page.side)
        self.take_focus()

    def show_board(self) -> None:
        """Show the board of checking."""
        self.stack.setCurrentWidget(self.board)
        self.page.right.setCurrentWidget(self.details)
        self.board.take_focus()

    def show_list(self, told: str = "") -> None:
        """Show how the stacks stand."""
        self.page.keeper.flush()
        self.list.tell(told)
        self.stack.setCurrentWidget(self.list)
        self.page.right.setCurrentWidget(self.details)
        self.list.take_focus()
        self.refresh()

    def show_settings(self) -> KeyingSettingsDialog:
        """Open the sheet about how the office keys."""
        from ita_desktop.ui.pages.keying_settings import KeyingSettingsDialog

        self.page.keeper.flush()
        sheet = KeyingSettingsDialog(self.page.context, self.page)
        sheet.finished.connect(self.take_focus)
        sheet.open()
        return sheet

    def refresh(self) -> None:
        """Read how the stacks stand, if that is shown."""
        self.odd.refresh()
        if self.keying or self.page.sheet is None:
            return
        workspace, part = self.page.workspace, self.page.sheet.part

        def read() -> tuple[tuple[BatchVerification, ...], tuple[ClerkFigures, ...]]:
            rows = tuple(row for row in workspace.verification.batches() if row.batch.part == part)
            return rows, workspace.keying_figures.rows()

        self.page.query(read, lambda found: self._show(*found))

    def _show(self, rows: tuple[BatchVerification, ...], figures: tuple[ClerkFigures, ...]) -> None:
        """Show the stacks."""
        self._figures = figures
        sheet = self.page.sheet
        self.list.show_rows(rows, sheet.draft.batch if sheet is not None else 0)

    # Keys

    def take(self, key: EntryKey) -> bool:
        """Use a key; False where the first keying is to use it."""
        if self.keying:
            return False
        if self.stack.currentWidget() is self.board and self.work is not None:
            self.work.take(key)
        elif key.move is Move.LEAVE:
            self.show_keying()
        return True

    # The next step of a stack

    def next_step(self, row: BatchVerification) -> None:
        """Draw the sample, key again, or read: whatever the stack waits for."""
        asked = row.standing
        if row.plan is None:
            self._draw(row.batch)
        elif asked.left:
            self._begin(row.batch)
        elif asked.found.undecided:
            self.work = self.third
            self.third.begin(row.batch.key, row.batch.part)
        elif asked.stage is Stage.CALLED_OFF:
            self._draw(row.batch)
        else:
            self.list.tell(tr("ชุดนี้ไม่มีอะไรค้าง"))

    def _draw(self, batch: Batch) -> None:
        """Draw the sample, say its seed, and begin."""
        service, key = self.page.workspace.verification, batch.key
        self.page.run(lambda: service.draw(key), lambda changes: self._drawn(batch, changes))

    def _drawn(self, batch: Batch, changes: Changes) -> None:
        """The sample is drawn; its seed stands at the side."""
        if changes.topics:
            self.page.context.announce(prose(tr("สุ่มแบบของชุดที่ {number} แล้ว").format(number=batch.number)))
        self.refresh()
        self._begin(batch)

    def _begin(self, batch: Batch) -> None:
        """Key the stack again."""
        self.work = self.second
        self.second.begin(batch.key)

    def call_off(self) -> None:
        """Ask why no more of the stack is to be keyed again."""
        batch = self.listed
        if batch is None:
            return
        title = prose(tr("ยกเลิกการบันทึกซ้ำชุดที่ {number}").format(number=batch.number))
        words = tr("แบบที่เหลือจะไม่บันทึกซ้ำ เหตุผลจะอยู่ในประวัติและรายงาน ข้อที่ต่างกันแล้วยังต้องอ่านครั้งที่สาม")
        self.page.right.setCurrentWidget(self.ask)
        fields = [Asked("reason", tr("เหตุผล"))]
        self.ask.ask(title, words, fields, lambda typed: self._call_off(batch, typed["reason"]))

    def _call_off(self, batch: Batch, reason: str) -> None:
        """Keep the reason."""
        service = self.page.workspace.verification
        done = tr("ยกเลิกการบันทึกซ้ำแล้ว · Ctrl Z ย้อน")
        work = lambda: service.call_off(batch.key, reason)  # noqa: E731 - one expression, used once
        self.page.run(work, lambda _: self.show_list(done), self.refused)

    def refused(self, problem: Problem) -> None:
        """Tell a fault at its field, else on top of the page."""
        if not isinstance(problem, FieldProblem) or not self.ask.show_problem(problem):
            self.page.tell(problem)

    # Who sits here

    def ask_clerk(self, problem: Problem, go_on: Callable[[bool], object]) -> None:
        """Ask for the name that a problem wants and go on; other problems are told."""
        self.show_board()
        service = self.page.workspace.keying_figures

        def answered(name: str, same: bool) -> None:
            self.page.query(lambda: service.take_clerk(name), lambda _: go_on(same))
            self.page.clerk.refresh()

        if not self.board.ask_clerk(problem, answered):
            self.page.tell(problem)
            self.show_list()

    def _name_not_told(self) -> None:
        """Without a name nothing is keyed again: back to the list."""
        if self.work is self.second and self.second.hand is None:
            self.show_list()
