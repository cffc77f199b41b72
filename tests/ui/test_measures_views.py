"""The five views of the measures page, from the keyboard: what is decided, dated, reported and printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.domain.plan.findings import FindingState, Heading
from ita_desktop.domain.plan.months import Month
from ita_desktop.domain.plan.steps import PlanStep
from ita_desktop.ui.pages.measures import MeasuresPage
from ita_desktop.ui.pages.measures_library import LibrarySheet
from ita_desktop.ui.pages.measures_paper import PaperSheet
from ita_desktop.ui.pages.measures_rules import RulesSheet
from ita_desktop.ui.pages.measures_steps import StepsSheet
from ita_desktop.ui.pages.overview import OverviewPage
from ita_desktop.ui.pages.overview_dates import CalendarSheet
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.widgets.money_field import read_money, shown_money

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace
    from tests.ui.conftest import Hand

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Sheet = TypeVar("Sheet", bound=QDialog)


def opened(hand: Hand, view: int) -> MeasuresPage:
    """The measures page at a view, opened by its keys."""
    page = hand.open(Tab.MEASURES)
    assert isinstance(page, MeasuresPage)
    hand.press(Qt.Key(Qt.Key.Key_0 + view), ALT)
    hand.settle()
    return page


def sheet_of(hand: Hand, kind: type[Sheet]) -> Sheet:
    """The sheet of a kind that lies over the window, the cursor in it."""
    hand.settle()
    found = [each for each in hand.window.findChildren(kind) if each.isVisible()]
    assert found, kind
    found[-1].activateWindow()
    hand.settle()
    return found[-1]


def finding(workspace: Workspace, key: str) -> FindingState:
    """What is decided about a score."""
    return next(r.finding.state for r in workspace.plan.findings.rows() if r.finding.score_key == key)


def test_a_finding_is_taken_reworded_and_dismissed_by_keys(hand: Hand, workspace: Workspace) -> None:
    """The draft stands in the field; Ctrl+S takes it, Ctrl+D dismisses, undo takes that back."""
    page = opened(hand, 1)
    view = page.findings
    assert view.table.choose(lambda row: row.finding.score_key == "o2")
    assert view.panel.text.text().startswith("ข้อ o2 ข้อมูลผู้บริหาร ได้ 50.00 คะแนน")
    assert "ต่ำกว่าเป้าหมาย" in view.panel.why.text()
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert finding(workspace, "o2") is FindingState.ACCEPTED
    hand.press(Qt.Key.Key_D, CONTROL)
    hand.settle()
    assert finding(workspace, "o2") is FindingState.DISMISSED
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert finding(workspace, "o2") is FindingState.ACCEPTED
    assert "ข้อบกพร่องที่ต้องแก้ไขโดยเร่งด่วน" in [view.table.rows.heading_at(n) for n in range(3)]


def test_words_typed_into_a_finding_are_kept_on_leaving(hand: Hand, workspace: Workspace) -> None:
    """Whoever words a finding takes it; Esc before that forgets the words."""
    page = opened(hand, 1)
    page.findings.table.choose(lambda row: row.finding.score_key == "o2")
    page.findings.panel.text.setFocus()
    hand.type("x")
    hand.press(Qt.Key.Key_Escape)
    assert not page.findings.panel.changed
    page.findings.panel.text.setFocus()
    page.findings.panel.text.setText("รูปผู้บริหารไม่ครบ")
    hand.press(Qt.Key.Key_2, ALT)
    hand.settle()
    row = next(r for r in workspace.plan.findings.rows() if r.finding.score_key == "o2")
    assert (row.finding.text, row.finding.state) == ("รูปผู้บริหารไม่ครบ", FindingState.ACCEPTED)


def test_people_add_a_finding_under_the_heading_they_choose(hand: Hand, workspace: Workspace) -> None:
    """Ctrl+N, words, Ctrl+S; without words it is told at the field."""
    page = opened(hand, 1)
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert page.findings.panel.form.fault_text("finding_text") == "ยังไม่ได้กรอก"
    page.findings.panel.heading.set_value(Heading.URGENT)
    page.findings.panel.text.setText("ร้องเรียนเรื่องคิว")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    own = [r.finding for r in workspace.plan.findings.rows() if not r.finding.score_key]
    assert [(each.text, each.heading) for each in own] == [("ร้องเรียนเรื่องคิว", Heading.URGENT)]


def test_f7_writes_a_measure_that_answers_the_finding(hand: Hand, workspace: Workspace) -> None:
    """Indicator, item and result are there; a title is all that lacks."""
    page = opened(hand, 1)
    page.findings.table.choose(lambda row: row.finding.score_key == "o2")
    hand.press(Qt.Key.Key_F7)
    hand.settle()
    hand.type("ปรับข้อมูลผู้บริหาร")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    (measure,) = workspace.measures.rows()
    assert (measure.indicator, measure.answers, measure.title) == ("9", "o2", "ปรับข้อมูลผู้บริหาร")
    assert measure.finding.startswith("ข้อ o2")
    assert page.views.current == 1


def test_the_library_fills_the_form_but_not_the_file(hand: Hand, workspace: Workspace) -> None:
    """A suggestion is a draft: it is kept when the form is, and not before."""
    page = opened(hand, 2)
    hand.press(Qt.Key.Key_N, CONTROL)
    page.form.indicator.set_value("4")
    hand.press(Qt.Key.Key_F7)
    sheet = sheet_of(hand, LibrarySheet)
    assert sheet.table.rows.rowCount() >= 3
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert page.form.measure.text() != ""
    assert len(page.form.typed().plan) >= 2
    assert workspace.measures.rows() == ()
    page.plan.save()
    hand.settle()
    assert len(workspace.measures.rows()) == 1


def test_steps_get_dates_in_their_sheet(hand: Hand, workspace: Workspace) -> None:
    """Added, dated, finished today, moved up; used by Ctrl+S and kept with the measure."""
    workspace.measures.add(Measure("1", "คู่มือ", plan=(PlanStep("ร่าง"),)))
    page = opened(hand, 2)
    page.refresh()
    hand.settle()
    hand.press(Qt.Key.Key_F6)
    sheet = sheet_of(hand, StepsSheet)
    sheet.start.set_day(date(2025, 1, 2))
    sheet.add()
    sheet.text.setText("พิมพ์")
    sheet.end.set_day(date(2024, 12, 1))
    sheet.start.set_day(date(2025, 2, 1))
    sheet.take()
    assert sheet.dates.fault_text("end") != ""
    sheet.end.set_day(date(2025, 2, 28))
    sheet.finish()
    sheet.take()
    hand.settle()
    page.plan.save()
    hand.settle()
    (measure,) = workspace.measures.rows()
    assert measure.plan == (
        PlanStep("ร่าง", date(2025, 1, 2)),
        PlanStep("พิมพ์", date(2025, 2, 1), date(2025, 2, 28), measure.plan[1].done),
    )
    assert measure.plan[1].done is not None


def test_money_below_zero_is_told_at_its_field(hand: Hand, workspace: Workspace) -> None:
    """And so is what is no sum; nothing is kept."""
    page = opened(hand, 2)
    hand.press(Qt.Key.Key_N, CONTROL)
    page.form.measure.setText("จัดอบรม")
    page.form.money.setText("ห้าพัน")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert "ห้าพัน" in page.form.form.fault_text("money")
    page.form.money.setText("-500")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert "ติดลบไม่ได้" in page.form.form.fault_text("money")
    assert workspace.measures.rows() == ()
    page.form.money.setText("๑๒,๕๐๐.๕๐ บาท")
    page.plan.save()
    hand.settle()
    assert workspace.measures.rows()[0].money == Decimal("12500.50")


@pytest.mark.parametrize(
    ("text", "money"),
    [("1,200", "1200"), ("๕๐.๒๕", "50.25"), ("0", "0"), ("1.234", None), ("", None), ("-", None)],
)
def test_sums_are_read_as_offices_type_them(text: str, money: str | None) -> None:
    """Commas, Thai digits; no thousandth of a baht."""
    assert read_money(text) == (Decimal(money) if money is not None else None)
    assert shown_money(Decimal("1234567.5")) == "1,234,567.50"


def test_the_timeline_moves_by_keys_and_opens_the_measure(hand: Hand, workspace: Workspace) -> None:
    """Arrows go from line to line; Enter opens the measure; bars are told in words too."""
    step = PlanStep("ร่าง", date(2025, 1, 2), date(2025, 1, 31))
    workspace.measures.add(Measure("1", "คู่มือ", plan=(step,), start=date(2025, 1, 2), end=date(2025, 4, 30)))
    second = workspace.measures.add(Measure("2", "แผนเงิน", start=date(2025, 1, 2), end=date(2025, 9, 30))).key
    page = opened(hand, 3)
    lines = page.timeline.table.as_text().splitlines()
    assert "เลยกำหนด" in lines[1]
    assert "๒ ม.ค. ๖๘ – ๓๐ ก.ย. ๖๘ · อยู่ในช่วงดำเนินการ" in lines[3]
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert page.views.current == 1
    assert page.table.chosen is not None
    assert page.table.chosen.key == second


def test_a_months_report_is_typed_and_kept(hand: Hand, workspace: Workspace) -> None:
    """Enter, the figure, Ctrl+S; the quarter shows it; what is no number is told at its field."""
    key = workspace.measures.add(Measure("1", "คู่มือ", end=date(2025, 9, 30))).key
    page = opened(hand, 4)
    hand.press(Qt.Key.Key_Return)
    hand.type("มาก")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert page.follow.panel.form.fault_text("progress") != ""
    page.follow.panel.percent.setText("๔๐")
    page.follow.panel.done.setText("ร่างเสร็จ")
    page.follow.panel.spent.setText("1,500")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    (row,) = workspace.plan.follow_up.rows()
    report = row.reports[0]
    assert (report.measure, report.month, report.percent, report.spent) == (
        key,
        Month(2025, 5),
        40,
        Decimal(1500),
    )
    assert "40%" in page.follow.table.as_text()
    assert row.measure.status is MeasureStatus.RUNNING


def test_an_earlier_month_is_chosen_and_removed_again(hand: Hand, workspace: Workspace) -> None:
    """The list says which months are reported; removing can be undone."""
    from ita_desktop.domain.plan.progress import Report

    key = workspace.measures.add(Measure("1", "คู่มือ", end=date(2025, 9, 30))).key
    workspace.plan.follow_up.put(Report(key, Month(2025, 1), 10, "เริ่ม"))
    page = opened(hand, 4)
    panel = page.follow.panel
    place = next(n for n in range(panel.month.count()) if "รายงานแล้ว" in panel.month.itemText(n))
    panel.month.setCurrentIndex(place)
    panel.month.activated.emit(place)
    assert panel.done.text() == "เริ่ม"
    page.follow.remove()
    hand.settle()
    assert workspace.plan.follow_up.rows()[0].reports == ()
    page.table.setFocus()
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert workspace.plan.follow_up.rows()[0].percent == 10


def test_the_rules_are_changed_in_their_sheet(hand: Hand, workspace: Workspace) -> None:
    """What is no number is told at its field; other limits propose other things."""
    page = opened(hand, 1)
    hand.press(Qt.Key.Key_F8)
    sheet = sheet_of(hand, RulesSheet)
    sheet.fields["urgent_below"].setText("มาก")
    sheet.save()
    assert sheet.form.fault_text("urgent_below") != ""
    sheet.fields["urgent_below"].setText("๔๐")
    sheet.fields["develop_below"].setText("30")
    sheet.save()
    hand.settle()
    assert sheet.form.fault_text("develop_below") != ""
    sheet.fields["develop_below"].setText("60")
    sheet.pairs.setText("i1-e1, i2–e2")
    sheet.save()
    hand.settle()
    rules = workspace.plan.findings.rules()
    assert (rules.urgent_below, rules.pairs) == (Decimal(40), (("i1", "e1"), ("i2", "e2")))
    row = next(r for r in page.findings.table.rows.rows if r.finding.score_key == "o2")
    assert row.finding.heading is Heading.DEVELOP


def test_the_papers_are_seen_before_they_are_kept(hand: Hand, workspace: Workspace, tmp_path: Path) -> None:
    """Ctrl+P opens them; another one is shown when chosen; PDF gets its ending."""
    workspace.measures.add(Measure("1", "คู่มือ", end=date(2025, 9, 30)))
    opened(hand, 2)
    hand.press(Qt.Key.Key_P, CONTROL)
    sheet = sheet_of(hand, PaperSheet)
    assert sheet.kind == "plan"
    sheet.kinds.setCurrentIndex(3)
    hand.settle()
    sheet.write(tmp_path / "แผน")
    hand.settle()
    assert (tmp_path / "แผน.pdf").read_bytes().startswith(b"%PDF")
    sheet.reject()


def test_the_plan_goes_out_and_in_as_a_workbook(hand: Hand, workspace: Workspace, tmp_path: Path) -> None:
    """What came in is announced with its undo; a library that is none is told on top."""
    workspace.measures.add(Measure("1", "คู่มือ"))
    page = opened(hand, 2)
    page.plan.files.save(tmp_path / "แผน.xlsx")
    hand.settle()
    workspace.measures.remove(workspace.measures.rows()[0].key)
    page.plan.files.take_workbook(tmp_path / "แผน.xlsx")
    hand.settle()
    assert [each.title for each in workspace.measures.rows()] == ["คู่มือ"]
    assert "เพิ่ม ๑ แก้ ๐" in hand.window.status_bar.announcement.text()
    page.plan.files.take_library(tmp_path / "แผน.xlsx")
    hand.settle()
    assert "คลังมาตรการ" in hand.reads(page.banner)
    page.plan.files.carry_over()
    hand.settle()
    assert "๒๕๖๗" in hand.reads(page.banner) or "2567" in hand.reads(page.banner)


def test_enter_on_an_effect_opens_the_score(hand: Hand, workspace: Workspace) -> None:
    """Before and after stand in their columns; the result's tab opens on the score."""
    workspace.measures.add(Measure("9", "ผู้บริหาร", answers="o2", end=date(2025, 9, 30)))
    page = opened(hand, 5)
    assert "50.00" in page.effects.table.as_text()
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert hand.window.current_tab is Tab.RESULTS


