"""Where a package can go: the sticks that are in, and a folder that the person chose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo

from ita_desktop.domain.problems import DeviceFailed, FileMissing
from ita_desktop.support.language import tr
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.table import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

STICK_SYSTEMS = {"fat", "fat12", "fat16", "fat32", "vfat", "msdos", "exfat"}
STICK_FOLDERS = ("/media/", "/run/media/", "/Volumes/")
NOT_STICKS = ("/boot", "/efi")
SUFFIX, RECEIPT_SUFFIX = ".itapkg", ".itarcpt"
KIB, GIB = 1024, 1024**3


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that a package can go to; `free` in bytes, None where the system does not say."""

    path: Path
    name: str
    free: int | None
    stick: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A package that lies in a folder already; `size` in bytes."""

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """A package or a receipt that lies in a place; `own`: this file sent it itself."""

    path: Path
    size: int
    own: bool = False

    @property
    def is_receipt(self) -> bool:
        """Whether it tells what became of our packages."""
        return self.path.suffix.lower() == RECEIPT_SUFFIX


def looks_like_stick(root: str, file_system: str, *, system_disk: bool) -> bool:
    """Tell whether a volume is probably a stick. Qt does not say; sticks come as FAT, or under /media."""
    if system_disk or root.startswith(NOT_STICKS):
        return False
    return file_system.lower() in STICK_SYSTEMS or root.startswith(STICK_FOLDERS)


def sticks() -> tuple[Place, ...]:
    """List the sticks that are in and can be written."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        kind = bytes(volume.fileSystemType().data()).decode("ascii", "replace")
        root = volume.rootPath()
        usable = volume.isValid() and volume.isReady() and not volume.isReadOnly()
        if usable and looks_like_stick(root, kind, system_disk=volume.isRoot()):
            found.append(Place(Path(root), volume.displayName() or root, volume.bytesAvailable(), stick=True))
    return tuple(found)


def folder_place(folder: Path) -> Place:
    """Describe a folder that was chosen by hand."""
    volume = QStorageInfo(str(folder))
    free = volume.bytesAvailable() if volume.isValid() else None
    return Place(folder, folder.name or str(folder), free, stick=False)


def packages_in(folder: Path) -> tuple[Found, ...]:
    """List the packages in a folder, the newest number first; FileMissing, DeviceFailed."""
    try:
        paths = [path for path in folder.iterdir() if path.suffix.lower() == SUFFIX and path.is_file()]
        found = [Found(path, path.stat().st_size) for path in paths]
    except FileNotFoundError as error:
        raise FileMissing(folder) from error
    except OSError as error:
        raise DeviceFailed(folder) from error
    return tuple(sorted(found, key=lambda each: each.path.name, reverse=True))


def size_of(path: Path) -> int:
    """Return a file's size, 0 for one that is gone again: a list must not fail because of it."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def joined(places: Iterable[Place], chosen: Place | None) -> tuple[Place, ...]:
    """The sticks, then the chosen folder unless it is one of them."""
    listed = tuple(places)
    known = {place.path for place in listed}
    return listed if chosen is None or chosen.path in known else (*listed, chosen)


def size_words(size: int | None) -> str:
    """Write a size as people say it; the unit fits the number."""
    if size is None:
        return tr("ไม่ทราบ")
    if size >= GIB:
        return f"{size / GIB:,.1f} GB"
    if size >= KIB * KIB:
        return f"{size / KIB / KIB:,.1f} MB"
    return f"{max(size / KIB, 0.1):,.1f} KB"


def place_columns() -> list[Column[Place]]:
    """What a person needs to know the right stick by."""
    return [
        Column(tr("ปลายทาง"), lambda place: place.name, 160),
        Column(tr("ที่อยู่"), lambda place: str(place.path)),
        Column(tr("ชนิด"), _kind, 104),
        Column(tr("ที่ว่าง"), lambda place: size_words(place.free), 92, number=True),
    ]


def _kind(place: Place) -> State:
    """Stick or folder, as icon and word."""
    return State("USB", Tone.INFO) if place.stick else State(tr("โฟลเดอร์"), Tone.CALM)
