"""Tab 8: onto a USB stick and from it: three views of one place, sending, receiving, and keys."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.domain.history import Action
from ita_desktop.domain.packages.contents import Part
from ita_desktop.domain.roster_problems import Stopped
from ita_desktop.services.changes import EVERYTHING, Topic
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.page import Page
from ita_desktop.ui.pages.usb_keys import KeysView
from ita_desktop.ui.pages.usb_places import (
    Found,
    Place,
    folder_place,
    joined,
    packages_in,
    place_columns,
    sticks,
)
from ita_desktop.ui.pages.usb_receipt import ReceiptCard
from ita_desktop.ui.pages.usb_receive import ReceiveView
from ita_desktop.ui.pages.usb_send import SendCard
from ita_desktop.ui.pages.usb_sent import SentPanel
from ita_desktop.ui.widgets.buttons import Segments
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.table import RowModel, Table

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from ita_desktop.domain.packages.contents import Content
    from ita_desktop.domain.packages.keys import Party
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.packages.receipts import Sent
    from ita_desktop.services.transfer import Order, PackageReceipt
    from ita_desktop.ui.context import Context


LOOK_EVERY = 2000
"""Milliseconds between two looks for sticks while the page is seen."""
SEND, RECEIVE, KEYS = range(3)


class UsbPage(Page):
    """Places at the top, the view that is open below."""

    topics: ClassVar[frozenset[Topic]] = EVERYTHING
    progressed = Signal(int, int)

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("รับ–ส่ง USB"))
        self._chosen: Place | None = None
        self._receipt: PackageReceipt | None = None
        self._sticks: tuple[Place, ...] = ()
        self._stop = Event()
        self._looking = QTimer(self, interval=LOOK_EVERY)
        self._looking.timeout.connect(self.look_for_sticks)
        self.views = Segments([tr("ส่ง"), tr("รับ"), tr("กุญแจ")], ["Alt+1", "Alt+2", "Alt+3"])
        self.views.chosen.connect(self.open_view)
        self.add_to_head(self.views)
        self.find_button = self.add_action(tr("ค้นหา USB"), self.refresh, "F5")
        self.choose_button = self.add_action(tr("เลือกโฟลเดอร์"), self.choose_folder, "F8")
        words = tr("ส่งออก")
        self.export_button = self.add_action(words, self.export, "F9", primary=True, needs=Action.EXPORTED)
        words, need = tr("รับเข้าแฟ้ม"), Action.RECEIVED
        self.receive = ReceiveView(self)
        self.receive_button = self.add_action(words, self.receive.take, "F9", primary=True, needs=need)
        self.receive.ready_changed.connect(self._judge)
        self.receipt = ReceiptCard()
        self.receipt.stop_asked.connect(self.stop_export)
        self.receipt.eject_asked.connect(self.eject)
        self.places: Table[Place] = Table(
            RowModel(place_columns()), tr("ไม่พบ USB ให้เสียบ USB หรือกด F8 เพื่อเลือกโฟลเดอร์")
        )
        self.places.setFixedHeight(theme.scaled(27 * 2 + 36))
        self.places.row_chosen.connect(self._look_into)
        self.send, self.sent, self.keys = SendCard(), SentPanel(), KeysView(self)
        self.send.changed.connect(self._judge)
        self.progressed.connect(self.receipt.advance, Qt.ConnectionType.QueuedConnection)
        self._lay_out()
        self.open_view(SEND)

    @property
    def found(self) -> Table[Found]:
        """The packages that lie in the place already."""
        return self.sent.found

    def _lay_out(self) -> None:
        """Put the place on top, the views below it."""
        self._place = Card(margin=8)
        self._place.body.addWidget(self.places)
        sending = QWidget()
        row = QHBoxLayout(sending)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self.send, 1)
        row.addWidget(self.sent)
        self._stack = QStackedWidget()
        for view in (sending, self.receive, self.keys):
            self._stack.addWidget(view)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.receipt)
        column.addWidget(self._place)
        column.addWidget(self._stack, 1)
        self.body.addLayout(column, 1)

    # Views

    def open_view(self, number: int) -> None:
        """Open sending, receiving or keys."""
        self.banner.clear()
        self.views.choose(number)
        self._stack.setCurrentIndex(number)
        for widget in (self._place, self.find_button, self.choose_button):
            widget.setVisible(number != KEYS)
        self.export_button.setVisible(number == SEND)
        self.receive_button.setVisible(number == RECEIVE)
        self.receipt.setVisible(number == SEND and self._receipt is not None)
        self._refresh_view()
        self._judge()

    def show_subject(self, subject: str) -> None:
        """Open a view by its name: `receive` or `keys`."""
        self.open_view({"receive": RECEIVE, "keys": KEYS}.get(subject, SEND))

    def _refresh_view(self) -> None:
        """Ask for what the open view shows beside the places."""
        if not self.isVisible():
            return
        if self.views.current == KEYS:
            self.keys.refresh()
        elif self.views.current == SEND:
            self.query(self._sendable, self._show_sendable)
        self._look_into(self.places.chosen)

    def _sendable(self) -> tuple[tuple[Content, ...], tuple[Party, ...], tuple[Sent, ...]]:
        """Read what can be sent, to whom, and what was (in the worker)."""
        transfer = self.workspace.transfer
        return transfer.contents(), transfer.keys.parties(), transfer.receipts.sent()

    def _show_sendable(self, found: tuple[tuple[Content, ...], tuple[Party, ...], tuple[Sent, ...]]) -> None:
        """Show it."""
        contents, parties, sent = found
        self.send.show_contents(contents, parties)
        self.sent.sent.show_rows(sent)

    def _judge(self) -> None:
        """Offer what can be done: a place and a whole order, or something chosen to be received."""
        place = self.places.chosen
        self.export_button.setEnabled(place is not None and self.send.ready)
        self.receive_button.setEnabled(self.receive.ready)
        self.receive_button.set_words(tr("รับทั้งที่เลขแยกกัน") if self.receive.apart else tr("รับเข้าแฟ้ม"))

    # Places

    def refresh(self) -> None:
        """Look which sticks are in, and at what the open view shows."""
        self.query(sticks, self._show_places)
        self._refresh_view()

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
        if not places:
            self.found.show_rows(())
        self._judge()

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
        if self.views.current == RECEIVE:
            self.receive.look_into(place.path if place is not None else None)
        elif place is not None and self.views.current == SEND:
            self.query(lambda: packages_in(place.path), self.found.show_rows)
        self._judge()

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
        order = self.send.order()
        self.run(lambda: self._written(place.path, order), lambda _: self._done(), self._failed)

    def _written(self, folder: Path, order: Order) -> Changes:
        """Set the papers and write the package (in the worker)."""
        workspace = self.workspace
        kinds = workspace.papers.kinds() if Part.PAPERS in order.parts else ()
        papers = {}
        for kind in kinds:
            self._go_on()
            papers[f"{kind.code}.pdf"] = workspace.papers.render(kind.code)
        changes, self._receipt = workspace.transfer.export(folder, papers, self._advance, order)
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

    def _done(self) -> None:
        """Say that it is proven: it was read back from the stick before it got its name."""
        receipt, place = self._receipt, self.places.chosen
        if receipt is None:
            return
        self.receipt.proven(receipt, stick=place is not None and place.stick)
        self.send.forget_passphrase()
        self.context.announce(tr("ส่งออก {name} แล้ว พร้อมถอดได้").format(name=receipt.path.name))
        self._refresh_view()

    def eject(self) -> None:
        """Ask the system to let the stick go."""
        from ita_desktop.services.packages.ejecting import eject

        place = self.places.chosen
        if place is not None:
            self.query(lambda: eject(place.path), self.receipt.ejected)

    def _failed(self, problem: Problem) -> None:
        """Tell why there is no package; the folder is as before."""
        self.receipt.failed()
        self._judge()
        if isinstance(problem, Stopped):
            self.context.announce(tr("หยุดส่งออกแล้ว ไม่มีอะไรเขียนลงปลายทาง"))
        else:
            self.tell(problem)
