"""Every problem with a file ends with 1, one Thai sentence on stderr, and nothing changed."""

from __future__ import annotations

import errno
import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from ita_desktop.services.workspace import open_file
from ita_desktop.support import clock, write_errors

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.cli.conftest import CommandLine, Ended

    Unchanged = Callable[[Path], AbstractContextManager[None]]

READING = (["score"], ["check"], ["list", "{}", "oit"], ["import", "{}", "answers", "x.xlsx"])


def on(path: Path, words: list[str]) -> list[str]:
    """Put the path where the words have {}, or at the end."""
    return [word.format(path) for word in words] if "{}" in words else [*words, str(path)]


def assert_told(ended: Ended, *parts: str) -> None:
    """Hold the end of a line to the promise: 1, one line of Thai with these parts, nothing on stdout."""
    assert ended.code == 1
    assert ended.out == ""
    assert len(ended.err.strip().splitlines()) == 1, ended.err
    assert any(0x0E00 <= ord(char) < 0x0E80 for char in ended.err)
    for part in parts:
        assert part in ended.err


@pytest.mark.parametrize("words", READING)
def test_a_missing_file_is_told(
    ita: CommandLine, empty_folder: Path, unchanged: Unchanged, words: list[str]
) -> None:
    """With its name, and without making it."""
    with unchanged(empty_folder):
        assert_told(ita(*on(empty_folder / "หาย.ita", words)), "ไม่พบ", "หาย.ita")


@pytest.mark.parametrize("words", READING)
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a workbook", b"%PDF-1.7", "ข้อความ".encode() * 99])
def test_another_programs_file_is_left_alone(
    ita: CommandLine, empty_folder: Path, unchanged: Unchanged, words: list[str], content: bytes
) -> None:
    """A wrong file is told as such, and not one byte of it is touched."""
    path = empty_folder / "งาน.ita"
    path.write_bytes(content)
    with unchanged(empty_folder):
        assert_told(ita(*on(path, words)), "ไม่ใช่แฟ้มของโปรแกรมนี้")


def test_another_programs_database_is_left_alone(
    ita: CommandLine, empty_folder: Path, unchanged: Unchanged
) -> None:
    """SQLite alone does not make it ours."""
    path = empty_folder / "บัญชี.ita"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    with unchanged(empty_folder):
        assert_told(ita("score", path), "ไม่ใช่แฟ้มของโปรแกรมนี้")


def test_a_folder_is_no_office_file(ita: CommandLine, empty_folder: Path) -> None:
    """Dropped by mistake."""
    assert_told(ita("score", empty_folder), "ไม่ใช่แฟ้มของโปรแกรมนี้")


def test_a_newer_file_is_told_and_kept(
    ita: CommandLine, office: Path, empty_folder: Path, unchanged: Unchanged
) -> None:
    """An old program never spoils a new file."""
    data = bytearray(office.read_bytes())
    data[60:64] = (99).to_bytes(4, "big")
    office.write_bytes(data)
    with unchanged(empty_folder):
        assert_told(ita("score", office), "รุ่นใหม่กว่า", "99")


def test_a_file_that_is_open_elsewhere_is_told(
    ita: CommandLine, office: Path, empty_folder: Path, unchanged: Unchanged
) -> None:
    """Two windows cannot spoil one file."""
    workspace = open_file(office, clock.now)
    try:
        with unchanged(empty_folder):
            assert_told(ita("score", office), "เปิดใช้อยู่")
    finally:
        workspace.close()


