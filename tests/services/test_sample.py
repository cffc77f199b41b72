"""The sample office is whole, plainly invented, and the same every time."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.answers import Mark
from ita_desktop.domain.checklist import WorkStatus
from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.domain.history import Action, Role
from ita_desktop.domain.measures import MeasureStatus
from ita_desktop.domain.paperwork.papers import PaperState
from ita_desktop.domain.plan.findings import FindingState, Heading
from ita_desktop.domain.roster import Eligibility, RosterKind
from ita_desktop.domain.second_keying import Stage
from ita_desktop.services import sample
from ita_desktop.services.sample_answers import apportion
from ita_desktop.support.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

MOMENT = datetime(2025, 8, 25, 9, 30, tzinfo=UTC)
INVENTED = ("สมม", "ตัวอย่าง", "จำลอง", "ทดลอง", "ทดสอบ", "แบบ", "ลอง", "เสมือน", "อุปม", "นามแฝง", "ตัวแทน")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """The sample office, open."""
    made = sample.make(tmp_path / sample.FILE_NAME, lambda: MOMENT)
    yield made
    made.close()


def test_every_part_has_its_questionnaires(office: Workspace) -> None:
    """52 inside, 118 who came, 60 asked in the communities."""
    counts = {progress.part.code: progress.respondents for progress in office.entry.parts()}
    assert counts == {"IIT": 52, "EIT1": 118, "EIT2": 60}


def test_the_rosters_are_complete(office: Workspace) -> None:
    """60 inside, of whom some may not answer yet and one has no start date; 140 outside."""
    states = Counter(row.eligibility for row in office.roster.internal())
    assert states == {Eligibility.YES: 53, Eligibility.TOO_SHORT: 6, Eligibility.NO_START_DATE: 1}
    assert len({row.person.division for row in office.roster.internal()}) == 5
    assert len(office.roster.external()) == 140
    assert max(p.contact_date or date.min for p in office.roster.external()) < date(2025, 6, 1)


def test_nobody_is_on_a_roster_twice(office: Workspace) -> None:
    """One line a person, whichever roster."""
    names = [row.person.name for row in office.roster.internal()]
    names += [person.name for person in office.roster.external()]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_people_are_plainly_invented(office: Workspace) -> None:
    """Each name says of itself that it is made up."""
    names = [row.person.name for row in office.roster.internal()]
    people = [person.name for person in office.roster.external() if person.kind == "บุคคลทั่วไป"]
    assert [name for name in names + people if not any(word in name for word in INVENTED)] == []


def test_telephone_numbers_cannot_ring(office: Workspace) -> None:
    """No real subscriber gets a call from someone who tries the program."""
    phones = [row.person.phone for row in office.roster.internal()]
    assert all(phone.startswith("000 000 ") for phone in phones)


def test_the_result_is_a_plausible_one(office: Workspace) -> None:
    """All tools have data, a level is reached, and some items are weak."""
    result = office.results.result()
    assert result.missing == ()
    assert result.level is not None
    assert result.level.label == "ผ่านดี"
    values = {code: result.sheet.value(code) for code in ("i10", "i2", "e9")}
    assert all(value is not None and value < 85 for value in values.values())


def test_blank_unreadable_and_doubled_answers_occur(office: Workspace) -> None:
    """Every kind of answer that is none can be seen."""
    tallies = [
        tally for part in office.results.result().tallies.values() for tally in part.questions.values()
    ]
    assert sum(tally.blank for tally in tallies) > 0
    assert sum(tally.unreadable for tally in tallies) > 0
    assert sum(tally.double for tally in tallies) > 0


def test_the_published_figures_differ_and_one_item_explains_it(office: Workspace) -> None:
    """The comparison has something to show: o10 with full marks would make all of them come out."""
    result = office.results.result()
    assert {each.key for each in result.differences} == {"9", "OIT", "total"}
    assert [(each.item, each.value) for each in result.explanations if each.item == "o10"] == [
        ("o10", Fraction(100))
    ]


def test_the_years_before_have_levels(office: Workspace) -> None:
    """2565 to 2567, each judged by the rule of its time, each total the sum of its parts."""
    past = office.results.result().past
    assert [year.year for year in past] == [2565, 2566, 2567]
    assert all(year.level for year in past)
    for year in past:
        figures = year.figures
        total = (figures["IIT"] * 30 + figures["EIT"] * 30 + figures["OIT"] * 40) / 100
        assert abs(total - figures["total"]) < Fraction(1, 100)


def test_the_checklist_shows_every_kind_of_work(office: Workspace) -> None:
    """All states but none twice over: results of 0, 50 and 100, links, owners, days."""
    entries = [row.entry for row in office.checklist.rows()]
    assert len(entries) == 28
    assert {entry.result for entry in entries} == {0, 50, 100}
    assert {entry.status for entry in entries} == set(WorkStatus)
    assert all(entry.owner and entry.due for entry in entries)
    assert sum(bool(entry.link) for entry in entries) == 27


def test_the_measures_show_every_state(office: Workspace) -> None:
    """Planned, running, done, not done."""
    rows = office.measures.rows()
    assert 6 <= len(rows) <= 8
    assert {row.status for row in rows} == set(MeasureStatus)
    assert all(
        row.title and row.finding and row.steps and row.owner and row.start and row.end for row in rows
    )


def test_the_lists_were_approved_by_the_executive(office: Workspace) -> None:
    """Approved, still drafts, and one sent back with its reason; the history says who did it."""
    counts = office.roster.approval.counts(RosterKind.INTERNAL)
    assert (counts.approved, counts.returned, counts.draft) == (53, 1, 6)
    assert office.roster.approval.counts(RosterKind.EXTERNAL).approved == 120
    by_executive = {each.action for each in office.settings.history() if each.role is Role.EXECUTIVE}
    assert {Action.APPROVED_ROSTER, Action.RETURNED_ROSTER, Action.CHANGED_ITEM} <= by_executive
    assert office.role is Role.ADMIN


def test_the_items_went_their_way_to_the_signature(office: Workspace) -> None:
    """Each signed item has its steps, a returned one its reason; some items have proofs."""
    steps = [each.step for each in office.checklist.approval.history("o1")]
    assert steps == [ApprovalStep.SUBMIT, ApprovalStep.APPROVE, ApprovalStep.CONFIRM]
    assert office.checklist.approval.history("o2")[-1].reason
    proven = {code for each in office.checklist.evidence.all() for code in each.codes}
    assert {"o1", "o2", "o3", "o8", "o10", "o23", "o24"} <= proven


def test_one_stack_is_keyed_again_and_another_is_under_way(office: Workspace) -> None:
    """The first has its error rate for the report, the second a dispute and a form half keyed again."""
    first, second, *_ = [each for each in office.verification.batches() if each.batch.part == "IIT"]
    assert (second.standing.stage, second.standing.found.keyer_errors) == (Stage.CLOSED, 1)
    assert second.standing.verified
    assert (second.keyers, second.verifiers, second.readers) == (("ก.",), ("ข.",), ("ค.",))
    assert first.plan is not None
    assert (first.standing.found.undecided, len(first.standing.left)) == (1, 6)
    (quality,) = office.papers.content().keying
    assert quality.errors == 1
    assert len(office.keying_figures.rows()) == 4


def test_one_batch_is_open_with_a_form_half_keyed(office: Workspace) -> None:
    """Whoever opens the entry page goes on where somebody stopped."""
    assert [batch.part for batch in office.entry.batches() if not batch.closed] == ["EIT2"]
    hand = office.entry.begin("EIT2")
    assert hand.draft.serial == 61
    assert 0 < len(hand.draft.line) < len(hand.form)
    assert Mark.NOT_KEYED.value not in hand.draft.line


def test_closed_batches_hold_what_their_cover_sheets_say(office: Workspace) -> None:
    """No batch is closed with another count than declared."""
    closed = [batch for batch in office.entry.batches() if batch.closed]
    assert [batch.keyed for batch in closed] == [batch.declared for batch in closed]


def test_the_same_office_is_made_every_time(tmp_path: Path) -> None:
    """Pictures and papers of today can be laid beside those of a year ago."""
    offices = [sample.make(tmp_path / f"{name}.ita", lambda: MOMENT) for name in ("a", "b")]
    first, second = offices
    assert first.roster.internal() == second.roster.internal()
    assert first.results.result() == second.results.result()
    for each in offices:
        each.close()


def test_no_answer_stands_in_the_history(office: Workspace) -> None:
    """The history names forms, never what was answered."""
    subjects = [entry.subject for entry in office.settings.history()]
    assert "IIT 7: อ่านกระดาษอีกครั้งแล้ว ข้อ i2 บันทึกผิดช่อง" in subjects


def test_a_failed_sample_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half an office is none."""

    def fail(_workspace: Workspace) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(sample, "fill", fail)
    with pytest.raises(RuntimeError, match="planted"):
        sample.make(tmp_path / "x.ita", lambda: MOMENT)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("total", [0, 1, 7, 52, 118])
