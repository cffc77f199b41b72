"""Form 7 of the office file: documents of the year, their texts, numbers, states and templates."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ()
