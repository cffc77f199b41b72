"""A new year from an old one: what is taken along, and between which items.

Owners, links and notes come along as "last year"; status and result begin anew. Items are matched by the map
in the new instrument, then by the same code and title, then by title alone, which a person must confirm: a
title may stay while its meaning moves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import CheckEntry, LastYear, Match
from ita_desktop.domain.thai_text import search_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.instrument import Instrument, Item

_YEARS = re.compile(r"(ประจำปี)?\s*(พ\.?\s*ศ\.?)?\s*(25|๒๕)[0-9๐-๙]{2}")


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The new year's entries by code, and what of the old year has no successor, in the old order."""

    entries: Mapping[str, CheckEntry]
    without_successor: tuple[LastYear, ...]


def carry_over(old: Mapping[str, CheckEntry], old_instrument: Instrument, new: Instrument) -> CarriedOver:
    """Return what the new year begins with; every old item is carried or listed, none is lost."""
    targets = _Targets(new, old_instrument.fiscal_year == new.fiscal_year)
    gathered: dict[str, list[LastYear]] = {}
    orphans: list[LastYear] = []
    for item in _items(old_instrument):
        entry = old.get(item.code, CheckEntry(item.code))
        code, match = targets.find(item)
        left = _left(entry, item, old_instrument.fiscal_year, match)
        if code:
            gathered.setdefault(code, []).append(left)
        else:
            orphans.append(left)
    entries = {code: _entry(code, lefts) for code, lefts in gathered.items()}
    return CarriedOver(entries, tuple(orphans))


class _Targets:
    """Finds an old item's place in the new instrument."""

    def __init__(self, new: Instrument, same_year: bool) -> None:  # noqa: FBT001 - private
        self._map = {} if same_year else dict(new.successors)
        self._titles = {item.code: title_key(item.text) for item in _items(new)}
        self._by_title = {title: code for code, title in self._titles.items()}

    def find(self, item: Item) -> tuple[str, Match]:
        """Return the successor's code and how it was found; an empty code if there is none."""
        if item.code in self._map:
            return self._map[item.code], Match.MAP
        title = title_key(item.text)
        if self._titles.get(item.code) == title:
            return item.code, Match.CODE
        return self._by_title.get(title, ""), Match.TITLE


def title_key(title: str) -> str:
    """Return a title as it stays from year to year: without its years, as a search sees it."""
    return search_key(_YEARS.sub("", title).replace("*", ""))


def _items(instrument: Instrument) -> tuple[Item, ...]:
    """Return all checklist items."""
    return tuple(item for tool in instrument.checklists for item in tool.items)


def _left(entry: CheckEntry, item: Item, year: int, match: Match) -> LastYear:
    """Return what an old item leaves behind."""
    return LastYear(
        year, item.code, item.text, match, entry.result, entry.comment, entry.owner, entry.link, entry.note
    )


def _entry(code: str, lefts: list[LastYear]) -> CheckEntry:
    """Return the new entry: owner from the first that has one, the rest as last year's."""
    owner = next((left.owner for left in lefts if left.owner), "")
    return CheckEntry(code, owner=owner, last_years=tuple(lefts))
