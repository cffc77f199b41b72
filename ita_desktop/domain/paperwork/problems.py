"""What can be wrong with a paper: typed, with its data; sentences are made above."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ita_desktop.domain.problems import Problem


class TextFault(Enum):
    """Why a text in JSON was refused."""

    NOT_JSON = "not-json"
    NOT_A_DOCUMENT = "not-a-document"
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    MISSING = "missing"
    UNKNOWN = "unknown"
    WRONG_TYPE = "wrong-type"
    OUT_OF_RANGE = "out-of-range"


@dataclass(eq=False)
class RichTextInvalid(Problem):
    """A document's JSON that is not one: `place` like `sections[0].blocks[3].level`."""

    fault: TextFault
    place: str = ""
    detail: str = ""


@dataclass(eq=False)
class RichTextTooNew(Problem):
    """The text was written by a newer program: its form and the newest that we read."""

    found: int
    known: int
