"""P9: going back to a copy works when the file does not open, and can itself be undone."""

from __future__ import annotations

import random
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.backup_rules import Reason
from ita_desktop.domain.problems import (
    DiskFull,
    FileDamaged,
    FileExists,
    FileInUse,
    FileMissing,
    FileProblem,
    NotOurFile,
)
from ita_desktop.models import backup_files
from ita_desktop.services import restoring, workspace
from ita_desktop.services.restoring import Source
from ita_desktop.support import atomic, write_errors
from tests.helpers.offices import NOW
from tests.reliability.conftest import key_form

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.safekeeping import Keeper, Places
    from ita_desktop.services.workspace import Workspace


@pytest.fixture
def closed(keeper: Keeper, office: Workspace) -> Path:
    """An office file with a copy of two forms on its shelf and a third form since; closed."""
    keeper.keep(Reason.CLOSING)
    key_form(office)
    office.close()
    return office.path


def forms_in(path: Path) -> int:
    """How many IIT forms an office file holds."""
    opened = workspace.open_file(path, lambda: NOW)
    try:
        return next(part.respondents for part in opened.entry.parts() if part.part.code == "IIT")
    finally:
        opened.close()


def newest(path: Path, shelves: Places) -> Path:
    """The newest copy of a file."""
    return restoring.choices(path, shelves)[0].copy.path


def test_the_list_says_when_and_what(closed: Path, shelves: Places) -> None:
    """A person chooses by date and counts; the same copy in both places is one line."""
    (choice,) = restoring.choices(closed, shelves)
    assert (choice.source, choice.made, choice.reason) == (Source.COMPUTER, NOW, Reason.CLOSING)
    assert choice.contents is not None
    assert (choice.contents.office, choice.contents.forms) == ("เทศบาลตำบลตัวอย่าง", 2)
    assert restoring.files_with_copies(shelves) == (closed,)


def test_the_second_place_serves_when_the_first_is_gone(closed: Path, shelves: Places) -> None:
    """The disk died; the stick has it."""
    shutil.rmtree(shelves.first)
    closed.unlink()
    (choice,) = restoring.choices(closed, shelves)
    assert choice.source is Source.SECOND
    assert restoring.restore(choice.copy.path, closed, NOW, shelves).kept is None
    assert forms_in(closed) == 2


def test_going_back_and_going_back_again_gives_the_same_bytes(closed: Path, shelves: Places) -> None:
    """What was there before stands in the list and comes back."""
    before = closed.read_bytes()
    done = restoring.restore(newest(closed, shelves), closed, NOW, shelves)
    assert forms_in(closed) == 2
    assert done.kept is not None
    assert done.kept.name == f"ทดสอบ.before-restore-{NOW:%Y%m%d-%H%M%S}.ita"
    beside = [each for each in restoring.choices(closed, shelves) if each.source is Source.BESIDE]
    assert [each.copy.path for each in beside] == [done.kept]
    assert beside[0].contents is not None
    assert beside[0].contents.forms == 3
    restoring.restore(done.kept, closed, NOW, shelves)
    assert closed.read_bytes() == before


def test_the_file_before_is_on_the_shelf_as_well(closed: Path, shelves: Places) -> None:
    """Sound as it was, it is a copy like any other."""
    restoring.restore(newest(closed, shelves), closed, NOW, shelves)
    first = restoring.choices(closed, shelves)[0]
    assert (first.reason, first.contents.forms if first.contents else 0) == (Reason.RESTORE, 3)


@pytest.mark.parametrize("wreck", ["empty", "cut", "noise", "gone", "text"])
def test_a_file_that_does_not_open_is_restored_and_kept_as_it_is(
    closed: Path, shelves: Places, wreck: str
) -> None:
    """Whatever became of it: its bytes are kept beside, the copy takes its place."""
    whole = closed.read_bytes()
    wrecks = {
        "empty": b"",
        "cut": whole[:5000],
        "noise": whole[:100] + random.Random(1).randbytes(len(whole) - 100),  # noqa: S311 - repeatable
        "text": "ไม่ใช่แฟ้ม".encode(),
    }
    if wreck == "gone":
        closed.unlink()
    else:
        closed.write_bytes(wrecks[wreck])
        with pytest.raises(FileProblem):
            workspace.open_file(closed, lambda: NOW)
    done = restoring.restore(newest(closed, shelves), closed, NOW, shelves)
    assert forms_in(closed) == 2
    if wreck == "gone":
        assert done.kept is None
    else:
        assert done.kept is not None
        assert done.kept.read_bytes() == wrecks[wreck]


