"""Form 9 of the office file: who may open the file and do what."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ()
