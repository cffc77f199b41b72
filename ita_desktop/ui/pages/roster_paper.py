"""Forms given out and come back, by division: counts of paper, beside what is keyed and what is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ita_desktop.services.roster_handout import DivisionCount, HandoutTable


def _columns() -> list[Column[DivisionCount]]:
    """Division, and its numbers."""
    return [
        Column(tr("สำนัก/กอง"), lambda row: row.division or tr("ไม่ระบุสำนัก/กอง")),
        Column(tr("มีสิทธิ"), lambda row: f"{row.eligible:,}", 90, number=True),
        Column(tr("สุ่มได้"), lambda row: f"{row.asked:,}", 90, number=True),
        Column(tr("แจก"), lambda row: f"{row.given:,}", 90, number=True),
        Column(tr("รับคืน"), lambda row: f"{row.came_back:,}", 90, number=True),
        Column(tr("บันทึกแล้ว"), lambda row: f"{row.keyed:,}", 110, number=True),
        Column(tr("ควรได้"), lambda row: f"{row.needed:,}" if row.needed else "–", 90, number=True),
    ]


class PaperPanel(Card):
    """`row_opened` tells the division whose counts are to be typed; `left` on Esc."""

    row_opened = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(" ", margin=24)
        self.part = ""
        self.summary = Text("", wrap=True)
        self.body.addWidget(self.summary)
        self.table: Table[DivisionCount] = Table(RowModel(_columns()), tr("ยังไม่มีสำนัก/กองในรายชื่อ"))
        self.table.row_opened.connect(self.row_opened)
        self.body.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        foot.addWidget(ActionButton(tr("ใส่จำนวน"), self._open, "F2", "primary"))
        foot.addWidget(ActionButton(tr("กลับ"), self.left.emit, "Esc"))
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_table(self, table: HandoutTable) -> None:
        """Show a part's paper."""
        self.part = table.part
        self.title.setText(tr("แจกและรับคืนแบบ {part}").format(part=table.part))
        needed = f"{table.needed:,}" if table.needed else tr("(ยังไม่ทราบ)")
        words = tr(
            "แจก {given} รับคืน {back} บันทึกแล้ว {keyed} ต้องได้อย่างน้อย {needed} · นับเป็นจำนวนฉบับ ไม่เก็บว่าผู้ใดตอบ"
        ).format(
            given=f"{table.total('given'):,}", back=f"{table.total('came_back'):,}",
            keyed=f"{table.total('keyed'):,}", needed=needed,
        )  # fmt: skip
        self.summary.setText(prose(words))
        chosen = self.table.chosen
        self.table.show_rows(table.rows, lambda row: chosen is not None and row.division == chosen.division)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        """Ask to type the counts of the division under the cursor."""
        if self.table.chosen is not None:
            self.row_opened.emit(self.table.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; other keys that the table did not want go no further."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()
