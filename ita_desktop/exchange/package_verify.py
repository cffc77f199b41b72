"""Packages judged: one of ours, whole, unchanged, harmless? Nothing is believed before it is checked.

From the table of contents first (sizes, names, links), then unpacked into a private folder below a bound,
then judged as a bag by the library, then its label read.
"""

from __future__ import annotations

import errno
import shutil
import struct
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.domain.problems import (
    DeviceFailed,
    DiskFull,
    FileMissing,
    FileTooNew,
    PackageFailed,
    ReadOnly,
)
from ita_desktop.exchange.bag import PAYLOAD, BagRefusedError, check_bag
from ita_desktop.exchange.package_label import FORMAT, LABEL_FILE, format_of, read_label
from ita_desktop.exchange.zip_guard import (
    ZipFault,
    ZipLimits,
    ZipRefusedError,
    check_bounds,
    check_names,
)
from ita_desktop.support.atomic import sha256_of

if TYPE_CHECKING:
    from ita_desktop.exchange.package_label import PackageLabel

LIMITS = ZipLimits(files=10_000, total=2_000_000_000, ratio=400)
MOST_TAG_BYTES = 10_000_000
"""Bytes of a label or a manifest: they are read into memory whole."""

BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ValueError)
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
BAD_LABEL, BAD_ROOT = "bad-label", "bad-root"


@dataclass(frozen=True, slots=True)
class PackagedFile:
    """A file of the payload: its path below `data/` and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class PackageReport:
    """A package that holds what it says."""

    path: Path
    label: PackageLabel
    files: tuple[PackagedFile, ...]
    size: int
    sha256: str


def verify_package(path: Path) -> PackageReport:
    """Check a package whole.

    Raises:
        FileMissing, ReadOnly, DeviceFailed: it cannot be read.
        FileTooNew: a newer program made it.
        PackageFailed: `detail` is the fault (ZipFault, BagFault, `bad-label`, `bad-root`) and the file.
        DiskFull: no room to unpack it on this computer.
    """
    try:
        with path.open("rb") as stream, zipfile.ZipFile(stream) as archive:
            return _verify(path, archive)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise FileMissing(path) from error
    except PermissionError as error:
        raise (FileMissing if path.is_dir() else ReadOnly)(path) from error
    except (ZipRefusedError, BagRefusedError) as error:
        raise PackageFailed(path, f"{error.fault.value} {error.name}".strip()) from error
    except BROKEN_ZIP as error:
        raise PackageFailed(path, ZipFault.NOT_A_ZIP.value) from error
    except OSError as error:
        if error.errno in NO_ROOM:  # reading needs none: it is this computer's own disk
            raise DiskFull(Path(tempfile.gettempdir())) from error
        raise DeviceFailed(path) from error


def _verify(path: Path, archive: zipfile.ZipFile) -> PackageReport:
    """Check the table of contents, then what is in it."""
    check_bounds(archive, LIMITS)
    check_names(archive)
    root = _root(path, archive)
    with tempfile.TemporaryDirectory(prefix="ita-", ignore_cleanup_errors=True) as private:
        folder = Path(private) / "bag"
        _unpack(archive, root, folder)
        check_bag(folder)
        label = _label(path, folder / PAYLOAD / LABEL_FILE)
    if label.stem != root:
        raise PackageFailed(path, f"{BAD_ROOT} {root}")
    return PackageReport(path, label, _payload(archive, root), path.stat().st_size, sha256_of(path))


def _root(path: Path, archive: zipfile.ZipFile) -> str:
    """Return the one folder that holds the bag."""
    roots = {entry.filename.split("/", 1)[0] for entry in archive.infolist() if "/" in entry.filename}
    loose = any("/" not in entry.filename for entry in archive.infolist())
    if len(roots) != 1 or loose:
        raise PackageFailed(path, BAD_ROOT)
    return roots.pop()


def _unpack(archive: zipfile.ZipFile, root: str, folder: Path) -> None:
    """Unpack into a folder of this program's own, whose names are known to be safe.

    Raises:
        DiskFull: this computer, not the stick, has no room.
    """
    size = sum(entry.file_size for entry in archive.infolist())
    folder.mkdir()
    if shutil.disk_usage(folder).free < size:
        raise DiskFull(folder)
    for entry in archive.infolist():
        if entry.is_dir():
            continue
        name = entry.filename.removeprefix(f"{root}/")
        if not name.startswith(PAYLOAD) and entry.file_size > MOST_TAG_BYTES:
            raise ZipRefusedError(ZipFault.TOO_LARGE, name)
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as source, target.open("xb") as out:
            shutil.copyfileobj(source, out, 1 << 20)


def _label(path: Path, label: Path) -> PackageLabel:
    """Read the label, the format first: a newer one may say the rest in other words."""
    if not label.is_file() or label.stat().st_size > MOST_TAG_BYTES:
        raise PackageFailed(path, BAD_LABEL)
    data = label.read_bytes()
    try:
        found = format_of(data)
        if found > FORMAT:
            raise FileTooNew(path, found, FORMAT)
        return read_label(data)
    except (ValueError, RecursionError, OverflowError) as error:
        raise PackageFailed(path, BAD_LABEL) from error


def _payload(archive: zipfile.ZipFile, root: str) -> tuple[PackagedFile, ...]:
    """Return the files of the payload."""
    prefix = f"{root}/{PAYLOAD}"
    return tuple(
        PackagedFile(entry.filename.removeprefix(prefix), entry.file_size)
        for entry in archive.infolist()
        if entry.filename.startswith(prefix) and not entry.is_dir()
    )
