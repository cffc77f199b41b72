"""The list of offices that must send, typed once or taken from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.headquarters.delivery import OfficeLabel
from ita_desktop.exchange.office_list import read_offices
from ita_desktop.exchange.package_label import safe_code
from ita_desktop.models.headquarters import deliveries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_desktop.models.headquarters.store import Store


class OfficeService:
    """Look after the list of offices."""

    def __init__(self, store: Store) -> None:
        """Work on an open store."""
        self._store = store

    def expect(self, offices: Sequence[OfficeLabel]) -> int:
        """Put offices on the list of those who must send; return how many."""
        with self._store.transaction() as connection:
            for each in offices:
                label = OfficeLabel(safe_code(each.code), each.name, each.kind, each.province)
                deliveries.put_office(connection, label, expected=True)
        return len(offices)

    def expect_file(self, path: Path) -> int:
        """Take a list from a workbook or a CSV file: code, name, kind, province; all of it or nothing.

        WorkbookRefused, FileMissing, DeviceFailed.
        """
        return self.expect(read_offices(path))
