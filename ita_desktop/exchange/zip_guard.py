"""What a zip from a stranger may be: bounded in files, bytes and ratio, with names that stay in their place.

A workbook and a package are both zips, and both come on a stick from somebody else's computer. Everything is
judged from the table of contents, before a single byte is unpacked; Python unpacks no more of an entry than
that table says, so a lying table ends in a checksum error, never in a full memory.
"""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
from dataclasses import dataclass
from enum import Enum

ENCRYPTED_FLAG = 0x1
KNOWN_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
SMALL_ENTRY = 1_000_000
"""Bytes. Below this a high ratio harms nobody: an empty sheet of a few kilobytes may well be 300 to 1."""

_LONGEST_NAME, _LONGEST_PATH = 200, 400
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


class ZipFault(Enum):
    """Why a zip is not even looked into."""

    NOT_A_ZIP = "not-a-zip"
    ENCRYPTED = "encrypted"
    TOO_MANY = "too-many-files"
    TOO_LARGE = "too-large"
    BOMB = "bomb"
    METHOD = "unknown-method"
    OVERLAP = "overlap"
    UNSAFE_NAME = "unsafe-name"
    DOUBLED_NAME = "doubled-name"
    LINK = "link"


class ZipRefusedError(Exception):
    """A zip that must not be unpacked: `fault`, and the entry it was found at if there is one."""

    def __init__(self, fault: ZipFault, name: str = "") -> None:
        super().__init__(f"{fault.value} {name}".strip())
        self.fault = fault
        self.name = name


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """How much a zip may hold: entries, bytes when unpacked, and how many times larger than packed."""

    files: int
    total: int
    ratio: int


def check_bounds(archive: zipfile.ZipFile, limits: ZipLimits) -> None:
    """Refuse a zip with too much in it, or with entries encrypted, oddly packed or laid over each other.

    Raises:
        ZipRefusedError: with the first fault.
    """
    entries = archive.infolist()
    if len(entries) > limits.files:
        raise ZipRefusedError(ZipFault.TOO_MANY, str(len(entries)))
    for entry in entries:
        if entry.flag_bits & ENCRYPTED_FLAG:
            raise ZipRefusedError(ZipFault.ENCRYPTED, entry.filename)
        if entry.compress_type not in KNOWN_METHODS:
            raise ZipRefusedError(ZipFault.METHOD, entry.filename)
        if entry.file_size > SMALL_ENTRY and entry.file_size > limits.ratio * max(1, entry.compress_size):
            raise ZipRefusedError(ZipFault.BOMB, entry.filename)
    if sum(entry.file_size for entry in entries) > limits.total:
        raise ZipRefusedError(ZipFault.TOO_LARGE)
    _check_overlap(entries)


def _check_overlap(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse entries that share bytes: that is how a small file unpacks to thousands of large ones."""
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end:  # a negative one too
            raise ZipRefusedError(ZipFault.OVERLAP, entry.filename)
        end = entry.header_offset + entry.compress_size


def check_names(archive: zipfile.ZipFile) -> None:
    """Refuse names that climb out, links, and names that some file system takes for the same.

    Raises:
        ZipRefusedError: with the first fault.
    """
    seen: set[str] = set()
    folders: set[str] = set()
    for entry in archive.infolist():
        mode = entry.external_attr >> 16
        if stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:
            raise ZipRefusedError(ZipFault.LINK, entry.filename)
        if not is_safe_path(entry.filename.removesuffix("/")):
            raise ZipRefusedError(ZipFault.UNSAFE_NAME, entry.filename)
        key = unicodedata.normalize("NFC", entry.filename.removesuffix("/")).casefold()
        if key in seen:
            raise ZipRefusedError(ZipFault.DOUBLED_NAME, entry.filename)
        seen.add(key)
        parts = key.split("/")
        folders.update("/".join(parts[:depth]) for depth in range(1, len(parts)))
        if entry.is_dir():
            folders.add(key)
            seen.discard(key)
    if both := seen & folders:  # a file where another entry needs a folder
        raise ZipRefusedError(ZipFault.DOUBLED_NAME, min(both))


def is_safe_path(path: str) -> bool:
    """Tell whether a relative path with slashes can be kept below a folder, on Windows and FAT32 too."""
    return len(path.encode()) <= _LONGEST_PATH and all(is_safe_name(part) for part in path.split("/"))


def is_safe_name(name: str) -> bool:
    """Tell whether one part of a path is a plain name everywhere."""
    return (
        bool(name)
        and name == name.strip()
        and not name.endswith(".")
        and len(name.encode()) <= _LONGEST_NAME
        and _FORBIDDEN.search(name) is None
        and _DEVICES.fullmatch(name) is None
    )


def safe_name(name: str) -> str:
    """Return `name` as every disk can keep it, as like the original as may be; never empty."""
    plain = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", name).replace("/", "-"))
    plain = plain.encode()[:_LONGEST_NAME].decode(errors="ignore").strip().rstrip(". ")
    if not plain:
        return "file"
    return f"_{plain}"[:_LONGEST_NAME] if _DEVICES.fullmatch(plain) else plain
