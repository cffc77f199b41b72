"""The program itself, in a process of its own: it opens a file, closes it well, and ends."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from ita_desktop.services.workspace import open_file
from ita_desktop.support import clock
from tests.helpers.offices import new_workspace

if TYPE_CHECKING:
    from pathlib import Path

OPEN_AND_CLOSE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ita_desktop.ui import application
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tabs import TABS

class Visitor(Desk):
    def start(self, path):
        super().start(path)
        self.tasks.wait_idle()
        window = self.window
        for entry in TABS if isinstance(window, MainWindow) else ():
            window.open_tab(entry.tab)
            self.tasks.wait_idle()
        print(type(window).__name__)
        QTimer.singleShot(0, window.close)  # once the event loop runs, as a user would

application.Desk = Visitor
sys.exit(application.run(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Start the program off the screen."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", OPEN_AND_CLOSE, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=120, check=False
    )


def test_it_shows_a_file_on_every_tab_and_ends_well(tmp_path: Path) -> None:
    """All eight tabs are opened, the window is closed, and the next program can have the file."""
    made = new_workspace(tmp_path)
    made.close()
    done = run(str(made.path))
    assert (done.returncode, done.stdout.strip()) == (0, "MainWindow"), done.stderr
    assert "Traceback" not in done.stderr
    open_file(made.path, clock.now).close()


def test_without_a_file_it_welcomes() -> None:
    """No file, no error: the welcome page."""
    done = run()
    assert (done.returncode, done.stdout.strip()) == (0, "Welcome"), done.stderr
