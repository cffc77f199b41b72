"""The plan's papers: everything that was written stands on them, in the columns that such papers have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from ita_desktop.documents.plan import TITLES
from ita_desktop.domain.measures import Measure
from ita_desktop.domain.plan.findings import Finding, FindingState, Heading
from ita_desktop.domain.plan.months import Month
from ita_desktop.domain.plan.papers import PLAN_PAPERS
from ita_desktop.domain.plan.progress import Report
from ita_desktop.domain.plan.steps import PlanStep
from ita_desktop.domain.problems import DocumentUnknown
from tests.documents.pdf import text_of
from tests.documents.sample import empty_office, filled_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

YEAR = (date(2025, 10, 1), date(2026, 9, 30))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """A filled office with a followed plan."""
    made = filled_office(tmp_path)
    steps = (PlanStep("กำหนดแบบคำขอ", date(2025, 10, 1), date(2025, 12, 31)), PlanStep("ตรวจทะเบียน"))
    measure = Measure("4", "ทะเบียนยืมแบบเดียว", "ข้อ i10 ต่ำสุด", steps, *YEAR, owner="กองคลัง")
    rich = replace(measure, money=Decimal("12500.50"), success="รายการที่มีคำขอ", target="ร้อยละ 95")
    key = made.measures.add(rich).key
    report = Report(key, Month(2025, 11), 40, "ใช้แล้ว 3 กอง", Decimal(2000), "กองอื่นยังไม่ใช้", "ทะเบียน 1")
    made.plan.follow_up.put(report)
    found = Finding("i10", Heading.URGENT, "การยืมทรัพย์สินไม่เป็นขั้นตอน", FindingState.ACCEPTED)
    made.plan.findings.decide(found)
    made.plan.follow_up.put_account("IIT", "บุคลากรไม่ทราบขั้นตอน", "ให้ชี้แจงทุกกอง")
    yield made
    made.close()


def printed(office: Workspace, kind: str) -> str:
    """The words of a paper, without the spaces and line ends that setting makes."""
    return "".join(text_of(office.plan.papers.render(kind)).split())


def test_every_paper_has_a_title_and_the_same_bytes_twice(office: Workspace) -> None:
    """The same data on the same day gives the same file."""
    assert tuple(TITLES) == PLAN_PAPERS
    for kind in office.plan.papers.kinds():
        assert office.plan.papers.render(kind.code) == office.plan.papers.render(kind.code)
    with pytest.raises(DocumentUnknown):
        office.plan.papers.render("x")


def test_an_empty_year_prints_plain_sentences(tmp_path: Path) -> None:
    """No result, no measure, no finding: said, and never a 0."""
    made = empty_office(tmp_path)
    for kind in PLAN_PAPERS:
        assert made.plan.papers.render(kind).startswith(b"%PDF")
    assert "ยังไม่ได้กำหนดมาตรการ" in printed(made, "plan")
    assert "ยังไม่มีผลคะแนนรวม" in printed(made, "findings")
    made.close()


def test_the_six_columns_hold_the_whole_measure(office: Workspace) -> None:
    """Issue, measure with success and money, result, steps, the fiscal year with its days, owner."""
    text = printed(office, "plan")
    for words in (
        "ขั้นตอน/วิธีการดำเนินงาน", "ระยะเวลา", "ผู้รับผิดชอบ", "ทะเบียนยืมแบบเดียว", "12,500.50บาท", "เป้าหมายร้อยละ95",
        "1)กำหนดแบบคำขอ", "2)ตรวจทะเบียน", "ปีงบประมาณพ.ศ.2569", "1ต.ค.68–30ก.ย.69",
    ):  # fmt: skip
        assert words in text, words


def test_the_three_columns_follow_the_findings(office: Workspace) -> None:
    """Where it comes from, the findings under their heading, then the table."""
    text = printed(office, "plan-short")
    places = [text.index(words) for words in ("ที่มา", "การยืมทรัพย์สินไม่เป็นขั้นตอน", "ขั้นตอน/วิธีปฏิบัติ", "กำหนดแบบคำขอ")]
    assert places == sorted(places)


def test_the_account_has_its_five_parts_for_every_tool(office: Workspace) -> None:
    """What people wrote stands in place of what is proposed; money and evidence are told."""
    text = printed(office, "plan-account")
    for part in ("ปัญหาและแนวทางแก้ไข", "มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ผลการดำเนินการ", "ข้อเสนอแนะ"):
        assert text.count(part) >= 3, part
    for words in ("บุคลากรไม่ทราบขั้นตอน", "ให้ชี้แจงทุกกอง", "ใช้แล้ว๓กอง", "ร้อยละ๔๐", "๒,๐๐๐บาท", "ทะเบียน๑"):
        assert words in text, words


def test_the_half_years_report_what_falls_into_them(office: Workspace) -> None:
    """A report of November is in both; one of May in the second alone."""
    key = office.plan.follow_up.rows()[-1].measure.key
    for row in office.plan.follow_up.rows():
        if row.measure.title == "ทะเบียนยืมแบบเดียว":
            key = row.measure.key
    office.plan.follow_up.put(Report(key, Month(2026, 5), 80, "ครบทุกกอง", Decimal(500)))
    first, whole = printed(office, "plan-half-1"), printed(office, "plan-half-2")
    assert "ร้อยละ๔๐" in first
    assert "ร้อยละ๘๐" not in first
    assert "ร้อยละ๘๐" in whole
    assert "ใช้จ่ายแล้ว๒,๐๐๐บาท" in first
    assert "ใช้จ่ายแล้ว๒,๕๐๐บาท" in whole


def test_the_timeline_is_told_in_words_too(office: Workspace) -> None:
    """Months, owners and what the fills mean stand on the page."""
    text = printed(office, "plan-timeline")
    for words in ("ต.ค.", "ก.ย.", "๒๕๖๘", "๒๕๖๙", "กองคลัง", "เลยกำหนด", "ทะเบียนยืมแบบเดียว"):
        assert words in text, words


def test_a_plan_longer_than_a_page_goes_on_with_its_head(office: Workspace) -> None:
    """Forty measures, one of them longer than a sheet: nothing is cut, and every page has the columns."""
    long = "\n".join(f"{number}) ขั้นตอนที่ยาวพอสมควรของมาตรการนี้" for number in range(1, 60))
    from ita_desktop.domain.plan.steps import steps_of

    for number in range(40):
        office.measures.add(Measure("2", f"มาตรการที่ {number}", plan=steps_of(long if number == 5 else "ทำ")))
    for kind in ("plan", "plan-short", "plan-timeline", "plan-half-2"):
        text = printed(office, kind)
        assert "มาตรการที่39" in text or "มาตรการที่๓๙" in text, kind
    assert printed(office, "plan").count("ผู้รับผิดชอบ") > 3


def test_the_calendar_prints_what_the_office_changed(office: Workspace) -> None:
    """Ten activities with their owners."""
    from ita_desktop.domain.plan.calendar import ActivityDates

    office.plan.calendar.change(ActivityDates("iit", date(2025, 5, 12), date(2025, 7, 15), "งานการเจ้าหน้าที่"))
    text = printed(office, "calendar")
    assert "งานการเจ้าหน้าที่" in text
    assert "๑๐.ประกาศผล" in text


def test_the_report_recommends_what_people_took(office: Workspace) -> None:
    """A taken finding stands in the report in place of what the scores alone would give of that tool."""
    from tests.documents.pdf import bare

    text = bare(text_of(office.papers.render("report")))
    assert "การยืมทรัพย์สินไม่เป็นขั้นตอน" in text
    rows = {row.finding.score_key: row.finding for row in office.plan.findings.rows()}
    office.plan.findings.forget(rows["i10"].key)
    assert "การยืมทรัพย์สินไม่เป็นขั้นตอน" not in bare(text_of(office.papers.render("report")))
