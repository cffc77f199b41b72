"""From counts to the score: a tree in which every number is the mean of its children, down to the counts.

question → item → (sub-indicator) → indicator → part → tool → weighted total. What has no data is None,
never 0; every node says which items below it are missing. Exact fractions; whoever shows them rounds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.instrument import ToolKind
from ita_desktop.domain.numbers import weighted_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ita_desktop.domain.answers import PartTally, Tally
    from ita_desktop.domain.instrument import Indicator, Instrument, Item, Part, Question, Tool


class Level(Enum):
    """The floor of the tree on which a score stands."""

    TOTAL = "total"
    TOOL = "tool"
    PART = "part"
    INDICATOR = "indicator"
    SUB_INDICATOR = "sub-indicator"
    ITEM = "item"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100, or None without data; what it was made of; what is missing below it.

    `weight` is this score's share in its parent's mean (1 where all count alike); `respondents` counts
    questionnaires where that means something.
    """

    level: Level
    code: str
    title: str
    value: Fraction | None
    children: tuple[Score, ...] = ()
    weight: Fraction = Fraction(1)
    missing: tuple[str, ...] = ()
    respondents: int | None = None
    tally: Tally | None = None

    def walk(self) -> Iterator[Score]:
        """Yield this score and all below it, from above and in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def score_question(question: Question, tally: Tally | None) -> Score:
    """Score one question: the mean over those who answered it."""
    value = None
    if tally is not None and tally.answered:
        points = sum(
            (choice.score or Fraction(0)) * count
            for choice, count in zip(question.choices, tally.counts, strict=True)
        )
        value = Fraction(points) / tally.answered
    return Score(
        Level.QUESTION,
        question.code,
        question.text,
        value,
        missing=() if value is not None else (question.code,),
        tally=tally,
    )


def score_item(item: Item, tallies: Mapping[str, Tally]) -> Score:
    """Score a survey item: its one question, or the mean of its sub-questions."""
    questions = tuple(score_question(question, tallies.get(question.code)) for question in item.questions)
    if len(questions) == 1:
        only = questions[0]
        missing = () if only.value is not None else (item.code,)
        return Score(Level.ITEM, item.code, item.text, only.value, missing=missing, tally=only.tally)
    return _mean_of(Level.ITEM, item.code, item.text, questions, empty=(item.code,))


def score_survey_part(tool: Tool, part: Part, tally: PartTally | None) -> Score:
    """Score one part of a questionnaire from its counts. Without a respondent, the part itself is missing."""
    tallies = tally.questions if tally is not None else {}
    indicators = [
        _mean_of(
            Level.INDICATOR,
            indicator.code,
            indicator.title,
            [score_item(item, tallies) for item in indicator.items],
            empty=(indicator.code,),
        )
        for indicator in tool.indicators
    ]
    respondents = tally.respondents if tally is not None else 0
    score = _mean_of(Level.PART, part.code, part.title, indicators, part.weight, respondents=respondents)
    return score if respondents else replace(score, missing=(part.code,))


def score_checklist_part(tool: Tool, part: Part, results: Mapping[str, Fraction | None]) -> Score:
    """Score a checklist from the results of its items; an item without a result is missing."""
    indicators = [_checklist_indicator(tool, indicator, results) for indicator in tool.indicators]
    return _mean_of(Level.PART, part.code, part.title, indicators, part.weight)


def _checklist_indicator(tool: Tool, indicator: Indicator, results: Mapping[str, Fraction | None]) -> Score:
    """Score one indicator of a checklist, by sub-indicators first where the instrument says so."""
    direct = [_checked(item, results) for item in indicator.direct_items]
    groups = [
        _mean_of(Level.SUB_INDICATOR, sub.code, sub.title, [_checked(item, results) for item in sub.items])
        for sub in indicator.sub_indicators
    ]
    if not tool.by_sub_indicator:
        groups = [
            replace(group, weight=Fraction(sum(item.value is not None for item in group.children)))
            for group in groups
        ]
    return _mean_of(Level.INDICATOR, indicator.code, indicator.title, direct + groups)


def _checked(item: Item, results: Mapping[str, Fraction | None]) -> Score:
    """Return the score of one checklist item."""
    value = results.get(item.code)
    missing = () if value is not None else (item.code,)
    return Score(Level.ITEM, item.code, item.text, value, missing=missing)


def score_tool(tool: Tool, tallies: Mapping[str, PartTally], results: Mapping[str, Fraction | None]) -> Score:
    """Score IIT, EIT or OIT: the mean of the parts that have data."""
    if tool.kind is ToolKind.CHECKLIST:
        parts = [score_checklist_part(tool, part, results) for part in tool.parts]
        return _mean_of(Level.TOOL, tool.code, tool.title, parts, tool.weight)
    parts = [score_survey_part(tool, part, tallies.get(part.code)) for part in tool.parts]
    respondents = sum(part.respondents or 0 for part in parts)
    return _mean_of(Level.TOOL, tool.code, tool.title, parts, tool.weight, respondents=respondents)


def score_total(tools: Iterable[Score]) -> Score:
    """Weigh the tools into the total. Without one of them there is no total: half a sum is no score."""
    scores = tuple(tools)
    values = [(score.value, score.weight) for score in scores if score.value is not None]
    value = weighted_mean(values) if len(values) == len(scores) else None
    missing = tuple(code for score in scores for code in score.missing)
    return Score(Level.TOTAL, "total", "", value, scores, missing=missing)


def score_instrument(
    instrument: Instrument, tallies: Mapping[str, PartTally], results: Mapping[str, Fraction | None]
) -> Score:
    """Score a whole year from the counts of each survey part and the result of each checklist item."""
    return score_total(score_tool(tool, tallies, results) for tool in instrument.tools)


def provisional_total(total: Score) -> Fraction | None:
    """Return the weighted mean of the tools that have data so far, or None. Never a published score."""
    return weighted_mean((tool.value, tool.weight) for tool in total.children if tool.value is not None)


def _mean_of(
    level: Level,
    code: str,
    title: str,
    children: Iterable[Score],
    weight: Fraction = Fraction(1),
    *,
    respondents: int | None = None,
    empty: tuple[str, ...] = (),
) -> Score:
    """Make the parent of `children`: their weighted mean over those with data.

    A parent without children is itself what is missing (`empty`): an indicator whose items are not known.
    """
    kids = tuple(children)
    value = weighted_mean((kid.value, kid.weight) for kid in kids if kid.value is not None)
    missing = tuple(code for kid in kids for code in kid.missing) if kids else empty
    return Score(level, code, title, value, kids, weight, missing, respondents)


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The tree looked up by score key: total, tool, part, indicator, sub-indicator, item."""

    total: Score
    by_key: Mapping[str, Score]

    def value(self, key: str) -> Fraction | None:
        """Return the score under `key`, or None if it has no data or does not exist."""
        score = self.by_key.get(key)
        return score.value if score is not None else None


def sheet_of(total: Score) -> ScoreSheet:
    """Index the tree. What stands in several parts (e1 in EIT1, EIT2) is the weighted mean of the parts."""
    found: dict[str, list[tuple[Score, Fraction]]] = {}
    for tool in total.children:
        for part in tool.children:
            for score in part.walk():
                found.setdefault(score.code, []).append((score, part.weight))
    by_key = {code: _merged(pairs) for code, pairs in found.items()}
    by_key.update({tool.code: tool for tool in total.children})
    by_key[total.code] = total
    return ScoreSheet(total, by_key)


def _merged(pairs: list[tuple[Score, Fraction]]) -> Score:
    """Join the same indicator or item from several parts; counts add up, scores are averaged by part."""
    first = pairs[0][0]
    if len(pairs) == 1:
        return first
    value = weighted_mean((score.value, weight) for score, weight in pairs if score.value is not None)
    tallies = [score.tally for score, _ in pairs if score.tally is not None]
    tally = tallies[0] if tallies else None
    for other in tallies[1:]:
        tally = tally + other if tally is not None else other
    missing = first.missing if value is None else ()
    return Score(first.level, first.code, first.title, value, (), first.weight, missing, None, tally)
