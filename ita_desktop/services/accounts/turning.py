"""Turning a closed file into an encrypted one with a safety copy of its own; letting the plain copies go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.backup_rules import Reason
from ita_desktop.services import safekeeping
from ita_desktop.services.accounts import sealing
from ita_desktop.services.safekeeping import Keeper

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ita_desktop.domain.problems import FileProblem
    from ita_desktop.services.accounts.sealing import Order
    from ita_desktop.services.safekeeping import Places


@dataclass(frozen=True, slots=True)
class Turned:
    """What came of it: plain copies removed and still there, and what stood against the encrypted copy."""

    gone: int = 0
    left: int = 0
    troubles: tuple[FileProblem, ...] = ()


def turn_with_copy(
    order: Order, now: Callable[[], datetime], where: Places | None = None, *, keep_plain: bool = False
) -> Turned:
    """Encrypt or decrypt a closed file. Plain copies go only after an encrypted one is proven.

    The problems of `sealing.turn`: the file is as it was.
    """
    sealing.turn(order)
    if order.ring is None:
        return Turned()
    opened = safekeeping.open_file(order.path, now, where, order.key)
    try:
        kept = Keeper(opened, now, where).keep(Reason.ASKED)
    finally:
        opened.close()
    gone = 0 if keep_plain else sealing.forget_plain_copies(order.path, where)
    return Turned(gone, len(sealing.plain_copies(order.path, where)), kept.troubles)
