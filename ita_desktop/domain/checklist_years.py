"""Which year an item speaks of, and whether a text speaks of another: where most OIT points are lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai_text import arabic_digits

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Item

_YEAR = re.compile(r"(?<!\d)(25[4-9]\d|20[0-4]\d)(?!\d)")
_SHORT_RANGE = re.compile(r"(?<!\d)(25[4-9]\d)\s*[-–_]\s*(25[4-9]\d|\d\d)(?!\d)")
_FIRST_BUDDHIST = 2400
_CENTURY = 100


def years_in(text: str) -> frozenset[int]:
    """Return the Buddhist years that a text names, those between included where it names a span.

    Christian years are turned over; a number that is no year of this half century is none.
    """
    plain = arabic_digits(text)
    found = {int(number) for number in _YEAR.findall(plain)}
    years = {year if year > _FIRST_BUDDHIST else year + BUDDHIST_OFFSET for year in found}
    for first, last in _SHORT_RANGE.findall(plain):
        end = int(last) if len(last) > 2 else int(first) // _CENTURY * _CENTURY + int(last)  # noqa: PLR2004
        years |= set(range(int(first), end + 1))
    return frozenset(years)


def wanted_years(item: Item, fiscal_year: int) -> frozenset[int]:
    """Return the years that an item is about: those in its title, else this year and the one before."""
    return years_in(item.text) or frozenset({fiscal_year, fiscal_year - 1})


def strange_years(item: Item, fiscal_year: int, title: str) -> frozenset[int]:
    """Return the years of a proof's title if none of them is one that the item is about."""
    found = years_in(title)
    return frozenset() if found & wanted_years(item, fiscal_year) else found


def strange_years_in_link(item: Item, fiscal_year: int, link: str) -> frozenset[int]:
    """Return the years in an address if none can be meant: the folder of the ITA year is always taken.

    A span or an upload folder of the year before is no fault where the item names no year.
    """
    found = years_in(link)
    return frozenset() if found & (wanted_years(item, fiscal_year) | {fiscal_year}) else found


def must_differ(first: Item, second: Item) -> bool:
    """Tell whether two items cannot be proved by one page: they name different years, or plan and report."""
    years = years_in(first.text), years_in(second.text)
    if years[0] and years[1] and not years[0] & years[1]:
        return True
    reports = [item.text.startswith("รายงาน") for item in (first, second)]
    plans = [item.text.startswith("แผน") for item in (first, second)]
    return (reports[0] and plans[1]) or (reports[1] and plans[0])
