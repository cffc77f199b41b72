"""Answers keyed elsewhere come in whole, are known again by their headers, and go with one undo."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from ita_desktop.domain.answer_layout import Figures, LayoutWish
from ita_desktop.domain.problems import CellFault, WorkbookRefused
from ita_desktop.services.importing import ImportKind
from ita_desktop.wording.imports import look_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

HEADERS = ["ประทับเวลา", "ความรวดเร็ว", *[f"ข้อ {number}" for number in range(2, 16)]]
WISH = LayoutWish({"ความรวดเร็ว": "i1"})


def a_book(folder: Path, *rows: Sequence[Any], name: str = "แบบตอบ.xlsx") -> Path:
    """A workbook of one sheet with these headers."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "ตอบ"
    for row in (HEADERS, *rows):
        sheet.append(list(row))
    book.save(folder / name)
    return folder / name


def kept(office: Workspace) -> list[str]:
    """The scored answers of the staff's forms by number."""
    with office.session.reading() as transaction:
        from ita_desktop.models import questionnaire_store

        found = questionnaire_store.numbered_lines(transaction, office.year, "IIT")
    return [line[-15:] for _, line in sorted(found.items())]


def test_a_layout_said_once_is_known_for_the_next_workbook(office: Workspace, empty_folder: Path) -> None:
    """Refused without it, taken in with it, and from then on by itself."""
    first = a_book(empty_folder, ["9:00", 3, *[2] * 14])
    with pytest.raises(WorkbookRefused) as refused:
        office.importing.preview(ImportKind.ANSWERS, first)
    assert [each.fault for each in refused.value.problems] == [CellFault.MISSING_COLUMN]
    office.importing.apply(ImportKind.ANSWERS, first, wish=WISH)
    second = a_book(empty_folder, ["9:05", 4, *[1] * 14], name="อีกชุด.xlsx")
    preview = office.importing.preview(ImportKind.ANSWERS, second)
    assert preview.layouts[0].remembered
    assert (preview.added, preview.ignored) == (1, ("ประทับเวลา",))
    assert "โปรแกรมให้เลขต่อจากเลขสุดท้าย" in look_lines(preview)[0]
    office.importing.apply(ImportKind.ANSWERS, second)
    assert kept(office) == ["3" + "2" * 14, "4" + "1" * 14]


def test_forms_without_a_number_do_not_keep_the_order_in_which_people_came(
    office: Workspace, empty_folder: Path
) -> None:
    """Their numbers follow the answers; the times beside them are not read."""
    rows = [["9:00", 6, *[2] * 14], ["9:01", 1, *[1] * 14], ["9:02", 3, *[2] * 14]]
    office.importing.apply(ImportKind.ANSWERS, a_book(empty_folder, *rows), wish=WISH)
    forwards = kept(office)
    office.undo()
    office.importing.apply(ImportKind.ANSWERS, a_book(empty_folder, *rows[::-1]), wish=WISH)
    assert kept(office) == forwards == sorted(forwards)


def test_one_undo_takes_the_forms_the_batch_and_the_layout_back(
    office: Workspace, empty_folder: Path
) -> None:
    """As if the workbook had never come."""
    path = a_book(empty_folder, ["9:00", 3, *[2] * 14])
    office.importing.apply(ImportKind.ANSWERS, path, wish=WISH)
    office.undo()
    assert kept(office) == []
    assert office.entry.batches() == ()
    with pytest.raises(WorkbookRefused):
        office.importing.preview(ImportKind.ANSWERS, path)


def test_a_refused_cell_leaves_the_file_as_it_was(office: Workspace, empty_folder: Path) -> None:
    """All or nothing: one word that is no answer."""
    path = a_book(empty_folder, ["9:00", 3, *[2] * 14], ["9:01", "คือ", *[2] * 14])
    before = hashlib.sha256(office.path.read_bytes()).hexdigest()
    with pytest.raises(WorkbookRefused) as refused:
        office.importing.apply(ImportKind.ANSWERS, path, wish=WISH)
    assert [(each.cell, each.fault) for each in refused.value.problems] == [("B3", CellFault.UNKNOWN_VALUE)]
    assert hashlib.sha256(office.path.read_bytes()).hexdigest() == before


def test_what_wants_a_look_stands_in_the_preview_by_cell(office: Workspace, empty_folder: Path) -> None:
    """Two marks typed with a comma; the counts are those of forms alone."""
    path = a_book(empty_folder, ["9:00", "2,3", *[2] * 14])
    preview = office.importing.preview(ImportKind.ANSWERS, path, wish=WISH)
    assert [(row.cell, row.label) for row in preview.doubtful] == [("B2", "i1")]
    assert preview.added == 1


def test_the_layout_of_a_workbook_can_be_looked_at_before(office: Workspace, empty_folder: Path) -> None:
    """What is not known has no field; what was said has one."""
    path = a_book(empty_folder, ["9:00", 3, *[2] * 14])
    (layout,) = office.importing.layouts(path)
    assert [each.field for each in layout.columns[:3]] == ["", "", "i2"]
    (layout,) = office.importing.layouts(path, LayoutWish({"ความรวดเร็ว": "i1"}, figures=Figures.FROM_RIGHT))
    assert (layout.columns[1].field, layout.figures, layout.part) == ("i1", Figures.FROM_RIGHT, "IIT")
