"""Papers as a user works with them: proposed, written over, printed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.domain.history import Action
from ita_desktop.domain.papers import MEMO, REPORT, PaperDraft, TextUnreadable
from ita_desktop.domain.problems import DocumentUnknown, FieldProblem, FileMissing
from ita_desktop.domain.roster import InternalPerson
from ita_desktop.services import workspace
from ita_desktop.services.changes import Topic
from ita_desktop.services.papers import typeset_text
from tests.documents.pdf import bare, text_of
from tests.documents.sample import OFFICE, empty_office, filled_office
from tests.helpers.offices import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """An office without data."""
    made = empty_office(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """An office with a whole year; tests only read it."""
    made = filled_office(tmp_path_factory.mktemp("office"))
    yield made
    made.close()


def test_there_are_a_memo_and_a_report_with_thai_titles(office: Workspace) -> None:
    """The kinds are what `print` takes, the titles what people read."""
    kinds = office.papers.kinds()
    assert [kind.code for kind in kinds] == ["memo", "report"]
    assert all("ITA" in kind.title for kind in kinds)


def test_the_memo_is_proposed_from_the_result(filled: Workspace) -> None:
    """Score, level, each tool with what to work on, weakest first; the office's people sign."""
    memo = filled.papers.proposal(MEMO)
    result = filled.results.result()
    body = " ".join(memo.paragraphs)
    assert result.level is not None
    assert result.level.label in body
    assert "ข้อ i10" in body
    assert "ข้อ o24 o2 และ o6" in body
    assert "ยังไม่ใช่ผลที่ประกาศ" in body
    assert (memo.day, memo.signer_name) == (NOW.date(), OFFICE.signer_name)
    assert memo.addressee == "นายกเทศมนตรีตำบลตัวอย่าง (ผ่านปลัดเทศบาล)"
    assert memo.number == "ตย 52301/"


def test_the_memo_reports_the_published_score_where_there_is_one(office: Workspace) -> None:
    """What was published is what is reported, and the memo says who published it."""
    office.results.put_published(2568, "total", Decimal("99.70"))
    body = " ".join(office.papers.proposal(MEMO).paragraphs)
    assert "สำนักงาน ป.ป.ช. ได้ประกาศผล" in body
    assert "99.70" in body


def test_the_memo_of_an_empty_year_says_that_there_is_no_data(office: Workspace) -> None:
    """Progress is reported in words; nobody is asked to sign a result that is not there."""
    body = " ".join(office.papers.memo().paragraphs)
    assert body.count("ยังไม่มีข้อมูล") == 4
    assert "0.00" not in body
    assert "ลงนาม" not in body


def test_what_a_person_wrote_stands_over_the_proposal(office: Workspace) -> None:
    """Filled fields win, empty ones keep the proposal, blank lines part paragraphs."""
    draft = PaperDraft(
        MEMO, number="ตย 52301/78", day=date(2025, 6, 1), body="ย่อหน้าแรก\n\n1. ข้อแรก\n", digits="arabic"
    )
    changes = office.papers.save_draft(draft)
    memo = office.papers.memo()
    assert changes.topics == {Topic.PAPERS}
    assert office.papers.draft(MEMO) == draft
    assert (memo.number, memo.day) == ("ตย 52301/78", date(2025, 6, 1))
    assert memo.paragraphs == ("ย่อหน้าแรก", "1. ข้อแรก")
    assert memo.subject == office.papers.proposal(MEMO).subject
    assert "ที่ตย52301/78วันที่1มิถุนายน2568" in text_of(office.papers.render(MEMO))


def test_a_draft_is_kept_cleared_and_brought_back(office: Workspace, tmp_path: Path) -> None:
    """It is in the file after closing; clearing can be undone; both are in the history."""
    office.papers.save_draft(PaperDraft(MEMO, subject="เรื่องของเรา"))
    office.papers.clear_draft(MEMO)
    assert office.papers.draft(MEMO) == PaperDraft(MEMO)
    office.undo()
    assert office.papers.memo().subject == "เรื่องของเรา"
    assert Action.CHANGED_PAPER in {entry.action for entry in office.settings.history()}
    office.close()
    opened = workspace.open_file(tmp_path / "ว่าง.ita", lambda: NOW)
    assert opened.papers.draft(MEMO).subject == "เรื่องของเรา"
    opened.close()


def test_the_report_takes_title_and_recommendations_from_its_draft(office: Workspace) -> None:
    """Subject is the title, body the office's own recommendations."""
    office.papers.save_draft(PaperDraft(REPORT, subject="รายงานฉบับของเรา", body="1. เผยแพร่ต่อไป"))
    text = text_of(office.papers.render(REPORT))
    assert "รายงานฉบับของเรา" in text
    assert "๑.เผยแพร่ต่อไป" in text


