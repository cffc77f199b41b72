"""Who an office is to others: a key that signs and a key that others seal for, under one fingerprint.

Names are typed by people and can be anybody's; keys are not. What two people compare on the telephone is the
fingerprint, so it is made of digits in groups, which Thai and English read aloud alike.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum

GROUPS, DIGITS = 6, 5
"""Thirty digits, nearly 100 bits: nobody makes a second key of the same fingerprint."""


class Side(Enum):
    """On which side of the counter a key stands."""

    OFFICE = "office"
    HEADQUARTERS = "headquarters"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody's public keys. `sign`: Ed25519, 32 bytes; `seal`: an age recipient (`age1…`).

    `confirmed` tells that a person compared the fingerprint; until then a signature only says that two
    packages come from the same hand.
    """

    name: str
    code: str
    side: Side
    sign: bytes
    seal: str
    confirmed: bool = False

    @property
    def fingerprint(self) -> str:
        """Six groups of five digits over both keys."""
        return fingerprint(self.sign, self.seal)


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """The office's own pair of pairs; the secrets never leave the office file. `sign_secret`: 32 bytes."""

    party: Party
    sign_secret: bytes
    seal_secret: str

    def __repr__(self) -> str:
        """Keep the secrets out of logs and tracebacks."""
        return f"OwnKeys({self.party.fingerprint})"


def fingerprint(sign: bytes, seal: str) -> str:
    """Return what is read over the telephone for a pair of public keys."""
    digest = hashlib.sha256(b"ITA Desktop fingerprint 1\n" + sign + seal.encode()).digest()
    number = int.from_bytes(digest, "big") % 10 ** (GROUPS * DIGITS)
    digits = f"{number:0{GROUPS * DIGITS}d}"
    return " ".join(digits[start : start + DIGITS] for start in range(0, len(digits), DIGITS))
