"""Who answered and how sure the scores are: intervals, non-response, tables of two characteristics.

Asked for by its own view and computed in the worker: the forms themselves are read, not only their counts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import CHOICE_SYMBOLS
from ita_desktop.domain.instrument import ToolKind
from ita_desktop.domain.intervals import Basis, Interval, combined, non_response, part_intervals
from ita_desktop.exchange.cross_tables import hidden_places
from ita_desktop.models import questionnaire_store
from ita_desktop.services.report_tables import profiles
from ita_desktop.services.roster import RosterService
from ita_desktop.services.settings import SettingsService

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_desktop.domain.instrument import Part, Question, Tool
    from ita_desktop.domain.report import ProfileTable
    from ita_desktop.services.results import ResultService
    from ita_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class PartCertainty:
    """How sure a survey part is: `heads` it speaks for (None: not known), `silent` percent who stayed away.

    `intervals` by score key; `blank` percent of the forms that have no answer to a question.
    """

    tool: Tool
    part: Part
    forms: int
    heads: int | None
    silent: float | None
    whole: Interval
    intervals: Mapping[str, Interval]
    blank: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Certainty:
    """Every survey part, the tools, and the total."""

    parts: tuple[PartCertainty, ...]
    tools: Mapping[str, Interval]
    total: Interval


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Counts of two characteristics, row by row; None where a cell could name somebody."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class BatchShare:
    """What a batch gives to a question's counts: its forms, and how many of them have an answer."""

    part: str
    number: int
    division: str
    forms: int
    answered: int


class RespondentService:
    """Look at the forms of the open file."""

    def __init__(self, session: Session, results: ResultService) -> None:
        """Work on an open file and its result."""
        self._session, self._results = session, results
        self._kept: tuple[int, int, Certainty] | None = None

    def certainty(self) -> Certainty:
        """Return how sure the year's scores are; computed again only after something changed."""
        key = (self._session.version, self._session.year)
        if self._kept is None or self._kept[:2] != key:
            self._kept = (*key, self._compute())
        return self._kept[2]

    def _compute(self) -> Certainty:
        """Estimate part by part, then put the parts together by their weights."""
        instrument, result = self._session.instrument, self._results.result()
        parts = tuple(self._part(tool, part) for tool, part in instrument.survey_parts())
        tools = {}
        for tool in instrument.tools:
            if tool.kind is ToolKind.CHECKLIST:
                value = result.sheet.value(tool.code)
                exact = float(value) if value is not None else None
                known = Basis.EVERYBODY if exact is not None else Basis.NO_DATA
                tools[tool.code] = Interval(known, exact, exact, exact)
            else:
                own = [each for each in parts if each.tool.code == tool.code and each.forms]
                tools[tool.code] = combined([(each.whole, float(each.part.weight)) for each in own])
        total = combined([(tools[tool.code], float(tool.weight)) for tool in instrument.tools])
        return Certainty(parts, tools, total)

    def _part(self, tool: Tool, part: Part) -> PartCertainty:
        """Read the forms of a part and estimate."""
        with self._session.reading() as transaction:
            lines = questionnaire_store.lines(transaction, self._session.year, part.code)
        heads = self._heads(part.code)
        found = part_intervals(tool, lines, heads)
        tally = self._results.result().tallies[part.code]
        blank = {
            code: 100 * (len(lines) - each.answered) / len(lines) if lines else 0.0
            for code, each in tally.questions.items()
        }
        silent = non_response(heads, len(lines))
        return PartCertainty(tool, part, len(lines), heads, silent, found[tool.code], found, blank)

    def _heads(self, part: str) -> int | None:
        """How many people a part speaks for: those on the roster. Who comes by himself is on none."""
        first, *others = (each.code for _, each in self._session.instrument.survey_parts())
        summary = RosterService(self._session).summary()
        if part == first:
            return summary.eligible or None
        return summary.external or None if others and part == others[0] else None

    def cross_table(self, part: str, first: str, second: str) -> CrossTable:
        """Count two questions about the respondent against each other; KeyError for one that is not asked."""
        tool = self._session.instrument.tool_of_part(part)
        places = {question.code: place for place, question in enumerate(tool.form)}
        questions = {question.code: question for question in tool.profile}
        one, other = questions[first], questions[second]
        with self._session.reading() as transaction:
            lines = questionnaire_store.lines(transaction, self._session.year, part)
        pairs = Counter((line[places[first]], line[places[second]]) for line in lines)
        table = [[pairs[a, b] for b in _symbols(other)] for a in _symbols(one)]
        threshold = SettingsService(self._session).small_cell()
        return CrossTable(_labels(one), _labels(other), _shown(table, threshold))

    def profile(self, part: str, question: str) -> ProfileTable | None:
        """Share one characteristic out, 100.00 in all; None where so few answered that any table could name.

        ValueError for a question that is not asked.
        """
        place = [each.code for each in self._session.instrument.tool_of_part(part).profile].index(question)
        found = profiles(self._results.result(), SettingsService(self._session).small_cell())
        tables = next(each.tables for each in found if each.code == part)
        return tables[place] if tables else None

    def batches_of(self, parts: Sequence[str], question: str) -> tuple[BatchShare, ...]:
        """Return the batches that a question's counts come from, in order; KeyError for no such question.

        Only how many answered, not what: a batch may hold the one form of a small division.
        """
        found, instrument = [], self._session.instrument  # read first: one reading at a time
        with self._session.reading() as transaction:
            batches = questionnaire_store.batches(transaction, self._session.year)
            for part in parts:
                form = instrument.tool_of_part(part).form
                place = {each.code: number for number, each in enumerate(form)}[question]
                answered = questionnaire_store.answered_by_batch(transaction, self._session.year, part, place)
                own = (batch for batch in batches if batch.part == part and batch.keyed)
                found += [
                    BatchShare(part, batch.number, batch.division, batch.keyed, answered.get(batch.key, 0))
                    for batch in own
                ]
        return tuple(found)


def _symbols(question: Question) -> str:
    """The symbols of a question's choices."""
    return CHOICE_SYMBOLS[: len(question.choices)]


def _labels(question: Question) -> tuple[str, ...]:
    """The words of a question's choices."""
    return tuple(choice.label for choice in question.choices)


def _shown(table: Sequence[Sequence[int]], threshold: int) -> tuple[tuple[int | None, ...], ...]:
    """Take out what could name somebody; of fewer people than the threshold, everything."""
    if sum(map(sum, table)) < max(threshold, 1):
        return tuple(tuple(None for _ in row) for row in table)
    hidden = hidden_places(table, threshold)
    return tuple(
        tuple(None if (r, c) in hidden else count for c, count in enumerate(row))
        for r, row in enumerate(table)
    )
