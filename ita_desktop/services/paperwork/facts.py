"""What papers tell of the file, gathered once for each state of it: no key pressed counts a year anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.paperwork.facts import Facts
from ita_desktop.models import checklist_store, measure_store
from ita_desktop.services.settings import SettingsService

if TYPE_CHECKING:
    from datetime import date

    from ita_desktop.services.papers import PaperService
    from ita_desktop.services.session import Session


class FactSource:
    """Gathers the facts of the year that is worked on."""

    def __init__(self, session: Session, papers: PaperService) -> None:
        """Work on an open file; `papers` knows the year's content."""
        self._session = session
        self._papers = papers
        self._known: tuple[tuple[int, int, date], Facts] | None = None

    def facts(self) -> Facts:
        """Return the facts as the file has them now."""
        today = self._session.now().date()
        state = (self._session.version, self._session.year, today)
        if self._known is None or self._known[0] != state:
            self._known = (state, self._gathered(today))
        return self._known[1]

    def _gathered(self, today: date) -> Facts:
        year = self._session.year
        with self._session.reading() as transaction:
            measures = measure_store.measures(transaction, year)
            entries = checklist_store.entries(transaction, year)
        emblem = SettingsService(self._session).details().emblem
        return Facts(self._papers.content(), today, tuple(measures), entries, emblem)
