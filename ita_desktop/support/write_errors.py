"""Why a file could not be written, told apart so that the user can be told what to do.

These are types that carry the place; the sentence is made where it is shown. Services turn them into the
problems of the domain.
"""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class WriteError(Exception):
    """The file at `path` could not be written; what stood there before stands there still."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class DiskFullError(WriteError):
    """No room, or the user's share of it is used up."""


class NotAllowedError(WriteError):
    """The folder is read only, or this user may not write there."""


class PlaceMissingError(WriteError):
    """The folder or the stick is not there, or not there any more."""


class InUseError(WriteError):
    """Another program holds the file."""


class NameNotPossibleError(WriteError):
    """The disk cannot keep a file of this name: too long, or with letters that it does not know."""


class ReadBackDiffersError(WriteError):
    """The disk took the bytes and gave others back: a failing or a fake stick."""


class DiskFaultError(WriteError):
    """The disk failed in another way."""


_BY_ERRNO: dict[int, type[WriteError]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EFBIG: DiskFullError,  # more than the disk's format allows in one file (FAT: 4 GB)
    errno.EACCES: NotAllowedError,
    errno.EPERM: NotAllowedError,
    errno.EROFS: NotAllowedError,
    errno.ENOENT: PlaceMissingError,
    errno.ENOTDIR: PlaceMissingError,
    errno.ENODEV: PlaceMissingError,
    errno.ENXIO: PlaceMissingError,
    errno.EBUSY: InUseError,
    errno.ETXTBSY: InUseError,
    errno.ENAMETOOLONG: NameNotPossibleError,
    errno.EINVAL: NameNotPossibleError,
}
_BY_WINERROR: dict[int, type[WriteError]] = {
    15: PlaceMissingError,  # no such drive
    19: NotAllowedError,  # the stick's own write switch
    21: PlaceMissingError,  # drive not ready
    32: InUseError,
    33: InUseError,
    39: DiskFullError,
    112: DiskFullError,
    123: NameNotPossibleError,
    433: PlaceMissingError,  # the device was pulled out
    1167: PlaceMissingError,
}


def write_error(error: OSError, path: Path) -> WriteError:
    """The kind of `error`, Windows' own number first: its errno lumps a full disk and a lock together."""
    by_windows = _BY_WINERROR.get(getattr(error, "winerror", None) or 0)
    return (by_windows or _BY_ERRNO.get(error.errno or 0, DiskFaultError))(path)


@contextmanager
def told_apart(path: Path) -> Iterator[None]:
    """Turn an error of the disk within the block into a `WriteError` about `path`."""
    try:
        yield
    except OSError as error:
        raise write_error(error, path) from error
