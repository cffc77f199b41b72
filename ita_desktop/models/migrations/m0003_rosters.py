"""Form 3 of the office file: its place is kept for the rosters."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ()
