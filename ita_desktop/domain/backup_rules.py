"""Which safety copies are kept: all of two days, then one a day, a week, a month, and never too few.

After Anki's rule, which has kept people's years of work. Pure: it is told the hour and decides; nothing is
deleted here. What a clock set back or forward does is thought of: copies are numbered in the order in which
they were made, and the number, not the time, says which is the newest.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

WHOLE = timedelta(days=2)
"""How long every copy is kept."""
DAYS, WEEKS, MONTHS = 12, 10, 9
"""For how many days, weeks and months before that the last copy of each is kept."""
FLOOR = 5
"""Never fewer than these newest ones, however old: an office that rests for a year keeps its copies."""
EVERY = timedelta(minutes=30)
"""How much work may be without a copy."""
DRILL_EVERY = timedelta(days=7)
"""How often the newest copy is opened and counted."""


class Reason(Enum):
    """Why a copy was made."""

    CLOSING = "closing"
    INTERVAL = "interval"
    MIGRATION = "before-migration"
    IMPORT = "before-import"
    RESTORE = "before-restore"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A copy as the rule sees it: its number, which only grows, and when it was made."""

    number: int
    made: datetime


def kept(stamps: Sequence[Stamp], now: datetime) -> frozenset[int]:
    """Return the numbers of the copies to keep; all others may go.

    A copy from the future (the clock was wrong, then or now) counts as of today: nothing is deleted because
    of a clock.
    """
    newest_first = sorted(stamps, key=lambda stamp: -stamp.number)
    safe = {stamp.number for stamp in newest_first[:FLOOR]}
    safe |= {stamp.number for stamp in stamps if now - stamp.made < WHOLE}
    older = [stamp for stamp in newest_first if now - stamp.made >= WHOLE]
    for period, count in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        safe |= _last_of_each(older, period, count)
    return frozenset(safe)


def due(last: datetime | None, now: datetime) -> bool:
    """Tell whether it is time for the next copy; a last one from the future does not put it off."""
    return last is None or not timedelta() <= now - last < EVERY


def drill_due(last: datetime | None, now: datetime) -> bool:
    """Tell whether it is time to try the newest copy again."""
    return last is None or not timedelta() <= now - last < DRILL_EVERY


def _last_of_each(
    newest_first: Iterable[Stamp], period: Callable[[datetime], Hashable], count: int
) -> set[int]:
    """Return the newest copy of each of the last `count` periods that have one."""
    found: dict[Hashable, int] = {}
    for stamp in newest_first:
        found.setdefault(period(stamp.made), stamp.number)
    return set(list(found.values())[:count])


def _day(made: datetime) -> Hashable:
    """The day of a moment."""
    return made.date()


def _week(made: datetime) -> Hashable:
    """The week of a moment."""
    return made.isocalendar()[:2]


def _month(made: datetime) -> Hashable:
    """The month of a moment."""
    return (made.year, made.month)
