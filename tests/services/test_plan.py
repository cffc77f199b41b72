"""Findings, plan, follow-up, effects and calendar on an open file: kept, refused with the field, undone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.domain.history import Action
from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.domain.plan.calendar import ActivityDates
from ita_desktop.domain.plan.effect import Verdict
from ita_desktop.domain.plan.findings import Finding, FindingState, Heading
from ita_desktop.domain.plan.library import LibraryOlder
from ita_desktop.domain.plan.months import Month
from ita_desktop.domain.plan.problems import NothingLeftOver
from ita_desktop.domain.plan.progress import Report
from ita_desktop.domain.plan.steps import PlanStep
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord, WorkbookRefused
from ita_desktop.models import questionnaire_store
from ita_desktop.services.changes import Topic
from ita_desktop.services.importing import ImportKind
from ita_desktop.services.instruments import instrument_text
from ita_desktop.services.overview import StepKind
from ita_desktop.support.paths import resource
from tests.helpers.offices import best_choice, new_workspace, worst_choice

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace

STEPS = (PlanStep("ทำป้าย", date(2025, 1, 2), date(2025, 1, 31), date(2025, 1, 30)), PlanStep("สรุปผล"))
MEASURE = Measure(
    "4",
    "ทะเบียนยืมทรัพย์สิน",
    "ข้อ i10 ต่ำ",
    STEPS,
    date(2024, 11, 1),
    date(2025, 4, 30),
    "กองคลัง",
    answers="i10",
    money=Decimal("12500.50"),
    success="รายการยืมที่มีคำขอ",
    target="ร้อยละ 95",
)


def added(office: Workspace, measure: Measure = MEASURE) -> Measure:
    """Add a measure and return it as the file has it."""
    key = office.measures.add(measure).key
    return office.measures.find(key)


def test_a_measure_is_kept_whole_and_undone_whole(office: Workspace) -> None:
    """Steps with dates, money to the satang, target; removing takes its reports, undo brings all back."""
    kept = added(office)
    assert replace(kept, key=0) == MEASURE
    report = Report(kept.key, Month(2025, 1), 30, "เริ่มแล้ว", Decimal("99.99"), "ช้า", "บันทึกที่ 1")
    office.plan.follow_up.put(report)
    office.measures.remove(kept.key)
    assert office.plan.follow_up.rows() == ()
    office.undo()
    (row,) = office.plan.follow_up.rows()
    assert (replace(row.measure, status=kept.status), row.reports) == (kept, (report,))


@pytest.mark.parametrize(
    ("change", "field", "fault"),
    [
        ({"start": date(2025, 5, 1)}, "end", FieldFault.BEFORE_START),
        ({"end": date(2027, 1, 1)}, "end", FieldFault.OUTSIDE_YEAR),
        ({"start": date(2024, 9, 30)}, "start", FieldFault.OUTSIDE_YEAR),
        ({"end": date(2025, 10, 1)}, "end", FieldFault.TWO_YEARS),
        ({"money": Decimal(-1)}, "money", FieldFault.NEGATIVE),
        ({"money": Decimal("0.001")}, "money", FieldFault.OUT_OF_RANGE),
        ({"money": Decimal("NaN")}, "money", FieldFault.NOT_A_NUMBER),
        ({"answers": "e2"}, "answers", FieldFault.NOT_OFFERED),
        ({"plan": (PlanStep("ก", date(2025, 2, 1), date(2025, 1, 1)),)}, "steps", FieldFault.BEFORE_START),
    ],
)
def test_what_no_plan_can_have_is_refused_and_nothing_changes(
    office: Workspace, change: dict[str, object], field: str, fault: FieldFault
) -> None:
    """The field is named, and the file holds what it held."""
    before = added(office)
    with pytest.raises(FieldProblem) as caught:
        office.measures.change(replace(before, **change))  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.fault) == (field, fault)
    assert office.measures.rows() == (before,)


def test_findings_are_decided_reworded_and_forgotten(office: Workspace) -> None:
    """What a person decides stands over what is proposed; forgetting proposes it again."""
    office.checklist.save(CheckEntry("o19", Fraction(0)))
    findings = office.plan.findings
    proposed = {row.finding.score_key: row for row in findings.rows()}
    assert proposed["o19"].finding.state is FindingState.PROPOSED
    decided = replace(proposed["o19"].finding, text="ยังไม่เผยแพร่", state=FindingState.ACCEPTED)
    findings.decide(replace(decided, heading=Heading.DEVELOP))
    row = {each.finding.score_key: each for each in findings.rows()}["o19"]
    assert (row.finding.heading, row.finding.text) == (Heading.DEVELOP, "ยังไม่เผยแพร่")
    assert row.finding.reasons == proposed["o19"].finding.reasons
    findings.decide(replace(decided, state=FindingState.DISMISSED))
    assert len([each for each in findings.rows() if each.finding.score_key == "o19"]) == 1
    findings.forget(next(each.finding.key for each in findings.rows() if each.finding.score_key == "o19"))
    assert {e.finding.score_key: e for e in findings.rows()}["o19"].finding.state is FindingState.PROPOSED


def test_people_add_findings_of_their_own(office: Workspace) -> None:
    """About no score at all, if they say something."""
    own = Finding("", Heading.URGENT, "ประชาชนร้องเรียนเรื่องคิว", FindingState.ACCEPTED)
    office.plan.findings.decide(own)
    (row,) = office.plan.findings.rows()
    assert (row.finding.text, row.title) == ("ประชาชนร้องเรียนเรื่องคิว", "")
    with pytest.raises(FieldProblem):
        office.plan.findings.decide(replace(own, text=" "))
    with pytest.raises(FieldProblem):
        office.plan.findings.decide(replace(own, score_key="x9"))


def test_rules_are_the_years_own_and_checked(office: Workspace) -> None:
    """Changed figures propose other things; what is no score is refused; None goes back."""
    office.checklist.save(CheckEntry("o1", Fraction(90)))
    rules = office.plan.findings.rules()
    calm = replace(rules, urgent_below=Decimal(50), develop_below=Decimal(60), pairs=(("i1", "e1"),))
    office.plan.findings.put_rules(calm)
    assert office.plan.findings.rules() == calm
    assert "9" not in {row.finding.score_key for row in office.plan.findings.rows()}
    for bad in (
        replace(rules, fall=Decimal(-1)),
        replace(rules, develop_below=Decimal(10)),
        replace(rules, pairs=(("i1", "z1"),)),
    ):
        with pytest.raises(FieldProblem):
            office.plan.findings.put_rules(bad)
    office.plan.findings.put_rules(None)
    assert office.plan.findings.rules() == rules


def test_a_finding_leads_to_the_checklist_items_of_the_instrument(office: Workspace) -> None:
    """i2 → o10, o8, o9, as the assessor links them, with their titles."""
    put_forms(office, "IIT", lines_of(office, "IIT", "i9", 1, 1))
    row = {each.finding.score_key: each for each in office.plan.findings.rows()}
    assert [code for code, _ in row["i9"].leads_to] == ["o23"]
    assert all(title for _, title in row["i9"].leads_to)


def put_forms(office: Workspace, part: str, lines: list[str]) -> None:
    """Keep finished forms of the year that is worked on."""
    with office.session.change(Action.IMPORTED, part, Topic.ANSWERS) as change:
        key = questionnaire_store.add_batch(
            change.transaction, office.year, Batch(part, 0, declared=len(lines))
        )
        forms = [Questionnaire(key, number, line) for number, line in enumerate(lines, 1)]
        questionnaire_store.add(change.transaction, office.year, part, forms)


def test_reports_are_kept_by_month_and_begin_the_measure(office: Workspace) -> None:
    """The same month again replaces; what cannot be is refused; a report removed comes back by undo."""
    key = added(office).key
    follow_up = office.plan.follow_up
    follow_up.put(Report(key, Month(2025, 1), 20))
    follow_up.put(Report(key, Month(2025, 1), 25, spent=Decimal(10)))
    (row,) = follow_up.rows()
    assert (row.percent, row.spent, row.measure.status) == (25, Decimal(10), MeasureStatus.RUNNING)
    for bad, field in (
        (Report(key, Month(2025, 1), 101), "progress"),
        (Report(key, Month(2025, 10), 50), "month"),
        (Report(key, Month(2025, 1), 50, spent=Decimal(-1)), "spent"),
    ):
        with pytest.raises(FieldProblem) as caught:
            follow_up.put(bad)
        assert caught.value.field == field
    with pytest.raises(MissingRecord):
        follow_up.put(Report(999, Month(2025, 1)))
    follow_up.remove(key, Month(2025, 1))
    assert follow_up.rows()[0].reports == ()
    office.undo()
    assert follow_up.rows()[0].percent == 25


def test_what_is_late_is_on_the_overview_until_it_is_done(office: Workspace) -> None:
    """Today is 9 May 2025: the measure ended on 30 April."""
    kept = added(office)
    assert [row.measure.key for row in office.overview.overview().late_measures] == [kept.key]
    office.measures.change(replace(kept, status=MeasureStatus.DONE))
    assert office.overview.overview().late_measures == ()
    office.measures.change(replace(kept, end=date(2025, 5, 12), plan=()))
    assert [row.measure.key for row in office.overview.overview().ending_measures] == [kept.key]


def test_a_late_step_is_told_while_its_measure_still_runs(office: Workspace) -> None:
    """Its own end counts; one without dates is late with its measure."""
    late = PlanStep("ส่งแบบ", None, date(2025, 5, 1))
    added(office, replace(MEASURE, end=date(2025, 9, 30), plan=(late, PlanStep("สรุป"))))
    (row,) = office.overview.overview().late_measures
    assert (row.overdue, row.late_steps) == (False, (late,))


def test_what_is_not_done_is_taken_over_once_without_its_dates(office: Workspace) -> None:
    """Finished measures and finished steps stay behind; a second time there is nothing."""
    added(office)
    added(office, replace(MEASURE, title="เสร็จแล้ว", status=MeasureStatus.DONE))
    with pytest.raises(NothingLeftOver):
        office.plan.follow_up.carry_over()
    office.rounds.start(next_year(instrument_text(2568)))
    office.plan.follow_up.carry_over()
    (carried,) = office.measures.rows()
    assert (carried.title, carried.carried_from, carried.answers) == (MEASURE.title, 2568, "i10")
    assert (carried.start, carried.end, carried.plan) == (None, None, (PlanStep("สรุปผล"),))
    with pytest.raises(NothingLeftOver):
        office.plan.follow_up.carry_over()
    office.undo()
    assert office.measures.rows() == ()


def next_year(text: str) -> str:
    """The same instrument for the year after."""
    data = json.loads(text)
    changed = {**data, "fiscal_year": data["fiscal_year"] + 1, "calendar": []}
    return json.dumps(changed, ensure_ascii=False)


def lines_of(office: Workspace, part: str, question: str, bad: int, good: int) -> list[str]:
    """Forms that are best everywhere, `bad` of them worst at one question."""
    form = office.session.instrument.tool_of_part(part).form
    best = [str(best_choice(q)) if q.choices[0].score is not None else "1" for q in form]
    place = next(n for n, each in enumerate(form) if each.code == question)
    worse = [*best[:place], str(worst_choice(form[place])), *best[place + 1 :]]
    return ["".join(worse)] * bad + ["".join(best)] * good


def test_next_years_result_stands_beside_the_measure(office: Workspace) -> None:
    """Written in 2568 for 2569: before is 2568, after 2569, each with its own sampling error."""
    put_forms(office, "IIT", lines_of(office, "IIT", "i10", 40, 60))
    office.measures.add(replace(MEASURE, start=date(2025, 10, 1), end=date(2026, 9, 30), plan=()))
    office.measures.add(Measure("9", "เผยแพร่", start=date(2025, 10, 1), answers="o19"))
    office.checklist.save(CheckEntry("o19", Fraction(0)))
    first = {row.key: row.effect for row in office.plan.effects.rows()}
    assert first["i10"].verdict is Verdict.NOT_YET
    office.rounds.start(next_year(instrument_text(2568)))
    put_forms(office, "IIT", lines_of(office, "IIT", "i10", 5, 95))
    office.checklist.save(CheckEntry("o19", Fraction(100)))
    office.rounds.go_to(2568)
    rows = {row.key: row.effect for row in office.plan.effects.rows()}
    assert (rows["i10"].before, rows["i10"].after) == (Decimal("60.00"), Decimal("95.00"))
    assert rows["i10"].verdict is Verdict.ROSE
    assert (rows["o19"].change, rows["o19"].verdict) == (Decimal(100), Verdict.ROSE)


def test_a_small_change_of_few_forms_is_within_chance(office: Workspace) -> None:
    """Ten forms a year, one more good answer: nobody can say that it rose."""
    put_forms(office, "IIT", lines_of(office, "IIT", "i10", 4, 6))
    office.measures.add(replace(MEASURE, start=date(2025, 10, 1), end=date(2026, 9, 30), plan=()))
    office.rounds.start(next_year(instrument_text(2568)))
    put_forms(office, "IIT", lines_of(office, "IIT", "i10", 3, 7))
    office.rounds.go_to(2568)
    (row,) = office.plan.effects.rows()
    assert (row.effect.change, row.effect.verdict) == (Decimal(10), Verdict.WITHIN_CHANCE)


def test_the_calendar_is_the_instruments_until_somebody_changes_it(office: Workspace) -> None:
    """Ten activities; a changed one is on the overview, and can go back."""
    calendar = office.plan.calendar
    assert len(calendar.rows()) == 10
    dates = ActivityDates("iit", date(2025, 5, 12), date(2025, 7, 15), "งานการเจ้าหน้าที่")
    calendar.change(dates)
    assert dates in [each for _, each in calendar.rows()]
    row = next(each for each in office.overview.overview().calendar if each.activity.code == "iit")
    assert (row.end, row.owner) == (dates.end, dates.owner)
    for bad, fault in (
        (replace(dates, end=date(2025, 5, 1)), FieldFault.BEFORE_START),
        (replace(dates, end=date(2027, 5, 1)), FieldFault.OUTSIDE_YEAR),
    ):
        with pytest.raises(FieldProblem) as caught:
            calendar.change(bad)
        assert caught.value.fault is fault
    with pytest.raises(MissingRecord):
        calendar.change(replace(dates, code="x"))
    calendar.reset("iit")
    assert dates not in [each for _, each in calendar.rows()]


def test_the_next_step_names_who_and_until_when(office: Workspace) -> None:
    """From the calendar: a roster belongs to the import, a questionnaire to its tool."""
    office.plan.calendar.change(ActivityDates("import", date(2025, 5, 1), date(2025, 5, 20), "สำนักปลัด"))
    step = office.overview.overview().next_step
    assert (step.kind, step.who, step.due) == (StepKind.ROSTER, "สำนักปลัด", date(2025, 5, 20))


def test_a_library_is_taken_in_and_only_a_newer_one_replaces_it(office: Workspace) -> None:
    """The office's own year comes first, then what was sent; our own stays unless replaced."""
    data = json.loads(resource("measures", "library.json").read_text("utf-8"))
    sent = {**data, "source": "สถ.จ.ตัวอย่าง", "title": "จากจังหวัด", "version": 2}
    sent["measures"] = [{"title": "มาตรการจากจังหวัด", "indicator": "การใช้อำนาจ"}]
    library = office.plan.library
    before = len(library.suggestions("3"))
    library.take_text(json.dumps(sent))
    assert "มาตรการจากจังหวัด" in [each.title for each in library.suggestions("3")]
    assert len(library.suggestions("3")) == before + 1
    for version in (2, 1):
        with pytest.raises(LibraryOlder):
            library.take_text(json.dumps({**sent, "version": version}))
    library.take_text(json.dumps({**sent, "version": 3, "title": "ใหม่"}))
    assert [each.source for each in library.suggestions("3") if each.source == "ใหม่"] == ["ใหม่"]
    assert library.suggestions("99") == ()


