"""The one way to the guide: each window has at most one of it, which comes back on the part asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.ui.help.topics import topic_of
from ita_desktop.ui.help.window import HelpWindow
from ita_desktop.ui.tabs import TABS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ita_desktop.ui.tabs import Tab


def open_help(parent: QWidget, name: str) -> HelpWindow:
    """Show a topic in the guide of a window or a sheet."""
    window = parent.findChild(HelpWindow) or HelpWindow(parent)
    window.open_topic(name)
    return window


def open_page_help(parent: QWidget, tab: Tab) -> HelpWindow:
    """Show the part of the guide that tells of a page."""
    return open_help(parent, topic_of(next(entry for entry in TABS if entry.tab is tab)))
