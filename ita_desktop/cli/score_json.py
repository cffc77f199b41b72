"""The result as JSON, for scripts and for whoever computes it again by other means.

Numbers are rounded half up to two places; percentages are strings that sum to 100.00 by the largest
remainder; null means that there is no data, which is not 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_desktop.domain.instrument import ToolKind
from ita_desktop.domain.numbers import percentages, rounded, weighted_mean
from ita_desktop.domain.scoring import Level
from ita_desktop.services.years import year_figures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from ita_desktop.domain.answers import Tally
    from ita_desktop.domain.instrument import Item, Tool
    from ita_desktop.domain.scoring import Score
    from ita_desktop.services.results import YearResult

Json = dict[str, Any]


def score_json(result: YearResult) -> Json:
    """Return the whole result; docs/command-line.md names every key."""
    return {
        "fiscal_year": result.year,
        "total": number(result.sheet.total.value),
        "level": result.level.label if result.level else None,
        "provisional": _provisional(result),
        "instruments": dict(_instruments(result)),
        "indicators": _by_level(result, Level.INDICATOR),
        "sub_indicators": _by_level(result, Level.SUB_INDICATOR),
        "items": dict(_items(result)),
        "missing": list(result.missing),
        **_published(result),
        "years": list(_years(result)),
    }


def number(value: Fraction | None) -> float | None:
    """Return a JSON number with two places, or null."""
    return None if value is None else float(rounded(value))


def _provisional(result: YearResult) -> Json | None:
    """Return the mean of the tools that have data, while the total is not known."""
    if result.sheet.total.value is not None:
        return None
    level = result.provisional_level
    return {"total": number(result.provisional), "level": level.label if level else None}


def _instruments(result: YearResult) -> Iterator[tuple[str, Json]]:
    """Yield the parts of each tool, then the tool."""
    for tool in result.sheet.total.children:
        for score in (*tool.children, tool):
            if score is tool or score.code != tool.code:
                yield score.code, {"score": number(score.value), "respondents": score.respondents}


def _by_level(result: YearResult, level: Level) -> Json:
    """Return the scores of one floor of the tree by code, parts averaged as the instrument says."""
    codes = [score.code for score in result.sheet.total.walk() if score.level is level]
    return {code: number(result.sheet.value(code)) for code in dict.fromkeys(codes)}


def _items(result: YearResult) -> Iterator[tuple[str, Json]]:
    """Yield every item in the instrument's order."""
    for tool in result.instrument.tools:
        for item in tool.items:
            score = number(result.sheet.value(item.code))
            yield item.code, {"score": score, **_answers_to(item, tool, result)}


def _answers_to(item: Item, tool: Tool, result: YearResult) -> Json:
    """Return how a survey item was answered: all parts added, and each by itself where there are several."""
    if tool.kind is ToolKind.CHECKLIST:
        return {"counts": None, "percent": None}
    if len(item.questions) == 1:
        found: Json = _tally(result.sheet.by_key[item.code].tally)
    else:
        found = {**_tally(None), "questions": _questions(item, tool, result)}
    if len(tool.parts) > 1:
        found["parts"] = {
            score.code: {"score": number(each.value), **_tally(each.tally)}
            for score in _parts_of(tool, result)
            for each in score.walk()
            if each.level is Level.ITEM and each.code == item.code
        }
    return found


def _questions(item: Item, tool: Tool, result: YearResult) -> Json:
    """Return the sub-questions of an item, all parts added."""
    found = {}
    for question in item.questions:
        scores = [
            each
            for part in _parts_of(tool, result)
            for each in part.walk()
            if each.level is Level.QUESTION and each.code == question.code
        ]
        tallies = [score.tally for score in scores if score.tally is not None]
        value = scores[0].value if len(scores) == 1 else _mean(scores, tool)
        found[question.code] = {"score": number(value), **_tally(_added(tallies))}
    return found


def _parts_of(tool: Tool, result: YearResult) -> tuple[Score, ...]:
    """Return the scores of a tool's parts."""
    return result.sheet.by_key[tool.code].children


def _mean(scores: list[Score], tool: Tool) -> Fraction | None:
    """Average a question over the parts by their weights, as the scores above it are."""
    pairs = zip(scores, tool.parts, strict=True)
    return weighted_mean((score.value, part.weight) for score, part in pairs if score.value is not None)


def _added(tallies: list[Tally]) -> Tally | None:
    """Add tallies of one question."""
    total = tallies[0] if tallies else None
    for tally in tallies[1:]:
        total = total + tally if total is not None else tally
    return total


def _tally(tally: Tally | None) -> Json:
    """Return the counts of one question; percentages are of those who answered it."""
    if tally is None:
        return {"counts": None, "percent": None}
    percent = [str(share) for share in percentages(tally.counts)] if tally.answered else None
    return {
        "counts": list(tally.counts),
        "percent": percent,
        "blank": tally.blank,
        "unreadable": tally.unreadable,
        "double": tally.double,
    }


def _years(result: YearResult) -> Iterator[Json]:
    """Yield the years that have figures, the oldest first; `unlike`: keys that mean something else now."""
    shapes = {past.year: past.shape for past in result.past}
    for year in year_figures(result):
        shape = shapes.get(year.year)
        yield {
            "fiscal_year": year.year,
            "level": year.level or None,
            "figures": {key: float(value) for key, value in year.figures.items()},
            "unlike": list(shape.unlike) if shape is not None else None,
        }


def _published(result: YearResult) -> Json:
    """Return what was published beside what is computed, and what would explain a difference."""
    return {
        "published": {key: float(value) for key, value in result.published.items()},
        "differences": [
            {
                "key": each.key,
                "published": float(each.published),
                "computed": float(each.computed) if each.computed is not None else None,
            }
            for each in result.differences
        ],
        "explanations": [
            {"item": each.item, "present": number(each.present), "would_be": number(each.value)}
            for each in result.explanations
        ],
        "unexplained": list(result.unexplained),
        "contradictions": [
            {
                "key": each.key,
                "published": float(each.published),
                "parts_make": [float(each.low), float(each.high)],
            }
            for each in result.contradictions
        ],
    }
