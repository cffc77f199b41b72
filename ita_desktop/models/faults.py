"""SQLite's errors told apart: the world's faults become typed problems, all else stays a bug."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from ita_desktop.domain.problems import (
    DeviceFailed,
    DiskFull,
    FileDamaged,
    FileInUse,
    FileProblem,
    NotOurFile,
    ReadOnly,
)
from ita_desktop.models.driver import errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PRIMARY = 0xFF
_PROBLEMS: dict[int, type[FileProblem]] = {
    sqlite3.SQLITE_BUSY: FileInUse,
    sqlite3.SQLITE_LOCKED: FileInUse,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_PERM: ReadOnly,
    sqlite3.SQLITE_CANTOPEN: ReadOnly,
    sqlite3.SQLITE_IOERR: DeviceFailed,
    sqlite3.SQLITE_CORRUPT: FileDamaged,
    sqlite3.SQLITE_NOTADB: NotOurFile,
}


def problem_of(error: BaseException, path: Path) -> FileProblem | None:
    """Return the problem that a database error stands for, or None if it is a bug of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    kind = _PROBLEMS.get(code & _PRIMARY) if isinstance(code, int) else None
    return kind(path) if kind is not None else None


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the database errors of a block about `path` into problems."""
    try:
        yield
    except _drivers_errors() as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error


def _drivers_errors() -> tuple[type[Exception], ...]:
    """Return what a database can raise: looked up when something was raised, for SQLCipher comes late."""
    return (DBAPIError, *errors())
