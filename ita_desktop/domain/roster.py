"""The rosters: those inside who may answer the IIT, those outside who may answer the EIT."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Approval(Enum):
    """Where a roster line stands with the executive."""

    DRAFT = "draft"
    APPROVED = "approved"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class InternalPerson:
    """Someone who works in the office. `key` is the file's own number, 0 before it is kept."""

    name: str
    position: str = ""
    division: str = ""
    level: str = ""
    start_date: date | None = None
    phone: str = ""
    approval: Approval = Approval.DRAFT
    key: int = 0


@dataclass(frozen=True, slots=True)
class ExternalPerson:
    """Someone who came to the office in the fiscal year: a person, a juristic person, an agency."""

    name: str
    kind: str = ""
    matter: str = ""
    channel: str = ""
    contact_date: date | None = None
    phone: str = ""
    approval: Approval = Approval.DRAFT
    key: int = 0


class Eligibility(Enum):
    """Whether an internal person may answer, and if not, why."""

    YES = "yes"
    NO_START_DATE = "no-start-date"
    TOO_SHORT = "too-short"


def eligible_from(start_date: date, minimum_years: int) -> date:
    """Return the first day on which `minimum_years` of service are full; 29 February counts as 1 March."""
    try:
        return start_date.replace(year=start_date.year + minimum_years)
    except ValueError:
        return date(start_date.year + minimum_years, 3, 1)


def eligibility(person: InternalPerson, cut_off: date, minimum_years: int) -> Eligibility:
    """Tell whether a person has served long enough on the cut-off date of the round."""
    if person.start_date is None:
        return Eligibility.NO_START_DATE
    if eligible_from(person.start_date, minimum_years) <= cut_off:
        return Eligibility.YES
    return Eligibility.TOO_SHORT
