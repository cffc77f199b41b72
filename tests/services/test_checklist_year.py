"""An OIT year as the services keep it: stages, approval, proofs, locks, what does not hold together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.checklist import CheckEntry, Component, ResultStage, WorkStatus
from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.domain.checklist_oddities import Oddity
from ita_desktop.domain.checklist_phases import OitPhase
from ita_desktop.domain.checklist_problems import (
    ItemLocked,
    LinksClosed,
    NothingSent,
    StepNotPossible,
)
from ita_desktop.domain.history import Role
from ita_desktop.domain.problems import FieldProblem, RoleNeeded
from ita_desktop.models import checklist_store

if TYPE_CHECKING:
    from ita_desktop.services.checklist import CheckRow
    from ita_desktop.services.workspace import Workspace

SITE = "https://www.tambon-tuayang.go.th"


def row_of(office: Workspace, code: str) -> CheckRow:
    """An item as the page sees it."""
    return next(row for row in office.checklist.rows() if row.item.code == code)


def submit(office: Workspace, code: str) -> None:
    """The ADMIN submits an item."""
    office.take_role(Role.ADMIN)
    office.checklist.approval.take(ApprovalStep.SUBMIT, [code])


def approve(office: Workspace, code: str) -> None:
    """The ADMIN submits, the executive approves."""
    submit(office, code)
    office.take_role(Role.EXECUTIVE)
    office.checklist.approval.take(ApprovalStep.APPROVE, [code])
    office.take_role(Role.ADMIN)


def kinds(office: Workspace, code: str) -> set[Oddity]:
    """What does not hold together at an item."""
    return {found.kind for found in row_of(office, code).oddities}


def test_the_newest_known_result_counts_and_none_is_lost(office: Workspace) -> None:
    """Own estimate, preliminary, after explanation, final: each is kept, the last one known scores."""
    for stage, value in zip(ResultStage, (100, 0, 50, 100), strict=True):
        office.checklist.judge("o2", stage, Fraction(value))
        assert row_of(office, "o2").entry.result == value
    entry = row_of(office, "o2").entry
    assert [entry.of_stage(stage) for stage in ResultStage] == [100, 0, 50, 100]
    office.checklist.judge("o2", ResultStage.FINAL, None)
    assert row_of(office, "o2").entry.result == 50


def test_without_an_assessors_word_the_own_estimate_counts(office: Workspace) -> None:
    """Taking the preliminary result away brings the own estimate back."""
    office.checklist.judge("o2", ResultStage.OWN, Fraction(50))
    office.checklist.judge("o2", ResultStage.PRELIMINARY, Fraction(0))
    office.checklist.judge("o2", ResultStage.PRELIMINARY, None)
    entry = row_of(office, "o2").entry
    assert (entry.result, entry.stage) == (Fraction(50), ResultStage.OWN)
    office.checklist.judge("o2", ResultStage.OWN, None)
    assert row_of(office, "o2").entry.result is None


def test_admin_submits_executive_returns_with_a_reason_then_approves(office: Workspace) -> None:
    """The way of an item, with who, what and why kept in order."""
    submit(office, "o2")
    office.take_role(Role.EXECUTIVE)
    with pytest.raises(FieldProblem):
        office.checklist.approval.take(ApprovalStep.RETURN, ["o2"], "  ")
    office.checklist.approval.take(ApprovalStep.RETURN, ["o2"], "ยังไม่มีรูปถ่าย")
    assert row_of(office, "o2").entry.status is WorkStatus.RETURNED
    approve(office, "o2")
    assert row_of(office, "o2").entry.status is WorkStatus.APPROVED
    steps = office.checklist.approval.history("o2")
    assert [(step.step, step.role, step.reason) for step in steps] == [
        (ApprovalStep.SUBMIT, Role.ADMIN, ""),
        (ApprovalStep.RETURN, Role.EXECUTIVE, "ยังไม่มีรูปถ่าย"),
        (ApprovalStep.SUBMIT, Role.ADMIN, ""),
        (ApprovalStep.APPROVE, Role.EXECUTIVE, ""),
    ]


def test_each_step_is_one_roles_and_begins_where_it_may(office: Workspace) -> None:
    """The ADMIN cannot approve, nobody approves what was not submitted, and of many all move or none."""
    with pytest.raises(RoleNeeded):
        office.checklist.approval.take(ApprovalStep.APPROVE, ["o1"])
    submit(office, "o1")
    office.take_role(Role.EXECUTIVE)
    with pytest.raises(StepNotPossible):
        office.checklist.approval.take(ApprovalStep.APPROVE, ["o1", "o2"])
    assert row_of(office, "o1").entry.status is WorkStatus.WAITING
    with pytest.raises(RoleNeeded):
        office.checklist.approval.take(ApprovalStep.SUBMIT, ["o2"])


def test_a_status_of_approval_cannot_simply_be_typed(office: Workspace) -> None:
    """Nobody approves by choosing a word from a list."""
    office.checklist.save(CheckEntry("o1"))
    with pytest.raises(FieldProblem):
        office.checklist.save(CheckEntry("o1", status=WorkStatus.APPROVED))
    assert row_of(office, "o1").entry.status is WorkStatus.NOT_BEGUN


def test_what_is_approved_is_locked_but_not_the_work_around_it(office: Workspace) -> None:
    """Link, ticks, note and own estimate wait for a reopening; owner and the assessor's result do not."""
    office.checklist.save(CheckEntry("o1", Fraction(100), link=f"{SITE}/o1"))
    approve(office, "o1")
    entry = row_of(office, "o1").entry
    for changed in (
        replace(entry, link=f"{SITE}/o1-new"),
        replace(entry, note="ใหม่"),
        replace(entry, ticked=frozenset({0})),
        entry.judged(ResultStage.OWN, Fraction(0)),
    ):
        with pytest.raises(ItemLocked):
            office.checklist.save(changed)
    office.checklist.save(replace(entry, owner="กองคลัง"))
    office.checklist.judge("o1", ResultStage.PRELIMINARY, Fraction(50))
    assert row_of(office, "o1").entry.result == 50
    office.checklist.approval.take(ApprovalStep.REOPEN, ["o1"], "ลิงก์ย้าย")
    office.checklist.save(replace(row_of(office, "o1").entry, link=f"{SITE}/o1-new"))
    assert row_of(office, "o1").entry.link == f"{SITE}/o1-new"


