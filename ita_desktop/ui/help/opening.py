"""The one way to the guide: each window has at most one of it, which comes back on the part asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.ui.help.window import HelpWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def open_help(parent: QWidget, name: str) -> HelpWindow:
    """Show a topic in the guide of a window or a sheet."""
    window = parent.findChild(HelpWindow) or HelpWindow(parent)
    window.open_topic(name)
    return window
