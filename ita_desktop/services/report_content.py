"""From the year's result to what its papers say."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.grading import grade
from ita_desktop.domain.instrument import ToolKind
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.report import (
    Condition,
    Gap,
    Hint,
    LevelLine,
    Overall,
    PlanLine,
    ReportContent,
    ScoreLine,
    ToolSummary,
    WeakItem,
    YearLine,
)
from ita_desktop.services.keying_quality import keying_quality
from ita_desktop.services.report_tables import indicators, profiles, shown, titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from ita_desktop.domain.checklist import CheckEntry
    from ita_desktop.domain.instrument import Band, Instrument, Tool
    from ita_desktop.domain.measures import Measure
    from ita_desktop.domain.scoring import Score
    from ita_desktop.services.results import YearResult
    from ita_desktop.services.verification_report import PartVerification

FULL = Fraction(100)


def report_content(
    result: YearResult,
    entries: Mapping[str, CheckEntry],
    measures: Sequence[Measure],
    small_cell: int,
    keying: Sequence[PartVerification] = (),
) -> ReportContent:
    """Gather what the papers say about a year. Counts below `small_cell` are left out: they could name."""
    instrument, gaps = result.instrument, tuple(_gaps(result))
    return ReportContent(
        office=result.office,
        year=result.year,
        overall=_overall(result),
        tools=tuple(_tools(result)),
        levels=tuple(_levels(result)),
        bands=tuple((band.label, rounded(band.total_at_least)) for band in instrument.grade_rule.bands),
        years=(*_past(result), _this_year(result)),
        profiles=tuple(profiles(result, small_cell)),
        indicators=tuple(indicators(result, entries, small_cell)),
        gaps=gaps,
        hints=tuple(Hint(e.item, rounded(e.present), rounded(e.value)) for e in result.explanations),
        agreeing=len(result.published) - len(gaps),
        unexplained=result.unexplained,
        contradictions=result.contradictions,
        missing=result.missing,
        incomplete=tuple(tool.incomplete for tool in instrument.tools if tool.incomplete),
        plan=tuple(_plan(instrument, measures)),
        summaries=tuple(_summary(result, tool) for tool in instrument.tools),
        findings_headings=instrument.findings_headings,
        small_cell=small_cell,
        keying=keying_quality(keying),
    )


def _label(band: Band | None) -> str:
    """Return a level's name, empty while there is none."""
    return band.label if band is not None else ""


def _overall(result: YearResult) -> Overall:
    """State the total and its level, as computed and as published."""
    published = result.published.get("total")
    figures = {key: Fraction(figure) for key, figure in result.published.items()}
    return Overall(
        computed=shown(result.sheet.total.value),
        computed_level=_label(result.level),
        published=published,
        published_level=_label(grade(result.instrument.grade_rule, figures.get)),
        provisional=shown(result.provisional),
        provisional_level=_label(result.provisional_level),
        target=rounded(result.instrument.target),
    )


def _tools(result: YearResult) -> Iterator[ScoreLine]:
    """List the tools with their shares; a tool with several parts lists these below itself."""
    weights = sum((tool.weight for tool in result.instrument.tools), Fraction(0))
    for tool in result.instrument.tools:
        several = len(tool.parts) > 1
        parts = tuple(_line(result, part.code, part.title) for part in tool.parts) if several else ()
        yield _line(result, tool.code, tool.title, rounded(tool.weight * 100 / weights), parts)


def _line(
    result: YearResult, key: str, title: str, share: Decimal | None = None, parts: tuple[ScoreLine, ...] = ()
) -> ScoreLine:
    """Make the line of a score."""
    score: Score | None = result.sheet.by_key.get(key)
    value = shown(score.value) if score is not None else None
    respondents = score.respondents if score is not None else None
    return ScoreLine(key, title, value, result.published.get(key), respondents, share, parts)


def _levels(result: YearResult) -> Iterator[LevelLine]:
    """State every level with its conditions, judged on the figures that the paper reports."""
    rule, names = result.instrument.grade_rule, titles(result.instrument)
    level = _overall(result).level

    def score(key: str) -> Fraction | None:
        if "total" in result.published and key in result.published:
            return Fraction(result.published[key])
        value = result.sheet.value(key)
        return Fraction(rounded(value)) if value is not None and rule.compare_rounded else value

    def condition(key: str, needed: Fraction) -> Condition:
        value = score(key)
        met = value >= needed if value is not None else None
        return Condition(key, names.get(key, ""), rounded(needed), shown(value), met)

    for band in rule.bands:
        conditions = [condition("total", band.total_at_least)]
        if band.each_at_least is not None:
            conditions += [condition(key, band.each_at_least) for key in band.each_of]
        yield LevelLine(band.label, band.meaning, tuple(conditions), reached=band.label == level)


def _past(result: YearResult) -> Iterator[YearLine]:
    """List the years before, the oldest first."""
    codes = [tool.code for tool in result.instrument.tools]
    for past in sorted(result.past, key=lambda each: each.year):
        tools = tuple((code, past.figures.get(code)) for code in codes)
        unlike = past.shape.unlike if past.shape is not None else None
        yield YearLine(past.year, shown(past.total), tools, past.level, unlike)


def _this_year(result: YearResult) -> YearLine:
    """State the year itself for the comparison: published figures where there are any."""
    overall = _overall(result)
    tools = tuple(
        (tool.code, result.published.get(tool.code, shown(result.sheet.value(tool.code))))
        for tool in result.instrument.tools
    )
    return YearLine(result.year, overall.score, tools, overall.level)


def _gaps(result: YearResult) -> Iterator[Gap]:
    """List the published figures that are not the computed ones."""
    names = titles(result.instrument)
    for each in result.differences:
        yield Gap(each.key, names.get(each.key, ""), each.published, each.computed, each.size)


def _plan(instrument: Instrument, measures: Iterable[Measure]) -> Iterator[PlanLine]:
    """List the measures in the order of the indicators."""
    names = {indicator.code: indicator.title for indicator in instrument.indicators}
    order = {code: place for place, code in enumerate(names)}
    for each in sorted(measures, key=lambda m: order.get(m.indicator, len(order))):
        name = names.get(each.indicator, "")
        yield PlanLine(
            each.indicator, name, each.title, each.finding, each.steps, each.start, each.end, each.owner
        )


def _summary(result: YearResult, tool: Tool) -> ToolSummary:
    """Sum a tool up: what is full, what is weak and what to do about it, what is missing."""
    names = titles(result.instrument)
    values = {item.code: result.sheet.value(item.code) for item in tool.items}
    weak = [
        WeakItem(
            item.code,
            item.text,
            rounded(value),
            item.guidance,
            tuple((code, names.get(code, "")) for code in item.leads_to),
            value < result.instrument.target,
        )
        for item in tool.items
        if (value := values[item.code]) is not None and value < FULL
    ]
    return ToolSummary(
        tool.code,
        tool.title,
        tool.kind is ToolKind.CHECKLIST,
        shown(result.sheet.value(tool.code)),
        tuple(_line(result, each.code, each.title) for each in tool.indicators),
        tuple(code for code, value in values.items() if value == FULL),
        tuple(sorted(weak, key=lambda each: each.score)),
        tuple(code for code, value in values.items() if value is None),
    )
