"""Making a safety copy, and proving one: nothing counts as a copy that was not opened and counted again.

SQLite's own backup reads the open file through its one connection. Never through a second handle: on Linux,
closing any handle of a file drops the locks that this process has on it (SQLite: How to corrupt).
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

from ita_desktop.domain.backup_rules import kept
from ita_desktop.domain.chain import Head
from ita_desktop.domain.problems import (
    FileDamaged,
    FileMissing,
    FileProblem,
    FileSealed,
    FileTooNew,
    NotOurFile,
)
from ita_desktop.models.backup_files import (
    Contents,
    Copy,
    Paper,
    beside_journal,
    copies,
    next_name,
    read_paper,
    remove,
    told_of,
    write_paper,
)
from ita_desktop.models.backup_seen import Seen, seen
from ita_desktop.models.database import APPLICATION_ID
from ita_desktop.models.driver import connect, is_sealed
from ita_desktop.models.faults import told
from ita_desktop.models.file_key import Ring
from ita_desktop.models.migrations import NEWEST_FORM
from ita_desktop.support import atomic

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime
    from pathlib import Path

    from ita_desktop.domain.backup_rules import Reason
    from ita_desktop.models.database import Database


def make(database: Database, folder: Path, reason: Reason, made: datetime) -> Copy:
    """Copy an open office file onto a shelf; the copy is opened, counted and hashed before it counts.

    Raises:
        FileDamaged: the office file itself is broken. No copy is made of it, and none is thrown away.
        FileMissing, ReadOnly, DiskFull, DeviceFailed: the shelf refuses; the copies on it are as before.
    """
    return _make(database.raw, database.path, folder, reason, made, database.key)


def make_of_closed(
    path: Path, folder: Path, reason: Reason, made: datetime, key: bytes | None = None
) -> Copy:
    """Copy an office file that nobody has open; an unfinished write in it is first put right by SQLite.

    NotOurFile before SQLite may touch it: into an empty file its mere opening writes, a journal beside a
    foreign one it throws away. FileSealed for an encrypted file without its key.
    """
    if form_of(path) == 0:
        raise NotOurFile(path)
    used = _key_for(path, key)
    with told(path), closing(connect(path, used, timeout=0)) as raw:
        raw.execute("BEGIN EXCLUSIVE")
        raw.execute("COMMIT")
        return _make(raw, path, folder, reason, made, used)


def look(database: Database) -> Seen:
    """Return what stands in an open office file."""
    with told(database.path):
        return seen(database.raw, database.path)


def changed_rows(database: Database) -> int:
    """Return a number that grows with every row that is written, drafts too."""
    return database.raw.total_changes


def prove(copy: Copy, key: bytes | None = None) -> Seen:
    """Open a copy and hold it against its paper.

    An encrypted one whose key is not at hand is held against the hash on its paper, byte for byte: that is
    what was opened and counted when it was made.

    Raises:
        FileDamaged: its bytes, its structure or its rows are not those that were put on the shelf.
        FileMissing, ReadOnly, DeviceFailed: it cannot be read.
    """
    with told_of(copy.path):
        if copy.paper is not None and atomic.sha256_of(copy.path) != copy.paper.sha256:
            raise FileDamaged(copy.path)
    if key is None and sealed(copy.path):
        return _by_paper(copy)
    found = _proven(copy.path, key)
    if copy.paper is not None and (found.digest, found.contents) != (copy.paper.digest, copy.paper.contents):
        raise FileDamaged(copy.path)
    return found


def second(copy: Copy, folder: Path) -> Copy:
    """Put a proven copy on another shelf as well, read back byte for byte, with its paper."""
    target = folder / copy.path.name
    with told_of(folder):
        if not folder.parent.is_dir():
            raise FileMissing(folder.parent)
        folder.mkdir(exist_ok=True)
        atomic.copy_file(copy.path, target)
        if copy.paper is not None:
            write_paper(target, copy.paper)
    return Copy(target, copy.paper)


def form_of(path: Path) -> int:
    """Return the form that a closed file's header says, 0 where it is no file of ours."""
    try:
        with path.open("rb") as stream:
            header = stream.read(72)
    except OSError:
        return 0
    ours = int.from_bytes(header[68:72], "big") == APPLICATION_ID
    return int.from_bytes(header[60:64], "big") if ours else 0


def staged(source: Path, temporary: Path, key: bytes | None = None) -> Seen:
    """Copy a candidate for restoring to a place beside its target and prove it there; return what it holds.

    A write that was cut off in it is put right in the copy: its journal goes with it.
    """
    with told_of(source):
        shutil.copyfile(source, temporary)
        journal = beside_journal(source)
        if os.path.exists(journal):  # noqa: PTH110 - False, where Path would raise, for a name too long
            shutil.copyfile(journal, beside_journal(temporary))
            with told(source), closing(connect(temporary, _key_for(source, key))) as raw:
                raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    try:
        if key is None and sealed(source):
            return _by_paper(Copy(source, read_paper(source)))
        return _proven(temporary, key)
    except FileTooNew as problem:
        raise FileTooNew(source, problem.found, problem.known) from problem
    except FileProblem as problem:
        raise type(problem)(source) from problem
    finally:
        beside_journal(temporary).unlink(missing_ok=True)


