"""Promise of the desk: after a crash while writing, the draft is there as of the last pause."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from ita_desktop.domain.paperwork.keys import text_of
from ita_desktop.domain.paperwork.richtext import plain_text
from ita_desktop.services import workspace
from ita_desktop.support import clock

if TYPE_CHECKING:
    from pathlib import Path

WRITER = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from ita_desktop.ui import theme
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.tasks import TaskRunner
from ita_desktop.ui.user_settings import UserSettings
from tests.helpers.offices import new_workspace

application = QApplication([])
theme.apply(application)
opened, tasks = new_workspace(Path(sys.argv[1])), TaskRunner()
window = MainWindow(opened, tasks, UserSettings())
window.show()
window.open_tab(Tab.DOCUMENTS)
tasks.wait_idle()
page = window.current_page
page.open_paper(opened.paperwork.papers.create("memo-free").key)
tasks.wait_idle()
page.desk.editor.textCursor().insertText("ก่อนหยุดพัก ")
loop = QEventLoop()
page.desk.live.kept.connect(loop.quit)
loop.exec()
page.desk.editor.textCursor().insertText("ยังไม่หยุด ")
print(opened.path, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_writer_finds_the_draft_as_of_the_last_pause(tmp_path: Path) -> None:
    """Killed in the middle of a word: what stood at the pause is in the file, which opens as always."""
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    (path,) = tmp_path.glob("*.ita")
    found = workspace.open_file(path, clock.now)
    try:
        (line,) = found.paperwork.papers.list()
        first = next(iter(found.paperwork.papers.paper(line.key).document.blocks()))
        assert plain_text(text_of(first)).startswith("ก่อนหยุดพัก ")
    finally:
        found.close()
