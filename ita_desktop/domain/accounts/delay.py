"""How long the next password is not taken after wrong ones: nobody guesses through a keyboard."""

from __future__ import annotations

from datetime import datetime, timedelta

FREE = 3
"""Wrong passwords that cost nothing: fingers slip, and the keyboard stands on the other language."""
FIRST, LONGEST = timedelta(seconds=5), timedelta(minutes=15)


def delay_after(failures: int) -> timedelta:
    """Return the wait after so many wrong passwords in a row: none, then 5 s, doubled to 15 minutes."""
    if failures <= FREE:
        return timedelta()
    return min(FIRST * (1 << min(failures - FREE - 1, 20)), LONGEST)


def still_waits(waits_until: datetime | None, now: datetime) -> timedelta:
    """Return how long is left to wait.

    Never longer than the longest wait: a clock that was set back must not lock an office out for a year.
    """
    if waits_until is None or now >= waits_until:
        return timedelta()
    return min(waits_until - now, LONGEST)
