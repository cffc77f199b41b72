"""The tables of a headquarters: offices, groups of them, weak items, years side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.headquarters.standing import Group, ItemStanding, Standing, grouped
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.problems import MissingRecord
from ita_desktop.domain.scoring import Level
from ita_desktop.models.headquarters import deliveries, settings, standings

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal
    from pathlib import Path

    from ita_desktop.domain.headquarters.delivery import Reached
    from ita_desktop.models.headquarters.deliveries import Arrived
    from ita_desktop.models.headquarters.store import Store

WEAK_BELOW = 85
"""Points: the floor of the level ผ่าน, below which an item is counted as weak."""


@dataclass(frozen=True, slots=True)
class OfficeSheet:
    """An office's year opened: where it stands, all its scores with their titles, what came and when."""

    standing: Standing
    scores: tuple[tuple[Reached, str], ...]
    deliveries: tuple[Arrived, ...]


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year of all offices together: how many sent, the mean of their totals."""

    year: int
    sent: int
    mean: Decimal | None
    levels: dict[str, int]


class StandingService:
    """Answer a headquarters' questions by counts."""

    def __init__(self, store: Store) -> None:
        """Work on an open store."""
        self._store = store

    def offices(self, year: int | None = None) -> tuple[Standing, ...]:
        """Return every office with its year (the one worked on if None), by province, then by name."""
        with self._store.reading() as connection:
            return standings.standings(connection, year or settings.year(connection))

    def late(self, year: int | None = None) -> tuple[Standing, ...]:
        """Return the offices on the list that have not sent."""
        return tuple(each for each in self.offices(year) if each.expected and not each.has_sent)

    def provinces(self, year: int | None = None) -> tuple[Group, ...]:
        """Return the offices together by province."""
        rows = self.offices(year)
        return grouped(rows, {each.office.code: each.office.province for each in rows})

    def kinds(self, year: int | None = None) -> tuple[Group, ...]:
        """Return the offices together by kind."""
        rows = self.offices(year)
        return grouped(rows, {each.office.code: each.office.kind for each in rows})

    def all(self, year: int | None = None) -> Group:
        """Return all offices as one group."""
        rows = self.offices(year)
        found = grouped(rows, dict.fromkeys((each.office.code for each in rows), ""))
        return found[0] if found else Group("", 0, 0, None, None, None, {})

    def items(
        self, level: Level = Level.ITEM, year: int | None = None, province: str | None = None
    ) -> tuple[tuple[ItemStanding, str], ...]:
        """Return the items (or indicators, tools) over all offices with their titles, the weakest first."""
        with self._store.reading() as connection:
            wanted = year or settings.year(connection)
            found = standings.items(connection, wanted, level, WEAK_BELOW, province)
            text = standings.instrument_text(connection, wanted)
        titles = _titles(text)
        return tuple((each, titles.get(each.key, "")) for each in found)

    def distribution(self, year: int | None = None) -> dict[tuple[str, str], dict[int, int]]:
        """Return how often each choice was taken over all offices, by part and question."""
        with self._store.reading() as connection:
            return standings.distribution(connection, year or settings.year(connection))

    def office(self, code: str, year: int | None = None) -> OfficeSheet:
        """Open an office's year; MissingRecord if no office has that code."""
        with self._store.reading() as connection:
            wanted = year or settings.year(connection)
            rows = standings.standings(connection, wanted)
            found = next((each for each in rows if each.office.code == code), None)
            if found is None:
                raise MissingRecord("office", code)
            scores = standings.scores_of(connection, code, wanted)
            came = deliveries.of_office(connection, code, wanted)
            titles = _titles(standings.instrument_text(connection, wanted))
        places = {key: place for place, key in enumerate(titles)}
        ordered = sorted(scores, key=lambda each: (places.get(each.key, len(places)), each.key))
        return OfficeSheet(found, tuple((each, titles.get(each.key, "")) for each in ordered), came)

    def years(self) -> tuple[YearLine, ...]:
        """Return the years of which something is here side by side, newest first."""
        with self._store.reading() as connection:
            known = standings.years(connection)
        lines = []
        for year in known:
            group = self.all(year)
            lines.append(YearLine(year, group.sent, group.mean, dict(group.levels)))
        return tuple(lines)

    def write_workbook(self, path: Path, year: int | None = None) -> Path:
        """Write the year's tables as a workbook; the disk's problems."""
        from ita_desktop.exchange.standing_book import StandingBook, write_standings

        wanted = year or self._year()
        tools = tuple(each.key for each, _ in self.items(Level.TOOL, wanted))
        book = StandingBook(
            wanted, sorted(tools), self.offices(wanted), self.provinces(wanted),
            self.items(Level.ITEM, wanted), self.distribution(wanted),
        )  # fmt: skip
        return write_standings(path, book)

    def report(self, created: datetime, year: int | None = None, family: str = "laksaman") -> bytes:
        """Return the year's report as PDF; the problems of characters that cannot be printed."""
        from ita_desktop.documents.headquarters import HeadquartersPaper, render_headquarters

        wanted = year or self._year()
        with self._store.reading() as connection:
            name, _ = settings.identity(connection)
        paper = HeadquartersPaper(
            name, wanted, self.all(wanted), self.provinces(wanted), self.offices(wanted),
            self.items(Level.ITEM, wanted),
        )  # fmt: skip
        return render_headquarters(paper, created, family)

    def _year(self) -> int:
        """Return the year that is worked on."""
        with self._store.reading() as connection:
            return settings.year(connection)

    def arrivals(self, limit: int = 100) -> tuple[Arrived, ...]:
        """Return what came last, newest first."""
        with self._store.reading() as connection:
            return deliveries.latest(connection, limit)


def _titles(text: str | None) -> dict[str, str]:
    """Return the titles of all scores of an instrument by key, from the total down."""
    if text is None:
        return {}
    instrument = parse(text)
    titles = {"total": ""}
    for tool in instrument.tools:
        titles[tool.code] = tool.title
        titles |= {part.code: part.title for part in tool.parts if part.code not in titles}
    for indicator in instrument.indicators:
        titles[indicator.code] = indicator.title
        titles |= {item.code: item.text for item in indicator.direct_items}
        for sub in indicator.sub_indicators:
            titles[sub.code] = sub.title
            titles |= {item.code: item.text for item in sub.items}
    return titles
