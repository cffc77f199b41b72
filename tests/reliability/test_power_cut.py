"""P1 under a power cut, not only a kill: what was acknowledged is there, whatever the disk had not synced.

What this proves: SQLite with the settings of this program, and the commands of this program, ask for syncs in
an order that no loss, tearing or shuffling of unsynced writes can hurt. What it cannot: that a disk which
says "synced" has done so. Cheap sticks lie; that is why copies are read back.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from ita_desktop.services import workspace
from tests.helpers.offices import NOW, new_workspace
from tests.reliability.conftest import key_form
from tests.reliability.recorder import Disk, Recorder

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


def work(office: Workspace, turn: int) -> None:
    """Do one command: mostly keying, now and then an undo, a removal, a measure."""
    if turn % 7 == 3:
        office.undo()
    elif turn % 11 == 5:
        office.redo() if office.session.undo_log.next_redo else key_form(office)
    else:
        key_form(office)


def forms(office: Workspace) -> int:
    """How many IIT forms are in."""
    return next(part.respondents for part in office.entry.parts() if part.part.code == "IIT")


def recorded(folder: Path, transactions: int) -> tuple[Recorder, Disk, str]:
    """Work on an office under the recorder; return the record, and the disk as it was before."""
    new_workspace(folder).close()
    path = folder / "ทดสอบ.ita"
    disk = Disk(files={path.name: bytearray(path.read_bytes())})
    recorder = Recorder()
    with recorder.recording():
        office = workspace.open_file(path, lambda: NOW)
        for turn in range(transactions):
            work(office, turn)
            recorder.mark(f"{forms(office)} {len(office.settings.history())}")
        office.close()
    return recorder, disk, path.name


def check_cut(folder: Path, files: dict[str, bytes], name: str, said: str, coming: str) -> None:
    """Open what a cut left: the state is the one acknowledged last, or the next one, whole."""
    for old in folder.iterdir():
        old.unlink()
    for each, content in files.items():
        (folder / each).write_bytes(content)
    office = workspace.open_file(folder / name, lambda: NOW)
    try:
        assert f"{forms(office)} {len(office.settings.history())}" in (said, coming)
        assert office.check() == ()
    finally:
        office.close()


def check_cuts(folder: Path, transactions: int, cuts_per_step: int, every: int, seed: int) -> int:
    """Cut after each `every`-th order of the record; return how many cuts were opened."""
    recorder, disk, name = recorded(folder, transactions)
    assert sum(step.kind == "sync" for step in recorder.steps) >= 2 * transactions
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    sayings = [step.name for step in recorder.steps if step.kind == "said"]
    (place := folder / "หลังไฟดับ").mkdir()
    said, cuts, spoken = "0 1", 0, 0
    for number, step in enumerate(recorder.steps):
        disk.take(step)
        if step.kind == "said":
            said, spoken = step.name, spoken + 1
        if number % every == 0 or step.kind == "said":
            coming = sayings[spoken] if spoken < len(sayings) else said
            for _ in range(cuts_per_step):
                check_cut(place, disk.after_cut(chance), name, said, coming)
                cuts += 1
    return cuts


def test_no_cut_of_the_power_loses_an_acknowledged_change(empty_folder: Path) -> None:
    """A short run, cut after every third order to the disk and after each word to the user."""
    assert check_cuts(empty_folder, transactions=8, cuts_per_step=1, every=3, seed=1) > 50


@pytest.mark.long
def test_no_cut_in_1000_transactions_loses_an_acknowledged_change(empty_folder: Path) -> None:
    """The long form: cut after every fifth order, and wherever the program had just said so."""
    assert check_cuts(empty_folder, transactions=1000, cuts_per_step=1, every=5, seed=2) > 5_000


def test_the_recorder_sees_what_a_program_without_syncs_would_lose(empty_folder: Path) -> None:
    """The proof's own proof: with syncs taken out of the record, changes are lost or the file is torn."""
    recorder, disk, name = recorded(empty_folder, 6)
    for step in recorder.steps:
        if step.kind != "sync":
            disk.take(step)
    (place := empty_folder / "ไม่มี-sync").mkdir()
    last = [step.name for step in recorder.steps if step.kind == "said"][-1]
    chance, failures = random.Random(3), 0  # noqa: S311 - repeatable
    for _ in range(8):
        try:
            check_cut(place, disk.after_cut(chance), name, last, last)
        except Exception:  # noqa: BLE001 - any way of failing is what this looks for
            failures += 1
    assert failures > 0
