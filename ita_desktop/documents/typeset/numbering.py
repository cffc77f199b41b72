"""Labels of numbered clauses as official papers have them: ๑. then ๑.๑ then ๑) then (๑) then a dash."""

from __future__ import annotations

from typing import Final

from .page import thai_number

_LEVELS: Final = 4
_DASH: Final = "-"


class Numbering:
    """Counts clauses by level (from 0); going back to a higher level starts the lower ones anew."""

    def __init__(self, *, thai: bool = True) -> None:
        """Begin before the first clause; `thai` chooses the digits."""
        self._thai = thai
        self._counts = [0] * _LEVELS

    def next(self, level: int, start: int | None = None) -> str:
        """Label of the next clause of a level, counted on or from `start`.

        Deeper than (๑) there is only a dash.
        """
        if level >= _LEVELS:
            return _DASH
        self._counts[level] = self._counts[level] + 1 if start is None else start
        self._counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        first, own = self._digits(self._counts[0]), self._digits(self._counts[level])
        return (f"{own}.", f"{first}.{own}", f"{own})", f"({own})")[level]

    def _digits(self, number: int) -> str:
        return thai_number(number) if self._thai else str(number)
