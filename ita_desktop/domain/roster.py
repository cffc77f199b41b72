"""The rosters: those inside who may answer the IIT, those outside who may answer the EIT.

A line says whether its person was drawn to be asked. It never says whether that person answered, and there is
nothing it could be laid beside to find out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Approval(Enum):
    """Where a roster line stands with the executive. What is approved is locked until it is opened again."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class InternalPerson:
    """Someone who works in the office. `key` is the file's own number, 0 before it is kept.

    `asked`: was drawn to be asked. `reason`: why the executive returned the line.
    """

    name: str
    position: str = ""
    division: str = ""
    level: str = ""
    start_date: date | None = None
    phone: str = ""
    approval: Approval = Approval.DRAFT
    key: int = 0
    asked: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ExternalPerson:
    """Someone who came to the office in the fiscal year: a person, a juristic person, an agency.

    `asked`: was drawn to be asked. `reason`: why the executive returned the line.
    """

    name: str
    kind: str = ""
    matter: str = ""
    channel: str = ""
    contact_date: date | None = None
    phone: str = ""
    approval: Approval = Approval.DRAFT
    key: int = 0
    asked: bool = False
    reason: str = ""


class RosterKind(Enum):
    """Which roster."""

    INTERNAL = "roster-internal"
    EXTERNAL = "roster-external"


class Eligibility(Enum):
    """Whether an internal person may answer, and if not, why."""

    YES = "yes"
    NO_START_DATE = "no-start-date"
    TOO_SHORT = "too-short"
    COUNCILLOR = "councillor"


COUNCIL_WORDS, COUNCIL_SHORT = ("สมาชิกสภา", "ประธานสภา"), ("สท", "สท.", "ส.ท", "ส.ท.")
STAFF_WORDS = ("เลขานุการ", "เจ้าหน้าที่")
"""Who works for the council is staff, and internal."""


def is_councillor(position: str) -> bool:
    """Tell whether a position is one of the council.

    Councillors counted as *external* stakeholders in 2563, the one year whose papers say; the mayor and the
    mayor's team (deputies, advisers, secretary) are internal, as are employed staff of every kind.
    """
    plain = position.strip()
    council = plain in COUNCIL_SHORT or any(word in plain for word in COUNCIL_WORDS)
    return council and not any(word in plain for word in STAFF_WORDS)


def eligible_from(start_date: date, minimum_years: int) -> date:
    """Return the first day on which `minimum_years` of service are full; 29 February counts as 1 March."""
    try:
        return start_date.replace(year=start_date.year + minimum_years)
    except ValueError:
        return date(start_date.year + minimum_years, 3, 1)


def latest_start(cut_off: date, minimum_years: int) -> date:
    """Return the last start date that makes eligible on `cut_off`: `eligible_from` the other way round."""
    try:
        return cut_off.replace(year=cut_off.year - minimum_years)
    except ValueError:  # 29 February of a year that has none: who started on 1 March comes a day late
        return date(cut_off.year - minimum_years, 2, 28)


def eligibility(person: InternalPerson, cut_off: date, minimum_years: int) -> Eligibility:
    """Tell whether a person has served long enough on the cut-off date of the round."""
    if is_councillor(person.position):
        return Eligibility.COUNCILLOR
    if person.start_date is None:
        return Eligibility.NO_START_DATE
    if eligible_from(person.start_date, minimum_years) <= cut_off:
        return Eligibility.YES
    return Eligibility.TOO_SHORT
