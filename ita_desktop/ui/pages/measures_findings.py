"""Findings: what the rules propose, with their reasons; taken, reworded, dismissed, answered by a measure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.domain.measures import Measure
from ita_desktop.domain.plan.findings import Finding, FindingState, Heading
from ita_desktop.domain.problems import FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.pages.measures_cells import TwoLineCells
from ita_desktop.ui.pages.measures_finding_panel import FindingPanel
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.icons import Icon
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.plan import finding_text, reasons_words
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.plan.findings import FindingRow
    from ita_desktop.ui.pages.measures import MeasuresPage

HEADING = 30
TONES = {
    FindingState.PROPOSED: (Tone.CALM, Icon.RING),
    FindingState.ACCEPTED: (Tone.GOOD, Icon.TICK),
    FindingState.DISMISSED: (Tone.CALM, Icon.CROSS),
}


class FindingsView(QWidget):
    """The two headings with what stands below each; the chosen one beside them."""

    def __init__(self, page: MeasuresPage) -> None:
        super().__init__()
        self._page = page
        self._wanted = ""
        self.table: Table[FindingRow] = Table(
            RowModel(_columns(), lambda row: label(row.finding.heading)),
            tr("ยังไม่มีผลคะแนน จึงยังไม่มีประเด็นที่จะเสนอ"),
            row_height=50,
        )
        self.table.setItemDelegate(TwoLineCells(self.table))
        self.panel = FindingPanel()
        card = Card(margin=12)
        card.body.addLayout(self._buttons())
        card.body.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(card, 1)
        row.addWidget(self.panel)
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(lambda _: self.panel.text.setFocus())
        self.panel.accept_asked.connect(self.accept)
        self.panel.dismiss_asked.connect(self.dismiss)
        self.panel.forget_asked.connect(self.forget)
        self.panel.given_up.connect(self._give_up)

    def _buttons(self) -> QHBoxLayout:
        """What is done with all findings."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(ActionButton(tr("เพิ่มประเด็นเอง"), self.add, "Ctrl+N"))
        row.addWidget(ActionButton(tr("เกณฑ์เสนอประเด็น"), self.open_rules, "F8"))
        row.addWidget(ActionButton(tr("เขียนมาตรการ"), self.write_measure, "F7", "primary"))
        row.addStretch(1)
        return row

    def show_rows(self, rows: tuple[FindingRow, ...]) -> None:
        """Show them; the cursor stays on its finding. What is being typed stays too."""
        typing = self.panel.changed
        chosen = self.table.chosen
        wanted = self._wanted or (_mark(chosen) if chosen is not None else "")
        self._wanted = ""
        self.table.blockSignals(True)
        self.table.show_rows(rows, lambda row: _mark(row) == wanted)
        self.table.blockSignals(False)
        for line in range(self.table.rows.rowCount()):
            if self.table.rows.heading_at(line):
                self.table.setRowHeight(line, theme.scaled(HEADING))
        if not typing:
            self._show_chosen()

    def _choose(self, row: FindingRow | None) -> None:
        """Show the finding under the cursor; what was typed on another one is kept first."""
        if row is not None:
            self.keep_typed()
            self._show_chosen()

    def _show_chosen(self) -> None:
        """Show the finding under the cursor, its drafted text where nobody wrote one."""
        row = self.table.chosen
        self.panel.show_row(row, row.finding.text or finding_text(row) if row is not None else "")

    def _give_up(self) -> None:
        """Forget what is typed."""
        self._show_chosen()
        self.table.setFocus()

    # Deciding

    def accept(self) -> None:
        """Take the finding with its text, under the heading that is chosen."""
        self._decide(FindingState.ACCEPTED, tr("รับประเด็นแล้ว"))

    def dismiss(self) -> None:
        """Dismiss the finding; it stays in the list, and can be taken again."""
        self._decide(FindingState.DISMISSED, tr("ไม่นำประเด็นนี้มาใช้ · Ctrl Z ย้อน"))

    def _decide(self, state: FindingState, words: str) -> None:
        """Keep a decision and go on to the next finding."""
        finding = self.panel.typed(state)
        if finding is None:
            return
        page, findings = self._page, self._page.workspace.plan.findings

        def kept(changes: Changes) -> None:
            """Say it; the cursor stays where it is, which is the next one if this one moved."""
            self._wanted = finding.score_key or f"#{changes.key}"
            page.banner.clear()
            page.context.announce(words)
            self.table.setFocus()

        self.panel.mark_kept()
        page.run(lambda: findings.decide(finding), kept, lambda problem: self._refused(problem, finding))

    def _refused(self, problem: Problem, finding: Finding) -> None:
        """Put back what was typed and tell the problem."""
        self.panel.restore(finding)
        if not (isinstance(problem, FieldProblem) and self.panel.show_problem(problem)):
            self._page.tell(problem)

    def forget(self) -> None:
        """Forget what was decided: it is proposed again, or gone if a person had added it."""
        row = self.table.chosen
        if row is None or not row.finding.key:
            return
        findings, page, key = self._page.workspace.plan.findings, self._page, row.finding.key
        words = tr("ยกเลิกการพิจารณาแล้ว · Ctrl Z ย้อน")
        self.panel.mark_kept()
        page.run(lambda: findings.forget(key), lambda _: page.context.announce(words))

    def add(self) -> None:
        """Begin a finding of one's own."""
        self.keep_typed()
        self.panel.begin(Finding("", Heading.DEVELOP, state=FindingState.ACCEPTED))
        self.panel.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_typed(self) -> None:
        """Keep a text that was reworded: whoever words a finding takes it."""
        if self.panel.changed and self.panel.text.text().strip():
            self._decide(FindingState.ACCEPTED, tr("รับประเด็นแล้ว"))

    def write_measure(self) -> None:
        """Begin a measure that answers the finding under the cursor."""
        row = self.table.chosen
        if row is None:
            return
        self.keep_typed()
        text = self.panel.text.text().strip() or finding_text(row)
        item = row.finding.score_key if row.finding.score_key != row.indicator else ""
        self._page.write_measure(replace(Measure(row.indicator, ""), finding=text, answers=item))

    def open_rules(self) -> None:
        """Open the figures that decide."""
        from ita_desktop.ui.pages.measures_rules import RulesSheet

        page = self._page
        plan = page.workspace.plan
        page.query(plan.findings.rules, lambda rules: RulesSheet(page, rules).open())


def _mark(row: FindingRow) -> str:
    """What tells a finding from the others: its score, or the number of one that people added."""
    return row.finding.score_key or f"#{row.finding.key}"


def _state(row: FindingRow) -> State:
    """What was decided, as icon and word."""
    tone, icon = TONES[row.finding.state]
    return State(label(row.finding.state), tone, icon)


def _columns() -> list[Column[FindingRow]]:
    """The list's columns."""
    return [
        Column(tr("ข้อ"), lambda row: row.finding.score_key or "–", 46),
        Column(tr("ประเด็น"), lambda row: row.finding.text or row.title),
        Column(tr("เหตุที่เสนอ"), lambda row: reasons_words(row.finding), 250),
        Column(tr("มาตรการ"), lambda row: str(row.measures) if row.measures else "–", 70, number=True),
        Column(tr("พิจารณา"), _state, 100),
    ]
