"""A stack keyed twice and read a third time under a person's hand: the file then holds what paper says."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.second_keying import Stage
from ita_desktop.domain.verification import SampleRule
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.entry import EntryPage
    from tests.ui.conftest import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = {"-": "0", "?": "/", "*": "*"}
FORMS, FIRST_SERIAL = 10, 3

Plant = tuple[int, int, str]
"""A planted slip: form (from 0), question (from 0), what is keyed instead of what the paper says."""


def entry(hand: Hand) -> EntryPage:
    """The page, open."""
    return cast("EntryPage", hand.open(Tab.ENTRY))


def keys_of(line: str) -> str:
    """The keys that a line is typed with."""
    return "".join(KEYS.get(symbol, symbol) for symbol in line)


def other(symbol: str, *more: str) -> str:
    """An answer that is none of these."""
    return next(each for each in "12-?*" if each not in (symbol, *more))


def papers(page: EntryPage) -> list[str]:
    """Ten forms filled in by chance, marks among the answers."""
    assert page.sheet is not None
    rng = random.Random(2568)  # noqa: S311 - answers of a test
    counts = [len(question.choices) for question in page.sheet.keying.form]
    offered = [[*map(str, range(1, count + 1)), "-", "?", "*"] for count in counts]
    return ["".join(map(rng.choice, offered)) for _ in range(FORMS)]


def put(line: str, place: int, symbol: str) -> str:
    """The line with another symbol at a place."""
    return line[:place] + symbol + line[place + 1 :]


def say_clerk(hand: Hand, name: str) -> None:
    """Say who sits here."""
    hand.press(Qt.Key.Key_K, CONTROL)
    hand.type(name)
    hand.press(Qt.Key.Key_Return)
    hand.settle()


def key_stack(hand: Hand, lines: list[str]) -> None:
    """Open a stack with its count and key it."""
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.type(str(len(lines)))
    for _ in range(3):
        hand.press(Qt.Key.Key_Return)
    hand.settle()
    for line in lines:
        hand.type(keys_of(line))
        hand.press(Qt.Key.Key_Return)
        hand.settle()


def open_list(hand: Hand) -> None:
    """Open the list of stacks; the cursor is on the stack in hand."""
    hand.press(Qt.Key.Key_F8)
    hand.settle()


def next_step(hand: Hand) -> None:
    """Enter on the chosen stack."""
    hand.press(Qt.Key.Key_Return)
    hand.settle()


def told(page: EntryPage) -> str:
    """What the board of checking says about the last key."""
    notice = page.desk.board.board.settled.notice
    return notice.text if notice else ""


def last_stack(workspace: Workspace) -> int:
    """The stack that was opened last."""
    return workspace.entry.batches()[-1].key


@pytest.fixture
def beeps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A tone is heard for each entry."""
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    return heard


def test_ten_forms_keyed_twice_and_read_hold_exactly_the_paper(  # noqa: PLR0915 - one story
    hand: Hand, workspace: Workspace, beeps: list[str]
) -> None:
    """Slips of the first clerk, of the second, and of both at one place; three readings; the stack closed."""
    page = entry(hand)
    paper = papers(page)
    first: list[Plant] = [
        (form, place, other(paper[form][place])) for form, place in ((0, 4), (3, 0), (7, 19))
    ]
    both = (7, 19, other(paper[7][19], first[2][2]))
    second: list[Plant] = [(5, 2, other(paper[5][2])), both]
    keyed = list(paper)
    for slip in first:
        keyed[slip[0]] = put(keyed[slip[0]], *slip[1:])
    say_clerk(hand, "A")
    key_stack(hand, keyed)
    batch = last_stack(workspace)
    say_clerk(hand, "B")
    open_list(hand)
    next_step(hand)
    plan = workspace.verification.batch(batch).plan
    assert plan is not None
    differ = {(form, place) for form, place, _ in (*first, *second)}
    slips = {(form, place): symbol for form, place, symbol in second}
    for form, line in enumerate(paper):
        assert f"แบบเลขที่ {thai(form + FIRST_SERIAL)}" in hand.reads(page)
        for place, symbol in enumerate(line):
            pressed = keys_of(slips.get((form, place), symbol))
            before = len(beeps)
            hand.type(pressed)
            hand.settle()
            assert (len(beeps) > before) is ((form, place) in differ)
            if (form, place) in differ:
                assert "ไม่ตรงกับครั้งแรก" in told(page)
                hand.type(pressed)
                hand.settle()
        next_step(hand)
    assert workspace.verification.batch(batch).standing.stage is Stage.DISPUTES_OPEN
    assert str(plan.seed) in hand.reads(page.desk.details)
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert page.banner.isVisible()
    say_clerk(hand, "C")
    next_step(hand)
    for form, place in sorted(differ):
        hand.type(keys_of(paper[form][place]))
        hand.settle()
        if (form, place) == both[:2]:
            assert "ดูกระดาษอีกครั้ง" in told(page)
            hand.type(keys_of(paper[form][place]))
            hand.settle()
    found = workspace.verification.batch(batch)
    assert found.standing.verified
    assert (found.keyers, found.verifiers, found.readers) == (("A",), ("B",), ("C",))
    assert (found.standing.found.keyer_errors, found.standing.found.verifier_errors) == (3, 2)
    assert "1.50 %" in hand.reads(page.desk.details)
    hand.press(Qt.Key.Key_F9)
    hand.settle()
    assert workspace.entry.batches()[-1].closed
    kept = [workspace.entry.find("IIT", serial).line for serial in range(FIRST_SERIAL, FIRST_SERIAL + FORMS)]
    assert kept == paper