def test_a_changed_link_keeps_the_one_before_as_a_version(office: Workspace) -> None:
    """Nothing that was sent is overwritten."""
    office.checklist.save(CheckEntry("o1", link=f"{SITE}/old"))
    office.checklist.save(replace(row_of(office, "o1").entry, link=f"{SITE}/new"))
    proofs = row_of(office, "o1").proofs
    assert [proof.target for proof in proofs] == [f"{SITE}/new"]
    versions = office.checklist.evidence.versions(proofs[0].key)
    assert [each.target for each in versions] == [f"{SITE}/new", f"{SITE}/old"]


def test_undo_takes_a_step_of_approval_back(office: Workspace) -> None:
    """Status and the written step go together."""
    submit(office, "o1")
    office.undo()
    assert row_of(office, "o1").entry.status is WorkStatus.NOT_BEGUN
    assert row_of(office, "o1").steps == ()


def test_in_the_explanation_window_only_sent_links_are_spoken_of(office: Workspace) -> None:
    """As ITAS does: no new link, an explanation only where a link was sent."""
    office.checklist.save(CheckEntry("o1", link=f"{SITE}/o1"))
    office.checklist.approval.set_phase(OitPhase.EXPLAINING, date(2025, 5, 1), date(2025, 5, 15))
    assert office.checklist.approval.phase() is OitPhase.EXPLAINING
    with pytest.raises(LinksClosed):
        office.checklist.save(CheckEntry("o2", link=f"{SITE}/o2"))
    with pytest.raises(LinksClosed):
        office.checklist.evidence.add_link(["o1"], f"{SITE}/o1-more")
    office.checklist.save(replace(row_of(office, "o1").entry, explanation="รูปถ่ายอยู่หน้า 2"))
    assert row_of(office, "o1").entry.explanation == "รูปถ่ายอยู่หน้า 2"
    office.checklist.save(CheckEntry("o3"))
    with pytest.raises(NothingSent):
        office.checklist.save(CheckEntry("o3", explanation="มีแล้ว"))


