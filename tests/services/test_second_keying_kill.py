"""P1 for the second keying: killed at any moment, not a press is lost but the last."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.domain.batches import Batch
from ita_desktop.domain.verification import SampleRule
from ita_desktop.models import verification_store
from ita_desktop.services import workspace
from tests.helpers.offices import NOW, new_workspace

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace

DRIVER = Path(__file__).with_name("second_keying_driver.py")
PART = "EIT1"


def office_with_forms(folder: Path, forms: int) -> int:
    """Make an office file with a batch of all 1, every form of it asked for again; return the batch."""
    office = new_workspace(folder)
    office.keying_figures.take_clerk("ก.")
    office.verification.put_rule(SampleRule(100, 1))
    batch = office.entry.open_batch(Batch(PART, 0)).key
    for _ in range(forms):
        form = office.entry.begin(PART)
        office.entry.finish(replace(form.draft, line="1" * len(form.form)))
    office.verification.draw(batch, 1)
    office.close()
    return batch


def killed(path: Path, batch: int, wanted: int) -> list[list[str]]:
    """Run the driver, kill it after `wanted` lines, return all whole lines that it acknowledged."""
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, str(DRIVER), str(path), str(batch)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(wanted)]
        process.kill()
        lines += process.stdout.readlines()
    return [line.split() for line in lines if line.endswith("\n")]


def check(office: Workspace, batch: int, acknowledged: list[list[str]]) -> None:
    """Hold the file against what was acknowledged."""
    with office.session.reading() as transaction:
        compared = verification_store.compared(transaction, batch)
        in_hand = verification_store.in_hand(transaction, batch)
    for kind, serial, line in acknowledged:
        if kind == "finished":
            assert compared[int(serial)].second == line
    if acknowledged and acknowledged[-1][0] != "finished":
        kind, serial, kept = acknowledged[-1]
        if int(serial) not in compared:
            assert in_hand is not None
            assert in_hand.serial == int(serial)
            now, hole = (in_hand.line, ".") if kind == "pressed" else (in_hand.states, ".?")
            assert all(one in hole or one == other for one, other in zip(kept, now, strict=True))
    assert office.check() == ()


def test_killing_the_program_loses_no_press_of_the_second_keying_but_the_last(empty_folder: Path) -> None:
    """Killed at five random moments, then keyed to the end: every difference is there."""
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    batch = office_with_forms(empty_folder, 12)
    path = empty_folder / "ทดสอบ.ita"
    for _ in range(5):
        acknowledged = killed(path, batch, chance.randrange(1, 40))
        office = workspace.open_file(path, lambda: NOW)
        check(office, batch, acknowledged)
        office.close()
    killed(path, batch, 10_000)
    office = workspace.open_file(path, lambda: NOW)
    expected = {
        (serial, place) for serial in range(1, 13) for place in range(14) if (serial + place) % 7 == 0
    }
    assert {(each.serial, each.place) for each in office.third_reading.disputes(batch)} == expected
    office.close()
