"""Safety copies by themselves: while the file is open, when it closes, before what could go wrong.

A copy that could not be made never stops the work and never passes in silence: it comes back as a trouble,
told once for as long as it lasts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.domain import backup_rules
from ita_desktop.domain.backup_rules import Reason
from ita_desktop.domain.file_rules import Finding, FindingKind
from ita_desktop.domain.problems import FileDamaged, FileMissing, FileProblem
from ita_desktop.models import backup, backup_files, history_store, integrity
from ita_desktop.models.migrations import NEWEST_FORM
from ita_desktop.services import proof_copies, workspace
from ita_desktop.services.drill import Drill, read_drill, write_drill
from ita_desktop.support import atomic
from ita_desktop.support.drives import Drive, drive_of
from ita_desktop.support.paths import backup_folder, settings_folder
from ita_desktop.support.write_errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ita_desktop.domain.chain import Head
    from ita_desktop.models.backup_files import Copy
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.workspace import Workspace

MARKER = "open"


@dataclass(frozen=True, slots=True)
class Places:
    """Where copies go: the computer's own folder, and another disk or a stick if one was chosen."""

    first: Path
    second: Path | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of an order to make a copy: the copy if one was made, and what has to be told of it."""

    copy: Copy | None = None
    troubles: tuple[FileProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Safety:
    """How safe the file is: the newest copy, the last drill, and the troubles that last."""

    newest: Copy | None
    drill: Drill | None
    troubles: tuple[FileProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """What was seen at opening: whether the program ended uncleanly before, what a check then found, where.

    A file on a stick or a share is told of: the one can be pulled out, the other keeps no locks for sure.
    """

    unclean: bool
    findings: tuple[Finding, ...] = ()
    drive: Drive = Drive.LOCAL


def _choice() -> Path:
    """Where the choice of a second place is kept."""
    return settings_folder() / "safekeeping.json"


def places() -> Places:
    """Return the places of this computer."""
    try:
        chosen = json.loads(_choice().read_text("utf-8"))["second"]
    except (OSError, ValueError, KeyError, TypeError):
        chosen = None
    return Places(backup_folder(), Path(chosen) if isinstance(chosen, str) else None)


def choose_second(folder: Path | None) -> None:
    """Keep the choice of a second place, or that there is none."""
    text = json.dumps({"second": str(folder) if folder is not None else None}, ensure_ascii=False)
    with backup_files.told_of(_choice()):
        atomic.write_bytes(_choice(), text.encode("utf-8"))


class Keeper:
    """Keeps an open office file safe. Used from the thread of its workspace."""

    def __init__(self, opened: Workspace, now: Callable[[], datetime], where: Places | None = None) -> None:
        """Watch over an open file; `now` is the clock."""
        self._workspace = opened
        self._database = opened.session.database
        self._now = now
        self._places = where or places()
        self._shelf = backup_files.shelf(self._places.first, opened.path)
        self._rows = backup.changed_rows(self._database)
        self._last: datetime | None = now()
        self._lasting: dict[tuple[type[FileProblem], Path], FileProblem] = {}
        self._untold: tuple[FileProblem, ...] = ()
        opened.session.before_import = self._before_import

    @property
    def shelf(self) -> Path:
        """Where this file's copies lie."""
        return self._shelf

    def take_places(self, where: Places) -> None:
        """Use another second place from now on."""
        self._places = where

    def begin(self) -> Opened:
        """Note that the file is open; if it was never closed before, look for what that may have left."""
        marker = self._shelf / MARKER
        unclean = marker.exists()
        findings = self.check(whole=False) if unclean else self._altered()
        try:
            self._shelf.mkdir(parents=True, exist_ok=True)
            atomic.write_bytes(marker, self._now().isoformat().encode("ascii"))
        except (OSError, WriteError):
            pass  # a full disk is told by the copy that is due
        return Opened(unclean, findings, drive_of(self._workspace.path))

    def check(self, *, whole: bool = True) -> tuple[Finding, ...]:
        """Return what is wrong with the file; hold its history against the newest copy's paper too."""
        with self._database.reading() as transaction:  # before anyone is signed in, too
            found = integrity.full(transaction) if whole else integrity.quick(transaction)
            found = (*found, *self._rewritten(transaction))
        return (*found, *self._altered())

    def head(self) -> Head:
        """Return the end of the history's chain, to be written down elsewhere and compared one day."""
        with self._database.reading() as transaction:
            return history_store.head(transaction)

    def interval(self) -> Kept:
        """Make a copy if half an hour is over and anything was written since the last."""
        if self._untold:
            told, self._untold = self._untold, ()
            return Kept(None, told)
        if not backup_rules.due(self._last, self._now()):
            return Kept()
        if backup.changed_rows(self._database) == self._rows:
            self._last = self._now()
            return Kept()
        return self.keep(Reason.INTERVAL)

    def keep(self, reason: Reason) -> Kept:
        """Make a copy now, whatever was or was not written."""
        try:
            copy = backup.make(self._database, self._shelf, reason, self._now())
            hashes = copy.paper.proofs if copy.paper is not None else ()
            troubles = proof_copies.keep(self._workspace.path, self._shelf, hashes)
            backup.thin(self._shelf, self._now())
            proof_copies.thin(self._shelf)
        except FileProblem as problem:
            return Kept(None, self._told((problem,)))
        self._rows, self._last = backup.changed_rows(self._database), self._now()
        return Kept(copy, self._told((*troubles, *self._seconded(copy))))

    def _before_import(self) -> None:
        """Make a copy before anything is taken in; what stands against it is told at the next look."""
        self._untold = self.keep(Reason.IMPORT).troubles

    def end(self) -> Kept:
        """Make a copy on closing unless the newest holds the same; then note that the end was clean."""
        try:
            return Kept() if self._same_as_newest() else self.keep(Reason.CLOSING)
        except FileProblem as problem:
            return Kept(None, self._told((problem,)))
        finally:
            (self._shelf / MARKER).unlink(missing_ok=True)

    def drill_if_due(self) -> Drill | None:
        """Try the newest copy if it was not tried for a week; None if it was."""
        last = read_drill(self._shelf)
        return self.drill() if backup_rules.drill_due(last.at if last else None, self._now()) else None

    def drill(self) -> Drill | None:
        """Open the newest copy, count it, hold it against its paper; None where there is no copy yet."""
        found = backup_files.copies(self._shelf)
        if not found:
            return None
        try:
            contents = backup.prove(found[0], self._database.key).contents
            people = contents.internal + contents.external
            tried = Drill(self._now(), found[0].path.name, sound=True, forms=contents.forms, people=people)
        except FileProblem:
            tried = Drill(self._now(), found[0].path.name, sound=False)
        write_drill(self._shelf, tried)
        return tried

    def safety(self) -> Safety:
        """Return how safe the file is, for the overview."""
        newest = next(iter(backup_files.copies(self._shelf)), None)
        return Safety(newest, read_drill(self._shelf), tuple(self._lasting.values()))

    def _same_as_newest(self) -> bool:
        """Whether the newest copy holds the very rows of the file."""
        newest = next(iter(backup_files.copies(self._shelf)), None)
        if newest is None or newest.paper is None or not newest.path.exists():
            return False
        return newest.paper.digest == backup.look(self._database).digest

    def _seconded(self, copy: Copy) -> tuple[FileProblem, ...]:
        """Put the copy in the second place as well; return what stood against it."""
        if self._places.second is None:
            return ()
        folder = backup_files.shelf(self._places.second, self._workspace.path)
        try:
            backup.second(copy, folder)
            hashes = copy.paper.proofs if copy.paper is not None else ()
            troubles = proof_copies.second(self._shelf, folder, hashes)
            backup.thin(folder, self._now())
            proof_copies.thin(folder)
        except FileProblem as problem:
            return (problem,)
        return troubles

    def _told(self, troubles: tuple[FileProblem, ...]) -> tuple[FileProblem, ...]:
        """Return those not told before; what is over is forgotten, and told anew if it returns."""
        now = {(type(problem), problem.path): problem for problem in troubles}
        fresh = tuple(problem for key, problem in now.items() if key not in self._lasting)
        self._lasting = now
        return fresh

    def _altered(self) -> tuple[Finding, ...]:
        """Tables that differ from the newest copy though the history has not moved: a disk that rots."""
        papers = [copy.paper for copy in backup_files.copies(self._shelf) if copy.paper is not None]
        if not papers:
            return ()
        try:
            seen, paper = backup.look(self._database), papers[0]
        except FileProblem:
            return (Finding(FindingKind.STRUCTURE, "office"),)
        if (seen.head, seen.form) != (paper.head, paper.form):
            return ()
        differing = sorted(name for name in seen.settled if seen.settled[name] != paper.settled.get(name))
        return tuple(Finding(FindingKind.ALTERED, name) for name in differing)

    def _rewritten(self, transaction: Transaction) -> tuple[Finding, ...]:
        """Whether the history still has the line that the newest copy's paper names, with its seal."""
        papers = [copy.paper for copy in backup_files.copies(self._shelf) if copy.paper is not None]
        if papers and not history_store.holds(transaction, papers[0].head):
            return (Finding(FindingKind.REWRITTEN, str(papers[0].head.number)),)
        return ()


