"""P1: what was acknowledged is there, even if the program dies that second."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from ita_desktop.models import conversion
from ita_desktop.models.file_key import new_key
from ita_desktop.services import workspace
from tests.helpers.offices import NOW, new_workspace
from tests.reliability.keying_driver import KEY

KEYING = Path(__file__).with_name("keying_driver.py")


def killed_while_keying(path: Path, wanted: int, key: bytes | None = None) -> list[str]:
    """Run the keying driver, kill it after `wanted` lines of what it acknowledged, return them all."""
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd()), KEY: (key or b"").hex()}
    with subprocess.Popen(
        [sys.executable, str(KEYING), str(path)], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(wanted)]
        process.kill()
        lines += process.stdout.readlines()
    return [line.strip() for line in lines if line.endswith("\n")]


def check_kills(folder: Path, kills: int, seed: int, key: bytes | None = None) -> None:
    """Kill at random moments; after each, every acknowledged form and key must be there."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    new_workspace(folder).close()
    path = folder / "ทดสอบ.ita"
    if key is not None:
        conversion.seal(path, key)
    for _ in range(kills):
        acknowledged = killed_while_keying(path, chance.randrange(1, 120), key)
        opened = workspace.open_file(path, lambda: NOW, key)
        try:
            _check(opened, acknowledged)
            assert opened.check() == ()
        finally:
            opened.close()


def _check(opened: workspace.Workspace, acknowledged: list[str]) -> None:
    """Hold the file against what the driver said was kept."""
    finished = [line.split()[1:] for line in acknowledged if line.startswith("finished")]
    for serial, answers in finished:
        assert opened.entry.find("IIT", int(serial)).line == answers
    last = acknowledged[-1].split()
    if last[0] == "kept":
        draft = opened.entry.begin("IIT").draft
        if draft.serial == int(last[1]):
            assert draft.line.startswith(last[2])
        else:
            assert opened.entry.find("IIT", int(last[1])).line.startswith(last[2])


def test_killing_the_program_loses_no_finished_form_and_no_key_but_the_last(empty_folder: Path) -> None:
    """A few random kills in every run of the suite."""
    check_kills(empty_folder, kills=6, seed=1)


def test_killing_the_program_loses_nothing_of_an_encrypted_file(empty_folder: Path) -> None:
    """The same promise where each page is encrypted, and the journal with it."""
    check_kills(empty_folder, kills=4, seed=3, key=new_key())


@pytest.mark.long
def test_killing_the_program_500_times_loses_nothing_of_an_encrypted_file(empty_folder: Path) -> None:
    """The long form of that."""
    check_kills(empty_folder, kills=500, seed=4, key=new_key())


@pytest.mark.long
def test_killing_the_program_500_times_loses_nothing(empty_folder: Path) -> None:
    """The long form of the same promise."""
    check_kills(empty_folder, kills=500, seed=2)
