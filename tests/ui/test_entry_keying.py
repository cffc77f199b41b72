"""Keying one form: no key is lost, none is taken that the question does not offer, each can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.answers import Mark
from ita_desktop.domain.instrument import Choice, Question
from ita_desktop.ui.pages.entry_keying import Keying, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable


def form(*choices: int) -> tuple[Question, ...]:
    """Questions with so many choices each."""
    return tuple(
        Question(f"i{number}", "", tuple(Choice(str(i)) for i in range(count)))
        for number, count in enumerate(choices, 1)
    )


def keyed(line: str, *choices: int) -> Keying:
    """A form taken up with a line."""
    return Keying(form(*(choices or (6, 6, 2))), line)


def test_an_answer_moves_on_by_itself() -> None:
    """One key an answer: after the last one the form is full."""
    keying = keyed("")
    assert [keying.answer(answer) for answer in (6, Mark.BLANK, 2)] == [None] * 3
    assert (keying.line, keying.at_end, keying.enter()) == ("6-2", True, None)


def test_each_mark_is_kept_apart() -> None:
    """Blank, unreadable and two marks have a sign each."""
    keying = keyed("")
    for mark in (Mark.BLANK, Mark.UNREADABLE, Mark.DOUBLE):
        keying.answer(mark)
    assert keying.line == "-?*"


@pytest.mark.parametrize("choice", [0, 3, 9, 35])
def test_a_choice_that_is_not_offered_does_nothing(choice: int) -> None:
    """The third question has two choices."""
    keying = keyed("11")
    assert keying.answer(choice) is Refusal.NO_SUCH_CHOICE
    assert (keying.line, keying.place) == ("11", 2)


def test_a_key_too_many_does_not_overwrite_the_last_answer() -> None:
    """A clerk who slips on the last question must not change it without a word."""
    keying = keyed("112")
    assert keying.answer(1) is Refusal.FORM_FULL
    assert keying.line == "112"


def test_moving_loses_nothing() -> None:
    """Back and forward pass over answers; at both ends there is nowhere to go."""
    keying = keyed("12")
    assert [keying.back() for _ in range(3)] == [None, None, Refusal.FIRST_QUESTION]
    assert [keying.forward() for _ in range(3)] == [None, None, Refusal.LAST_QUESTION]
    assert keying.line == "12"


def test_a_mended_answer_leads_on_to_the_next_question() -> None:
    """Back once, the right key, and on as before."""
    keying = keyed("12")
    keying.back()
    keying.answer(3)
    assert (keying.line, keying.place) == ("13", 2)


def test_after_the_last_question_a_hole_that_was_left_is_asked() -> None:
    """A question passed over comes back by itself."""
    keying = keyed("1")
    keying.forward()
    keying.answer(2)
    assert keying.place == 1
    keying.answer(5)
    assert (keying.line, keying.at_end) == ("152", True)


def test_enter_goes_to_the_first_hole() -> None:
    """An unfinished form is never taken for a finished one."""
    keying = keyed("1.2")
    keying.go(2)
    assert keying.enter() is Refusal.UNANSWERED
    assert keying.place == 1


def test_a_form_is_taken_up_at_its_first_hole() -> None:
    """After lunch the cursor is where the work is."""
    assert keyed("1").place == 1
    assert keyed("1.2").place == 1
    assert keyed("112").at_end


def test_clearing_makes_a_hole() -> None:
    """The last answer of a full form can be taken out."""
    keying = keyed("112")
    keying.clear()
    assert (keying.line, keying.first_hole, keying.place) == ("11", 2, 2)


KEYS = st.lists(st.sampled_from(["1", "2", "6", "9", "-", "back", "forward", "clear", "enter", "go"]))


def press(keying: Keying, key: str) -> None:
    """Press one key."""
    moves: dict[str, Callable[[], object]] = {
        "back": keying.back, "forward": keying.forward, "clear": keying.clear, "enter": keying.enter,
        "go": lambda: keying.go(1),
    }  # fmt: skip
    if key in moves:
        moves[key]()
    else:
        keying.answer(Mark.BLANK if key == "-" else int(key))


@given(KEYS)
def test_every_key_can_be_taken_back_and_keyed_again(keys: list[str]) -> None:
    """Whatever was pressed, undoing all of it gives the empty form, and redoing all gives it back."""
    keying = keyed("")
    for key in keys:
        press(keying, key)
        assert 0 <= keying.place <= 3
        assert (keying.first_hole is None) or not keying.at_end
    line = keying.line
    while keying.undo():
        pass
    assert keying.untouched
    while keying.redo():
        pass
    assert keying.line == line


def test_strict_order_passes_over_no_question() -> None:
    """Neither forward nor by a jump; back is free, and what is left open by clearing comes first."""
    keying = Keying(form(6, 6, 2), "1", strict=True)
    assert keying.forward() is Refusal.OUT_OF_ORDER
    assert keying.go(2) is Refusal.OUT_OF_ORDER
    assert keying.place == 1
    assert keying.answer(2) is None
    keying.go(0)
    keying.clear()
    assert keying.forward() is Refusal.OUT_OF_ORDER
    assert keying.answer(3) is None
    assert (keying.line, keying.place) == ("32", 2)


def test_choosing_strict_order_halfway_goes_to_the_question_left_open() -> None:
    """The clerk had jumped ahead."""
    keying = keyed("1..", 6, 6, 2)
    keying.go(2)
    keying.keep_order(strict=True)
    assert keying.place == 1


@given(KEYS)
def test_in_strict_order_no_question_is_asked_before_the_ones_above(keys: list[str]) -> None:
    """Whatever is pressed, undone and keyed again."""
    keying = Keying(form(6, 6, 2), strict=True)
    for key in [*keys, "undo", "undo", "redo", *keys]:
        if key in {"undo", "redo"}:
            (keying.undo if key == "undo" else keying.redo)()
        else:
            press(keying, key)
        hole = keying.first_hole
        assert keying.place <= (3 if hole is None else hole)
