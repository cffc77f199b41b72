"""Published figures from a workbook: looked at first, taken in whole, taken back in one step."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook

from ita_desktop.domain.problems import CellFault, WorkbookRefused
from ita_desktop.services.importing import Effect, ImportKind, write_template
from ita_desktop.services.instruments import instrument_text
from tests.helpers.offices import instrument_of, new_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """An empty office."""
    opened = new_workspace(tmp_path)
    yield opened
    opened.close()


def book(path: Path, *rows: tuple[str | float | None, ...]) -> Path:
    """Write a workbook of one sheet."""
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    made.save(path)
    return path


HEAD = ("รหัส", "รายการ", "คะแนนปี ๒๕๖๘", "2567")


def test_figures_of_many_years_come_in_as_one_step(office: Workspace, tmp_path: Path) -> None:
    """Each column is a year; one undo takes all of it back."""
    path = book(
        tmp_path / "ก.xlsx",
        HEAD,
        ("คะแนนรวม", "", 99.7, "๙๘.๒๕"),
        ("o2", "", 50, None),
        ("9", "", 98.75, "-"),
    )
    preview = office.importing.preview(ImportKind.PUBLISHED, path)
    assert (preview.added, preview.changed) == (4, 0)
    assert office.results.result().published == {}
    office.importing.apply(ImportKind.PUBLISHED, path)
    result = office.results.result()
    assert result.published == {"total": Decimal("99.70"), "o2": Decimal("50.00"), "9": Decimal("98.75")}
    assert [(each.year, each.figures) for each in result.past] == [(2567, {"total": Decimal("98.25")})]
    office.undo()
    assert office.results.result().published == {}
    assert office.results.result().past == ()


def test_the_preview_says_what_a_figure_was_and_will_be(office: Workspace, tmp_path: Path) -> None:
    """What is there already is told apart from what changes, and an empty cell forgets nothing."""
    office.results.put_published_many(
        2568, {"IIT": Decimal("90.00"), "OIT": Decimal("95.00"), "9": Decimal(97)}
    )
    path = book(tmp_path / "ข.xlsx", HEAD[:3], ("IIT", "", 91), ("OIT", "", 95), ("9", "", None))
    rows = office.importing.preview(ImportKind.PUBLISHED, path).rows
    assert [(row.label, row.effect, row.fields) for row in rows] == [
        ("2568 IIT", Effect.CHANGED, ("90.00 → 91.00",)),
        ("2568 OIT", Effect.UNCHANGED, ()),
    ]
    office.importing.apply(ImportKind.PUBLISHED, path)
    assert office.results.result().published["9"] == Decimal("97.00")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (("IIT", "", 101), CellFault.UNKNOWN_VALUE),
        (("IIT", "", -1), CellFault.UNKNOWN_VALUE),
        (("IIT", "", "เก้าสิบ"), CellFault.NOT_A_NUMBER),
        (("i99", "", 90), CellFault.UNKNOWN_ITEM),
        (("IIT", "", "=1+1"), CellFault.FORMULA),
    ],
)
def test_one_wrong_cell_refuses_the_whole(
    office: Workspace, tmp_path: Path, row: tuple[str | float | None, ...], fault: CellFault
) -> None:
    """The cell is named, and the right figure beside it is not taken either."""
    path = book(tmp_path / "ค.xlsx", HEAD[:3], ("OIT", "", 95), row)
    with pytest.raises(WorkbookRefused) as told:
        office.importing.apply(ImportKind.PUBLISHED, path)
    assert {problem.fault for problem in told.value.problems} == {fault}
    assert told.value.problems[0].cell in ("A3", "C3")
    assert office.results.result().published == {}


def test_a_year_that_is_not_over_or_never_was_is_no_column(office: Workspace, tmp_path: Path) -> None:
    """2569 and 2540 are not read, and it is said that no year is left."""
    path = book(tmp_path / "ง.xlsx", ("รหัส", "2569", "2540"), ("IIT", 90, 91))
    with pytest.raises(WorkbookRefused) as told:
        office.importing.preview(ImportKind.PUBLISHED, path)
    assert CellFault.MISSING_COLUMN in {problem.fault for problem in told.value.problems}


@pytest.mark.parametrize("year", [2564, 2568])
def test_the_template_names_every_score_and_comes_back_in(tmp_path: Path, year: int) -> None:
    """Filled at one score of each level, it is taken in; empty, it says that nothing is in it."""
    path = write_template(ImportKind.PUBLISHED, instrument_text(year), tmp_path / "แบบ.xlsx")
    opened = new_workspace(tmp_path, year)
    try:
        with pytest.raises(WorkbookRefused):
            opened.importing.preview(ImportKind.PUBLISHED, path)
        filled = load_workbook(path)
        codes = [str(row[0].value) for row in filled.worksheets[0].iter_rows(min_row=2)]
        assert codes[0] == "total"
        assert set(codes) >= {each.code for each in instrument_of(year).indicators}
        assert len(set(codes)) == len(codes)
        filled.worksheets[0].cell(2, 3).value = 90
        filled.save(path)
        assert opened.importing.preview(ImportKind.PUBLISHED, path).added == 1
    finally:
        opened.close()


def test_the_results_own_workbook_comes_back_in(office: Workspace, tmp_path: Path) -> None:
    """Its column of published figures is this year's; computed scores beside them are not read."""
    head = ("ชั้น", "รหัส", "รายการ", "คะแนน", "คะแนนที่ประกาศ", "ผู้ตอบ", "ระดับ")
    path = book(
        tmp_path / "จ.xlsx",
        head,
        ("แบบวัด", "IIT", "", 88.1, 90, 10, ""),
        ("แบบวัด", "OIT", "", 70, None, None, ""),
    )
    office.importing.apply(ImportKind.PUBLISHED, path)
    assert office.results.result().published == {"IIT": Decimal("90.00")}
