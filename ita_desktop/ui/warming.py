"""What the window on a file is made of, imported before it is asked for."""

from __future__ import annotations

from importlib import import_module

NEEDED_BY_A_FILE = (
    "ita_desktop.services.sample",
    "ita_desktop.ui.main_window",
    "ita_desktop.ui.restore_desk",
    "ita_desktop.ui.about",
    "ita_desktop.ui.pages.overview",
)


def bring_what_a_file_needs() -> None:
    """Import, on the worker's thread, what the window on a file is made of: half a second on an old disk."""
    for name in NEEDED_BY_A_FILE:
        import_module(name)
