"""A file that a person asked for, onto the disk: whole or not at all, refusals as problems for both faces.

`exchange.write_problems` alone knows which error of the disk is which problem; window and command line come
here for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.problems import DeviceFailed, PackageFailed
from ita_desktop.exchange.write_problems import told
from ita_desktop.support.atomic import write_bytes

if TYPE_CHECKING:
    from pathlib import Path


def write_output(path: Path, data: bytes) -> Path:
    """Put `data` at `path`, replacing what is there, and return the path.

    Raises:
        FileMissing: there is no such folder.
        DiskFull, ReadOnly, FileInUse, DeviceFailed: the disk refused; what stood there stands there still.
    """
    try:
        with told(path):
            write_bytes(path, data)
    except PackageFailed as error:  # no package, but the same disk that gives back other bytes than it took
        raise DeviceFailed(path) from error
    return path
