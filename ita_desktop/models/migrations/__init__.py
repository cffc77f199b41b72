"""The steps by which a file of any older form becomes one of today's: stepwise, one transaction each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.models.migrations import m0001_initial, m0002_keying

if TYPE_CHECKING:
    from collections.abc import Sequence

MIGRATIONS: tuple[Sequence[str], ...] = (m0001_initial.STATEMENTS, m0002_keying.STATEMENTS)
"""`MIGRATIONS[n]` takes a file from `user_version` n to n + 1. Never change one that was released."""

NEWEST_FORM = len(MIGRATIONS)
