"""Files that are there whole or not at all.

A file is written beside its place, flushed to the disk, read back where asked, and only then put in its place
in one step. Whatever goes wrong before that step, the old file stands untouched and nothing is left lying
about. Nothing is ever deleted before its replacement is proven.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ita_desktop.support.write_errors import ReadBackDiffersError, told_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

# A virus scanner or an indexer holds a fresh file for a moment: access denied, sharing or lock violation.
PASSING_WINDOWS_LOCKS = frozenset({5, 32, 33})
WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)  # seconds; three in all, then the lock is not a passing one
# File systems that cannot flush a folder (network shares, sticks) say so in one of these ways.
NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EBADF})


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_bytes(target: Path, data: bytes, *, read_back: bool = False) -> str:
    """Put `data` at `target`, whole or not at all; return its SHA-256.

    Raises:
        WriteError: it could not be written; what stood at `target` stands there still.
    """
    digest = hashlib.sha256(data).hexdigest()
    with beside(target, expect=digest if read_back else None) as temporary:
        temporary.write_bytes(data)
    return digest


def copy_file(source: Path, target: Path) -> str:
    """Copy a file and read the copy back before it takes its place; return its SHA-256.

    Raises:
        WriteError: it could not be written or came back different; what stood at `target` still stands.
        OSError: `source` cannot be read.
    """
    digest = sha256_of(source)
    with beside(target, expect=digest) as temporary:
        shutil.copyfile(source, temporary)
    return digest


@contextmanager
def beside(target: Path, *, expect: str | None = None) -> Iterator[Path]:
    """A path in the same folder to write to; when the block ends well, that file takes the place of `target`.

    Args:
        target: where the file is to stand; a link is followed, so that the link itself survives.
        expect: the SHA-256 that must be read back from the disk first.

    Raises:
        WriteError: the disk refused, or the bytes came back different.
    """
    real = Path(os.path.realpath(target))
    temporary = real.with_name(f".ita-{secrets.token_hex(6)}.tmp")  # short: Thai names fill 255 bytes quickly
    try:
        with told_apart(target):
            yield temporary
            _flush(temporary)
            if expect is not None and _sha256_from_disk(temporary) != expect:
                raise ReadBackDiffersError(target)
            if real.exists():
                shutil.copymode(real, temporary)
            replace(temporary, real)
            _flush_folder(real.parent)
    finally:
        with contextlib.suppress(OSError):  # the stick is gone: the first error is the one to tell
            temporary.unlink(missing_ok=True)


def replace(source: Path, target: Path) -> None:
    """Move `source` over `target` in one step, waiting out Windows' passing locks.

    Raises:
        OSError: the move is refused for good.
    """
    for wait in WAITS:
        try:
            source.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in PASSING_WINDOWS_LOCKS:
                raise
            time.sleep(wait)  # noqa: TID251 - nothing tells when a scanner lets go; bounded by WAITS
        else:
            return
    source.replace(target)


def _flush(path: Path) -> None:
    """Have the bytes on the disk, not only on their way to it."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Have the name on the disk too; Windows keeps it with the file."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def _sha256_from_disk(path: Path) -> str:
    """The SHA-256 of what the disk gives back, not of what memory still remembers of it."""
    with path.open("rb") as file:
        _forget(file)
        return hashlib.file_digest(file, "sha256").hexdigest()


def _forget(file: BinaryIO) -> None:
    """Ask the system to drop its copy of the file from memory, where it can."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
