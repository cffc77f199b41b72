"""The office file as a database: opened alone, written whole or not at all, brought up to today's form.

One connection; rollback journal with FULL sync, so that a file copied while open is still whole; an exclusive
lock from opening to closing; every write inside `BEGIN IMMEDIATE` (docs/data-safety.md says which failure
each of these is for).
"""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, cast

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from ita_desktop.domain.problems import (
    FileDamaged,
    FileExists,
    FileInUse,
    FileMissing,
    FileMoved,
    FileSealed,
    FileTooNew,
    HeadquartersFile,
    NotOurFile,
    ReadOnly,
)
from ita_desktop.models.driver import connect, is_sealed, module
from ita_desktop.models.faults import told
from ita_desktop.models.migrations import MIGRATIONS, NEWEST_FORM
from ita_desktop.support.drives import Drive, drive_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path


STORE_MARK = b"ITAH"
"""Where an office file has its application id, a headquarters' store has this."""
APPLICATION_ID = 0x49544131  # "ITA1", so that another program's database is never taken for ours
SQLITE_HEADER = b"SQLite format 3\x00"
_OPEN: dict[Path, tuple[int, int] | None] = {}
"""The files that this program has open, each with what tells it from every other one."""
Transaction = Connection
"""What the stores work on: an open transaction of the one connection."""


