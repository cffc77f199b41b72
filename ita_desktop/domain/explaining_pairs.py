"""Two checklist results that together would make the published figures come out, where no single one would.

Every item's effect on every figure is measured once for each result that the checklist offers; a pair's
effect is the sum of two. What is found is scored whole before it is told, for sums hold only while no item
lacks a result.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from ita_desktop.domain.comparison import (
    HALF_CENT,
    Explanation,
    aggregates,
    differences,
    out_of_reach,
    rescored,
    within_reach,
)
from ita_desktop.domain.scoring import score_instrument, sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from ita_desktop.domain.answers import PartTally
    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.scoring import ScoreSheet

MOST_PAIRS = 200
"""Items of one group are interchangeable: beyond so many pairs a list explains nothing."""


@dataclass(frozen=True, slots=True)
class Effect:
    """Another result of one item, and what it adds to each published figure."""

    change: Explanation
    adds: tuple[Fraction, ...]


def explain_by_pairs(
    instrument: Instrument,
    tallies: Mapping[str, PartTally],
    results: Mapping[str, Fraction | None],
    published: Mapping[str, Decimal],
) -> tuple[tuple[Explanation, Explanation], ...]:
    """Return the pairs, those of the least change first; empty where nothing differs or no pair would do."""
    before = score_instrument(instrument, tallies, results)

    def sheet_with(*changes: Explanation) -> ScoreSheet:
        supposed = {**results, **{change.item: change.value for change in changes}}
        return rescored(instrument, before, supposed)

    sheet = sheet_of(before)
    figures = aggregates(sheet, published)
    if not (found := differences(sheet, figures)) or out_of_reach(instrument, found):
        return ()
    figures = {key: figures[key] for key in within_reach(instrument, figures, ())}
    values = [sheet.value(key) for key in figures]
    if None in values:
        return ()
    known = [value for value in values if value is not None]
    effects = []
    for change in _changes(instrument, results):
        after = [sheet_with(change).value(key) for key in figures]
        adds = tuple((new or Fraction(0)) - old for new, old in zip(after, known, strict=True))
        if any(adds):
            effects.append(Effect(change, adds))
    gaps = [Fraction(figure) - value for figure, value in zip(figures.values(), known, strict=True)]
    pairs = [pair for pair in _fitting(effects, gaps) if not differences(sheet_with(*pair), figures)]
    return tuple(sorted(pairs, key=_size))


def _changes(instrument: Instrument, results: Mapping[str, Fraction | None]) -> Iterator[Explanation]:
    """Yield every other result that an item could have been given."""
    for tool in instrument.checklists:
        for item in tool.items:
            present = results.get(item.code)
            for step in tool.steps:
                if present is not None and step.score != present:
                    yield Explanation(item.code, present, step.score)


def _fitting(effects: list[Effect], gaps: list[Fraction]) -> Iterator[tuple[Explanation, Explanation]]:
    """Yield the pairs whose effects close every gap to within its rounding, so many at most."""
    found = 0
    for one, other in combinations(effects, 2):
        if one.change.item == other.change.item:
            continue
        sums = zip(one.adds, other.adds, gaps, strict=True)
        if all(abs(a + b - gap) <= HALF_CENT for a, b, gap in sums):
            yield one.change, other.change
            found += 1
            if found == MOST_PAIRS:
                return


def _size(pair: tuple[Explanation, Explanation]) -> Fraction:
    """How far two results move together."""
    return sum((abs(each.value - each.present) for each in pair), Fraction(0))
