"""The years of a result side by side: figures published in each, and what of this year was not, computed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.grading import grade
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.score_keys import score_keys
from ita_desktop.domain.scoring import Level
from ita_desktop.domain.side_by_side import YearFigures, side_by_side

if TYPE_CHECKING:
    from ita_desktop.domain.side_by_side import YearsRow
    from ita_desktop.services.results import YearResult

SHOWN = frozenset({Level.TOTAL, Level.TOOL, Level.PART, Level.INDICATOR})
"""What years are compared at: below it, the questions are not the same ones."""


def year_figures(result: YearResult) -> tuple[YearFigures, ...]:
    """Return the years from the oldest to the working one.

    Published stands beside published: so of the working year too, where it is there; what was not published
    is as computed, and while a tool lacks data the total is the provisional one.
    """
    found = []
    for past in sorted(result.past, key=lambda each: each.year):
        total = {} if past.total is None else {"total": rounded(past.total)}
        found.append(YearFigures(past.year, {**total, **past.figures}, past.level, past.shape))
    values = {key: score.value for key, score in result.sheet.by_key.items()}
    now = {key: rounded(value) for key, value in values.items() if value is not None}
    if "total" not in now and result.provisional is not None:
        now["total"] = rounded(result.provisional)
    now |= result.published
    scores = {key: Fraction(value) for key, value in now.items()}
    band = grade(result.instrument.grade_rule, scores.get)
    return (*found, YearFigures(result.year, now, band.label if band else "", working=True))


def compared_years(result: YearResult) -> tuple[YearsRow, ...]:
    """Return total, tools, parts and indicators over the years."""
    keys = [key for key in score_keys(result.instrument) if key.level in SHOWN]
    return side_by_side(keys, year_figures(result))
