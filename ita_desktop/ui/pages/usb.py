"""Tab 8: the year's result onto a USB stick: choose where, see what goes along, write, prove, pull out."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.history import Action
from ita_desktop.domain.roster_problems import Stopped
from ita_desktop.services.changes import EVERYTHING, Topic
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.page import Page
from ita_desktop.ui.pages.usb_places import (
    Found,
    Place,
    folder_place,
    joined,
    packages_in,
    size_words,
    sticks,
)
from ita_desktop.ui.pages.usb_receipt import ReceiptCard
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.card import Card, SidePanel
from ita_desktop.ui.widgets.icons import Icon
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.papers import paper_name

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.transfer import PackageReceipt
    from ita_desktop.ui.context import Context


LOOK_EVERY = 2000
"""Milliseconds between two looks for sticks while the page is seen."""


class UsbPage(Page):
    """Places at the top, contents below, what lies there already at the side."""

    topics: ClassVar[frozenset[Topic]] = EVERYTHING
    progressed = Signal(int, int)

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("ส่งออกผลลง USB"))
        self._chosen: Place | None = None
        self._receipt: PackageReceipt | None = None
        self._sticks: tuple[Place, ...] = ()
        self._stop = Event()
        self._looking = QTimer(self, interval=LOOK_EVERY)
        self._looking.timeout.connect(self.look_for_sticks)
        self.add_action(tr("ค้นหา USB"), self.refresh, "F5")
        self.choose_button = self.add_action(tr("เลือกโฟลเดอร์"), self.choose_folder, "F8")
        words = tr("ส่งออก")
        self.export_button = self.add_action(words, self.export, "F9", primary=True, needs=Action.EXPORTED)
        self.receipt = ReceiptCard()
        self.receipt.stop_asked.connect(self.stop_export)
        self.places: Table[Place] = Table(
            RowModel(_place_columns()), tr("ไม่พบ USB ให้เสียบ USB หรือกด F8 เพื่อเลือกโฟลเดอร์")
        )
        self.places.setFixedHeight(theme.scaled(29 * 3 + 36))
        self.found: Table[Found] = Table(RowModel(_found_columns()), tr("ยังไม่มีแพ็กเกจในโฟลเดอร์นี้"))
        self.places.row_chosen.connect(self._look_into)
        self.progressed.connect(self.receipt.advance, Qt.ConnectionType.QueuedConnection)
        self._lay_out()

    def _lay_out(self) -> None:
        """Put the cards below each other, the packages at the side."""
        place = Card(tr("ปลายทาง"), margin=16)
        place.body.addWidget(self.places)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.receipt)
        left.addWidget(place)
        left.addWidget(_contents())
        left.addStretch(1)
        side = SidePanel(tr("แพ็กเกจที่มีอยู่แล้ว"), width=430)
        side.body.addWidget(self.found, 1)
        self.body.addLayout(left, 1)
        self.body.addWidget(side)

    # Places

    def refresh(self) -> None:
        """Look which sticks are in."""
        self.query(sticks, self._show_places)

    def look_for_sticks(self) -> None:
        """Look again, unless something is under way; only what came or went is shown."""
        if self.context.tasks.idle:
            self.query(sticks, self._show_if_other, lambda _problem: None)

    def _show_if_other(self, found: tuple[Place, ...]) -> None:
        """Show the sticks if another one is in, or one is out: the cursor must not jump every two seconds."""
        if [place.path for place in found] != [place.path for place in self._sticks]:
            self._show_places(found)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for sticks by itself as long as the page is seen."""
        super().showEvent(event)
        self._looking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: leave the drives alone."""
        self._looking.stop()
        super().hideEvent(event)

    def _show_places(self, found: tuple[Place, ...]) -> None:
        """Show them; the chosen folder stays."""
        self._sticks = found
        places = joined(found, self._chosen)
        chosen = self.places.chosen
        wanted = self._chosen.path if self._chosen else chosen.path if chosen else None
        self.places.show_rows(places, lambda place: place.path == wanted)
        self.set_subtitle("" if places else tr("เลือกปลายทางก่อนส่งออก"))
        self.export_button.setEnabled(bool(places))
        if not places:
            self.found.show_rows(())

    def choose_folder(self) -> None:
        """Ask for a folder and make it the target."""
        title = tr("เลือกโฟลเดอร์ที่จะวางแพ็กเกจ")
        start = str(self._chosen.path if self._chosen else self.workspace.path.parent)
        answer = QFileDialog.getExistingDirectory(self, title, start)
        if answer:
            self._chosen = folder_place(Path(answer))
            self.refresh()

    def _look_into(self, place: Place | None) -> None:
        """List the packages in the place under the cursor."""
        if place is not None:
            self.query(lambda: packages_in(place.path), self.found.show_rows)

    # Export

    def export(self) -> None:
        """Set the papers, write the package, prove it."""
        place = self.places.chosen
        if place is None:
            self.choose_folder()
            return
        self.banner.clear()
        self.export_button.setEnabled(False)
        self._stop.clear()
        self.receipt.begin()
        self.run(lambda: self._written(place.path), lambda _: self._prove(), self._failed)

    def _written(self, folder: Path) -> Changes:
        """Set the papers and write the package (in the worker)."""
        workspace = self.workspace
        kinds = workspace.papers.kinds()
        papers = {}
        for kind in kinds:
            self._go_on()
            papers[f"{kind.code}.pdf"] = workspace.papers.render(kind.code)
        changes, self._receipt = workspace.transfer.export(folder, papers, self._advance)
        return changes

    def _advance(self, written: int, total: int) -> None:
        """Tell how far it is (in the worker)."""
        self._go_on()
        self.progressed.emit(written, total)

    def _go_on(self) -> None:
        """Stop here if the user asked for it; what was written so far is taken away again."""
        if self._stop.is_set():
            raise Stopped

    def stop_export(self) -> None:
        """Stop writing at the next block."""
        self._stop.set()
        self.receipt.stopping()

    def _prove(self) -> None:
        """Read the package once more as a receiver would, before anyone is told to pull the stick out."""
        receipt = self._receipt
        if receipt is None:
            return
        self.receipt.written(receipt)
        self.query(lambda: _verified(receipt), self._done, self._failed)

    def _done(self, receipt: PackageReceipt) -> None:
        """Say that it is proven."""
        self.receipt.proven(receipt)
        self.export_button.setEnabled(True)
        self.context.announce(tr("ส่งออก {name} แล้ว ถอดได้").format(name=receipt.path.name))
        self._look_into(self.places.chosen)

    def _failed(self, problem: Problem) -> None:
        """Tell why there is no package; the folder is as before."""
        self.receipt.failed()
        self.export_button.setEnabled(True)
        if isinstance(problem, Stopped):
            self.context.announce(tr("หยุดส่งออกแล้ว ไม่มีอะไรเขียนลงปลายทาง"))
        else:
            self.tell(problem)


def _verified(receipt: PackageReceipt) -> PackageReceipt:
    """Judge the package where it lies (in the worker); PackageFailed if it is not what was written."""
    from ita_desktop.services.transfer import verify_package

    verify_package(receipt.path)
    return receipt


def _contents() -> QWidget:
    """Say what goes along and what never does, side by side."""
    card = Card(margin=16)
    row = QHBoxLayout()
    row.setSpacing(24)
    goes = [
        tr("คะแนนทุกชั้น พร้อมค่าที่ประกาศ"),
        tr("จำนวนผู้ตอบแต่ละตัวเลือก"),
        tr("ผลตรวจ OIT พร้อมลิงก์"),
        tr("มาตรการ"),
        tr("{memo} และ {report} (PDF)").format(memo=paper_name("memo"), report=paper_name("report")),
        tr("แบบวัดของปี และคำอธิบายทุกไฟล์"),
    ]
    stays = [
        tr("รายชื่อผู้มีส่วนได้ส่วนเสีย"),
        tr("แบบสอบถามรายฉบับ"),
        tr("กลุ่มเล็กที่อาจรู้ว่าเป็นใคร"),
        tr("ประวัติการใช้งาน"),
    ]
    row.addLayout(_marked(tr("อยู่ในแพ็กเกจ"), goes, Icon.TICK, Tone.GOOD), 1)
    row.addLayout(_marked(tr("ไม่อยู่ในแพ็กเกจ"), stays, Icon.CROSS, Tone.CALM), 1)
    card.body.addLayout(row)
    return card


def _marked(title: str, lines: list[str], icon: Icon, tone: Tone) -> QVBoxLayout:
    """Make a list, each line with its sign."""
    from ita_desktop.ui.status_bar import Sign

    column = QVBoxLayout()
    column.setSpacing(5)
    column.addWidget(Text(title, "heading"))
    for words in lines:
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(Sign(icon, theme.GOOD if tone is Tone.GOOD else theme.MUTED))
        row.addWidget(Text(words, wrap=True), 1)
        column.addLayout(row)
    column.addStretch(1)
    return column


def _place_columns() -> list[Column[Place]]:
    """What a person needs to know the right stick by."""
    return [
        Column(tr("ชื่อ"), lambda place: place.name, 160),
        Column(tr("ที่อยู่"), lambda place: str(place.path)),
        Column(tr("ชนิด"), _kind, 104),
        Column(tr("ที่ว่าง"), lambda place: size_words(place.free), 92, number=True),
    ]


def _kind(place: Place) -> State:
    """Stick or folder, as icon and word."""
    return State("USB", Tone.INFO) if place.stick else State(tr("โฟลเดอร์"), Tone.CALM)


def _found_columns() -> list[Column[Found]]:
    """Name and size."""
    return [
        Column(tr("ชื่อไฟล์"), lambda found: found.path.name),
        Column(tr("ขนาด"), lambda found: size_words(found.size), 96, number=True),
    ]
