"""Why a file could not be written, as problems that the window and the command line can put into words."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ita_desktop.domain.problems import (
    DeviceFailed,
    DiskFull,
    FileInUse,
    FileMissing,
    PackageFailed,
    ReadOnly,
)
from ita_desktop.support.write_errors import (
    DiskFullError,
    InUseError,
    NameNotPossibleError,
    NotAllowedError,
    PlaceMissingError,
    ReadBackDiffersError,
    WriteError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.domain.problems import FileProblem

READ_BACK = "read-back"
_PROBLEMS: dict[type[WriteError], type[FileProblem]] = {
    DiskFullError: DiskFull,
    NotAllowedError: ReadOnly,
    NameNotPossibleError: ReadOnly,
    InUseError: FileInUse,
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the writing errors of the block into problems about `path`.

    Raises:
        DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed: as the disk refused.
        PackageFailed: the disk gave back other bytes than it took.
    """
    try:
        yield
    except ReadBackDiffersError as error:
        raise PackageFailed(path, READ_BACK) from error
    except PlaceMissingError as error:
        raise (DeviceFailed(path) if path.parent.is_dir() else FileMissing(path.parent)) from error
    except WriteError as error:
        raise _PROBLEMS.get(type(error), DeviceFailed)(path) from error
