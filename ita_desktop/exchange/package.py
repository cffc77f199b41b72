"""Packages out: one file on the stick, there whole and proven, or not there at all.

The zip is made in memory, written beside its place, flushed, unpacked again and judged as a bag, read back
from the device and compared, and only then given its name. What was on the stick before is never touched.
"""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from ita_desktop.domain.problems import (
    DeviceFailed,
    DiskFull,
    FileExists,
    FileMissing,
    PackageFailed,
    ReadOnly,
)
from ita_desktop.exchange.bag import make_bag
from ita_desktop.exchange.package_label import LABEL_FILE, number_in_name, write_label
from ita_desktop.exchange.package_verify import verify_package
from ita_desktop.exchange.write_problems import told
from ita_desktop.exchange.zip_guard import is_safe_path
from ita_desktop.support.atomic import beside
from ita_desktop.support.write_errors import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from ita_desktop.exchange.package_label import PackageLabel

    Progress = Callable[[int, int], None]

CHUNK = 1 << 20
SPARE = 1 << 20
"""Bytes left free on the stick beyond the package: the folder's own entry may need a block."""

STORED_ENDINGS = (".pdf", ".png", ".jpg", ".jpeg", ".xlsx")
REGULAR_FILE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class PackageReceipt:
    """What was written: where, its SHA-256, its size in bytes, the files in it."""

    path: Path
    sha256: str
    size: int
    files: tuple[str, ...]


def write_package(
    folder: Path, label: PackageLabel, payload: Mapping[str, bytes], progress: Progress | None = None
) -> PackageReceipt:
    """Write a package into `folder`.

    Args:
        folder: the stick, or a folder on it.
        label: who sends it; gives the file its name.
        payload: the files by path, with slashes; the label is added.
        progress: told how many bytes of how many are written; what it raises stops the writing cleanly.

    Raises:
        FileMissing: there is no such folder.
        FileExists: a package of that name is there; nothing is ever overwritten.
        DiskFull, ReadOnly, FileInUse, DeviceFailed: the stick refused; it is as before.
        PackageFailed: the stick gave back other bytes than it took; it is as before.
        ValueError: a path that the receiver would refuse, which is a bug of the caller.
    """
    if any(not is_safe_path(name) for name in payload):
        raise ValueError(sorted(payload))
    target = folder / label.file_name
    files = {**payload, LABEL_FILE: write_label(label)}
    data = zip_bytes(label.stem, make_bag(files, _info(label)), label.made_at)
    _check_place(target, len(data))
    digest = hashlib.sha256(data).hexdigest()
    with told(target), beside(target, expect=digest) as temporary:
        with open_target(temporary) as stream:
            _write(stream, data, progress)
        _verify_as(temporary, target)
        _check_free(target)
    return PackageReceipt(target, digest, len(data), tuple(sorted(files)))


def next_number(folder: Path, code: str) -> int:
    """Return the number after the highest of this office's packages that lie in `folder`."""
    with told(folder), told_apart(folder):
        names = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    return max((number_in_name(name, code) for name in names), default=0) + 1


def zip_bytes(root: str, files: Mapping[str, bytes], made_at: datetime) -> bytes:
    """Pack files below the folder `root`; the same files and time give the same bytes on every system."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(f"{root}/{name}", made_at.timetuple()[:6])
            entry.create_system, entry.external_attr = 3, REGULAR_FILE  # else it tells the sender's system
            stored = name.lower().endswith(STORED_ENDINGS)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return stream.getvalue()


def open_target(path: Path) -> BinaryIO:
    """Open the file that is written beside its place; tests put a failing stick here."""
    return path.open("xb")


def _write(stream: BinaryIO, data: bytes, progress: Progress | None) -> None:
    """Write piece by piece, so that the person sees how far it is and can stop."""
    for start in range(0, len(data), CHUNK):
        stream.write(data[start : start + CHUNK])
        if progress is not None:
            progress(min(start + CHUNK, len(data)), len(data))


def _verify_as(temporary: Path, target: Path) -> None:
    """Judge what was written; a fault is told of the file that was asked for, not of the one beside it."""
    try:
        verify_package(temporary)
    except PackageFailed as problem:
        raise PackageFailed(target, problem.detail) from problem
    except (FileMissing, ReadOnly, DeviceFailed) as problem:  # it was there a moment ago
        raise DeviceFailed(target) from problem


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


def _info(label: PackageLabel) -> dict[str, str]:
    """Return what the bag says of itself in the standard's own words."""
    return {
        "Source-Organization": label.office,
        "External-Identifier": label.stem,
        "Bagging-Date": label.made_at.date().isoformat(),
        "Bag-Software-Agent": label.program,
    }