def test_a_damaged_file_is_told(
    ita: CommandLine, office: Path, empty_folder: Path, unchanged: Unchanged
) -> None:
    """Damage is told, never hidden and never repaired in silence."""
    data = office.read_bytes()
    office.write_bytes(data[: len(data) // 2 // 4096 * 4096])
    with unchanged(empty_folder):
        assert_told(ita("check", office), "เสียหาย", "สำเนาสำรอง")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the root user may write anywhere")
def test_a_read_only_folder_is_told(ita: CommandLine, office: Path) -> None:
    """The file cannot be locked where nothing can be written."""
    office.parent.chmod(0o555)
    try:
        assert_told(ita("score", office), "อ่านได้อย่างเดียว")
        assert_told(ita("new", office.with_name("x.ita"), "--office", "ก", "--year", "2568"), "อ่านได้อย่างเดียว")
    finally:
        office.parent.chmod(0o755)


def test_what_may_not_be_written_is_told(
    ita: CommandLine, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same for whoever is allowed everything: the system's answer decides."""
    monkeypatch.setattr("ita_desktop.models.database.os.access", lambda *_: False)
    assert_told(ita("score", office), "อ่านได้อย่างเดียว")


def test_a_new_office_never_replaces_an_old_one(
    ita: CommandLine, office: Path, empty_folder: Path, unchanged: Unchanged
) -> None:
    """Whatever stands there stays."""
    with unchanged(empty_folder):
        assert_told(ita("new", office, "--office", "ก", "--year", "2568"), "ไม่เขียนทับ")


def test_a_new_office_needs_its_folder(ita: CommandLine, empty_folder: Path, unchanged: Unchanged) -> None:
    """A stick that is not there."""
    with unchanged(empty_folder):
        path = empty_folder / "ไม่มี" / "x.ita"
        assert_told(ita("new", path, "--office", "ก", "--year", "2568"), "ไม่พบ", "ไม่มี")


def test_an_unknown_year_is_told_with_the_known_ones(ita: CommandLine, empty_folder: Path) -> None:
    """And nothing is made."""
    assert_told(ita("new", empty_folder / "x.ita", "--office", "ก", "--year", "2599"), "2599", "2568")
    assert list(empty_folder.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "ไฟล์แบบวัด"),
        (b"{", "ไฟล์แบบวัด"),
        (b"\xff\xfe\x00", "ไฟล์แบบวัด"),
        (b'{"format": 1, "fiscal_year": "x"}', "fiscal_year"),
    ],
)
def test_a_wrong_instrument_file_is_refused_whole(
    ita: CommandLine, empty_folder: Path, content: bytes, part: str
) -> None:
    """All its mistakes are told, each with its place, and no office is made."""
    instrument = empty_folder / "2570.json"
    instrument.write_bytes(content)
    ended = ita("new", empty_folder / "x.ita", "--office", "ก", "--instrument", instrument)
    assert ended.code == 1
    assert part in ended.err
    assert len(ended.err.strip().splitlines()) >= 2
    assert list(empty_folder.iterdir()) == [instrument]


def test_a_missing_instrument_file_is_told(ita: CommandLine, empty_folder: Path) -> None:
    """With its name."""
    ended = ita("new", empty_folder / "x.ita", "--office", "ก", "--instrument", empty_folder / "2570.json")
    assert_told(ended, "2570.json")


def test_a_full_disk_is_told_and_the_old_paper_stays(
    ita: CommandLine, office: Path, empty_folder: Path, unchanged: Unchanged, monkeypatch: pytest.MonkeyPatch
) -> None:
    """-o replaces a paper whole or not at all."""
    paper = empty_folder / "memo.pdf"
    paper.write_bytes(b"%PDF of yesterday")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("ita_desktop.support.atomic.os.fsync", full)
    text = empty_folder / "text.md"
    text.write_text("# หัวข้อ\n\nข้อความ\n", "utf-8")
    with unchanged(empty_folder):
        assert_told(ita("typeset", text, "-o", paper), "เต็ม")


def test_a_missing_folder_for_a_paper_is_told(ita: CommandLine, empty_folder: Path) -> None:
    """A stick that is not there."""
    text = empty_folder / "text.md"
    text.write_text("ข้อความ\n", "utf-8")
    assert_told(ita("typeset", text, "-o", empty_folder / "usb" / "x.pdf"), "ไม่พบ", "usb")


@pytest.mark.parametrize("kind", [each for each in vars(write_errors).values() if isinstance(each, type)])
def test_whatever_stops_a_write_has_a_sentence(
    ita: CommandLine, empty_folder: Path, monkeypatch: pytest.MonkeyPatch, kind: type
) -> None:
    """Every kind of error of the disk, not only the usual ones."""
    if not issubclass(kind, write_errors.WriteError):
        pytest.skip("not an error of writing")

    def fail(path: Path, _data: bytes) -> None:
        raise kind(path)

    monkeypatch.setattr("ita_desktop.services.outputs.write_bytes", fail)
    text = empty_folder / "text.md"
    text.write_text("ข้อความ\n", "utf-8")
    assert_told(ita("typeset", text, "-o", empty_folder / "x.pdf"))


def test_problems_are_told_in_english(ita: CommandLine, empty_folder: Path) -> None:
    """For a support call from abroad."""
    ended = ita("--lang", "en", "score", empty_folder / "gone.ita")
    assert ended.code == 1
    assert not any(0x0E00 <= ord(char) < 0x0E80 for char in ended.err.replace(str(empty_folder), ""))
