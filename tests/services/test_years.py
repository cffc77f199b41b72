"""Years side by side: compared where they mean the same, shown and marked where they do not."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.comparability import Comparability
from ita_desktop.domain.score_keys import ScoreKey, score_keys
from ita_desktop.domain.scoring import Level
from ita_desktop.domain.side_by_side import YearFigures, side_by_side
from ita_desktop.services.years import compared_years, year_figures
from tests.helpers.offices import instrument_of, new_workspace
from tests.instruments.edit import INVENTED

if TYPE_CHECKING:
    from pathlib import Path

TOTAL, TOOL, NINTH, ITEM = (
    ScoreKey("total", "", Level.TOTAL),
    ScoreKey("IIT", "ภายใน", Level.TOOL),
    ScoreKey("9", "การเปิดเผยข้อมูล", Level.INDICATOR),
    ScoreKey("o2", "ข้อมูล", Level.ITEM),
)


def figures(**values: str) -> dict[str, Decimal]:
    """Figures by key; `n9` names indicator 9."""
    return {key.removeprefix("n"): Decimal(value) for key, value in values.items()}


def test_a_change_leaps_over_a_year_that_means_something_else() -> None:
    """2566 weighs its tools otherwise: its total stands there, and 2567 is held against 2565."""
    other = Comparability(2566, ("IIT",), ("total",), 0)
    same = Comparability(2565, ("total", "IIT"), (), 0)
    years = (
        YearFigures(2565, figures(total="80", IIT="70"), shape=same),
        YearFigures(2566, figures(total="99", IIT="75"), shape=other),
        YearFigures(2567, figures(total="85", IIT="80"), working=True),
    )
    total, tool = side_by_side((TOTAL, TOOL), years)
    assert [cell.comparable for cell in total.cells] == [True, False, True]
    assert (total.cells[2].change, total.cells[2].since) == (Decimal(5), 2565)
    assert (tool.cells[2].change, tool.cells[2].since) == (Decimal(5), 2566)


def test_of_an_unknown_year_items_do_not_compare() -> None:
    """Total and indicators were put under this year's names by a person; questions change every year."""
    years = (
        YearFigures(2560, figures(total="80", n9="70", o2="50")),
        YearFigures(2568, figures(total="85", n9="75", o2="100"), working=True),
    )
    total, ninth, item = side_by_side((TOTAL, NINTH, ITEM), years)
    assert [row.cells[1].change for row in (total, ninth, item)] == [Decimal(5), Decimal(5), None]
    assert not item.cells[0].comparable


def test_a_score_that_no_year_has_makes_no_row() -> None:
    """An empty line would ask for what nobody can give."""
    assert side_by_side((TOTAL, NINTH), (YearFigures(2568, figures(n9="5"), working=True),))[0].key is NINTH


def test_published_stands_beside_published(tmp_path: Path) -> None:
    """Of this year, too, the published figure is compared; what lacks one is as computed."""
    office = new_workspace(tmp_path)
    office.results.put_published_many(2567, figures(total="98.25", n9="90"))
    office.results.put_published_many(2568, figures(total="99.70"))
    result = office.results.result()
    office.close()
    *_, now = year_figures(result)
    assert (now.figures, now.level) == (figures(total="99.70"), "ผ่านดีเยี่ยม")
    total, ninth = compared_years(result)
    assert total.cells[-1].change == Decimal("1.45")
    assert ninth.cells[-1].value is None


@pytest.mark.parametrize("year", [2564, 2568])
def test_every_key_has_a_place_once(year: int) -> None:
    """Every tool, part, indicator and item stands in the list, none twice, the total first."""
    instrument = instrument_of(year)
    keys = [each.key for each in score_keys(instrument)]
    assert keys[0] == "total"
    assert len(set(keys)) == len(keys)
    items = {item.code for tool in instrument.tools for item in tool.items}
    assert items | {each.code for each in instrument.indicators} <= set(keys)


def test_a_year_of_another_shape_compares_only_by_name(tmp_path: Path) -> None:
    """The invented instrument has other tools: nothing of 2564 is a rise or a fall there."""
    office = new_workspace(tmp_path, text=INVENTED.read_text("utf-8"))
    office.results.put_published_many(2564, figures(total="92.69"))
    office.results.put_published_many(2570, figures(total="60"))
    (total,) = compared_years(office.results.result())
    office.close()
    assert (total.cells[0].value, total.cells[0].comparable) == (Decimal("92.69"), False)
    assert total.cells[1].change is None
