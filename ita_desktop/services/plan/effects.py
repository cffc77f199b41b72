"""The loop closes: beside each measure the score that it meant to change, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.intervals import Basis, Interval
from ita_desktop.domain.plan.effect import Side, effect
from ita_desktop.domain.plan.followed import EffectRow
from ita_desktop.domain.plan.months import plan_year
from ita_desktop.services.measures import MeasureService
from ita_desktop.services.plan.years import same_key, year_scores

if TYPE_CHECKING:
    from ita_desktop.domain.measures import Measure
    from ita_desktop.services.plan.years import YearScores
    from ita_desktop.services.session import Session


class EffectService:
    """Hold the years of the file against each other, measure by measure."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._kept: tuple[int, int, tuple[EffectRow, ...]] | None = None

    def rows(self) -> tuple[EffectRow, ...]:
        """Return all measures; computed again only after something changed, for it reads every form."""
        key = (self._session.version, self._session.year)
        if self._kept is None or self._kept[:2] != key:
            self._kept = (*key, self._compute())
        return self._kept[2]

    def _compute(self) -> tuple[EffectRow, ...]:
        """A measure of a fiscal year shows in that year's result; what it began from is the year before."""
        measures = MeasureService(self._session).rows()
        years = {plan_year(m.start, m.end, self._session.fiscal_year).number for m in measures}
        wanted = {year for after in years for year in (after - 1, after)}
        with self._session.reading() as transaction:
            scores = {year: year_scores(transaction, year) for year in sorted(wanted)}
        return tuple(self._row(measure, scores) for measure in measures)

    def _row(self, measure: Measure, scores: dict[int, YearScores]) -> EffectRow:
        """Compare one measure's score; where its item cannot be compared, that of the indicator."""
        after = plan_year(measure.start, measure.end, self._session.fiscal_year).number
        instrument, years = self._session.instrument, (scores[after - 1], scores[after])
        key = measure.score_key
        if any(self._theirs(key, year) is None for year in years):
            key = measure.indicator
        theirs = [self._theirs(key, year) for year in years]
        before, now = (self._side(y, k, measure) for y, k in zip(years, theirs, strict=True))
        titles = {each.code: each.title for each in instrument.indicators}
        titles.update({item.code: item.text for tool in instrument.tools for item in tool.items})
        found = effect(before, now, comparable=None not in theirs)
        return EffectRow(measure, key, titles.get(key, ""), found)

    def _theirs(self, key: str, year: YearScores) -> str | None:
        """Return a key as another year has it; of a year that nobody knows anything of, the key itself."""
        if year.instrument is None and not year.published:
            return key
        return same_key(key, self._session.instrument, year.instrument)

    def _side(self, scores: YearScores, key: str | None, measure: Measure) -> Side:
        """Return one year's score; that of a checklist is as it is, even where it was only published."""
        value = scores.value(key) if key is not None else None
        if key is None or value is None:
            return Side(scores.year)
        codes = {each.code for tool in self._session.instrument.checklists for each in tool.indicators}
        if measure.indicator in codes:
            exact = float(value)
            return Side(scores.year, value, Interval(Basis.EVERYBODY, exact, exact, exact))
        return Side(scores.year, value, scores.interval(key))
