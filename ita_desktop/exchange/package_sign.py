"""A package's signature: over the bag's tag manifest, which holds the hashes of everything."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING

from ita_desktop.domain.packages.problems import KeyRefused
from ita_desktop.exchange.sealing.key_file import key_document, party_of
from ita_desktop.exchange.sealing.signing import is_signed, signed

if TYPE_CHECKING:
    from ita_desktop.domain.packages.keys import OwnKeys, Party

PURPOSE = "package 2"


class SignatureBrokenError(Exception):
    """A signature that does not fit: something was changed after it was made, or it is none."""


def digest_of(tag_manifest: bytes) -> str:
    """Return what a package is known by: the same content has the same, however it was sealed."""
    return hashlib.sha256(tag_manifest).hexdigest()


def signature_file(keys: OwnKeys, tag_manifest: bytes) -> bytes:
    """Return `signature.json`: the signer's public keys and the signature."""
    signature = base64.b64encode(signed(keys.sign_secret, PURPOSE, tag_manifest)).decode("ascii")
    fields = {"key": key_document(keys), "signature": signature}
    return (json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def signer_of(data: bytes, tag_manifest: bytes) -> Party:
    """Return who signed; SignatureBrokenError."""
    try:
        fields = json.loads(data)
        party = party_of(fields["key"])
        signature = base64.b64decode(fields["signature"], validate=True)
    except (ValueError, KeyError, TypeError, RecursionError, KeyRefused) as error:
        raise SignatureBrokenError from error
    if not is_signed(party.sign, PURPOSE, tag_manifest, signature):
        raise SignatureBrokenError
    return party
