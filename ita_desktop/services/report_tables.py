"""The tables of the year's papers, each made from the result: rounding, shares, what may be shown."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.instrument import ToolKind
from ita_desktop.domain.numbers import percentages, rounded
from ita_desktop.domain.report import (
    CheckGroup,
    CheckLine,
    ChoiceShare,
    IndicatorResult,
    ItemResult,
    PartItems,
    PartProfile,
    ProfileCell,
    ProfileTable,
    QuestionResult,
)
from ita_desktop.domain.scoring import Level
from ita_desktop.domain.small_cells import hidden_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from ita_desktop.domain.answers import PartTally, Tally
    from ita_desktop.domain.checklist import CheckEntry
    from ita_desktop.domain.instrument import Indicator, Instrument, Item, Part, Question, Tool
    from ita_desktop.domain.scoring import Score
    from ita_desktop.services.results import YearResult


def shown(value: Fraction | None) -> Decimal | None:
    """Round a score as it is printed; no data stays no data."""
    return rounded(value) if value is not None else None


def profiles(result: YearResult, threshold: int) -> Iterator[PartProfile]:
    """Tell who answered each part, without a cell that could name one of them."""
    for tool, part in result.instrument.survey_parts():
        tally = result.tallies.get(part.code)
        count = tally.respondents if tally is not None else 0
        tables: tuple[ProfileTable, ...] = ()
        if tally is not None and count >= max(threshold, 1):
            tables = tuple(_profile_table(question, tally, threshold) for question in tool.profile)
        yield PartProfile(part.code, part.title, tool.title, part.collected_by, count, tables)


def _profile_table(question: Question, tally: PartTally, threshold: int) -> ProfileTable:
    """Share out one characteristic; those who did not say are a last group with an empty label.

    That group is always shown: who kept silent is named by nothing.
    """
    answers = tally.questions[question.code]
    silent = answers.blank + answers.unreadable + answers.double
    labels = [choice.label for choice in question.choices] + ([""] if silent else [])
    counts = list(answers.counts) + ([silent] if silent else [])
    hidden, shares = hidden_cells(answers.counts, threshold), percentages(counts)
    cells = (
        ProfileCell(label, None if i in hidden else counts[i], None if i in hidden else shares[i])
        for i, label in enumerate(labels)
    )
    return ProfileTable(question.text, tuple(cells))


def indicators(
    result: YearResult, entries: Mapping[str, CheckEntry], threshold: int
) -> Iterator[IndicatorResult]:
    """Take the year apart by indicator: how each item was answered, what each checklist item got."""
    for tool in result.instrument.tools:
        for indicator in tool.indicators:
            score = shown(result.sheet.value(indicator.code))
            if tool.kind is ToolKind.CHECKLIST:
                groups = tuple(_groups(result, tool, indicator, entries))
                yield IndicatorResult(indicator.code, indicator.title, tool.code, score, groups=groups)
            else:
                parts = tuple(_part_items(result, part, indicator, threshold) for part in tool.parts)
                yield IndicatorResult(indicator.code, indicator.title, tool.code, score, parts=parts)


def _groups(
    result: YearResult, tool: Tool, indicator: Indicator, entries: Mapping[str, CheckEntry]
) -> Iterator[CheckGroup]:
    """Walk a checklist indicator: its own items, then its sub-indicators."""

    def line(item: Item) -> CheckLine:
        entry = entries.get(item.code)
        value = entry.result if entry is not None else None
        step = next((step.label for step in tool.steps if step.score == value), "")
        return CheckLine(item.code, item.text, shown(value), step, entry.link if entry is not None else "")

    if indicator.direct_items:
        yield CheckGroup("", "", None, tuple(line(item) for item in indicator.direct_items))
    for sub in indicator.sub_indicators:
        score = shown(result.sheet.value(sub.code))
        yield CheckGroup(sub.code, sub.title, score, tuple(line(item) for item in sub.items))


def _part_items(result: YearResult, part: Part, indicator: Indicator, threshold: int) -> PartItems:
    """Tell how one part answered an indicator's items."""
    tally = result.tallies.get(part.code)
    count = tally.respondents if tally is not None else 0
    hidden = 0 < count < threshold
    scores = part_scores(result, part.code)
    tallies = tally.questions if tally is not None else {}
    items = tuple(_item(item, scores, {} if hidden else tallies) for item in indicator.items)
    return PartItems(part.code, part.title, count, hidden, items)


def part_scores(result: YearResult, part: str) -> Mapping[str, Score]:
    """Return the scores below one part by code, for the sheet merges what stands in several parts."""
    for tool in result.sheet.total.children:
        for score in tool.children:
            if score.level is Level.PART and score.code == part:
                return {each.code: each for each in score.walk()}
    return {}


def _item(item: Item, scores: Mapping[str, Score], tallies: Mapping[str, Tally]) -> ItemResult:
    """Tell how an item was answered."""

    def value(code: str) -> Decimal | None:
        score = scores.get(code)
        return shown(score.value) if score is not None else None

    questions = tuple(
        _question(question, tallies.get(question.code), value(question.code)) for question in item.questions
    )
    return ItemResult(item.code, item.text, value(item.code), questions)


def _question(question: Question, tally: Tally | None, score: Decimal | None) -> QuestionResult:
    """Share out the answers of one question over its choices."""
    if tally is None or not tally.answered:
        lost = (tally.blank, tally.unreadable, tally.double) if tally is not None else (0, 0, 0)
        return QuestionResult(question.code, question.text, score, (), 0, *lost)
    shares = percentages(tally.counts)
    choices = tuple(
        ChoiceShare(choice.label, rounded(choice.score or Fraction(0)), count, share)
        for choice, count, share in zip(question.choices, tally.counts, shares, strict=True)
    )
    lost = (tally.blank, tally.unreadable, tally.double)
    return QuestionResult(question.code, question.text, score, choices, tally.answered, *lost)


def titles(instrument: Instrument) -> dict[str, str]:
    """Return the title of every score key that has one: tools, parts, indicators, sub-indicators, items."""
    found: dict[str, str] = {}
    for tool in instrument.tools:
        found.update({part.code: part.title for part in tool.parts})
        found[tool.code] = tool.title
        for indicator in tool.indicators:
            found[indicator.code] = indicator.title
            found.update({sub.code: sub.title for sub in indicator.sub_indicators})
            found.update({item.code: item.text for item in indicator.items})
    return found
