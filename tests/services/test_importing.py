"""Promises about taking workbooks in."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from ita_desktop.domain.checklist import CheckEntry, WorkStatus
from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import CellFault, WorkbookRefused
from ita_desktop.domain.roster import Approval, ExternalPerson, InternalPerson
from ita_desktop.models import questionnaire_store, roster_store
from ita_desktop.services.changes import Topic
from ita_desktop.services.importing import Effect, ImportKind, write_template
from ita_desktop.services.instruments import instrument_text

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

IIT_ITEMS = [f"i{number}" for number in range(1, 16)]


def a_book(folder: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    """Make a workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "ที่กรอกแล้ว.xlsx"
    book.save(path)
    return path


def answers(folder: Path, *serials: int) -> Path:
    """Make an `answers` workbook of IIT."""
    rows: list[list[Any]] = [[serial, *[1] * 15] for serial in serials]
    return a_book(folder, {"IIT": [["serial", *IIT_ITEMS], *rows]})


def everything(office: Workspace) -> tuple[object, ...]:
    """Return all that an import could touch."""
    rows = office.checklist.rows()
    with office.session.reading() as transaction:
        return (
            rows,
            roster_store.internal_people(transaction, office.year),
            roster_store.external_people(transaction, office.year),
            questionnaire_store.lines(transaction, office.year, "IIT"),
            questionnaire_store.batches(transaction, office.year),
        )


def test_answers_come_in_as_a_closed_batch_of_their_own(office: Workspace, empty_folder: Path) -> None:
    """The batch names the workbook, not a division, and no form can be keyed into it by accident."""
    changes, preview = office.importing.apply(ImportKind.ANSWERS, answers(empty_folder, 5, 3))
    assert changes.topics == {Topic.ANSWERS}
    assert (preview.added, preview.changed, preview.unchanged) == (2, 0, 0)
    with office.session.reading() as transaction:
        (batch,) = questionnaire_store.batches(transaction, office.year)
        form = questionnaire_store.find(transaction, office.year, "IIT", 5)
    assert (batch.part, batch.division, batch.collected_by) == ("IIT", "", "ที่กรอกแล้ว.xlsx")
    assert (batch.declared, batch.keyed, batch.closed) == (2, 2, True)
    assert form is not None
    assert form.line == "-----" + "1" * 15


def test_a_number_that_is_in_the_file_is_refused_at_its_cell(office: Workspace, empty_folder: Path) -> None:
    """And none of the others comes in."""
    office.importing.apply(ImportKind.ANSWERS, answers(empty_folder, 5))
    before = everything(office)
    path = answers(empty_folder, 4, 5)
    for look in (office.importing.preview, office.importing.apply):
        with pytest.raises(WorkbookRefused) as caught:
            look(ImportKind.ANSWERS, path)
        (problem,) = caught.value.problems
        assert (problem.sheet, problem.cell, problem.fault) == ("IIT", "A3", CellFault.SERIAL_TAKEN)
    assert everything(office) == before


def test_a_preview_writes_nothing(office: Workspace, empty_folder: Path) -> None:
    """Not even a line of history."""
    before, history = everything(office), office.settings.history()
    preview = office.importing.preview(ImportKind.ANSWERS, answers(empty_folder, 1, 2))
    assert preview.added == 2
    assert everything(office) == before
    assert office.settings.history() == history


def test_a_workbook_with_one_problem_changes_nothing(office: Workspace, empty_folder: Path) -> None:
    """All or nothing, for every kind."""
    before, history = everything(office), office.settings.history()
    books: dict[ImportKind, dict[str, list[list[Any]]]] = {
        ImportKind.ANSWERS: {"IIT": [["serial", *IIT_ITEMS], [1, *[1] * 15], [2, 9, *[1] * 14]]},
        ImportKind.ROSTER_INTERNAL: {"ก": [["ชื่อ-สกุล", "วันที่เริ่มงาน"], ["นายก สมมติ"], ["นายข สมมติ", "x"]]},
        ImportKind.ROSTER_EXTERNAL: {"ก": [["ชื่อ-สกุล", "วันที่ติดต่อ"], ["นายก สมมติ"], ["นายข สมมติ", "x"]]},
        ImportKind.OIT: {"ก": [["ข้อ", "ผล"], ["o1", 100], ["o2", 101]]},
    }
    for kind, sheets in books.items():
        with pytest.raises(WorkbookRefused):
            office.importing.apply(kind, a_book(empty_folder, sheets))
    assert everything(office) == before
    assert office.settings.history() == history


