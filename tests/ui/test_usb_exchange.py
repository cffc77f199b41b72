"""The USB page's other views: what is chosen, sealed and received, and whose keys are known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog

from ita_desktop.domain.packages.contents import Part
from ita_desktop.domain.packages.receipts import Outcome, Receipt
from ita_desktop.exchange.package_verify import verify_package
from ita_desktop.exchange.receipt_file import receipt_file, receipt_name
from ita_desktop.exchange.sealing.age import Unlock
from ita_desktop.exchange.sealing.key_file import key_line
from ita_desktop.services.packages.sending_down import send_down
from ita_desktop.ui.pages.usb import KEYS, RECEIVE, SEND, UsbPage
from ita_desktop.ui.pages.usb_places import Place
from ita_desktop.ui.pages.usb_send import BY_PASSPHRASE, FOR_READERS
from ita_desktop.ui.tabs import Tab
from tests.helpers.offices import NOW
from tests.services.test_receiving import ABOVE, figures, label_down

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Hand

ALT = Qt.KeyboardModifier.AltModifier
LONG = "กุ้ง หอย ปู ปลา ทะเล"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for a stick."""
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    place = Place(folder, "KINGSTON", 1 << 30, stick=True)
    monkeypatch.setattr("ita_desktop.ui.pages.usb.sticks", lambda: (place,))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


@pytest.fixture
def page(hand: Hand, stick: Path) -> UsbPage:
    """The page, headquarters known."""
    assert stick.is_dir()
    keys = hand.window.context.workspace.transfer.keys
    keys.take(replace(ABOVE.party, confirmed=False))
    keys.confirm(ABOVE.party.fingerprint)
    opened = hand.open(Tab.USB)
    assert isinstance(opened, UsbPage)
    hand.settle()
    return opened


def test_people_are_sent_only_where_somebody_is_to_read_them(hand: Hand, page: UsbPage, stick: Path) -> None:
    """The button is grey and the page says why, until a reader is ticked; then nobody else can open it."""
    page.send.ticks[Part.PEOPLE].click()
    assert not page.export_button.isEnabled()
    assert "ผนึก" in page.send.warning.text()
    page.send.seals.choose(FOR_READERS)
    page.send.seals.chosen.emit(FOR_READERS)
    assert not page.export_button.isEnabled()
    page.send.readers[ABOVE.party.fingerprint].click()
    assert page.export_button.isEnabled()
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    (path,) = stick.glob("*.itapkg")
    names = {each.name for each in verify_package(path, Unlock((ABOVE.seal_secret,))).files}
    assert "people/internal.json" in names
    assert page.sent.sent.rows.rows[0].package.readers == (ABOVE.party.name,)


def test_a_passphrase_is_asked_twice_and_forgotten(hand: Hand, page: UsbPage, stick: Path) -> None:
    """What is mistyped once would open nothing ever after; the next package is for somebody else."""
    page.send.seals.choose(BY_PASSPHRASE)
    page.send.seals.chosen.emit(BY_PASSPHRASE)
    page.send.passphrase.setText(LONG)
    assert not page.export_button.isEnabled()
    page.send.again.setText(LONG)
    page.send.ticks[Part.PAPERS].setChecked(False)
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    (path,) = stick.glob("*.itapkg")
    assert verify_package(path, Unlock((), LONG)).sealed
    assert page.send.passphrase.text() == page.send.again.text() == ""


def test_what_came_is_shown_taken_with_f9_and_undone(hand: Hand, page: UsbPage, stick: Path) -> None:
    """Alt+2, the package under the cursor, its changes; F9, a receipt for the way back; Ctrl+Z."""
    results = hand.window.context.workspace.results
    send_down(stick, label_down(), figures(), ABOVE)
    hand.press(Qt.Key.Key_2, ALT)
    hand.settle()
    assert page.views.current == RECEIVE
    assert page.receive.found.choose(lambda found: found.path.suffix == ".itapkg")
    hand.settle()
    assert ABOVE.party.name in page.receive.head.text()
    assert len(page.receive.lines.rows.rows) == 3
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert results.result().published["total"] == Decimal("95.20")
    assert len(list(stick.glob("*.itarcpt"))) == 1
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    assert "total" not in results.result().published


def test_enter_on_a_clash_keeps_our_value(hand: Hand, page: UsbPage, stick: Path) -> None:
    """Both sides changed the total: a person decides, row by row, and the loser is kept."""
    workspace = hand.window.context.workspace
    workspace.results.put_published(2568, "total", Decimal("90.10"))
    send_down(stick, label_down(), figures(), ABOVE)
    hand.press(Qt.Key.Key_2, ALT)
    hand.settle()
    page.receive.found.choose(lambda found: True)
    hand.settle()
    page.receive.turn(page.receive.lines.rows.rows[0])
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert workspace.results.result().published["total"] == Decimal("90.10")
    assert workspace.receiving.laid_aside()[0].value == "95.20"
    assert [line.value for line in page.receive.aside.rows.rows] == ["95.20"]


