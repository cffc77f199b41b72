"""The window on a headquarters' store: five views of one year, and what comes in by the stick."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.services.instruments import known_years
from ita_desktop.services.outputs import write_output
from ita_desktop.support import clock
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.headquarters.columns import group_columns, item_columns, office_columns, year_columns
from ita_desktop.ui.headquarters.door import DoorView
from ita_desktop.ui.headquarters.office_panel import OfficePanel
from ita_desktop.ui.table_output import TableClerk
from ita_desktop.ui.widgets.banner import ProblemBanner
from ita_desktop.ui.widgets.buttons import ActionButton, Segments
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.ui.widgets.labels import CutText, Text
from ita_desktop.ui.widgets.table import RowModel, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from ita_desktop.domain.headquarters.standing import Group, Standing
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.headquarters.headquarters import Headquarters
    from ita_desktop.services.headquarters.standing import OfficeSheet, YearLine
    from ita_desktop.ui.headquarters.columns import Item
    from ita_desktop.ui.tasks import TaskRunner

OFFICES, GROUPS, ITEMS, YEARS, DOOR = range(5)


class HeadquartersWindow(QMainWindow):
    """`closing` tells that the user wants to end; the desk closes the store."""

    closing = Signal()

    def __init__(self, store: Headquarters, tasks: TaskRunner) -> None:
        super().__init__()
        self.store, self._tasks = store, tasks
        self.resize(QSize(1366, 768))
        self.setMinimumSize(QSize(1024, 640))
        self.banner = ProblemBanner()
        self.title, self.subtitle = Text("", "title"), CutText()
        self.year_box = QComboBox()
        self.year_box.setAccessibleName(tr("ปีงบประมาณ"))
        self.views = Segments(
            [tr("หน่วยงาน"), tr("จังหวัด"), tr("รายข้อ"), tr("หลายปี"), tr("รับเข้า")],
            [f"Alt+{number}" for number in range(1, 6)],
        )
        self.views.chosen.connect(self.open_view)
        self._make_tables()
        self.panel = OfficePanel()
        self.panel.take_back_asked.connect(self.take_back)
        self.door = DoorView(store, tasks)
        self.door.changed.connect(self.refresh)
        self.door.said.connect(self.say)
        self.door.failed.connect(self.tell)
        self._lay_out()
        tasks.problem.connect(self.tell)
        on_keys("F1", self, self.show_help)
        TableClerk(self, self)
        self.refresh()

    @property
    def tasks(self) -> TaskRunner:
        """The worker."""
        return self._tasks

    @property
    def announce(self) -> Callable[[str], None]:
        """Say what just happened, at the foot."""
        return self.say

    def _make_tables(self) -> None:
        """Make the four tables."""
        empty = tr("ยังไม่มีแพ็กเกจ กด Alt+5 เพื่อรับ")
        self.offices: Table[Standing] = Table(RowModel(office_columns()), empty)
        self.groups: Table[Group] = Table(RowModel(group_columns()), empty)
        self.items: Table[Item] = Table(RowModel(item_columns()), empty)
        self.years: Table[YearLine] = Table(RowModel(year_columns()), empty)
        self.offices.row_chosen.connect(self._open_office)

    def _lay_out(self) -> None:
        """Head above, the view below, a line at the foot."""
        self.list_button = ActionButton(tr("รายชื่อที่ต้องส่ง"), self.expect, "F6")
        self.book_button = ActionButton(tr("บันทึกเป็น Excel"), self.write_workbook, "F7")
        self.report_button = ActionButton(tr("รายงาน PDF"), self.write_report, "F10")
        self.key_button = ActionButton(tr("เขียนกุญแจ"), self.write_key)
        head = QHBoxLayout()
        head.setSpacing(theme.WIDE_GAP)
        head.addWidget(self.title)
        head.addWidget(self.subtitle, 1)
        buttons = (self.list_button, self.book_button, self.report_button, self.key_button)
        for widget in (self.year_box, *buttons):
            head.addWidget(widget)
        self._stack = QStackedWidget()
        for view in (
            self._beside(self.offices, self.panel), self._in_card(self.groups), self._in_card(self.items),
            self._in_card(self.years), self.door,
        ):  # fmt: skip
            self._stack.addWidget(view)
        self.said = CutText("", "strong")
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(theme.MARGIN, 12, theme.MARGIN, 10)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.views)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        column.addWidget(self.said)
        self.setCentralWidget(middle)
        for year in known_years():
            self.year_box.addItem(tr("ปีงบประมาณ {year}").format(year=year), year)
        self.year_box.activated.connect(lambda _: self.go_to_year(int(self.year_box.currentData())))

    def _in_card(self, table: QWidget) -> Card:
        """A table on a white sheet."""
        card = Card(margin=10)
        card.body.addWidget(table)
        return card

    def _beside(self, table: QWidget, panel: QWidget) -> QWidget:
        """A table with a panel at its right."""
        view = QWidget()
        row = QHBoxLayout(view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self._in_card(table), 1)
        row.addWidget(panel)
        return view

    # What is shown

    def open_view(self, number: int) -> None:
        """Show a view; the cursor goes into its table."""
        self.views.choose(number)
        self._stack.setCurrentIndex(number)
        tables: dict[int, QWidget] = {
            OFFICES: self.offices, GROUPS: self.groups, ITEMS: self.items, YEARS: self.years,
            DOOR: self.door.table,
        }  # fmt: skip
        tables[number].setFocus()

    def refresh(self) -> None:
        """Ask for all tables of the year."""
        standing = self.store.standing

        def ask() -> dict[str, Any]:
            return {
                "name": self.store.name, "where": self.store.where, "year": self.store.year,
                "offices": standing.offices(), "groups": standing.provinces(), "items": standing.items(),
                "years": standing.years(),
            }  # fmt: skip

        self._tasks.query(ask, self._show, self.tell, owner=self)

    def _show(self, found: dict[str, Any]) -> None:
        """Show them."""
        self.setWindowTitle(f"{found['name']} – ITA {found['year']}")
        self.title.setText(found["name"])
        offices = found["offices"]
        sent = sum(each.has_sent for each in offices)
        words = tr("ส่งแล้ว {sent} จาก {count} หน่วยงาน · {where}")
        self.subtitle.setText(words.format(sent=f"{sent:,}", count=f"{len(offices):,}", where=found["where"]))
        self.year_box.setCurrentIndex(self.year_box.findData(found["year"]))
        chosen = self.offices.chosen
        self.offices.show_rows(
            offices, lambda each: chosen is not None and each.office.code == chosen.office.code
        )
        for table, name in ((self.groups, "groups"), (self.items, "items"), (self.years, "years")):
            table.show_rows(found[name])
        self._open_office(self.offices.chosen)

    def _open_office(self, standing: Standing | None) -> None:
        """Open the office under the cursor in the panel."""
        if standing is None:
            self.panel.show_sheet(None)
            return
        code = standing.office.code

        def show(sheet: OfficeSheet) -> None:
            now = self.offices.chosen
            if now is not None and now.office.code == code:  # the cursor may have moved on meanwhile
                self.panel.show_sheet(sheet)

        self._tasks.query(partial(self.store.standing.office, code), show, self.tell, owner=self)

    # What is done

    def _do(self, work: Callable[[], str]) -> None:
        """Do something in the worker and say what came of it."""

        def done(words: str) -> None:
            self.say(words)
            self.refresh()

        self._tasks.query(work, done, self.tell, owner=self)

    def go_to_year(self, year: int) -> None:
        """Work on another year."""

        def work() -> str:
            self.store.go_to_year(year)
            return tr("ปีงบประมาณ {year}").format(year=year)

        self._do(work)

    def take_back(self, code: str) -> None:
        """Let the package before an office's newest count again."""

        def work() -> str:
            gone = self.store.receiving.take_back(code, self.store.year)
            return tr("ถอน {name} แล้ว รับอีกครั้งเพื่อใช้ใหม่").format(name=gone.name)

        self._do(work)

    def expect(self) -> None:
        """Take the list of offices that must send."""
        name, _ = QFileDialog.getOpenFileName(self, tr("รายชื่อที่ต้องส่ง"), "", "Excel, CSV (*.xlsx *.csv)")
        if name:
            words = tr("ตั้งรายชื่อหน่วยงานที่ต้องส่งแล้ว {count} แห่ง")
            self._do(lambda: words.format(count=self.store.offices.expect_file(Path(name))))

    def write_workbook(self) -> None:
        """Write the year's tables as a workbook."""
        name, _ = QFileDialog.getSaveFileName(self, tr("บันทึกเป็น Excel"), "", "Excel (*.xlsx)")
        if name:
            path = Path(name).with_suffix(".xlsx")
            words = tr("เขียน {file}")
            self._do(lambda: words.format(file=self.store.standing.write_workbook(path)))

    def write_report(self) -> None:
        """Write the year's report as PDF."""
        name, _ = QFileDialog.getSaveFileName(self, tr("รายงานภาพรวม"), "", "PDF (*.pdf)")
        if name:
            path = Path(name).with_suffix(".pdf")

            def work() -> str:
                write_output(path, self.store.standing.report(clock.now()))
                return tr("เขียน {file}").format(file=path)

            self._do(work)

    def write_key(self) -> None:
        """Write the public keys for the offices."""
        name = QFileDialog.getExistingDirectory(self, tr("เลือกโฟลเดอร์ที่จะวางไฟล์กุญแจ"))
        if name:
            words = tr("เขียน {file}")
            self._do(lambda: words.format(file=self.store.keys.write_file(Path(name))))

    # Telling

    def say(self, words: str) -> None:
        """Say what just happened."""
        self.said.setText(words)

    def tell(self, problem: Problem) -> None:
        """Tell a problem on top."""
        self.banner.tell(problem)

    def show_help(self) -> None:
        """Open the guide."""
        from ita_desktop.ui.help.opening import open_help
        from ita_desktop.ui.help.topics import FIRST

        open_help(self, FIRST)

    def leave(self) -> None:
        """Nothing is ever half typed here."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """The user wants to end."""
        event.accept()
        self.closing.emit()
