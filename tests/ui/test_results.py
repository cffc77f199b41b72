"""The results page: every number opens, stands beside the published one, and beside other years."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ita_desktop.domain.comparison import differences, explain
from ita_desktop.domain.grading import grade_sheet
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.scoring import provisional_total, score_instrument, sheet_of
from ita_desktop.services.results import YearResult
from ita_desktop.ui.pages.results import ResultsPage
from ita_desktop.ui.pages.results_head import conditions, difference_lines
from ita_desktop.ui.pages.results_model import Place, cell_words
from ita_desktop.ui.pages.results_past import read_figure
from ita_desktop.ui.tabs import Tab
from ita_desktop.wording.score_formula import formula_lines
from ita_desktop.wording.score_tree import tree_of
from tests.helpers.offices import INVENTED, instrument_of, rangsit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.wording.score_tree import Node
    from tests.ui.conftest import Hand

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(hand: Hand) -> ResultsPage:
    """Open tab 6 with the cursor in the tree."""
    page = hand.open(Tab.RESULTS)
    assert isinstance(page, ResultsPage)
    hand.press(Qt.Key.Key_1, ALT)
    hand.settle()
    return page


def enter(hand: Hand) -> None:
    """Press Enter in a cell: Qt hands its text over on the next turn, and only then is it written."""
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    hand.settle()


def city(o2: int, published: Mapping[str, str]) -> YearResult:
    """A city's year as published in 2568, with o2 as given."""
    instrument = instrument_of(2568)
    tallies, results = rangsit(instrument, o2)
    total = score_instrument(instrument, tallies, results)
    sheet, figures = sheet_of(total), {key: Decimal(value) for key, value in published.items()}
    explanations = explain(instrument, tallies, results, figures)
    level = grade_sheet(instrument.grade_rule, sheet)
    return YearResult(
        2568, INVENTED, instrument, sheet, level, provisional_total(total), None, tallies,
        figures, differences(sheet, figures), explanations, (),
    )  # fmt: skip


def line(result: YearResult, path: str) -> Node:
    """The line of the tree at a path."""
    return next(node for node in tree_of(result).walk() if node.path == path)


PRINTED = {"total": "99.70", "OIT": "99.38", "9": "98.75"}


def test_a_mean_is_written_as_a_teacher_would() -> None:
    """The formula names how many, adds them up, divides, and gives the printed score."""
    result = city(75, {})
    words = formula_lines(line(result, "OIT"), result)
    assert words[0] == "ค่าเฉลี่ยของ 2 ตัวชี้วัด = (98.75 + 100) ÷ 2 = 99.38"
    words = formula_lines(line(result, "total"), result)
    assert (
        words[0]
        == "ค่าเฉลี่ยตามน้ำหนักของ 3 เครื่องมือ = (IIT 99.93 × 30 + EIT 99.91 × 30 + OIT 99.38 × 40) ÷ 100 = 99.70"
    )


def test_an_item_opens_down_to_the_people() -> None:
    """An item's formula multiplies each choice's score by how many took it."""
    result = city(75, {})
    words = formula_lines(line(result, "IIT/1/i2"), result)
    assert words == ("คะแนนเฉลี่ยของผู้ตอบ 188 คน = (100 × 187 + 0 × 1) ÷ 188 = 99.47",)


def test_what_explains_the_published_figures_is_told() -> None:
    """With o2 at 50 as printed the figures differ, and o2 at 75 is named as what would explain all."""
    result = city(50, PRINTED)
    first, second = difference_lines(result)
    assert "คะแนนรวม 99.70 (+0.25)" in first
    assert "o2 ได้ 75 (ขณะนี้ 50)" in second
    node = line(result, "total")
    assert [cell_words(node, place) for place in (Place.SCORE, Place.PUBLISHED, Place.DIFFERENCE)] == [
        "99.45", "99.70", "+0.25",
    ]  # fmt: skip


def test_agreement_is_said_in_a_word() -> None:
    """With o2 at 75 nothing differs, and the column says so instead of +0.00."""
    result = city(75, PRINTED)
    assert difference_lines(result) == ()
    assert cell_words(line(result, "OIT/9"), Place.DIFFERENCE) == "ตรงกัน"


def test_conditions_of_a_level_compare_as_printed() -> None:
    """A part that reaches the floor only by rounding counts as met, as the rule says."""
    result = city(75, {})
    best = result.instrument.grade_rule.bands[0]
    assert [each.met for each in conditions(result, best)] == [True] * 5
    assert conditions(result, best)[0].needed == Fraction(95)


def test_the_page_says_total_level_and_what_is_missing(hand: Hand) -> None:
    """A year half done shows an estimate, marked as one, and no score where there is no data."""
    page = opened(hand)
    assert page.head.level.text().startswith("ประมาณ")
    assert "ยังไม่ครบทุกเครื่องมือ" in hand.reads(page.head)
    assert "EIT1" in page.subtitle_label.text()
    assert page.tree.choose("EIT")
    assert page.detail.score.text() == "ยังไม่มีข้อมูล"
    assert "ไม่ใช่ 0 คะแนน" in page.detail.formula.text()


