"""Form 6 of the office file: the plan's money, targets, steps, follow-up and the year's own calendar."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ()