def test_a_score_that_changes_changes_the_memo(office: Workspace) -> None:
    """Values are live as long as nothing is written over them."""
    before = office.papers.memo().paragraphs
    for tool in office.session.instrument.checklists:
        for item in tool.items:
            office.checklist.save(CheckEntry(item.code, Fraction(100 if item.code != "o2" else 50)))
    after = office.papers.memo().paragraphs
    assert before != after
    assert any("แบบตรวจ OIT ได้ 98.75 คะแนน ข้อที่ไม่ได้คะแนนเต็มคือ ข้อ o2" in line for line in after)


@pytest.mark.parametrize("kind", [MEMO, REPORT])
def test_the_same_data_on_the_same_day_gives_the_same_bytes(tmp_path: Path, kind: str) -> None:
    """The hour does not matter, the day does."""
    moment = NOW
    made = workspace.create(tmp_path / "x.ita", OFFICE, _instrument(), lambda: moment)
    first = made.papers.render(kind)
    moment = NOW + timedelta(hours=2)
    second = made.papers.render(kind)
    moment = NOW + timedelta(days=1)
    assert first == second != made.papers.render(kind)
    made.close()


def _instrument() -> str:
    """The instrument of 2568."""
    from ita_desktop.services.instruments import instrument_text

    return instrument_text(2568)


@pytest.mark.parametrize("kind", ["letter", "", "MEMO"])
def test_an_unknown_kind_is_refused_with_the_known_ones(office: Workspace, kind: str) -> None:
    """Every door refuses it alike, and nothing is written."""
    doors = (
        lambda: office.papers.draft(kind),
        lambda: office.papers.proposal(kind),
        lambda: office.papers.render(kind),
        lambda: office.papers.clear_draft(kind),
        lambda: office.papers.save_draft(PaperDraft(kind)),
    )
    lines = len(office.settings.history())
    for door in doors:
        with pytest.raises(DocumentUnknown) as told:
            door()
        assert told.value.known == (MEMO, REPORT)
    assert len(office.settings.history()) == lines


def test_figures_of_no_kind_are_refused(office: Workspace) -> None:
    """Thai or Arabic, or what the kind is usually written with."""
    with pytest.raises(FieldProblem):
        office.papers.save_draft(PaperDraft(MEMO, digits="roman"))


def test_nobody_on_the_roster_is_in_a_paper(tmp_path: Path) -> None:
    """Answers are anonymous: papers know counts, not people."""
    made = filled_office(tmp_path)
    made.roster.add(InternalPerson("นายสมมุติ ไม่มีตัวตน", division="กองคลัง"))
    text = text_of(made.papers.render(REPORT)) + text_of(made.papers.render(MEMO))
    made.close()
    assert bare("นายสมมุติ ไม่มีตัวตน") not in text


def test_a_text_file_is_set_without_an_office_file(tmp_path: Path) -> None:
    """With or without the mark that Windows' editor puts before a text."""
    for encoding in ("utf-8", "utf-8-sig"):
        path = tmp_path / "เรื่อง.md"
        path.write_text("# หัวเรื่อง\n\nข้อความ", encoding)
        assert text_of(typeset_text(path, NOW)) == "หัวเรื่องข้อความ"


def test_a_file_that_is_no_text_is_told(office: Workspace, tmp_path: Path) -> None:
    """Missing, in another encoding, a folder: problems, not tracebacks."""
    with pytest.raises(FileMissing):
        office.papers.typeset_text(tmp_path / "ไม่มี.md")
    (tmp_path / "tis.md").write_bytes("ภาษาไทย".encode("tis-620"))
    for path in (tmp_path / "tis.md", tmp_path):
        with pytest.raises(TextUnreadable):
            office.papers.typeset_text(path)


def test_a_file_of_drafts_from_before_still_opens(office: Workspace) -> None:
    """A draft is kept whole, field by field."""
    draft = PaperDraft(MEMO, "1", date(2025, 1, 2), "เรื่อง", "เรียน", "เนื้อความ", "ชื่อ", "ตำแหน่ง", "thai")
    office.papers.save_draft(draft)
    assert office.papers.draft(MEMO) == draft
    assert replace(draft, digits="") != draft


def test_asking_for_papers_loads_no_page_engine() -> None:
    """The window comes first: fonts and PDF code load when something is printed."""
    heavy = "('reportlab', 'uharfbuzz', 'nlpo3', 'markdown_it')"
    code = f"import sys, ita_desktop.services.papers; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
