"""The lists of packages: what left and what became of it, what came, which values lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.cli.columns import Column, Listing
from ita_desktop.cli.columns import moment as _moment
from ita_desktop.domain.packages.receipts import Outcome
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.packages import OUTCOMES, place_words

if TYPE_CHECKING:
    from ita_desktop.cli.columns import Row
    from ita_desktop.services.workspace import Workspace


def _sent(workspace: Workspace) -> list[Row]:
    """Return the packages that left, newest first, each with the newest answer to it."""
    return [
        {
            "number": line.package.number,
            "name": line.package.name,
            "at": line.package.made_at.isoformat(timespec="seconds"),
            "digest": line.package.digest,
            "parts": list(line.package.parts),
            "readers": list(line.package.readers),
            "outcome": line.receipt.outcome.value if line.receipt is not None else None,
            "why": line.receipt.why if line.receipt is not None else "",
            "by": line.receipt.by if line.receipt is not None else "",
        }
        for line in workspace.transfer.receipts.sent()
    ]


def _received(workspace: Workspace) -> list[Row]:
    """Return the packages that came, newest first."""
    return [
        {
            "number": each.number,
            "name": each.name,
            "at": each.at.isoformat(timespec="seconds"),
            "digest": each.digest,
            "sender": each.sender,
            "outcome": each.outcome.value,
        }
        for each in workspace.receiving.received()
    ]


def _set_aside(workspace: Workspace) -> list[Row]:
    """Return the values that lost where both sides had changed, newest first."""
    return [
        {
            "place": each.place,
            "value": each.value,
            "kept": each.kept,
            "package": each.package,
            "at": each.at.isoformat(timespec="seconds"),
        }
        for each in workspace.receiving.laid_aside()
    ]


def _outcome(value: object) -> str:
    """Say what became of a package."""
    return tr(OUTCOMES[Outcome(value)]) if value else tr("ยังไม่มีใบรับ")


PACKAGE_LISTINGS = {
    "sent": Listing(
        _sent,
        (
            Column("name", mark("ชื่อไฟล์")),
            Column("at", mark("เมื่อ"), _moment),
            Column("outcome", mark("ใบรับ"), _outcome),
        ),
    ),
    "received": Listing(
        _received,
        (
            Column("name", mark("ชื่อไฟล์")),
            Column("at", mark("เมื่อ"), _moment),
            Column("outcome", mark("ผล"), _outcome),
        ),
    ),
    "set-aside": Listing(
        _set_aside,
        (
            Column("place", mark("รายการ"), lambda value: place_words(str(value))),
            Column("value", mark("ไม่ใช้")),
            Column("kept", mark("ใช้อยู่")),
            Column("package", mark("แพ็กเกจ")),
        ),
    ),
}
