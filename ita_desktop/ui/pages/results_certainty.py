"""Who answered, and how sure the scores are: intervals, and two characteristics crossed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.form import Choice, Form
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.certainty import Line, basis_words, interval_words, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.report import ProfileTable
    from ita_desktop.services.respondents import Certainty, CrossTable
    from ita_desktop.services.results import YearResult

CROSS_WIDTH = 420


def _percent(value: float | None) -> str:
    """Write a share; nothing where nobody knows."""
    return f"{value:.2f}" if value is not None else ""


def _count(value: int | None) -> str:
    """Write a count; nothing where nobody knows."""
    return f"{value:,}" if value is not None else ""


def _columns() -> list[Column[Line]]:
    """Score, interval, what it rests on, who answered."""
    return [
        Column(tr("คะแนนของ"), lambda line: line.title),
        Column(tr("คะแนน"), lambda line: _percent(line.interval.score) or "–", 70, number=True),
        Column(tr("ช่วง 95%"), interval_words, 116, number=True),
        Column(tr("ผู้ตอบ"), lambda line: _count(line.forms), 102, number=True),
        Column(tr("รายชื่อ"), lambda line: _count(line.heads), 70, number=True),
        Column(
            tr("ไม่ตอบ %"),
            lambda line: _percent(line.blank if line.silent is None else line.silent),
            82,
            number=True,
        ),
        Column(tr("ที่มาของช่วง"), basis_words, 150),
    ]


class CertaintyView(QWidget):
    """The intervals and a table of the respondents.

    `cross_wanted(part, first, second)` asks for two characteristics crossed, `profile_wanted` for one.
    """

    cross_wanted = Signal(str, str, str)
    profile_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.table: Table[Line] = Table(RowModel(_columns()), tr("ยังไม่มีข้อมูล"))
        self.part, self.first, self.second = Choice(), Choice(), Choice()
        self.cross = QVBoxLayout()
        self.cross_table: Table[tuple[str, ...]] | None = None
        self._result: YearResult | None = None
        self._lay_out()
        self.part.activated.connect(self._fill_questions)
        for choice in (self.first, self.second):
            choice.activated.connect(self._ask)

    def _lay_out(self) -> None:
        """Put intervals over their method, the cross table beside them."""
        method = tr(
            "ช่วงความเชื่อมั่น 95% ถือว่าผู้ตอบเป็นตัวอย่างสุ่มอย่างง่าย ปรับตามจำนวนรายชื่อเมื่อทราบ "
            "ผู้ที่สมัครใจตอบเองหรือถูกเลือกมาไม่ใช่ตัวอย่างสุ่ม ช่วงนี้จึงบอกได้เพียงอย่างน้อยว่าคลาดเคลื่อนเท่าใด"
        )
        left, right = Card(margin=12), Card(tr("ผู้ตอบแยกตามลักษณะ"), margin=12)
        left.body.addWidget(self.table, 1)
        left.body.addWidget(Text(method, "small", wrap=True))
        form = Form()
        form.add("part", tr("ส่วน"), self.part)
        form.add_pair(("first", tr("แถว"), self.first), ("second", tr("คอลัมน์"), self.second))
        right.body.addWidget(form)
        right.body.addLayout(self.cross, 1)
        right.body.addWidget(Text(tr("– คือช่องที่ปิดไว้ เพราะจำนวนน้อยจนอาจรู้ว่าเป็นใคร"), "small", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(left, 1)
        right.setFixedWidth(theme.scaled(CROSS_WIDTH))
        row.addWidget(right)

    def show_certainty(self, certainty: Certainty, result: YearResult) -> None:
        """Show another result."""
        known = self._result is not None and self._result.instrument is result.instrument
        self._result = result
        self.table.show_rows(tuple(lines_of(certainty, result)))
        if not known:
            self.part.clear()
            for tool, part in result.instrument.survey_parts():
                if tool.profile:
                    self.part.addItem(f"{part.code} {part.title}", part.code)
            self._fill_questions()
        else:
            self._ask()

    def _fill_questions(self) -> None:
        """Offer the part's questions about the respondent: the first two are crossed first."""
        if self._result is None or self.part.count() == 0:
            return
        tool = self._result.instrument.tool_of_part(str(self.part.value))
        for place, choice in enumerate((self.first, self.second)):
            choice.clear()
            if choice is self.second:
                choice.addItem(tr("ไม่แยก (ร้อยละ)"), "")
            for question in tool.profile:
                choice.addItem(question.text, question.code)
            choice.setCurrentIndex(min(2 * place, choice.count() - 1))
        self._ask()

    def _ask(self) -> None:
        """Ask for the table of what is chosen."""
        if not self.part.count():
            return
        if self.second.value:
            self.cross_wanted.emit(*(str(each.value) for each in (self.part, self.first, self.second)))
        else:
            self.profile_wanted.emit(str(self.part.value), str(self.first.value))

    def show_cross(self, table: CrossTable) -> None:
        """Show a table of two characteristics."""
        rows = [
            (label, *("–" if count is None else f"{count:,}" for count in cells))
            for label, cells in zip(table.rows, table.cells, strict=True)
        ]
        self._show_table(table.columns, rows)

    def show_profile(self, table: ProfileTable | None) -> None:
        """Show one characteristic: how many, and their shares of a hundred, which sum to 100.00."""
        rows = [
            (
                cell.label or tr("ไม่ระบุ"),
                f"{cell.count:,}" if cell.count is not None else "–",
                f"{cell.percent:.2f}" if cell.percent is not None else "–",
            )
            for cell in (table.cells if table is not None else ())
        ]
        self._show_table((tr("จำนวน"), tr("ร้อยละ")), rows)

    def _show_table(self, titles: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
        """Put another table in the place; its columns are other ones each time."""
        if self.cross_table is not None:
            self.cross.removeWidget(self.cross_table)
            self.cross_table.hide()
            self.cross_table.deleteLater()
        columns = [Column[tuple[str, ...]]("", lambda row: row[0])]
        columns += [
            Column[tuple[str, ...]](label, lambda row, n=number: row[n], 78, number=True)  # type: ignore[misc]
            for number, label in enumerate(titles, 1)
        ]
        few = tr("ผู้ตอบน้อยจนตารางใดก็อาจบอกได้ว่าเป็นใคร")
        self.cross_table = Table(RowModel(columns), few)
        self.cross_table.setAccessibleName(tr("ผู้ตอบแยกตามลักษณะ"))
        self.cross.addWidget(self.cross_table)
        self.cross_table.show_rows(rows)
