"""A clerk's figures: how much was keyed in how long, with which pauses. Durations only, never a time of day.

Kept per batch and clerk, never per form: the time of a form, beside who came when, could name a respondent.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.numbers import rounded

if TYPE_CHECKING:
    from decimal import Decimal

PAUSE_MS = 30_000
"""Two keys farther apart than this have a pause between them, which is no keying time."""

HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of keying: forms, keys, milliseconds of keying, pauses and their milliseconds."""

    forms: int = 0
    keys: int = 0
    active_ms: int = 0
    pauses: int = 0
    paused_ms: int = 0

    def __add__(self, other: Spell) -> Spell:
        """Join two stretches."""
        return Spell(
            self.forms + other.forms,
            self.keys + other.keys,
            self.active_ms + other.active_ms,
            self.pauses + other.pauses,
            self.paused_ms + other.paused_ms,
        )

    @property
    def forms_per_hour(self) -> Decimal | None:
        """Forms in an hour of keying, pauses left out; None before there is any keying time."""
        return self._per_hour(self.forms)

    @property
    def keys_per_hour(self) -> Decimal | None:
        """Keys in an hour of keying, pauses left out; None before there is any keying time."""
        return self._per_hour(self.keys)

    def _per_hour(self, count: int) -> Decimal | None:
        """Return a count as a rate an hour, to the unit."""
        return rounded(Fraction(count * HOUR_MS, self.active_ms), 0) if self.active_ms else None


class Pace:
    """Watches the keys of one clerk at one batch, by any clock that only goes forward, in milliseconds."""

    def __init__(self) -> None:
        """Begin with no key pressed."""
        self._last: int | None = None
        self._spell = Spell()

    def key(self, now_ms: int) -> None:
        """Note a key. A gap above `PAUSE_MS` is a pause; a clock that went backwards adds nothing."""
        gap = max(0, now_ms - self._last) if self._last is not None else 0
        pause = gap > PAUSE_MS
        self._spell += Spell(0, 1, 0 if pause else gap, int(pause), gap if pause else 0)
        self._last = now_ms

    def form(self) -> None:
        """Note that a form was finished."""
        self._spell += Spell(forms=1)

    def rest(self) -> None:
        """The clerk leaves the page: what comes before the next key is neither keying nor a pause."""
        self._last = None

    def take(self) -> Spell:
        """Hand over what was watched since the last time; the clock goes on."""
        spell, self._spell = self._spell, Spell()
        return spell