def safety_of(path: Path, where: Places | None = None) -> Safety:
    """Return how safe an office file is, from its shelf alone."""
    folder = backup_files.shelf((where or places()).first, path)
    return Safety(next(iter(backup_files.copies(folder)), None), read_drill(folder))


def copy_into(opened: Workspace, folder: Path, now: datetime) -> Copy:
    """Make one copy of an open file, proofs included, in a folder of the user's choice.

    FileMissing without the folder; what stood against a proof, the copy itself being there.
    """
    if not folder.is_dir():
        raise FileMissing(folder)
    copy = backup.make(opened.session.database, folder, Reason.ASKED, now)
    hashes = copy.paper.proofs if copy.paper is not None else ()
    for trouble in proof_copies.keep(opened.path, folder, hashes):
        raise trouble
    return copy


def open_file(
    path: Path, now: Callable[[], datetime], where: Places | None = None, key: bytes | None = None
) -> Workspace:
    """Open an office file; one of an older form is put on its shelf before it is brought up to date.

    Raises the problems of `workspace.open_file`, and those of a shelf that cannot take the copy: then the
    file is not touched at all.
    """
    if 0 < backup.form_of(path) < NEWEST_FORM:
        shelf = backup_files.shelf((where or places()).first, path)
        backup.make_of_closed(path, shelf, Reason.MIGRATION, now(), key)
    try:
        return workspace.open_file(path, now, key)
    except integrity.UNREADABLE as error:
        raise FileDamaged(path) from error
