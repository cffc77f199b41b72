"""The checklist on paper: table with live links, hand-over lists, answer sheet, reminders."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pymupdf
import pytest

from ita_desktop.documents.checklist.handover import todo
from ita_desktop.documents.checklist.reminder import NOTHING, reminders, render_reminder
from ita_desktop.domain.checklist import CheckEntry, WorkStatus
from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.domain.checklist_paper import CHECKLIST_PAPERS
from ita_desktop.domain.history import Role
from ita_desktop.domain.problems import DocumentUnknown
from tests.documents.pdf import bare, pages
from tests.documents.sample import empty_office
from tests.helpers.offices import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

SITE = "https://www.tambon-tuayang.go.th"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """Two divisions: one returned item, one late, one done."""
    made = empty_office(tmp_path)
    save = made.checklist.save
    save(CheckEntry("o1", Fraction(100), WorkStatus.APPROVED, f"{SITE}/o1", owner="สำนักปลัด"))
    save(CheckEntry("o2", Fraction(50), link=f"{SITE}/o2", owner="สำนักปลัด", ticked=frozenset({0, 1})))
    save(CheckEntry("o13", owner="กองคลัง", due=date(2025, 5, 2)))
    made.checklist.approval.take(ApprovalStep.SUBMIT, ["o2"])
    made.take_role(Role.EXECUTIVE)
    made.checklist.approval.take(ApprovalStep.RETURN, ["o2"], "ยังไม่มีรูปถ่ายของรองปลัด")
    yield made
    made.close()


def text_of(data: bytes) -> str:
    """All words, without what only steers line breaks."""
    with pymupdf.open(stream=data) as document:
        return bare("".join(page.get_text() for page in document))


def links_of(data: bytes) -> set[str]:
    """The addresses that a click would open."""
    with pymupdf.open(stream=data) as document:
        return {link["uri"] for page in document for link in page.get_links() if "uri" in link}


def test_the_table_has_every_item_by_sub_indicator_with_live_links(office: Workspace) -> None:
    """28 items, seven groups, a click opens the page."""
    data = office.checklist.papers.render("oit-table")
    text = text_of(data)
    for row in office.checklist.rows():
        assert row.item.code in text
        assert row.sub_indicator is not None
        assert bare(f"{row.sub_indicator.code} {row.sub_indicator.title}") in text
    assert links_of(data) == {f"{SITE}/o1", f"{SITE}/o2"}
    assert "+0.50" in text


def test_the_answer_sheet_follows_itas(office: Workspace) -> None:
    """Items in the instrument's order, each address whole, a missing one said."""
    data = office.checklist.papers.render("oit-answers")
    text = text_of(data)
    places = [text.index(bare(row.item.text)) for row in office.checklist.rows()]
    assert places == sorted(places)
    assert f"{SITE}/o2" in text
    assert "ยังไม่มีลิงก์" in text
    assert f"{SITE}/o1" in links_of(data)


def test_each_division_gets_its_own_list(office: Workspace) -> None:
    """A sheet for each, the unowned items last."""
    assert pages(office.checklist.papers.render("oit-handover")) >= 3
    content = office.checklist.papers.content()
    assert content.divisions == ("สำนักปลัด", "กองคลัง", "")
    assert [line.code for line in content.of("กองคลัง")] == ["o13"]
    o2 = next(line for line in content.lines if line.code == "o2")
    assert todo(o2) == "ส่งคืน: ยังไม่มีรูปถ่ายของรองปลัด\nขาด: รูปถ่าย, ช่องทางการติดต่อ"


def test_a_reminder_goes_to_each_division_that_owes(office: Workspace) -> None:
    """What was returned is named with its reason, what is late as late; what is done is not."""
    first, second = reminders(office.checklist.papers.content())
    assert first.addressee == "ผู้อำนวยการ/หัวหน้าสำนักปลัด"
    assert "ส่งคืนเพราะ “ยังไม่มีรูปถ่ายของรองปลัด”" in first.paragraphs[1]
    assert not any("o1 " in line for line in first.paragraphs)
    assert "เกินกำหนดแล้ว 1 ข้อ" in second.paragraphs[0]
    assert "(เกินกำหนดแล้ว)" in second.paragraphs[1]
    assert pages(office.checklist.papers.render("oit-reminder")) == 2


def test_with_nothing_owed_the_reminder_says_so(office: Workspace) -> None:
    """No memo is an answer too."""
    content = office.checklist.papers.content()
    done = replace(content, lines=tuple(replace(line, owner="") for line in content.lines))
    assert reminders(done) == ()
    assert bare(NOTHING) in text_of(render_reminder(done, NOW, "laksaman")).replace("หัวหน้าหน่วยงาน", "")


@pytest.mark.parametrize("kind", CHECKLIST_PAPERS)
def test_the_same_data_gives_the_same_bytes(office: Workspace, kind: str) -> None:
    """A paper can be printed again."""
    assert office.checklist.papers.render(kind) == office.checklist.papers.render(kind)


def test_an_unknown_paper_is_told(office: Workspace) -> None:
    """With the known ones."""
    with pytest.raises(DocumentUnknown):
        office.checklist.papers.render("oit-x")
