"""What goes into a package and who may open it: ticked and seen before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.domain.packages.contents import ALWAYS, ONLY_SEALED, USUAL, Part
from ita_desktop.services.transfer import Order
from ita_desktop.support.language import ntr, tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import Segments
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.tick import Tick
from ita_desktop.wording.packages import PARTS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ita_desktop.domain.packages.contents import Content
    from ita_desktop.domain.packages.keys import Party

OPEN, FOR_READERS, BY_PASSPHRASE = range(3)


class SendCard(Card):
    """Contents at the left, the seal at the right. `changed` tells that another order is given."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(margin=16)
        self.ticks = {part: Tick(tr(PARTS[part])) for part in Part}
        for part, tick in self.ticks.items():
            tick.setChecked(part in USUAL)
            tick.setEnabled(part not in ALWAYS)
            tick.toggled.connect(self._judge)
        self.seals = Segments([tr("ไม่ผนึก"), tr("ให้ผู้รับ"), tr("รหัสผ่าน")])
        self.seals.chosen.connect(self._judge)
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        for field, words in ((self.passphrase, tr("รหัสผ่าน")), (self.again, tr("รหัสผ่านอีกครั้ง"))):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.textChanged.connect(self._judge)
        self.readers: dict[str, Tick] = {}
        self.warning = Text("", "muted", wrap=True)
        self._reader_list = QVBoxLayout()
        self._ways = QStackedWidget()
        self._lay_out()
        self._judge()

    def _lay_out(self) -> None:
        """Put the two columns side by side."""
        row = QHBoxLayout()
        row.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(4)
        right.setSpacing(8)
        left.addWidget(Text(tr("อยู่ในแพ็กเกจ"), "heading"))
        for tick in self.ticks.values():
            left.addWidget(tick)
        left.addStretch(1)
        right.addWidget(Text(tr("ใครเปิดได้"), "heading"))
        right.addWidget(self.seals)
        signed = tr("ทุกคนที่ได้ USB ไปเปิดอ่านได้ แต่แก้โดยไม่มีใครรู้ไม่ได้ เพราะลงลายเซ็นไว้")
        for way in (Text(signed, "muted", wrap=True), self._readers_box(), self._passphrase_box()):
            self._ways.addWidget(way)
        right.addWidget(self._ways, 1)
        right.addWidget(self.warning)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self.body.addLayout(row)

    def _readers_box(self) -> QWidget:
        """The readers to tick."""
        inner, area = QWidget(), QScrollArea()
        self._reader_list.setContentsMargins(0, 0, 4, 0)
        self._reader_list.setSpacing(3)
        inner.setLayout(self._reader_list)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        return area

    def _passphrase_box(self) -> QWidget:
        """The passphrase, twice: what is mistyped once opens nothing ever after."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.passphrase)
        column.addWidget(self.again)
        column.addWidget(Text(tr("บอกรหัสผ่านทางโทรศัพท์ ไม่เขียนไว้กับ USB"), "muted", wrap=True))
        column.addStretch(1)
        return box

    def show_contents(self, contents: tuple[Content, ...], parties: tuple[Party, ...]) -> None:
        """Say how much each part is, and offer those whose keys are known."""
        for each in contents:
            words = tr(PARTS[each.part])
            if each.rows:
                words = f"{words} · {_how_many(each)}"
            self.ticks[each.part].setText(prose(words))
        self._make_room()
        kept = {key for key, tick in self.readers.items() if tick.isChecked()}
        while self._reader_list.count():
            item = self._reader_list.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self.readers = {each.fingerprint: Tick(_reader_words(each)) for each in parties}
        for key, tick in self.readers.items():
            tick.setChecked(key in kept)
            tick.toggled.connect(self._judge)
            self._reader_list.addWidget(tick)
        if not parties:
            self._reader_list.addWidget(
                Text(tr("ยังไม่มีกุญแจของผู้รับ เปิดหน้า “กุญแจ” (Alt+3) เพื่อรับกุญแจก่อน"), "muted", wrap=True)
            )
        self._reader_list.addStretch(1)
        self._judge()

    def order(self) -> Order:
        """Return what is wanted; without the passphrase where the two differ."""
        parts = frozenset(part for part, tick in self.ticks.items() if tick.isChecked())
        if self.seals.current == FOR_READERS:
            return Order(parts, tuple(key for key, tick in self.readers.items() if tick.isChecked()))
        if self.seals.current == BY_PASSPHRASE and self.passphrase.text() == self.again.text():
            return Order(parts, (), self.passphrase.text())
        return Order(parts)

    def forget_passphrase(self) -> None:
        """Clear the passphrase: the next package is for somebody else."""
        self.passphrase.clear()
        self.again.clear()

    @property
    def ready(self) -> bool:
        """Whether the order can be filled: a seal that is wanted has its readers or its passphrase."""
        order = self.order()
        if self.seals.current != OPEN and not order.sealed:
            return False
        return order.sealed or not order.parts & ONLY_SEALED

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each part the lines that its words need in another width."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Let no part be squeezed: in a page that scrolls it would lose its second line."""
        for tick in self.ticks.values():
            tick.setMinimumHeight(tick.heightForWidth(tick.width()))

    def _judge(self) -> None:
        """Show the fitting half, and what is missing."""
        self._ways.setCurrentIndex(self.seals.current)
        self.warning.setText(self._why_not())
        self.changed.emit()

    def _why_not(self) -> str:
        """Say what is missing; else what never goes along."""
        chosen = {part for part, tick in self.ticks.items() if tick.isChecked()}
        if chosen & ONLY_SEALED and self.seals.current == OPEN:
            return tr("รายชื่อบุคคลส่งได้เฉพาะในแพ็กเกจที่ผนึกไว้ เลือกผู้รับหรือรหัสผ่าน")
        if self.seals.current == FOR_READERS and not self.order().sealed:
            return tr("เลือกผู้รับอย่างน้อยหนึ่งราย")
        if self.seals.current == BY_PASSPHRASE and self.passphrase.text() != self.again.text():
            return tr("รหัสผ่านสองช่องไม่ตรงกัน")
        stays = [
            (Part.PEOPLE, tr("รายชื่อผู้มีส่วนได้ส่วนเสีย")), (Part.ANSWERS, tr("แบบสอบถามรายฉบับ")),
            (Part.HISTORY, tr("ประวัติการใช้งาน")),
        ]  # fmt: skip
        names = [words for part, words in stays if part not in chosen]
        names.append(tr("กลุ่มเล็กที่อาจรู้ว่าเป็นใคร"))
        return tr("ไม่อยู่ในแพ็กเกจ: {names}").format(names=" · ".join(names))


def _how_many(content: Content) -> str:
    """Say how much a part is, in what it is counted by."""
    count = content.rows
    units = {
        Part.RESULTS: tr("{count} ฉบับ"),
        Part.OIT: ntr("{count} ข้อ", "{count} ข้อ", count),
        Part.MEASURES: ntr("{count} รายการ", "{count} รายการ", count),
        Part.PAPERS: ntr("{count} รายการ", "{count} รายการ", count),
        Part.EVIDENCE: ntr("{count} ไฟล์", "{count} ไฟล์", count),
        Part.HISTORY: tr("{count} บรรทัด"),
        Part.ANSWERS: tr("{count} ฉบับ"),
        Part.PEOPLE: tr("{count} คน"),
    }
    return units[content.part].format(count=f"{count:,}")


def _reader_words(party: Party) -> str:
    """Name a reader, and say if nobody compared the fingerprint yet."""
    return party.name if party.confirmed else tr("{name} (ยังไม่ยืนยัน)").format(name=party.name)
