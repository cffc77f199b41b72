"""What is known of the scores of any year of the file: computed with how sure they are, or as published."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import tally_cards
from ita_desktop.domain.carry_over import title_key
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.intervals import Basis, Interval, combined, part_intervals
from ita_desktop.domain.roster import ExternalPerson, latest_start
from ita_desktop.domain.scoring import score_instrument, sheet_of
from ita_desktop.models import (
    checklist_store,
    published_store,
    questionnaire_store,
    roster_search,
    roster_store,
    settings_store,
)
from ita_desktop.services.instruments import instrument_text, known_years

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from ita_desktop.domain.instrument import Instrument, Tool
    from ita_desktop.models.database import Transaction


@dataclass(frozen=True, slots=True)
class YearScores:
    """A year's scores by key as they were computed, as they were published, and how sure they are.

    `instrument` is None where nobody knows what was asked. A score without interval has no forms behind it.
    """

    year: int
    instrument: Instrument | None
    computed: Mapping[str, Fraction | None] = field(default_factory=dict)
    published: Mapping[str, Decimal] = field(default_factory=dict)
    intervals: Mapping[str, Interval] = field(default_factory=dict)

    def value(self, key: str) -> Fraction | None:
        """Return a score: the computed one, else what was published."""
        found = self.computed.get(key)
        if found is not None:
            return found
        return Fraction(self.published[key]) if key in self.published else None

    def interval(self, key: str) -> Interval | None:
        """Return how sure a computed score is; None for one that was only published."""
        return self.intervals.get(key) if self.computed.get(key) is not None else None


def year_scores(transaction: Transaction, year: int, *, how_sure: bool = True) -> YearScores:
    """Gather what is known of a year; of one that the file does not hold, only what was published.

    `how_sure` asks for the intervals too, which takes every form apart.
    """
    published = published_store.figures(transaction, year)
    if year not in settings_store.years(transaction):
        known = parse(instrument_text(year)) if year in known_years() else None
        return YearScores(year, known, {}, published)
    instrument = parse(settings_store.instrument_text(transaction, year))
    tallies = {
        part.code: tally_cards(part.code, tool, questionnaire_store.cards(transaction, year, part.code))
        for tool, part in instrument.survey_parts()
    }
    results = {c: e.result for c, e in checklist_store.entries(transaction, year).items()}
    sheet = sheet_of(score_instrument(instrument, tallies, results))
    computed = {key: score.value for key, score in sheet.by_key.items()}
    if not how_sure:
        return YearScores(year, instrument, computed, published)
    lines = {
        part.code: questionnaire_store.lines(transaction, year, part.code)
        for _, part in instrument.survey_parts()
    }
    heads = _heads(transaction, year, instrument)
    intervals: dict[str, Interval] = {}
    for tool in instrument.surveys:
        intervals.update(_of_tool(tool, lines, heads))
    for tool in instrument.checklists:
        intervals.update(_exact(tool, computed))
    return YearScores(year, instrument, computed, published, intervals)


def _of_tool(
    tool: Tool, lines: Mapping[str, Sequence[str]], heads: Mapping[str, int | None]
) -> dict[str, Interval]:
    """Estimate a survey's items, indicators and whole; several parts are put together by their weights."""
    parts = [
        (part_intervals(tool, lines[part.code], heads.get(part.code)), float(part.weight))
        for part in tool.parts
        if lines[part.code]
    ]
    keys = list(parts[0][0]) if parts else []
    return {key: combined([(found[key], weight) for found, weight in parts]) for key in keys}


def _exact(tool: Tool, computed: Mapping[str, Fraction | None]) -> dict[str, Interval]:
    """A checklist is not sampled: each score is as it is."""
    keys = [tool.code, *(each.code for each in tool.indicators), *(item.code for item in tool.items)]
    known = {key: float(value) for key in keys if (value := computed.get(key)) is not None}
    return {key: Interval(Basis.EVERYBODY, value, value, value) for key, value in known.items()}


def _heads(transaction: Transaction, year: int, instrument: Instrument) -> dict[str, int | None]:
    """Return how many people the first two survey parts speak for; who comes by himself is on no roster."""
    rule = instrument.roster
    cut_off = date.fromisoformat(rule.cut_off) if rule.cut_off else FiscalYear(year).first_day
    inside = roster_search.head_counts(transaction, year, latest_start(cut_off, rule.minimum_service_years))
    counts = (
        sum(row["eligible"] for row in inside) or None,
        roster_store.count(transaction, year, ExternalPerson) or None,
    )
    codes = [part.code for _, part in instrument.survey_parts()]
    return dict(zip(codes, counts, strict=False))


def same_key(key: str, now: Instrument, then: Instrument | None) -> str | None:
    """Return the key under which another year has the same indicator or item; None where it has not.

    By code and title, then by title alone, for numbers move. Of a year whose instrument nobody knows, only
    indicators are taken, under the number that people typed.
    """
    mine = _titles(now)
    if key not in mine:
        return None
    if then is None:
        return key if key in {each.code for each in now.indicators} else None
    theirs = _titles(then)
    if theirs.get(key) == mine[key]:
        return key
    return next((code for code, title in theirs.items() if title == mine[key]), None)


def _titles(instrument: Instrument) -> dict[str, str]:
    """Return the titles of indicators and items, as they stay from year to year."""
    found = {each.code: title_key(each.title) for each in instrument.indicators}
    found.update({item.code: title_key(item.text) for tool in instrument.tools for item in tool.items})
    return found
