"""What if: suppose another result of an item or other answers to a question, and score the year again.

A *lever* is one item in one part that could score more. The total is linear in each lever where every item
has data, so the levers with the greatest gain are the shortest way to a level; each step is scored whole all
the same, for a missing item makes the mean bend. What lacks a whole instrument has no way: no guesses.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import PartTally, Tally
from ita_desktop.domain.grading import grade_sheet
from ita_desktop.domain.instrument import ToolKind
from ita_desktop.domain.scoring import score_instrument, score_item, sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ita_desktop.domain.instrument import Band, Instrument, Item, Part, Question, Tool
    from ita_desktop.domain.scoring import ScoreSheet

FULL = Fraction(100)
UNITS = 10_000
"""Answer shares are typed with two decimals: so many units make a hundred per cent."""


@dataclass(frozen=True, slots=True)
class Year:
    """What a year is scored from: counts of each survey part, result of each checklist item."""

    instrument: Instrument
    tallies: Mapping[str, PartTally]
    results: Mapping[str, Fraction | None]

    def sheet(self) -> ScoreSheet:
        """Score it."""
        return sheet_of(score_instrument(self.instrument, self.tallies, self.results))


@dataclass(frozen=True, slots=True)
class Supposed:
    """What is supposed: results by item, answers by (part, question). Empty: the year as it is."""

    results: Mapping[str, Fraction] = field(default_factory=dict)
    answers: Mapping[tuple[str, str], Tally] = field(default_factory=dict)

    def with_result(self, code: str, value: Fraction | None) -> Supposed:
        """Suppose another result of an item; None takes it back."""
        rest = {key: each for key, each in self.results.items() if key != code}
        return replace(self, results=rest if value is None else {**rest, code: value})

    def with_answers(self, part: str, question: str, tally: Tally | None) -> Supposed:
        """Suppose other answers to a question in one part; None takes it back."""
        rest = {key: each for key, each in self.answers.items() if key != (part, question)}
        return replace(self, answers=rest if tally is None else {**rest, (part, question): tally})


@dataclass(frozen=True, slots=True)
class Outcome:
    """The year as supposed: every score, and the level (None while the total is not known)."""

    sheet: ScoreSheet
    level: Band | None


def suppose(year: Year, supposed: Supposed) -> Year:
    """Return the year with what is supposed in it; a part without respondents gets one for its answers."""
    tallies = dict(year.tallies)
    for (part, question), tally in supposed.answers.items():
        known = tallies.get(part, PartTally(part, 0, {}))
        tallies[part] = PartTally(part, known.respondents or 1, {**known.questions, question: tally})
    return replace(year, tallies=tallies, results={**year.results, **supposed.results})


def outcome(year: Year, supposed: Supposed) -> Outcome:
    """Score and grade the year as supposed."""
    sheet = suppose(year, supposed).sheet()
    return Outcome(sheet, grade_sheet(year.instrument.grade_rule, sheet))


def tally_of_shares(shares: Sequence[Fraction]) -> Tally:
    """Turn shares of a hundred, one for each choice, into counts; ValueError where they are no whole."""
    units = [share * UNITS / FULL for share in shares]
    if sum(units) != UNITS or any(unit < 0 or unit.denominator != 1 for unit in units):
        raise ValueError(tuple(shares))
    return Tally(tuple(int(unit) for unit in units))


def toward_best(question: Question, tally: Tally, share: Fraction) -> Tally:
    """Move `share` (0 to 1) of those below the best choice to it. Counts are scaled to stay whole."""
    best = best_choice(question)
    kept = tuple(count * (share.denominator - share.numerator) for count in tally.counts)
    moved = (tally.answered - tally.counts[best]) * share.numerator
    whole = tally.counts[best] * share.denominator + moved
    return replace(tally, counts=(*kept[:best], whole, *kept[best + 1 :]))


def best_choice(question: Question) -> int:
    """Return the place from 0 of the choice worth most."""
    scores = [choice.score or Fraction(0) for choice in question.choices]
    return scores.index(max(scores))


@dataclass(frozen=True, slots=True)
class Lever:
    """One item in one part that could score more. `present` None: it has no data yet.

    `gains`: by score key, what the whole of it would add; `below_best` counts the answers that are not the
    best choice (0 in a checklist).
    """

    tool: Tool
    part: Part
    item: Item
    present: Fraction | None
    best: Fraction
    gains: Mapping[str, Fraction]
    below_best: int = 0

    @property
    def checked(self) -> bool:
        """Whether it is an item of a checklist: in the office's own hands."""
        return self.tool.kind is ToolKind.CHECKLIST

    def gain(self, key: str) -> Fraction:
        """What the whole of it would add to a score."""
        return self.gains.get(key, Fraction(0))

    def moved(self, year: Year, supposed: Supposed, share: Fraction) -> Supposed:
        """Suppose a share (0 to 1) of the way to its best."""
        if self.checked:
            start = self.present or Fraction(0)
            return supposed.with_result(self.item.code, start + (self.best - start) * share)
        tallies = year.tallies[self.part.code].questions
        for question in self.item.questions:
            if question.code in tallies:
                answers = toward_best(question, tallies[question.code], share)
                supposed = supposed.with_answers(self.part.code, question.code, answers)
        return supposed

    def shares(self) -> tuple[Fraction, ...]:
        """The shares of the way at which a checklist can stop, from the least; empty in a survey."""
        start = self.present or Fraction(0)
        if not self.checked or self.best <= start:
            return ()
        steps = sorted({step.score for step in self.tool.steps if step.score > start} | {self.best})
        return tuple((step - start) / (self.best - start) for step in steps)


def levers(year: Year) -> tuple[Lever, ...]:
    """Return all that could score more, the greatest gain in the total first, then in its part."""
    before = year.sheet()
    found = (_with_gains(year, before, lever) for lever in _places(year))
    return tuple(sorted(found, key=lambda each: (-each.gain("total"), -each.gain(each.part.code))))


def _places(year: Year) -> Iterator[Lever]:
    """Yield every item of every part that is not at its best; survey parts only where somebody answered."""
    for tool in year.instrument.tools:
        for part in tool.parts:
            for item in tool.items:
                lever = _place(year, tool, part, item)
                if lever is not None and (lever.present is None or lever.present < lever.best):
                    yield lever


def _place(year: Year, tool: Tool, part: Part, item: Item) -> Lever | None:
    """Look at one item of one part."""
    if tool.kind is ToolKind.CHECKLIST:
        best = max((step.score for step in tool.steps), default=FULL)
        return Lever(tool, part, item, year.results.get(item.code), best, {})
    tally = year.tallies.get(part.code)
    score = score_item(item, tally.questions if tally is not None else {})
    if tally is None or score.value is None:
        return None
    answered = [(q, tally.questions[q.code]) for q in item.questions if q.code in tally.questions]
    full = score_item(item, {q.code: toward_best(q, answers, Fraction(1)) for q, answers in answered})
    below = sum(answers.answered - answers.counts[best_choice(q)] for q, answers in answered)
    return Lever(tool, part, item, score.value, full.value or FULL, {}, below)


def _with_gains(year: Year, before: ScoreSheet, lever: Lever) -> Lever:
    """Score the year with the whole of a lever, and note what that adds where."""
    after = suppose(year, lever.moved(year, Supposed(), Fraction(1))).sheet()
    gains = {}
    for key in ("total", lever.tool.code, lever.part.code):
        old, new = before.value(key), after.value(key)
        if old is not None and new is not None:
            gains[key] = new - old
    return replace(lever, gains=gains)
