"""The library of measures for an indicator: what the office did before, what came by file, our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal

from ita_desktop.support.language import tr
from ita_desktop.ui.pages.measures_cells import TwoLineCells
from ita_desktop.ui.prose import prose
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table

if TYPE_CHECKING:
    from ita_desktop.domain.plan.library import Suggestion
    from ita_desktop.ui.pages.measures import MeasuresPage


class LibrarySheet(SheetDialog):
    """Enter takes a suggestion into the form, where it is edited before it is kept."""

    taken = Signal(object)

    def __init__(self, page: MeasuresPage, indicator: str, item: str) -> None:
        title = tr("คลังมาตรการ ตัวชี้วัดที่ {code}").format(code=indicator)
        super().__init__(page, prose(title), QSize(980, 600))
        self._item = item
        self.table: Table[Suggestion] = Table(
            RowModel(self._columns()), tr("คลังยังไม่มีมาตรการของตัวชี้วัดนี้"), row_height=54
        )
        self.table.setItemDelegate(TwoLineCells(self.table))
        self.table.row_opened.connect(self._take)
        self.table.row_chosen.connect(self._show_steps)
        self.body.addWidget(self.table, 1)
        self.steps = Text("", wrap=True)
        self.body.addWidget(self.steps)
        self.foot.addWidget(ActionButton(tr("ใช้เป็นร่าง"), self._take_chosen, "Ctrl+S", "primary"))
        self.foot.addWidget(Text(tr("แก้ไขข้อความก่อนบันทึกทุกครั้ง"), "muted"))
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ปิด"), self.reject, "Esc"))
        library = page.workspace.plan.library
        page.query(lambda: library.suggestions(indicator, item), self._show)

    def _show(self, found: tuple[Suggestion, ...]) -> None:
        """Show what was found."""
        self.table.show_rows(found)
        self.table.setFocus()

    def _show_steps(self, suggestion: Suggestion | None) -> None:
        """Show the steps of the one under the cursor."""
        steps = suggestion.steps if suggestion is not None else ()
        self.steps.setText(prose("\n".join(f"{n}) {step}" for n, step in enumerate(steps, 1))))

    def _take_chosen(self) -> None:
        """Take the one under the cursor."""
        if self.table.chosen is not None:
            self._take(self.table.chosen)

    def _take(self, suggestion: Suggestion) -> None:
        """Give it to the form and close."""
        self.taken.emit(suggestion)
        self.accept()

    def _columns(self) -> list[Column[Suggestion]]:
        """The list's columns."""
        return [
            Column(tr("มาตรการ"), lambda row: row.title),
            Column(tr("ช่วยข้อ"), self._items, 104),
            Column(tr("ตัวชี้วัดความสำเร็จ"), lambda row: row.success, 190),
            Column(tr("ค่าเป้าหมาย"), lambda row: row.target, 116),
            Column(tr("ที่มา"), _source, 116),
        ]

    def _items(self, row: Suggestion) -> str:
        """The items that it helps, the one in hand first."""
        items = sorted(row.items, key=lambda code: code != self._item)
        return ", ".join(items)


def _source(row: Suggestion) -> str:
    """Whose it is."""
    if row.from_year is not None:
        return prose(tr("ของหน่วยงาน ปี {year}").format(year=row.from_year))
    return row.source
