"""Packages judged: one of ours, whole, unchanged, harmless? Nothing is believed before it is checked.

The seal first, then the table of contents (sizes, names, links), then the tag files and the signature, then
every file against its hash as it streams by. Nothing is unpacked to a disk but what was sealed.
"""

from __future__ import annotations

import errno
import hashlib
import struct
import tempfile
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.domain.packages.problems import PackageSealed, PassphraseWrong
from ita_desktop.domain.problems import (
    DeviceFailed,
    DiskFull,
    FileMissing,
    FileTooNew,
    PackageFailed,
    ReadOnly,
)
from ita_desktop.exchange.bag import PAYLOAD, SIGNATURE, TAG_MANIFEST, BagFault, BagRefusedError, check_tags
from ita_desktop.exchange.package_label import FORMAT, LABEL_FILE, format_of, read_label
from ita_desktop.exchange.package_sign import SignatureBrokenError, digest_of, signer_of
from ita_desktop.exchange.sealing import age
from ita_desktop.exchange.sealing.age import Unlock
from ita_desktop.exchange.zip_guard import (
    ZipFault,
    ZipLimits,
    ZipRefusedError,
    check_bounds,
    check_names,
)
from ita_desktop.support.atomic import sha256_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_desktop.domain.packages.keys import Party
    from ita_desktop.exchange.package_label import PackageLabel

    Progress = Callable[[int, int], None]

LIMITS = ZipLimits(files=10_000, total=2_000_000_000, ratio=400)
MOST_TAG_BYTES = 10_000_000
"""Bytes of a label or a manifest: they are read into memory whole."""
CHUNK = 1 << 20

BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ValueError)
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
BAD_LABEL, BAD_ROOT, BAD_SIGNATURE, BROKEN_SEAL = "bad-label", "bad-root", "bad-signature", "broken-seal"
NOTHING = Unlock()


