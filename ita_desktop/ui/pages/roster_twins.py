"""Pairs of lines that may be one person, to be merged or kept apart; nothing is merged unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ita_desktop.domain.roster import InternalPerson
from ita_desktop.support.language import ntr, tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ita_desktop.domain.roster_likeness import LikePair
    from ita_desktop.services.roster import Person


def _facts(person: Person) -> str:
    """What tells two people of one name apart."""
    own = (
        (person.division, person.position)
        if isinstance(person, InternalPerson)
        else (person.kind, person.matter)
    )
    return " · ".join(word for word in (person.name, *own, person.phone) if word)


class TwinPanel(Card):
    """`merge_asked` and `apart_asked` tell the pair under the cursor; `left` on Esc."""

    merge_asked = Signal(object)
    apart_asked = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(tr("รายชื่อที่อาจเป็นคนเดียวกัน"), margin=24)
        self.summary = Text("", wrap=True)
        self.body.addWidget(self.summary)
        columns = [
            Column["LikePair"](tr("รายชื่อ"), lambda pair: _facts(pair.first)),
            Column["LikePair"](tr("อีกรายชื่อหนึ่ง"), lambda pair: _facts(pair.second)),
            Column["LikePair"](tr("เหตุผล"), lambda pair: label(pair.likeness), 220),
        ]
        self.table: Table[LikePair] = Table(RowModel(columns), tr("ไม่พบรายชื่อที่อาจซ้ำกัน"))
        self.body.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        foot.addWidget(ActionButton(tr("รวมเป็นคนเดียว"), self._merge, "Ctrl+M", "primary"))
        foot.addWidget(ActionButton(tr("คนละคน"), self._apart, "Ctrl+D"))
        foot.addWidget(ActionButton(tr("กลับ"), self.left.emit, "Esc"))
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_pairs(self, pairs: Sequence[LikePair]) -> None:
        """Show the pairs."""
        words = ntr(
            "พบ {count} คู่ โปรแกรมไม่รวมให้เอง รวมแล้วย้อนได้",
            "พบ {count} คู่ โปรแกรมไม่รวมให้เอง รวมแล้วย้อนได้",
            len(pairs),
        )
        self.summary.setText(prose(words.format(count=f"{len(pairs):,}")))
        self.table.show_rows(pairs)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _merge(self) -> None:
        """Ask for the pair under the cursor to become one."""
        if self.table.chosen is not None:
            self.merge_asked.emit(self.table.chosen)

    def _apart(self) -> None:
        """Ask for the pair under the cursor to stay two."""
        if self.table.chosen is not None:
            self.apart_asked.emit(self.table.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; other keys that the table did not want go no further."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()
