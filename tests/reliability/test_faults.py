"""P4: a disk that is full or fails at any write costs the command, never the file or the copies."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.backup_rules import Reason
from ita_desktop.domain.problems import DeviceFailed, DiskFull, FileProblem, ReadOnly
from ita_desktop.models import backup, backup_files
from ita_desktop.services import restoring, safekeeping, workspace
from ita_desktop.services.safekeeping import Keeper, Places
from ita_desktop.support import atomic, clock
from tests.helpers.offices import NOW, new_workspace
from tests.reliability.conftest import key_form
from tests.reliability.recorder import Recorder, Step

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


class FailAt:
    """Refuses the `number`-th order to the disk with an SQLite error, and tells whether it came to that."""

    def __init__(self, number: int, code: int) -> None:
        self.number, self.code, self.seen = number, code, 0

    def __call__(self, _: Step) -> int:
        """Answer an order."""
        self.seen += 1
        return self.code if self.seen == self.number else 0


@pytest.mark.parametrize(
    ("code", "problem"), [(sqlite3.SQLITE_FULL, DiskFull), (sqlite3.SQLITE_IOERR, DeviceFailed)]
)
def test_an_error_at_any_write_of_the_file_takes_the_command_back(
    empty_folder: Path, code: int, problem: type[FileProblem]
) -> None:
    """The first write, the second, … of keying a form: told, the file as before, and the next try works.

    One order is different, as in every database: the last sync of all. Where it fails, the program cannot
    know whether the change will last; it says that it failed, and what is there is the whole change.
    """
    recorder = Recorder()
    new_workspace(empty_folder).close()
    path = empty_folder / "ทดสอบ.ita"
    failed, last_sync = 0, False
    with recorder.recording():
        office = workspace.open_file(path, lambda: NOW)
        before = backup.look(office.session.database)
        for number in range(1, 200):
            recorder.refuse = fault = FailAt(number, code)
            try:
                key_form(office)
            except problem:
                failed += 1
            finally:
                recorder.refuse = lambda _: 0
            if fault.seen < number:
                break
            after = backup.look(office.session.database)
            if after != before:
                assert after.contents.forms == before.contents.forms + 1
                assert not last_sync, "only the last order of all may leave the change in place"
                last_sync, before = True, after
        assert office.check() == ()
        key_form(office)
        office.close()
    opened = workspace.open_file(path, lambda: NOW)
    assert opened.check() == ()
    opened.close()
    assert failed >= 20


STEPS = ("_flush", "replace", "_flush_folder", "_sha256_from_disk")
ERRORS = ((errno.ENOSPC, DiskFull), (errno.EIO, DeviceFailed), (errno.EROFS, ReadOnly))


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("number", "problem"), ERRORS)
def test_an_error_at_any_step_of_a_copy_is_told_and_leaves_good_copies_only(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch, step: str, number: int, problem: type[FileProblem]
) -> None:
    """Flush, rename, flush of the folder, reading back; full, failing, read only; for each n-th."""
    keeper.keep(Reason.ASKED)
    real, calls, failures = getattr(atomic, step), 0, 0
    for failing in range(1, 10):
        calls = 0

        def disk(*arguments: object, failing: int = failing) -> object:
            nonlocal calls
            calls += 1
            if calls == failing:
                raise OSError(number, os.strerror(number))
            return real(*arguments)

        with monkeypatch.context() as broken:
            broken.setattr(atomic, step, disk)
            kept = keeper.keep(Reason.ASKED)
        if calls < failing:
            break
        failures += 1
        assert kept.copy is None or kept.troubles != () or keeper.safety().troubles != ()
        assert all(isinstance(trouble, problem) for trouble in kept.troubles)
        keeper._lasting.clear()
        sound = [copy for copy in backup_files.copies(keeper.shelf) if copy.paper is not None]
        assert sound
        assert all(backup.prove(copy) for copy in sound)
        assert not list(keeper.shelf.glob(".ita-*"))
    assert failures > 0


def test_a_read_only_shelf_is_told_and_the_work_goes_on(
    keeper: Keeper, office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An administrator took the right away: said once, keying goes on."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    with monkeypatch.context() as folder:
        folder.setattr("pathlib.Path.mkdir", refused)
        kept = keeper.keep(Reason.ASKED)
    assert [type(trouble) for trouble in kept.troubles] == [ReadOnly]
    key_form(office)
    assert keeper.keep(Reason.ASKED).copy is not None


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot change its zone in a program")
def test_a_changed_time_zone_changes_no_copy_and_no_day(
    office: Workspace, shelves: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clerk travels, or somebody sets the zone right: copies keep their moment and their order."""
    with clock.restored():
        clock.set_source(lambda: datetime(2025, 5, 9, 16, 30, tzinfo=UTC))
        keeper = Keeper(office, clock.now, shelves)
        try:
            for zone in ("Asia/Bangkok", "America/New_York", "Pacific/Kiritimati"):
                monkeypatch.setenv("TZ", zone)
                time.tzset()
                keeper.keep(Reason.ASKED)
        finally:
            monkeypatch.undo()
            time.tzset()
    papers = [copy.paper for copy in backup_files.copies(keeper.shelf)]
    assert [paper.number for paper in papers if paper] == [3, 2, 1]
    assert len({paper.made for paper in papers if paper}) == 1


@pytest.mark.parametrize("letters", ["ก", "๛", "ญฺ", "x"])
def test_a_path_of_250_characters_is_kept_safe(tmp_path: Path, letters: str, shelves: Places) -> None:
    """Deep Thai folders: created, copied, restored; or, past SQLite's 512 bytes on Linux, told at once."""
    folder = tmp_path
    while len(str(folder)) < 225:
        folder = folder / (letters * 20)[:20]
        folder.mkdir()
    if os.name != "nt" and len(os.fsencode(folder)) > 480:
        with pytest.raises(ReadOnly):
            new_workspace(folder)
        assert not list(folder.iterdir())
        while len(os.fsencode(folder)) > 480:
            folder = folder.parent
    office = new_workspace(folder)
    path = office.path
    keeper = Keeper(office, lambda: NOW, shelves)
    keeper.begin()
    copy = keeper.end().copy
    office.close()
    assert copy is not None
    path.write_bytes(b"")
    restoring.restore(copy.path, path, NOW, shelves)
    opened = safekeeping.open_file(path, lambda: NOW, shelves)
    assert opened.check() == ()
    opened.close()