def test_the_same_roster_twice_adds_nobody_twice(office: Workspace, empty_folder: Path) -> None:
    """Names are the same whatever spaces and invisible characters somebody typed."""
    rows: list[list[Any]] = [["ชื่อ-สกุล", "สังกัด"], ["นายก สมมติ", "กองคลัง"], ["นายก  สมมติ\u200b", "กองคลัง"]]
    path = a_book(empty_folder, {"ก": rows})
    _, first = office.importing.apply(ImportKind.ROSTER_INTERNAL, path)
    _, second = office.importing.apply(ImportKind.ROSTER_INTERNAL, path)
    assert [row.effect for row in first.rows] == [Effect.ADDED, Effect.UNCHANGED]
    assert [row.effect for row in second.rows] == [Effect.UNCHANGED, Effect.UNCHANGED]
    assert len(office.roster.internal()) == 1


def test_a_newer_roster_changes_what_it_says_and_reopens_the_approval(
    office: Workspace, empty_folder: Path
) -> None:
    """What the workbook leaves empty stays; another position is told, field by field."""
    person = InternalPerson("นายก สมมติ", "นิติกร", "กองคลัง", "", date(2020, 1, 2), "081", Approval.APPROVED)
    with office.session.change(Action.ADDED_PERSON, "", Topic.ROSTER) as change:
        roster_store.add(change.transaction, office.year, [person])
    rows: list[list[Any]] = [
        ["ชื่อ-สกุล", "สังกัด", "ตำแหน่ง", "โทร"],
        ["นายก สมมติ", "กองคลัง", "นักวิชาการคลัง", None],
    ]
    _, preview = office.importing.apply(ImportKind.ROSTER_INTERNAL, a_book(empty_folder, {"ก": rows}))
    assert preview.rows[0].effect is Effect.CHANGED
    assert preview.rows[0].fields == ("position",)
    (row,) = office.roster.internal()
    assert (row.person.position, row.person.phone, row.person.start_date) == (
        "นักวิชาการคลัง", "081", date(2020, 1, 2),
    )  # fmt: skip
    assert row.person.approval is Approval.DRAFT


def test_an_external_visitor_may_come_about_two_things(office: Workspace, empty_folder: Path) -> None:
    """The same visit twice is one, another matter is another line."""
    matter = office.session.instrument.roster.matters
    rows: list[list[Any]] = [["ชื่อ-สกุล", "เรื่อง"], ["นางข สมมติ", matter[0]], ["นางข สมมติ", matter[1]]]
    path = a_book(empty_folder, {"ก": rows})
    assert office.importing.apply(ImportKind.ROSTER_EXTERNAL, path)[1].added == 2
    assert office.importing.apply(ImportKind.ROSTER_EXTERNAL, path)[1].unchanged == 2
    assert all(isinstance(person, ExternalPerson) for person in office.roster.external())


def test_a_checklist_workbook_is_put_over_what_is_there(office: Workspace, empty_folder: Path) -> None:
    """Item by item and field by field."""
    office.checklist.save(CheckEntry("o1", None, WorkStatus.DOING, note="เดิม", ticked=frozenset({1})))
    rows: list[list[Any]] = [["ข้อ", "ผล", "หมายเหตุ"], ["o1", 50, None], ["o2", None, None]]
    changes, preview = office.importing.apply(ImportKind.OIT, a_book(empty_folder, {"ก": rows}))
    assert changes.topics == {Topic.CHECKLIST}
    assert [(row.label, row.effect, row.fields) for row in preview.rows] == [
        ("o1", Effect.CHANGED, ("result",)),
        ("o2", Effect.UNCHANGED, ()),
    ]
    entry = next(row.entry for row in office.checklist.rows() if row.item.code == "o1")
    assert entry == CheckEntry("o1", Fraction(50), WorkStatus.DOING, note="เดิม", ticked=frozenset({1}))


def test_one_undo_takes_an_import_back(office: Workspace, empty_folder: Path) -> None:
    """The file is then as before, but for the history, which tells of both."""
    before = everything(office)
    office.importing.apply(ImportKind.ANSWERS, answers(empty_folder, 1, 2))
    assert everything(office) != before
    office.undo()
    assert everything(office) == before
    entries = office.settings.history(2)
    assert [entry.action for entry in entries] == [Action.UNDONE, Action.IMPORTED]
    assert entries[1].subject == "answers 2"


@pytest.mark.parametrize("kind", list(ImportKind))
def test_every_kind_has_a_template_in_every_year(kind: ImportKind, empty_folder: Path) -> None:
    """The kinds that the command line names."""
    for year in (2564, 2568):
        path = write_template(kind, instrument_text(year), empty_folder / f"{kind.value}-{year}.xlsx")
        assert path.stat().st_size > 4000
