"""A headquarters' store with everything that can be done to it, as `workspace` is for an office file."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ita_desktop.models.headquarters import settings, store
from ita_desktop.services.headquarters.offices import OfficeService
from ita_desktop.services.headquarters.receiving import StoreReceiving
from ita_desktop.services.headquarters.standing import StandingService
from ita_desktop.services.headquarters.store_keys import StoreKeys

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from ita_desktop.models.headquarters.store import Store
    from ita_desktop.services.headquarters.sending import StoreSending

is_address, is_store_file = store.is_address, store.is_store_file


class Headquarters:
    """An open store. Use it from one thread; close it when done."""

    def __init__(self, opened: Store, now: Callable[[], datetime]) -> None:
        """Gather the services around a store."""
        self._store, self._now = opened, now
        self.keys = StoreKeys(opened, now)
        self.receiving = StoreReceiving(opened, self.keys, now)
        self.standing = StandingService(opened)
        self.offices = OfficeService(opened)

    @cached_property
    def sending(self) -> StoreSending:
        """What goes down to offices. Made when first asked for."""
        from ita_desktop.services.headquarters.sending import StoreSending

        return StoreSending(self._store, self.keys, self._now)

    @property
    def where(self) -> str:
        """The store as people call it: its file, or its server without a password."""
        return self._store.where

    @property
    def path(self) -> Path:
        """The file; of a server, its database's name."""
        return self._store.path

    @property
    def name(self) -> str:
        """Whose store it is."""
        with self._store.reading() as connection:
            return settings.identity(connection)[0]

    @property
    def year(self) -> int:
        """The fiscal year that is worked on."""
        with self._store.reading() as connection:
            return settings.year(connection)

    def go_to_year(self, year: int) -> None:
        """Work on another fiscal year."""
        with self._store.transaction() as connection:
            settings.put(connection, settings.YEAR, str(year))

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()


def create(where: str, name: str, year: int, now: Callable[[], datetime], code: str = "HQ") -> Headquarters:
    """Make a headquarters' store for a fiscal year; `where` is a file or a PostgreSQL address.

    FileExists, FileMissing, ReadOnly, StoreUnreachable, StoreNotOurs.
    """
    made = store.create(where)
    with made.transaction() as connection:
        settings.put(connection, settings.NAME, name)
        settings.put(connection, settings.CODE, code)
        settings.put(connection, settings.YEAR, str(year))
    return Headquarters(made, now)


def open_store(where: str, now: Callable[[], datetime]) -> Headquarters:
    """Open one; the problems of `models.headquarters.store.open_store`."""
    return Headquarters(store.open_store(where), now)
