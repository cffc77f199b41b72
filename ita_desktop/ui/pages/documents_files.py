"""A paper onto the disk: whole or not at all, and every refusal as a problem that the window can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain import problems
from ita_desktop.support import write_errors
from ita_desktop.support.atomic import write_bytes

if TYPE_CHECKING:
    from pathlib import Path

PROBLEMS: dict[type[write_errors.WriteError], type[problems.FileProblem]] = {
    write_errors.DiskFullError: problems.DiskFull,
    write_errors.NotAllowedError: problems.ReadOnly,
    write_errors.NameNotPossibleError: problems.ReadOnly,
    write_errors.InUseError: problems.FileInUse,
}


def write_paper(path: Path, data: bytes) -> Path:
    """Write a paper and return its path; FileMissing, DiskFull, ReadOnly, FileInUse, DeviceFailed."""
    try:
        write_bytes(path, data)
    except write_errors.PlaceMissingError as error:
        raise problems.FileMissing(path.parent) from error
    except write_errors.WriteError as error:
        raise PROBLEMS.get(type(error), problems.DeviceFailed)(path) from error
    return path
