"""Rosters, checklist, measures, published figures: kept as typed, refused with the field named, undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.checklist import CheckEntry, WorkStatus
from ita_desktop.domain.measures import Measure
from ita_desktop.domain.office import Office
from ita_desktop.domain.problems import (
    FieldFault,
    FieldProblem,
    InstrumentDoesNotFit,
    MissingRecord,
    NothingToUndo,
)
from ita_desktop.domain.roster import Eligibility, ExternalPerson, InternalPerson
from ita_desktop.services.overview import StepKind
from tests.helpers.offices import INVENTED, instrument_of

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace

SOMEONE = InternalPerson(
    "นายสมมุติ ตัวอย่างดี", "นิติกร", "สำนักปลัด", start_date=date(2020, 1, 15), phone="081-000-0000"
)


def test_a_person_is_kept_as_typed_and_found_without_tone_marks(office: Workspace) -> None:
    """Search takes words in any order, tone marks or not, over all fields."""
    office.roster.add(SOMEONE)
    (row,) = office.roster.internal("ปลัด สมมุต 081000")
    assert replace(row.person, key=0) == SOMEONE
    assert office.roster.internal("ไม่มี") == ()


def test_eligibility_says_why_not_and_from_when(office: Workspace) -> None:
    """One year before the cut-off; without a start date nobody can tell."""
    cut_off = office.roster.cut_off()
    late = cut_off.replace(year=cut_off.year - 1, month=12, day=31)
    office.roster.add(replace(SOMEONE, name="ก", start_date=cut_off.replace(year=cut_off.year - 1)))
    office.roster.add(
        replace(
            SOMEONE, name="ข", start_date=late if late > cut_off.replace(year=cut_off.year - 1) else cut_off
        )
    )
    office.roster.add(replace(SOMEONE, name="ค", start_date=None))
    rows = {row.person.name: row for row in office.roster.internal()}
    assert rows["ก"].eligibility is Eligibility.YES
    assert rows["ข"].eligibility is Eligibility.TOO_SHORT
    assert rows["ค"].eligibility is Eligibility.NO_START_DATE
    summary = office.roster.summary()
    assert (summary.internal, summary.eligible) == (3, 1)


@pytest.mark.parametrize("day", [date(2030, 1, 1), date(1857, 1, 1)])
def test_a_start_date_that_cannot_be_is_refused(office: Workspace, day: date) -> None:
    """The future, and a Buddhist year taken for a Christian one."""
    with pytest.raises(FieldProblem) as caught:
        office.roster.add(replace(SOMEONE, start_date=day))
    assert (caught.value.field, caught.value.fault) == ("start_date", FieldFault.OUT_OF_RANGE)
    assert office.roster.internal() == ()


def test_a_removed_person_comes_back_by_undo(office: Workspace) -> None:
    """Deleting can be undone."""
    office.roster.add(SOMEONE)
    office.roster.add(ExternalPerson("บริษัท สมมุติ จำกัด"))
    (row,) = office.roster.internal()
    office.roster.remove(row.person)
    assert office.roster.internal() == ()
    office.undo()
    assert office.roster.internal() == (row,)
    with pytest.raises(MissingRecord):
        office.roster.change(replace(SOMEONE, key=999))


def test_the_history_holds_no_names_of_people(office: Workspace) -> None:
    """A person can be erased on request; a name in the history could not."""
    office.roster.add(SOMEONE)
    (row,) = office.roster.internal()
    office.roster.change(replace(row.person, name="นายอื่น สมมุติ"))
    office.roster.remove(row.person)
    assert not any("สมมุติ" in entry.subject for entry in office.settings.history())


def test_checklist_rows_stand_in_order_and_say_what_they_could_gain(office: Workspace) -> None:
    """o2 from 50 to 100 is half a point of the total; all gains together are the weight of the OIT."""
    rows = office.checklist.rows()
    assert [row.item.code for row in rows] == [f"o{n}" for n in range(1, 29)]
    assert sum(row.gain for row in rows) == 40
    entry = CheckEntry(
        "o2",
        Fraction(50),
        WorkStatus.DOING,
        "https://www.office.go.th/x",
        "ขาดรูป",
        "สำนักปลัด",
        date(2025, 5, 14),
    )
    office.checklist.save(entry)
    kept = {row.item.code: row for row in office.checklist.rows()}["o2"]
    assert kept.entry == entry
    assert kept.gain == Fraction(1, 2)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "ไม่ใช่ลิงก์", "http://localhost"])
def test_what_is_no_public_link_is_refused(office: Workspace, link: str) -> None:
    """Only web addresses prove publication."""
    with pytest.raises(FieldProblem) as caught:
        office.checklist.save(CheckEntry("o1", link=link))
    assert caught.value.field == "link"


def test_unknown_items_and_impossible_results_are_refused(office: Workspace) -> None:
    """Nothing is kept under a code that the instrument does not know."""
    with pytest.raises(MissingRecord):
        office.checklist.save(CheckEntry("o99"))
    with pytest.raises(FieldProblem):
        office.checklist.save(CheckEntry("o1", Fraction(101)))


def test_measures_stand_by_indicator_and_are_checked(office: Workspace) -> None:
    """A title, a known indicator, an end after the start."""
    good = Measure("10", "ทบทวนแผน", start=date(2025, 10, 1), end=date(2026, 9, 30))
    office.measures.add(good)
    office.measures.add(replace(good, indicator="2"))
    assert [each.indicator for each in office.measures.rows()] == ["2", "10"]
    for bad in (
        replace(good, title=" "),
        replace(good, indicator="11"),
        replace(good, end=date(2025, 1, 1)),
    ):
        with pytest.raises(FieldProblem):
            office.measures.add(bad)
    first = office.measures.rows()[0]
    office.measures.change(replace(first, outcome="เสร็จแล้ว"))
    assert office.measures.rows()[0].outcome == "เสร็จแล้ว"
    office.measures.remove(first.key)
    assert len(office.measures.rows()) == 1


def test_published_figures_stand_beside_and_past_years_have_their_level(office: Workspace) -> None:
    """Neither overwrites the other; a year of letters is graded by letters."""
    office.results.put_published(2568, "total", Decimal("91.25"))
    for key, value in (("IIT", "83.41"), ("EIT", "92.21"), ("OIT", "100.00")):
        office.results.put_published(2564, key, Decimal(value))
    result = office.results.result()
    assert result.published == {"total": Decimal("91.25")}
    assert result.sheet.total.value is None
    (past,) = result.past
    assert past.total is not None
    assert (past.year, round(past.total, 3), past.level) == (2564, Fraction(92686, 1000), "A")
    office.results.put_published(2568, "total", None)
    assert office.results.result().published == {}
    with pytest.raises(FieldProblem):
        office.results.put_published(2568, "total", Decimal(101))


def test_the_result_is_computed_again_only_after_a_change(office: Workspace) -> None:
    """The same result object until something changed."""
    before = office.results.result()
    assert office.results.result() is before
    office.checklist.save(CheckEntry("o1", Fraction(100)))
    assert office.results.result() is not before


def test_the_overview_tells_the_next_step_in_the_years_order(office: Workspace) -> None:
    """Rosters first, then paper, then the checklist."""
    assert office.overview.overview().next_step.kind is StepKind.ROSTER
    office.roster.add(SOMEONE)
    step = office.overview.overview().next_step
    assert (step.kind, step.subject, step.left) == (StepKind.KEY_FORMS, "IIT", 1)


def test_overdue_items_are_told_until_they_are_approved(office: Workspace) -> None:
    """Today is 9 May 2025."""
    office.checklist.save(CheckEntry("o13", due=date(2025, 5, 2)))
    office.checklist.save(CheckEntry("o2", due=date(2025, 5, 14)))
    office.checklist.save(CheckEntry("o3", due=date(2025, 5, 1), status=WorkStatus.APPROVED))
    view = office.overview.overview()
    assert [row.item.code for row in view.overdue] == ["o13"]
    assert [row.item.code for row in view.due_soon] == ["o2"]


def test_the_overview_reminds_of_personal_data_that_is_kept_too_long(office: Workspace) -> None:
    """Once the day is near, and only while there is somebody on a roster."""
    office.roster.privacy.put_retention(date(2025, 5, 20))
    assert office.overview.overview().erase_by is None
    office.roster.add(SOMEONE)
    assert office.overview.overview().erase_by == date(2025, 5, 20)
    office.roster.privacy.put_retention(date(2026, 5, 20))
    assert office.overview.overview().erase_by is None


def test_the_office_needs_a_name_and_nothing_to_undo_is_told(office: Workspace) -> None:
    """A nameless office is refused; a fresh file has nothing to take back."""
    with pytest.raises(NothingToUndo):
        office.undo()
    with pytest.raises(FieldProblem):
        office.settings.change_office(Office("  "))
    office.settings.change_office(replace(INVENTED, name="เทศบาลตำบล  ใหม่"))
    assert office.settings.office().name == "เทศบาลตำบล ใหม่"
    office.undo()
    assert office.settings.office() == INVENTED


def test_a_corrected_instrument_replaces_the_files_copy(office: Workspace) -> None:
    """A correction of the same year is taken; another year's is refused; undo brings the old one back."""
    from ita_desktop.services.instruments import instrument_text

    settings = office.settings
    corrected = instrument_text(2568).replace("ข้อมูลผู้บริหาร", "ข้อมูลผู้บริหาร (แก้ไข)", 1)
    settings.change_instrument(corrected)
    assert office.results.result().instrument.item("o2").text.endswith("(แก้ไข)")
    office.undo()
    assert office.results.result().instrument == instrument_of(2568)
    with pytest.raises(InstrumentDoesNotFit):
        settings.change_instrument(instrument_text(2564))
