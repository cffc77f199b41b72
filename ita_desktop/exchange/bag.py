"""A BagIt bag (RFC 8493): the payload under `data/`, a SHA-256 of every file, and who packed it when.

The bag is made here, in memory and byte for byte the same from the same payload, since the library makes bags
by changing the working folder of the whole program. It is judged by the library (`bagit`), which is how any
archive would judge it.
"""

from __future__ import annotations

import hashlib
import logging
from enum import Enum
from typing import TYPE_CHECKING

import bagit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BAGIT_TXT = "bagit.txt"
BAG_INFO = "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
PAYLOAD = "data/"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

# The library logs the names of files that fail; a log never quotes what is in a package.
logging.getLogger("bagit").setLevel(logging.CRITICAL + 1)


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


def make_bag(payload: Mapping[str, bytes], info: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of a bag by path, tag files first, the payload in the order of its names.

    Args:
        payload: what is packed, by path below `data/`, with slashes.
        info: the lines of `bag-info.txt`; `Payload-Oxum` (bytes.files) is added.
    """
    data = {f"{PAYLOAD}{name}": payload[name] for name in sorted(payload)}
    oxum = f"{sum(len(each) for each in data.values())}.{len(data)}"
    tags = {
        BAGIT_TXT: DECLARATION,
        BAG_INFO: _info({**info, "Payload-Oxum": oxum}),
        MANIFEST: _manifest(data),
    }
    return {**tags, TAG_MANIFEST: _manifest(tags), **data}


def _info(lines: Mapping[str, str]) -> bytes:
    """Write labels and values, each in one line whatever was typed."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in lines.items()).encode()


def _manifest(files: Mapping[str, bytes]) -> bytes:
    """Write a checksum for each file."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items()).encode()


def check_bag(folder: Path) -> None:
    """Check an unpacked bag whole: nothing missing, nothing more, nothing changed.

    Raises:
        BagRefusedError: with the first fault.
    """
    if not (folder / BAGIT_TXT).is_file():
        raise BagRefusedError(BagFault.NOT_A_BAG)
    # Other encodings, and files to be fetched from the net, are in the standard and in no package of ours.
    if (folder / BAGIT_TXT).read_bytes() != DECLARATION:
        raise BagRefusedError(BagFault.BROKEN, BAGIT_TXT)
    _check_tag_files(folder)
    try:
        bagit.Bag(str(folder)).validate(processes=1)
    except bagit.BagValidationError as error:
        raise _refused(error) from error
    except (bagit.BagError, ValueError, OSError, LookupError) as error:  # a manifest that is none
        raise BagRefusedError(BagFault.BROKEN) from error


def _check_tag_files(folder: Path) -> None:
    """Refuse a bag without its checksums, and what lies beside the payload: no checksum need cover it."""
    found = {each.name for each in folder.iterdir()}
    for name in (MANIFEST, TAG_MANIFEST):
        if name not in found:
            raise BagRefusedError(BagFault.MISSING_FILE, name)
    for name in sorted(found - {BAGIT_TXT, BAG_INFO, MANIFEST, TAG_MANIFEST, PAYLOAD.strip("/")}):
        raise BagRefusedError(BagFault.EXTRA_FILE, name)


def _refused(error: bagit.BagValidationError) -> BagRefusedError:
    """Return the first of the library's findings as ours."""
    kinds = {
        bagit.FileMissing: BagFault.MISSING_FILE,
        bagit.UnexpectedFile: BagFault.EXTRA_FILE,
        bagit.ChecksumMismatch: BagFault.CHANGED_FILE,
    }
    for detail in error.details or ():
        return BagRefusedError(kinds.get(type(detail), BagFault.BROKEN), str(getattr(detail, "path", "")))
    return BagRefusedError(BagFault.BROKEN)
