"""The sheet that begins a new paper: every kind with what it is for, the town's templates with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from ita_desktop.domain.thai_text import search_key
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.documents_ask import MOVING_KEYS
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.paperwork import kind_name, kind_summary
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.paperwork.papers import Kind, TemplateText


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a paper can begin with: a kind, or a template of one. `group` is the heading it stands under."""

    kind: str
    template: int
    title: str
    summary: str
    group: str


def beginnings(kinds: Iterable[Kind], templates: Iterable[TemplateText]) -> tuple[Beginning, ...]:
    """Every kind in its group, then the templates."""
    known = {kind.code: kind for kind in kinds}
    order = list(dict.fromkeys(kind.group for kind in known.values()))
    made = [
        Beginning(kind.code, 0, kind_name(kind), kind_summary(kind), label(kind.group))
        for kind in sorted(known.values(), key=lambda kind: order.index(kind.group))
    ]
    own = tr("แม่แบบของหน่วยงาน")
    for each in templates:
        title = kind_name(known[each.kind]) if each.kind in known else each.kind
        made.append(Beginning(each.kind, each.key, each.name, title, own))
    return tuple(made)


class NewPaperSheet(SheetDialog):
    """Type to narrow the list, arrows to move, Enter to begin. `chosen(Beginning)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, rows: tuple[Beginning, ...]) -> None:
        super().__init__(parent, tr("เอกสารใหม่"), QSize(900, 620))
        self._rows = rows
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("พิมพ์เพื่อค้นหา เช่น คำสั่ง ประกาศ ขอข้อมูล"))
        self.search.setAccessibleName(tr("พิมพ์เพื่อค้นหา"))
        columns: list[Column[Beginning]] = [
            Column(tr("เอกสาร"), lambda row: row.title),
            Column(tr("ใช้เมื่อ"), lambda row: row.summary),
        ]
        self.table: Table[Beginning] = Table(RowModel(columns, lambda row: row.group), tr("ไม่พบ"), 28)
        self.body.addWidget(Text(tr("เอกสารใหม่: เนื้อหาเริ่มต้นเติมจากข้อมูลในแฟ้มให้"), "heading"))
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.reject, look="plain"))
        self.foot.addWidget(ActionButton(tr("เริ่มเขียน"), self.choose, "", "primary"))
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.table.row_opened.connect(lambda _: self.choose())
        self._narrow("")
        self.search.setFocus()

    def _narrow(self, words: str) -> None:
        """Show the rows that have the words."""
        sought = search_key(words)
        found = [row for row in self._rows if sought in search_key(f"{row.title} {row.summary} {row.group}")]
        self.table.show_rows(found)

    def choose(self) -> None:
        """Begin with the row under the cursor."""
        row = self.table.chosen
        if row is not None:
            self.accept()
            self.chosen.emit(row)

    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        """Move in the list, and take from it, while the cursor is in the field."""
        if arg__2.type() == QEvent.Type.KeyPress and isinstance(arg__2, QKeyEvent):
            if arg__2.key() in MOVING_KEYS:
                QApplication.sendEvent(self.table, arg__2)
                return True
            if arg__2.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.choose()
                return True
        return super().eventFilter(arg__1, arg__2)
