"""A new year's checklist from an old one's, and what nobody has looked at again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.carry_over import CarriedOver, carry_over
from ita_desktop.domain.checklist import CheckEntry, LastYear, Match
from ita_desktop.domain.history import Action
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.problems import MissingRecord
from ita_desktop.models import checklist_store, settings_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.checklist_state import items_of, read_state, state_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.services.session import Session


class YearsService:
    """Take an earlier year along, confirm its matches, and list what is still unlooked at."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def earlier(self) -> tuple[int, ...]:
        """Return the earlier years that this file holds, newest first."""
        with self._session.reading() as transaction:
            years = settings_store.years(transaction)
        return tuple(sorted((year for year in years if year < self._session.year), reverse=True))

    def carry_over(self, year: int) -> tuple[Changes, CarriedOver]:
        """Take an earlier year of this file along; MissingRecord if the file does not hold it."""
        if year not in self.earlier():
            raise MissingRecord("year", str(year))
        with self._session.reading() as transaction:
            instrument = parse(settings_store.instrument_text(transaction, year))
            entries = checklist_store.entries(transaction, year)
        return self.take(entries, instrument)

    def take(self, entries: Mapping[str, CheckEntry], instrument: Instrument) -> tuple[Changes, CarriedOver]:
        """Take entries made under an earlier instrument along.

        What this year has already is kept: only owners still empty are filled, and what the earlier year left
        is put beside. Items without a successor are listed, not lost.
        """
        carried = carry_over(entries, instrument, self._session.instrument)
        items = items_of(self._session)
        with self._session.change(
            Action.CHANGED_ITEM, str(instrument.fiscal_year), Topic.CHECKLIST
        ) as change:
            state = state_in(self._session, change.transaction, items)
            for code, new in carried.entries.items():
                old = state.entry(code)
                entry = replace(old, owner=old.owner or new.owner, last_years=new.last_years, seen=False)
                checklist_store.put(change.transaction, self._session.year, entry)
            checklist_store.put_without_successor(
                change.transaction, self._session.year, carried.without_successor
            )
        return change.changes, carried

    def without_successor(self) -> tuple[LastYear, ...]:
        """Return the earlier items that have no place in this year's checklist."""
        with self._session.reading() as transaction:
            return checklist_store.without_successor(transaction, self._session.year)

    def unlooked(self) -> tuple[str, ...]:
        """Return the items that came from an earlier year and that nobody has looked at again."""
        state = read_state(self._session)
        return tuple(item.code for item in state.items if state.entry(item.code).unlooked)

    def look(self, code: str) -> Changes:
        """Note that someone has looked at an item and what was left there; this confirms matches by title."""
        with self._session.change(Action.CHANGED_ITEM, code, Topic.CHECKLIST) as change:
            entry = checklist_store.entries(change.transaction, self._session.year).get(code)
            if entry is None:
                raise MissingRecord("item", code)
            checklist_store.put(change.transaction, self._session.year, _confirmed(entry))
        return change.changes

    def note(self, code: str, comment: str) -> Changes:
        """Keep what last year's assessor said, where no file of last year is at hand; MissingRecord."""
        titles = {item.code: item.text for item in items_of(self._session)}
        if code not in titles:
            raise MissingRecord("item", code)
        with self._session.change(Action.CHANGED_ITEM, code, Topic.CHECKLIST) as change:
            year = self._session.year
            entry = checklist_store.entries(change.transaction, year).get(code, CheckEntry(code))
            left = LastYear(year - 1, code, titles[code], Match.CODE, comment=comment)
            noted = replace(entry, last_years=(*entry.last_years, left), seen=True)
            checklist_store.put(change.transaction, year, noted)
        return change.changes

    def refuse(self, code: str, left: LastYear) -> Changes:
        """Say that what was matched is another thing: it goes to those without a successor."""
        with self._session.change(Action.CHANGED_ITEM, code, Topic.CHECKLIST) as change:
            year = self._session.year
            entry = checklist_store.entries(change.transaction, year).get(code)
            if entry is None or left not in entry.last_years:
                raise MissingRecord("item", code)
            rest = tuple(each for each in entry.last_years if each != left)
            checklist_store.put(change.transaction, year, replace(entry, last_years=rest, seen=True))
            kept = checklist_store.without_successor(change.transaction, year)
            checklist_store.put_without_successor(change.transaction, year, (*kept, left))
        return change.changes


def _confirmed(entry: CheckEntry) -> CheckEntry:
    """Return the entry as looked at, its guesses confirmed."""
    sure = tuple(
        replace(each, match=Match.MAP) if each.match is Match.TITLE else each for each in entry.last_years
    )
    return replace(entry, last_years=sure, seen=True)