def test_the_journal_of_the_old_file_never_reaches_the_restored_one(closed: Path, shelves: Places) -> None:
    """Left beside a broken file it would be played into the good one: it goes with the broken."""
    closed.write_bytes(b"broken")
    journal = closed.with_name(f"{closed.name}-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    done = restoring.restore(newest(closed, shelves), closed, NOW, shelves)
    assert not journal.exists()
    assert done.kept is not None
    assert done.kept.with_name(f"{done.kept.name}-journal").exists()
    assert forms_in(closed) == 2


def test_a_file_that_is_open_is_not_replaced(office: Workspace, keeper: Keeper, shelves: Places) -> None:
    """Another window has it: nothing is touched."""
    keeper.keep(Reason.ASKED)
    with pytest.raises(FileInUse):
        restoring.restore(newest(office.path, shelves), office.path, NOW, shelves)
    assert not list(office.path.parent.glob("*before-restore*"))
    assert office.check() == ()


def test_a_copy_that_is_not_sound_is_refused_and_nothing_changes(closed: Path, shelves: Places) -> None:
    """One bit in the copy: refused by its hash; the office file stays as it is."""
    copy, before = newest(closed, shelves), closed.read_bytes()
    content = bytearray(copy.read_bytes())
    content[-2000] ^= 4
    copy.write_bytes(content)
    with pytest.raises(FileDamaged):
        restoring.restore(copy, closed, NOW, shelves)
    assert closed.read_bytes() == before
    assert sorted(path.name for path in closed.parent.iterdir()) == [closed.name]


def test_what_is_no_copy_of_ours_is_refused(closed: Path, shelves: Places, tmp_path: Path) -> None:
    """A picture, a missing file, the very file itself."""
    picture = tmp_path / "รูป.ita"
    picture.write_bytes(b"\x89PNG" + bytes(9000))
    with pytest.raises(NotOurFile):
        restoring.restore(picture, closed, NOW, shelves)
    with pytest.raises(FileMissing):
        restoring.restore(tmp_path / "ไม่มี.ita", closed, NOW, shelves)
    with pytest.raises(FileExists):
        restoring.restore(closed, closed, NOW, shelves)
    assert forms_in(closed) == 3


def test_two_restores_in_one_second_keep_both(closed: Path, shelves: Places) -> None:
    """Names that are taken are numbered."""
    copy = newest(closed, shelves)
    kept = {restoring.restore(copy, closed, NOW, shelves).kept for _ in range(3)}
    assert len(kept) == 3


def test_a_name_as_long_as_the_disk_allows_is_restored_too(closed: Path, shelves: Places) -> None:
    """Thai letters take three bytes each: the kept name is cut, not refused."""
    copy = newest(closed, shelves)
    long = closed.with_name("ก" * 80 + ".ita")
    shutil.copyfile(closed, long)
    done = restoring.restore(copy, long, NOW, shelves)
    assert done.kept is not None
    assert done.kept.read_bytes() == closed.read_bytes()
    assert forms_in(long) == 2


def test_whichever_step_fails_the_present_file_stands(
    closed: Path, shelves: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails at the first flush, the second, …: until it gets through, the old file stands."""
    copy, before = newest(closed, shelves), closed.read_bytes()
    real, step, failed_at = atomic._flush, 0, 0

    def failing(path: Path) -> None:
        nonlocal step
        step += 1
        if step == failed_at:
            raise write_errors.DiskFullError(path)
        real(path)

    monkeypatch.setattr(atomic, "_flush", failing)
    for failed_at in range(1, 20):
        step = 0
        try:
            restoring.restore(copy, closed, NOW + timedelta(hours=failed_at), shelves)
        except DiskFull:
            assert closed.read_bytes() == before
        else:
            if closed.read_bytes() != before and step < failed_at:
                break
            closed.write_bytes(before)
    assert 3 < failed_at < 20
    assert forms_in(closed) == 2
    assert not list(closed.parent.glob(".ita-*"))
    assert backup_files.copies(backup_files.shelf(shelves.first, closed))
