"""A package as a stream: zip entries hashed on their way, memory flat whatever their size.

Nothing is written twice and nothing is sought back, so the same stream goes to a stick or through a seal.
"""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - `Source` is an alias that runs
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from ita_desktop.domain.problems import DeviceFailed
from ita_desktop.exchange.bag import PAYLOAD, SIGNATURE, TAG_MANIFEST, tag_files
from ita_desktop.exchange.package_label import LABEL_FILE, write_label
from ita_desktop.exchange.package_sign import digest_of, signature_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from ita_desktop.domain.packages.keys import OwnKeys
    from ita_desktop.exchange.package_label import PackageLabel

Source: TypeAlias = "bytes | Path"
Tell: TypeAlias = "Callable[[int], None]"
"""Told how many more bytes are done; what it raises stops the work."""

CHUNK = 1 << 20
STORED_ENDINGS = (".pdf", ".png", ".jpg", ".jpeg", ".xlsx", ".docx", ".zip")
REGULAR_FILE = 0o100644 << 16
PER_ENTRY = 1000
"""Bytes at most that an entry costs beyond its data: names, hashes, the table of contents."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What came of packing: the digest that the package is known by, and the files in it."""

    digest: str
    files: tuple[str, ...]


class HashingWriter:
    """A target that cannot be sought, and knows the hash and size of what it took."""

    def __init__(self, stream: BinaryIO, tell: Tell | None = None) -> None:
        """Write through to a stream."""
        self._stream, self._tell = stream, tell
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        """Take bytes."""
        self._stream.write(data)
        self._hash.update(data)
        self.size += len(data)
        if self._tell is not None:
            self._tell(len(data))
        return len(data)

    def flush(self) -> None:
        """Pass everything on."""
        self._stream.flush()

    @property
    def sha256(self) -> str:
        """The hash so far."""
        return self._hash.hexdigest()


def size_of(source: Source) -> int:
    """Return a source's size in bytes; DeviceFailed if a file cannot be looked at."""
    if isinstance(source, bytes):
        return len(source)
    try:
        return source.stat().st_size
    except OSError as error:
        raise DeviceFailed(source) from error


def largest_size(payload: Mapping[str, Source]) -> int:
    """Return how many bytes a package can have at most."""
    return (
        sum(size_of(source) + PER_ENTRY + 8 * len(name.encode()) for name, source in payload.items()) + 8000
    )


def pack(
    stream: HashingWriter,
    label: PackageLabel,
    payload: Mapping[str, Source],
    keys: OwnKeys | None,
    tell: Tell,
) -> Packed:
    """Write a package as a zip into a stream.

    The same payload, time and keys give the same bytes. `tell` counts the payload's bytes as they go in.

    Raises:
        DeviceFailed: a file of the payload cannot be read; the stream then holds nothing of use.
    """
    sources: dict[str, Source] = {**payload, LABEL_FILE: write_label(label)}
    hashes: dict[str, str] = {}
    size = 0
    with zipfile.ZipFile(stream, "w") as archive:  # type: ignore[call-overload]
        for name in sorted(sources):
            path = f"{PAYLOAD}{name}"
            hashes[path], count = _add(archive, f"{label.stem}/{path}", sources[name], label.made_at, tell)
            size += count
        tags = tag_files(hashes, size, _info(label))
        if keys is not None:
            tags[SIGNATURE] = signature_file(keys, tags[TAG_MANIFEST])
        for name, data in tags.items():
            _add(archive, f"{label.stem}/{name}", data, label.made_at, lambda _: None)
    return Packed(digest_of(tags[TAG_MANIFEST]), tuple(sorted(sources)))


def _add(
    archive: zipfile.ZipFile, name: str, source: Source, made_at: datetime, tell: Tell
) -> tuple[str, int]:
    """Add an entry; return its SHA-256 and its size."""
    entry = zipfile.ZipInfo(name, made_at.timetuple()[:6])
    entry.create_system, entry.external_attr = 3, REGULAR_FILE  # else it tells the sender's system
    stored = name.lower().endswith(STORED_ENDINGS)
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.file_size = size_of(source)  # so that the zip knows beforehand whether it needs the large form
    digest, count = hashlib.sha256(), 0
    with archive.open(entry, "w") as out:
        for piece in _pieces(source):
            out.write(piece)
            digest.update(piece)
            count += len(piece)
            tell(len(piece))
    return digest.hexdigest(), count


def _pieces(source: Source) -> Iterator[bytes]:
    """Yield a source piece by piece."""
    if isinstance(source, bytes):
        yield from (source[start : start + CHUNK] for start in range(0, len(source), CHUNK))
        return
    try:
        with source.open("rb") as stream:
            while piece := stream.read(CHUNK):
                yield piece
    except OSError as error:  # not the stick's: what was to go onto it
        raise DeviceFailed(source) from error


def _info(label: PackageLabel) -> dict[str, str]:
    """Return what the bag says of itself in the standard's own words."""
    return {
        "Source-Organization": label.office,
        "External-Identifier": label.stem,
        "Bagging-Date": label.made_at.date().isoformat(),
        "Bag-Software-Agent": label.program,
    }
