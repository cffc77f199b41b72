"""Official papers as data: what a document says, before anyone sets it on a page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ita_desktop.domain.problems import FileProblem, Problem

if TYPE_CHECKING:
    from datetime import date

MEMO, REPORT = "memo", "report"
"""The codes of the kinds of paper, as `ita-desktop print` takes them."""


class Digits(Enum):
    """Which figures a paper is written with."""

    THAI = "thai"
    ARABIC = "arabic"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper that can be printed: its code, and its title in Thai as papers carry it."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Memo:
    """บันทึกข้อความ (แบบที่ 29). `paragraphs` is the body; a line that begins with a number is a list item.

    `number` may end in `/` where the register's number is still to be written by hand; without `day` the
    leader after วันที่ stays empty for the same reason.
    """

    department: str
    number: str
    day: date | None
    subject: str
    addressee: str
    paragraphs: tuple[str, ...]
    signer_name: str = ""
    signer_position: str = ""
    digits: Digits = Digits.THAI


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """What a person has written over the text that the program proposes; empty fields keep the proposal.

    `body` has one paragraph a line. `digits` is the value of a `Digits`, empty for what the kind is usually
    written with.
    """

    kind: str
    number: str = ""
    day: date | None = None
    subject: str = ""
    addressee: str = ""
    body: str = ""
    signer_name: str = ""
    signer_position: str = ""
    digits: str = ""


@dataclass(eq=False)
class CharacterUnprintable(Problem):
    """The font has no form for a character: said by name, for an empty box on paper would be a lie."""

    character: str
    font: str = ""


class TextUnreadable(FileProblem):
    """The file is not text in UTF-8."""


@dataclass(eq=False)
class PictureUnusable(FileProblem):
    """A picture of a text is missing, is none, is too large, or lies outside the text's own folder."""

    reason: str = ""


@dataclass(eq=False)
class FontUnknown(Problem):
    """No font family of that name comes with the program or is on the machine."""

    name: str
    known: tuple[str, ...] = ()


class FontFault(Enum):
    """Why a font of the user's cannot be printed with."""

    EMBEDDING_FORBIDDEN = "embedding-forbidden"
    MISSING = "missing"
    NOT_TRUETYPE = "not_truetype"
    DAMAGED = "damaged"
    NO_THAI = "no_thai"


@dataclass(eq=False)
class FontUnusable(FileProblem):
    """A font of the user's that its maker does not let into a PDF, or that cannot be drawn with."""

    reason: FontFault


class WordsMissing(FileProblem):
    """The list of Thai words is gone from the program's folder: lines would end inside words."""


@dataclass(eq=False)
class TableUneven(Problem):
    """A row of a table (from 1) has `found` columns where `expected` were announced."""

    row: int
    expected: int
    found: int


@dataclass(eq=False)
class PageOverflow(Problem):
    """Something that cannot be divided is larger than a page: `what` is a kind of block (a table row)."""

    what: str
