"""What a password must be: long enough and not the first that everyone would try. Nothing more.

Rules about capitals and signs make people write passwords on the screen's edge (NIST SP 800-63B says so too).
"""

from __future__ import annotations

import unicodedata
from enum import Enum
from itertools import pairwise

from ita_desktop.domain.thai_text import search_key

SHORTEST = 8
TRIED_FIRST = frozenset({
    "password", "passw0rd", "p@ssw0rd", "12345678", "123456789", "1234567890", "11111111", "00000000",
    "88888888", "99999999", "87654321", "qwertyui", "qwertyuiop", "asdfghjkl", "abcd1234", "abc12345",
    "admin123", "admin1234", "administrator", "iloveyou", "รหัสผ่าน", "itaadmin", "ita12345", "ita25688",
})  # fmt: skip


class PasswordFault(Enum):
    """Why a password will not do."""

    TOO_SHORT = "too-short"
    TOO_PLAIN = "too-plain"
    LIKE_NAME = "like-name"


def composed(password: str) -> str:
    """Return the password as it is hashed: one Thai word can be typed in two ways that look alike."""
    return unicodedata.normalize("NFC", password)


def fault_of(password: str, name: str = "") -> PasswordFault | None:
    """Return why a password will not do, or None if it will."""
    plain = composed(password).casefold()
    if len(plain) < SHORTEST:
        return PasswordFault.TOO_SHORT
    if plain in TRIED_FIRST or len(set(plain)) <= 2 or _is_a_row(plain):  # noqa: PLR2004 - one or two letters
        return PasswordFault.TOO_PLAIN
    if name and (search_key(plain) in search_key(name) or search_key(name) == search_key(plain)):
        return PasswordFault.LIKE_NAME
    return None


def _is_a_row(text: str) -> bool:
    """Tell whether each letter is the one after, or before, the last: `23456789`, `hgfedcba`."""
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return steps in ({1}, {-1})
