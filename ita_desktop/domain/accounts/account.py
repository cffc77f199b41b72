"""An account: a person's name, the role it gives, and whether it may still come in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Role

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Account:
    """One person who may sign in. `waits_until`: no password is taken before that, after wrong ones."""

    name: str
    role: Role
    key: int = 0
    active: bool = True
    failures: int = 0
    waits_until: datetime | None = None


def has_admin(accounts: Iterable[Account]) -> bool:
    """Tell whether an ADMIN is left who can come in: without one nobody could ever change anything again."""
    return any(account.active and account.role is Role.ADMIN for account in accounts)
