"""Promises of second keying: blind, kept key by key, taken back by undo, and never on closed eyes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.domain.second_keying import Stage
from ita_desktop.domain.verification import (
    BatchIncomplete,
    FormInDispute,
    Outcome,
    PlaceState,
    SamePerson,
    SampleRule,
    SecondKeyingOpen,
    Task,
)
from ita_desktop.services import workspace
from tests.helpers.offices import NOW

if TYPE_CHECKING:
    from ita_desktop.services.third_reading import Reading
    from ita_desktop.services.verification import SecondInHand
    from ita_desktop.services.workspace import Workspace

PART = "EIT1"
FIRST, SECOND, THIRD = "ก. ผู้บันทึก", "ข. ผู้บันทึกซ้ำ", "ค. ผู้อ่าน"


def width(office: Workspace) -> int:
    """Return how many questions the form has."""
    return len(office.entry.begin(PART).form)


def key_batch(office: Workspace, forms: int = 3, declared: int | None = None) -> int:
    """Key a batch as the first clerk, every answer 1; return its key."""
    office.keying_figures.take_clerk(FIRST)
    batch = office.entry.open_batch(Batch(PART, 0, declared=declared)).key
    for _ in range(forms):
        form = office.entry.begin(PART)
        office.entry.finish(replace(form.draft, line="1" * len(form.form)))
    return batch


def drawn(office: Workspace, forms: int = 3) -> int:
    """Key a batch and draw its sample; the second clerk sits down."""
    batch = key_batch(office, forms)
    office.verification.draw(batch, seed=568)
    office.keying_figures.take_clerk(SECOND)
    return batch


def begun(office: Workspace, batch: int) -> SecondInHand:
    """Take the next form in hand."""
    hand = office.verification.begin(batch)
    assert hand is not None
    return hand


def key_again(office: Workspace, batch: int, *differing: int) -> int:
    """Key the next form again, insisting on 2 at some questions; return its number."""
    hand = begun(office, batch)
    for place in range(len(hand.form)):
        for _ in range(2 if place in differing else 1):
            hand = office.verification.press(hand, place, "2" if place in differing else "1")
    office.verification.finish(hand)
    return hand.serial


def read(office: Workspace, batch: int, symbol: str) -> Reading:
    """Decide the first dispute as the third reader."""
    office.keying_figures.take_clerk(THIRD)
    return office.third_reading.decide(office.third_reading.disputes(batch)[0], symbol)


def stage(office: Workspace, batch: int) -> Stage:
    """Return where a batch is."""
    return office.verification.batch(batch).standing.stage


# From keying to closing


def test_a_batch_goes_through_its_stages_to_closing(office: Workspace) -> None:
    """Keyed, drawn, keyed again, read a third time, verified, closed; and it closes not before."""
    batch = key_batch(office, declared=3)
    assert stage(office, batch) is Stage.KEYED
    office.verification.draw(batch, seed=568)
    assert stage(office, batch) is Stage.SAMPLE_DUE
    office.keying_figures.take_clerk(SECOND)
    key_again(office, batch)
    key_again(office, batch, 4)
    with pytest.raises(SecondKeyingOpen) as caught:
        office.entry.close_batch(batch)
    assert (caught.value.forms, caught.value.disputes) == (1, 1)
    key_again(office, batch)
    assert stage(office, batch) is Stage.DISPUTES_OPEN
    assert office.verification.begin(batch) is None
    read(office, batch, "1")
    assert stage(office, batch) is Stage.VERIFIED
    office.entry.close_batch(batch)
    found = office.verification.batch(batch)
    assert (found.standing.stage, found.standing.verified) == (Stage.CLOSED, True)
    assert (found.keyers, found.verifiers, found.readers) == ((FIRST,), (SECOND,), (THIRD,))
    assert not found.same_person


def test_the_report_has_the_rate_of_random_samples_with_its_interval(office: Workspace) -> None:
    """A part that nobody keyed again has none; errors beyond the sample are told, not in the rate."""
    assert office.papers.content().keying == ()
    office.verification.put_rule(SampleRule(10, 4, Fraction(2)))
    bad = drawn(office, 6)
    for place in range(4):
        key_again(office, bad, *([place] if place < 2 else []))
    for _ in range(2):
        read(office, bad, "2")
    office.keying_figures.take_clerk(SECOND)
    key_again(office, bad, 0)
    key_again(office, bad)
    (known,) = office.papers.content().keying
    width = len(office.entry.begin(known.part).form)
    assert (known.forms, known.compared, known.fields) == (6, 4, 4 * width)
    assert (known.errors, known.rekeyed, known.undecided) == (2, 6, 1)
    assert known.low < known.rate == rounded(Fraction(200, 4 * width)) < known.high


def test_a_clean_sample_asks_for_no_more_and_a_bad_one_for_the_rest(office: Workspace) -> None:
    """Four of six first; two keyer's errors among them, and the last two forms are asked for."""
    office.verification.put_rule(SampleRule(10, 4, Fraction(2)))
    clean = drawn(office, 6)
    for place in range(4):
        key_again(office, clean, *([0] if place == 0 else []))
    assert stage(office, clean) is Stage.DISPUTES_OPEN
    read(office, clean, "2")
    assert stage(office, clean) is Stage.VERIFIED
    bad = drawn(office, 6)
    for place in range(4):
        key_again(office, bad, *([place] if place < 2 else []))
    assert stage(office, bad) is Stage.SAMPLE_DONE
    for _ in range(2):
        assert read(office, bad, "2").outcome is Outcome.KEYER_ERRED
    assert stage(office, bad) is Stage.REST_DUE
    assert len(office.verification.batch(bad).standing.left) == 2
    office.keying_figures.take_clerk(SECOND)
    key_again(office, bad)
    key_again(office, bad)
    assert stage(office, bad) is Stage.VERIFIED