def test_the_calendar_is_changed_from_the_overview(hand: Hand, workspace: Workspace) -> None:
    """F6, a day, Ctrl+S; reversed days are told at the field; the instrument's own come back."""
    page = hand.open(Tab.OVERVIEW)
    assert isinstance(page, OverviewPage)
    hand.press(Qt.Key.Key_F6)
    sheet = sheet_of(hand, CalendarSheet)
    sheet.table.choose(lambda row: row[0].code == "iit")
    sheet.end.set_day(date(2025, 4, 1))
    sheet.save()
    hand.settle()
    assert "อยู่ก่อนวันเริ่ม" in sheet.form.fault_text("end")
    sheet.end.set_day(date(2025, 7, 15))
    sheet.owner.setText("งานการเจ้าหน้าที่")
    sheet.save()
    hand.settle()
    words = page.calendar.accessibleDescription()
    assert "เก็บข้อมูลแบบสำรวจ IIT: ๑ พ.ค. ๖๘ – ๑๕ ก.ค. ๖๘ (อยู่ในช่วงนี้) งานการเจ้าหน้าที่" in words
    sheet.reset()
    hand.settle()
    assert "งานการเจ้าหน้าที่" not in page.calendar.accessibleDescription()
    sheet.reject()


def test_a_late_measure_is_a_duty_and_enter_goes_to_its_report(hand: Hand, workspace: Workspace) -> None:
    """The overview names it; the follow-up opens on it."""
    workspace.measures.add(Measure("2", "อื่น", end=date(2025, 9, 30)))
    key = workspace.measures.add(Measure("1", "คู่มือบริการ", end=date(2025, 4, 30), owner="สำนักปลัด")).key
    page = hand.open(Tab.OVERVIEW)
    assert isinstance(page, OverviewPage)
    page.refresh()
    hand.settle()
    table = page.duty_card.table
    assert "คู่มือบริการ มาตรการ · สำนักปลัด · ๓๐ เม.ย. ๖๘" in table.as_text()
    table.choose(lambda duty: duty.subject == f"follow:{key}")
    table.setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    measures = hand.window.current_page
    assert isinstance(measures, MeasuresPage)
    assert measures.views.current == 3
    assert measures.follow.table.chosen is not None
    assert measures.follow.table.chosen.measure.key == key


