"""Form 8 of the office file: keys, packages sent and received, receipts."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ()