class Database:
    """An open office file. Made by `create` and `open_file`; used from one thread at a time."""

    def __init__(self, path: Path, key: bytes | None = None) -> None:
        """Connect to `path` and take its lock; the caller has made sure that it is ours or empty.

        `key`: of an encrypted file (models.file_key).
        """
        self.path = path
        self.key = key
        self._engine = create_engine(
            "sqlite://", module=module(key), creator=self._connect, poolclass=StaticPool
        )
        event.listen(self._engine, "begin", _begin_immediate)
        self._connection = self._engine.connect()
        self._numbered = drive_of(path) is Drive.LOCAL  # network shares number their files as they like
        self._opened = self._identity()
        _OPEN[path.absolute()] = self._opened

    def _connect(self) -> sqlite3.Connection:
        """Open the driver's connection with the settings that the promises rest on."""
        raw = connect(self.path, self.key, timeout=0, check_same_thread=False)
        try:
            for pragma in (
                "locking_mode = EXCLUSIVE",
                "journal_mode = DELETE",
                "synchronous = FULL",
                "foreign_keys = ON",
                "trusted_schema = OFF",
                "cell_size_check = ON",
            ):
                raw.execute(f"PRAGMA {pragma}")
            raw.execute("BEGIN EXCLUSIVE")
            raw.execute("COMMIT")
        except BaseException:
            raw.close()
            raise
        return raw

    @property
    def raw(self) -> sqlite3.Connection:
        """The driver's own connection: a backup cannot run inside a transaction of its source."""
        with self.reading():
            return cast("sqlite3.Connection", self._connection.connection.driver_connection)

    def _identity(self) -> tuple[int, int] | None:
        """Return what tells the file at our place from every other one; None if there is none."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return (found.st_dev, found.st_ino) if self._numbered else (0, 0)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Write as one: all of the block is kept, or, after any error, none of it.

        FileMoved where the file no longer stands at its place: a journal written beside the old name would
        not be found after a crash, and the file would stay torn.
        """
        if self._identity() != self._opened:
            raise FileMoved(self.path)
        with told(self.path), self._connection.begin():
            yield self._connection

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Read a state that does not change meanwhile (there is one connection and one thread)."""
        with told(self.path), self._connection.begin():
            yield self._connection

    def integrity_faults(self) -> tuple[str, ...]:
        """Return what SQLite finds wrong with the structure and the references; empty if nothing."""
        with self.reading() as connection:
            rows = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
            loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        return tuple(row for row in rows if row != "ok") + tuple(f"{row[0]}:{row[1]}" for row in loose)

    def copy_to(self, target: Path) -> None:
        """Copy the file as it stands, through SQLite: reading it as a file would drop its lock on Linux."""
        with closing(connect(target, self.key)) as copy:
            self.raw.backup(copy)

    def close(self) -> None:
        """Release the file."""
        _OPEN.pop(self.path.absolute(), None)
        self._connection.close()
        self._engine.dispose()


def _begin_immediate(connection: Connection) -> None:
    """Start every transaction by hand: the driver's own way does not roll back one that begins with DDL."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def create(path: Path) -> Database:
    """Make a new, empty office file; FileExists if there is anything of that name."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise FileExists(path) from error
    except FileNotFoundError as error:
        raise FileMissing(path.parent) from error
    except OSError as error:
        raise ReadOnly(path) from error
    try:
        return _opened(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def open_file(path: Path, key: bytes | None = None) -> Database:
    """Open an office file, bringing an older form up to date after keeping a copy of it.

    Raises FileMissing, NotOurFile, FileTooNew, FileInUse, ReadOnly, FileDamaged, FileSealed (it is encrypted
    and no key was given); the file is then as before. A plain file needs no key and lets one be.
    """
    if _open_here(path):
        raise FileInUse(path)
    encrypted = _check_header(path)
    if encrypted and key is None:
        raise FileSealed(path)
    return _opened(path, key if encrypted else None)


def _open_here(path: Path) -> bool:
    """Tell whether this program has the file open already, under this name or another one.

    Asked before the header is read: on Linux the lock of a file is gone as soon as its own process closes it
    anywhere else, and another window could then come in.
    """
    if path.absolute() in _OPEN:
        return True
    try:
        found = path.stat()
    except OSError:
        return False
    return (found.st_dev, found.st_ino) in _OPEN.values()


def _opened(path: Path, key: bytes | None = None) -> Database:
    """Connect and migrate; on any problem nothing stays open."""
    with told(path):
        database = Database(path, key)
    try:
        with told(path):
            _bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return database


def _check_header(path: Path) -> bool:
    """Look at the first bytes before SQLite may touch the file: a foreign file is not even opened.

    Returns whether the file is encrypted.
    """
    try:
        with path.open("rb") as stream:
            header = stream.read(100)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except IsADirectoryError as error:
        raise NotOurFile(path) from error
    except PermissionError as error:
        raise (NotOurFile(path) if path.is_dir() else ReadOnly(path)) from error
    except OSError as error:  # a name that is longer than any that can be there
        raise FileMissing(path) from error
    _check_kind(path, header)
    form = int.from_bytes(header[60:64], "big")
    if form > NEWEST_FORM:
        raise FileTooNew(path, form, NEWEST_FORM)
    if _is_cut(path, header):
        raise FileDamaged(path)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise ReadOnly(path)
    return is_sealed(header)


def _check_kind(path: Path, header: bytes) -> None:
    """Refuse what is no office file, and tell a headquarters' store from a foreign file."""
    mark = header[68:72]
    if header[:16] == SQLITE_HEADER and mark == STORE_MARK:
        raise HeadquartersFile(path)
    if header[:16] != SQLITE_HEADER or int.from_bytes(mark, "big") != APPLICATION_ID:
        raise NotOurFile(path)


def _is_cut(path: Path, header: bytes) -> bool:
    """Tell whether the file ends within a page: SQLite would read the lost end as zeros without a word.

    Not so beside a rollback journal: there SQLite itself puts an unfinished write right.
    """
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    journal = path.with_name(f"{path.name}-journal")
    # os.path, for a name that is too long is no journal; Path.exists would raise.
    return not os.path.exists(journal) and (  # noqa: PTH110
        page_size == 0 or path.stat().st_size % page_size != 0
    )


def _bring_up_to_date(database: Database) -> None:
    """Run the migrations that the file lacks, each in one transaction, after a copy of what there was."""
    with database.reading() as connection:
        form = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        sound = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() == "ok"
    if not sound:
        raise FileDamaged(database.path)
    if 0 < form < NEWEST_FORM:
        database.copy_to(database.path.with_suffix(f".form{form}.ita"))
    for number in range(form, NEWEST_FORM):
        with database.transaction() as connection:
            for statement in MIGRATIONS[number]:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {number + 1}")


__all__ = ["Database", "FileInUse", "Transaction", "create", "open_file"]
