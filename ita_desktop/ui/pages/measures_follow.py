"""Follow-up: how each measure stands by quarter, and the report of a month beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.domain.plan.followed import Followed
from ita_desktop.domain.problems import FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.measures_cells import TwoLineCells
from ita_desktop.ui.pages.measures_report import ReportPanel
from ita_desktop.ui.prose import brief_day, prose
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.icons import Icon
from ita_desktop.ui.widgets.money_field import shown_money
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.plan.progress import Report
    from ita_desktop.domain.problems import Problem
    from ita_desktop.ui.pages.measures import MeasuresPage


class FollowView(QWidget):
    """Measures with their quarters at the left, the month's report at the right."""

    def __init__(self, page: MeasuresPage) -> None:
        super().__init__()
        self._page = page
        self.table: Table[Followed] = Table(RowModel(_columns()), tr("ยังไม่มีมาตรการที่จะติดตาม"), row_height=54)
        self.table.setItemDelegate(TwoLineCells(self.table))
        self.panel = ReportPanel()
        card = Card(margin=12)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(ActionButton(tr("ขั้นตอนที่เสร็จ"), self.open_steps, "F6"))
        above.addWidget(ActionButton(tr("สรุปรายแบบวัด"), self.open_accounts, "F8"))
        above.addStretch(1)
        above.addWidget(ActionButton(tr("พิมพ์…"), page.print_papers))
        card.body.addLayout(above)
        card.body.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(card, 1)
        row.addWidget(self.panel)
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(lambda _: self.panel.enter())
        self.panel.save_asked.connect(self.save)
        self.panel.remove_asked.connect(self.remove)
        self.panel.given_up.connect(self._give_up)

    def show_rows(self, rows: tuple[Followed, ...]) -> None:
        """Show them; the cursor stays on its measure. What is being typed stays too."""
        typing = self.panel.changed
        chosen = self.table.chosen
        key = chosen.measure.key if chosen is not None else 0
        self.table.blockSignals(True)
        self.table.show_rows(rows, lambda row: row.measure.key == key)
        self.table.blockSignals(False)
        if not typing:
            self.panel.show_followed(self.table.chosen)

    def choose(self, key: int) -> None:
        """Put the cursor on a measure."""
        self.table.choose(lambda row: row.measure.key == key)
        self.table.setFocus()

    def _choose(self, row: Followed | None) -> None:
        """Show the report of the measure under the cursor; what was typed for another is kept first."""
        if row is not None:
            self.keep_typed()
            self.panel.show_followed(row)

    def _give_up(self) -> None:
        """Forget what is typed."""
        self.panel.show_followed(self.table.chosen)
        self.table.setFocus()

    def save(self) -> None:
        """Keep the month's report and go back to the table."""
        if self.panel.check():
            self._save()
            self.table.setFocus()

    def keep_typed(self) -> None:
        """Keep what is typed, if it can be."""
        if self.panel.changed and self.panel.check():
            self._save()

    def _save(self) -> None:
        """Write the report."""
        report = self.panel.typed()
        if report is None:
            return
        follow_up, page = self._page.workspace.plan.follow_up, self._page
        self.panel.mark_kept()
        words = tr("บันทึกรายงานเดือน {month} แล้ว").format(month=self.panel.month_words)
        page.banner.clear()
        page.run(
            lambda: follow_up.put(report),
            lambda _: page.context.announce(prose(words)),
            self._refused(report),
        )

    def _refused(self, report: Report) -> Callable[[Problem], None]:
        """Tell a problem at its field, with what was typed put back."""

        def tell(problem: Problem) -> None:
            self.choose(report.measure)
            self.panel.restore(report)
            if not (isinstance(problem, FieldProblem) and self.panel.form.show_problem(problem)):
                self._page.tell(problem)

        return tell

    def remove(self) -> None:
        """Remove the report of the month that is shown; undo brings it back."""
        report = self.panel.kept_report
        if report is None:
            return
        follow_up, page = self._page.workspace.plan.follow_up, self._page
        words = tr("ลบรายงานแล้ว · Ctrl Z ย้อน")
        self.panel.mark_kept()
        page.run(
            lambda: follow_up.remove(report.measure, report.month), lambda _: page.context.announce(words)
        )

    def open_steps(self) -> None:
        """Open the steps of the measure under the cursor: which of them are done."""
        from dataclasses import replace

        from ita_desktop.ui.pages.measures_steps import StepsSheet

        row = self.table.chosen
        if row is None:
            return
        self.keep_typed()
        measure, page = row.measure, self._page
        measures = page.workspace.measures
        sheet = StepsSheet(self, measure)
        sheet.accepted_steps.connect(
            lambda steps: page.run(lambda: measures.change(replace(measure, plan=steps)))
        )
        sheet.open()

    def open_accounts(self) -> None:
        """Open what is written by tool into the account."""
        from ita_desktop.ui.pages.measures_accounts import AccountsSheet

        page = self._page
        page.query(page.workspace.plan.follow_up.accounts, lambda found: AccountsSheet(page, found).open())


def _quarter(number: int) -> Callable[[Followed], str]:
    """Make the column of a quarter."""

    def text(row: Followed) -> str:
        percent = row.quarters[number].percent
        return f"{percent}%" if percent is not None else "–"

    return text


def _money(row: Followed) -> str:
    """What was spent, of what."""
    spent, planned = shown_money(row.spent), shown_money(row.measure.money)
    if not spent and not planned:
        return "–"
    return f"{spent or '–'} / {planned or '–'}"


def _state(row: Followed) -> State:
    """How it stands; late before all else."""
    from ita_desktop.ui.pages.measures_plan import TONES

    if row.overdue:
        return State(tr("เลยกำหนด"), Tone.BAD, Icon.ALARM)
    if row.late_steps:
        return State(tr("ขั้นตอนช้า"), Tone.WARN, Icon.WARNING)
    tone, icon = TONES[row.measure.status]
    return State(label(row.measure.status), tone, icon)


def _columns() -> list[Column[Followed]]:
    """The table's columns."""
    quarters = [
        Column[Followed](
            prose(tr("ไตรมาส {number}").format(number=number + 1)), _quarter(number), 70, number=True
        )
        for number in range(4)
    ]
    return [
        Column(tr("ที่"), lambda row: row.measure.indicator, 40),
        Column(tr("มาตรการ"), lambda row: row.measure.title),
        Column(tr("ครบกำหนด"), lambda row: brief_day(row.measure.end).replace(" ", "\u00a0"), 104),
        *quarters,
        Column(tr("ใช้จ่าย / งบ"), _money, 164, number=True),
        Column(tr("สถานะ"), _state, 136),
    ]
