"""What is brought in behind the first window, in the worker, before anybody asks for it.

Importing the storage and the pages takes half a second on an old disk. The welcome page does not wait for it,
and by the time of the first click it is there.
"""

from __future__ import annotations

from importlib import import_module

from ita_desktop.ui.tabs import PAGES, TABS

FIRST_LOOK = 400
"""Milliseconds that belong to the first page alone, before the others come in behind it."""
NEEDED_BY_A_FILE = (
    "ita_desktop.services.sample",
    "ita_desktop.ui.main_window",
    "ita_desktop.ui.restore_desk",
    "ita_desktop.ui.about",
    "ita_desktop.ui.pages.overview",
)


def bring_what_a_file_needs() -> None:
    """Import what the window on a file is made of."""
    for name in NEEDED_BY_A_FILE:
        import_module(name)


def bring_pages() -> None:
    """Import every page, so that the first Ctrl and a number need not wait for it."""
    for entry in TABS:
        import_module(f"{PAGES}.{entry.page.partition(':')[0]}")
