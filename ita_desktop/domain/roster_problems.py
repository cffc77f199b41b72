"""What can stand in the way of work on the rosters, as types that carry data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ita_desktop.domain.problems import Problem


@dataclass(eq=False)
class RosterLocked(Problem):
    """The executive has approved the line: it must be opened again before it is changed."""

    key: str


@dataclass(eq=False)
class NothingToApprove(Problem):
    """No line of the roster is in the state that the command works on (a value of Approval)."""

    state: str


@dataclass(eq=False)
class DrawTooLarge(Problem):
    """More people would be drawn than there are: `wanted` of `heads`."""

    wanted: int
    heads: int


@dataclass(eq=False)
class YearExists(Problem):
    """The file holds that fiscal year already."""

    year: int


class Stopped(Problem):
    """The user stopped a long command; nothing was kept."""


class Doubt(Enum):
    """Why a row or cell of a workbook wants a look before it is taken in. It comes in all the same."""

    REPEATED = "repeated-row"
    SAME_NAME = "same-name-other-details"
    TITLE_APART = "title-apart"
    SPELLING_NEAR = "spelling-near"
    SAME_PHONE = "same-phone"
    NO_START_DATE = "no-start-date"
    NO_DIVISION = "no-division"
    COUNCILLOR = "councillor"
    OUTSIDE_YEAR = "outside-year"
    REOPENED = "reopened"
    LABEL_NEAR = "label-near"
    NUMBER_AND_LABEL = "number-and-label"
    TWO_MARKS = "two-marks"
    MOSTLY_BLANK = "mostly-blank"


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """A doubt about a row; `other` is the line that it is about: a cell, or a name on the roster."""

    doubt: Doubt
    other: str = ""
