"""`demo`: the whole main job, and never over somebody's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from ita_desktop.services.workspace import open_file
from ita_desktop.support import clock

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def test_the_whole_job_is_done(ita: CommandLine, empty_folder: Path) -> None:
    """File, papers, workbook and package lie in the folder, and nothing else but the record of them."""
    folder = empty_folder / "demo"
    ended = ita("demo", folder)
    assert (ended.code, ended.err) == (0, "")
    kinds = sorted(path.suffix for path in folder.iterdir())
    assert kinds == [".ita", ".itapkg", ".json", ".pdf", ".pdf", ".xlsx"]
    assert all(path.name in ended.out for path in folder.iterdir() if path.suffix != ".json")
    assert ita("check", folder / "ตัวอย่าง-2568.ita").code == 0
    (book,) = folder.glob("*.xlsx")
    assert load_workbook(book).worksheets[0].max_row > 10


def test_a_second_demo_replaces_the_first(ita: CommandLine, empty_folder: Path) -> None:
    """The demo's own files only grow old, not many."""
    assert ita("demo", empty_folder).code == 0
    first = {path.name for path in empty_folder.iterdir()}
    assert ita("demo", empty_folder).code == 0
    assert {path.name for path in empty_folder.iterdir()} == first


def test_work_in_the_sample_office_is_not_lost(ita: CommandLine, empty_folder: Path) -> None:
    """Whoever tried things out finds them; the demo says which file stops it."""
    assert ita("demo", empty_folder).code == 0
    (path,) = empty_folder.glob("*.ita")
    workspace = open_file(path, clock.now)
    workspace.measures.remove(workspace.measures.rows()[0].key)
    workspace.close()
    before = {each.name: each.read_bytes() for each in empty_folder.iterdir()}
    ended = ita("demo", empty_folder)
    assert ended.code == 1
    assert path.name in ended.err
    assert {each.name: each.read_bytes() for each in empty_folder.iterdir()} == before


def test_another_offices_file_stops_the_demo(ita: CommandLine, office: Path) -> None:
    """A folder with real work in it is no place for samples."""
    before = office.read_bytes()
    ended = ita("demo", office.parent)
    assert ended.code == 1
    assert list(office.parent.iterdir()) == [office]
    assert office.read_bytes() == before


@pytest.mark.parametrize("record", ["{", "[]", '{"files": 1}', '{"files": {"../x.ita": "0"}}'])
def test_a_record_that_is_not_ours_lets_nothing_be_removed(
    ita: CommandLine, empty_folder: Path, record: str
) -> None:
    """A file named like the record is believed only as far as the fingerprints go."""
    (empty_folder / "demo.json").write_text(record, "utf-8")
    outside = empty_folder.parent / "x.ita"
    outside.write_bytes(b"mine")
    assert ita("demo", empty_folder).code == 0
    assert outside.read_bytes() == b"mine"


def test_a_file_in_place_of_the_folder_is_told(ita: CommandLine, empty_folder: Path) -> None:
    """It stays."""
    path = empty_folder / "demo"
    path.write_bytes(b"mine")
    assert ita("demo", path).code == 1
    assert path.read_bytes() == b"mine"
