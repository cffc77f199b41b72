"""The kinds of workbook that come in, by the names that the command line has for them."""

from __future__ import annotations

from enum import Enum


class ImportKind(Enum):
    """What a workbook brings."""

    ROSTER_INTERNAL = "roster-internal"
    ROSTER_EXTERNAL = "roster-external"
    ANSWERS = "answers"
    OIT = "oit"
    MEASURES = "measures"
    PUBLISHED = "published"
