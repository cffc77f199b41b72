"""The steps of the OIT year: answering, scoring, explaining, confirming, each with its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist_problems import LinksClosed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.instrument import Instrument


class OitPhase(Enum):
    """A step of the year, in its order."""

    ANSWERING = "oit"
    SCORING = "oit-scoring"
    EXPLAINING = "oit-explaining"
    CONFIRMING = "oit-confirming"


LINKS_CLOSED = frozenset({OitPhase.EXPLAINING, OitPhase.CONFIRMING})
"""From explaining on only what was sent can be spoken of: ITAS takes no new link."""


@dataclass(frozen=True, slots=True)
class PhaseDays:
    """The days of a step, both included; None where neither the instrument nor the office knows them."""

    phase: OitPhase
    start: date | None = None
    end: date | None = None

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies in the step."""
        return self.start is not None and self.end is not None and self.start <= day <= self.end


def phases(
    instrument: Instrument, changed: Mapping[str, tuple[date | None, date | None]]
) -> tuple[PhaseDays, ...]:
    """Return the steps with the instrument's days, those that the office changed put over them."""
    planned = {
        each.code: (date.fromisoformat(each.start), date.fromisoformat(each.end))
        for each in instrument.calendar
    }
    unknown: tuple[date | None, date | None] = (None, None)
    return tuple(
        PhaseDays(phase, *changed.get(phase.value, planned.get(phase.value, unknown))) for phase in OitPhase
    )


def phase_on(days: tuple[PhaseDays, ...], day: date) -> OitPhase | None:
    """Return the step in which a day lies, the later where two overlap; None between and outside them."""
    found = [each.phase for each in days if day in each]
    return found[-1] if found else None


def closed_to_links(code: str, days: tuple[PhaseDays, ...], day: date) -> None:
    """Refuse a new link for an item once only what was sent can be spoken of: LinksClosed."""
    phase = phase_on(days, day)
    if phase in LINKS_CLOSED and phase is not None:
        raise LinksClosed(code, phase.value)
