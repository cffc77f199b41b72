"""What a report says of how paper was keyed: forms keyed twice, errors found, the rate with its interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class KeyingQuality:
    """A part's keying: `forms` in; of random samples `compared` forms and `fields`, `errors` of the keyer.

    `rate` and its ends `low` and `high` (95 %) are percent; `rekeyed`: forms compared in all, `mended`:
    answers put right; `undecided` questions wait for a third reading; `called_off`, `same_person`: batches of
    that kind.
    """

    part: str
    title: str
    forms: int
    compared: int
    fields: int
    errors: int
    rate: Decimal
    low: Decimal
    high: Decimal
    rekeyed: int
    mended: int
    undecided: int = 0
    called_off: int = 0
    same_person: int = 0
