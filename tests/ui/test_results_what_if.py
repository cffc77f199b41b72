"""The what-if view: suppose by keys, see total and level at once, and never write anything."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ita_desktop.ui.pages.results import ResultsPage
from ita_desktop.ui.tabs import Tab
from tests.helpers.offices import best_choice

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.results_what_if import WhatIfView
    from tests.ui.conftest import Hand

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def fill(workspace: Workspace) -> None:
    """Give every part respondents, all at the best choice, and every checklist item 100 but o2."""
    for part in ("EIT1", "EIT2"):
        form = workspace.entry.begin(part)
        line = "".join(str(best_choice(q)) if q.choices[0].score is not None else "1" for q in form.form)
        workspace.entry.finish(replace(form.draft, serial=1, line=line))
    for row in workspace.checklist.rows():
        score = 0 if row.entry.code in ("o2", "o5", "o8") else 100
        workspace.checklist.save(replace(row.entry, result=Fraction(score)))


def opened(hand: Hand) -> WhatIfView:
    """Open tab 6 at its fourth view by keys."""
    page = hand.open(Tab.RESULTS)
    assert isinstance(page, ResultsPage)
    hand.press(Qt.Key.Key_4, ALT)
    hand.settle()
    assert page.what_if is not None
    return page.what_if


def test_a_digit_supposes_a_result_and_total_and_level_answer(hand: Hand, workspace: Workspace) -> None:
    """Digit 3 on o2 supposes 100: the total rises at once, and the file stays as it is."""
    fill(workspace)
    view = opened(hand)
    before = view.what_if.result.sheet.total.value
    view.table.choose(lambda row: row.item.code == "o2")
    view.table.setFocus()
    hand.type("3")
    after = view.outcome.sheet.total.value
    assert before is not None
    assert after == before + 1
    assert view.panel.total.text().endswith("(+1.00)")
    assert workspace.results.result().sheet.total.value == before
    hand.press(Qt.Key.Key_Backspace, ALT)
    assert view.outcome.sheet.total.value == before


def test_the_way_to_a_level_can_be_tried(hand: Hand, workspace: Workspace) -> None:
    """The way names the items; Ctrl+T supposes them all, and the level is reached."""
    fill(workspace)
    view = opened(hand)
    view._show_list(1)
    assert {row.item.code for row in view.table.rows.rows} <= {"o2", "o5", "o8"}
    assert "ผ่านดีเยี่ยม" in view.words.text()
    hand.press(Qt.Key.Key_T, CONTROL)
    assert view.panel.level.text() == "ผ่านดีเยี่ยม"
    assert "✗" not in view.panel.conditions.text()


def test_shares_count_only_when_they_make_a_hundred(hand: Hand, workspace: Workspace) -> None:
    """Half a distribution changes nothing and says what lacks; a whole one changes the score."""
    fill(workspace)
    view = opened(hand)
    view.table.choose(lambda row: row.place == ("EIT1", "e4"))
    view.table.setFocus()
    hand.press(Qt.Key.Key_Return)
    before = view.outcome.sheet.total.value
    hand.type("50")
    assert view.outcome.sheet.total.value == before
    assert "-50.00" in view.panel.shares[0].sum.text()
    last = view.panel.shares[0].fields[-1]
    last.setFocus()
    last.selectAll()
    hand.type("๕๐")
    assert view.outcome.sheet.value("e4") == 75


def test_without_answers_the_view_says_what_lacks(hand: Hand) -> None:
    """A year half done has no way to a level, and the view names the instruments without data."""
    view = opened(hand)
    view._show_list(1)
    assert "EIT" in view.words.text()
    assert view.panel.total.text() == "ยังไม่มีข้อมูล"
    assert not view.try_button.isEnabled()


def test_how_sure_the_scores_are_is_a_view_of_its_own(hand: Hand, workspace: Workspace) -> None:
    """Alt+5 shows the interval's basis in words, and no cell of so few people is shown."""
    fill(workspace)
    page = hand.open(Tab.RESULTS)
    assert isinstance(page, ResultsPage)
    hand.press(Qt.Key.Key_5, ALT)
    hand.settle()
    hand.settle()
    assert page.sure is not None
    words = page.sure.table.as_text()
    assert "ผู้ตอบคนเดียว ไม่มีช่วง" in words
    assert "ผลตรวจ ไม่ใช่การสุ่ม" in words
    assert page.sure.cross_table is not None
    cells = [cell for row in page.sure.cross_table.rows.rows for cell in row[1:]]
    assert set(cells) == {"–"}
