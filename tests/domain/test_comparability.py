"""Years of different shape are compared by name, and what does not match is said."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from ita_desktop.domain.comparability import comparability
from tests.helpers.offices import instrument_of


def test_2564_compares_by_indicator_and_not_by_item() -> None:
    """Weights and the ten indicators' names held; not one item did."""
    found = comparability(instrument_of(2568), instrument_of(2564))
    assert found.unlike == ()
    assert {"total", "IIT", "10"} <= set(found.alike)
    assert found.same_items == 0


def test_other_weights_and_names_are_told() -> None:
    """A total of other weights is another total, and an indicator of another name another indicator."""
    now = instrument_of(2568)
    first = now.tools[0]
    renamed = replace(first.indicators[0], title="เรื่องอื่น")
    other = replace(first, weight=Fraction(50), indicators=(renamed, *first.indicators[1:]))
    then = replace(now, fiscal_year=2567, tools=(other, *now.tools[1:]))
    found = comparability(now, then)
    assert found.unlike == ("total", renamed.code)
    assert found.year == 2567