def test_a_digit_types_the_published_figure_and_enter_keeps_it(hand: Hand) -> None:
    """Going to a line and typing writes the published figure beside the computed one, nothing else."""
    page = opened(hand)
    page.tree.choose("IIT")
    hand.type("98.5")
    enter(hand)
    assert page.result is not None
    assert page.result.published == {"IIT": Decimal("98.50")}
    assert "ประกาศ 98.50 ต่างจากที่คำนวณได้" in page.detail.published.text()
    assert "IIT" in hand.window.status_bar.announcement.text()


def test_delete_forgets_and_undo_brings_back(hand: Hand) -> None:
    """A forgotten figure is gone from the page, and Ctrl+Z returns it."""
    page = opened(hand)
    page.tree.choose("OIT")
    hand.type("๙๐")
    enter(hand)
    hand.press(Qt.Key.Key_Delete)
    hand.settle()
    assert page.result is not None
    assert page.result.published == {}
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert page.result.published == {"OIT": Decimal("90.00")}


def test_a_figure_over_100_is_refused_in_words(hand: Hand) -> None:
    """Nothing is kept, and the page says which values there are."""
    page = opened(hand)
    page.tree.choose("IIT")
    hand.type("101")
    enter(hand)
    assert page.result is not None
    assert page.result.published == {}
    assert "101" in page.banner.text.text() or "๑๐๑" in page.banner.text.text()


@pytest.mark.parametrize("text", ["x", "nan", "1/2"])
def test_what_is_no_number_is_no_figure(text: str) -> None:
    """Letters, fractions and Decimal's own words are refused as not a number or out of range."""
    with pytest.raises(FieldProblem) as told:
        read_figure("IIT", text)
    assert told.value.fault in (FieldFault.NOT_A_NUMBER, FieldFault.OUT_OF_RANGE)


def test_an_item_shows_how_people_answered(hand: Hand) -> None:
    """Bars carry counts and shares; blank, unreadable and two marks are told apart from them."""
    page = opened(hand)
    page.tree.choose("i1")
    words = page.detail.spread.accessibleDescription().splitlines()
    assert len(words) == 6
    assert words[-1].endswith("2 คน 100.00%")
    assert page.detail.silent.text() == "ไม่นับคะแนน: ไม่ตอบ 0 · อ่านไม่ออก 0 · ตอบสองตัวเลือก 0"


def test_ctrl_c_copies_the_whole_tree(hand: Hand) -> None:
    """A spreadsheet takes the tree with its titles, figures in their columns."""
    page = opened(hand)
    page.tree.choose("IIT")
    hand.press(Qt.Key.Key_C, CONTROL)
    lines = [row.split("\t") for row in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:3] == ["เครื่องมือ ตัวชี้วัด ข้อ", "คะแนน", "ประกาศ"]
    assert {len(row) for row in lines} == {len(Place)}
    assert any(row[0].startswith("o28 ") for row in lines)


def test_indicators_are_bars_with_words(hand: Hand) -> None:
    """Ten bars; one without data says so."""
    page = opened(hand)
    hand.press(Qt.Key.Key_2, ALT)
    words = page.bars.chart.accessibleDescription().splitlines()
    assert len(words) == 10
    assert words[5] == "6 คุณภาพการดำเนินงาน ยังไม่มีข้อมูล"


def test_past_years_can_be_typed_in(hand: Hand) -> None:
    """Year and figures typed at the side stand in table and chart, judged by the rule of their time."""
    page = opened(hand)
    hand.press(Qt.Key.Key_3, ALT)
    hand.type("๒๕๖๔")
    hand.press(Qt.Key.Key_Tab)
    hand.type("92.69")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert page.years is not None
    assert "2564 92.69 A" in page.years.chart.accessibleDescription()
    assert page.years.shapes.text() == "ปี ๒๕๖๔: เทียบได้ถึงตัวชี้วัดที่ชื่อตรงกัน ยกเว้น ทุกข้อคำถาม"


def test_this_year_is_no_past_year(hand: Hand) -> None:
    """A year that is not over is refused at its field, and nothing is kept."""
    page = opened(hand)
    hand.press(Qt.Key.Key_3, ALT)
    hand.type("2568")
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    assert page.years is not None
    assert page.years.form.form.fault_text("fiscal_year") != ""
    assert page.result is not None
    assert page.result.past == ()


def test_a_pasted_table_is_one_step(hand: Hand) -> None:
    """Many published figures come in by Ctrl+V; one undo takes all of them back."""
    page = opened(hand)
    QGuiApplication.clipboard().setText("IIT\t98.50\nOIT\t97.25\nอื่น\t5")
    hand.press(Qt.Key.Key_V, CONTROL)
    hand.settle()
    assert page.result is not None
    assert page.result.published == {"IIT": Decimal("98.50"), "OIT": Decimal("97.25")}
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.settle()
    assert page.result.published == {}


def test_an_item_opens_down_to_its_batches(hand: Hand) -> None:
    """F4 on an item names the batches behind its counts, and how many forms of each have an answer."""
    page = opened(hand)
    page.tree.choose("i1")
    page.tree.setFocus()
    hand.press(Qt.Key.Key_F4)
    hand.settle()
    assert page.detail.batches.text().startswith("IIT ชุดที่ 1")
    assert page.detail.batches.text().endswith("2 ฉบับ ตอบข้อนี้ 2")
    page.tree.choose("OIT")
    assert page.detail.batches.text() == ""
    assert not page.detail.batch_button.isEnabled()
