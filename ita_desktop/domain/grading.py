"""From scores to a level: bands with conditions, as the instrument's grade rule has them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.numbers import rounded, weighted_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_desktop.domain.instrument import Band, GradeRule, Instrument
    from ita_desktop.domain.scoring import ScoreSheet


def grade(rule: GradeRule, value_of: Callable[[str], Fraction | None]) -> Band | None:
    """Return the first band whose conditions hold, or None while the total is not known.

    A part without data cannot fail a condition: a small office may have no EIT part 2, and what is missing is
    told beside the level. Where the rule compares rounded scores, 94.995 counts as the 95.00 that is printed.
    """

    def score(key: str) -> Fraction | None:
        value = value_of(key)
        return Fraction(rounded(value)) if value is not None and rule.compare_rounded else value

    total = score("total")
    if total is None:
        return None
    for band in rule.bands:
        if total >= band.total_at_least and _each_reached(band, score):
            return band
    return None


def _each_reached(band: Band, score: Callable[[str], Fraction | None]) -> bool:
    """Tell whether every score that the band names reaches the band's floor."""
    if band.each_at_least is None:
        return True
    values = [score(key) for key in band.each_of]
    return all(value is None or value >= band.each_at_least for value in values)


def grade_sheet(rule: GradeRule, sheet: ScoreSheet) -> Band | None:
    """Return the level of a computed score sheet."""
    return grade(rule, sheet.value)


def total_from_tools(instrument: Instrument, scores: Mapping[str, Fraction]) -> Fraction | None:
    """Weigh tool scores that are known by themselves, as a past year's report prints them.

    KeyError-free: None if one of the instrument's tools is not among `scores`.
    """
    if any(tool.code not in scores for tool in instrument.tools):
        return None
    return weighted_mean((scores[tool.code], tool.weight) for tool in instrument.tools)