def thin(folder: Path, now: datetime) -> tuple[Copy, ...]:
    """Take off a shelf what the rule lets go; return that. Copies without a paper are left alone."""
    papers = [copy for copy in copies(folder) if copy.paper is not None]
    safe = kept([copy.paper.stamp for copy in papers if copy.paper is not None], now)
    gone = tuple(copy for copy in papers if copy.paper is not None and copy.paper.number not in safe)
    with told_of(folder):
        for copy in gone:
            remove(copy)
    return gone


def _make(
    raw: sqlite3.Connection, source: Path, folder: Path, reason: Reason, made: datetime, key: bytes | None
) -> Copy:
    """Check the source, copy it, prove the copy, then write its paper."""
    with told(source):
        if raw.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise FileDamaged(source)
        before = seen(raw, source)
    with told_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
        number, path = next_name(folder, made, reason)
        with atomic.beside(path) as temporary:
            _copy(raw, temporary, source, key)
            if _proven(temporary, key) != before:
                raise FileDamaged(path)
            sha256, size = atomic.sha256_of(temporary), temporary.stat().st_size
        if atomic.sha256_of(path) != sha256:
            path.unlink()
            raise FileDamaged(path)
        paper = Paper(
            number, sha256, size, made, reason, str(source), before.form, before.contents, before.digest,
            before.settled, before.head, before.proofs, ring_in(raw) if key is not None else None,
        )  # fmt: skip
        write_paper(path, paper)
    return Copy(path, read_paper(path))


def ring_in(raw: sqlite3.Connection) -> Ring:
    """Return the ring of who can open a file, from its own accounts."""
    people = dict(raw.execute("SELECT name, wrapped FROM account WHERE active = 1 ORDER BY id").fetchall())
    row = raw.execute("SELECT wrapped FROM recovery").fetchone()
    return Ring(people, str(row[0]) if row else "")


def _copy(raw: sqlite3.Connection, temporary: Path, source: Path, key: bytes | None) -> None:
    """Copy page by page. The copy needs no journal: it is not in its place before it is whole."""
    with told(temporary), closing(connect(temporary, key)) as target:
        target.execute("PRAGMA journal_mode = OFF")
        raw.backup(target)
    if temporary.stat().st_size == 0:
        raise FileDamaged(source)


def sealed(path: Path) -> bool:
    """Tell whether a closed file of ours is encrypted; a file that cannot be read is not."""
    try:
        with path.open("rb") as stream:
            return form_of(path) > 0 and is_sealed(stream.read(100))
    except OSError:
        return False


def _key_for(path: Path, key: bytes | None) -> bytes | None:
    """Return the key that a file needs: none for a plain one. FileSealed where it is lacking."""
    if not sealed(path):
        return None
    if key is None:
        raise FileSealed(path)
    return key


def _by_paper(copy: Copy) -> Seen:
    """Return what the paper of an encrypted copy says; nothing is known of one without a paper."""
    paper = copy.paper
    if paper is None:
        return Seen(form_of(copy.path), Contents(), "", {}, Head())
    return Seen(paper.form, paper.contents, paper.digest, paper.settled, paper.head, paper.proofs)


def _proven(path: Path, key: bytes | None = None) -> Seen:
    """Open a file without touching it, check its whole structure, and return what stands in it."""
    used = _key_for(path, key)
    address = f"file:{quote(path.as_posix())}?mode=ro&immutable=1"
    with told(path), closing(connect(address, used, uri=True)) as raw:
        raw.execute("PRAGMA cell_size_check = ON")
        _check_ours(raw, path)
        if _is_cut(raw, path) or raw.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise FileDamaged(path)
        return seen(raw, path)


def _is_cut(raw: sqlite3.Connection, path: Path) -> bool:
    """Tell whether the file's length is not what its header says: SQLite reads a lost end as zeros."""
    names = ("page_count", "page_size")
    pages, width = (int(raw.execute(f"PRAGMA {name}").fetchone()[0]) for name in names)
    return bool(path.stat().st_size != pages * width)


def _check_ours(raw: sqlite3.Connection, path: Path) -> None:
    """Refuse another program's database, and one of a newer program than this."""
    if raw.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise NotOurFile(path)
    form = raw.execute("PRAGMA user_version").fetchone()[0]
    if form > NEWEST_FORM:
        raise FileTooNew(path, form, NEWEST_FORM)