def test_the_office_can_add_components_of_its_own(office: Workspace) -> None:
    """Where the instrument knows none (o4 on) the office writes them, and they count as any other."""
    office.checklist.save(CheckEntry("o4", Fraction(100), added=(Component("ข่าวของปี 2568"),)))
    row = row_of(office, "o4")
    assert row.components == (Component("ข่าวของปี 2568"),)
    assert kinds(office, "o4") == {Oddity.NOT_TICKED}


def test_done_without_proof_is_told(office: Workspace) -> None:
    """Submitted with nothing to show."""
    submit(office, "o1")
    assert kinds(office, "o1") == {Oddity.NO_PROOF}


def test_a_link_that_no_assessor_would_take_is_kept_and_told(office: Workspace) -> None:
    """Another domain, a login page, a search result: nothing is lost, each is named."""
    links = {
        "o1": ("https://www.elsewhere.go.th/ita/o1", Oddity.OTHER_DOMAIN),
        "o2": (f"{SITE}/wp-login.php?redirect_to=o2", Oddity.LOGIN),
        "o3": (f"{SITE}/?s=ติดต่อ", Oddity.SEARCH),
        "o4": (SITE, Oddity.HOME_PAGE),
    }
    for code, (link, kind) in links.items():
        office.checklist.save(CheckEntry(code, link=link))
        assert row_of(office, code).entry.link == link
        assert kind in kinds(office, code)


def test_one_link_for_plan_and_report_is_told_at_both(office: Workspace) -> None:
    """o6 is this year's plan, o7 last year's report: one page cannot be both; o1 and o3 may share."""
    for code in ("o6", "o7"):
        office.checklist.save(CheckEntry(code, link=f"{SITE}/plan-2568"))
    for code in ("o1", "o3"):
        office.checklist.save(CheckEntry(code, link=f"{SITE}/about"))
    assert Oddity.SAME_LINK in kinds(office, "o6")
    assert Oddity.SAME_LINK in kinds(office, "o7")
    assert kinds(office, "o1") == kinds(office, "o3") == set()


def test_a_year_that_is_not_the_items_is_told(office: Workspace) -> None:
    """A report named 2568 where 2567's is asked for; a link into the folder of 2566."""
    office.checklist.evidence.add_link(["o7"], f"{SITE}/ita/2568/o7", title="รายงานผลปี 2568")
    office.checklist.save(CheckEntry("o6", link=f"{SITE}/ita/2566/plan"))
    assert Oddity.WRONG_YEAR_OF_PAIR in kinds(office, "o7")
    assert Oddity.OTHER_YEAR in kinds(office, "o6")
    office.checklist.save(CheckEntry("o5", link=f"{SITE}/plan-2566-2570"))
    assert kinds(office, "o5") == set()


def test_approved_then_changed_behind_the_signature_is_told(office: Workspace) -> None:
    """A workbook can still bring another link in: the signature was given for the old one."""
    office.checklist.save(CheckEntry("o1", link=f"{SITE}/o1"))
    approve(office, "o1")
    assert kinds(office, "o1") == set()
    entry = replace(row_of(office, "o1").entry, link=f"{SITE}/other")
    with office.session.drafting() as transaction:
        checklist_store.put(transaction, office.year, entry)
    assert Oddity.CHANGED_AFTER in kinds(office, "o1")


def test_what_would_move_the_score_most_comes_first(office: Workspace) -> None:
    """Sorted by points of the total, full items left out."""
    for row in office.checklist.rows():
        office.checklist.save(CheckEntry(row.item.code, Fraction(100)))
    office.checklist.save(CheckEntry("o2", Fraction(50)))
    office.checklist.save(CheckEntry("o13", Fraction(0)))
    found = [(row.item.code, row.gain) for row in office.checklist.by_gain()]
    assert found == [("o13", Fraction(2)), ("o2", Fraction(1, 2))]