def test_an_activity_that_ends_within_days_is_a_duty(hand: Hand, workspace: Workspace) -> None:
    """Today is 9 May: what ends on the 15th is told with its owner, and opens where it is done."""
    from ita_desktop.domain.plan.calendar import ActivityDates

    dates = ActivityDates("oit", date(2025, 5, 1), date(2025, 5, 15), "ทุกกอง")
    workspace.plan.calendar.change(dates)
    page = hand.open(Tab.OVERVIEW)
    assert isinstance(page, OverviewPage)
    page.refresh()
    hand.settle()
    table = page.duty_card.table
    assert "ตอบแบบสำรวจ OIT ปฏิทิน · ทุกกอง · ๑๕ พ.ค. ๖๘" in table.as_text()
    table.choose(lambda duty: duty.words.startswith("ตอบแบบสำรวจ OIT"))
    table.setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert hand.window.current_tab is Tab.CHECKLIST


def test_steps_are_ticked_off_from_the_follow_up(hand: Hand, workspace: Workspace) -> None:
    """F6 on the follow-up keeps the finished step at once."""
    measure = Measure("1", "คู่มือ", plan=(PlanStep("ร่าง"),), end=date(2025, 9, 30))
    key = workspace.measures.add(measure).key
    opened(hand, 4)
    hand.press(Qt.Key.Key_F6)
    sheet = sheet_of(hand, StepsSheet)
    sheet.finish()
    sheet.take()
    hand.settle()
    assert workspace.measures.find(key).plan[0].done is not None
    assert replace(workspace.measures.find(key), plan=(), key=0) == replace(measure, plan=())
