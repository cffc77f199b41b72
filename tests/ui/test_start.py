"""Promises of the start: the first window brings nothing heavy with it, and an open file only what it shows.

How long it takes, `python3 dev.py bench startup` measures; what is imported does not depend on a clock.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.helpers.offices import new_workspace

if TYPE_CHECKING:
    from pathlib import Path

OF_PAPERS = {"reportlab", "uharfbuzz", "nlpo3", "markdown_it", "pypdfium2", "docx", "PIL"}
OF_WORKBOOKS = {"openpyxl", "defusedxml", "bagit"}
OF_SECRETS = {"pyrage", "segno", "keyring", "psycopg"}
OF_FILES = {"sqlalchemy", "sqlite3", "sqlcipher3"}
HEAVY_FOR_A_FILE = OF_PAPERS | OF_WORKBOOKS | OF_SECRETS
HEAVY_FOR_A_WINDOW = HEAVY_FOR_A_FILE | OF_FILES | {"argon2", "click", "nacl"}

STARTED = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ita_desktop.ui import desk, user_settings
application = QApplication([])
desk.FIRST_LOOK = 10**6  # what is warmed up afterwards is not part of the start
at = desk.Desk(application, user_settings.UserSettings())
at.start(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
at.tasks.wait_idle()
application.processEvents()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
at.end()
"""


def imported(*arguments: str) -> set[str]:
    """The packages that a start brings in, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", STARTED, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_first_window_comes_without_storage_paper_or_workbook() -> None:
    """The welcome page needs Qt and its own words, nothing else."""
    assert imported() & HEAVY_FOR_A_WINDOW == set()


def test_an_open_file_comes_without_paper_and_workbook(tmp_path: Path) -> None:
    """The overview needs the storage; what sets pages or reads Excel comes when it is asked for."""
    workspace = new_workspace(tmp_path)
    workspace.close()
    brought = imported(str(workspace.path))
    assert "sqlalchemy" in brought
    assert brought & HEAVY_FOR_A_FILE == set()


@pytest.mark.parametrize("arguments", [[], ["ปี2568.ita"], ["C:\\งาน ITA\\ปี2568.ITA"]])
def test_a_start_from_the_menu_needs_no_command_line(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing, or one office file, goes straight to the window."""
    from ita_desktop import app

    shown: list[str] = []

    def show(path: Path | None) -> int:
        shown.append(str(path or ""))
        return 0

    monkeypatch.setattr(app, "run_window", show)
    assert app.run_command_line(arguments) == 0
    assert shown == (arguments or [""])


@pytest.mark.parametrize(("wanted", "spoken"), [("en", "en"), ("th", "th"), ("xx", "th"), ("", "th")])
def test_a_start_from_the_menu_speaks_the_language_asked_for(
    wanted: str, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ITA_LANG holds without the command line too."""
    from ita_desktop import app
    from ita_desktop.support.language import current_language

    monkeypatch.setenv("ITA_LANG", wanted)
    monkeypatch.setattr(app, "run_window", lambda _: 0)
    app.run_command_line([])
    assert current_language() == spoken
