"""The panel beside the offices: one office opened down to its items, and its packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ita_desktop.support.language import tr
from ita_desktop.ui.headquarters.columns import ScoreLine, score_columns
from ita_desktop.ui.prose import brief_day
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import RowModel, Table

if TYPE_CHECKING:
    from ita_desktop.services.headquarters.standing import OfficeSheet

WIDTH = 430


class OfficePanel(SidePanel):
    """`take_back_asked` carries the office's code."""

    take_back_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(" ", WIDTH)
        self._code = ""
        self.facts = Text("", "muted", wrap=True)
        self.differs = Text("", "error", wrap=True)
        self.table: Table[ScoreLine] = Table(RowModel(score_columns()), tr("ยังไม่ได้ส่ง"), choose_first=False)
        self.sent = Text("", "small", wrap=True)
        for widget in (self.facts, self.differs):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.sent)
        self.back_button = ActionButton(tr("ถอนแพ็กเกจล่าสุด"), self._take_back, "Ctrl+Backspace")
        self.foot.addWidget(self.back_button)
        self.foot.addStretch(1)
        self.show_sheet(None)

    def _take_back(self) -> None:
        """Ask for the newest package to be taken back."""
        self.take_back_asked.emit(self._code)

    def show_sheet(self, sheet: OfficeSheet | None) -> None:
        """Show an office, or nothing."""
        self.back_button.setEnabled(sheet is not None and sheet.standing.has_sent)
        if sheet is None:
            self.title.setText(tr("เลือกหน่วยงาน"))
            for label in (self.facts, self.differs, self.sent):
                label.setText("")
            self.table.show_rows([])
            return
        standing, office = sheet.standing, sheet.standing.office
        self._code = office.code
        self.title.setText(office.name)
        total = tr("ยังไม่มีคะแนนรวม")
        if standing.total is not None:
            total = f"{standing.total:.2f} · {standing.level}"
        self.facts.setText(" · ".join(filter(None, (office.kind, office.province, total))))
        told = tr("คะแนนที่หน่วยงานแจ้งไม่ตรงกับที่คำนวณจากคำตอบ ให้สอบถามหน่วยงาน")
        self.differs.setText(told if standing.differs else "")
        self.differs.setVisible(standing.differs)
        self.table.show_rows(sheet.scores)
        words = tr("เลขที่ {number} เมื่อ {day}")
        lines = [
            words.format(number=each.number, day=brief_day(each.at.astimezone().date()))
            for each in sheet.deliveries
        ]
        self.sent.setText("\n".join(lines))
