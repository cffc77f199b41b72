"""A BagIt bag (RFC 8493): the payload under `data/`, a SHA-256 of every file, and who packed it when.

The bag is made and judged here while it streams by, since the standard's own library wants it unpacked in a
folder; that the library judges alike is held by the tests.
"""

from __future__ import annotations

import hashlib
import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BAGIT_TXT = "bagit.txt"
BAG_INFO = "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
SIGNATURE = "signature.json"
"""A tag file of ours: not in the tag manifest, which it signs."""
PAYLOAD = "data/"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(\S.*)")


class BagFault(Enum):
    """What is wrong with a bag."""

    NOT_A_BAG = "not-a-bag"
    MISSING_FILE = "missing-file"
    EXTRA_FILE = "extra-file"
    CHANGED_FILE = "changed-file"
    BROKEN = "broken-bag"


class BagRefusedError(Exception):
    """A bag that does not hold what it says: `fault`, and the file it was found at if there is one."""

    def __init__(self, fault: BagFault, name: str = "") -> None:
        super().__init__(f"{fault.value} {name}".strip())
        self.fault = fault
        self.name = name


def tag_files(hashes: Mapping[str, str], size: int, info: Mapping[str, str]) -> dict[str, bytes]:
    """Return the tag files of a bag by name.

    Args:
        hashes: SHA-256 by path, `data/` included.
        size: bytes of the payload.
        info: the lines of `bag-info.txt`; `Payload-Oxum` (bytes.files) is added.
    """
    tags = {
        BAGIT_TXT: DECLARATION,
        BAG_INFO: _info({**info, "Payload-Oxum": f"{size}.{len(hashes)}"}),
        MANIFEST: _manifest(hashes),
    }
    own = {name: hashlib.sha256(data).hexdigest() for name, data in tags.items()}
    return {**tags, TAG_MANIFEST: _manifest(own)}


def _info(lines: Mapping[str, str]) -> bytes:
    """Write labels and values, each in one line whatever was typed."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in lines.items()).encode()


def _manifest(hashes: Mapping[str, str]) -> bytes:
    """Write a checksum for each file."""
    return "".join(f"{digest}  {name}\n" for name, digest in hashes.items()).encode()


def check_tags(found: Iterable[str], tags: Mapping[str, bytes]) -> dict[str, str]:
    """Check a bag's tag files against each other and the names of its files; return the payload's hashes.

    Args:
        found: every path in the bag.
        tags: the tag files that there are, by name.

    Raises:
        BagRefusedError: with the first fault.
    """
    if BAGIT_TXT not in tags:
        raise BagRefusedError(BagFault.NOT_A_BAG)
    # Other encodings, and files to be fetched from the net, are in the standard and in no package of ours.
    if tags[BAGIT_TXT] != DECLARATION:
        raise BagRefusedError(BagFault.BROKEN, BAGIT_TXT)
    for name in (MANIFEST, TAG_MANIFEST):
        if name not in tags:
            raise BagRefusedError(BagFault.MISSING_FILE, name)
    own = _listed(tags[TAG_MANIFEST], TAG_MANIFEST)
    _check_names(set(tags) - {TAG_MANIFEST, SIGNATURE}, own)
    for name, digest in own.items():
        if hashlib.sha256(tags[name]).hexdigest() != digest:
            raise BagRefusedError(BagFault.CHANGED_FILE, name)
    payload = _listed(tags[MANIFEST], MANIFEST)
    _check_names({name for name in found if name.startswith(PAYLOAD)}, payload)
    return payload


def _check_names(found: set[str], listed: Mapping[str, str]) -> None:
    """Refuse what is missing, then what no checksum covers."""
    for name in sorted(listed.keys() - found):
        raise BagRefusedError(BagFault.MISSING_FILE, name)
    for name in sorted(found - listed.keys()):
        raise BagRefusedError(BagFault.EXTRA_FILE, name)


def _listed(manifest: bytes, name: str) -> dict[str, str]:
    """Read a manifest; BagRefusedError if it is none."""
    listed: dict[str, str] = {}
    try:
        lines = manifest.decode().splitlines()
    except UnicodeDecodeError as error:
        raise BagRefusedError(BagFault.BROKEN, name) from error
    for line in lines:
        found = _LINE.fullmatch(line)
        if found is None or found[2] in listed:
            raise BagRefusedError(BagFault.BROKEN, name)
        listed[found[2]] = found[1].lower()
    return listed
