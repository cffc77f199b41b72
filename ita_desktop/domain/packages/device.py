"""How a stick lets itself be taken out."""

from __future__ import annotations

from enum import Enum


class Ejected(Enum):
    """What came of asking the system to let a stick go."""

    DONE = "done"
    BUSY = "busy"
    NOT_POSSIBLE = "not-possible"
