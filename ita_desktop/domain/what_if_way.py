"""The shortest way to a level: the fewest items that must score more, and how far each has to go.

A level asks for the total and for each instrument or part by itself. Within a part the item that helps the
part most also helps the total most; so each condition takes the best items of its own part first, the total
takes the best of what is left, and last each item goes only as far as all conditions together still need.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.what_if import Supposed, levers, suppose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_desktop.domain.instrument import Band, GradeRule
    from ita_desktop.domain.scoring import ScoreSheet
    from ita_desktop.domain.what_if import Lever, Year

WHOLE = Fraction(1)
HALF_CENT = Fraction(5, 1000)
FINENESS = 1000
"""A survey's share of the way is given to the thousandth, rounded up: finer promises would be false."""


@dataclass(frozen=True, slots=True)
class Step:
    """One item on the way: its score now and then, and what this alone adds to the total.

    `people`: how many of those below the best choice would have to choose it (0 in a checklist).
    """

    lever: Lever
    to: Fraction
    gain: Fraction
    people: int


@dataclass(frozen=True, slots=True)
class Way:
    """The way to a level. `reached`: it is reached already. `lacking`: instruments without data.

    `out_of_reach`: score keys that stay below their floor even with every item at its best.
    """

    band: Band
    steps: tuple[Step, ...] = ()
    reached: bool = False
    lacking: tuple[str, ...] = ()
    out_of_reach: tuple[str, ...] = ()
    supposed: Supposed = field(default_factory=Supposed)
    total: Fraction | None = None


def floors(rule: GradeRule, band: Band) -> dict[str, Fraction]:
    """Return what a level asks of each score key, as low as the rule's rounding lets it be."""
    slack = HALF_CENT if rule.compare_rounded else Fraction(0)
    asked = dict.fromkeys(band.each_of, band.each_at_least) if band.each_at_least is not None else {}
    return {key: floor - slack for key, floor in {**asked, "total": band.total_at_least}.items() if floor}


def unmet(sheet: ScoreSheet, asked: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Return the keys below their floor; a part without data fails nothing, as in grading."""
    values = {key: sheet.value(key) for key in asked}
    return tuple(key for key, value in values.items() if value is not None and value < asked[key])


def shortest_way(year: Year, band: Band, known: Sequence[Lever] | None = None) -> Way:
    """Return the shortest way to a level; `known` are the year's levers if they are at hand."""
    before = year.sheet()
    if before.value("total") is None:
        lacking = tuple(tool.code for tool in before.total.children if tool.value is None)
        return Way(band, lacking=lacking)
    asked = floors(year.instrument.grade_rule, band)
    if not unmet(before, asked):
        return Way(band, reached=True, total=before.value("total"))
    search = _Search(year, asked, known if known is not None else levers(year))
    for key in (*(each for each in asked if each != "total"), "total"):
        search.reach(key)
    blocked = unmet(search.sheet(), asked)
    if blocked:
        return Way(band, out_of_reach=blocked, total=search.sheet().value("total"))
    search.shorten()
    return Way(band, search.steps(), supposed=search.supposed(), total=search.sheet().value("total"))


class _Search:
    """The levers taken so far, each with its share of the way."""

    def __init__(self, year: Year, asked: Mapping[str, Fraction], known: Sequence[Lever]) -> None:
        self._year, self._asked, self._known = year, asked, known
        self._taken: dict[int, Fraction] = {}

    def supposed(self) -> Supposed:
        """What has been taken."""
        made = Supposed()
        for place, share in self._taken.items():
            made = self._known[place].moved(self._year, made, share)
        return made

    def sheet(self) -> ScoreSheet:
        """The scores with what has been taken."""
        return suppose(self._year, self.supposed()).sheet()

    def reach(self, key: str) -> None:
        """Take whole levers, those that help this score most first, until its floor is reached."""
        useful = [place for place, each in enumerate(self._known) if each.gain(key) > 0]
        for place in sorted(useful, key=lambda each: -self._known[each].gain(key)):
            if key not in unmet(self.sheet(), self._asked):
                return
            self._taken[place] = WHOLE

    def shorten(self) -> None:
        """From the weakest lever on: leave it out, or go only as far as still needed."""
        for place in sorted(self._taken, key=lambda each: self._known[each].gain("total")):
            share = self._least(place)
            if share:
                self._taken[place] = share
            else:
                del self._taken[place]

    def _least(self, place: int) -> Fraction:
        """The least share of one lever with which everything still holds."""
        lever = self._known[place]
        stops = (Fraction(0), *lever.shares())
        if not lever.checked:
            stops = self._survey_stops(place)
        return next((share for share in stops if self._holds(place, share)), WHOLE)

    def _survey_stops(self, place: int) -> tuple[Fraction, ...]:
        """Nothing; what the line from nothing to all says is needed; all."""
        none, full = self._with(place, Fraction(0)), self.sheet()
        needed = Fraction(0)
        for key, floor in self._asked.items():
            low, high = none.value(key), full.value(key)
            if low is not None and high is not None and low < floor and high > low:
                needed = max(needed, (floor - low) / (high - low))
        return (Fraction(0), Fraction(math.ceil(needed * FINENESS), FINENESS), WHOLE)

    def _with(self, place: int, share: Fraction) -> ScoreSheet:
        """The scores with another share of one lever."""
        kept = self._taken[place]
        self._taken[place] = share
        try:
            return self.sheet()
        finally:
            self._taken[place] = kept

    def _holds(self, place: int, share: Fraction) -> bool:
        """Whether everything is reached with another share of one lever."""
        return not unmet(self._with(place, share), self._asked)

    def steps(self) -> tuple[Step, ...]:
        """The levers taken as steps, the greatest gain first."""
        made = []
        for place, share in self._taken.items():
            lever = self._known[place]
            start = lever.present or Fraction(0)
            made.append(
                Step(
                    lever,
                    start + (lever.best - start) * share,
                    lever.gain("total") * share,
                    math.ceil(lever.below_best * share),
                )
            )
        return tuple(sorted(made, key=lambda each: -each.gain))