@dataclass(frozen=True, slots=True)
class PackagedFile:
    """A file of the payload: its path below `data/` and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class PackageReport:
    """A package that holds what it says.

    `digest` is what it is known by, sealed or not; `signer` None if nobody signed it; `sealed` whether it was
    opened with a key or a passphrase.
    """

    path: Path
    label: PackageLabel
    files: tuple[PackagedFile, ...]
    size: int
    sha256: str
    digest: str = ""
    signer: Party | None = None
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Glance:
    """A package whose table of contents, tag files and signature were checked, its payload not yet."""

    archive: zipfile.ZipFile
    root: str
    label: PackageLabel
    hashes: dict[str, str]
    digest: str
    signer: Party | None


def verify_package(path: Path, unlock: Unlock = NOTHING, progress: Progress | None = None) -> PackageReport:
    """Check a package whole.

    Raises:
        FileMissing, ReadOnly, DeviceFailed: it cannot be read.
        PackageSealed, PassphraseWrong: it is sealed and `unlock` does not open it.
        FileTooNew: a newer program made it.
        PackageFailed: `detail` is the fault (ZipFault, BagFault or one of this module's) and the file.
        DiskFull: no room on this computer to open a sealed one.
    """
    with opened(path, unlock) as (seen, sealed):
        return report_of(path, seen, sealed=sealed, progress=progress)


@contextmanager
def opened(path: Path, unlock: Unlock = NOTHING) -> Iterator[tuple[Glance, bool]]:
    """Open a package for the length of a block, all but its payload checked; and whether it was sealed.

    Raises what `verify_package` raises, also for what is read from it within the block.
    """
    with _told(path), tempfile.TemporaryDirectory(prefix="ita-", ignore_cleanup_errors=True) as private:
        sealed = age.is_sealed(path)
        plain = _unsealed(path, unlock, Path(private) / "plain") if sealed else path
        with plain.open("rb") as stream, zipfile.ZipFile(stream) as archive:
            yield _glance(path, archive), sealed


def glance(plain: Path, told_as: Path) -> None:
    """Look over a package of our own that was just written; PackageFailed about `told_as`."""
    try:
        with _told(told_as), plain.open("rb") as stream, zipfile.ZipFile(stream) as archive:
            _glance(told_as, archive)
    except (FileMissing, ReadOnly) as problem:  # it was there a moment ago
        raise DeviceFailed(told_as) from problem


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what can go wrong while reading into problems about `path`."""
    try:
        yield
    except (FileNotFoundError, IsADirectoryError) as error:
        raise FileMissing(path) from error
    except PermissionError as error:
        raise (FileMissing if path.is_dir() else ReadOnly)(path) from error
    except (ZipRefusedError, BagRefusedError) as error:
        raise PackageFailed(path, f"{error.fault.value} {error.name}".strip()) from error
    except SignatureBrokenError as error:
        raise PackageFailed(path, BAD_SIGNATURE) from error
    except BROKEN_ZIP as error:
        raise PackageFailed(path, ZipFault.NOT_A_ZIP.value) from error
    except OSError as error:
        if error.errno in NO_ROOM:  # reading needs none: it is this computer's own disk
            raise DiskFull(Path(tempfile.gettempdir())) from error
        raise DeviceFailed(path) from error


def _unsealed(path: Path, unlock: Unlock, target: Path) -> Path:
    """Open the seal into a private file; bounded, since what is sealed is as long as what is in it."""
    if path.stat().st_size > LIMITS.total:
        raise ZipRefusedError(ZipFault.TOO_LARGE)
    try:
        with path.open("rb") as source, target.open("xb") as out:
            age.unseal(source, out, unlock)
    except age.NotForUsError as error:
        raise PackageSealed(path) from error
    except age.WrongPassphraseError as error:
        raise PassphraseWrong(path) from error
    except age.BrokenSealError as error:
        raise PackageFailed(path, BROKEN_SEAL) from error
    return target


def _glance(path: Path, archive: zipfile.ZipFile) -> Glance:
    """Check everything but the payload's bytes."""
    check_bounds(archive, LIMITS)
    check_names(archive)
    root = _root(path, archive)
    names = [entry.filename.removeprefix(f"{root}/") for entry in archive.infolist() if not entry.is_dir()]
    _check_beside(archive, root)
    tags = {name: _whole(archive, f"{root}/{name}") for name in names if not name.startswith(PAYLOAD)}
    hashes = check_tags(names, tags)
    label = _label(path, archive, root, hashes)
    if label.stem != root:
        raise PackageFailed(path, f"{BAD_ROOT} {root}")
    signer = signer_of(tags[SIGNATURE], tags[TAG_MANIFEST]) if SIGNATURE in tags else None
    return Glance(archive, root, label, hashes, digest_of(tags[TAG_MANIFEST]), signer)


def _check_beside(archive: zipfile.ZipFile, root: str) -> None:
    """Refuse empty folders beside the payload, which no checksum would cover."""
    for entry in archive.infolist():
        name = entry.filename.removeprefix(f"{root}/")
        if entry.is_dir() and name and not name.startswith(PAYLOAD):
            raise BagRefusedError(BagFault.EXTRA_FILE, name)


def _root(path: Path, archive: zipfile.ZipFile) -> str:
    """Return the one folder that holds the bag."""
    roots = {entry.filename.split("/", 1)[0] for entry in archive.infolist() if "/" in entry.filename}
    loose = any("/" not in entry.filename for entry in archive.infolist())
    if len(roots) != 1 or loose:
        raise PackageFailed(path, BAD_ROOT)
    return roots.pop()


def _whole(archive: zipfile.ZipFile, name: str) -> bytes:
    """Read a small entry."""
    if archive.getinfo(name).file_size > MOST_TAG_BYTES:
        raise ZipRefusedError(ZipFault.TOO_LARGE, name)
    return archive.read(name)


def _label(path: Path, archive: zipfile.ZipFile, root: str, hashes: dict[str, str]) -> PackageLabel:
    """Read the label, the format first: a newer one may say the rest in other words."""
    if f"{PAYLOAD}{LABEL_FILE}" not in hashes:
        raise PackageFailed(path, BAD_LABEL)
    data = _whole(archive, f"{root}/{PAYLOAD}{LABEL_FILE}")
    if hashlib.sha256(data).hexdigest() != hashes[f"{PAYLOAD}{LABEL_FILE}"]:
        raise BagRefusedError(BagFault.CHANGED_FILE, f"{PAYLOAD}{LABEL_FILE}")
    try:
        found = format_of(data)
        if found > FORMAT:
            raise FileTooNew(path, found, FORMAT)
        return read_label(data)
    except (ValueError, RecursionError, OverflowError) as error:
        raise PackageFailed(path, BAD_LABEL) from error


def _check_payload(seen: Glance, progress: Progress | None) -> None:
    """Hold every file against its hash."""
    entries = [seen.archive.getinfo(f"{seen.root}/{name}") for name in seen.hashes]
    whole, done = max(sum(entry.file_size for entry in entries), 1), 0
    for name, entry in zip(seen.hashes, entries, strict=True):
        digest = hashlib.sha256()
        try:
            for piece in _pieces(seen.archive, entry):
                digest.update(piece)
                done += len(piece)
                if progress is not None:
                    progress(done, whole)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:  # the zip is one, this entry is spoiled
            raise BagRefusedError(BagFault.CHANGED_FILE, name) from error
        if digest.hexdigest() != seen.hashes[name]:
            raise BagRefusedError(BagFault.CHANGED_FILE, name)


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Read an entry piece by piece."""
    with archive.open(entry) as stream:
        while piece := stream.read(CHUNK):
            yield piece


def report_of(path: Path, seen: Glance, *, sealed: bool, progress: Progress | None = None) -> PackageReport:
    """Check the payload of a package that is open and say what it is; to be read from only after this."""
    with _told(path):
        _check_payload(seen, progress)
        files = tuple(
            PackagedFile(name.removeprefix(PAYLOAD), seen.archive.getinfo(f"{seen.root}/{name}").file_size)
            for name in seen.hashes
        )
        size, sha256 = path.stat().st_size, sha256_of(path)
    return PackageReport(path, seen.label, files, size, sha256, seen.digest, seen.signer, sealed)
