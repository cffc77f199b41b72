"""Promises of the proofs among the safety copies: each is kept once, comes back, none is missed unsaid."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.backup_rules import Reason
from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import FileDamaged
from ita_desktop.services import proof_copies, restoring, safekeeping, workspace
from ita_desktop.services.proof_copies import STORE, evidence_folder
from ita_desktop.services.safekeeping import Keeper, Places
from ita_desktop.support import drives
from ita_desktop.support.drives import Drive
from tests.helpers.offices import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


def add_proof(office: Workspace, folder: Path, words: str, code: str = "o2") -> None:
    """Give an item a file as proof."""
    source = folder / f"{words}.pdf"
    source.write_bytes(words.encode() * 100)
    office.checklist.evidence.add_file((code,), source)


def stored(shelf: Path) -> list[Path]:
    """The files in a shelf's store."""
    return sorted(path for path in (shelf / STORE).rglob("*") if path.is_file())


def test_a_copy_holds_the_proofs_and_holds_each_once(
    office: Workspace, keeper: Keeper, tmp_path: Path
) -> None:
    """The second copy brings the new one alone; the paper names both."""
    add_proof(office, tmp_path, "หนึ่ง")
    first = keeper.keep(Reason.ASKED)
    assert first.troubles == ()
    before = {path: path.stat().st_mtime_ns for path in stored(keeper.shelf)}
    assert len(before) == 1
    add_proof(office, tmp_path, "สอง", "o3")
    second = keeper.keep(Reason.ASKED).copy
    assert second is not None
    assert second.paper is not None
    assert len(second.paper.proofs) == 2
    assert len(stored(keeper.shelf)) == 2
    assert {path: path.stat().st_mtime_ns for path in before} == before
    for path in stored(keeper.shelf):
        kept = evidence_folder(office.path) / path.parent.name / path.name
        assert kept.read_bytes() == path.read_bytes()
        assert not kept.samefile(path)  # a link would be spoiled together with what it copies


def test_the_second_place_has_them_too(
    office: Workspace, keeper: Keeper, shelves: Places, tmp_path: Path
) -> None:
    """A stick that is carried home is the whole office."""
    add_proof(office, tmp_path, "หนึ่ง")
    keeper.keep(Reason.ASKED)
    assert shelves.second is not None
    assert [path.name for path in shelves.second.rglob("*.pdf")] == [
        path.name for path in stored(keeper.shelf)
    ]


def test_restoring_brings_the_proofs_back(office: Workspace, keeper: Keeper, tmp_path: Path) -> None:
    """File and folder are gone; both come back and the check finds nothing missing."""
    add_proof(office, tmp_path, "หนึ่ง")
    made = keeper.keep(Reason.ASKED).copy
    assert made is not None
    office.close()
    for path in evidence_folder(office.path).rglob("*.pdf"):
        path.unlink()
    office.path.unlink()
    done = restoring.restore(made.path, office.path, NOW)
    assert (done.missing, done.troubles) == (0, ())
    again = workspace.open_file(office.path, lambda: NOW)
    assert again.checklist.evidence.faults(whole=True) == ()
    again.close()


def test_what_cannot_be_brought_back_is_counted(office: Workspace, keeper: Keeper, tmp_path: Path) -> None:
    """A copy whose store was lost says how many proofs are missing."""
    add_proof(office, tmp_path, "หนึ่ง")
    made = keeper.keep(Reason.ASKED).copy
    assert made is not None
    for path in (*stored(keeper.shelf), *evidence_folder(office.path).rglob("*.pdf")):
        path.unlink()
    office.close()
    assert restoring.restore(made.path, office.path, NOW).missing == 1


def test_a_spoiled_proof_is_told_and_not_copied(office: Workspace, keeper: Keeper, tmp_path: Path) -> None:
    """A copy of wrong bytes would hide that the proof is lost."""
    add_proof(office, tmp_path, "หนึ่ง")
    spoiled = next(evidence_folder(office.path).rglob("*.pdf"))
    spoiled.write_bytes(b"x" * spoiled.stat().st_size)
    kept = keeper.keep(Reason.ASKED)
    assert kept.copy is not None
    assert [type(each) for each in kept.troubles] == [FileDamaged]
    assert stored(keeper.shelf) == []
    assert keeper.keep(Reason.ASKED).troubles == ()  # told once for as long as it is so


def test_a_proof_that_no_copy_needs_leaves_the_store(
    office: Workspace, keeper: Keeper, tmp_path: Path
) -> None:
    """Not before the last copy that names it is gone."""
    add_proof(office, tmp_path, "หนึ่ง")
    made = keeper.keep(Reason.ASKED).copy
    assert made is not None
    office.undo()
    keeper.keep(Reason.ASKED)
    assert len(stored(keeper.shelf)) == 1
    for path in (made.path, made.path.with_suffix(".json")):
        path.unlink()
    proof_copies.thin(keeper.shelf)
    assert stored(keeper.shelf) == []


def test_a_copy_is_made_before_anything_is_taken_in(office: Workspace, keeper: Keeper) -> None:
    """Before the first row; what stood against it is told at the next look."""
    with office.session.change(Action.IMPORTED, "oit 1"):
        newest = safekeeping.safety_of(office.path, keeper._places).newest
        assert newest is not None
        assert newest.paper is not None
        assert newest.paper.reason is Reason.IMPORT


def test_a_shelf_that_refuses_before_an_import_is_told_and_the_import_goes_on(
    office: Workspace, tmp_path: Path
) -> None:
    """No copy is no reason to stop the work, and no reason for silence."""
    nowhere = tmp_path / "เต็ม"
    nowhere.write_bytes(b"a file where the shelves should be")
    keeper = Keeper(office, lambda: NOW + timedelta(hours=1), Places(nowhere))
    with office.session.change(Action.IMPORTED, "oit 1"):
        pass
    assert keeper.interval().troubles
    assert not keeper.interval().troubles
    assert office.settings.history(1)[0].action is Action.IMPORTED


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/home/office/ปี.ita", Drive.LOCAL),
        ("/media/office/STICK/ปี.ita", Drive.REMOVABLE),
        ("/run/media/office/my stick/ปี.ita", Drive.REMOVABLE),
        ("/srv/share/งาน/ปี.ita", Drive.NETWORK),
        ("/srv/other/ปี.ita", Drive.LOCAL),
    ],
)
def test_a_stick_and_a_share_are_known(tmp_path: Path, path: str, drive: Drive) -> None:
    """By the longest mount that the file lies under."""
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/office/STICK vfat rw 0 0\n"
        "/dev/sdc1 /run/media/office/my\\040stick vfat rw 0 0\n//server/share /srv/share cifs rw 0 0\n"
    )
    assert drives.among(mounts, type(tmp_path)(path)) is drive
    assert drives.drive_of(tmp_path) is Drive.LOCAL
