"""What goes down to offices: instruments, published figures, judgements, libraries, templates, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop import __version__
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.packages.keys import Side
from ita_desktop.domain.packages.shipment import Shipment
from ita_desktop.domain.plan.library import parse_library
from ita_desktop.domain.problems import DeviceFailed, FileMissing
from ita_desktop.exchange.figures_book import read_figures
from ita_desktop.exchange.package import PackageReceipt, next_number
from ita_desktop.exchange.package_label import PackageLabel
from ita_desktop.models.headquarters import settings
from ita_desktop.services.instruments import read_instrument_file
from ita_desktop.services.packages.sending_down import send_down

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from ita_desktop.models.headquarters.store import Store
    from ita_desktop.services.headquarters.store_keys import StoreKeys

PROGRAM = f"ITA Desktop {__version__}"


def gathered(
    instruments: Sequence[Path], libraries: Sequence[Path], templates: Sequence[Path], published: Path | None
) -> Shipment:
    """Read what goes down, each checked as its reader will check it.

    InstrumentInvalid, LibraryUnusable, WorkbookRefused, FileMissing, DeviceFailed.
    """
    texts = tuple(read_instrument_file(path) for path in instruments)
    for text in texts:
        parse(text)
    measures = {path.name: read_instrument_file(path) for path in libraries}
    for text in measures.values():
        parse_library(text)
    papers = {path.name: _bytes(path) for path in templates}
    figures = read_figures(published) if published is not None else ()
    return Shipment(texts, figures, libraries=measures, templates=papers)


def _bytes(path: Path) -> bytes:
    """Read a file whole; FileMissing, DeviceFailed."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError) as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise DeviceFailed(path) from error


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
