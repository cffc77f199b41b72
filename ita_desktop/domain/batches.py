"""Batches: a stack of paper with its cover sheet, and the questionnaires keyed from it.

Answers are anonymous: a questionnaire knows its batch and the number written on the paper, never a person,
a time, or a place in a roster.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Batch:
    """A stack of questionnaires of one part; `declared` is the cover sheet's count, None if not counted."""

    part: str
    number: int
    division: str = ""
    declared: int | None = None
    collected_by: str = ""
    closed: bool = False
    keyed: int = 0
    key: int = 0


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """One finished form: its number and its answer line (see `answers`)."""

    batch: int
    serial: int
    line: str
    note: str = ""
    key: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """The form that is being keyed in a part: kept key by key, so that a power cut loses one key at most."""

    part: str
    batch: int
    serial: int
    line: str
    note: str = ""
