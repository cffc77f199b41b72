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


@dataclass(eq=False)
class PaperLocked(Problem):
    """The paper is signed (or void): its text, number and day are fixed for good."""

    paper: int


@dataclass(eq=False)
class PaperIncomplete(Problem):
    """A paper cannot be signed while these fields are empty."""

    fields: tuple[str, ...]


@dataclass(eq=False)
class WrongState(Problem):
    """The step does not follow from the paper's state, e.g. signing what is void. Values of PaperState."""

    paper: int
    state: str


@dataclass(eq=False)
class NumberTaken(Problem):
    """The book has given this number already: `subject` of the paper that has it."""

    book: str
    number: int
    subject: str = ""


@dataclass(eq=False)
class GapUnexplained(Problem):
    """A number beyond the next one leaves a gap, and a gap wants its reason."""

    book: str
    next_number: int
    number: int


class TemplateFault(Enum):
    """Why a template's file was refused."""

    NOT_A_TEMPLATE = "not-a-template"
    KIND_UNKNOWN = "kind-unknown"
    PICTURE_DAMAGED = "picture-damaged"


@dataclass(eq=False)
class TemplateUnusable(Problem):
    """A template's file that cannot be used; `detail` names what in it."""

    fault: TemplateFault
    detail: str = ""


@dataclass(eq=False)
class TemplateTooNew(Problem):
    """The template was written by a newer program: its form and the newest that we read."""

    found: int
    known: int


@dataclass(eq=False)
class PictureRefused(Problem):
    """What was given is no picture, is damaged, or has more points than can be handled."""

    reason: str
    name: str = ""