def test_no_sample_is_drawn_of_a_stack_that_is_not_whole(office: Workspace) -> None:
    """The count in the file is that of the cover sheet before anybody keys again."""
    short = key_batch(office, forms=2, declared=3)
    with pytest.raises(BatchIncomplete) as caught:
        office.verification.draw(short)
    assert (caught.value.declared, caught.value.keyed) == (3, 2)
    with pytest.raises(BatchIncomplete):
        office.verification.draw(office.entry.open_batch(Batch(PART, 0)).key)
    with pytest.raises(MissingRecord):
        office.verification.draw(999)


def test_a_seed_once_drawn_stays_and_is_in_the_history(office: Workspace) -> None:
    """Nobody draws until he likes the sample."""
    batch = key_batch(office, 30)
    office.verification.draw(batch, seed=12345)
    before = office.verification.batch(batch)
    office.verification.draw(batch, seed=99)
    assert office.verification.batch(batch) == before
    assert before.plan is not None
    assert before.plan.seed == 12345
    assert office.settings.history(1)[0].subject == f"{PART} 1 · 12345"


def test_a_sample_is_drawn_by_chance_if_no_seed_is_given(office: Workspace) -> None:
    """Six digits at most."""
    batch = key_batch(office)
    office.verification.draw(batch)
    plan = office.verification.batch(batch).plan
    assert plan is not None
    assert 0 <= plan.seed < 1_000_000


def test_the_rule_is_a_setting_for_samples_drawn_from_then_on(office: Workspace) -> None:
    """What was drawn keeps its rule; nonsense is refused."""
    old = drawn(office, 12)
    rule = SampleRule(100, 1, Fraction(0))
    office.verification.put_rule(rule)
    assert office.verification.rule() == rule
    new = drawn(office, 12)
    assert [len(office.verification.batch(each).standing.sample) for each in (old, new)] == [10, 12]
    for wrong in (SampleRule(101), SampleRule(-1), SampleRule(10, 0), SampleRule(10, 10, Fraction(-1))):
        with pytest.raises(FieldProblem):
            office.verification.put_rule(wrong)


def test_calling_off_needs_a_reason_and_asks_for_no_more(office: Workspace) -> None:
    """The reason stays; a difference already found is decided first; drawing again takes it up."""
    batch = drawn(office)
    key_again(office, batch, 2)
    with pytest.raises(FieldProblem):
        office.verification.call_off(batch, " ")
    office.verification.call_off(batch, "ส่งงานวันนี้")
    assert office.verification.begin(batch) is None
    assert stage(office, batch) is Stage.DISPUTES_OPEN
    read(office, batch, "1")
    found = office.verification.batch(batch)
    assert (found.standing.stage, found.standing.verified) == (Stage.CALLED_OFF, False)
    office.verification.draw(batch)
    assert stage(office, batch) is Stage.SAMPLE_DUE


# Blind


