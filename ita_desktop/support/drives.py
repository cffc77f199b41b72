"""What kind of drive a file lies on: a disk of this computer, one that can be pulled out, one over a network.

SQLite's locks are not kept by every network share, and a stick that is pulled out takes the file with it: the
user is told at opening (docs/data-safety.md). What cannot be found out counts as a disk of this computer.
"""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path


class Drive(Enum):
    """Where a file lies."""

    LOCAL = "local"
    REMOVABLE = "removable"
    NETWORK = "network"


WINDOWS = {2: Drive.REMOVABLE, 4: Drive.NETWORK, 5: Drive.REMOVABLE}
"""What GetDriveTypeW answers: DRIVE_REMOVABLE, DRIVE_REMOTE, DRIVE_CDROM."""
NETWORK_TYPES = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "davfs", "fuse.davfs2", "afs", "ncpfs",
    "fuse.gvfsd-fuse", "fuse.rclone",
})  # fmt: skip
REMOVABLE_MOUNTS = ("/media/", "/run/media/", "/Volumes/")


def drive_of(path: Path) -> Drive:
    """Return the kind of drive that a file lies on."""
    if sys.platform == "win32":
        return _on_windows(path)
    try:
        return among(Path("/proc/mounts").read_text("utf-8", "replace"), path.resolve())
    except OSError:
        return Drive.LOCAL


def among(mounts: str, path: Path) -> Drive:
    """Return the kind of drive by a list of mounts: the longest mount that the path lies under."""
    best, kind = "", ""
    for line in mounts.splitlines():
        place, sort = [*line.split(), "", "", ""][1:3]
        place = place.replace("\\040", " ")
        if len(place) >= len(best) and (path == Path(place) or Path(place) in path.parents):
            best, kind = place, sort
    if kind in NETWORK_TYPES:
        return Drive.NETWORK
    return Drive.REMOVABLE if f"{best}/".startswith(REMOVABLE_MOUNTS) else Drive.LOCAL


def _on_windows(path: Path) -> Drive:
    """Ask Windows; a share named by its server is a network's whatever it answers."""
    anchor = path.absolute().anchor
    if anchor.startswith("\\\\"):
        return Drive.NETWORK
    import ctypes

    ask = getattr(getattr(ctypes, "windll").kernel32, "GetDriveTypeW")  # noqa: B009 - elsewhere there is no windll
    return WINDOWS.get(int(ask(anchor)), Drive.LOCAL)