def test_measures_of_last_year_are_suggested_first(office: Workspace) -> None:
    """By the indicator's title, whatever its number is now."""
    added(office)
    office.rounds.start(next_year(instrument_text(2568)))
    first = office.plan.library.suggestions("4", "i10")[0]
    assert (first.title, first.from_year, first.steps) == (MEASURE.title, 2568, ("ทำป้าย", "สรุปผล"))


def test_the_workbook_comes_in_as_it_went_out(office: Workspace, empty_folder: Path) -> None:
    """Nothing changes; in an empty file the same plan stands, steps with dates and money to the satang."""
    kept = added(office)
    path = office.plan.save_workbook(empty_folder / "แผน.xlsx")
    assert office.importing.preview(ImportKind.MEASURES, path).unchanged == 1
    office.measures.remove(kept.key)
    office.importing.apply(ImportKind.MEASURES, path)
    (again,) = office.measures.rows()
    assert replace(again, key=kept.key) == kept


def test_a_workbook_with_a_bad_row_brings_nothing(office: Workspace, empty_folder: Path) -> None:
    """The cell is named; the good rows wait for it."""
    from openpyxl import load_workbook

    added(office)
    added(office, replace(MEASURE, title="อีกมาตรการ"))
    path = office.plan.save_workbook(empty_folder / "แผน.xlsx")
    book = load_workbook(path)
    sheet = book["แผนมาตรการ"]
    sheet["C2"], sheet["G3"], sheet["I3"] = "ชื่อใหม่", "1/1/2567", "-5"
    book.save(path)
    with pytest.raises(WorkbookRefused) as caught:
        office.importing.apply(ImportKind.MEASURES, path)
    assert {problem.cell for problem in caught.value.problems} == {"I3"}
    sheet["I3"] = "5"
    book.save(path)
    with pytest.raises(WorkbookRefused) as caught:
        office.importing.apply(ImportKind.MEASURES, path)
    assert {problem.cell for problem in caught.value.problems} == {"C3"}
    assert [each.title for each in office.measures.rows()] == [MEASURE.title, "อีกมาตรการ"]


def test_an_instrument_of_another_shape_does_all_of_it(empty_folder: Path) -> None:
    """Four levels, sub-questions, three activities: findings, plan, reports, papers, calendar."""
    text = Path("tests/instruments/invented-2570.json").read_text("utf-8")
    office = new_workspace(empty_folder, text=text)
    try:
        office.checklist.save(CheckEntry("w5", Fraction(0)))
        assert "w5" in {row.finding.score_key for row in office.plan.findings.rows()}
        key = office.measures.add(Measure("6", "สมมติ", start=date(2026, 11, 1), answers="w5")).key
        office.plan.follow_up.put(Report(key, Month(2026, 12), 10))
        assert len(office.plan.calendar.rows()) == 3
        for kind in office.plan.papers.kinds():
            assert office.plan.papers.render(kind.code).startswith(b"%PDF")
    finally:
        office.close()
