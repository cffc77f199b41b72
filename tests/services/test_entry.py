"""What was keyed is kept, exactly, and nothing that cannot be is taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NoReturn

import pytest

from ita_desktop.domain.batches import Batch, Draft, Questionnaire
from ita_desktop.domain.problems import (
    BatchCountDiffers,
    FieldFault,
    FieldProblem,
    MissingRecord,
    SerialTaken,
)
from ita_desktop.domain.roster import InternalPerson, RosterKind
from ita_desktop.models import roster_store
from ita_desktop.services import workspace
from ita_desktop.services.changes import Topic
from tests.helpers.offices import NOW

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace

WIDTH = 20


def full_line(office: Workspace, symbol: str = "1") -> str:
    """Return a line that answers every question of the IIT alike."""
    return symbol * len(office.entry.begin("IIT").form)


def key(office: Workspace, symbol: str = "1") -> Draft:
    """Key one IIT form."""
    draft = replace(office.entry.begin("IIT").draft, line=full_line(office, symbol))
    office.entry.finish(draft)
    return draft


def test_a_finished_form_is_there_after_reopening(office: Workspace) -> None:
    """The form is on the disk when finish returns."""
    draft = key(office)
    office.close()
    again = workspace.open_file(office.path, lambda: NOW)
    assert again.entry.find("IIT", draft.serial).line == draft.line
    again.close()


def test_forms_are_numbered_one_after_the_other(office: Workspace) -> None:
    """The next form has the next number."""
    assert [key(office).serial for _ in range(3)] == [1, 2, 3]
    assert office.entry.begin("IIT").draft.serial == 4


def test_an_unfinished_form_is_resumed_key_by_key(office: Workspace) -> None:
    """What was keyed before the power cut is there, in its batch."""
    draft = office.entry.keep(replace(office.entry.begin("IIT").draft, line="123-?*", note="หน้า 2 ขาด"))
    office.close()
    again = workspace.open_file(office.path, lambda: NOW)
    resumed = again.entry.begin("IIT")
    assert resumed.draft == draft
    assert resumed.batch is not None
    assert resumed.batch.number == 1
    again.close()


def test_finishing_forgets_the_draft(office: Workspace) -> None:
    """The next form begins empty."""
    office.entry.keep(replace(office.entry.begin("IIT").draft, line="1"))
    key(office)
    assert office.entry.begin("IIT").draft.line == ""


@pytest.mark.parametrize(
    ("symbol", "place", "fault"),
    [(".", 3, FieldFault.EMPTY), ("9", 8, FieldFault.NOT_OFFERED), ("x", 0, FieldFault.NOT_OFFERED)],
)
def test_a_form_with_a_hole_or_a_choice_that_is_not_offered_is_refused(
    office: Workspace, symbol: str, place: int, fault: FieldFault
) -> None:
    """The first question at fault is named, and nothing is kept."""
    line = list(full_line(office))
    line[place] = symbol
    form = office.entry.begin("IIT")
    with pytest.raises(FieldProblem) as caught:
        office.entry.finish(replace(form.draft, line="".join(line)))
    assert (caught.value.field, caught.value.fault) == (form.form[place].code, fault)
    assert office.entry.batches() == ()


def test_a_number_that_is_taken_is_refused(office: Workspace) -> None:
    """Two papers cannot have one number."""
    draft = key(office)
    with pytest.raises(SerialTaken):
        office.entry.finish(draft)


def test_blank_unreadable_and_double_are_kept_apart(office: Workspace) -> None:
    """Each is counted for itself and none is an answer."""
    for symbol in "1-?*":
        key(office, symbol)
    tally = office.results.result().tallies["IIT"].questions["i1"]
    assert (tally.answered, tally.blank, tally.unreadable, tally.double) == (1, 1, 1, 1)


def test_mending_keeps_the_reason_in_the_history(office: Workspace) -> None:
    """A mended form has its reason; without one nothing is mended."""
    draft = key(office)
    mended = Questionnaire(1, draft.serial, full_line(office, "2"))
    with pytest.raises(FieldProblem):
        office.entry.mend("IIT", mended, "  ")
    office.entry.mend("IIT", mended, "อ่านผิด")
    assert office.entry.find("IIT", draft.serial).line == mended.line
    assert office.settings.history(1)[0].subject == "IIT 1: อ่านผิด"


def test_a_batch_closes_only_when_its_count_agrees(office: Workspace) -> None:
    """The cover sheet says two; after one form it stays open."""
    batch = office.entry.open_batch(Batch("IIT", 0, "กองช่าง", declared=2)).key
    key(office)
    with pytest.raises(BatchCountDiffers) as caught:
        office.entry.close_batch(batch)
    assert (caught.value.declared, caught.value.keyed) == (2, 1)
    key(office)
    assert Topic.ANSWERS in office.entry.close_batch(batch).topics
    assert office.entry.batches()[0].closed
    key(office)
    assert [each.number for each in office.entry.batches()] == [1, 2]


def test_a_form_stays_in_the_batch_that_it_was_begun_in(office: Workspace) -> None:
    """A second stack that is opened meanwhile does not draw the form away from its own."""
    first = office.entry.open_batch(Batch("IIT", 0)).key
    office.entry.keep(replace(office.entry.begin("IIT").draft, line="1"))
    second = office.entry.open_batch(Batch("IIT", 0)).key
    in_hand = office.entry.begin("IIT")
    assert in_hand.batch is not None
    assert (in_hand.batch.key, in_hand.draft.batch) == (first, first)
    office.entry.discard("IIT")
    assert [office.entry.begin("IIT", prefer).draft.batch for prefer in (0, first, second)] == [
        second, first, second
    ]  # fmt: skip


def test_a_closed_batch_takes_no_more_forms(office: Workspace) -> None:
    """A form begun in a stack that was closed since goes into another one."""
    closed = office.entry.open_batch(Batch("IIT", 0)).key
    draft = office.entry.keep(replace(office.entry.begin("IIT").draft, line=full_line(office)))
    office.entry.close_batch(closed)
    assert office.entry.begin("IIT").batch is None
    office.entry.finish(draft)
    assert office.entry.find("IIT", draft.serial).batch != closed


def test_undo_takes_a_form_back_and_redo_brings_it_again(office: Workspace) -> None:
    """One step, the whole form."""
    draft = key(office)
    office.undo()
    with pytest.raises(MissingRecord):
        office.entry.find("IIT", draft.serial)
    office.redo()
    assert office.entry.find("IIT", draft.serial).line == draft.line


def test_undo_takes_the_batch_back_that_a_form_in_hand_was_begun_in(office: Workspace) -> None:
    """The first form made the batch, the second is in hand: undo succeeds, and what was keyed is kept."""
    key(office)
    draft = office.entry.keep(replace(office.entry.begin("IIT").draft, line="12"))
    office.undo()
    assert office.entry.batches() == ()
    assert office.entry.begin("IIT").draft == draft
    office.entry.finish(replace(draft, line=full_line(office)))
    assert [batch.keyed for batch in office.entry.batches()] == [1]


def test_the_minimum_comes_from_the_rule_and_itas_wins(office: Workspace) -> None:
    """Without a head count there is no minimum; a figure typed from ITAS is the one that counts."""
    assert [part.required for part in office.entry.parts()] == [None, None, None]
    office.settings.put_itas_minimum("IIT", 120)
    first = office.entry.parts()[0]
    assert (first.required, first.from_itas) == (120, True)
    office.settings.put_itas_minimum("IIT", None)
    assert office.entry.parts()[0].required is None


def test_progress_counts_heads_without_reading_a_person(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred thousand people are counted where they lie; those erased on request count on."""
    start = date(2015, 1, 1)
    office.roster.add(InternalPerson("นาย ก", start_date=start))
    gone = office.roster.add(InternalPerson("นาย ข", start_date=start)).key
    office.roster.privacy.erase(RosterKind.INTERNAL, gone)
    monkeypatch.setattr(roster_store, "internal_people", _not_to_be_read)
    monkeypatch.setattr(roster_store, "external_people", _not_to_be_read)
    assert office.entry.parts()[0].required == 2
    assert office.overview.overview().parts[0].required == 2


def _not_to_be_read(*_: object) -> NoReturn:
    """Fail whoever reads a roster."""
    pytest.fail("the roster was read")


def test_the_history_does_not_tell_when_a_form_was_keyed(office: Workspace) -> None:
    """Times stand beside the part alone, never beside a form's number."""
    for _ in range(12):
        key(office)
    subjects = [entry.subject for entry in office.settings.history()]
    assert subjects.count("IIT") == 12
    assert not any(str(serial) in subject.split() for serial in range(1, 13) for subject in subjects)
