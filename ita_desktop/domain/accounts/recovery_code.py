"""The code on the recovery sheet: letters that cannot be mistaken for each other, in groups, with a check.

120 bits are drawn; the last group is a check over the others, so that a slip in copying is told as a slip and
not as a wrong code.
"""

from __future__ import annotations

import hashlib

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32: no I, L, O, U."""
ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
DRAWN_BYTES = 15
GROUP, GROUPS = 4, 7


def code_of(drawn: bytes) -> str:
    """Return 15 drawn bytes as a code such as `8K3M-…`; ValueError for another length."""
    if len(drawn) != DRAWN_BYTES:
        raise ValueError(len(drawn))
    number = int.from_bytes(drawn, "big")
    body = "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(24)))
    whole = body + _check(body)
    return "-".join(whole[start : start + GROUP] for start in range(0, len(whole), GROUP))


def read_code(typed: str) -> str | None:
    """Return the code as it was drawn from what a person typed, or None where it was miscopied."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(ALIKE)
    if len(letters) != GROUP * GROUPS or _check(letters[:-GROUP]) != letters[-GROUP:]:
        return None
    return "-".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def _check(body: str) -> str:
    """Return the check letters of a body."""
    number = int.from_bytes(hashlib.sha256(body.encode("ascii", "replace")).digest()[:3], "big") >> 4
    return "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(GROUP)))
