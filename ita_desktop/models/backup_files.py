"""The shelf of an office file's safety copies: a folder of numbered files, each with its paper beside it.

The paper (JSON) says what the copy is: its SHA-256, when and why it was made, what it holds in counts, and
the end of the history's chain. A copy without a readable paper is still listed: somebody's own copy is better
than none.
"""

from __future__ import annotations

import hashlib
import json
import re
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ita_desktop.domain import problems
from ita_desktop.domain.backup_rules import Reason, Stamp
from ita_desktop.domain.chain import Head
from ita_desktop.models.file_key import Ring, ring_of
from ita_desktop.support import atomic, write_errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIX, PAPER_SUFFIX = ".ita", ".json"
NAME = re.compile(r"(\d{6})-(\d{8}T\d{6})Z-([a-z-]+)\.ita")
STEM_BYTES = 60
"""Of the office file's own name in the shelf's: Thai letters take three bytes, and a name has 255."""

_PROBLEMS: dict[type[write_errors.WriteError], type[problems.FileProblem]] = {
    write_errors.DiskFullError: problems.DiskFull,
    write_errors.NotAllowedError: problems.ReadOnly,
    write_errors.NameNotPossibleError: problems.ReadOnly,
    write_errors.PlaceMissingError: problems.FileMissing,
    write_errors.InUseError: problems.FileInUse,
}


@dataclass(frozen=True, slots=True)
class Contents:
    """What an office file holds, in counts that a person can compare with what he remembers."""

    office: str = ""
    years: tuple[int, ...] = ()
    internal: int = 0
    external: int = 0
    forms: int = 0
    items: int = 0
    measures: int = 0
    history: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """What is known of a copy. `digest` is of all rows, `settled` by table (models.backup_seen).

    `proofs`: the hashes of the files that it needs from the shelf's store; none in papers of older programs.
    `ring`: who can open an encrypted copy (models.file_key); a copy without its ring would be lost.
    """

    number: int
    sha256: str
    size: int
    made: datetime
    reason: Reason
    source: str
    form: int
    contents: Contents
    digest: str
    settled: dict[str, str]
    head: Head
    proofs: tuple[str, ...] = ()
    ring: Ring | None = None

    @property
    def stamp(self) -> Stamp:
        """The copy as the rule of rotation sees it."""
        return Stamp(self.number, self.made)


@dataclass(frozen=True, slots=True)
class Copy:
    """A safety copy: its file, and its paper if that can be read."""

    path: Path
    paper: Paper | None = None


def shelf(root: Path, source: Path) -> Path:
    """Return the folder for the copies of an office file.

    Its name has the file's own, for people, and a hash of the whole path: two files may be named alike.
    """
    place = str(source.absolute())
    stem = source.stem.encode("utf-8")[:STEM_BYTES].decode("utf-8", "ignore").strip(" .")
    return root / f"{stem}-{hashlib.sha256(place.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"


def copies(folder: Path) -> tuple[Copy, ...]:
    """Return the copies on a shelf, newest first; none where there is no shelf or it cannot be read."""
    try:
        found = [path for path in folder.iterdir() if NAME.fullmatch(path.name)]
    except OSError:
        return ()
    return tuple(Copy(path, read_paper(path)) for path in sorted(found, key=_number, reverse=True))


def next_name(folder: Path, made: datetime, reason: Reason) -> tuple[int, Path]:
    """Return the next number and the file that the copy is to be.

    Numbers only grow, whatever the clock does; the hour in the name is that of Greenwich, for people only.
    """
    number = max((_number(copy.path) for copy in copies(folder)), default=0) + 1
    moment = f"{made.astimezone(UTC):%Y%m%dT%H%M%S}"
    return number, folder / f"{number:06}-{moment}Z-{reason.value}{SUFFIX}"


def _number(path: Path) -> int:
    """The number in a copy's name."""
    return int(path.name[:6])


def write_paper(path: Path, paper: Paper) -> None:
    """Put a copy's paper beside it."""
    kept = asdict(paper) | {"made": paper.made.isoformat(), "reason": paper.reason.value}
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    atomic.write_bytes(path.with_suffix(PAPER_SUFFIX), text.encode("utf-8"), read_back=True)


def read_paper(path: Path) -> Paper | None:
    """Return the paper of a copy, or None if it is missing or makes no sense."""
    try:
        kept: dict[str, Any] = json.loads(path.with_suffix(PAPER_SUFFIX).read_text("utf-8"))
        contents = dict(kept.pop("contents"))
        contents["years"] = tuple(contents["years"])
        made, reason, head = kept.pop("made"), kept.pop("reason"), kept.pop("head")
        proofs, ring = tuple(kept.pop("proofs", ())), ring_of(kept.pop("ring", None))
        return Paper(
            **kept,
            made=datetime.fromisoformat(made),
            reason=Reason(reason),
            head=Head(**head),
            contents=Contents(**contents),
            proofs=proofs,
            ring=ring,
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def beside_journal(path: Path) -> Path:
    """Return where SQLite keeps the journal of a file."""
    return path.with_name(f"{path.name}-journal")


def remove(copy: Copy) -> None:
    """Take a copy off the shelf, its paper last: a paper without a copy is harmless, the reverse is not."""
    copy.path.unlink(missing_ok=True)
    copy.path.with_suffix(PAPER_SUFFIX).unlink(missing_ok=True)


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Turn what the disk refuses within a block into a problem about `path`."""
    try:
        yield
    except write_errors.WriteError as error:
        raise _PROBLEMS.get(type(error), problems.DeviceFailed)(path) from error
    except OSError as error:
        kind = type(write_errors.write_error(error, path))
        raise _PROBLEMS.get(kind, problems.DeviceFailed)(path) from error
