"""The published result beside the computed one: how far apart, and which single item would explain it.

Neither overwrites the other. Scores are compared as printed, at two decimals.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.instrument import ToolKind
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.scoring import (
    Level,
    ScoreSheet,
    score_instrument,
    score_tool,
    score_total,
    sheet_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from ita_desktop.domain.answers import PartTally
    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.scoring import Score

HALF_CENT = Fraction(5, 1000)
AGGREGATES = {Level.TOTAL, Level.TOOL, Level.PART, Level.INDICATOR, Level.SUB_INDICATOR}


@dataclass(frozen=True, slots=True)
class Difference:
    """A published figure that is not the computed one; `size` is published minus computed."""

    key: str
    published: Decimal
    computed: Decimal | None

    @property
    def size(self) -> Decimal | None:
        """How much the published figure is above the computed one."""
        return self.published - self.computed if self.computed is not None else None


@dataclass(frozen=True, slots=True)
class Explanation:
    """With `value` instead of `present` as this item's result, every published figure would agree."""

    item: str
    present: Fraction
    value: Fraction


def differences(sheet: ScoreSheet, published: Mapping[str, Decimal]) -> tuple[Difference, ...]:
    """Return every published figure that differs from the computed one at two decimals."""
    found = []
    for key, figure in published.items():
        value = sheet.value(key)
        computed = rounded(value) if value is not None else None
        if computed != figure:
            found.append(Difference(key, figure, computed))
    return tuple(found)


def aggregates(sheet: ScoreSheet, published: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return the published figures of what is a mean of others: items explain, they are not explained."""
    return {
        key: figure
        for key, figure in published.items()
        if (score := sheet.by_key.get(key)) is not None and score.level in AGGREGATES
    }


def out_of_reach(instrument: Instrument, found: Iterable[Difference]) -> tuple[str, ...]:
    """Return the differing aggregates that no checklist result moves: a survey's figure has another cause."""
    codes = {indicator.code for tool in instrument.surveys for indicator in tool.indicators}
    codes |= _survey_scores(instrument)
    codes -= _moved_keys(instrument)
    return tuple(each.key for each in found if each.key in codes)


def within_reach(instrument: Instrument, published: Mapping[str, Decimal], beyond: Iterable[str]) -> set[str]:
    """Return the published keys that results may explain.

    Where a survey's own score differs the total differs with it, and no checklist result is to blame.
    """
    keys = set(published) & _moved_keys(instrument)
    return keys - {"total"} if _survey_scores(instrument) & set(beyond) else keys


def _survey_scores(instrument: Instrument) -> set[str]:
    """The keys of the surveys and their parts, which the total is made of."""
    return {tool.code for tool in instrument.surveys} | {
        part.code for tool in instrument.surveys for part in tool.parts
    }


def _moved_keys(instrument: Instrument) -> set[str]:
    """The keys of all means that a checklist item is part of."""
    keys = {"total"}
    for tool in instrument.checklists:
        keys |= {tool.code, *(part.code for part in tool.parts)}
        for indicator in tool.indicators:
            keys |= {indicator.code, *(sub.code for sub in indicator.sub_indicators)}
    return keys


def rescored(instrument: Instrument, before: Score, results: Mapping[str, Fraction | None]) -> ScoreSheet:
    """Score a year again with other checklist results; the sheet holds what these can move, and no more.

    The surveys are taken as they were: hundreds of suppositions are tried, and no result moves an answer.
    """
    checked = {tool.code: score_tool(tool, {}, results) for tool in instrument.checklists}
    total = score_total(checked.get(tool.code, tool) for tool in before.children)
    sheet = sheet_of(replace(total, children=tuple(checked.values())))
    return ScoreSheet(total, {**sheet.by_key, total.code: total})


def explain(
    instrument: Instrument,
    tallies: Mapping[str, PartTally],
    results: Mapping[str, Fraction | None],
    published: Mapping[str, Decimal],
) -> tuple[Explanation, ...]:
    """Find the single checklist results that would make all published aggregates come out.

    A total is linear in one item's result, so two probes give the line and each published figure an interval
    of results; what lies in all intervals explains. Empty where nothing differs or no single item would do.
    """
    before = score_instrument(instrument, tallies, results)
    sheet = sheet_of(before)
    figures = aggregates(sheet, published)
    beyond = out_of_reach(instrument, differences(sheet, figures))
    if beyond or not differences(sheet, figures):
        return ()
    within = {key: figure for key, figure in figures.items() if key in _moved_keys(instrument)}
    return tuple(_explanations(instrument, before, results, within))


def _explanations(
    instrument: Instrument,
    before: Score,
    results: Mapping[str, Fraction | None],
    figures: Mapping[str, Decimal],
) -> Iterator[Explanation]:
    """Try every checklist item that has a result."""

    def sheet_with(code: str, value: Fraction) -> ScoreSheet:
        return rescored(instrument, before, {**results, code: value})

    for tool in instrument.tools:
        if tool.kind is not ToolKind.CHECKLIST:
            continue
        for item in tool.items:
            present = results.get(item.code)
            if present is None:
                continue
            low, high = sheet_with(item.code, Fraction(0)), sheet_with(item.code, Fraction(100))
            value = _common_value(low, high, figures, tuple(step.score for step in tool.steps))
            if value is not None and value != present:
                yield Explanation(item.code, present, value)


def _common_value(
    low: ScoreSheet, high: ScoreSheet, figures: Mapping[str, Decimal], steps: tuple[Fraction, ...]
) -> Fraction | None:
    """Return the plainest result from 0 to 100 that puts every figure within its rounding, or None."""
    bottom, top = Fraction(0), Fraction(100)
    for key, figure in figures.items():
        at_0, at_100 = low.value(key), high.value(key)
        if at_0 is None or at_100 is None:
            return None
        slope = (at_100 - at_0) / 100
        floor, ceiling = Fraction(figure) - HALF_CENT, Fraction(figure) + HALF_CENT
        if slope == 0:
            if not floor <= at_0 < ceiling:
                return None
            continue
        bottom, top = max(bottom, (floor - at_0) / slope), min(top, (ceiling - at_0) / slope)
    return _plainest(bottom, top, steps)


def _plainest(bottom: Fraction, top: Fraction, steps: tuple[Fraction, ...]) -> Fraction | None:
    """Pick from an interval what a person would have meant: a step, else the roundest number."""
    if bottom > top:
        return None
    for candidate in steps:
        if bottom <= candidate <= top:
            return candidate
    for grain in (Fraction(25), Fraction(5), Fraction(1), Fraction(1, 10), Fraction(1, 100)):
        candidate = -(-bottom // grain) * grain
        if bottom <= candidate <= top:
            return candidate
    return (bottom + top) / 2