def thai(number: int) -> str:
    """A number in Thai digits."""
    return str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def begin_second(hand: Hand, lines: list[str]) -> EntryPage:
    """Key a small stack as A, then sit down at it again as B."""
    page = entry(hand)
    say_clerk(hand, "A")
    key_stack(hand, lines)
    say_clerk(hand, "B")
    open_list(hand)
    next_step(hand)
    return page


def test_nothing_of_the_first_keying_is_seen(hand: Hand) -> None:
    """No choice is marked and the strip is empty, before and after a difference."""
    page = begin_second(hand, ["1" * 20])
    scene = page.desk.board.board.settled
    assert not any(face.chosen for face in (*scene.faces, *scene.marks))
    assert not any(chip.symbol for chip in scene.chips)
    hand.type("2")
    hand.settle()
    chosen = [face.key for face in page.desk.board.board.settled.faces if face.chosen]
    assert chosen == ["2"]


def test_keys_typed_on_past_a_difference_are_dropped(hand: Hand) -> None:
    """They were meant for the next questions: the doubted one still waits for a second look."""
    page = begin_second(hand, ["1" * 20])
    hand.type("12111")
    hand.settle()
    assert "ไม่ตรงกับครั้งแรก" in told(page)
    assert page.desk.second.hand is not None
    assert page.desk.second.hand.line.rstrip(".").rstrip() == page.desk.second.hand.line[:2]
    assert page.desk.second.place == 1


def test_a_form_is_taken_up_where_it_was_left(hand: Hand) -> None:
    """Esc in the middle, then Enter on the stack again."""
    page = begin_second(hand, ["1" * 20])
    hand.type("111")
    hand.settle()
    hand.press(Qt.Key.Key_Escape)
    hand.settle()
    next_step(hand)
    assert page.desk.second.place == 3


def test_the_first_clerk_is_asked_for_another(hand: Hand, workspace: Workspace) -> None:
    """The same name is taken only where it is said so, and the stack says it from then on."""
    page = entry(hand)
    say_clerk(hand, "A")
    key_stack(hand, ["1" * 20])
    open_list(hand)
    next_step(hand)
    assert page.desk.board.bar.asking
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert page.desk.second.hand is not None
    assert workspace.verification.batch(last_stack(workspace)).same_person


def test_a_bad_sample_asks_for_the_rest_and_the_reader_is_told_no_enter(
    hand: Hand, workspace: Workspace
) -> None:
    """One form of two is the sample; its errors are read, and the list asks for the other form."""
    page = entry(hand)
    workspace.verification.put_rule(SampleRule(10, 1, Fraction(1, 2)))
    say_clerk(hand, "A")
    key_stack(hand, ["1" * 20, "1" * 20])
    batch = last_stack(workspace)
    say_clerk(hand, "B")
    open_list(hand)
    next_step(hand)
    assert "จบฉบับ" in hand.reads(page.desk.board)
    for place in range(20):
        hand.type("2" if place < 2 else "1")
        hand.settle()
        if place < 2:
            hand.type("2")
            hand.settle()
    next_step(hand)
    assert workspace.verification.batch(batch).standing.stage is Stage.SAMPLE_DONE
    say_clerk(hand, "C")
    next_step(hand)
    assert "จบฉบับ" not in hand.reads(page.desk.board)
    for _ in range(2):
        hand.type("2")
        hand.settle()
    assert workspace.verification.batch(batch).standing.stage is Stage.REST_DUE
    assert "ต้องบันทึกซ้ำที่เหลือทั้งหมด" in page.desk.list.table.as_text()
    assert "Enter บันทึกซ้ำอีก ๑ ฉบับ" in hand.reads(page.desk.details)
    say_clerk(hand, "B")
    next_step(hand)
    hand.type("1" * 20)
    hand.settle()
    next_step(hand)
    assert workspace.verification.batch(batch).standing.stage is Stage.VERIFIED


def test_second_keying_is_called_off_with_a_reason(hand: Hand, workspace: Workspace) -> None:
    """F4 asks why; without a reason nothing is called off."""
    page = begin_second(hand, ["1" * 20])
    hand.press(Qt.Key.Key_Escape)
    hand.settle()
    hand.press(Qt.Key.Key_F4)
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    plan = workspace.verification.batch(last_stack(workspace)).plan
    assert plan is not None
    assert not plan.called_off
    hand.type("one clerk only")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert workspace.verification.batch(last_stack(workspace)).standing.stage is Stage.CALLED_OFF
    assert "one clerk only" in hand.reads(page.desk.details)


def test_figures_of_keying_stand_beside_the_stack(hand: Hand, workspace: Workspace) -> None:
    """Forms and keys of the clerk are counted; switched off, nothing is shown."""
    page = entry(hand)
    say_clerk(hand, "A")
    key_stack(hand, ["1" * 20, "2" * 20])
    open_list(hand)
    assert "A · บันทึกครั้งแรก · ๒ ฉบับ" in hand.reads(page.desk.details)
    workspace.keying_figures.switch(on=False)
    page.refresh()
    hand.settle()
    assert "บันทึกครั้งแรก · ๒ ฉบับ" not in hand.reads(page.desk.details)
