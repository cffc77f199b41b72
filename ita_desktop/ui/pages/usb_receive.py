"""The view of what comes in: packages and receipts on the stick, what they would change, and the yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLineEdit, QVBoxLayout, QWidget

from ita_desktop.domain.packages.merging import Field, Meeting, Take
from ita_desktop.domain.packages.numbering import Arrival
from ita_desktop.domain.packages.problems import PackageSealed, PassphraseWrong
from ita_desktop.domain.packages.shipment import Fate, Thing
from ita_desktop.support.language import ntr, tr
from ita_desktop.ui import theme
from ita_desktop.ui.pages.usb_places import Incoming, size_of
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.packages import (
    DOWN,
    FATES,
    arrival_words,
    field_words,
    place_words,
    value_words,
)

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.packages.receipts import Receipt
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.receiving.taking import Preview, SetAside
    from ita_desktop.ui.page import Page

Line = Field | Thing
TONES = {
    Meeting.SAME: Tone.CALM, Meeting.NEW: Tone.INFO, Meeting.KEPT: Tone.CALM, Meeting.CLASH: Tone.WARN,
}  # fmt: skip


class ReceiveView(QWidget):
    """What lies in the place at the left, what the chosen one would change at the right."""

    ready_changed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._folder: Path | None = None
        self._passphrase, self._asked = "", ""
        self.preview: Preview | None = None
        self.takes: dict[str, Take] = {}
        self.found: Table[Incoming] = Table(
            RowModel(_found_columns()), tr("ไม่มีแพ็กเกจหรือใบรับในปลายทางนี้"), choose_first=False
        )
        self.found.row_chosen.connect(self._look)
        self.lines: Table[Line] = Table(RowModel(self._line_columns()), tr("เลือกแพ็กเกจเพื่อดูว่าอะไรจะเปลี่ยน"))
        self.lines.row_opened.connect(self.turn)
        self.aside: Table[SetAside] = Table(RowModel(_aside_columns()), tr("ยังไม่มี"))
        self.head = Text("", "heading", wrap=True)
        self.facts = Text("", "muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self._found_card())
        row.addWidget(self._preview_card(), 1)

    def _found_card(self) -> Card:
        """The card of what lies there."""
        card = Card(tr("ในปลายทาง"))
        card.setFixedWidth(theme.scaled(430))
        card.body.addWidget(self.found, 2)
        card.body.addWidget(Text(tr("ค่าที่ไม่ได้ใช้ เก็บไว้ดู"), "heading"))
        card.body.addWidget(self.aside, 1)
        return card

    def _preview_card(self) -> Card:
        """The card of what would change."""
        card = Card()
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.facts)
        card.body.addLayout(column)
        card.body.addWidget(self.lines, 1)
        card.body.addWidget(
            Text(tr("Enter ที่แถว “แก้ทั้งสองฝ่าย” สลับว่าจะใช้ค่าของใคร ค่าที่ไม่ใช้เก็บไว้ให้ดูย้อนหลัง"), "muted", wrap=True)
        )
        return card

    @property
    def ready(self) -> bool:
        """Whether there is something that F9 would take in, or ask a passphrase for."""
        chosen = self.found.chosen
        if chosen is None:
            return False
        return self.preview is not None or chosen.is_receipt or chosen.path.name == self._asked

    @property
    def apart(self) -> bool:
        """Whether the package is of a sender whose computers went apart: the button says so."""
        return self.preview is not None and self.preview.order.arrival is Arrival.APART

    def look_into(self, folder: Path | None) -> None:
        """List what lies in a place."""
        self._folder = folder
        self._forget()
        self._page.query(self._page.workspace.receiving.laid_aside, self.aside.show_rows)
        if folder is None:
            self.found.show_rows(())
            return
        transfer, receiving = self._page.workspace.transfer, self._page.workspace.receiving

        def incoming() -> tuple[Incoming, ...]:
            packages, receipts = receiving.found_in(folder), transfer.receipts.found_in(folder)
            sent = {each.name for each in transfer.sent()}
            return tuple(
                Incoming(path, size_of(path), own=path.name in sent) for path in (*receipts, *packages)
            )

        self._page.query(incoming, self.found.show_rows)

    def _forget(self) -> None:
        """Show no package."""
        self.preview, self.takes = None, {}
        self.head.setText("")
        self.facts.setText("")
        self.lines.show_rows(())
        self.ready_changed.emit()

    def _look(self, chosen: Incoming | None) -> None:
        """Check the package under the cursor and show what it would change."""
        self._forget()
        if chosen is None:
            return
        self._page.banner.clear()
        if chosen.is_receipt:
            self.head.setText(tr("ใบรับจากผู้รับ"))
            self.facts.setText(tr("กด F9 เพื่ออ่านว่าแพ็กเกจใดไปถึงแล้ว"))
            return
        if chosen.own:
            self.head.setText(tr("แพ็กเกจที่แฟ้มนี้ส่งออกเอง"))
            return
        receiving, words = self._page.workspace.receiving, self._passphrase
        self._page.query(lambda: receiving.look(chosen.path, words), self._show, self._refused)

    def _refused(self, problem: Problem) -> None:
        """Ask for a passphrase where one may help; tell the rest."""
        chosen = self.found.chosen
        if isinstance(problem, (PackageSealed, PassphraseWrong)) and chosen is not None:
            name = chosen.path.name
            if name != self._asked:  # F9 asks again; moving over the list does not
                self._asked = name
                self._ask(chosen)
                return
            self.ready_changed.emit()
        self._page.tell(problem)

    def _ask(self, chosen: Incoming) -> None:
        """Ask for the passphrase of a package and look at it again."""
        title, ask = tr("แพ็กเกจนี้ผนึกไว้"), tr("รหัสผ่านที่ผู้ส่งบอก")
        words, given = QInputDialog.getText(self, title, ask, QLineEdit.EchoMode.Password)
        self._passphrase = words if given else ""
        self._look(chosen)

    def _show(self, seen: Preview) -> None:
        """Show who sent it and what it would change."""
        self.preview = seen
        label = seen.report.label
        words = tr("{office} เลขที่ {number}").format(office=seen.sender.name, number=label.number)
        self.head.setText(prose(words))
        sure = tr("ยืนยันกุญแจแล้ว") if seen.sender.confirmed else tr("ยังไม่ได้เทียบกุญแจทางโทรศัพท์")
        self.facts.setText(prose(f"{arrival_words(seen.order)} · {sure} · {self._summary(seen)}"))
        self.lines.show_rows(
            (*seen.clashes, *(each for each in seen.fields if each not in seen.clashes), *seen.things)
        )
        self.ready_changed.emit()

    def _summary(self, seen: Preview) -> str:
        """Count what would change."""
        count = len(seen.changes) + len([each for each in seen.things if each.fate is Fate.NEW])
        words = ntr("จะเปลี่ยน {count} รายการ", "จะเปลี่ยน {count} รายการ", count).format(count=count)
        if not seen.clashes:
            return words
        decide = tr("ต้องเลือก {count} รายการ").format(count=len(seen.clashes))
        return f"{words} · {decide}"

    def turn(self, line: Line) -> None:
        """Take the other side's value of a clash."""
        if isinstance(line, Field) and line.meeting is Meeting.CLASH:
            now = self.takes.get(line.place, line.usual)
            self.takes[line.place] = Take.MINE if now is Take.THEIRS else Take.THEIRS
            self.lines.viewport().update()

    def take(self) -> None:
        """Take in what is chosen (F9)."""
        chosen, seen = self.found.chosen, self.preview
        self._page.banner.clear()
        if chosen is not None and chosen.is_receipt:
            receipts = self._page.workspace.transfer.receipts
            self._page.run(lambda: receipts.read(chosen.path)[0], lambda _: self._said(tr("อ่านใบรับแล้ว")))
        elif seen is not None:
            self._receive(seen)
        elif chosen is not None:
            self._asked = ""
            self._look(chosen)

    def _receive(self, seen: Preview) -> None:
        """Take a package in and write the receipt beside it."""
        workspace, takes, words = self._page.workspace, dict(self.takes), self._passphrase
        apart = seen.order.arrival is Arrival.APART
        receipts: list[Receipt] = []

        def command() -> Changes:
            changes, receipt = workspace.receiving.receive(seen, takes, words, apart=apart)
            receipts.append(receipt)
            return changes

        self._page.run(command, lambda _: self._answer(seen, receipts))

    def _answer(self, seen: Preview, receipts: list[Receipt]) -> None:
        """Write the receipt for the way back; a stick that is full costs the receipt alone."""
        self._said(tr("รับ {name} แล้ว ย้อนได้ด้วย Ctrl+Z").format(name=seen.path.name))
        service, folder = self._page.workspace.transfer.receipts, seen.path.parent
        self._page.query(lambda: service.write(folder, receipts), lambda _: None)
        self.look_into(self._folder)

    def _said(self, words: str) -> None:
        """Say what was done."""
        self._page.context.announce(words)

    def _line_columns(self) -> list[Column[Line]]:
        """Place, both values, what becomes of it."""
        return [
            Column(tr("รายการ"), _place, 230),
            Column(tr("ของเรา"), lambda line: value_words(line.mine) if isinstance(line, Field) else ""),
            Column(tr("ที่ส่งมา"), lambda line: value_words(line.theirs) if isinstance(line, Field) else ""),
            Column(tr("ผล"), self._state, 250),
        ]

    def _state(self, line: Line) -> State:
        """What becomes of a line."""
        if isinstance(line, Thing):
            return State(tr(FATES[line.fate]), Tone.INFO if line.fate is Fate.NEW else Tone.CALM)
        if line.meeting is not Meeting.CLASH:
            return State(field_words(line.meeting), TONES[line.meeting])
        take = self.takes.get(line.place, line.usual)
        words = tr("ใช้ที่ส่งมา") if take is Take.THEIRS else tr("ใช้ของเรา")
        return State(tr("แก้ทั้งสองฝ่าย: {choice}").format(choice=words), Tone.WARN)


def _place(line: Line) -> str:
    """Name a line."""
    return place_words(line.place) if isinstance(line, Field) else f"{tr(DOWN[line.kind])} {line.name}"


def _found_columns() -> list[Column[Incoming]]:
    """Name and kind."""
    return [
        Column(tr("ชื่อไฟล์"), lambda found: found.path.name),
        Column(tr("ชนิด"), _kind, 105),
    ]


def _kind(found: Incoming) -> State:
    """Receipt, package, or one of our own."""
    if found.is_receipt:
        return State(tr("ใบรับ"), Tone.GOOD)
    return State(tr("ของเรา"), Tone.CALM) if found.own else State(tr("แพ็กเกจ"), Tone.INFO)


def _aside_columns() -> list[Column[SetAside]]:
    """Which field, the value that lost, the one that stands."""
    return [
        Column(tr("รายการ"), lambda line: place_words(line.place)),
        Column(tr("ไม่ใช้"), lambda line: value_words(line.value), 90),
        Column(tr("ใช้อยู่"), lambda line: value_words(line.kept), 90),
    ]
