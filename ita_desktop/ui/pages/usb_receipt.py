"""How the export stands: under way, proven and ready to be pulled out, let go. Never ready before proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from ita_desktop.services.packages.ejecting import Ejected
from ita_desktop.support.language import ntr, tr
from ita_desktop.ui.pages.usb_places import size_words
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import Badge, State, Tone
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.icons import Icon
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from ita_desktop.services.transfer import PackageReceipt

SHORT_HASH = 16
FULL = 100


class ReceiptCard(Card):
    """The lead card of the page; hidden until the first export. While it is written, Esc stops it."""

    stop_asked = Signal()
    eject_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margin=16, lead=True)
        self.state = Badge()
        self.name = Text("", "heading", wrap=True)
        self.facts = Text("", "muted", wrap=True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("ความคืบหน้า"))
        row = QHBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(2)
        for widget in (self.name, self.facts, self.progress):
            column.addWidget(widget)
        row.addLayout(column, 1)
        self.stop_button = ActionButton(tr("หยุด"), self.stop_asked.emit, "Esc")
        self.stop_button.hide()
        self.eject_button = ActionButton(tr("ถอด USB อย่างปลอดภัย"), self.eject_asked.emit, "Ctrl+J")
        self.eject_button.hide()
        row.addWidget(self.eject_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.hide()

    def begin(self) -> None:
        """Say that papers are being set: how long that takes is not known, so the bar only moves."""
        self._say(tr("กำลังจัดทำแพ็กเกจ…"), tr("อย่าเพิ่งถอด USB"), State(tr("กำลังเขียน"), Tone.INFO, Icon.HALF))
        self.progress.setRange(0, 0)
        self.progress.show()
        self.eject_button.hide()
        self.stop_button.setEnabled(True)
        self.stop_button.show()

    def stopping(self) -> None:
        """Say that it stops; the paper in hand is finished first."""
        self._say(tr("กำลังหยุด…"), tr("อย่าเพิ่งถอด USB"), State(tr("กำลังหยุด…"), Tone.INFO, Icon.HALF))
        self.stop_button.setEnabled(False)

    def advance(self, written: int, total: int) -> None:
        """Say how much of the package is written."""
        self.progress.setRange(0, FULL)
        self.progress.setValue(written * FULL // max(total, 1))

    def proven(self, receipt: PackageReceipt, *, stick: bool) -> None:
        """Say that the stick can be pulled out: what was read back from it is what was written."""
        self._say(receipt.path.name, receipt_words(receipt), State(tr("พร้อมถอดได้"), Tone.GOOD))
        self.facts.setToolTip(receipt.sha256)
        self.stop_button.hide()
        self.progress.hide()
        self.eject_button.setVisible(stick)

    def ejected(self, outcome: Ejected) -> None:
        """Say what the system said; where it offers no way, how to do it there."""
        words = {
            Ejected.DONE: State(tr("ถอดออกแล้ว ดึง USB ได้"), Tone.GOOD),
            Ejected.BUSY: State(tr("มีโปรแกรมอื่นใช้ USB อยู่ ปิดก่อนแล้วลองใหม่"), Tone.WARN),
            Ejected.NOT_POSSIBLE: State(tr("ใช้คำสั่งถอดอุปกรณ์ของเครื่องแล้วดึงได้"), Tone.INFO),
        }
        self.state.show_state(words[outcome])
        self.eject_button.setVisible(outcome is Ejected.BUSY)

    def failed(self) -> None:
        """Put the card away; the problem is told on top of the page."""
        self.stop_button.hide()
        self.progress.hide()
        self.hide()

    def _say(self, name: str, facts: str, state: State) -> None:
        """Fill the card in."""
        self.name.setText(name)
        self.facts.setText(facts)
        self.state.show_state(state)
        self.show()


def receipt_words(receipt: PackageReceipt) -> str:
    """Say size, files and the beginning of the checksum, enough to compare by eye."""
    count = len(receipt.files)
    files = prose(ntr("{count} ไฟล์", "{count} ไฟล์", count).format(count=count))
    return f"{size_words(receipt.size)} · {files} · SHA-256 {receipt.sha256[:SHORT_HASH]}…"
