"""The year's measures: written, changed, removed, and taken over from the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import MissingRecord
from ita_desktop.models import measure_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.plan.checking import checked_measure

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

    def find(self, key: int) -> Measure:
        """Return a measure of the year; MissingRecord if there is none of that key."""
        found = next((each for each in self.rows() if each.key == key), None)
        if found is None:
            raise MissingRecord("measure", str(key))
        return found

    def add(self, measure: Measure) -> Changes:
        """Add a measure.

        FieldProblem without a title or a known indicator, for dates that are reversed or outside the years
        of the plan, for money below 0.
        """
        clean = checked_measure(measure, self._session.instrument, self._session.fiscal_year)
        with self._session.change(Action.ADDED_MEASURE, clean.indicator, Topic.MEASURES) as change:
            change.made(measure_store.add(change.transaction, self._session.year, clean))
        return change.changes

    def change(self, measure: Measure) -> Changes:
        """Replace a measure by key; MissingRecord if it is gone, FieldProblem as `add`."""
        clean = checked_measure(measure, self._session.instrument, self._session.fiscal_year)
        with self._session.change(Action.CHANGED_MEASURE, clean.indicator, Topic.MEASURES) as change:
            if not measure_store.change(change.transaction, self._session.year, clean):
                raise MissingRecord("measure", str(measure.key))
        return change.changes

    def remove(self, key: int) -> Changes:
        """Remove a measure with its reports; MissingRecord if it is gone. Undo brings it back."""
        with self._session.change(Action.REMOVED_MEASURE, f"#{key}", Topic.MEASURES) as change:
            if not measure_store.remove(change.transaction, self._session.year, key):
                raise MissingRecord("measure", str(key))
        return change.changes