def test_shares_are_dealt_out_without_remainder(total: int) -> None:
    """Every form gets an answer and no choice is off by a whole form."""
    shares = [1, 2, 3, 12, 34, 48]
    counts = apportion(shares, total)
    assert sum(counts) == total
    assert all(
        abs(count - Fraction(share * total, 100)) < 1 for count, share in zip(counts, shares, strict=True)
    )


def test_all_shares_of_the_sample_sum_to_a_hundred() -> None:
    """A slip in the data would tilt a distribution unseen."""
    data = json.loads(resource("sample", "answers.json").read_text("utf-8"))
    off = {
        (part, code): sum(shares)
        for part, each in data["parts"].items()
        for code, shares in each["shares"].items()
        if sum(shares) != 100
    }
    assert off == {}


def test_the_plan_is_followed_up_and_answers_its_findings(office: Workspace) -> None:
    """Findings under both headings, steps with days, reports in several quarters, money within the plan."""
    rows = office.plan.findings.rows()
    states = {(row.finding.heading, row.finding.state) for row in rows}
    assert {(heading, FindingState.ACCEPTED) for heading in Heading} <= states
    followed = office.plan.follow_up.rows()
    assert len({report.month.quarter for row in followed for report in row.reports}) >= 3
    assert any(step.done for row in followed for step in row.measure.plan)
    assert all((row.spent or 0) <= (row.measure.money or 0) for row in followed)
    assert {row.measure.answers for row in followed} >= {"i2", "i10", "e9", "o2"}


def test_the_sample_office_has_papers_in_every_state(office: Workspace) -> None:
    """The papers' page shows what a year holds: signed and numbered, waiting, and drafts."""
    lines = office.paperwork.papers.list()
    states = {line.state for line in lines}
    assert states >= {PaperState.DRAFT, PaperState.FOR_SIGNATURE, PaperState.SIGNED}
    assert all(line.number for line in lines if line.state is PaperState.SIGNED)
