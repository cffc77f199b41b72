"""The year's calendar: the instrument's activities with the dates that the office goes by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.instrument import Activity


@dataclass(frozen=True, slots=True)
class ActivityDates:
    """When an activity of the calendar is done (both days included), and who sees to it."""

    code: str
    start: date
    end: date
    owner: str = ""


def dates_of(activity: Activity, given: Mapping[str, ActivityDates]) -> ActivityDates:
    """Return the dates that people gave to an activity, else those of the instrument."""
    own = given.get(activity.code)
    if own is not None:
        return own
    return ActivityDates(activity.code, date.fromisoformat(activity.start), date.fromisoformat(activity.end))
