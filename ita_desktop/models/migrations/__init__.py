"""The steps by which a file of any older form becomes one of today's: stepwise, one transaction each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.models.migrations import (
    m0001_initial,
    m0002_keying,
    m0003_rosters,
    m0004_checklist,
    m0005_history_chain,
    m0006_measures,
    m0007_papers,
    m0008_packages,
    m0009_accounts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

MIGRATIONS: tuple[Sequence[str], ...] = (
    m0001_initial.STATEMENTS,
    m0002_keying.STATEMENTS,
    m0003_rosters.STATEMENTS,
    m0004_checklist.STATEMENTS,
    m0005_history_chain.STATEMENTS,
    m0006_measures.STATEMENTS,
    m0007_papers.STATEMENTS,
    m0008_packages.STATEMENTS,
    m0009_accounts.STATEMENTS,
)
"""`MIGRATIONS[n]` takes a file from `user_version` n to n + 1. Never change one that was released."""

NEWEST_FORM = len(MIGRATIONS)
