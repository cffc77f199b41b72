"""Libraries of measures: suggestions in the program's own words, an office's last year, or a file that came.

The format is JSON, described in docs/measures.md. A suggestion is a draft: a person edits it before it
stands in a plan.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.problems import Problem
from ita_desktop.domain.thai_text import normalized, search_key

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT = "ita-desktop measures"
FORMAT_VERSION = 1
MOST_MEASURES = 2000
LONGEST = 5000


class LibraryFault(Enum):
    """What can be wrong with a library file."""

    NOT_JSON = "not-json"
    NOT_OURS = "not-ours"
    TOO_NEW = "too-new"
    NO_SOURCE = "no-source"
    NO_VERSION = "no-version"
    NO_MEASURES = "no-measures"
    NO_TITLE = "no-title"
    NO_INDICATOR = "no-indicator"
    TOO_LONG = "too-long"


@dataclass(eq=False)
class LibraryUnusable(Problem):
    """A library file that cannot be taken: what is wrong, and in which measure (from 1; 0 is the head)."""

    fault: LibraryFault
    number: int = 0
    detail: str = ""


@dataclass(eq=False)
class LibraryOlder(Problem):
    """A library of this source stands in the file in the same or a newer version."""

    source: str
    found: int
    kept: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A measure that could be taken. `indicator` is a title, for numbers change; `items` codes it helps.

    `source` says whose it is; `from_year` is set where it is the office's own of an earlier year.
    """

    title: str
    indicator: str
    items: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    success: str = ""
    target: str = ""
    owner: str = ""
    source: str = ""
    from_year: int | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """A set of suggestions from one source."""

    source: str
    version: int
    title: str
    suggestions: tuple[Suggestion, ...]


def parse_library(text: str) -> Library:
    """Read a library; LibraryUnusable with the place."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise LibraryUnusable(LibraryFault.NOT_JSON) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise LibraryUnusable(LibraryFault.NOT_OURS)
    if data.get("format_version") != FORMAT_VERSION:
        raise LibraryUnusable(LibraryFault.TOO_NEW, detail=str(data.get("format_version")))
    source, version = _text(data, "source", 0), data.get("version")
    if not source:
        raise LibraryUnusable(LibraryFault.NO_SOURCE)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise LibraryUnusable(LibraryFault.NO_VERSION)
    rows = data.get("measures")
    if not isinstance(rows, list) or not rows or len(rows) > MOST_MEASURES:
        raise LibraryUnusable(LibraryFault.NO_MEASURES)
    title = _text(data, "title", 0) or source
    return Library(
        source, version, title, tuple(_suggestion(row, number, title) for number, row in enumerate(rows, 1))
    )


def _suggestion(row: object, number: int, source: str) -> Suggestion:
    """Read one measure."""
    if not isinstance(row, dict) or not _text(row, "title", number):
        raise LibraryUnusable(LibraryFault.NO_TITLE, number)
    indicator = _text(row, "indicator", number)
    if not indicator:
        raise LibraryUnusable(LibraryFault.NO_INDICATOR, number)
    return Suggestion(
        _text(row, "title", number),
        indicator,
        _texts(row, "items", number),
        _texts(row, "steps", number),
        _text(row, "success", number),
        _text(row, "target", number),
        _text(row, "owner", number),
        source,
    )


def _text(row: dict[str, Any], name: str, number: int) -> str:
    """Read a text; anything else counts as none."""
    value = row.get(name)
    text = normalized(value) if isinstance(value, str) else ""
    if len(text) > LONGEST:
        raise LibraryUnusable(LibraryFault.TOO_LONG, number, name)
    return text


def _texts(row: dict[str, Any], name: str, number: int) -> tuple[str, ...]:
    """Read a list of texts."""
    value = row.get(name)
    found = value if isinstance(value, list) else []
    return tuple(text for each in found if (text := _text({name: each}, name, number)))


def fitting(
    suggestions: Iterable[Suggestion], indicator_title: str, item: str = ""
) -> tuple[Suggestion, ...]:
    """Return the suggestions for an indicator, what names the item first, the office's own before others.

    Titles are compared as a search sees them, and either may carry a word more: ระบบการทำงาน, การทำงาน.
    """
    wanted = search_key(indicator_title)
    own = [each for each in suggestions if _same(search_key(each.indicator), wanted)]
    return tuple(sorted(own, key=lambda each: (item not in each.items, each.from_year is None)))


def _same(one: str, other: str) -> bool:
    """Tell whether two titles name the same indicator."""
    return (
        one == other
        or (bool(one) and bool(other) and (one in other or other in one))
        or (one.replace("ระบบ", "") == other.replace("ระบบ", ""))
    )
