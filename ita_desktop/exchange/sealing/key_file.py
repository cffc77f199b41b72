"""Public keys on their way: a small file, or one line of text for a picture to scan.

The document is signed by its own key, so that a name cannot be put on somebody else's keys on the way. That
the name is true, nobody but a person can say: by the fingerprint, on the telephone.
"""

from __future__ import annotations

import base64
import binascii
import json
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.packages.keys import OwnKeys, Party, Side
from ita_desktop.domain.packages.problems import KeyFault, KeyRefused
from ita_desktop.domain.problems import DeviceFailed, FileMissing
from ita_desktop.exchange.sealing.age import is_recipient, new_identity, recipient_of
from ita_desktop.exchange.sealing.signing import is_signed, new_secret, public_of, signed

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
SUFFIX = ".itakey"
LINE_START = "ITAKEY1:"
"""Before the line of text; then base64 of the document, in letters that every scanner types alike."""
LARGEST = 20_000
LONGEST_NAME = 300
PURPOSE = "key 1"


def new_keys(name: str, code: str, side: Side) -> OwnKeys:
    """Make an office its keys."""
    secret, identity = new_secret(), new_identity()
    party = Party(name, code, side, public_of(secret), recipient_of(identity), confirmed=True)
    return OwnKeys(party, secret, identity)


def key_document(own: OwnKeys) -> dict[str, Any]:
    """Return the public half as JSON has it, signed by itself."""
    fields = _fields(own.party)
    return {**fields, "signature": _text(signed(own.sign_secret, PURPOSE, _canonical(fields)))}


def party_of(document: object) -> Party:
    """Read a document; KeyRefused if it is none, from a newer program, or not signed by its own key."""
    if not isinstance(document, dict):
        raise KeyRefused(KeyFault.NOT_A_KEY)
    found = document.get("format")
    if type(found) is int and found > FORMAT:
        raise KeyRefused(KeyFault.TOO_NEW)
    try:
        party = _party(document)
        signature = _bytes(document["signature"])
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise KeyRefused(KeyFault.NOT_A_KEY) from error
    if not is_signed(party.sign, PURPOSE, _canonical(_fields(party)), signature):
        raise KeyRefused(KeyFault.BAD_SIGNATURE)
    return party


def key_file(own: OwnKeys) -> bytes:
    """Return the small file that is handed on."""
    return (json.dumps(key_document(own), ensure_ascii=False, indent=1) + "\n").encode()


def key_line(own: OwnKeys) -> str:
    """Return the same as one line."""
    plain = json.dumps(key_document(own), ensure_ascii=False, separators=(",", ":"))
    return LINE_START + base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def read_key_text(text: str) -> Party:
    """Read a pasted or scanned line, or the text of a key file; KeyRefused."""
    plain = text.strip().lstrip("\ufeff")
    if len(plain) > LARGEST:
        raise KeyRefused(KeyFault.NOT_A_KEY)
    try:
        if plain.startswith(LINE_START):
            packed = "".join(plain.removeprefix(LINE_START).split())
            plain = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode()
        return party_of(json.loads(plain))
    except (ValueError, RecursionError) as error:
        raise KeyRefused(KeyFault.NOT_A_KEY) from error


def read_key_file(path: Path) -> Party:
    """Read a key file; FileMissing, DeviceFailed, KeyRefused."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise DeviceFailed(path) from error
    return read_key_text(data.decode("utf-8", "replace"))


def _fields(party: Party) -> dict[str, Any]:
    """Return what is signed."""
    return {
        "format": FORMAT,
        "kind": "ita-desktop-key",
        "name": party.name,
        "code": party.code,
        "side": party.side.value,
        "sign": _text(party.sign),
        "seal": party.seal,
    }


def _party(document: dict[str, Any]) -> Party:
    """Read the fields; ValueError, KeyError, TypeError."""
    name, code, seal = document["name"], document["code"], document["seal"]
    texts = (name, code, seal)
    if document["kind"] != "ita-desktop-key" or any(type(text) is not str for text in texts):
        raise ValueError(document["kind"])
    if any(len(text) > LONGEST_NAME or not text.isprintable() for text in texts) or not is_recipient(seal):
        raise ValueError(len(name))
    return Party(name, code, Side(document["side"]), _bytes(document["sign"]), seal)


def _canonical(fields: dict[str, Any]) -> bytes:
    """Return the same bytes for the same fields everywhere."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _text(data: bytes) -> str:
    """Write bytes as text."""
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    """Read bytes from text; ValueError."""
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(text) from error