def test_what_the_second_clerk_is_told_does_not_depend_on_the_value_that_differs(office: Workspace) -> None:
    """Two batches whose first keyings differ, the same keys: word for word the same is told."""
    told = []
    for first in ("3145", "6154"):
        batch = key_batch(office, 1)
        serial = office.entry.begin(PART).draft.serial - 1
        line = first[:3] + "11" + first[3] + "1" * (width(office) - 6)
        office.entry.mend(PART, Questionnaire(batch, serial, line), "ทดสอบ")
        office.verification.draw(batch, seed=1)
        office.keying_figures.take_clerk(SECOND)
        hand = begun(office, batch)
        heard: list[object] = [hand]
        for place, symbol in [(0, "1"), (0, "2"), (2, "2"), (2, "2"), (5, "1"), (5, "-"), (5, "3")]:
            hand = office.verification.press(hand, place, symbol)
            heard.append(hand)
        for place in sorted(set(range(len(hand.form))) - {0, 2, 5}):
            hand = office.verification.press(hand, place, "1")
            heard.append(hand)
        office.verification.finish(hand)
        heard += office.third_reading.disputes(batch)
        told.append(repr(heard).replace(f"number={hand.batch.number}", "").replace(f"key={batch}", ""))
        told[-1] = told[-1].replace(f"serial={serial}", "")
    assert told[0] == told[1]


def test_a_form_between_its_keyings_is_shown_to_nobody(office: Workspace) -> None:
    """Neither found nor mended, from the first key of the second keying to the third reading."""
    batch = drawn(office, 1)
    serial = begun(office, batch).serial
    with pytest.raises(FormInDispute):
        office.entry.find(PART, serial)
    key_again(office, batch, 5)
    with pytest.raises(FormInDispute):
        office.entry.mend(PART, Questionnaire(batch, serial, "1" * width(office)), "แก้")
    read(office, batch, "2")
    assert office.entry.find(PART, serial).line[5] == "2"


def test_a_form_that_agrees_or_is_asked_no_more_is_shown_again(office: Workspace) -> None:
    """Mending is open again with its reason."""
    batch = drawn(office, 2)
    agreed = key_again(office, batch)
    office.entry.find(PART, agreed)
    serial = begun(office, batch).serial
    office.verification.call_off(batch, "พอแล้ว")
    assert office.entry.find(PART, serial).serial == serial


def test_presses_beyond_the_second_are_told_nothing_after_a_reopening(office: Workspace) -> None:
    """Pressing on until it agrees does not work, with a power cut in between neither."""
    batch = drawn(office, 1)
    hand = office.verification.press(begun(office, batch), 0, "3")
    office.close()
    again = workspace.open_file(office.path, lambda: NOW)
    hand = begun(again, batch)
    assert (hand.line[0], hand.states[0]) == ("3", PlaceState.DOUBTED)
    hand = again.verification.press(hand, 0, "2")
    assert hand.states[0] is PlaceState.DISPUTED
    assert again.verification.press(hand, 0, "1") == hand
    again.close()


def test_undoing_a_finished_second_keying_is_no_way_to_guess_again(office: Workspace) -> None:
    """The form comes back in hand as it stood at its last key."""
    batch = drawn(office, 1)
    key_again(office, batch, 0)
    office.undo()
    hand = begun(office, batch)
    assert hand.states[0] is PlaceState.DISPUTED
    assert office.verification.press(hand, 0, "1").line == hand.line
    office.verification.finish(hand)
    assert len(office.third_reading.disputes(batch)) == 1


# The form in hand


def test_an_unfinished_second_keying_is_resumed_key_by_key(office: Workspace) -> None:
    """What was pressed before the power cut is there."""
    batch = drawn(office)
    hand = begun(office, batch)
    for place in range(4):
        hand = office.verification.press(hand, place, "1")
    office.close()
    again = workspace.open_file(office.path, lambda: NOW)
    assert begun(again, batch) == hand
    again.close()


def test_a_second_keying_with_a_question_open_is_not_finished(office: Workspace) -> None:
    """The first open question is named; one that is only doubted is open."""
    batch = drawn(office)
    hand = begun(office, batch)
    for place in range(len(hand.form)):
        if place != 3:
            hand = office.verification.press(hand, place, "1")
    with pytest.raises(FieldProblem) as caught:
        office.verification.finish(hand)
    assert (caught.value.field, caught.value.fault) == (hand.form[3].code, FieldFault.EMPTY)
    hand = office.verification.press(hand, 3, "2")
    with pytest.raises(FieldProblem):
        office.verification.finish(hand)


@pytest.mark.parametrize("symbol", ["9", "x", ".", ""])
def test_a_press_that_the_question_does_not_offer_is_refused(office: Workspace, symbol: str) -> None:
    """Nothing is told of it and nothing kept."""
    batch = drawn(office)
    hand = begun(office, batch)
    with pytest.raises(FieldProblem):
        office.verification.press(hand, 0, symbol)
    assert begun(office, batch) == hand


