"""A paper of the year: its kind, its fields, its text, its state and number; and what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from ita_desktop.domain.paperwork.richtext import Document

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from ita_desktop.domain.history import Role


class PaperState(Enum):
    """Where a paper stands. What is signed never changes again; a void one keeps its number."""

    DRAFT = "draft"
    FOR_SIGNATURE = "for-signature"
    SIGNED = "signed"
    VOID = "void"


FIXED = frozenset({PaperState.SIGNED, PaperState.VOID})
"""Text, number and day cannot be changed any more."""


class KindGroup(Enum):
    """How kinds stand together in a list."""

    MEMO = "memo"
    REPORT = "report"
    LETTER = "letter"
    MEETING = "meeting"


class Form(Enum):
    """How a kind is laid out on its first page."""

    MEMO = "memo"
    LETTER = "letter"
    ORDER = "order"
    ANNOUNCEMENT = "announcement"
    MINUTES = "minutes"
    BOOK = "book"
    """Cover, contents, chapters."""
    PLAIN = "plain"
    """A centred title, then the text."""


class FieldShape(Enum):
    """How a field is asked for."""

    LINE = "line"
    LINES = "lines"
    """Several lines: one entry each."""
    DAY = "day"
    """A date, kept as ISO text (Christian year)."""
    CHOICE = "choice"
    """One of `Field.choices`, or empty."""


class FieldSource(Enum):
    """Where a field's proposed text comes from."""

    TYPED = "typed"
    OFFICE = "office"
    RESULT = "result"
    REGISTER = "register"
    """Given when the paper is signed."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind: what it is called, what stands in one for example, where its text comes from."""

    code: str
    label: str
    sample: str = ""
    source: FieldSource = FieldSource.TYPED
    shape: FieldShape = FieldShape.LINE
    needed: bool = False
    """Must not be empty when the paper is signed."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper as a list of kinds shows it. `book` is the register its numbers come from, or empty."""

    code: str
    title: str
    summary: str
    group: KindGroup
    form: Form
    fields: tuple[Field, ...]
    book: str = ""
    thai_digits: bool = True
    """Which figures its papers have unless their field `digits` says otherwise."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its text. `fields` holds what a person wrote; one that is absent keeps its proposal.

    `number` is what is printed after ที่ once it is given (`นธ 61406/78`), `day` the day on the paper.
    `sha256` of the PDF as it was signed, `scan` of the scanned paper; empty while there is none.
    """

    key: int
    kind: str
    title: str
    state: PaperState
    changed: datetime
    fields: Mapping[str, str] = field(default_factory=dict)
    document: Document = field(default_factory=Document)
    number: str = ""
    day: date | None = None
    sha256: str = ""
    scan: str = ""
    removed: bool = False


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper in the list of papers: all but its text."""

    key: int
    kind: str
    title: str
    state: PaperState
    changed: datetime
    number: str = ""
    day: date | None = None
    sha256: str = ""
    scan: str = ""
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a paper that can be read again; `state` is the one that it was in."""

    key: int
    paper: int
    at: datetime
    role: Role
    state: PaperState


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A template: what a new paper of its kind can begin with. `own`: what it begins with unasked."""

    key: int
    name: str
    kind: str
    own: bool
    fields: Mapping[str, str]
    document: Document


class Acting(Enum):
    """How somebody signs: in his own office, or for the one whose office it is."""

    OWN = "own"
    IN_CHARGE = "in-charge"
    """รักษาราชการแทน: the office is empty, or its holder away."""
    DELEGATED = "delegated"
    """ปฏิบัติราชการแทน: the power was delegated."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """One of the office's people who sign. `for_position` is the office that he signs for, if not his own."""

    name: str
    position: str
    acting: Acting = Acting.OWN
    for_position: str = ""


@dataclass(frozen=True, slots=True)
class LiveValue:
    """A value of the file that papers can hold: its name in a `Value`, what it is called, its text now."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the page: which block's it is, from which letter on; `page` from 0, millimetres from the top.

    A row of a table is the place of the table's block or of the first block in a cell (`left_mm`, `right_mm`
    say which).
    """

    page: int
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    key: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class SetPaper:
    """A paper set on pages."""

    pdf: bytes
    pages: int
    places: tuple[Place, ...]


def place_at(places: tuple[Place, ...], page: int, x_mm: float, y_mm: float) -> Place | None:
    """Return the place on the page that is nearest to a point: what a click means. None for an empty page."""

    def distance(place: Place) -> tuple[float, float, float]:
        down = max(place.top_mm - y_mm, y_mm - place.bottom_mm, 0.0)
        across = max(place.left_mm - x_mm, x_mm - place.right_mm, 0.0)
        return down, across, place.right_mm - place.left_mm  # a cell rather than its row

    return min((place for place in places if place.page == page), key=distance, default=None)


def place_of(places: tuple[Place, ...], key: int, offset: int) -> Place | None:
    """Return the line where a letter of a block stands: where the caret's page is."""
    mine = [place for place in places if place.key == key]
    return next((place for place in reversed(mine) if place.offset <= offset), mine[0] if mine else None)
