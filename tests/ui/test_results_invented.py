"""An instrument of four levels, other weights and other grades does all that the result page can."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.models import questionnaire_store
from ita_desktop.support import clock
from ita_desktop.ui.pages.results import ResultsPage
from ita_desktop.ui.tabs import Tab
from tests.helpers.offices import NOW, best_choice, new_workspace
from tests.instruments.edit import INVENTED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace
    from tests.ui.conftest import Hand

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An office on the invented instrument, every part answered by twenty, every item half there."""
    with clock.frozen(NOW):
        made = new_workspace(tmp_path, text=INVENTED.read_text("utf-8"))
        for tool, part in made.session.instrument.survey_parts():
            best = "".join(str(best_choice(question)) for question in tool.form)
            worst = "1" * len(best)
            with made.session.drafting() as transaction:
                batch = questionnaire_store.add_batch(transaction, made.year, Batch(part.code, 1))
                lines = enumerate([best] * 10 + [worst] * 10, 1)
                forms = [Questionnaire(batch, serial, line) for serial, line in lines]
                questionnaire_store.add(transaction, made.year, part.code, forms)
        for tool in made.session.instrument.checklists:
            for item in tool.items:
                made.checklist.save(CheckEntry(item.code, Fraction(50)))
        made.results.put_published_many(2569, {"total": Decimal("55.00")})
        yield made
        made.close()


def opened(hand: Hand) -> ResultsPage:
    """Open tab 6 with the cursor in the tree."""
    page = hand.open(Tab.RESULTS)
    assert isinstance(page, ResultsPage)
    hand.press(Qt.Key.Key_1, ALT)
    hand.settle()
    return page


def test_every_number_opens(hand: Hand) -> None:
    """Tools, parts, indicators and items of other codes have a formula, and items their people."""
    page = opened(hand)
    assert page.result is not None
    for node_path in ("total", "STAFF", "PUBLIC", "WEB"):
        assert page.tree.choose(node_path)
        assert page.detail.formula.text() != ""
    item = page.result.instrument.surveys[0].items[0]
    assert page.tree.choose(item.code)
    page.tree.setFocus()
    hand.press(Qt.Key.Key_F4)
    hand.settle()
    assert "20 ฉบับ" in page.detail.batches.text()


def test_figures_are_published_beside_it(hand: Hand) -> None:
    """A typed figure stands beside the computed one, and the difference is said."""
    page = opened(hand)
    page.tree.choose("WEB")
    hand.type("75")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    hand.settle()
    assert page.result is not None
    assert page.result.published == {"WEB": Decimal("75.00")}
    assert "WEB" in page.notice.text.text()


def test_its_charts_name_its_own_tools_levels_and_years(hand: Hand) -> None:
    """Indicators, tools and years say what this instrument says."""
    page = opened(hand)
    hand.press(Qt.Key.Key_2, ALT)
    assert page.result is not None
    assert len(page.bars.chart.accessibleDescription().splitlines()) == len(page.result.instrument.indicators)
    assert page.bars.tools.accessibleDescription().startswith("STAFF ")
    hand.press(Qt.Key.Key_3, ALT)
    assert page.years is not None
    assert page.years.chart.accessibleDescription().splitlines()[0] == "2569 55.00 ยังไม่ได้ดาว"
    assert page.years.table is not None
    assert "STAFF" in page.years.table.as_text()


def test_the_way_to_its_own_levels_is_found(hand: Hand) -> None:
    """Its levels are stars; a way leads to each that passes."""
    page = opened(hand)
    hand.press(Qt.Key.Key_4, ALT)
    hand.settle()
    assert page.what_if is not None
    labels = [way.band.label for way in page.what_if.what_if.ways]
    assert labels == ["ดาวเพชร", "ดาวทอง"]
    assert all(way.reached or way.steps or way.out_of_reach for way in page.what_if.what_if.ways)


def test_its_respondents_are_crossed_or_shared_out(hand: Hand) -> None:
    """Every part has its line, with how many came."""
    page = opened(hand)
    hand.press(Qt.Key.Key_5, ALT)
    hand.settle()
    assert page.sure is not None
    words = page.sure.table.as_text()
    for part in ("STAFF", "PUB1", "PUB2", "PUB3"):
        assert part in words


def test_one_characteristic_is_shared_out_to_a_hundred(hand: Hand) -> None:
    """Not crossed, a characteristic shows counts and shares in the place of a cross table."""
    page = opened(hand)
    hand.press(Qt.Key.Key_5, ALT)
    hand.settle()
    view = page.sure
    assert view is not None
    view.second.setCurrentIndex(0)
    view.second.activated.emit(0)
    hand.settle()
    assert view.cross_table is not None
    shares = [Decimal(row[2]) for row in view.cross_table.rows.rows]
    assert sum(shares) == Decimal("100.00")
