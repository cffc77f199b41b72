"""The year's result: computed from the file, beside what was published, beside the years before."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import tally_cards
from ita_desktop.domain.beside import beside
from ita_desktop.domain.comparability import Comparability, comparability
from ita_desktop.domain.grading import grade, grade_sheet, total_from_tools
from ita_desktop.domain.history import Action
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.scoring import provisional_total, score_instrument, sheet_of
from ita_desktop.models import checklist_store, published_store, questionnaire_store, settings_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.instruments import instrument_text, known_years

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from ita_desktop.domain.answers import PartTally
    from ita_desktop.domain.comparison import Difference, Explanation
    from ita_desktop.domain.contradictions import Contradiction
    from ita_desktop.domain.instrument import Band, Instrument
    from ita_desktop.domain.office import Office
    from ita_desktop.domain.scoring import ScoreSheet
    from ita_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class PastYear:
    """What is known of an earlier year: its figures, their total, and the level by that year's rule.

    `shape`: what of it is comparable with this year; None where that year's instrument is not known.
    """

    year: int
    figures: Mapping[str, Decimal]
    total: Fraction | None
    level: str
    shape: Comparability | None = None


@dataclass(frozen=True, slots=True)
class YearResult:
    """Everything that the result page and the papers show of a year."""

    year: int
    office: Office
    instrument: Instrument
    sheet: ScoreSheet
    level: Band | None
    provisional: Fraction | None
    provisional_level: Band | None
    tallies: Mapping[str, PartTally]
    published: Mapping[str, Decimal]
    differences: tuple[Difference, ...]
    explanations: tuple[Explanation, ...]
    past: tuple[PastYear, ...]
    results: Mapping[str, Fraction | None] = field(default_factory=dict)
    pairs: tuple[tuple[Explanation, Explanation], ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    unexplained: tuple[str, ...] = ()
    """Survey figures that differ: no checklist result could be the cause."""

    @property
    def missing(self) -> tuple[str, ...]:
        """What has no data yet: item codes, part codes, indicator codes."""
        return self.sheet.total.missing


class ResultService:
    """Compute the result and keep published figures."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._cached: tuple[int, int, YearResult] | None = None

    def result(self) -> YearResult:
        """Return the year's result; computed again only after something changed."""
        key = (self._session.version, self._session.year)
        if self._cached is None or self._cached[:2] != key:
            self._cached = (*key, self._compute())
        return self._cached[2]

    def _compute(self) -> YearResult:
        """Count, score, grade and compare."""
        instrument, year = self._session.instrument, self._session.year
        with self._session.reading() as transaction:
            tallies = {
                part.code: tally_cards(
                    part.code, tool, questionnaire_store.cards(transaction, year, part.code)
                )
                for tool, part in instrument.survey_parts()
            }
            entries = checklist_store.entries(transaction, year)
            figures = {y: published_store.figures(transaction, y) for y in published_store.years(transaction)}
            office = settings_store.office(transaction)
            held = settings_store.years(transaction)
            texts = {y: settings_store.instrument_text(transaction, y) for y in held if y < year}
        results = {code: entry.result for code, entry in entries.items()}
        total = score_instrument(instrument, tallies, results)
        sheet, published = sheet_of(total), figures.get(year, {})
        provisional = provisional_total(total)
        told = beside(instrument, tallies, results, sheet, published)
        return YearResult(
            year,
            office,
            instrument,
            sheet,
            grade_sheet(instrument.grade_rule, sheet),
            provisional,
            grade(instrument.grade_rule, lambda key: provisional if key == "total" else sheet.value(key)),
            tallies,
            published,
            told.differences,
            told.explanations,
            tuple(_past(instrument, y, known, texts) for y, known in figures.items() if y < year),
            results,
            told.pairs,
            told.contradictions,
            told.unexplained,
        )

    def put_published(self, year: int, key: str, value: Decimal | None) -> Changes:
        """Keep a figure as published, or forget it; FieldProblem outside 0 to 100."""
        return self.put_published_many(year, {key: value})

    def put_published_many(self, year: int, figures: Mapping[str, Decimal | None]) -> Changes:
        """Keep many figures of a year, all or none, as one step of undo; FieldProblem outside 0 to 100."""
        for key, value in figures.items():
            if value is not None and not 0 <= value <= 100:  # noqa: PLR2004 - scores run from 0 to 100
                raise FieldProblem(key, FieldFault.OUT_OF_RANGE, str(value), "0-100")
        subject = next(iter(figures)) if len(figures) == 1 else str(len(figures))
        with self._session.change(Action.PUBLISHED, f"{year} {subject}", Topic.PUBLISHED) as change:
            for key, value in figures.items():
                published_store.put(change.transaction, year, key, value)
        return change.changes


def _past(
    instrument: Instrument, year: int, figures: Mapping[str, Decimal], texts: Mapping[int, str]
) -> PastYear:
    """Judge an earlier year by the rule of its time; without a published total, from its tools."""
    scores = {key: Fraction(value) for key, value in figures.items()}
    total = scores.get("total", total_from_tools(instrument, scores))
    rule = instrument.grade_rule_of(year)
    values = {**scores, **({"total": total} if total is not None else {})}
    band = grade(rule, values.get) if rule is not None else None
    return PastYear(year, figures, total, band.label if band else "", _shape(instrument, year, texts))


def _shape(instrument: Instrument, year: int, texts: Mapping[int, str]) -> Comparability | None:
    """Compare with the instrument of an earlier year: the file's own copy, else the one that comes along."""
    text = texts.get(year) or (instrument_text(year) if year in known_years() else None)
    return comparability(instrument, parse(text)) if text is not None else None
