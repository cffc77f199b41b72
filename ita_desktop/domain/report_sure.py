"""How sure a score is, as a line of the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_desktop.domain.intervals import Basis


@dataclass(frozen=True, slots=True)
class SureLine:
    """How sure a score is: `forms` of `heads` came, `silent` percent did not; None where nobody knows.

    `low` and `high` are None where there is no interval, and `basis` says why.
    """

    key: str
    title: str
    score: Decimal | None
    low: Decimal | None
    high: Decimal | None
    basis: Basis
    forms: int | None = None
    heads: int | None = None
    silent: Decimal | None = None
