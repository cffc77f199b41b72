"""The stacks with what is asked of each, and at the side the details of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ita_desktop.support.language import tr
from ita_desktop.ui.pages.entry_side import side_width
from ita_desktop.ui.pages.keying_words import (
    detail_lines,
    figure_lines,
    interval_words,
    next_words,
    rate_words,
    stage_state,
)
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.card import Card, SidePanel
from ita_desktop.ui.widgets.entry_hints import HintLine
from ita_desktop.ui.widgets.labels import Line, Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.services.keying_figures import ClerkFigures
    from ita_desktop.services.verification_report import BatchVerification


class CheckList(Card):
    """All stacks of a part, the keys for them, and what was done last."""

    def __init__(self) -> None:
        super().__init__(tr("ตรวจการบันทึก"), margin=24)
        self.told = Text("", "strong", wrap=True)
        self.told.hide()
        self.body.addWidget(self.told)
        columns: list[Column[BatchVerification]] = [
            Column(tr("ชุด"), lambda row: prose(str(row.batch.number)), 44, number=True),
            Column(tr("จาก"), lambda row: row.batch.division or "–"),
            Column(tr("ฉบับ"), lambda row: prose(f"{row.batch.keyed:,}"), 56, number=True),
            Column(tr("ขั้น"), stage_state, 230),
            Column(tr("อัตราผิด"), lambda row: rate_words(row.standing.found), 84, number=True),
            Column(tr("ช่วง 95 %"), lambda row: interval_words(row.standing.found), 120, number=True),
        ]
        self.table: Table[BatchVerification] = Table(RowModel(columns), tr("ยังไม่มีชุดที่บันทึก · Esc กลับไปบันทึก"))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(Line())
        self.body.addWidget(
            HintLine(
                (
                    ("Return", tr("ทำขั้นต่อไป")),
                    ("Esc", tr("กลับไปบันทึก")),
                    ("F9", tr("ปิดชุด")),
                    ("F4", tr("ยกเลิกการบันทึกซ้ำ")),
                    ("F5", tr("แบบที่น่าสงสัย")),
                    ("Ctrl+P", tr("พิมพ์")),
                    ("F3", tr("ตั้งค่า")),
                )
            )
        )

    def tell(self, words: str) -> None:
        """Say what was done last, or nothing."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def show_rows(self, rows: Sequence[BatchVerification], batch: int) -> None:
        """Show stacks; the cursor stays on the one that was chosen, at first on `batch`."""
        chosen = self.table.chosen
        key = chosen.batch.key if chosen is not None else batch
        self.table.show_rows(tuple(rows), lambda row: row.batch.key == key)

    def take_focus(self) -> None:
        """The cursor is on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


class CheckDetails(SidePanel):
    """What is known of the chosen stack: the next step, seed and sample, error rate, who did it, figures."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(side_width())
        self.next = Text("", "strong", wrap=True)
        self.body.addWidget(self.next)
        self._lines = QWidget()
        self.body.addWidget(self._lines)
        self.figures_title = Text(tr("ตัวเลขของผู้บันทึก"), "strong")
        self.figures = Text("", "small", wrap=True)
        self.body.addWidget(self.figures_title)
        self.body.addWidget(self.figures)
        self.body.addStretch(1)

    def show_row(self, row: BatchVerification | None, figures: Sequence[ClerkFigures]) -> None:
        """Show a stack, or nothing."""
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(0)
        self.title.setText(prose(tr("ชุดที่ {number}").format(number=row.batch.number)) if row else "")
        self.next.setText(next_words(row) if row else "")
        for number, (caption, value) in enumerate(detail_lines(row) if row else ()):
            grid.addWidget(Text(prose(caption), "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(value, "body", wrap=True), number, 1)
        self.body.replaceWidget(self._lines, lines)
        self._lines.deleteLater()
        self._lines = lines
        mine = [each for each in figures if row is not None and each.batch.key == row.batch.key]
        self.figures.setText("\n".join(figure_lines(each) for each in mine))
        for widget in (self.figures, self.figures_title):
            widget.setVisible(bool(mine))
