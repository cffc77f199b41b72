"""What goes down to offices: instruments, published figures, judgements, libraries, templates, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop import __version__
from ita_desktop.domain.packages.keys import Side
from ita_desktop.exchange.package import PackageReceipt, next_number
from ita_desktop.exchange.package_label import PackageLabel
from ita_desktop.models.headquarters import settings
from ita_desktop.services.packages.sending_down import send_down

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from ita_desktop.domain.packages.shipment import Shipment
    from ita_desktop.models.headquarters.store import Store
    from ita_desktop.services.headquarters.store_keys import StoreKeys

PROGRAM = f"ITA Desktop {__version__}"


class StoreSending:
    """Write packages that offices take in."""

    def __init__(self, store: Store, keys: StoreKeys, now: Callable[[], datetime]) -> None:
        """Work on an open store."""
        self._store, self._keys, self._now = store, keys, now

    def send(
        self, to: Path, shipment: Shipment, progress: Callable[[int, int], None] | None = None
    ) -> PackageReceipt:
        """Write a signed package with the next number into a folder; the problems of `write_package`."""
        keys = self._keys.own()
        with self._store.transaction() as connection:
            name, code = settings.identity(connection)
            last = settings.get(connection, settings.SENT, "0 ").split(" ")
            number = max(int(last[0]) + 1, next_number(to, code))
            label = PackageLabel(
                name, code, "", "", settings.year(connection), number, self._now(), PROGRAM,
                side=Side.HEADQUARTERS, previous=last[1],
            )  # fmt: skip
            receipt = send_down(to, label, shipment, keys, progress=progress)
            settings.put(connection, settings.SENT, f"{number} {receipt.digest}")
        return receipt
