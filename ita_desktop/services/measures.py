"""The year's measures: written, changed, followed up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import measure_store
from ita_desktop.services.changes import Changes, Topic

if TYPE_CHECKING:
    from ita_desktop.domain.measures import Measure
    from ita_desktop.services.session import Session


class MeasureService:
    """Read and change the measures."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def rows(self) -> tuple[Measure, ...]:
        """Return the measures by indicator, in the order in which they were written."""
        with self._session.reading() as transaction:
            measures = measure_store.measures(transaction, self._session.year)
        order = {indicator.code: i for i, indicator in enumerate(self._session.instrument.indicators)}
        return tuple(sorted(measures, key=lambda m: order.get(m.indicator, len(order))))

    def add(self, measure: Measure) -> Changes:
        """Add a measure; FieldProblem if it has no title, no known indicator, or ends before it starts."""
        clean = self._checked(measure)
        with self._session.change(Action.ADDED_MEASURE, clean.indicator, Topic.MEASURES) as change:
            change.made(measure_store.add(change.transaction, self._session.year, clean))
        return change.changes

    def change(self, measure: Measure) -> Changes:
        """Replace a measure by key; MissingRecord if it is gone."""
        clean = self._checked(measure)
        with self._session.change(Action.CHANGED_MEASURE, clean.indicator, Topic.MEASURES) as change:
            if not measure_store.change(change.transaction, self._session.year, clean):
                raise MissingRecord("measure", str(measure.key))
        return change.changes

    def remove(self, key: int) -> Changes:
        """Remove a measure; MissingRecord if it is gone. Undo brings it back."""
        with self._session.change(Action.REMOVED_MEASURE, f"#{key}", Topic.MEASURES) as change:
            if not measure_store.remove(change.transaction, self._session.year, key):
                raise MissingRecord("measure", str(key))
        return change.changes

    def _checked(self, measure: Measure) -> Measure:
        """Return the measure with mended text, or say which field cannot be."""
        title = normalized(measure.title)
        if not title:
            raise FieldProblem("title", FieldFault.EMPTY)
        codes = {indicator.code for indicator in self._session.instrument.indicators}
        if measure.indicator not in codes:
            raise FieldProblem("indicator", FieldFault.NOT_OFFERED, measure.indicator)
        if measure.start and measure.end and measure.end < measure.start:
            raise FieldProblem("end", FieldFault.OUT_OF_RANGE, measure.end.isoformat())
        return replace(measure, title=title)
