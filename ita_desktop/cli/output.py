"""Writing a file that the user named with -o: whole or not at all, and never over an office file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.domain import problems
from ita_desktop.support import write_errors
from ita_desktop.support.atomic import write_bytes
from ita_desktop.support.language import tr

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.support.write_errors import WriteError

_PROBLEMS: dict[type[WriteError], type[problems.FileProblem]] = {
    write_errors.DiskFullError: problems.DiskFull,
    write_errors.NotAllowedError: problems.ReadOnly,
    write_errors.NameNotPossibleError: problems.ReadOnly,
    write_errors.InUseError: problems.FileInUse,
    write_errors.ReadBackDiffersError: problems.DeviceFailed,
    write_errors.DiskFaultError: problems.DeviceFailed,
}


def checked_output(path: Path, suffix: str) -> Path:
    """Return the path if its ending fits; BadParameter otherwise.

    `-o` overwrites what it names, so a slip such as `-o town.ita` would put a PDF over a year's work.
    """
    if path.suffix.lower() != suffix:
        raise click.BadParameter(tr("ชื่อไฟล์ต้องลงท้ายด้วย {suffix}").format(suffix=suffix), param_hint="-o")
    return path


def write_output(path: Path, data: bytes) -> None:
    """Put `data` at `path`, replacing what is there; a FileProblem tells why it could not be."""
    try:
        write_bytes(path, data)
    except write_errors.PlaceMissingError as error:
        raise problems.FileMissing(path.parent) from error
    except write_errors.WriteError as error:
        raise _PROBLEMS.get(type(error), problems.DeviceFailed)(path) from error
