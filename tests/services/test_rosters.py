"""Promises about rosters: looked over, approved, drawn, counted, merged, erased, carried over."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook, load_workbook

from ita_desktop.domain.history import Action, Role
from ita_desktop.domain.problems import CellFault, FieldProblem, MissingRecord, RoleNeeded, WorkbookRefused
from ita_desktop.domain.roster import Approval, Eligibility, ExternalPerson, InternalPerson, RosterKind
from ita_desktop.domain.roster_likeness import Likeness
from ita_desktop.domain.roster_problems import (
    Doubt,
    NothingToApprove,
    RosterLocked,
    YearExists,
)
from ita_desktop.services.importing import Effect, ImportKind
from ita_desktop.services.roster import Order

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace

NEXT_YEAR = Path(__file__).parents[1] / "instruments" / "invented-2570.json"
INSIDE, OUTSIDE = RosterKind.INTERNAL, RosterKind.EXTERNAL
LONG_AGO = date(2015, 1, 1)


def a_book(folder: Path, *rows: list[Any], name: str = "ทะเบียน.xlsx") -> Path:
    """Make a workbook of one sheet."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(folder / name)
    return folder / name


def an_office_of(office: Workspace, count: int) -> None:
    """Fill the internal roster: three divisions, two levels, everybody long in service."""
    levels = office.session.instrument.roster.levels
    for place in range(count):
        office.roster.add(
            InternalPerson(
                f"นายคนที่{place:03d} สมมติ", "นิติกร", f"กองที่{place % 3}", levels[2 + place % 2], LONG_AGO
            )
        )


