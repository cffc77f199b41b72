"""A long import can be stopped at any row: the file is then, byte for byte, as it was."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from ita_desktop.domain.progress import Stage
from ita_desktop.domain.roster_problems import Stopped
from ita_desktop.services.importing import ImportKind

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.progress import Watch
    from ita_desktop.services.workspace import Workspace

ROWS, FEW = 20_000, 2_000


@pytest.fixture(scope="module")
def big_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A roster of 20,000 people."""
    return a_roster(tmp_path_factory.mktemp("big"), ROWS)


def a_roster(folder: Path, people: int) -> Path:
    """A roster of so many people."""
    path = folder / "ทะเบียน.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet("ภายใน")
    sheet.append(["ชื่อ-สกุล", "ตำแหน่ง", "สำนัก/กอง"])
    for number in range(people):
        sheet.append([f"นายตัวอย่าง คนที่{number}", "นักวิชาการ", f"กองที่ {number % 9}"])
    book.save(path)
    return path


def stopping(stage: Stage, rows: int) -> Watch:
    """Somebody who stops when so many rows of a stage are done."""

    def watch(now: Stage, done: int) -> None:
        if now is stage and done >= rows:
            raise Stopped

    return watch


def digest(path: Path) -> str:
    """The file, byte for byte."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("stage", list(Stage))
def test_stopping_in_the_middle_leaves_the_file_as_it_was(
    office: Workspace, big_book: Path, stage: Stage
) -> None:
    """While it is read, while it is compared, and while it is written."""
    before = digest(office.path)
    with pytest.raises(Stopped):
        office.importing.apply(ImportKind.ROSTER_INTERNAL, big_book, watch=stopping(stage, ROWS // 2))
    assert digest(office.path) == before
    assert office.roster.summary().internal == 0


def test_what_was_stopped_can_be_done_again(office: Workspace, empty_folder: Path) -> None:
    """Stopped twice on its way; then all of it comes in, and one undo takes it."""
    kind, book = ImportKind.ROSTER_INTERNAL, a_roster(empty_folder, FEW)
    with pytest.raises(Stopped):
        office.importing.preview(kind, book, watch=stopping(Stage.READING, FEW // 2))
    with pytest.raises(Stopped):
        office.importing.apply(kind, book, watch=stopping(Stage.KEEPING, FEW // 2))
    told: list[tuple[Stage, int]] = []
    office.importing.apply(kind, book, watch=lambda stage, rows: told.append((stage, rows)))
    assert office.roster.summary().internal == FEW
    assert {stage for stage, _ in told} == set(Stage)
    assert max(rows for _, rows in told) == FEW
    office.undo()
    assert office.roster.summary().internal == 0


def test_an_answer_book_can_be_stopped_too(office: Workspace, empty_folder: Path) -> None:
    """Forms that were written before the stop are not there."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("IIT")
    sheet.append(["ลำดับ", *[f"ข้อ {number}" for number in range(1, 16)]])
    for number in range(1, 1_001):
        sheet.append([number, *[1] * 15])
    path = empty_folder / "ตอบ.xlsx"
    book.save(path)
    before = digest(office.path)
    with pytest.raises(Stopped):
        office.importing.apply(ImportKind.ANSWERS, path, watch=stopping(Stage.KEEPING, 500))
    assert digest(office.path) == before
    assert office.entry.batches() == ()
