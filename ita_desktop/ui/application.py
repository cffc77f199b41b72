"""The window's own start and end: Qt, the user's choices, and a net below everything."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ita_desktop.support.language import current_language
from ita_desktop.support.paths import resource
from ita_desktop.ui import user_settings
from ita_desktop.ui.crash import CrashTeller, log_qt_message
from ita_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path


def run(path: Path | None) -> int:
    """Show the window on a file, or the welcome page; return the exit code at the program's end."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("ITA Desktop")
    application.setWindowIcon(QIcon(str(resource("icons", "ita-desktop.png"))))
    application.setQuitOnLastWindowClosed(False)  # the desk ends the program once the file is closed
    desk = Desk(application, _settings())
    teller = CrashTeller(lambda: desk.guard.safe_words)
    teller.install()
    qInstallMessageHandler(log_qt_message)
    desk.tasks.crashed.connect(teller.tell)
    desk.start(path)
    try:
        return application.exec()
    finally:
        qInstallMessageHandler(None)
        teller.remove()


def _settings() -> user_settings.UserSettings:
    """The user's choices; a language asked for on the command line wins over the one kept."""
    settings = user_settings.load()
    asked = current_language()
    return settings if asked == "th" else replace(settings, language=asked)
