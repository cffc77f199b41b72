"""What the result's charts show, each beside its words for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.charts.bars import Bar
from ita_desktop.domain.charts.choices import ChoiceChart, shares
from ita_desktop.domain.charts.groups import MOST_YEARS, Group
from ita_desktop.domain.charts.spread import Piece, SpreadChart, SpreadRow
from ita_desktop.domain.charts.years import YearBar
from ita_desktop.domain.numbers import percentages, rounded
from ita_desktop.domain.scoring import Level
from ita_desktop.services.years import year_figures
from ita_desktop.support.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from ita_desktop.domain.answers import Tally
    from ita_desktop.domain.charts.shapes import Kit
    from ita_desktop.domain.instrument import Question
    from ita_desktop.domain.scoring import Score
    from ita_desktop.services.results import YearResult
    from ita_desktop.ui.widgets.charts import Maker

LEGEND_ROWS = 2
"""Of the legend beside the tree, where there is little width."""


def score_figure(score: Decimal | None) -> str:
    """Write a score, or that there is no data."""
    return f"{score:.2f}" if score is not None else tr("ยังไม่มีข้อมูล")


def indicator_bars(result: YearResult) -> tuple[Bar, ...]:
    """One bar for each indicator, in the instrument's order."""
    bars = []
    for indicator in result.instrument.indicators:
        value = result.sheet.value(indicator.code)
        score = rounded(value) if value is not None else None
        bars.append(Bar(f"{indicator.code} {indicator.title}", score))
    return tuple(bars)


def year_bars(result: YearResult) -> tuple[YearBar, ...]:
    """One bar for each year, the working one last."""
    return tuple(YearBar(year.year, year.figures.get("total"), year.level) for year in year_figures(result))


def tool_groups(result: YearResult) -> tuple[tuple[int, ...], tuple[Group, ...]]:
    """Tools and parts beside the last years that have figures of them."""
    *past, now = year_figures(result)
    keys = []
    for tool in result.instrument.tools:
        keys += [tool.code, *(part.code for part in tool.parts if len(tool.parts) > 1)]
    known = [year for year in past if any(key in year.figures for key in keys)][1 - MOST_YEARS :]
    years = (*known, now)
    groups = tuple(Group(key, tuple(year.figures.get(key) for year in years)) for key in keys)
    return tuple(year.year for year in years), groups


def group_words(years: Sequence[int], groups: Sequence[Group]) -> Iterator[str]:
    """Say the groups, one a line."""
    for group in groups:
        pairs = zip(years, group.scores, strict=True)
        yield f"{group.label} " + " · ".join(f"{year} {score_figure(score)}" for year, score in pairs)


def choice_maker(question: Question, tally: Tally) -> tuple[Maker, list[str]]:
    """How one question was answered."""
    rows = shares([choice.label for choice in question.choices], tally.counts)

    def make(kit: Kit, _: float) -> ChoiceChart:
        """Two lines for each choice, whatever the room."""
        return ChoiceChart(kit, rows)

    words = tr("{count} คน {percent}%")
    lines = [
        f"{row.label} " + words.format(count=f"{row.count:,}", percent=f"{row.percent:.2f}") for row in rows
    ]
    return make, lines


def spread_maker(result: YearResult, indicator: Score) -> tuple[Maker, list[str]] | None:
    """How the questions below an indicator were answered; None where nobody answered any."""
    rows = tuple(_spread_rows(result, indicator))
    if not any(row.answered for row in rows):
        return None

    def make(kit: Kit, _: float) -> SpreadChart:
        """A row for each question, whatever the room."""
        return SpreadChart(kit, rows, LEGEND_ROWS)

    return make, [f"{row.code} " + tr("{count} คน").format(count=f"{row.answered:,}") for row in rows]


def _spread_rows(result: YearResult, indicator: Score) -> Iterator[SpreadRow]:
    """Yield the questions of an indicator with their pieces."""
    questions = {each.code: each for tool in result.instrument.surveys for each in tool.questions}
    for score in indicator.walk():
        question = questions.get(score.code)
        if question is None or score.tally is None or score.level not in (Level.ITEM, Level.QUESTION):
            continue
        parts = percentages(score.tally.counts)
        pieces = (
            Piece(rounded(choice.score), count, percent)
            for choice, count, percent in zip(question.choices, score.tally.counts, parts, strict=True)
            if choice.score is not None
        )
        yield SpreadRow(score.code, tuple(pieces))
