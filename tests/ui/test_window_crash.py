"""An unexpected error is logged and told kindly, once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtWidgets import QApplication

from ita_desktop.ui.crash import CrashTeller, log_qt_message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.helpers.logwatch import LogWatch


@pytest.fixture
def teller(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashTeller]:
    """A teller over a hook that keeps quiet."""
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    made = CrashTeller()
    made.install()
    yield made
    made.remove()


def test_an_error_in_a_slot_is_told_with_what_is_safe(teller: CrashTeller, qtbot: QtBot) -> None:
    """One dialog, however many errors come at once; it says that what was kept is kept."""
    for _ in range(3):
        sys.excepthook(ValueError, ValueError("x"), None)
    qtbot.waitUntil(lambda: teller.dialog is not None)
    first = teller.dialog
    assert first is not None
    assert "ยังอยู่ในแฟ้มครบ" in first.informativeText()
    QApplication.processEvents()
    assert teller.dialog is first
    first.accept()
    assert teller.dialog is None


def test_an_error_of_the_worker_reaches_the_log(
    teller: CrashTeller, qtbot: QtBot, log_watch: LogWatch
) -> None:
    """The log has the error's kind, for whoever has to mend it."""
    with log_watch.expecting("unexpected error in the worker"):
        teller.tell(ValueError("x"))
    qtbot.waitUntil(lambda: teller.dialog is not None)
    assert teller.dialog is not None
    teller.dialog.accept()


def test_what_qt_complains_of_reaches_the_log(log_watch: LogWatch) -> None:
    """Without a console nobody would see it."""
    with log_watch.expecting("QPainter"):
        log_qt_message(QtMsgType.QtWarningMsg, None, "QPainter::begin failed")  # type: ignore[arg-type]
