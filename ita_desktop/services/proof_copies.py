"""The files of the proofs beside the safety copies: a store on each shelf, under their hash, each kept once.

Copied, not linked: a hard link on the same disk costs nothing and is spoiled together with what it copies.
Only what is new is copied, so that a shelf with a year of copies holds each proof once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.problems import FileDamaged, FileProblem
from ita_desktop.models import backup_files
from ita_desktop.support import atomic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

STORE = "proofs"


def evidence_folder(office: Path) -> Path:
    """Return the folder of proofs beside an office file."""
    return office.with_name(f"{office.name}-files")


def keep(office: Path, shelf: Path, hashes: Iterable[str]) -> tuple[FileProblem, ...]:
    """Copy the proofs that a shelf has not got yet, each read back; return what stood against it.

    A proof that is missing beside the office file is the check's to tell, not the copy's.
    """
    return _copied(evidence_folder(office), shelf / STORE, hashes)


def bring_back(candidate: Path, office: Path, hashes: Iterable[str]) -> tuple[FileProblem, ...]:
    """Put the proofs of a restored file beside it again, from the store beside its copy."""
    return _copied(candidate.parent / STORE, evidence_folder(office), hashes)


def second(shelf: Path, folder: Path, hashes: Iterable[str]) -> tuple[FileProblem, ...]:
    """Put a shelf's proofs on another shelf as well."""
    return _copied(shelf / STORE, folder / STORE, hashes)


def missing(office: Path, hashes: Iterable[str]) -> tuple[str, ...]:
    """Return the hashes that have no file beside an office file."""
    there = _files(evidence_folder(office))
    return tuple(each for each in hashes if each not in there)


def thin(shelf: Path) -> None:
    """Take proofs out of the store that no copy on the shelf names any more.

    A copy without a readable paper may need any of them: then all stay.
    """
    found = backup_files.copies(shelf)
    papers = [copy.paper for copy in found if copy.paper is not None]
    if not found or len(papers) < len(found):
        return
    needed = {each for paper in papers for each in paper.proofs}
    with backup_files.told_of(shelf):
        for sha256, path in _files(shelf / STORE).items():
            if sha256 not in needed:
                path.unlink(missing_ok=True)


def _copied(source: Path, target: Path, hashes: Iterable[str]) -> tuple[FileProblem, ...]:
    """Copy what the target has not got; stop at the first thing that stands against it, and return that."""
    known, there = _files(target), _files(source)
    try:
        for each in hashes:
            if each in there and each not in known:
                _copy(there[each], target / each[:2] / there[each].name, each)
    except FileProblem as problem:
        return (problem,)
    return ()


def _copy(source: Path, target: Path, sha256: str) -> None:
    """Copy one file; FileDamaged if its bytes are not those that its name says: a copy would hide that."""
    with backup_files.told_of(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    with backup_files.told_of(source):
        if atomic.sha256_of(source) != sha256:
            raise FileDamaged(source)
    with backup_files.told_of(target):
        atomic.copy_file(source, target)


def _files(folder: Path) -> dict[str, Path]:
    """Return the files in a store by their hash; none where there is no store or it cannot be read."""
    try:
        return {path.stem: path for path in _walk(folder)}
    except OSError:
        return {}


def _walk(folder: Path) -> Iterator[Path]:
    """Walk the two-letter folders of a store."""
    for inner in folder.iterdir():
        if len(inner.name) == 2 and inner.is_dir():  # noqa: PLR2004 - as EvidenceFolder names them
            yield from (path for path in inner.iterdir() if path.is_file() and not path.name.startswith("."))
