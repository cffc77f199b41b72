"""Passwords and codes as the file keeps them: Argon2id, so slow that a stolen file gives none away."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from ita_desktop.domain.accounts.password_rules import composed

HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=2)
"""RFC 9106's second choice (64 MiB, 3 rounds): a tenth of a second on an office's old computer."""


def hashed(secret: str) -> str:
    """Return a secret's hash with its salt and dials in it, as text."""
    return HASHER.hash(composed(secret))


def matches(kept: str, secret: str) -> bool:
    """Tell whether a secret is the one that was hashed; a hash that was spoiled matches nothing."""
    try:
        return HASHER.verify(kept, composed(secret))
    except (VerificationError, InvalidHashError):
        return False