def test_a_messy_roster_is_understood_and_says_what_was_put_right(
    office: Workspace, empty_folder: Path
) -> None:
    """Looks of headers, title rows, both kinds of year, marks and invisible characters, telephones."""
    path = a_book(
        empty_folder,
        ["ทะเบียนบุคลากร ประจำปี ๒๕๖๘"],
        [],
        ["ลำดับ", "ชื่อ - สกุล (ผู้ปฏิบัติงาน)", "ตำแหน่งปัจจุบัน", "กอง/ฝ่าย ที่สังกัด", "วันที่เข้ารับราชการ", "เบอร์ติดต่อ (มือถือ)"],
        [1, "ว่าที่ร้อยตรีทดลอง\u200b  นํ้าใส", "นิติกร", "กองคลัง", "1-ต.ค.-2550", "๐๘๑-๒๓๔-๕๖๗๘"],
        [2, "ร้อยตำรวจเอก ดร.จำลอง สมมติ", "นิติกร", "กองช่าง", "2007-10-01 00:00:00", "+66 81 234 5679"],
    )  # fmt: skip
    preview = office.importing.preview(ImportKind.ROSTER_INTERNAL, path)
    assert set(preview.guessed.values()) >= {"start_date", "division"}
    mended = {(each.cell, each.field, each.after) for each in preview.mended}
    assert mended == {
        ("B4", "name", "ว่าที่ร้อยตรีทดลอง น้ำใส"),
        ("F4", "phone", "0812345678"),
        ("F5", "phone", "0812345679"),
    }
    office.importing.apply(ImportKind.ROSTER_INTERNAL, path)
    people = {row.person.name: row.person for row in office.roster.internal()}
    assert people["ว่าที่ร้อยตรีทดลอง น้ำใส"].start_date == date(2007, 10, 1)
    assert people["ร้อยตำรวจเอก ดร.จำลอง สมมติ"].start_date == date(2007, 10, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_comes_in_however_it_was_saved(
    office: Workspace, empty_folder: Path, encoding: str, separator: str
) -> None:
    """UTF-8 with and without its mark, Windows-874, UTF-16; any usual separator."""
    rows = [["ชื่อ-สกุล", "สังกัด", "วันบรรจุ"], ["นายทดลอง น้ำใส", "กองคลัง", "๑/๑๐/๒๕๕๐"]]
    text = "\r\n".join(separator.join(row) for row in rows)
    path = empty_folder / "รายชื่อ.csv"
    path.write_bytes(text.encode(encoding))
    office.importing.apply(ImportKind.ROSTER_INTERNAL, path)
    (row,) = office.roster.internal()
    assert (row.person.name, row.person.division) == ("นายทดลอง น้ำใส", "กองคลัง")
    assert row.person.start_date == date(2007, 10, 1)


@pytest.mark.parametrize("data", [b"\x00\x01\x02,\x00", b'a,"' + b"x" * 200_000, b"\xff\xfe\x00"])
def test_a_csv_that_is_none_is_refused(office: Workspace, empty_folder: Path, data: bytes) -> None:
    """Bytes of another kind change nothing."""
    path = empty_folder / "x.csv"
    path.write_bytes(data)
    with pytest.raises(WorkbookRefused):
        office.importing.apply(ImportKind.ROSTER_INTERNAL, path)
    assert not office.roster.internal()


def test_a_formula_in_a_csv_is_refused_at_its_cell(office: Workspace, empty_folder: Path) -> None:
    """As in a workbook."""
    path = empty_folder / "x.csv"
    path.write_text('ชื่อ-สกุล\nนายก สมมติ\n"=HYPERLINK(""http://x"")"\n', "utf-8")
    with pytest.raises(WorkbookRefused) as caught:
        office.importing.apply(ImportKind.ROSTER_INTERNAL, path)
    assert [(each.cell, each.fault) for each in caught.value.problems] == [("A3", CellFault.FORMULA)]


def test_headers_mapped_once_are_remembered(office: Workspace, empty_folder: Path) -> None:
    """What nobody could guess is told once, and known the next time; a header can be mapped away."""
    path = a_book(empty_folder, ["กำลังพล", "หน่วย", "ตำแหน่ง"], ["นายก สมมติ", "กองคลัง", "ลับ"])
    with pytest.raises(WorkbookRefused) as caught:
        office.importing.preview(ImportKind.ROSTER_INTERNAL, path)
    assert caught.value.problems[0].fault is CellFault.NO_HEADER
    assert "กำลังพล" in caught.value.problems[0].value
    mapped = {"กำลังพล": "name", "หน่วย": "division", "ตำแหน่ง": "-"}
    office.importing.apply(ImportKind.ROSTER_INTERNAL, path, mapped)
    assert office.importing.preview(ImportKind.ROSTER_INTERNAL, path).unchanged == 1
    (row,) = office.roster.internal()
    assert (row.person.division, row.person.position) == ("กองคลัง", "")


def test_a_total_below_the_list_is_no_person(office: Workspace, empty_folder: Path) -> None:
    """Its cell is named."""
    path = a_book(empty_folder, ["ชื่อ-สกุล"], ["นายก สมมติ"], ["รวมทั้งสิ้น 1 คน"])
    with pytest.raises(WorkbookRefused) as caught:
        office.importing.preview(ImportKind.ROSTER_INTERNAL, path)
    assert [each.cell for each in caught.value.problems] == ["A3"]


def test_a_name_under_a_header_over_three_columns_is_put_together(
    office: Workspace, empty_folder: Path
) -> None:
    """As the forms of many offices have it."""
    path = a_book(
        empty_folder, ["ชื่อ-สกุล", None, None, "สังกัด"], ["นาย", "ทดลอง", "สมมติ", "กองคลัง"], name="m.xlsx"
    )
    book = load_workbook(path)
    book.worksheets[0].merge_cells("A1:C1")
    book.save(path)
    office.importing.apply(ImportKind.ROSTER_INTERNAL, path)
    assert [row.person.name for row in office.roster.internal()] == ["นายทดลอง สมมติ"]


def test_doubtful_rows_say_why_and_nothing_is_merged_silently(office: Workspace, empty_folder: Path) -> None:
    """Each comes in; who is like whom is told by cell."""
    path = a_book(
        empty_folder,
        ["ชื่อ-สกุล", "สังกัด", "วันบรรจุ", "โทร", "ตำแหน่ง"],
        ["นายน้ำใส สมมติ", "กองคลัง", "1/10/2550", "0810000001", "นิติกร"],
        ["นายน้ำใส สมมติ", "กองคลัง", "1/10/2560", "0810000002", "นิติกร"],
        ["ดร.น้ำใส สมมติ", "กองช่าง", "1/10/2550", None, "นิติกร"],
        ["นายนำใส สมมติ", "กองช่าง", "1/10/2550", None, "นิติกร"],
        ["นางกานต์ ตัวอย่าง", "กองคลัง", "1/10/2550", "081-000-0001", "สมาชิกสภาเทศบาล"],
        ["นายน้ำใส สมมติ", "กองคลัง", "1/10/2550", None, None],
    )
    _, preview = office.importing.apply(ImportKind.ROSTER_INTERNAL, path)
    assert [row.effect for row in preview.rows] == [Effect.ADDED] * 5 + [Effect.UNCHANGED]
    assert [tuple(each.doubt for each in row.doubts) for row in preview.rows] == [
        (),
        (Doubt.SAME_NAME,),
        (Doubt.TITLE_APART,),
        (Doubt.SPELLING_NEAR,),
        (Doubt.SAME_PHONE, Doubt.COUNCILLOR),
        (Doubt.REPEATED,),
    ]
    assert preview.rows[1].doubts[0].other == "Sheet A2"
    again = office.importing.preview(ImportKind.ROSTER_INTERNAL, path)
    assert (again.added, again.changed) == (0, 0)


def test_undo_after_an_import_leaves_the_file_as_it_was(office: Workspace, empty_folder: Path) -> None:
    """Every table but the history, the remembered headers too."""
    an_office_of(office, 5)

    def everything() -> dict[str, list[tuple[Any, ...]]]:
        with office.session.reading() as transaction:
            names = (
                transaction.exec_driver_sql(
                    "SELECT name FROM main.sqlite_master WHERE type = 'table' "
                    "AND name NOT IN ('history', 'sqlite_sequence')"
                )
                .scalars()
                .all()
            )
            tables = {}
            for name in names:
                rows = transaction.exec_driver_sql(f'SELECT * FROM main."{name}"')  # noqa: S608 - our own names
                tables[name] = sorted(map(tuple, rows.all()), key=repr)
            return tables

    before = everything()
    rows = [[f"นายคนที่{place:03d} สมมติ", f"กองที่{place % 3}", "ตำแหน่งใหม่"] for place in range(9)]
    path = a_book(empty_folder, ["คน", "สังกัด", "ตำแหน่ง"], *rows)
    office.importing.apply(ImportKind.ROSTER_INTERNAL, path, {"คน": "name"})
    assert everything() != before
    office.undo()
    assert everything() == before


def test_councillors_are_listed_but_not_eligible(office: Workspace) -> None:
    """They counted as external; their secretary's staff is internal."""
    office.roster.add(InternalPerson("นายก สมมติ", "สมาชิกสภาเทศบาล", start_date=LONG_AGO))
    office.roster.add(InternalPerson("นายข สมมติ", "เจ้าหน้าที่งานสมาชิกสภา", start_date=LONG_AGO))
    office.roster.add(InternalPerson("นายค สมมติ", "เลขานุการนายกเทศมนตรี", start_date=LONG_AGO))
    found = {row.person.name: row.eligibility for row in office.roster.internal()}
    assert found == {
        "นายก สมมติ": Eligibility.COUNCILLOR,
        "นายข สมมติ": Eligibility.YES,
        "นายค สมมติ": Eligibility.YES,
    }
    assert office.roster.summary().eligible == 2


@pytest.mark.parametrize("day", [date(2023, 9, 30), date(2023, 10, 1), date(2023, 10, 2), date(2024, 2, 29)])
def test_eligible_people_are_counted_as_they_are_listed(office: Workspace, day: date) -> None:
    """The count in SQL and the judgement of each line say the same on the days around the limit."""
    office.roster.add(InternalPerson("นายก สมมติ", start_date=day))
    listed = sum(row.eligibility is Eligibility.YES for row in office.roster.internal())
    assert office.roster.summary().eligible == listed


def test_search_ignores_marks_only_where_the_typist_does(office: Workspace) -> None:
    """นำ finds น้ำ and นำ; น้ำ finds น้ำ alone."""
    for name in ("นายน้ำใส สมมติ", "นายนำชัย สมมติ"):
        office.roster.add(InternalPerson(name))
    assert len(office.roster.keys(INSIDE, "นำ")) == 2
    assert [row.person.name for row in office.roster.internal("น้ำ")] == ["นายน้ำใส สมมติ"]
    assert office.roster.keys(INSIDE, "น่ำ") == ()


def test_a_view_reads_only_what_is_in_sight(office: Workspace) -> None:
    """Keys of all lines in the order asked for; people by key."""
    an_office_of(office, 6)
    keys = office.roster.keys(INSIDE, "", Order.DIVISION, descending=True)
    rows = office.roster.internal_of(keys[:2])
    assert len(keys) == 6
    assert [row.person.division for row in rows] == ["กองที่2", "กองที่2"]


def test_the_executive_approves_what_the_admin_submitted(office: Workspace) -> None:
    """Each by their role; what is approved is locked; a change opens it again; the history tells all."""
    an_office_of(office, 3)
    approval = office.roster.approval
    with pytest.raises(RoleNeeded):
        approval.approve(INSIDE)
    approval.submit(INSIDE)
    office.take_role(Role.EXECUTIVE)
    with pytest.raises(RoleNeeded):
        approval.submit(INSIDE)
    first, second, third = office.roster.keys(INSIDE)
    approval.approve(INSIDE, [first])
    approval.send_back(INSIDE, "ตำแหน่งไม่ตรง", [second])
    approval.approve(INSIDE)
    assert vars_of(approval.counts(INSIDE)) == (0, 0, 2, 1)
    with pytest.raises(NothingToApprove):
        approval.approve(INSIDE)
    office.take_role(Role.ADMIN)
    (row,) = office.roster.internal_of([second])
    assert (row.person.approval, row.person.reason) == (Approval.RETURNED, "ตำแหน่งไม่ตรง")
    (locked,) = office.roster.internal_of([third])
    with pytest.raises(RosterLocked):
        office.roster.change(locked.person)
    with pytest.raises(RosterLocked):
        office.roster.remove(locked.person)
    office.roster.change(locked.person, reopen=True)
    assert office.roster.internal_of([third])[0].person.approval is Approval.DRAFT
    lines = [(entry.role, entry.action) for entry in office.settings.history(5)]
    assert lines == [
        (Role.ADMIN, Action.REOPENED_ROSTER),
        (Role.EXECUTIVE, Action.APPROVED_ROSTER),
        (Role.EXECUTIVE, Action.RETURNED_ROSTER),
        (Role.EXECUTIVE, Action.APPROVED_ROSTER),
        (Role.ADMIN, Action.SUBMITTED_ROSTER),
    ]


def vars_of(counts: object) -> tuple[int, ...]:
    """Return the numbers of a counts object in order."""
    return tuple(getattr(counts, name) for name in ("draft", "submitted", "approved", "returned"))


def test_a_reason_is_asked_for(office: Workspace) -> None:
    """Nothing is returned without one."""
    an_office_of(office, 1)
    office.roster.approval.submit(INSIDE)
    office.take_role(Role.EXECUTIVE)
    with pytest.raises(FieldProblem):
        office.roster.approval.send_back(INSIDE, "  ")


def test_a_draw_is_repeated_from_its_seed(office: Workspace) -> None:
    """The same people, in proportion; a roster changed since is told; undo takes the marks back."""
    an_office_of(office, 30)
    draws = office.roster.draws
    _, drawn = draws.draw(INSIDE, 9, "20260119")
    asked = {row.person.key for row in office.roster.internal() if row.person.asked}
    assert asked == set(drawn.numbers) == set(draws.preview(INSIDE, 9, "20260119").numbers)
    assert [share.drawn for share in drawn.shares] == [2, 2, 2, 1, 1, 1]
    assert draws.still_holds(INSIDE)
    office.roster.add(InternalPerson("นายใหม่ สมมติ", start_date=LONG_AGO))
    assert not draws.still_holds(INSIDE)
    office.undo()
    office.undo()
    assert not any(row.person.asked for row in office.roster.internal())


def test_a_draw_without_a_seed_throws_one_and_keeps_it(office: Workspace) -> None:
    """So that it can be printed."""
    an_office_of(office, 10)
    _, drawn = office.roster.draws.draw(INSIDE, 3)
    record = office.roster.draws.record(INSIDE)
    assert record is not None
    assert record.seed == drawn.seed
    assert office.roster.papers.draw(INSIDE).startswith(b"%PDF")


def test_only_the_eligible_are_drawn(office: Workspace) -> None:
    """Nobody too short in service, without a start date, or of the council."""
    an_office_of(office, 4)
    office.roster.add(InternalPerson("นายสั้น สมมติ", start_date=date(2025, 1, 1)))
    office.roster.add(InternalPerson("นายไร้วัน สมมติ"))
    _, drawn = office.roster.draws.draw(INSIDE, 4, "1")
    assert drawn.heads == 4


def test_the_figure_of_itas_wins(office: Workspace) -> None:
    """It stands beside the rule, which is unconfirmed."""
    an_office_of(office, 40)
    office.settings.put_itas_minimum("IIT", 35)
    requirement = office.roster.draws.requirements()[0]
    assert (requirement.by_rule, requirement.by_itas, requirement.needed) == (30, 35, 35)
    assert not requirement.confirmed


def test_paper_is_counted_by_division(office: Workspace) -> None:
    """Given, come back, needed; more cannot come back than was given."""
    an_office_of(office, 30)
    handouts = office.roster.handouts
    handouts.put("IIT", "กองที่1", 10, 7)
    table = handouts.table("IIT")
    assert [(row.division, row.eligible, row.given, row.came_back) for row in table.rows] == [
        ("กองที่0", 10, 0, 0), ("กองที่1", 10, 10, 7), ("กองที่2", 10, 0, 0),
    ]  # fmt: skip
    assert sum(row.needed for row in table.rows) == table.needed == 30
    with pytest.raises(FieldProblem):
        handouts.put("IIT", "กองที่1", 5, 6)


def test_pairs_are_merged_only_when_somebody_says_so(office: Workspace) -> None:
    """The older line stays and takes what it lacks; two people kept apart are not proposed again."""
    office.roster.add(InternalPerson("นายน้ำใส สมมติ", "นิติกร", "กองคลัง"))
    office.roster.add(InternalPerson("ดร.น้ำใส สมมติ", "", "กองช่าง", phone="0810000001"))
    office.roster.add(InternalPerson("นายนำใส สมมติ"))
    twins = office.roster.twins
    assert {pair.likeness for pair in twins.pairs(INSIDE)} == {Likeness.TITLE, Likeness.SPELLING}
    twins.keep_apart(INSIDE, 1, 3)
    twins.keep_apart(INSIDE, 3, 2)
    assert [(pair.first.key, pair.second.key) for pair in twins.pairs(INSIDE)] == [(1, 2)]
    twins.merge(INSIDE, 1, 2)
    kept = office.roster.internal_of([1, 2])
    assert [(row.person.name, row.person.division, row.person.phone) for row in kept] == [
        ("นายน้ำใส สมมติ", "กองคลัง", "0810000001")
    ]
    office.undo()
    assert len(office.roster.internal()) == 3
    with pytest.raises(MissingRecord):
        twins.merge(INSIDE, 1, 1)


def test_an_erased_person_leaves_only_a_count(office: Workspace) -> None:
    """No byte of the name is left in the file once it is closed; the counts are as before."""
    an_office_of(office, 3)
    before = office.roster.summary()
    key = office.roster.keys(INSIDE, "คนที่001")[0]
    office.roster.privacy.erase(INSIDE, key)
    assert office.roster.summary() == before
    assert len(office.roster.internal()) == 2
    path = office.path
    office.close()
    assert "คนที่001".encode() not in path.read_bytes()


def test_a_person_gets_their_data(office: Workspace, empty_folder: Path) -> None:
    """As JSON and on paper; the history says that it was given, not what it was."""
    office.roster.add(ExternalPerson("นางข สมมติ", phone="0810000001"))
    path = empty_folder / "ข้อมูล.json"
    office.roster.privacy.write_json(OUTSIDE, 1, path)
    record = json.loads(path.read_text("utf-8"))
    assert (record["roster"], record["person"]["name"]) == ("external", "นางข สมมติ")
    assert office.roster.privacy.pdf(OUTSIDE, 1).startswith(b"%PDF")
    assert "สมมติ" not in office.settings.history(1)[0].subject


def test_retention_is_reminded_of_when_it_is_due(office: Workspace) -> None:
    """By the office's own date, or the one proposed."""
    an_office_of(office, 1)
    privacy = office.roster.privacy
    assert not privacy.retention().due
    privacy.put_retention(date(2025, 6, 1))
    assert (privacy.retention().due, privacy.retention().over) == (True, False)
    privacy.erase_all(INSIDE)
    assert (privacy.retention().people, privacy.retention().due) == (0, False)
    assert office.roster.summary().internal == 1


def test_a_new_year_takes_the_inside_along_as_drafts(office: Workspace) -> None:
    """Not approved, not drawn, to be looked at again; the outside stays behind; undo takes the year back."""
    an_office_of(office, 4)
    office.roster.add(ExternalPerson("นางข สมมติ"))
    office.roster.approval.submit(INSIDE)
    office.roster.draws.draw(INSIDE, 2, "1")
    text = NEXT_YEAR.read_text("utf-8")
    office.rounds.start(text)
    assert (office.year, office.rounds.years()) == (2570, (2568, 2570))
    people = [row.person for row in office.roster.internal()]
    assert {(person.approval, person.asked) for person in people} == {(Approval.DRAFT, False)}
    assert (len(people), office.roster.external()) == (4, ())
    with pytest.raises(YearExists):
        office.rounds.start(text)
    office.rounds.go_to(2568)
    assert len(office.roster.external()) == 1
    office.undo()
    office.undo()
    assert (office.year, office.rounds.years()) == (2568, (2568,))


def test_a_saved_roster_comes_in_again_as_it_is(office: Workspace, empty_folder: Path) -> None:
    """And what looks like a formula is text in it."""
    an_office_of(office, 2)
    office.roster.add(InternalPerson("+นายบวก สมมติ", "-นิติกร", "@กอง", start_date=LONG_AGO))
    path = empty_folder / "ออก.xlsx"
    office.roster.save_workbook(INSIDE, path)
    cells = [cell for row in load_workbook(path).worksheets[0] for cell in row if cell.value]
    assert not [cell for cell in cells if cell.data_type == "f"]
    preview = office.importing.preview(ImportKind.ROSTER_INTERNAL, path)
    assert (preview.added, preview.changed, preview.unchanged) == (0, 0, 3)
