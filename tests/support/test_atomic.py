"""Promises of `support.atomic`: whole or not at all, and the old file stands until the new one is proven."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_desktop.support import atomic
from ita_desktop.support.write_errors import (
    DiskFaultError,
    DiskFullError,
    InUseError,
    NotAllowedError,
    PlaceMissingError,
    ReadBackDiffersError,
    WriteError,
    write_error,
)

if TYPE_CHECKING:
    from collections.abc import Callable

OLD, NEW = "เดิม".encode(), "ใหม่".encode()


@pytest.fixture
def target(empty_folder: Path) -> Path:
    """A file that holds something worth keeping."""
    path = empty_folder / "สำนักงาน.ita"
    path.write_bytes(OLD)
    return path


def stands_untouched(target: Path) -> bool:
    """Whether the old file is as it was and nothing lies about beside it."""
    return target.read_bytes() == OLD and list(target.parent.iterdir()) == [target]


def failing(number: int, winerror: int | None = None) -> Callable[..., None]:
    """A system call that always fails with this errno, and on Windows with that number."""

    def fail(*_: object, **__: object) -> None:
        error = OSError(number, os.strerror(number))
        if winerror is not None:
            error.winerror = winerror  # type: ignore[attr-defined]  # on other systems plain data
        raise error

    return fail


def test_a_written_file_holds_exactly_what_was_given(target: Path) -> None:
    """The new bytes stand in place, alone, and the digest returned is theirs."""
    digest = atomic.write_bytes(target, NEW, read_back=True)
    assert target.read_bytes() == NEW
    assert digest == atomic.sha256_of(target)
    assert list(target.parent.iterdir()) == [target]


def test_a_copy_is_read_back_and_equal(target: Path, tmp_path: Path) -> None:
    """A copy has the bytes and the digest of its source."""
    source = tmp_path / "source.bin"
    source.write_bytes(os.urandom(300_000))
    assert atomic.copy_file(source, target) == atomic.sha256_of(source)
    assert target.read_bytes() == source.read_bytes()


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EROFS, NotAllowedError),
        (errno.ENODEV, PlaceMissingError),
        (errno.EIO, DiskFaultError),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_fails_at_any_step_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[WriteError], step: str
) -> None:
    """Flushing or moving fails: the kind of fault is told, the old file stands, nothing lies about."""
    owner: object = os if step == "fsync" else Path
    monkeypatch.setattr(owner, step, failing(number))
    with pytest.raises(kind) as told:
        atomic.write_bytes(target, NEW)
    assert told.value.path == target
    assert stands_untouched(target)


def test_a_writer_that_gives_up_leaves_the_old_file(target: Path) -> None:
    """An error of the one who writes goes on as it is, and the half-written file is gone."""

    def half_write() -> None:
        with atomic.beside(target) as temporary:
            temporary.write_bytes(NEW[:3])
            raise KeyError

    with pytest.raises(KeyError):
        half_write()
    assert stands_untouched(target)


def test_a_disk_that_gives_other_bytes_back_is_not_trusted(target: Path) -> None:
    """What is read back differs from what was meant: told, and the old file stands."""

    def write_other_bytes() -> None:
        with atomic.beside(target, expect=atomic.sha256_of(target)) as temporary:
            temporary.write_bytes(NEW)

    with pytest.raises(ReadBackDiffersError):
        write_other_bytes()
    assert stands_untouched(target)


def test_a_folder_that_is_gone_is_told_as_such(tmp_path: Path) -> None:
    """Writing to a stick that was pulled out names the place as missing."""
    with pytest.raises(PlaceMissingError):
        atomic.write_bytes(tmp_path / "pulled out" / "x.zip", NEW)


def test_a_source_that_cannot_be_read_leaves_the_target(target: Path, tmp_path: Path) -> None:
    """Copying what is not there changes nothing."""
    with pytest.raises(FileNotFoundError):
        atomic.copy_file(tmp_path / "absent", target)
    assert stands_untouched(target)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_writing_to_a_link_keeps_the_link(target: Path) -> None:
    """The file that the link names is renewed; the link stays a link."""
    link = target.with_name("link.ita")
    link.symlink_to(target)
    atomic.write_bytes(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such mode")
def test_the_permissions_of_the_old_file_are_kept(target: Path) -> None:
    """A file that only its owner may read stays so."""
    target.chmod(0o600)
    atomic.write_bytes(target, NEW)
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("winerror", sorted(atomic.PASSING_WINDOWS_LOCKS))
def test_a_passing_lock_of_windows_is_waited_out(
    target: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    """A scanner that holds the file twice and then lets go does not fail the writing."""
    waits: list[float] = []
    move, fail, calls = Path.replace, failing(errno.EACCES, winerror), iter([True, True, False])
    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(Path, "replace", lambda a, b: fail() if next(calls) else move(a, b))
    atomic.write_bytes(target, NEW)
    assert target.read_bytes() == NEW
    assert waits == list(atomic.WAITS[:2])


def test_a_lock_that_does_not_pass_is_told_in_the_end(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the last wait the file is said to be in use, and the old one stands."""
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES, 32))
    with pytest.raises(InUseError):
        atomic.write_bytes(target, NEW)
    assert waits == list(atomic.WAITS)
    assert stands_untouched(target)


def test_a_folder_that_cannot_be_flushed_is_no_fault(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Network shares refuse to flush a folder; the file itself is on the disk by then."""
    flush = os.fsync

    def refuse_folders(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):  # noqa: PTH112 - a handle has no other name
            raise OSError(errno.EINVAL, "not for folders")
        flush(handle)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    atomic.write_bytes(target, NEW)
    assert target.read_bytes() == NEW


@pytest.mark.parametrize(
    ("winerror", "kind"), [(112, DiskFullError), (19, NotAllowedError), (21, PlaceMissingError)]
)
def test_windows_own_number_is_believed_first(tmp_path: Path, winerror: int, kind: type[WriteError]) -> None:
    """Windows says EACCES or EINVAL for many things; its own number tells them apart."""
    with pytest.raises(OSError, match="denied") as caught:
        failing(errno.EACCES, winerror)()
    assert type(write_error(caught.value, tmp_path)) is kind
