"""A plain office file made an encrypted one, and back: written beside, compared, then put in place.

SQLCipher copies schema and rows into an attached file with the other key. What comes of it is opened with its
key and must hold the very rows of the one before; only then does it take its place.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from ita_desktop.domain.problems import FileDamaged
from ita_desktop.models.backup_files import told_of
from ita_desktop.models.backup_seen import seen
from ita_desktop.models.database import APPLICATION_ID
from ita_desktop.models.driver import connect, key_literal, key_statements, module
from ita_desktop.models.faults import told
from ita_desktop.support import atomic

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def seal(path: Path, key: bytes) -> None:
    """Encrypt a plain office file that nobody has open.

    FileInUse, FileDamaged, DiskFull, ReadOnly, DeviceFailed: the file is as it was.
    """
    with told_of(path), atomic.beside(path) as temporary:
        with told(path), closing(_plain(path)) as raw:
            literal = key_literal(key)
            raw.execute(f'ATTACH DATABASE ? AS other KEY "{literal}"', (str(temporary),))
            for statement in key_statements(key, "other"):
                raw.execute(statement)
            before = _exported(raw, path)
        with told(path), closing(connect(temporary, key)) as made:
            if seen(made, path) != before:
                raise FileDamaged(path)


def unseal(path: Path, key: bytes) -> None:
    """Decrypt an encrypted office file that nobody has open; the problems of `seal`."""
    with told_of(path), atomic.beside(path) as temporary:
        with told(path), closing(connect(path, key, timeout=0)) as raw:
            raw.execute("ATTACH DATABASE ? AS other KEY ''", (str(temporary),))
            before = _exported(raw, path)
        with told(path), closing(connect(temporary)) as made:
            if seen(made, path) != before:
                raise FileDamaged(path)


def _plain(path: Path) -> sqlite3.Connection:
    """Open a plain file with SQLCipher: only it can write an encrypted one beside."""
    raw: sqlite3.Connection = module(b"").connect(str(path), isolation_level=None, timeout=0)
    raw.execute("PRAGMA cipher_log_level = NONE")
    return raw


def _exported(raw: sqlite3.Connection, path: Path) -> object:
    """Copy everything into the attached file, with its form; return what stood in the one before."""
    raw.execute("BEGIN EXCLUSIVE")  # FileInUse if another window has it
    raw.execute("COMMIT")
    before = seen(raw, path)
    form = raw.execute("PRAGMA user_version").fetchone()[0]
    raw.execute("SELECT sqlcipher_export('other')").fetchone()
    raw.execute(f"PRAGMA other.application_id = {APPLICATION_ID}")
    raw.execute(f"PRAGMA other.user_version = {form}")
    raw.execute("DETACH DATABASE other")
    return before
