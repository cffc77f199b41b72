"""The folder of proof files beside the office file: content-addressed, streamed in, never overwritten.

A file stands under its own SHA-256, so the same document given twice is kept once, and what is kept can be
held against its name for ever. Nothing is read into memory whole: a scanned annual report has 200 MB.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from ita_desktop.domain.checklist_problems import CopyStopped, SourceChanged, SourceEmpty, SourceLost
from ita_desktop.domain.evidence import FileState, ending_of, kept_name
from ita_desktop.domain.problems import FileMissing, ReadOnly
from ita_desktop.exchange.write_problems import told
from ita_desktop.support.atomic import beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PIECE = 1 << 20
"""Bytes read at a time."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in the folder: its hash, its size in bytes, its name. `known`: it was there before."""

    sha256: str
    size: int
    name: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class Watch:
    """Who watches a copy: told of bytes done and bytes in all, and asked whether to stop."""

    progress: Callable[[int, int], object] = lambda _done, _all: None
    stop: Callable[[], bool] = lambda: False


class EvidenceFolder:
    """The folder of one office file; it is made when the first file comes."""

    def __init__(self, office_file: Path) -> None:
        """Stand beside an office file: `ปี2568.ita` has `ปี2568.ita-files`."""
        self.path = office_file.with_name(f"{office_file.name}-files")

    def place(self, sha256: str, name: str) -> Path:
        """Return where a file of that hash stands: its ending stays, so that the system can open it."""
        return self.path / sha256[:2] / f"{sha256}{ending_of(name)}"

    def add(self, source: Path, watch: Watch | None = None) -> KeptFile:
        """Copy a file in, reading it twice: once for its hash, once to copy; the copy is read back.

        Raises:
            FileMissing, SourceLost, SourceChanged, SourceEmpty: the source; CopyStopped: the person.
            DiskFull, ReadOnly, DeviceFailed, PackageFailed: the folder. Nothing is left half written.
        """
        seen = watch or Watch()
        size = _size(source)
        digest = hashlib.sha256()
        for done in _pieces(source, digest, None):
            _pause(source, seen, done, 2 * size)
        sha256, name = digest.hexdigest(), kept_name(source.name)
        target = self.place(sha256, name)
        if _state(target, size) is FileState.SOUND and _hash_of(target) == sha256:
            seen.progress(2 * size, 2 * size)
            return KeptFile(sha256, size, name, known=True)
        self._make(target.parent)
        self._copy(source, target, sha256, size, seen)
        return KeptFile(sha256, size, name)

    def _copy(self, source: Path, target: Path, sha256: str, size: int, watch: Watch) -> None:
        """Write the file beside its place, hash it on the way, and put it there only if all agrees."""
        digest = hashlib.sha256()
        with told(target), beside(target, expect=sha256) as temporary:
            with temporary.open("wb") as out:
                for done in _pieces(source, digest, out):
                    _pause(source, watch, size + done, 2 * size)
            if digest.hexdigest() != sha256:
                raise SourceChanged(source)

    def _make(self, folder: Path) -> None:
        """Make the folder; ReadOnly where nobody may."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ReadOnly(self.path) from error

    def state(self, sha256: str, name: str, size: int, *, whole: bool = False) -> FileState:
        """Tell whether a kept file is still what it was; `whole` reads it through, else its size must do."""
        place = self.place(sha256, name)
        state = _state(place, size)
        if whole and state is FileState.SOUND and _hash_of(place) != sha256:
            return FileState.CHANGED
        return state


def _size(source: Path) -> int:
    """Return a source's size in bytes; FileMissing, SourceEmpty, SourceLost."""
    try:
        if not source.is_file():
            raise FileMissing(source)
        size = source.stat().st_size
    except OSError as error:
        raise SourceLost(source) from error
    if size == 0:
        raise SourceEmpty(source)
    return size


def _pieces(source: Path, digest: hashlib._Hash, out: BinaryIO | None) -> Iterator[int]:
    """Read a source piece by piece into a hash and a file; yield the bytes done. SourceLost."""
    done = 0
    try:
        stream = source.open("rb")
    except OSError as error:
        raise SourceLost(source) from error
    with stream:
        while piece := _read(stream, source):
            digest.update(piece)
            if out is not None:
                out.write(piece)
            done += len(piece)
            yield done


def _read(stream: BinaryIO, source: Path) -> bytes:
    """Read a piece; an error here is the source's, not that of the disk that is written to."""
    try:
        return stream.read(PIECE)
    except OSError as error:
        raise SourceLost(source) from error


def _pause(source: Path, watch: Watch, done: int, whole: int) -> None:
    """Tell how far it is; CopyStopped if the person wants no more."""
    watch.progress(done, whole)
    if watch.stop():
        raise CopyStopped(source)


def _state(place: Path, size: int) -> FileState:
    """Look at a file's presence and size."""
    try:
        return FileState.SOUND if place.stat().st_size == size else FileState.CHANGED
    except OSError:
        return FileState.MISSING


def _hash_of(place: Path) -> str:
    """Return the hash of a kept file; empty if it cannot be read."""
    try:
        with place.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
