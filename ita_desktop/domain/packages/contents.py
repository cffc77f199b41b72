"""What goes into a package: a choice that is shown before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Part(Enum):
    """A part of an office's package, by the folder that it has in it."""

    RESULTS = "results"
    OIT = "oit"
    MEASURES = "measures"
    PAPERS = "papers"
    EVIDENCE = "evidence"
    HISTORY = "history"
    ANSWERS = "answers"
    PEOPLE = "people"


USUAL = frozenset({Part.RESULTS, Part.OIT, Part.MEASURES, Part.PAPERS})
ALWAYS = frozenset({Part.RESULTS})
ONLY_SEALED = frozenset({Part.PEOPLE})
"""People's data leaves the office only where nobody but the reader can open it."""


class Down(Enum):
    """A part of a package that comes down from headquarters, by the name of its file."""

    INSTRUMENT = "instrument"
    PUBLISHED = "published"
    OIT = "oit"
    MEASURES = "measures"
    TEMPLATES = "templates"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Content:
    """A part as it is offered: how much it would bring, and whether it may go unsealed.

    `rows`: forms, items, measures, files, lines, heads.
    """

    part: Part
    rows: int

    @property
    def only_sealed(self) -> bool:
        """Whether it goes into sealed packages alone."""
        return self.part in ONLY_SEALED


def completed(parts: frozenset[Part]) -> frozenset[Part]:
    """Return the choice with what always goes along."""
    return parts | ALWAYS
