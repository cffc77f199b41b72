"""Pictures of every tab in both languages, for eyes: `python -m ita_desktop.ui.screens DIR`."""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ita_desktop.services import sample
from ita_desktop.support import clock
from ita_desktop.support.language import LANGUAGES, set_language
from ita_desktop.ui import qt_thai, theme
from ita_desktop.ui.main_window import DESIGN_SIZE, MainWindow
from ita_desktop.ui.prose import use_thai_digits
from ita_desktop.ui.tabs import TABS
from ita_desktop.ui.tasks import TaskRunner
from ita_desktop.ui.user_settings import UserSettings

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.support.language import Language

SAMPLE_DAY = datetime.fromisoformat("2025-06-13T14:02:00").astimezone()
"""The day on which the sample year is looked at: answers are still collected, some items are late."""


def settle(tasks: TaskRunner) -> None:
    """Let everything that was asked for come and be laid out."""
    tasks.wait_idle()
    for _ in range(3):
        QApplication.processEvents()
        tasks.wait_idle()


def take_pictures(workspace: Workspace, folder: Path, tasks: TaskRunner) -> None:
    """Grab every tab of an open file, in Thai, then in English."""
    for language in LANGUAGES:
        _take_in(language, workspace, folder, tasks)
    set_language("th")


def _take_in(language: Language, workspace: Workspace, folder: Path, tasks: TaskRunner) -> None:
    """Grab every tab in one language."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - `main` made it
    set_language(language)
    qt_thai.speak(language, application)
    use_thai_digits(chosen=True)
    window = MainWindow(workspace, tasks, UserSettings(language=language))
    window.resize(DESIGN_SIZE)
    window.show()
    for entry in TABS:
        window.open_tab(entry.tab)
        settle(tasks)
        name = entry.page.partition(":")[0]
        window.grab().save(str(folder / f"{entry.tab.value:02d}-{name}-{language}.png"))
    window.leave()
    settle(tasks)
    window.hide()
    window.deleteLater()


def main(arguments: list[str]) -> int:
    """Make the sample office in a folder that goes away again, and take the pictures."""
    folder = Path(arguments[0] if arguments else "screens")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - nothing else makes one here
    theme.apply(application)
    clock.set_source(lambda: SAMPLE_DAY)
    tasks = TaskRunner()
    with tempfile.TemporaryDirectory() as place:
        workspace = sample.make(Path(place) / sample.FILE_NAME, clock.now)
        take_pictures(workspace, folder, tasks)
        tasks.stop()
        workspace.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
