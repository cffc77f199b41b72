"""Going back to a safety copy: from a list with dates and contents, even where the office file does not open.

The candidate is copied beside the target and proven there; then the present file is kept under another name;
only then does the proven one take its place. Going back is undone by going back to what was kept.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.domain.backup_rules import Reason
from ita_desktop.domain.problems import FileExists, FileInUse, FileMissing, FileProblem
from ita_desktop.models import backup, backup_files
from ita_desktop.models.backup_files import Contents, Copy
from ita_desktop.models.file_key import ring_path, write_ring
from ita_desktop.services import proof_copies
from ita_desktop.services.safekeeping import Places, places
from ita_desktop.support import atomic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from ita_desktop.models.file_key import Ring


BEFORE_RESTORE = ".before-restore-"
NAME_BYTES = 255
TAIL_BYTES = len(f"{BEFORE_RESTORE}20250509-140200-9.ita-journal")


class Source(Enum):
    """Where a copy of the list lies."""

    COMPUTER = "computer"
    SECOND = "second-place"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the list: the copy, where it lies, and what a look at it said (None: it is not sound)."""

    copy: Copy
    source: Source
    contents: Contents | None
    made: datetime | None
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: the file that is there now, what it holds, and where the one before is kept.

    `missing`: how many of its proofs lie neither beside it nor in the store beside the copy.
    """

    path: Path
    contents: Contents
    kept: Path | None
    missing: int = 0
    troubles: tuple[FileProblem, ...] = ()


def files_with_copies(where: Places | None = None) -> tuple[Path, ...]:
    """Return the office files that have copies, the one copied last first; the files may be gone."""
    found: dict[Path, datetime] = {}
    for copy in _everywhere(where or places()):
        if copy.paper is not None:
            path = Path(copy.paper.source)
            found[path] = max(found.get(path, copy.paper.made), copy.paper.made)
    return tuple(sorted(found, key=lambda path: found[path], reverse=True))


def choices(path: Path, where: Places | None = None) -> tuple[Choice, ...]:
    """Return the copies of an office file, newest first, each once; the file itself need not be there."""
    where = where or places()
    shelves = [(Source.COMPUTER, where.first)]
    if where.second is not None:
        shelves.append((Source.SECOND, where.second))
    found, seen = [], set()
    for source, root in shelves:
        for copy in backup_files.copies(backup_files.shelf(root, path)):
            mark = copy.paper.sha256 if copy.paper is not None else copy.path
            if mark not in seen:
                seen.add(mark)
                found.append(_choice(copy, source))
    return (*found, *(_choice(copy, Source.BESIDE) for copy in _kept_beside(path)))


def restore(candidate: Path, target: Path, now: datetime, where: Places | None = None) -> Restored:
    """Put a copy in the place of an office file that nobody has open.

    Raises:
        FileDamaged, NotOurFile, FileTooNew, FileMissing: the candidate will not do; nothing was changed.
        FileInUse: the office file is open; nothing was changed.
        DiskFull, ReadOnly, DeviceFailed: the place refuses; the present file stands where it stood.
    """
    if not candidate.is_file():
        raise FileMissing(candidate)
    if target.exists() and candidate.samefile(target):
        raise FileExists(target)
    known = Copy(candidate, backup_files.read_paper(candidate))
    if known.paper is not None:
        backup.prove(known)
    with backup_files.told_of(target), atomic.beside(target) as temporary:
        seen = backup.staged(candidate, temporary)
        kept = _kept_aside(target, now, where or places()) if target.exists() else None
        # The old file's journal would be played into the new one.
        backup_files.beside_journal(target).unlink(missing_ok=True)
    if known.paper is not None and known.paper.ring is not None:
        put_ring(target, known.paper.ring)
    troubles = proof_copies.bring_back(candidate, target, seen.proofs)
    missing = proof_copies.missing(target, seen.proofs)
    return Restored(target, seen.contents, kept, len(missing), troubles)


def put_ring(target: Path, ring: Ring) -> None:
    """Put the ring of an encrypted file beside it: without one nobody could open it."""
    beside = ring_path(target)
    with backup_files.told_of(beside):
        write_ring(beside, ring)


def _kept_aside(target: Path, now: datetime, where: Places) -> Path:
    """Keep the present file under another name, with its journal if a write in it was cut off."""
    try:
        shelf = backup_files.shelf(where.first, target)
        backup.make_of_closed(target, shelf, Reason.RESTORE, now)
    except FileInUse:
        raise
    except FileProblem:
        pass  # it is broken, or the shelf is full: beside it, it is kept all the same
    kept = _free_name(target, now)
    atomic.copy_file(target, kept)
    journal = backup_files.beside_journal(target)
    if os.path.exists(journal):  # noqa: PTH110 - False, where Path would raise, for a name too long
        atomic.copy_file(journal, backup_files.beside_journal(kept))
    return kept


def _free_name(target: Path, now: datetime) -> Path:
    """Return `NAME.before-restore-<time>.ita`, numbered if taken, cut where a disk would refuse."""
    stem = target.stem.encode("utf-8")[: NAME_BYTES - TAIL_BYTES].decode("utf-8", "ignore")
    name = f"{stem}{BEFORE_RESTORE}{now:%Y%m%d-%H%M%S}"
    for number in range(1, 1000):
        path = target.with_name(f"{name}{f'-{number}' if number > 1 else ''}{target.suffix}")
        if not path.exists():
            return path
    raise FileExists(target)


def _choice(copy: Copy, source: Source) -> Choice:
    """Describe a copy from its paper, or, without one, from a look into it."""
    if copy.paper is not None:
        return Choice(copy, source, copy.paper.contents, copy.paper.made, copy.paper.reason)
    try:
        return Choice(copy, source, backup.prove(copy).contents, None, None)
    except FileProblem:
        return Choice(copy, source, None, None, None)


def _kept_beside(path: Path) -> tuple[Copy, ...]:
    """Return what earlier restoring kept beside the file, newest first."""
    start = f"{path.stem}{BEFORE_RESTORE}"
    try:
        found = [each for each in path.parent.iterdir() if each.name.startswith(start)]
    except OSError:
        return ()
    return tuple(Copy(each) for each in sorted(found, reverse=True) if each.suffix == path.suffix)


def _everywhere(where: Places) -> Iterator[Copy]:
    """Walk all shelves."""
    for root in filter(None, (where.first, where.second)):
        try:
            folders = [each for each in root.iterdir() if each.is_dir()]
        except OSError:
            continue
        for folder in folders:
            yield from backup_files.copies(folder)[:1]
