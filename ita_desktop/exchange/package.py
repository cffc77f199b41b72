"""Packages out: one file on the stick, there whole and proven, or not there at all.

The zip is streamed beside its place, flushed, read back from the device and compared, looked over as its
receiver would, and only then given its name. What was on the stick before is never touched.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ita_desktop.domain.problems import (
    DiskFull,
    FileExists,
    FileMissing,
    FileProblem,
    PackageFailed,
)
from ita_desktop.exchange.package_label import number_in_name
from ita_desktop.exchange.package_verify import glance
from ita_desktop.exchange.package_zip import CHUNK, HashingWriter, largest_size, pack, size_of
from ita_desktop.exchange.sealing import age
from ita_desktop.exchange.write_problems import READ_BACK, told
from ita_desktop.exchange.zip_guard import is_safe_path
from ita_desktop.support.atomic import beside
from ita_desktop.support.write_errors import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ita_desktop.domain.packages.keys import OwnKeys
    from ita_desktop.exchange.package_label import PackageLabel
    from ita_desktop.exchange.package_zip import Packed, Source
    from ita_desktop.exchange.sealing.age import Sealing

    Progress = Callable[[int, int], None]

UNSURE = "unsure"
SPARE = 1 << 20
"""Bytes left free on the stick beyond the package: the folder's own entry may need a block."""


@dataclass(frozen=True, slots=True)
class PackageReceipt:
    """What was written: where, its SHA-256, its size in bytes, the files in it.

    `digest` is what the package is known by to sender and receiver, sealed or not.
    """

    path: Path
    sha256: str
    size: int
    files: tuple[str, ...]
    digest: str = ""


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be written: whose, with what in it, signed by whom, sealed for whom."""

    label: PackageLabel
    payload: Mapping[str, Source]
    keys: OwnKeys | None
    sealing: Sealing | None


class _Counter:
    """Counts bytes for whoever watches: packed, sealed and read back are each a pass over them."""

    def __init__(self, whole: int, progress: Progress | None) -> None:
        """Count up to `whole`."""
        self._whole, self._done, self._progress = max(whole, 1), 0, progress

    def __call__(self, count: int) -> None:
        """Tell that so many bytes more are done; what the watcher raises stops the work."""
        self._done = min(self._done + count, self._whole)
        if self._progress is not None:
            self._progress(self._done, self._whole)

    def end(self) -> None:
        """Tell that all is done: what was packed is smaller than what went in."""
        self(self._whole)


def write_package(
    folder: Path,
    label: PackageLabel,
    payload: Mapping[str, Source],
    progress: Progress | None = None,
    *,
    keys: OwnKeys | None = None,
    sealing: Sealing | None = None,
) -> PackageReceipt:
    """Write a package into `folder`.

    Args:
        folder: the stick, or a folder on it.
        label: who sends it; gives the file its name.
        payload: bytes, or files to read, by path with slashes; the label is added.
        progress: told how far it is of how much; what it raises stops the writing cleanly.
        keys: whose signature it gets.
        sealing: for whom alone it can be opened.

    Raises:
        FileMissing: there is no such folder.
        FileExists: a package of that name is there; nothing is ever overwritten.
        DiskFull, ReadOnly, FileInUse, DeviceFailed: the stick refused; it is as before.
        PackageFailed: the stick gave back other bytes; it is as before. Or `unsure`: it failed at the end.
        PassphraseWeak, TooLargeForPassphrase: the seal cannot be made.
        ValueError: a path that the receiver would refuse, which is a bug of the caller.
    """
    if any(not is_safe_path(name) for name in payload):
        raise ValueError(sorted(payload))
    job, target = _Job(label, payload, keys, sealing), folder / label.file_name
    _check_place(target, largest_size(payload))
    count = _Counter(sum(map(size_of, payload.values())) * (2 if sealing is None else 3), progress)
    with _told_whether_written(target), told(target), beside(target) as temporary:
        writer, packed = _put(job, temporary, target, count)
        _read_back(temporary, target, writer.sha256, count)
        if sealing is None:
            glance(temporary, target)
        _check_free(target)
    count.end()
    return PackageReceipt(target, writer.sha256, writer.size, packed.files, packed.digest)


def _put(job: _Job, temporary: Path, target: Path, count: _Counter) -> tuple[HashingWriter, Packed]:
    """Write the package beside its place, sealed or not."""
    if job.sealing is None:
        with open_target(temporary) as stream:
            writer = HashingWriter(stream)
            return writer, pack(writer, job.label, job.payload, job.keys, count)
    with _packed_here(job, count) as (private, packed):
        glance(private, target)
        return _seal_onto(private, temporary, job.sealing, count), packed


@contextmanager
def _told_whether_written(target: Path) -> Iterator[None]:
    """Say of a stick that failed after the last step that the package has its name all the same.

    PackageFailed `unsure`: it was proven before it was named, but the name may not be on the device yet.
    """
    try:
        yield
    except FileProblem as problem:
        if not isinstance(problem, FileExists) and target.exists():
            raise PackageFailed(target, UNSURE) from problem
        raise


def next_number(folder: Path, code: str) -> int:
    """Return the number after the highest of this office's packages that lie in `folder`."""
    with told(folder), told_apart(folder):
        names = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    return max((number_in_name(name, code) for name in names), default=0) + 1


def open_target(path: Path) -> BinaryIO:
    """Open the file that is written beside its place; tests put a failing stick here."""
    return path.open("xb")


@contextmanager
def _packed_here(job: _Job, count: _Counter) -> Iterator[tuple[Path, Packed]]:
    """Pack into a private file on this computer, gone after: only sealed bytes may reach the stick.

    DiskFull about this computer's own folder where it has no room.
    """
    own = Path(tempfile.gettempdir())
    with tempfile.TemporaryDirectory(prefix="ita-", ignore_cleanup_errors=True) as private:
        path = Path(private) / job.label.file_name
        if shutil.disk_usage(private).free < largest_size(job.payload):
            raise DiskFull(own)
        with told(own), told_apart(own), path.open("xb") as stream:
            packed = pack(HashingWriter(stream), job.label, job.payload, job.keys, count)
        yield path, packed


def _seal_onto(private: Path, temporary: Path, sealing: Sealing, count: _Counter) -> HashingWriter:
    """Seal the private file onto the stick."""
    with private.open("rb") as source, open_target(temporary) as stream:
        writer = HashingWriter(stream, count)
        age.seal(source, writer, sealing, private.stat().st_size)  # type: ignore[arg-type]
    return writer


def _read_back(temporary: Path, target: Path, expected: str, count: _Counter) -> None:
    """Flush to the device, read from it again, and compare; PackageFailed."""
    digest = hashlib.sha256()
    with temporary.open("rb+") as stream:
        os.fsync(stream.fileno())
        if hasattr(os, "posix_fadvise"):  # what memory remembers is not what the stick keeps
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while piece := stream.read(CHUNK):
            digest.update(piece)
            count(len(piece))
    if digest.hexdigest() != expected:
        raise PackageFailed(target, READ_BACK)


def _check_place(target: Path, size: int) -> None:
    """Look before writing: the folder, the name, the room."""
    folder = target.parent
    if not folder.is_dir():
        raise FileMissing(folder)
    _check_free(target)
    with told(target), told_apart(target):
        free = shutil.disk_usage(folder).free
    if free < size + SPARE:
        raise DiskFull(target)


def _check_free(target: Path) -> None:
    """Refuse a name that is taken, also by a file that came while we wrote."""
    if target.exists() or target.is_symlink():
        raise FileExists(target)
