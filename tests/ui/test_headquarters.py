"""Promises about the headquarters' window: packages in by the keyboard, tables that a person can read."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog

from ita_desktop.domain.packages.contents import Part
from ita_desktop.services.headquarters import headquarters
from ita_desktop.services.transfer import Order
from ita_desktop.ui import user_settings
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.headquarters.window import DOOR, HeadquartersWindow
from ita_desktop.ui.tasks import TaskRunner
from ita_desktop.ui.user_settings import UserSettings
from tests.helpers.offices import NOW, new_workspace
from tests.helpers.senders import Year, invented_year, sender

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ita_desktop.services.headquarters.headquarters import Headquarters


@pytest.fixture(scope="module")
def year() -> Year:
    """An invented office's year."""
    return invented_year(random.Random(68), 30)  # noqa: S311 - repeatable chance, no secret


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Headquarters]:
    """A province's empty store."""
    made = headquarters.create(str(tmp_path / "HQ.ita"), "สำนักงานจังหวัดสมมติ", 2568, lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[TaskRunner]:
    """The worker; the test fails on an error that the program did not expect."""
    runner = TaskRunner()
    crashes: list[BaseException] = []
    runner.crashed.connect(crashes.append)
    yield runner
    runner.stop()
    if crashes:
        raise crashes[0]


@pytest.fixture
def window(qtbot: QtBot, store: Headquarters, tasks: TaskRunner) -> HeadquartersWindow:
    """The window as it opens."""
    made = HeadquartersWindow(store, tasks)
    qtbot.addWidget(made)
    made.show()
    settle(tasks)
    return made


def settle(tasks: TaskRunner) -> None:
    """Wait until the store is done and everything is shown."""
    for _ in range(3):  # an answer asks for the office under the cursor
        tasks.wait_idle()
        QApplication.processEvents()


def press(
    window: HeadquartersWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press one key where the cursor is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def shown(window: HeadquartersWindow) -> list[list[str]]:
    """The rows of the offices as words."""
    return [window.offices.rows.cells(row) for row in window.offices.rows.rows]


def test_a_stick_of_packages_is_looked_at_and_taken_by_two_keys(
    window: HeadquartersWindow,
    tasks: TaskRunner,
    tmp_path: Path,
    year: Year,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """F8 shows what lies there and what is wrong with it, F9 takes what is right; receipts lie beside."""
    stick = tmp_path / "USB"
    stick.mkdir()
    for code in ("11111", "22222"):
        sender(code).send(stick, year)
    (stick / "ITA-2568-33333-001-25680509.itapkg").write_bytes(b"no package")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    press(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    press(window, Qt.Key.Key_F8)
    settle(tasks)
    assert len(window.door.table.rows.rows) == 3
    assert window.store.standing.offices() == ()
    press(window, Qt.Key.Key_F9)
    settle(tasks)
    fates = [window.door.table.rows.cells(row)[-1] for row in window.door.table.rows.rows]
    assert fates[:2] == ["รับแล้ว", "รับแล้ว"]
    assert fates[2] == "ไม่รับ: ไฟล์ขาดหรือไม่ใช่แพ็กเกจ"
    assert window.said.text() == "รับแล้ว 2 ฉบับ ไม่รับ 1 ฉบับ ใบรับอยู่ในโฟลเดอร์เดียวกัน"
    answers = {each.name.split("-")[2] for each in stick.glob("*.itarcpt")}
    assert answers == {"11111", "22222", "33333"}, "the refused one's office is told too"
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    total = f"{window.store.standing.offices()[0].total:.2f}"
    assert [row[1] for row in shown(window)] == ["11111", "22222"]
    assert {row[4] for row in shown(window)} == {total}


def test_a_sealed_package_is_opened_by_typing_its_passphrase(
    window: HeadquartersWindow, tasks: TaskRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says that it is sealed; Enter asks for the passphrase, F9 then takes it."""
    words = "คำสี่คำที่ไม่เกี่ยวกัน"
    office = new_workspace(tmp_path)
    stick = tmp_path / "USB"
    stick.mkdir()
    office.transfer.export(stick, {}, order=Order(frozenset({Part.RESULTS}), (), words))
    office.close()
    window.open_view(DOOR)
    window.door.look_into(stick)
    settle(tasks)
    assert "ผนึกไว้" in window.door.table.rows.cells(window.door.table.rows.rows[0])[-1]
    assert not window.door.take_button.isEnabled()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (words, True))
    press(window, Qt.Key.Key_Return)
    settle(tasks)
    press(window, Qt.Key.Key_F9)
    settle(tasks)
    assert window.door.table.rows.cells(window.door.table.rows.rows[0])[-1] == "รับแล้ว"


def test_the_office_under_the_cursor_is_opened_and_its_package_taken_back(
    window: HeadquartersWindow, tasks: TaskRunner, tmp_path: Path, year: Year
) -> None:
    """The panel follows the cursor; one key takes the newest package back, and the table says so."""
    for code in ("11111", "22222"):
        window.store.receiving.receive(sender(code).send(tmp_path, year))
    window.refresh()
    settle(tasks)
    window.open_view(0)
    press(window, Qt.Key.Key_Down)
    settle(tasks)
    assert window.panel.title.text() == "เทศบาลตำบลสมมติ 22222"
    assert len(window.panel.table.rows.rows) > 60
    press(window, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    settle(tasks)
    assert shown(window)[1][3] == "ยังไม่ส่ง"
    assert shown(window)[0][3] != "ยังไม่ส่ง"


def test_an_empty_store_says_what_to_do(window: HeadquartersWindow) -> None:
    """Nothing came yet: the page says which key receives, and that key leads there."""
    assert "Alt+5" in window.offices.accessibleName() or window.offices.rows.rowCount() == 0
    press(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert window.views.current == DOOR
    assert not window.door.take_button.isEnabled()


def test_the_program_opens_a_store_as_it_opens_an_office(
    qapp: QApplication, qtbot: QtBot, store: Headquarters, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A double click on a headquarters' file brings its window, and closing it lets the file go."""
    monkeypatch.setattr(user_settings, "save", lambda _: None)
    path = store.path
    store.close()
    desk = Desk(qapp, UserSettings())
    desk.start(path)
    settle(desk.tasks)
    assert isinstance(desk.window, HeadquartersWindow)
    assert desk.window.title.text() == "สำนักงานจังหวัดสมมติ"
    qtbot.addWidget(desk.window)
    desk.close_file()
    settle(desk.tasks)
    again = headquarters.open_store(str(path), lambda: NOW)
    again.close()
    desk.tasks.stop()
