"""A list's columns: which key of a row, under what head, written how for people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ita_desktop.support.language import tr
from ita_desktop.wording.dates import day_words, moment_words
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

    from ita_desktop.services.workspace import Workspace

Row = dict[str, Any]


def plain(value: object) -> str:
    """Write a value as it stands; nothing for null."""
    return "" if value is None else str(value)


def score(value: object) -> str:
    """Write a score without idle zeros; nothing for null."""
    return "" if value is None else f"{value:g}"


def day(value: object) -> str:
    """Write an ISO day in Buddhist Era."""
    return day_words(date.fromisoformat(str(value))) if value else ""


def moment(value: object) -> str:
    """Write an ISO moment in Buddhist Era."""
    return moment_words(datetime.fromisoformat(str(value)))


def yes(value: object) -> str:
    """Write a truth."""
    return tr("ใช่") if value else tr("ไม่")


def state(kind: type[Enum]) -> Callable[[object], str]:
    """Make a writer of states of one kind, which JSON has by their own words."""
    return lambda value: label(kind(value))


def iso(day: date | None) -> str | None:
    """Return a day as JSON has it: ISO, Christian year."""
    return day.isoformat() if day else None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table for people: which key of the row, under what head, written how."""

    key: str
    head: str
    text: Callable[[object], str] = plain
    right: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: where its rows come from and which columns people see; JSON has all keys."""

    rows: Callable[[Workspace], list[Row]]
    columns: tuple[Column, ...]
