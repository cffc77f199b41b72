"""The USB page: a package goes out whole, and nobody is told to pull the stick before it is proven."""

from __future__ import annotations

import shutil
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ita_desktop.domain.problems import PackageFailed
from ita_desktop.services import transfer
from ita_desktop.ui.pages.usb import UsbPage
from ita_desktop.ui.pages.usb_places import Place, looks_like_stick, size_words
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.papers import PaperService
    from tests.ui.conftest import Hand


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for a stick; the folder dialog answers with it. No real drive is looked at."""
    folder = tmp_path / "USB ของเทศบาล"
    folder.mkdir()
    monkeypatch.setattr("ita_desktop.ui.pages.usb.sticks", tuple)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


def opened(hand: Hand) -> UsbPage:
    """Open tab 8 and choose the folder."""
    page = hand.open(Tab.USB)
    assert isinstance(page, UsbPage)
    hand.press(Qt.Key.Key_F8)
    hand.settle()
    return page


def exported(hand: Hand) -> UsbPage:
    """Press F9 and wait."""
    page = opened(hand)
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    return page


def test_without_a_place_nothing_can_be_exported(hand: Hand, stick: Path) -> None:
    """The page says to choose first, and the button is off."""
    page = hand.open(Tab.USB)
    assert isinstance(page, UsbPage)
    assert page.subtitle_label.text() == "เลือกปลายทางก่อนส่งออก"
    assert not page.export_button.isEnabled()


def test_the_page_says_what_never_goes_along(hand: Hand, stick: Path) -> None:
    """Names and single questionnaires are named as staying here."""
    words = hand.reads(opened(hand))
    assert "ไม่อยู่ในแพ็กเกจ" in words
    assert "รายชื่อผู้มีส่วนได้ส่วนเสีย" in words


def test_f9_writes_a_package_and_says_when_to_pull_out(hand: Hand, stick: Path) -> None:
    """One package lies on the stick; name, size and checksum are said, then that it is ready."""
    page = exported(hand)
    (package,) = stick.iterdir()
    assert page.receipt.name.text() == package.name
    assert page.receipt.state.text() == "พร้อมถอดได้"
    assert "SHA-256 " in page.receipt.facts.text()
    assert transfer.verify_package(package) is not None
    assert [found.path.name for found in page.found.rows.rows] == [package.name]


def test_a_second_package_lies_beside_the_first(hand: Hand, stick: Path) -> None:
    """Nothing is overwritten: the number goes up and both are listed, the newer one first."""
    page = exported(hand)
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    names = [found.path.name for found in page.found.rows.rows]
    assert len(names) == 2
    assert names == sorted((path.name for path in stick.iterdir()), reverse=True)


def test_a_stick_pulled_out_is_told_and_never_ready(hand: Hand, stick: Path) -> None:
    """The problem is told on the page; no card says that anything is ready."""
    page = opened(hand)
    shutil.rmtree(stick)
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert page.banner.text.text() != ""
    assert page.receipt.isHidden()
    assert page.export_button.isEnabled()


def test_a_package_that_does_not_prove_is_never_ready(
    hand: Hand, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If reading back fails after writing, the page tells it and does not say that the stick can go."""

    def refuse(_temporary: Path, target: Path, *_: object) -> None:
        raise PackageFailed(target, "read-back")

    page = opened(hand)
    monkeypatch.setattr("ita_desktop.exchange.package._read_back", refuse)
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert page.receipt.state.text() != "พร้อมถอดได้"
    assert page.banner.text.text() != ""


@pytest.mark.parametrize(
    ("root", "system", "system_disk", "stick_like"),
    [
        ("E:/", "FAT32", False, True),
        ("/run/media/staff/USB", "ext4", False, True),
        ("C:/", "NTFS", True, False),
        ("/boot/efi", "vfat", False, False),
        ("/", "ext4", True, False),
    ],
)
def test_sticks_are_told_from_disks(root: str, system: str, system_disk: bool, stick_like: bool) -> None:
    """A stick is FAT or mounted where sticks are; the system's own disks are none."""
    assert looks_like_stick(root, system, system_disk=system_disk) is stick_like


def test_sizes_are_said_in_fitting_units() -> None:
    """A package is told in KB or MB, a drive in GB, and an unknown size says so."""
    assert [size_words(size) for size in (512, 495 * 1024, 3 << 20, 8 << 30)] == [
        "0.5 KB", "495.0 KB", "3.0 MB", "8.0 GB",
    ]  # fmt: skip
    assert size_words(None) == "ไม่ทราบ"


def test_esc_stops_an_export_and_leaves_nothing(
    hand: Hand, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Esc while the papers are set: no file on the stick, no number used up, and the page says so."""
    page = opened(hand)
    papers = page.workspace.papers
    render = type(papers).render
    set_first = Event()
    let_go = Event()

    def slowly(service: PaperService, kind: str) -> bytes:
        set_first.set()
        assert let_go.wait(20)
        return render(service, kind)

    monkeypatch.setattr(type(papers), "render", slowly)
    hand.press(Qt.Key.Key_F9)
    assert set_first.wait(20)
    assert page.receipt.stop_button.isVisible()
    hand.press(Qt.Key.Key_Escape)
    let_go.set()
    hand.settle()
    assert list(stick.iterdir()) == []
    assert page.receipt.isHidden()
    assert "หยุดส่งออกแล้ว" in hand.window.status_bar.announcement.text()
    assert page.export_button.isEnabled()
    monkeypatch.setattr(type(papers), "render", render)
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert page.receipt.state.text() == "พร้อมถอดได้"


def test_a_stick_that_is_put_in_appears_by_itself(
    hand: Hand, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody presses a key: the next look finds it, and takes it away when it is out again."""
    page = hand.open(Tab.USB)
    assert isinstance(page, UsbPage)
    new = Place(stick, "KINGSTON", 1024, stick=True)
    monkeypatch.setattr("ita_desktop.ui.pages.usb.sticks", lambda: (new,))
    page.look_for_sticks()
    hand.settle()
    assert [place.name for place in page.places.rows.rows] == ["KINGSTON"]
    assert page.export_button.isEnabled()
    monkeypatch.setattr("ita_desktop.ui.pages.usb.sticks", tuple)
    page.look_for_sticks()
    hand.settle()
    assert not page.places.rows.rows
    assert not page.export_button.isEnabled()


def test_drives_are_looked_at_only_while_the_page_is_seen(hand: Hand, stick: Path) -> None:
    """Another tab is open: no drive is woken every two seconds."""
    page = hand.open(Tab.USB)
    assert isinstance(page, UsbPage)
    assert page._looking.isActive()
    hand.open(Tab.OVERVIEW)
    assert not page._looking.isActive()