def test_computers_that_went_apart_are_said_on_the_button(hand: Hand, page: UsbPage, stick: Path) -> None:
    """The same number with another content: taking it is another word than taking any other."""
    receiving = hand.window.context.workspace.receiving
    first = send_down(stick, label_down(), figures(), ABOVE).path
    receiving.receive(receiving.look(first))
    first.unlink()
    send_down(stick, label_down(), figures("91.00"), ABOVE)
    hand.press(Qt.Key.Key_2, ALT)
    hand.settle()
    assert page.receive.found.choose(lambda found: not found.is_receipt)
    hand.settle()
    assert page.receive_button.text() == "รับทั้งที่เลขแยกกัน"
    assert "โทรถาม" in page.receive.facts.text()


def test_a_broken_package_is_told_where_it_is_chosen(hand: Hand, page: UsbPage, stick: Path) -> None:
    """The reason stands on top, and F9 is grey."""
    path = send_down(stick, label_down(), figures(), ABOVE).path
    path.write_bytes(path.read_bytes()[:-50])
    hand.press(Qt.Key.Key_2, ALT)
    hand.settle()
    page.receive.found.choose(lambda found: True)
    hand.settle()
    assert "ไฟล์ขาดหรือไม่ใช่แพ็กเกจ" in hand.reads(page.banner)
    assert not page.receive_button.isEnabled()


def test_a_sealed_package_asks_for_its_passphrase(
    hand: Hand, page: UsbPage, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once; without one the page says for whom it is, and F9 asks again."""
    send_down(stick, label_down(), figures(), ABOVE, readers=[ABOVE.party.seal])
    asked: list[str] = []

    def ask(*_: object) -> tuple[str, bool]:
        asked.append("asked")
        return "", False

    monkeypatch.setattr(QInputDialog, "getText", ask)
    hand.press(Qt.Key.Key_2, ALT)
    hand.settle()
    page.receive.found.choose(lambda found: True)
    hand.settle()
    assert asked == ["asked"]
    assert "ผนึกไว้สำหรับผู้อื่น" in hand.reads(page.banner)
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert asked == ["asked", "asked"]


def test_a_receipt_is_read_and_stands_beside_its_package(hand: Hand, page: UsbPage, stick: Path) -> None:
    """On the next visit the office sees what arrived."""
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    package = hand.window.context.workspace.transfer.sent()[0]
    answer = Receipt("99999", package.name, package.number, package.digest, Outcome.TAKEN, NOW, "กลาง")
    (stick / receipt_name("99999", ABOVE)).write_bytes(receipt_file([answer], ABOVE))
    hand.press(Qt.Key.Key_2, ALT)
    hand.settle()
    page.receive.found.choose(lambda found: found.is_receipt)
    hand.settle()
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    hand.press(Qt.Key.Key_1, ALT)
    hand.settle()
    assert page.views.current == SEND
    (line,) = page.sent.sent.rows.rows
    assert line.receipt is not None
    assert "รับแล้ว" in page.sent.answer.text()


def test_keys_are_shown_taken_and_confirmed(hand: Hand, page: UsbPage, stick: Path) -> None:
    """Digits and a picture of ours; theirs from the clipboard, confirmed by a key, forgotten and undone."""
    keys = hand.window.context.workspace.transfer.keys
    keys.forget(ABOVE.party.fingerprint)
    hand.press(Qt.Key.Key_3, ALT)
    hand.settle()
    assert page.views.current == KEYS
    page.keys.make()
    hand.settle()
    assert page.keys.mark.text().replace("\n", " ") == keys.own().party.fingerprint
    assert not page.keys.picture.pixmap().isNull()
    page.keys.save()
    hand.settle()
    assert list(stick.glob("*.itakey"))
    QGuiApplication.clipboard().setText(key_line(ABOVE))
    page.keys.paste_button.click()
    hand.settle()
    assert [each.confirmed for each in page.keys.table.rows.rows] == [False]
    page.keys.confirm()
    hand.settle()
    assert [each.confirmed for each in page.keys.table.rows.rows] == [True]
    page.keys.forget()
    hand.settle()
    assert not page.keys.table.rows.rows
    QGuiApplication.clipboard().setText("ไม่ใช่กุญแจ")
    page.keys.paste_button.click()
    hand.settle()
    assert "ไม่ใช่กุญแจ" in hand.reads(page.banner)


def test_after_the_proof_the_stick_can_be_let_go(
    hand: Hand, page: UsbPage, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked of the system, whose answer is said: gone, busy, or to be done there."""
    from ita_desktop.services.packages import ejecting
    from ita_desktop.services.packages.ejecting import Ejected

    answers = [Ejected.BUSY, Ejected.NOT_POSSIBLE]
    monkeypatch.setattr(ejecting, "eject", lambda _root: answers.pop(0))
    page.send.ticks[Part.PAPERS].setChecked(False)
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert page.receipt.eject_button.isVisible()
    page.receipt.eject_button.click()
    hand.settle()
    assert "ปิดก่อน" in page.receipt.state.text()
    page.receipt.eject_button.click()
    hand.settle()
    assert "คำสั่งถอดอุปกรณ์" in page.receipt.state.text()
    assert not page.receipt.eject_button.isVisible()