def test_any_asked_form_can_be_taken_from_the_stack(office: Workspace) -> None:
    """The paper on top need not be the lowest number; what was begun waits."""
    batch = drawn(office)
    one, *_, last = office.verification.batch(batch).standing.left
    hand = office.verification.press(begun(office, batch), 0, "1")
    assert hand.serial == one
    other = office.verification.begin(batch, serial=last)
    assert other is not None
    assert other.serial == last
    taken_up = office.verification.begin(batch, serial=one)
    assert taken_up == hand


def test_a_form_removed_meanwhile_is_told(office: Workspace) -> None:
    """Its second keying went with it, and undo brings both back."""
    batch = drawn(office)
    hand = office.verification.press(begun(office, batch), 0, "1")
    office.entry.remove(PART, hand.serial)
    with pytest.raises(MissingRecord):
        office.verification.press(hand, 1, "1")
    office.undo()
    assert begun(office, batch) == hand


# Who


def test_nobody_keys_again_without_a_name_or_what_he_keyed_himself_unsaid(office: Workspace) -> None:
    """The same person may, once it is said; it is recorded for good."""
    batch = drawn(office)
    office.keying_figures.take_clerk("")
    with pytest.raises(FieldProblem) as nameless:
        office.verification.begin(batch)
    assert nameless.value.field == "clerk"
    office.keying_figures.take_clerk(" ก  ผู้บันทึก")
    with pytest.raises(SamePerson) as caught:
        office.verification.begin(batch)
    assert caught.value.tasks == (Task.KEY,)
    assert office.verification.begin(batch, said_so=True) is not None
    assert office.verification.begin(batch) is not None
    assert office.verification.batch(batch).same_person


def test_neither_clerk_reads_unsaid(office: Workspace) -> None:
    """The third reading is a third person's."""
    batch = drawn(office)
    key_again(office, batch, 1)
    dispute = office.third_reading.disputes(batch)[0]
    for clerk, task in ((FIRST, Task.KEY), (SECOND, Task.VERIFY)):
        office.keying_figures.take_clerk(clerk)
        with pytest.raises(SamePerson) as caught:
            office.third_reading.decide(dispute, "1")
        assert caught.value.tasks == (task,)
    assert office.third_reading.decide(dispute, "1", said_so=True).outcome is Outcome.VERIFIER_ERRED
    assert office.verification.batch(batch).same_person


# The third reading


def test_the_third_reading_sets_the_answer_and_undo_takes_it_back(office: Workspace) -> None:
    """With a line in the history that names the question and no answer."""
    batch = drawn(office, 1)
    serial = key_again(office, batch, 6)
    code = office.third_reading.disputes(batch)[0].question.code
    reading = read(office, batch, "2")
    assert reading.changes is not None
    assert office.settings.history(1)[0].subject == f"{PART} {serial} {code}"
    assert office.entry.find(PART, serial).line[6] == "2"
    office.undo()
    assert [each.place for each in office.third_reading.disputes(batch)] == [6]
    office.redo()
    assert office.third_reading.disputes(batch) == ()


def test_a_reading_that_is_neither_is_asked_for_once_more(office: Workspace) -> None:
    """Most likely the reader slipped; if the paper says it twice, both clerks had erred."""
    batch = drawn(office, 1)
    serial = key_again(office, batch, 6)
    assert read(office, batch, "5").outcome is Outcome.READ_AGAIN
    (dispute,) = office.third_reading.disputes(batch)
    assert dispute.again
    assert read(office, batch, "5").outcome is Outcome.BOTH_ERRED
    assert office.entry.find(PART, serial).line[6] == "5"
    with pytest.raises(MissingRecord):
        office.third_reading.decide(dispute, "5")


# The report


def test_the_report_counts_errors_of_either_clerk_with_the_interval(office: Workspace) -> None:
    """One error each, one slip, all fields compared; parts without batches are there with nothing."""
    batch = drawn(office)
    key_again(office, batch, 0, 1)
    hand = office.verification.press(begun(office, batch), 0, "3")
    office.verification.press(hand, 0, "1")
    key_again(office, batch)
    read(office, batch, "1")
    read(office, batch, "2")
    by_part = {each.part.code: each for each in office.verification.report()}
    found = by_part[PART].found
    assert (found.forms, found.fields, found.differences) == (2, 2 * width(office), 2)
    assert (found.keyer_errors, found.verifier_errors, found.slips, found.undecided) == (1, 1, 1, 0)
    assert found.rate == Fraction(1, found.fields)
    assert found.interval is not None
    assert found.interval[0] < found.rate < found.interval[1]
    assert (by_part[PART].forms, by_part["IIT"].forms, by_part["IIT"].found.rate) == (3, 0, None)
