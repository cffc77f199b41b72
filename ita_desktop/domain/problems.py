"""The world's faults, as types that carry data. Sentences for people are made on the floors above."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Problem(Exception):
    """Something that is not the program's fault and that a person can do something about.

    Not frozen, unlike all other data: Python itself writes the traceback into an exception on its way.
    """


@dataclass(eq=False)
class FileProblem(Problem):
    """A problem with the file at `path`."""

    path: Path


class FileMissing(FileProblem):
    """There is no such file."""


class FileExists(FileProblem):
    """A file of that name is there already, and nothing is ever overwritten unasked."""


class FileInUse(FileProblem):
    """Another window or computer has the file open."""


class FileMoved(FileProblem):
    """The open file was renamed, moved or replaced: what is written now could not be mended after a crash."""


class NotOurFile(FileProblem):
    """The file is not an office file of this program."""


class HeadquartersFile(NotOurFile):
    """The file is ours, but a headquarters' store where an office file was asked for."""


class FileSealed(FileProblem):
    """The file is encrypted, and opens with an account's password or the recovery sheet's code alone."""


class FileDamaged(FileProblem):
    """The file is ours, but its structure is broken."""


class ReadOnly(FileProblem):
    """The file or its folder cannot be written."""


class DiskFull(FileProblem):
    """There is no room left where the file is."""


class DeviceFailed(FileProblem):
    """Reading or writing failed: a stick pulled out, a broken disk."""


@dataclass(eq=False)
class FileTooNew(FileProblem):
    """The file was written by a newer program: `found` is its form, `known` the newest that we read."""

    found: int
    known: int


class InstrumentProblem(Problem):
    """An instrument file that cannot be used."""


@dataclass(frozen=True)
class InstrumentMistake:
    """One mistake in an instrument file: `place` like `tools[1].weight`, `what` a MistakeKind's value."""

    place: str
    what: str
    detail: str = ""


@dataclass(eq=False)
class InstrumentInvalid(InstrumentProblem):
    """All the mistakes of an instrument file, each with its place; nothing was loaded."""

    mistakes: tuple[InstrumentMistake, ...]


@dataclass(eq=False)
class InstrumentUnknown(InstrumentProblem):
    """No instrument of that fiscal year comes with the program."""

    fiscal_year: int
    known: tuple[int, ...] = ()


class InstrumentConflict(Enum):
    """Why a corrected instrument cannot take the place of the one in the file."""

    OTHER_YEAR = "other-year"
    OLDER = "older"
    FORM_CHANGED = "form-changed"


@dataclass(eq=False)
class InstrumentDoesNotFit(InstrumentProblem):
    """A sound instrument that cannot replace the file's: `found` in it, `kept` in the file.

    Years for OTHER_YEAR, revisions for OLDER, the part whose answered form would change for FORM_CHANGED.
    """

    conflict: InstrumentConflict
    found: str
    kept: str


class CellFault(Enum):
    """What can be wrong with a cell of somebody's workbook."""

    NOT_A_WORKBOOK = "not-a-workbook"
    PASSWORD = "password"  # noqa: S105 - the name of a fault, not a secret
    TOO_LARGE = "too-large"
    NO_SHEET = "no-sheet"
    UNKNOWN_SHEET = "unknown-sheet"
    NO_HEADER = "no-header"
    UNKNOWN_COLUMN = "unknown-column"
    DOUBLE_COLUMN = "double-column"
    MISSING_COLUMN = "missing-column"
    FORMULA = "formula"
    MERGED = "merged"
    NOT_A_NUMBER = "not-a-number"
    NO_SUCH_CHOICE = "no-such-choice"
    DOUBLE_SERIAL = "double-serial"
    DOUBLE_ITEM = "double-item"
    SERIAL_TAKEN = "serial-taken"
    MISSING_VALUE = "missing-value"
    NOT_A_DATE = "not-a-date"
    DATE_OUT_OF_RANGE = "date-out-of-range"
    UNKNOWN_ITEM = "unknown-item"
    UNKNOWN_VALUE = "unknown-value"
    BAD_LINK = "bad-link"
    TOO_LONG = "too-long"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One fault at a cell such as `B7`; `cell` is empty where the whole sheet is meant."""

    sheet: str
    cell: str
    fault: CellFault
    value: str = ""
    expected: str = ""


@dataclass(eq=False)
class WorkbookRefused(Problem):
    """Everything that is wrong with a workbook; nothing was written."""

    path: Path
    problems: tuple[CellProblem, ...]


@dataclass(eq=False)
class MissingRecord(Problem):
    """The record asked for is not there (any more)."""

    kind: str
    key: str


class FieldFault(Enum):
    """Why a field of a form cannot be taken."""

    EMPTY = "empty"
    NOT_A_DATE = "not-a-date"
    NOT_A_NUMBER = "not-a-number"
    OUT_OF_RANGE = "out-of-range"
    BAD_LINK = "bad-link"
    NOT_OFFERED = "not-offered"
    NEGATIVE = "negative"
    BEFORE_START = "before-start"
    OUTSIDE_YEAR = "outside-year"
    TWO_YEARS = "two-years"


@dataclass(eq=False)
class FieldProblem(Problem):
    """A value that a person typed and that cannot be kept: which field, what is wrong, what would do."""

    field: str
    fault: FieldFault
    value: str = ""
    expected: str = ""


@dataclass(eq=False)
class BatchCountDiffers(Problem):
    """A batch cannot be closed: its cover sheet says `declared`, `keyed` are in."""

    batch: int
    declared: int
    keyed: int


@dataclass(eq=False)
class SerialTaken(Problem):
    """A questionnaire of this number is in the part already."""

    part: str
    serial: int


@dataclass(eq=False)
class RoleNeeded(Problem):
    """The command is another role's: `worn` is worn, any of `needed` would do (values of Role)."""

    worn: str
    needed: tuple[str, ...]


class NothingToUndo(Problem):
    """There is no change left to take back."""


@dataclass(eq=False)
class DocumentUnknown(Problem):
    """No document of that name can be printed."""

    name: str
    known: tuple[str, ...] = ()


@dataclass(eq=False)
class PackageFailed(Problem):
    """The package that was read back is not what was written; what is on the stick must not be trusted."""

    path: Path
    detail: str = ""
