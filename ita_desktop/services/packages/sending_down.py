"""A package that goes down to offices, signed by headquarters. The headquarters file calls this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.exchange.package import write_package
from ita_desktop.exchange.sealing.age import Sealing
from ita_desktop.exchange.shipment_files import shipment_files

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from ita_desktop.domain.packages.keys import OwnKeys
    from ita_desktop.domain.packages.shipment import Shipment
    from ita_desktop.exchange.package import PackageReceipt
    from ita_desktop.exchange.package_label import PackageLabel


def send_down(
    to: Path,
    label: PackageLabel,
    shipment: Shipment,
    keys: OwnKeys,
    *,
    key_documents: Sequence[Mapping[str, Any]] = (),
    readers: Sequence[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> PackageReceipt:
    """Write a package down; `readers` are age recipients, none for a package that anybody may open.

    The problems of `write_package`.
    """
    sealing = Sealing(tuple(readers)) if readers else None
    files = shipment_files(shipment, key_documents)
    return write_package(to, label, files, progress, keys=keys, sealing=sealing)
