"""The view of keys: the office's own to hand on, and those of others to compare on the telephone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.packages.keys import Side
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table

if TYPE_CHECKING:
    from ita_desktop.domain.packages.keys import Party
    from ita_desktop.services.changes import Changes
    from ita_desktop.ui.page import Page

WIDEST = 470
"""Pixels: with large text the table needs the room more."""
Own = tuple[str, str, bytes]
"""The fingerprint, the line, and the picture of it."""


class KeysView(QWidget):
    """Own keys at the left, known keys at the right."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._line = ""
        self.mark = Text("", "title", wrap=True)
        self.mark.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.picture = Text("")
        self.picture.setAccessibleName(tr("กุญแจของหน่วยงานเป็นภาพ QR"))
        self.make_button = ActionButton(tr("สร้างกุญแจ"), self.make, look="primary")
        self.save_button = ActionButton(tr("บันทึกไฟล์กุญแจ"), self.save, "F6")
        self.copy_button = ActionButton(tr("คัดลอกเป็นข้อความ"), self.copy)
        self.add_button = ActionButton(tr("รับไฟล์กุญแจ"), self.add_file, "F7")
        self.paste_button = ActionButton(tr("รับจากข้อความที่คัดลอก"), self.add_text)
        self.confirm_button = ActionButton(tr("ตัวเลขตรงกัน ยืนยัน"), self.confirm, "Ctrl+Return")
        self.forget_button = ActionButton(tr("เลิกใช้"), self.forget, "Delete")
        self.table: Table[Party] = Table(RowModel(_columns()), tr("ยังไม่มีกุญแจของใคร"))
        self.table.row_chosen.connect(self._choose)
        self.theirs = Text("", "heading", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self._own_card())
        row.addWidget(self._known_card(), 1)

    def _own_card(self) -> Card:
        """The card of the office's own keys."""
        card = Card(tr("กุญแจของหน่วยงาน"))
        card.setFixedWidth(min(theme.scaled(390), WIDEST))
        words = tr("ให้ผู้รับทางไฟล์หรือภาพนี้ แล้วอ่านตัวเลขให้ฟังทางโทรศัพท์ ผู้รับจะรู้ว่าเป็นของเราจริง")
        card.body.addWidget(Text(words, "muted", wrap=True))
        card.body.addWidget(self.mark)
        card.body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(self.make_button)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addWidget(self.copy_button)
        card.body.addLayout(row)
        card.body.addStretch(1)
        return card

    def _known_card(self) -> Card:
        """The card of the others' keys."""
        card = Card(tr("กุญแจของผู้อื่น"))
        head = QHBoxLayout()
        head.addWidget(self.add_button)
        head.addWidget(self.paste_button)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.confirm_button)
        foot.addStretch(1)
        foot.addWidget(self.forget_button)
        column = QVBoxLayout()
        column.setSpacing(theme.GAP)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.theirs)
        column.addLayout(foot)
        card.body.addLayout(column)
        return card

    def refresh(self) -> None:
        """Ask for the keys."""
        keys = self._page.workspace.transfer.keys

        def own() -> Own | None:
            known = keys.known_own()
            return (known.party.fingerprint, keys.line(), keys.picture()) if known is not None else None

        self._page.query(lambda: (own(), keys.parties()), self._show)

    def _show(self, found: tuple[Own | None, tuple[Party, ...]]) -> None:
        """Show them."""
        own, parties = found
        for widget in (self.save_button, self.copy_button, self.mark, self.picture):
            widget.setVisible(own is not None)
        self.make_button.setVisible(own is None)
        if own is not None:
            mark, self._line, picture = own
            groups = mark.split()
            self.mark.setText(f"{' '.join(groups[:3])}\n{' '.join(groups[3:])}")
            pixmap = QPixmap()
            pixmap.loadFromData(picture)
            self.picture.setPixmap(pixmap)  # never scaled: a scanner needs its modules even
        chosen = self.table.chosen
        self.table.show_rows(
            parties, lambda party: chosen is not None and party.fingerprint == chosen.fingerprint
        )
        self._choose(self.table.chosen)

    def _choose(self, party: Party | None) -> None:
        """Offer what can be done with a key."""
        self.theirs.setText(party.fingerprint if party is not None else "")
        self.confirm_button.setEnabled(party is not None and not party.confirmed)
        self.forget_button.setEnabled(party is not None)

    def make(self) -> None:
        """Make the keys."""
        keys = self._page.workspace.transfer.keys
        self._page.query(keys.own, lambda _: self.refresh())

    def save(self) -> None:
        """Write the key file into a folder."""
        folder = QFileDialog.getExistingDirectory(self, tr("เลือกโฟลเดอร์ที่จะวางไฟล์กุญแจ"))
        if folder:
            keys = self._page.workspace.transfer.keys
            self._page.query(lambda: keys.write_file(Path(folder)), self._saved)

    def _saved(self, path: Path) -> None:
        """Say where it is."""
        self._page.context.announce(tr("เขียน {path} แล้ว").format(path=path))

    def copy(self) -> None:
        """Put the line into the clipboard."""
        QGuiApplication.clipboard().setText(self._line)
        self._page.context.announce(tr("คัดลอกกุญแจแล้ว"))

    def add_file(self) -> None:
        """Ask for a key file."""
        words = tr("ไฟล์กุญแจ")
        path, _ = QFileDialog.getOpenFileName(self, tr("เลือกไฟล์กุญแจ"), "", f"{words} (*.itakey)")
        if path:
            keys = self._page.workspace.transfer.keys
            self._page.run(lambda: keys.take_file(Path(path))[0], self._taken)

    def add_text(self) -> None:
        """Take what a scanner typed or somebody copied."""
        text = QGuiApplication.clipboard().text()
        keys = self._page.workspace.transfer.keys
        self._page.run(lambda: keys.take_text(text)[0], self._taken)

    def _taken(self, _changes: Changes) -> None:
        """Say what comes next."""
        self._page.banner.clear()
        self._page.context.announce(tr("รับกุญแจแล้ว ให้โทรเทียบตัวเลขก่อนยืนยัน"))

    def confirm(self) -> None:
        """Note that the digits were compared."""
        party = self.table.chosen
        if party is not None:
            keys = self._page.workspace.transfer.keys
            self._page.run(lambda: keys.confirm(party.fingerprint))

    def forget(self) -> None:
        """Forget a key; the window's undo brings it back."""
        party = self.table.chosen
        if party is not None:
            keys = self._page.workspace.transfer.keys
            self._page.run(lambda: keys.forget(party.fingerprint))


def _columns() -> list[Column[Party]]:
    """Who, which digits, sure or not."""
    return [
        Column(tr("ชื่อ"), lambda party: party.name),
        Column(tr("ฝ่าย"), _side, 100),
        Column(tr("หมายเลขกุญแจ"), lambda party: f"{party.fingerprint[:11]} …", 130),
        Column(tr("สถานะ"), _state, 150),
    ]


def _side(party: Party) -> str:
    """Headquarters or an office."""
    return tr("ส่วนกลาง") if party.side is Side.HEADQUARTERS else tr("หน่วยงาน")


def _state(party: Party) -> State:
    """Compared or not."""
    if party.confirmed:
        return State(tr("ยืนยันแล้ว"), Tone.GOOD)
    return State(tr("ยังไม่ยืนยัน"), Tone.WARN)
