"""Promises of the pictures: they are taken of every page, and those of the README stay small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage

from ita_desktop.ui import screens
from ita_desktop.ui.tabs import TABS

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.tasks import TaskRunner

LARGEST = 200_000


def test_the_readme_has_its_four_pictures(workspace: Workspace, tasks: TaskRunner, tmp_path: Path) -> None:
    """Overview, entry, OIT and memo, each below 200 kB."""
    screens.take_readme_pictures(workspace, tmp_path, tasks)
    sizes = {path.name: path.stat().st_size for path in tmp_path.glob("*.png")}
    assert sorted(sizes) == ["entry.png", "memo.png", "oit.png", "overview.png"]
    assert max(sizes.values()) < LARGEST


def test_every_tab_and_sheet_is_taken(workspace: Workspace, tasks: TaskRunner) -> None:
    """One picture for each tab, then the sheets; none is blank."""
    window = screens.opened(workspace, tasks, screens.README_LOOK)
    taken = dict(screens.tab_pictures(window, tasks))
    screens.put_away(window, tasks)
    assert len(taken) == len(TABS) + 2
    assert all(picture.width() > 600 and not picture.allGray() for picture in taken.values())


def test_a_small_picture_keeps_its_colours() -> None:
    """What is common on the page looks the same in 256 colours."""
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("#0f5c5f"))
    assert screens.small(picture).pixelColor(3, 3).name() == "#0f5c5f"
