"""A new fiscal year in the same file: its own instrument, last year's internal roster as a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.roster import Approval
from ita_desktop.domain.roster_problems import YearExists
from ita_desktop.models import roster_store, settings_store
from ita_desktop.services.changes import EVERYTHING, Changes
from ita_desktop.services.roster_roles import may_submit

if TYPE_CHECKING:
    from ita_desktop.services.session import Session


class RoundService:
    """Start a year, and go from one year to another."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def years(self) -> tuple[int, ...]:
        """Return the fiscal years that the file holds."""
        with self._session.reading() as transaction:
            return settings_store.years(transaction)

    def start(self, instrument_text: str, *, carry_roster: bool = True) -> Changes:
        """Start the fiscal year of an instrument and work on it from now on.

        The internal roster of the year worked on comes along as drafts that must be looked at again: who
        left, who moved, who is eligible now. The external one does not: its people came in another year.

        Raises:
            InstrumentInvalid: the text is no instrument. YearExists: the file holds the year. RoleNeeded.
        """
        may_submit(self._session)
        instrument = parse(instrument_text)
        year, before = instrument.fiscal_year, self._session.year
        with self._session.change(Action.STARTED_YEAR, str(year)) as change:
            transaction = change.transaction
            if year in settings_store.years(transaction):
                raise YearExists(year)
            settings_store.put_round(transaction, year, instrument_text)
            settings_store.put(transaction, settings_store.ACTIVE_YEAR, year)
            if carry_roster:
                people = roster_store.internal_people(transaction, before)
                drafts = [
                    replace(each, approval=Approval.DRAFT, asked=False, reason="", key=0) for each in people
                ]
                roster_store.add(transaction, year, drafts)
            change.changes = replace(change.changes, topics=EVERYTHING)
        self._session.year = year
        return change.changes

    def go_to(self, year: int) -> Changes:
        """Work on another year of the file. FieldProblem if it holds none of that number."""
        known = self.years()
        if year not in known:
            raise FieldProblem("fiscal_year", FieldFault.NOT_OFFERED, str(year), ", ".join(map(str, known)))
        with self._session.change(Action.WENT_TO_YEAR, str(year)) as change:
            settings_store.put(change.transaction, settings_store.ACTIVE_YEAR, year)
            change.changes = replace(change.changes, topics=EVERYTHING)
        self._session.year = year
        return change.changes
