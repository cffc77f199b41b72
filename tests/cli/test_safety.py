"""Copies, checks and the way back, from the command line."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def only(folder: Path) -> Path:
    """The one copy in a folder."""
    (copy,) = folder.glob("*.ita")
    return copy


def test_a_copy_brings_back_a_file_that_was_spoiled(ita: CommandLine, office: Path, tmp_path: Path) -> None:
    """Backup, spoil, restore, check; the spoiled file is kept and named."""
    place = tmp_path / "สำรอง"
    place.mkdir()
    before = ita("score", office, "--json").json
    made = ita("backup", office, "--to", place)
    assert (made.code, str(only(place)) in made.out) == (0, True)
    office.write_bytes(office.read_bytes()[:7000])
    assert ita("check", office).code == 1
    done = ita("restore", only(place), "--to", office)
    assert (done.code, "before-restore" in done.out) == (0, True)
    assert ita("check", office).code == 0
    assert ita("score", office, "--json").json == before


def test_a_copy_into_a_missing_folder_is_told(ita: CommandLine, office: Path, tmp_path: Path) -> None:
    """No folder is made where a stick should be."""
    ended = ita("backup", office, "--to", tmp_path / "ไม่มี")
    assert (ended.code, "ไม่มี" in ended.err) == (1, True)
    assert not (tmp_path / "ไม่มี").exists()


def test_a_restore_lands_only_on_an_office_file(ita: CommandLine, office: Path, tmp_path: Path) -> None:
    """A slip such as --to memo.pdf is refused as wrong usage."""
    assert ita("restore", office, "--to", tmp_path / "memo.pdf").code == 2


def test_a_check_names_each_fault_and_no_answer(ita: CommandLine, office: Path) -> None:
    """A line that the form cannot have, a result beyond 100, a day that is none, a history cut short."""
    raw = sqlite3.connect(office)
    raw.execute("UPDATE questionnaire SET line = 'Z' || substr(line, 2) WHERE part = 'IIT' AND serial = 7")
    raw.execute("UPDATE check_entry SET result = '101' WHERE code = 'o2'")
    raw.execute("UPDATE measure SET start = '2025-02-30' WHERE id = 1")
    raw.execute("DELETE FROM history WHERE number = (SELECT max(number) FROM history)")
    raw.commit()
    raw.close()
    ended = ita("check", office)
    assert ended.code == 1
    lines = ended.err.splitlines()
    assert len(lines) == 5
    for part in ("IIT 7", "o2", "measure 1", "ประวัติ"):
        assert any(part in line for line in lines)
