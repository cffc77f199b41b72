"""Forms worth a look at the paper: listed, looked at, put aside with what was found. None is removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.ask_panel import Asked
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.entry_hints import HintLine
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.ui.widgets.labels import Line, Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.services.oddities import OddForm
    from ita_desktop.ui.pages.keying_desk import Desk


def serial_words(row: OddForm) -> str:
    """Name the forms of an oddity."""
    return prose(", ".join(map(str, row.oddity.serials)))


class OddList(Card):
    """What looks odd in a part; Enter says that somebody has looked."""

    def __init__(self) -> None:
        super().__init__(tr("แบบที่ควรดูกระดาษอีกครั้ง"), margin=24)
        words = tr("โปรแกรมเพียงชี้ให้ดู ทุกฉบับยังนับคะแนน · ถ้าบันทึกผิดให้แก้ด้วย Ctrl F ในหน้าบันทึก")
        self.body.addWidget(Text(words, "muted", wrap=True))
        columns: list[Column[OddForm]] = [
            Column(tr("แบบเลขที่"), serial_words, 130),
            Column(tr("ที่น่าสงสัย"), lambda row: label(row.oddity.kind), 200),
            Column(tr("ข้อ"), lambda row: ", ".join(row.oddity.questions) or "–", 150),
            Column(tr("ดูแล้วพบว่า"), lambda row: row.reason or tr("ยังไม่ได้ดู")),
        ]
        self.table: Table[OddForm] = Table(RowModel(columns), tr("ไม่มีแบบที่น่าสงสัย"))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(Line())
        self.body.addWidget(HintLine((("Return", tr("ดูแล้ว")), ("F8", tr("ตรวจ")), ("Esc", tr("กลับไปบันทึก")))))

    def take_focus(self) -> None:
        """The cursor is on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


class Odd:
    """Shows the list (F5 from the stacks) and keeps what was found."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page = desk.page
        self.list = OddList()
        desk.stack.addWidget(self.list)
        self.list.table.row_opened.connect(self._ask)
        for widget in (desk.list, self._page.panel):
            on_keys("F5", widget, self.show)

    @property
    def shown(self) -> bool:
        """Whether the list lies on the desk."""
        return self._desk.stack.currentWidget() is self.list

    def show(self) -> None:
        """Put the list on the desk."""
        self._page.keeper.flush()
        self._desk.stack.setCurrentWidget(self.list)
        self._page.right.setCurrentWidget(self._page.side)
        self.list.take_focus()
        self.refresh()

    def refresh(self) -> None:
        """Read what looks odd, what nobody has looked at first."""
        sheet = self._page.sheet
        if sheet is None or not self.shown:
            return
        service, part = self._page.workspace.oddities, sheet.part
        show = self.list.table.show_rows
        self._page.query(
            lambda: service.every(part), lambda rows: show(sorted(rows, key=lambda row: bool(row.reason)))
        )

    def _ask(self, row: OddForm) -> None:
        """Ask what the paper says."""
        title = prose(tr("ดูแบบเลขที่ {serials} แล้ว").format(serials=serial_words(row)))
        words = tr("เหตุผลจะอยู่ในประวัติ และแบบนี้จะไม่ถูกชี้อีก")
        fields = [Asked("reason", tr("ดูแล้วพบว่า"), row.reason)]
        self._page.right.setCurrentWidget(self._desk.ask)
        self._desk.ask.ask(title, words, fields, lambda typed: self._look(row, typed["reason"]))

    def _look(self, row: OddForm, reason: str) -> None:
        """Keep what was found."""
        sheet = self._page.sheet
        if sheet is None:
            return
        service, part = self._page.workspace.oddities, sheet.part
        self._page.run(
            lambda: service.look(part, row.oddity, reason), lambda _: self.show(), self._desk.refused
        )
