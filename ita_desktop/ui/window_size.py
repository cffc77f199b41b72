"""How large the window was when it was last closed, for the next start; a number lost costs nothing."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from ita_desktop.domain.problems import Problem
from ita_desktop.services.outputs import write_output
from ita_desktop.support.paths import settings_folder

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)


def size_path() -> Path:
    """Where the size is kept: apart from the choices, for nobody chose it in a menu."""
    return settings_folder() / "window-size.json"


def keep(window: QWidget) -> None:
    """Remember the size of a window, and whether it filled the screen."""
    size = window.normalGeometry().size() if window.isMaximized() else window.size()
    record = {"width": size.width(), "height": size.height(), "maximized": window.isMaximized()}
    try:
        write_output(size_path(), json.dumps(record).encode("utf-8"))
    except (OSError, Problem) as error:
        log.info("window size not kept: %s", type(error).__name__)


def restore(window: QWidget, usual: QSize) -> None:
    """Give a window the size it had, never larger than the screen and never smaller than it can be."""
    try:
        record = json.loads(size_path().read_text("utf-8"))
        size = QSize(int(record["width"]), int(record["height"]))
        maximized = record.get("maximized") is True
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        window.resize(usual)
        return
    room = window.screen().availableSize()
    window.resize(size.boundedTo(room).expandedTo(window.minimumSize()))
    if maximized:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
