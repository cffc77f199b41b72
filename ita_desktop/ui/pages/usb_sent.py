"""The side of the sending view: what lies in the place already, what left, and what the receivers said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.packages.receipts import Outcome
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.pages.usb_places import Found, size_words
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.packages import OUTCOMES, outcome_words

if TYPE_CHECKING:
    from ita_desktop.services.packages.receipts import Sent

TONES = {
    Outcome.TAKEN: Tone.GOOD,
    Outcome.KNOWN: Tone.GOOD,
    Outcome.OLDER: Tone.INFO,
    Outcome.REFUSED: Tone.BAD,
}


class SentPanel(SidePanel):
    """Two lists, and the whole answer to the chosen package below them."""

    def __init__(self) -> None:
        super().__init__(tr("แพ็กเกจที่มีอยู่แล้ว"), width=430)
        self.found: Table[Found] = Table(RowModel(_found_columns()), tr("ยังไม่มีแพ็กเกจในโฟลเดอร์นี้"))
        self.sent: Table[Sent] = Table(RowModel(_sent_columns()), tr("ยังไม่เคยส่งแพ็กเกจ"))
        self.answer = Text("", "muted", wrap=True)
        self.sent.row_chosen.connect(self._tell)
        for table in (self.found, self.sent):
            table.setMinimumHeight(theme.scaled(27 * 2 + 34))
        self.body.addWidget(self.found, 2)
        self.body.addWidget(Text(tr("ส่งแล้ว และใบรับ"), "heading"))
        self.body.addWidget(self.sent, 3)
        self.foot.addWidget(self.answer, 1)

    def _tell(self, line: Sent | None) -> None:
        """Say the whole answer."""
        words = outcome_words(line.receipt) if line is not None and line.receipt is not None else ""
        if line is not None and line.receipt is not None:
            words = f"{line.receipt.by}: {words}"
        self.answer.setText(words)


def _found_columns() -> list[Column[Found]]:
    """Name and size."""
    return [
        Column(tr("ชื่อไฟล์"), lambda found: found.path.name),
        Column(tr("ขนาด"), lambda found: size_words(found.size), 96, number=True),
    ]


def _sent_columns() -> list[Column[Sent]]:
    """Number, day, and what became of it."""
    return [
        Column(tr("เลขที่"), lambda line: f"{line.package.number:03d}", 66, number=True),
        Column(tr("ผนึกให้"), lambda line: ", ".join(line.package.readers) or "–"),
        Column(tr("ใบรับ"), _state, 165),
    ]


def _state(line: Sent) -> State:
    """What became of a package."""
    if line.receipt is None:
        return State(tr("ยังไม่มีใบรับ"), Tone.CALM)
    return State(tr(OUTCOMES[line.receipt.outcome]), TONES[line.receipt.outcome])
