"""Measures to take from: the program's own, a file that came, and what the office did in the years before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.plan.library import (
    Library,
    LibraryFault,
    LibraryOlder,
    LibraryUnusable,
    Suggestion,
    fitting,
    parse_library,
)
from ita_desktop.domain.problems import DeviceFailed, FileMissing
from ita_desktop.models import measure_store, plan_store, settings_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.support.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.session import Session

LONGEST = 4_000_000


class LibraryService:
    """Suggest measures; take a library in."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def libraries(self) -> tuple[Library, ...]:
        """Return the program's own library and those that were taken in; a newer one of a source replaces."""
        with self._session.reading() as transaction:
            taken = [parse_library(text) for text in plan_store.libraries(transaction)]
        own = parse_library(resource("measures", "library.json").read_text(encoding="utf-8"))
        sources = {each.source for each in taken}
        return (*([] if own.source in sources else [own]), *taken)

    def suggestions(self, indicator: str, item: str = "") -> tuple[Suggestion, ...]:
        """Return what could be done for an indicator, what names the item first; none for no such code."""
        title = next((i.title for i in self._session.instrument.indicators if i.code == indicator), "")
        if not title:
            return ()
        found = [each for library in self.libraries() for each in library.suggestions]
        return fitting((*self._own(), *found), title, item)

    def _own(self) -> tuple[Suggestion, ...]:
        """Return the measures of the years before, newest first, each title once."""
        found: dict[str, Suggestion] = {}
        with self._session.reading() as transaction:
            years = [year for year in settings_store.years(transaction) if year < self._session.year]
            for year in sorted(years, reverse=True):
                instrument = parse(settings_store.instrument_text(transaction, year))
                titles = {each.code: each.title for each in instrument.indicators}
                for each in measure_store.measures(transaction, year):
                    suggestion = Suggestion(
                        each.title,
                        titles.get(each.indicator, ""),
                        (each.answers,) if each.answers else (),
                        tuple(step.text for step in each.plan),
                        each.success,
                        each.target,
                        each.owner,
                        "",
                        year,
                    )
                    found.setdefault(each.title, suggestion)
        return tuple(found.values())

    def take(self, path: Path) -> tuple[Changes, Library]:
        """Take a library file in.

        LibraryUnusable with the place, LibraryOlder where the file holds it as new or newer, FileMissing,
        DeviceFailed.
        """
        return self.take_text(_read(path))

    def take_text(self, text: str) -> tuple[Changes, Library]:
        """Take the text of a library in, as one that headquarters sends in a package; as `take`."""
        library = parse_library(text)
        subject = f"{library.source} {library.version}"
        with self._session.change(Action.TOOK_LIBRARY, subject, Topic.MEASURES) as change:
            kept = plan_store.library_version(change.transaction, library.source)
            if kept is not None and kept >= library.version:
                raise LibraryOlder(library.source, library.version, kept)
            plan_store.put_library(change.transaction, library.source, library.version, text)
        return change.changes, library


def _read(path: Path) -> str:
    """Read a file of moderate length as text."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LONGEST + 1)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise DeviceFailed(path) from error
    if len(content) > LONGEST:
        raise LibraryUnusable(LibraryFault.TOO_LONG)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LibraryUnusable(LibraryFault.NOT_JSON) from error
