"""Asking the system to let a stick go, where it offers a way; else the person is told to do it there.

Everything is on the stick before this is called: a refusal costs nothing but a click in the system's own
window. Linux: udisks, as desktops do it. Windows: the volume is locked, dismounted and ejected.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 30
"""Seconds that a slow stick may take to write what its own memory still holds."""
MOUNTS = "/proc/self/mounts"
_LOCK, _DISMOUNT, _EJECT = 0x00090018, 0x00090020, 0x002D4808
_READ_WRITE, _SHARED, _OPEN_EXISTING = 0xC0000000, 3, 3


class Ejected(Enum):
    """What came of it."""

    DONE = "done"
    BUSY = "busy"
    NOT_POSSIBLE = "not-possible"


def eject(root: Path) -> Ejected:
    """Let a stick go; `root` is where it is mounted: a drive such as `E:`, or a folder below `/media`."""
    system: str = sys.platform
    if system == "win32":
        return _eject_windows(root.drive)
    if system == "linux":
        return _eject_linux(root)
    return Ejected.NOT_POSSIBLE


def _eject_linux(root: Path) -> Ejected:
    """Unmount as the desktop does: without any right beyond the user's own."""
    tool, device = shutil.which("udisksctl"), device_of(root)
    if tool is None or device is None:
        return Ejected.NOT_POSSIBLE
    command = [tool, "unmount", "--no-user-interaction", "--block-device", device]
    try:
        done = subprocess.run(  # noqa: S603 - the system's own tool on a device of the kernel's list
            command, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return Ejected.NOT_POSSIBLE
    if done.returncode == 0:
        return Ejected.DONE
    return Ejected.BUSY if b"busy" in done.stderr.lower() else Ejected.NOT_POSSIBLE


def device_of(root: Path, mounts: str | None = None) -> str | None:
    """Return the device that is mounted at `root`; None unless it is one, and not the system's own."""
    if mounts is None:
        try:
            with open(MOUNTS, encoding="utf-8", errors="surrogateescape") as stream:  # noqa: PTH123 - no file
                mounts = stream.read()
        except OSError:
            return None
    for line in mounts.splitlines():
        device, place, *_ = [*line.split(" "), "", ""]
        if _plain(place) == str(root) and device.startswith("/dev/") and place != "/":
            return device
    return None


def _plain(place: str) -> str:
    """Undo how the kernel writes blanks in names."""
    for code, letter in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        place = place.replace(code, letter)
    return place


def _eject_windows(drive: str) -> Ejected:
    """Lock, dismount, eject; a volume that somebody still reads from cannot be locked."""
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    kernel.CreateFileW.restype = ctypes.c_void_p
    path = rf"\\.\{drive}"
    handle = kernel.CreateFileW(path, _READ_WRITE, _SHARED, None, _OPEN_EXISTING, 0, None)
    if handle in {None, ctypes.c_void_p(-1).value}:
        return Ejected.NOT_POSSIBLE
    volume = ctypes.c_void_p(handle)
    try:
        for step, code in enumerate((_LOCK, _DISMOUNT, _EJECT)):
            count = ctypes.c_ulong()
            if not kernel.DeviceIoControl(volume, code, None, 0, None, 0, ctypes.byref(count), None):
                return Ejected.BUSY if step == 0 else Ejected.NOT_POSSIBLE
        return Ejected.DONE
    finally:
        kernel.CloseHandle(volume)
