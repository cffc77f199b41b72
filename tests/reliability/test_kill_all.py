"""P1, P4, P5 together: killed while keying, importing, approving, copying or exporting."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.exchange.package_verify import verify_package
from ita_desktop.models import backup, backup_files
from ita_desktop.services import workspace
from tests.helpers.offices import NOW, new_workspace
from tests.reliability.office_driver import state

Killer = Callable[[Path, Path, int, int], "list[str]"]
OFFICES = 10
"""Files among which the kills of the long form are shared out: a year's history is not a decade's."""
DRIVER = Path(__file__).with_name("office_driver.py")


def killed(path: Path, folder: Path, seed: int, wanted: int) -> list[str]:
    """Run the driver, kill it some time after its `wanted`-th word; return the states it said it had kept."""
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    line = [sys.executable, str(DRIVER), str(path), str(folder), str(seed)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(wanted)]
        process.kill()
        said += process.stdout.readlines()
    return [each.strip().partition(" ")[2] for each in said if each.endswith("\n")]


class Nursery:
    """Forks drivers that have everything imported; as `killed`, a second faster."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
        self._process = subprocess.Popen(  # ended by `close`
            [sys.executable, str(DRIVER), "--nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def killed(self, path: Path, folder: Path, seed: int, wanted: int) -> list[str]:
        """Let a driver be born, kill it some time after its `wanted`-th word."""
        pipe = folder / f"words-{seed}"
        os.mkfifo(pipe)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{path}\t{folder}\t{seed}\t{pipe}\n")
        self._process.stdin.flush()
        child = int(self._process.stdout.readline())
        with pipe.open(encoding="utf-8") as words:
            said = [words.readline() for _ in range(wanted)]
            os.kill(child, signal.SIGKILL)
            said += words.readlines()
        pipe.unlink()
        return [each.strip().partition(" ")[2] for each in said if each.endswith("\n")]

    def close(self) -> None:
        """End the nursery."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


def check_kills(folder: Path, kills: int, seed: int, kill: Killer = killed) -> None:
    """Kill at random; the file, the copies and the packages must be what they were said to be."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    (folder / "usb").mkdir()
    new_workspace(folder).close()
    path = folder / "ทดสอบ.ita"
    for number in range(kills):
        said = kill(path, folder, seed * 10_000 + number, chance.randrange(1, 25))
        opened = workspace.open_file(path, lambda: NOW)
        try:
            found, last = state(opened), said[-1]
            assert found == last or int(found.split()[0]) == int(last.split()[0]) + 1
            assert opened.check() == ()
        finally:
            opened.close()
        for copy in backup_files.copies(backup_files.shelf(folder / "backups", path))[:3]:
            backup.prove(copy)
    packages = [each for each in (folder / "usb").iterdir() if not each.name.startswith(".")]
    assert all(verify_package(each) is not None for each in packages)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_driver_dies_as_surely(empty_folder: Path) -> None:
    """The way of the long form, a few times in every run of the suite."""
    nursery = Nursery()
    try:
        check_kills(empty_folder, kills=3, seed=3, kill=nursery.killed)
    finally:
        nursery.close()


def test_a_kill_at_any_moment_of_any_work_loses_nothing_acknowledged(empty_folder: Path) -> None:
    """A few random kills in every run of the suite."""
    check_kills(empty_folder, kills=4, seed=1)


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_2000_kills_at_any_moment_of_any_work_lose_nothing_acknowledged(empty_folder: Path) -> None:
    """The long form: the drivers are forked, which kills as surely and starts sooner."""
    nursery = Nursery()
    try:
        for turn in range(OFFICES):
            (folder := empty_folder / f"{turn}").mkdir()
            check_kills(folder, kills=2000 // OFFICES, seed=2 + turn, kill=nursery.killed)
    finally:
        nursery.close()
