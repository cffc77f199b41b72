"""The dates of the calendar in a sheet: as the office has them, with who sees to each activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.plan.calendar import ActivityDates
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import brief_day
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.date_field import DateField
from ita_desktop.ui.widgets.form import Form
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.fields import field_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.instrument import Activity
    from ita_desktop.domain.problems import Problem
    from ita_desktop.ui.page import Page

Line = tuple["Activity", ActivityDates]


class CalendarSheet(SheetDialog):
    """Each change is kept at once, and undo takes it back; the calendar below follows."""

    def __init__(self, page: Page, rows: Sequence[Line]) -> None:
        super().__init__(page, tr("วันที่ในปฏิทินการประเมิน"), QSize(860, 620))
        self._page = page
        self.table: Table[Line] = Table(RowModel(_columns()), tr("แบบวัดปีนี้ไม่ได้กำหนดปฏิทิน"), row_height=30)
        self.start, self.end, self.owner = DateField(), DateField(), QLineEdit()
        self.form = Form()
        self.form.add_pair(
            ("start", field_name("start"), self.start),
            ("end", field_name("end"), self.end),
            ("owner", field_name("owner"), self.owner),
        )
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.form)
        self.foot.addWidget(ActionButton(tr("บันทึก"), self.save, "Ctrl+S", "primary"))
        self.foot.addWidget(ActionButton(tr("ใช้วันที่ของแบบวัด"), self.reset, "", "plain"))
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ปิด"), self.reject, "Esc"))
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(lambda _: self.start.setFocus())
        self.table.show_rows(list(rows))
        self.table.setFocus()

    def _choose(self, row: Line | None) -> None:
        """Show an activity's dates."""
        self.form.clear_problems()
        if row is not None:
            self.start.set_day(row[1].start)
            self.end.set_day(row[1].end)
            self.owner.setText(row[1].owner)

    def save(self) -> None:
        """Keep the dates of the activity under the cursor."""
        row = self.table.chosen
        self.form.clear_problems()
        if row is None:
            return
        for name, field in (("start", self.start), ("end", self.end)):
            fault = field.fault(name)
            if fault is None and field.day is None:
                fault = FieldProblem(name, FieldFault.EMPTY)
            if fault is not None:
                self.form.show_problem(fault)
                return
        calendar, start, end = self._page.workspace.plan.calendar, self.start.day, self.end.day
        if start is not None and end is not None:
            dates = ActivityDates(row[0].code, start, end, self.owner.text())
            self._page.run(lambda: calendar.change(dates), lambda _: self._refresh(), self._refused)

    def reset(self) -> None:
        """Go back to the instrument's dates of the activity under the cursor."""
        row = self.table.chosen
        if row is not None:
            calendar, code = self._page.workspace.plan.calendar, row[0].code
            self._page.run(lambda: calendar.reset(code), lambda _: self._refresh(), self._refused)

    def _refresh(self) -> None:
        """Show the calendar anew, the cursor where it was."""
        chosen = self.table.chosen
        code = chosen[0].code if chosen is not None else ""
        calendar = self._page.workspace.plan.calendar

        def show(rows: Sequence[Line]) -> None:
            self.table.show_rows(list(rows), lambda row: row[0].code == code)
            self.table.setFocus()

        self._page.query(calendar.rows, show)

    def _refused(self, problem: Problem) -> None:
        """Tell a problem at its field, else on top."""
        if not (isinstance(problem, FieldProblem) and self.form.show_problem(problem)):
            self.tell(problem)


def _columns() -> list[Column[Line]]:
    """The list's columns."""
    return [
        Column(tr("กิจกรรม"), lambda row: row[0].title),
        Column(field_name("start"), lambda row: brief_day(row[1].start), 104),
        Column(field_name("end"), lambda row: brief_day(row[1].end), 104),
        Column(field_name("owner"), lambda row: row[1].owner, 190),
    ]
