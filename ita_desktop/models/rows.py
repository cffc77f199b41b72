"""Small converters between what SQLite keeps and what the domain means."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


def date_text(day: date | None) -> str | None:
    """Keep a date as ISO text, Christian year."""
    return day.isoformat() if day is not None else None


def text_date(text: str | None) -> date | None:
    """Read a kept date."""
    return date.fromisoformat(text) if text else None


def number_text(value: Fraction | Decimal | None) -> str | None:
    """Keep an exact number as `50` or `1/3`, never as a binary float."""
    return str(Fraction(value)) if value is not None else None


def text_number(text: str | None) -> Fraction | None:
    """Read a kept exact number."""
    return Fraction(text) if text is not None else None
