"""Promises about the stick: it fills up, is pulled out or lies at any step; old or new, whole.

The first tests need a small file system of their own, which only a computer that lets us mount one has; the
others let every call to the system fail, one after the other.
"""

from __future__ import annotations

import io
import os
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ita_desktop.domain.office import Office
from ita_desktop.domain.packages.keys import Side
from ita_desktop.domain.problems import DiskFull, PackageFailed, Problem
from ita_desktop.exchange import package
from ita_desktop.exchange.package import write_package
from ita_desktop.exchange.package_label import label_of
from ita_desktop.exchange.package_verify import verify_package
from ita_desktop.exchange.sealing.age import Sealing, Unlock
from ita_desktop.exchange.sealing.key_file import new_keys
from ita_desktop.support import atomic
from ita_desktop.support.eject import device_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_desktop.exchange.package_label import PackageLabel

KEYS = new_keys("เทศบาลตำบลตัวอย่าง", "99999", Side.OFFICE)
MADE_AT = datetime(2025, 11, 20, 14, 2, 30, tzinfo=timezone(timedelta(hours=7)))
PAYLOAD = {"README.txt": "อ่านก่อน".encode(), "papers/แผน.pdf": bytes(range(256)) * 400}
ROOM = 2_500_000
SEALING = Sealing((KEYS.party.seal,))


def a_label(number: int) -> PackageLabel:
    """Return a label."""
    return label_of(Office(KEYS.party.name, code="99999"), 2568, number, MADE_AT, "ITA Desktop")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of two and a half megabytes, with one package on it."""
    place = tmp_path / "stick"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        pytest.skip("this system has no mount command")
    if done.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        write_package(place, a_label(1), PAYLOAD, keys=KEYS)
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def contents(folder: Path) -> dict[str, bytes]:
    """Return all that lies in a folder."""
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_a_full_stick_is_told_before_a_byte_is_written(small: Path) -> None:
    """What does not fit is not begun; the old package stands."""
    (small / "fill").write_bytes(bytes(1_500_000))
    before = contents(small)
    with pytest.raises(DiskFull):
        write_package(small, a_label(2), PAYLOAD)
    assert contents(small) == before


@pytest.mark.parametrize("sealing", [None, SEALING])
def test_a_stick_that_lies_about_its_room_fills_up_and_is_as_before(
    small: Path, monkeypatch: pytest.MonkeyPatch, sealing: Sealing | None
) -> None:
    """The system said that there was room; the disk, at each place from the first block, says otherwise."""
    monkeypatch.setattr(package, "_check_place", lambda *_: None)
    before = contents(small)
    free = os.statvfs(small).f_bavail * os.statvfs(small).f_frsize
    for left in range(0, 95_000, 9_973):
        (small / "fill").write_bytes(bytes(max(free - left, 0)))
        with pytest.raises(DiskFull):
            write_package(small, a_label(2), PAYLOAD, sealing=sealing, keys=KEYS)
        (small / "fill").unlink()
        assert contents(small) == before


def test_a_stick_unmounted_at_each_step_is_told_and_no_package_is_believed(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pulled while it is written: told, whatever step it was, and nothing passes for written."""
    monkeypatch.setattr(package, "_check_place", lambda *_: None)
    for after in (1, 60_000):
        taken = 0

        def vanish(path: Path, after: int = after) -> io.BufferedWriter:
            class Pulled(io.BufferedWriter):
                def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer
                    nonlocal taken
                    taken += len(data)
                    if taken >= after:
                        raise OSError(19, "no such device")
                    return super().write(data)

            return Pulled(io.FileIO(path, "x"))

        monkeypatch.setattr(package, "open_target", vanish)
        with pytest.raises(Problem):
            write_package(small, a_label(2), PAYLOAD)
        assert not (small / a_label(2).file_name).exists()


STEPS: list[tuple[Any, str]] = [
    (package, "open_target"),
    (package, "_read_back"),
    (package, "glance"),
    (atomic, "_flush"),
    (atomic, "replace"),
    (atomic, "_flush_folder"),
]


@pytest.mark.parametrize(("where", "step"), STEPS)
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("sealing", [None, SEALING])
def test_a_stick_that_fails_at_any_step_holds_the_old_or_the_new_and_says_which(
    empty_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: Any,  # noqa: ANN401 - a module
    step: str,
    when: str,
    sealing: Sealing | None,
) -> None:
    """Before each step and right after it; `unsure` is said only where the package has its name, whole."""
    write_package(empty_folder, a_label(1), PAYLOAD, keys=KEYS)
    before = contents(empty_folder)
    real: Callable[..., Any] = getattr(where, step)

    def fail(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - stands for any of them
        if when == "after":
            made = real(*arguments, **named)
            if isinstance(made, io.BufferedWriter):
                made.close()
        raise OSError(5, "pulled out")

    monkeypatch.setattr(where, step, fail)
    with pytest.raises(Problem) as caught:
        write_package(empty_folder, a_label(2), PAYLOAD, keys=KEYS, sealing=sealing)
    monkeypatch.undo()
    target = empty_folder / a_label(2).file_name
    told_unsure = isinstance(caught.value, PackageFailed) and caught.value.detail == package.UNSURE
    assert target.exists() is told_unsure
    if told_unsure:
        assert verify_package(target, Unlock((KEYS.seal_secret,))).label.number == 2
        target.unlink()
    assert contents(empty_folder) == before


def test_a_device_is_found_by_where_it_is_mounted() -> None:
    """Blanks are written by the kernel in its own way; the system's own disk is never let go."""
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\n"
        "/dev/sdb1 /media/a/USB\\040ของเทศบาล vfat rw 0 0\n"
        "tmpfs /media/t tmpfs rw 0 0\n"
    )
    assert device_of(Path("/media/a/USB ของเทศบาล"), mounts) == "/dev/sdb1"
    assert device_of(Path("/"), mounts) is None
    assert device_of(Path("/media/t"), mounts) is None
    assert device_of(Path("/media/none"), mounts) is None
