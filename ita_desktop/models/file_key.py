"""The key of an office file, and the ring on which it lies, sealed for each account and the recovery code.

The key is random, 32 bytes, and never written down bare. A password opens its own sealing of it, through
Argon2id, so that a new password changes one line of the ring and not the file. The ring of an encrypted file
stands beside it (`NAME.ita-key`), for it must be read before the file can be, and goes into the paper of each
safety copy. What is on it opens nothing without a password.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from argon2.low_level import Type, hash_secret_raw
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random

from ita_desktop.domain.accounts.password_rules import composed
from ita_desktop.models.password_hash import hashed
from ita_desktop.support import atomic

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES, SALT_BYTES = 32, 16
ROUNDS, MEMORY, LANES = 3, 64 * 1024, 2
"""As for the hashes of passwords (models.password_hash): a tenth of a second for each guess."""
MARK = b"ITA Desktop, salt of a file: "


@dataclass(frozen=True, slots=True)
class Ring:
    """Who can open a file: each name with its sealing of the key, and that of the recovery code."""

    people: dict[str, str]
    recovery: str = ""


@dataclass(frozen=True, slots=True)
class Secret:
    """A password or code as the file keeps it: its hash, and the file's key sealed under it."""

    hashed: str
    sealing: str


def secret_of(key: bytes, plain: str) -> Secret:
    """Return a password or code as the file keeps it."""
    return Secret(hashed(plain), sealed(key, plain))


def new_key() -> bytes:
    """Draw a key for a file."""
    return bytes(random(KEY_BYTES))


def salt_of(key: bytes) -> bytes:
    """Return the salt that goes with a raw key: a file with a plain header cannot keep its own."""
    return hashlib.sha256(MARK + key).digest()[:SALT_BYTES]


def sealed(key: bytes, secret: str) -> str:
    """Return the key, sealed under a password or a code, as text."""
    salt = bytes(random(SALT_BYTES))
    return b64encode(salt + bytes(SecretBox(_stretched(secret, salt)).encrypt(key))).decode("ascii")


def opened(sealing: str, secret: str) -> bytes | None:
    """Return the key from its sealing, or None if the secret is another one or the sealing was spoiled."""
    try:
        whole = b64decode(sealing, validate=True)
        return bytes(SecretBox(_stretched(secret, whole[:SALT_BYTES])).decrypt(whole[SALT_BYTES:]))
    except (ValueError, CryptoError):
        return None


def _stretched(secret: str, salt: bytes) -> bytes:
    """Turn a secret into the key of a box, slowly."""
    plain = composed(secret).encode("utf-8")
    if len(salt) != SALT_BYTES:
        raise ValueError(len(salt))
    return hash_secret_raw(plain, salt, ROUNDS, MEMORY, LANES, SecretBox.KEY_SIZE, Type.ID)


def ring_path(office: Path) -> Path:
    """Return where the ring of an office file stands."""
    return office.with_name(f"{office.name}-key")


def read_ring(path: Path) -> Ring | None:
    """Read a ring; None where there is none or it makes no sense."""
    try:
        return ring_of(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError):
        return None


def ring_of(kept: Any) -> Ring | None:  # noqa: ANN401 - any JSON value
    """Return a ring from its JSON; None for anything else."""
    try:
        people = {str(name): str(sealing) for name, sealing in kept["people"].items()}
        return Ring(people, str(kept["recovery"]))
    except (KeyError, TypeError, AttributeError):
        return None


def write_ring(path: Path, ring: Ring) -> None:
    """Write a ring; WriteError if the disk refuses."""
    text = json.dumps(asdict(ring), ensure_ascii=False, indent=1)
    atomic.write_bytes(path, text.encode("utf-8"), read_back=True)
