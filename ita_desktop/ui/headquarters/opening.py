"""A headquarters' store in the place of the office window: opened, shown, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.support import clock

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.headquarters.headquarters import Headquarters
    from ita_desktop.ui.desk import Desk


def is_store(path: Path) -> bool:
    """Tell whether a file is a headquarters' store and no office's."""
    try:
        with path.open("rb") as stream:
            return stream.read(72)[68:] == b"ITAH"
    except OSError:  # the opener tells it better
        return False


class StoreKeeper:
    """Holds the store that is open, if any, for the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.store: Headquarters | None = None

    def open(self, path: Path) -> None:
        """Open a store in the worker, then show its window."""

        def take() -> Headquarters:
            from ita_desktop.services.headquarters.headquarters import open_store

            return open_store(str(path), clock.now)

        self._desk.tasks.query(take, self._opened, self._desk.tell)

    def _opened(self, store: Headquarters) -> None:
        """Close what was open before, show this one."""
        from ita_desktop.ui.headquarters.window import HeadquartersWindow

        self._desk.close_file()
        self.store = store
        self._desk.show(HeadquartersWindow(store, self._desk.tasks))

    def close(self) -> None:
        """Close the store after all that was asked of it is done."""
        if self.store is not None:
            self._desk.tasks.query(self.store.close, lambda _: None)
            self.store = None
